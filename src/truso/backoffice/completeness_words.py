"""What is asked of products, in words and with the place where it is filled in."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from truso.backoffice.forms import LANGUAGE_NAMES
from truso.backoffice.words import language
from truso.kernel.texts import LANGUAGES, in_language
from truso.modules.catalog.models import Attribute, Document
from truso.platform.shortlived import short_lived


def item_names() -> dict[str, str]:
    """Return everything that can be asked for: item -> name."""
    return _names(language())


@short_lived(seconds=5)
def _names(reader: str) -> dict[str, str]:
    names = {
        "text:name": _("Name"), "text:summary": _("Summary"), "text:description": _("Description"), "picture": _("Picture"),
        "alternative_text": _("Alternative text of the first picture"), "gtin": "GTIN", "mpn": _("Maker's number"), "weight": _("Weight"),
        "packaging": _("Packaging"), "price": _("Price"),
    }  # fmt: skip
    names |= {f"document:{code}": str(label) for code, label in Document.Type.choices}
    names |= {
        f"attribute:{one.code}": in_language(one.names, reader) or one.code
        for one in Attribute.objects.order_by("code")
    }
    return names


def item_choices() -> list[tuple[str, Any]]:
    """Return what can be asked for in groups, as a select shows it."""
    groups: dict[str, list[tuple[str, str]]] = {}
    kinds = {"text": _("Words"), "document": _("Documents"), "attribute": _("Attributes")}
    for item, name in item_names().items():
        groups.setdefault(kinds.get(item.partition(":")[0], _("Data of articles and pictures")), []).append(
            (item, name)
        )
    return list(groups.items())


def in_words(missing: Iterable[str]) -> list[tuple[str, str]]:
    """Return what is missing as (item, words): `pl:text:name` is “Name (Polish)”."""
    names = item_names()
    return [(item, name_of(item, names)) for item in missing]


def name_of(item: str, names: dict[str, str]) -> str:
    """Return the words of an item, with its language where it has one."""
    code, _colon, rest = item.partition(":")
    if code in LANGUAGES and rest:
        return f"{names.get(rest, rest)} ({LANGUAGE_NAMES[code]})"
    return names.get(item, item)


def place_of(item: str, product_uuid: Any) -> str:
    """Return the address of the screen where an item is filled in."""
    bare = item.partition(":")[2] if item.partition(":")[0] in LANGUAGES else item
    kind = bare.partition(":")[0]
    screens = {
        "picture": "product_pictures", "alternative_text": "product_pictures", "document": "product_documents", "gtin": "matrix", "mpn": "matrix",
        "weight": "matrix", "packaging": "matrix", "price": "product",
    }  # fmt: skip
    return reverse(f"backoffice:{screens.get(kind, 'product')}", args=[product_uuid])
