"""Decisions of the catalog: how a value is written, which variant fits a wish."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from typing import Any

from truso.kernel.texts import language_order
from truso.kernel.value import replace
from truso.modules.catalog.values import AttributeDefinition, AttributeGroup, AttributeLine, DocumentRef, VariantCard

NO_BREAK = "\u00a0"
YES_NO = {"nb": ("Ja", "Nei"), "sv": ("Ja", "Nej"), "pl": ("Tak", "Nie"), "en": ("Yes", "No")}
# Types whose values are codes of choices.
CHOSEN = ("choice", "multi_choice", "color")
DECIMAL_SIGNS = {"nb": ",", "sv": ",", "pl": ","}


def format_value(definition: AttributeDefinition, value: Any, language: str) -> str:
    """Write an attribute's value with its unit; empty for no value."""
    if value in (None, "", []):
        return ""
    if definition.type == "boolean":
        return YES_NO.get(language, YES_NO["en"])[0 if value in (True, "true", "yes") else 1]
    if definition.type == "number":
        return _format_number(definition, value, language)
    if definition.type == "range":
        return _format_range(definition, value, language)
    if definition.type == "date":
        return _format_day(str(value), language)
    if definition.type in CHOSEN:
        names = {choice.code: choice.name for choice in definition.choices}
        codes = value if isinstance(value, list | tuple) else [value]
        return ", ".join(names.get(str(code), str(code)) for code in codes)
    return str(value)


def _format_range(definition: AttributeDefinition, value: Any, language: str) -> str:
    if not isinstance(value, list | tuple) or len(value) != 2:
        return str(value)
    if value[0] == value[1]:
        return _format_number(definition, value[0], language)
    least = _format_number(replace(definition, unit=""), value[0], language)
    return f"{least}–{_format_number(definition, value[1], language)}"


def _format_day(value: str, language: str) -> str:
    """Write a day as readers of a language do; they differ in nothing but the order and the dots."""
    year, _dash, rest = value.partition("-")
    month, _dash, day = rest.partition("-")
    if not (year and month and day):
        return value
    return (
        value
        if language in ("sv", "en")
        else f"{int(day)}.{int(month)}.{year}"
        if language == "nb"
        else f"{day}.{month}.{year}"
    )


def resolve_values(values: Mapping[str, Any], language: str, market: str) -> Mapping[str, Any]:
    """Return values as one reader has them: those kept per language in theirs or the nearest, those per market in theirs.

    What is not said for them is left out.
    """
    if not any(isinstance(value, Mapping) for value in values.values()):
        return values
    found = {}
    for code, value in values.items():
        if isinstance(value, Mapping):
            keys = (f"@{market}", *language_order(language))
            value = next((value[key] for key in keys if key in value), None)  # noqa: PLW2901
        if value is not None:
            found[code] = value
    return found


def _format_number(definition: AttributeDefinition, value: Any, language: str) -> str:
    try:
        number = Decimal(str(value))
    except InvalidOperation:
        return str(value)
    if not number.is_finite():
        return str(value)
    text = f"{number:.{definition.decimals}f}"
    if definition.decimals and "." in text:
        text = text.rstrip("0").rstrip(".")
    text = text.replace(".", DECIMAL_SIGNS.get(language, "."))
    if not definition.unit:
        return text
    return f"{text}{'' if definition.unit in ('°', '″') else NO_BREAK}{definition.unit}"


def group_attributes(
    definitions: Sequence[AttributeDefinition],
    values: Mapping[str, Any],
    language: str,
    documents: Iterable[DocumentRef] = (),
) -> list[AttributeGroup]:
    """Return the values there are, written and put into their groups, in the family's order.

    A file is named by its title, and only where it is among the documents the reader may have.
    """
    titles = {str(one.uuid): one.title for one in documents}
    groups: dict[str, list[AttributeLine]] = {}
    for definition in definitions:
        value = values.get(definition.code)
        text = format_value(definition, value, language) if definition.type != "file" else titles.get(str(value), "")
        if text:
            colors = {one.code: one.swatch for one in definition.choices} if definition.type == "color" else {}
            line = AttributeLine(
                definition.code,
                definition.name,
                text,
                colors.get(str(value), ""),
                str(value) if definition.type == "file" else "",
            )
            groups.setdefault(definition.group, []).append(line)
    return [AttributeGroup(name, tuple(lines)) for name, lines in groups.items()]


def value_key(value: Any) -> str:
    """Return an attribute's value as it stands in addresses and forms."""
    if isinstance(value, list | tuple):
        return ",".join(str(one) for one in value)
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value)


def choose_variant(
    variants: Sequence[VariantCard], wanted: Mapping[str, str], *, changed: str = ""
) -> VariantCard | None:
    """Return the variant that fits a wish (axis -> value) best: the axis changed last counts most, then the most matches."""
    if not variants:
        return None

    def fit(variant: VariantCard) -> tuple[bool, int, bool]:
        matches = sum(value_key(variant.attributes.get(axis)) == value for axis, value in wanted.items())
        follows = bool(changed) and value_key(variant.attributes.get(changed)) == wanted.get(changed)
        return follows, matches, variant.is_active

    return max(variants, key=fit)


def axis_values(variants: Sequence[VariantCard], definition: AttributeDefinition) -> list[str]:
    """Return the values an axis takes among the variants: choices in their order, numbers by size."""
    found = list(dict.fromkeys(value_key(variant.attributes.get(definition.code)) for variant in variants))
    found = [value for value in found if value]
    if definition.type in CHOSEN:
        places = {choice.code: place for place, choice in enumerate(definition.choices)}
        return sorted(found, key=lambda value: places.get(value, len(places)))
    if definition.type == "number":
        return sorted(found, key=_number)
    return found


def _number(text: str) -> Decimal:
    try:
        return Decimal(text)
    except InvalidOperation:
        return Decimal(0)


def order_documents(documents: Iterable[DocumentRef], language: str) -> tuple[DocumentRef, ...]:
    """Return documents in the reader's language first, then those for readers of all, then the rest by nearness."""
    places = _language_places(language)
    return tuple(sorted(documents, key=lambda one: (places.get(one.language, len(places)), one.type, one.title)))


def split_documents(
    documents: Iterable[DocumentRef], language: str
) -> tuple[tuple[DocumentRef, ...], tuple[DocumentRef, ...]]:
    """Return the documents a reader looks for, and those in other languages.

    Of each type the reader looks for what stands in their language or in none; where there is neither, for the nearest.
    """
    places = _language_places(language)
    ordered = order_documents(documents, language)
    best: dict[str, int] = {}
    for one in ordered:
        best.setdefault(one.type, max(places.get(one.language, len(places)), places[""]))
    near = tuple(one for one in ordered if places.get(one.language, len(places)) <= best[one.type])
    return near, tuple(one for one in ordered if one not in near)


def _language_places(language: str) -> dict[str, int]:
    first, *others = language_order(language)
    return {code: place for place, code in enumerate((first, "", *others))}
