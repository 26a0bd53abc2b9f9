"""Cells of goods as the values they mean."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from truso.kernel.identifiers import is_valid_gtin, normalize_code, slugify
from truso.kernel.quantity import MAX_QUANTITY, format_quantity
from truso.kernel.refusals import Refusal
from truso.modules.catalog.attribute_values import parse_value
from truso.modules.catalog.models import Variant
from truso.platform.imports import CLEAR
from truso.processes.imports.house import FamilyRules, House

# Fields that can be emptied; the others always say something.
CLEARABLE = frozenset(("gtin", "mpn", "maximum_quantity", "lead_days"))
_UNITS = {
    "stk": "C62", "st": "C62", "szt": "C62", "pcs": "C62", "piece": "C62", "pc": "C62", "pce": "C62", "ea": "C62", "m": "MTR",
    "meter": "MTR", "metr": "MTR", "mb": "MTR", "kg": "KGM", "g": "GRM", "l": "LTR", "liter": "LTR", "litr": "LTR", "ml": "MLT",
    "par": "PR", "pair": "PR", "para": "PR", "sett": "SET", "set": "SET", "sats": "SET", "zestaw": "SET", "kpl": "SET", "m2": "MTK",
    "m²": "MTK", "m3": "MTQ", "m³": "MTQ", "eske": "BX", "box": "BX", "pakke": "PK", "pack": "PK", "pk": "PK", "opak": "PK",
    "rull": "RO", "rulle": "RO", "roll": "RO", "rolka": "RO", "time": "HUR", "timme": "HUR", "h": "HUR", "godz": "HUR",
}  # fmt: skip
_STATES = {
    "draft": "draft", "utkast": "draft", "szkic": "draft", "active": "active", "aktiv": "active", "aktywny": "active", "1": "active",
    "0": "active", "discontinued": "discontinued", "utgått": "discontinued", "utgången": "discontinued", "wycofany": "discontinued",
}  # fmt: skip


def parse(field: str, text: str, house: House, family: FamilyRules | None) -> Any:
    """Return what a cell means, None for what is to be emptied, or a refusal. Each is worked out once a portion."""
    key = (field, family.id if family else 0, text)
    if key not in house.read:
        house.read[key] = _parse(field, text, house, family)
    return house.read[key]


def _parse(field: str, text: str, house: House, family: FamilyRules | None) -> Any:
    kind, _colon, rest = field.partition(":")
    if text == CLEAR:
        may = field in CLEARABLE or kind in {"attribute", "label"} or (kind == "text" and not rest.endswith(":name"))
        return None if may else Refusal("import_not_cleared")
    if kind == "attribute":
        code = rest.partition(":")[0]
        rules = family.rules.get(code) if family else None
        return parse_value(rules, text) if rules else Refusal("attribute_not_in_family", {"attribute": code})
    if kind == "text":
        return _words(text, {"name": 200, "summary": 400}.get(rest.rpartition(":")[2], 20_000))
    if kind == "label":
        return _words(text, 200)
    return _PARSERS[field](text, house)


def _words(text: str, most: int) -> Any:
    return text if len(text) <= most else Refusal("cell_too_long", {"most": most})


def _code(most: int) -> Callable[[str, House], Any]:
    return lambda text, _house: _words(text, most)


def _gtin(text: str, _house: House) -> Any:
    gtin = normalize_code(text)
    # A spreadsheet takes zeros away: a number that fits with them is that number.
    for one in (gtin, gtin.zfill(8), gtin.zfill(12), gtin.zfill(13)):
        if gtin.isdigit() and len(gtin) > 6 and is_valid_gtin(one):
            return one
    return Refusal("gtin_invalid", {"gtin": text[:40]})


def _decimal(
    least: Decimal, *, above: bool = False, most: Decimal = MAX_QUANTITY, places: int = 3
) -> Callable[[str, House], Any]:
    def read(text: str, _house: House) -> Any:
        try:
            value = Decimal(text)
        except InvalidOperation:
            return Refusal("cell_number", {"found": text[:40]})
        if value < least or (above and value == least) or value > most or round(value, places) != value:
            return Refusal(
                "import_number_outside",
                {"found": text[:40], "least": format_quantity(least), "most": format_quantity(most), "places": places},
            )
        return value

    return read


def _whole(most: int) -> Callable[[str, House], Any]:
    read = _decimal(Decimal(0), most=Decimal(most), places=0)

    def whole(text: str, house: House) -> Any:
        value = read(text, house)
        return value if isinstance(value, Refusal) else int(value)

    return whole


def _price_unit(text: str, _house: House) -> Any:
    return (
        int(Decimal(text))
        if text in {"1", "10", "100", "1000"}
        else Refusal("import_choice", {"found": text, "choices": "1, 10, 100, 1000"})
    )


def _boolean(text: str, _house: House) -> Any:
    return text == "true"


def _unit(text: str, _house: House) -> Any:
    word = text.strip().rstrip(".")
    if word.casefold() in _UNITS:
        return _UNITS[word.casefold()]
    code = word.upper()
    return (
        code
        if code.isalnum() and code.isascii() and len(code) in (2, 3)
        else Refusal("unit_unknown", {"unit": text[:20]})
    )


def _chosen(words: Mapping[str, str]) -> Callable[[str, House], Any]:
    def read(text: str, _house: House) -> Any:
        found = words.get(text.strip().casefold())
        return found or Refusal(
            "import_choice", {"found": text[:40], "choices": ", ".join(sorted(set(words.values())))}
        )

    return read


def _product_code(text: str, _house: House) -> Any:
    return slugify(text)[:80] or Refusal("import_unknown", {"found": text[:40]})


_PARSERS: dict[str, Callable[[str, House], Any]] = {
    "sku": _code(60), "product_code": _product_code, "gtin": _gtin, "mpn": _code(60),
    "brand": lambda text, house: house.brand(text), "family": lambda text, house: house.family(text),
    "category": lambda text, house: house.category(text), "tax_class": lambda text, house: house.tax_class(text),
    "status": _chosen(_STATES), "product_status": _chosen(_STATES), "kind": _chosen({one: one for one in Variant.Kind.values}),
    "unit": _unit, "price_unit": _price_unit, "minimum_quantity": _decimal(Decimal(0), above=True),
    "quantity_multiple": _decimal(Decimal(0), above=True), "maximum_quantity": _decimal(Decimal(0), above=True),
    "weight_kg": _decimal(Decimal(0), most=Decimal(10**8 - 1), places=4), "is_stocked": _boolean, "lead_days": _whole(3650),
    "is_cut_to_length": _boolean, "list_price": _decimal(Decimal(0), most=Decimal(10**11), places=6),
    "stock": _decimal(Decimal(0), most=Decimal(10**10), places=3),
}  # fmt: skip


def shown(field: str, value: Any, house: House) -> Any:
    """Return a value as plain JSON, for a person to read and for an undo to take: references by their codes."""
    if field in {"family", "category", "brand", "tax_class"} and value is not None:
        return house.name_of(field, value)
    return format_quantity(value) if isinstance(value, Decimal) else value
