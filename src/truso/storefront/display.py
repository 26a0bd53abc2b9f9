"""Display settings: how a visitor wants to read. Kept in one first-party cookie that says nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

COOKIE = "display"

# name -> (label, {value: label}); the first value is the default and is not stored.
SETTINGS: dict[str, tuple[Any, dict[str, Any]]] = {
    "theme": (_("Colors"), {"": _("As my device"), "light": _("Light"), "dark": _("Dark")}),
    "text": (_("Text size"), {"": _("Normal"), "large": _("Large"), "larger": _("Larger")}),
    "lines": (_("Line height"), {"": _("Normal"), "wide": _("Wide")}),
    "letters": (_("Letter spacing"), {"": _("Normal"), "wide": _("Wide")}),
    "contrast": (_("Contrast"), {"": _("Normal"), "more": _("More")}),
    "links": (_("Links"), {"": _("Normal"), "underlined": _("Underlined")}),
    "motion": (_("Animations"), {"": _("As my device"), "off": _("Off")}),
    "pictures": (_("Pictures"), {"": _("Shown"), "off": _("Hidden")}),
    "cursor": (_("Pointer"), {"": _("Normal"), "large": _("Large")}),
    "guide": (_("Reading guide"), {"": _("Off"), "on": _("On")}),
    "focus": (_("Page"), {"": _("Whole page"), "content": _("Content only")}),
    "shortcuts": (_("Keyboard shortcuts"), {"": _("On"), "off": _("Off")}),
}


@dataclass(frozen=True, slots=True)
class DisplaySettings:
    """What was chosen: setting -> value, defaults left out."""

    chosen: dict[str, str]

    def items(self) -> list[tuple[str, str]]:
        return sorted(self.chosen.items())


def parse_display(text: str) -> DisplaySettings:
    """Read the cookie (`theme:dark.text:large`); what is unknown is left out."""
    chosen = {}
    for part in text[:400].split("."):
        name, _, value = part.partition(":")
        if name in SETTINGS and value and value in SETTINGS[name][1]:
            chosen[name] = value
    return DisplaySettings(chosen)


def write_display(chosen: dict[str, str]) -> str:
    """Return the cookie's text for the settings chosen."""
    return ".".join(
        f"{name}:{value}"
        for name, value in sorted(parse_display(".".join(f"{n}:{v}" for n, v in chosen.items())).chosen.items())
    )


def read_display(request: HttpRequest) -> DisplaySettings:
    """Return the visitor's settings."""
    return parse_display(request.COOKIES.get(COOKIE, ""))
