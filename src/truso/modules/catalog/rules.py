"""Decisions of the catalog: how a value is written, which variant fits a wish."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from typing import Any

from truso.kernel.refusals import Refusal
from truso.kernel.texts import language_order
from truso.modules.catalog.values import AttributeDefinition, AttributeGroup, AttributeLine, DocumentRef, VariantCard

NO_BREAK = "\u00a0"
YES_NO = {"nb": ("Ja", "Nei"), "sv": ("Ja", "Nej"), "pl": ("Tak", "Nie"), "en": ("Yes", "No")}
DECIMAL_SIGNS = {"nb": ",", "sv": ",", "pl": ","}


def format_value(definition: AttributeDefinition, value: Any, language: str) -> str:
    """Write an attribute's value with its unit; empty for no value."""
    if value in (None, "", []):
        return ""
    if definition.type == "boolean":
        return YES_NO.get(language, YES_NO["en"])[0 if value in (True, "true", "yes") else 1]
    if definition.type == "number":
        return _format_number(definition, value, language)
    if definition.type in ("choice", "multi_choice"):
        names = {choice.code: choice.name for choice in definition.choices}
        codes = value if isinstance(value, list | tuple) else [value]
        return ", ".join(names.get(str(code), str(code)) for code in codes)
    return str(value)


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
    definitions: Sequence[AttributeDefinition], values: Mapping[str, Any], language: str
) -> list[AttributeGroup]:
    """Return the values there are, written and put into their groups, in the family's order."""
    groups: dict[str, list[AttributeLine]] = {}
    for definition in definitions:
        text = format_value(definition, values.get(definition.code), language)
        if text:
            groups.setdefault(definition.group, []).append(AttributeLine(definition.code, definition.name, text))
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
    if definition.type in ("choice", "multi_choice"):
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


def check_attributes(
    definitions: Iterable[tuple[str, str, Sequence[str], bool]], values: Mapping[str, Any]
) -> list[Refusal]:
    """Return what is wrong with attribute values; definitions are (code, type, codes of the choices, required).

    `attribute_missing` and `attribute_invalid`, with the subject `attributes.<code>`.
    """
    problems = []
    for code, kind, choices, required in definitions:
        value, subject = values.get(code), f"attributes.{code}"
        if value in (None, "", []):
            if required:
                problems.append(Refusal("attribute_missing", {"attribute": code}, subject))
        elif not _fits(kind, value, choices):
            problems.append(Refusal("attribute_invalid", {"attribute": code, "value": value_key(value)}, subject))
    return problems


def _fits(kind: str, value: Any, choices: Sequence[str]) -> bool:
    if kind == "number":
        try:
            return Decimal(str(value)).is_finite()
        except InvalidOperation:
            return False
    if kind == "boolean":
        return isinstance(value, bool)
    if kind == "choice":
        return value in choices
    if kind == "multi_choice":
        return isinstance(value, list | tuple) and set(value) <= set(choices)
    return isinstance(value, str)


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
