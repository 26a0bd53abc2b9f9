"""Units of sale in words. Codes are those of UN/ECE Recommendation 20."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from truso.storefront.formats import format_number


def unit_name(code: str) -> str:
    """Return the short name of a unit: `pcs`, `m`, `pair`."""
    return _names(get_language() or "en").get(code, code.lower())


@lru_cache(maxsize=8)
def _names(language: str) -> dict[str, str]:
    """Return all names in the language that is active: a list asks for every row, and the words never change."""
    return {
        "C62": _("pcs"), "H87": _("pcs"), "EA": _("pcs"), "PR": _("pair"), "SET": _("set"), "MTR": "m", "CMT": "cm", "MMT": "mm",
        "KGM": "kg", "GRM": "g", "LTR": "l", "MLT": "ml", "MTK": "m²", "MTQ": "m³", "BX": _("box"), "XBX": _("box"), "PK": _("pack"),
        "XPK": _("pack"), "PA": _("packet"), "XPA": _("packet"), "RO": _("roll"), "XRO": _("roll"), "CA": _("can"), "HUR": _("hours"),
        "DAY": _("days"), "TU": _("tube"), "XTU": _("tube"), "BG": _("bag"), "XBG": _("bag"), "CT": _("carton"), "XCT": _("carton"),
    }  # fmt: skip


def price_per(unit: str, price_unit: int, language: str) -> str:
    """Write what a price is for: nothing for one piece, else `per 100 pcs`, `per m`."""
    if price_unit == 1:
        return "" if unit in ("C62", "H87", "EA") else _("per %(unit)s") % {"unit": unit_name(unit)}
    return _("per %(number)s %(unit)s") % {
        "number": format_number(Decimal(price_unit), language),
        "unit": unit_name(unit),
    }
