"""Mails: MJML for the eye, plain text for everything else, both from the same values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import mjml
from django.template import Context, Engine

from truso.kernel.refusals import refuse
from truso.modules.output.mail_texts import mail_text, nearest_language
from truso.modules.output.mail_values import MAIL_VALUES

TEMPLATES = Path(__file__).parent / "mail_templates"
MAIL_TEMPLATES = tuple(sorted(MAIL_VALUES))


@dataclass(frozen=True, slots=True)
class RenderedMail:
    """A mail ready to send."""

    subject: str
    html: str
    text: str


def render_mail(template: str, language: str, context: Mapping[str, Any]) -> RenderedMail:
    """Write a mail in the reader's language from the values that `mail_values` names for the template.

    All mails need `shop_name` and may have `recipient_name`, `support_email`, `shop_url`, `shop_address`, `logo_url`.
    Refuses `mail_template_unknown`, `mail_context_missing` and `mail_url_invalid` (anything but http and https).
    """
    if template not in MAIL_VALUES:
        raise refuse("mail_template_unknown", template=template)
    language = nearest_language(language)
    values = _values(template, language, context)
    html = mjml.mjml2html(
        _engine().get_template(f"{template}.mjml.html").render(Context(values)), disable_comments=True, fonts={}
    )
    # Plain text has no markup to protect, only lines to keep.
    text = _engine().get_template(f"{template}.txt").render(Context(values, autoescape=False))
    return RenderedMail(subject=values["subject"], html=html, text=_tidy(text))


def _values(template: str, language: str, context: Mapping[str, Any]) -> dict[str, Any]:
    """Everything the templates show, as text: they format and decide nothing."""
    try:
        parts = MAIL_VALUES[template](context, language)
        fill = {"shop_name": context["shop_name"], **parts.fill}
    except KeyError as error:
        raise refuse("mail_context_missing", template=template, key=str(error.args[0])) from error

    def text(key: str, **more: Any) -> str:
        return mail_text(parts.texts or template, key, language, {**fill, **more})

    name = str(context.get("recipient_name") or "")
    support = str(context.get("support_email") or "")
    return {
        "language": language,
        "shop_name": context["shop_name"],
        "shop_address": context.get("shop_address", ""),
        "shop_url": _checked_url(context.get("shop_url", "")),
        "logo_url": _checked_url(context.get("logo_url", "")),
        # A subject is a header: nothing may break its line.
        "subject": " ".join(text("subject").split()),
        "heading": text("heading"),
        "greeting": text("greeting", name=name) if name else text("greeting_unnamed"),
        "paragraphs": [text("intro"), *(text(key) for key in parts.paragraphs)],
        "facts": [{"label": text(key), "value": value} for key, value in parts.facts if value],
        "lines_heading": text(parts.lines_heading) if parts.lines_heading and parts.lines else "",
        "lines": parts.lines,
        "totals": parts.totals,
        "quote": {"label": text(parts.quote[0]), "text": parts.quote[1]} if parts.quote and parts.quote[1] else None,
        "button": text(parts.button),
        "url": _checked_url(parts.url),
        "fallback_link": text("fallback_link"),
        "questions": text("questions", support_email=support) if support else "",
    }


def _checked_url(url: str) -> str:
    if url and not url.startswith(("https://", "http://")):
        raise refuse("mail_url_invalid", found=url)
    return url


def _tidy(text: str) -> str:
    """Lines without trailing space and never two empty ones in a row."""
    lines: list[str] = []
    for line in (line.rstrip() for line in text.strip().splitlines()):
        if line or (lines and lines[-1]):
            lines.append(line)
    return "\n".join(lines) + "\n"


@cache
def _engine() -> Engine:
    """An engine of its own, so that mails look the same in the web process, a job or a test."""
    return Engine(dirs=[str(TEMPLATES)], autoescape=True)
