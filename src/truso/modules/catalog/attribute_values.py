"""Attribute values: read as people and files write them, checked against what the attribute allows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any
from uuid import UUID

from truso.kernel.identifiers import fold
from truso.kernel.quantity import format_quantity
from truso.kernel.refusals import Refusal
from truso.kernel.texts import LANGUAGES
from truso.kernel.value import Value, replace
from truso.modules.catalog.models import Attribute
from truso.modules.catalog.units import convert

_SPACES = re.compile(r"[\s\u00a0\u202f\u2009]+")
_MEASURE = re.compile(r"^([-+\u2212]?\d[\d.,]*)(.*)$")
_RANGE = re.compile(
    r"^([-+\u2212]?\d[\d.,]*)\s*(\D*?)\s*(?:\.\.+|…|–|—|-|til|till|do|to)\s*([-+\u2212]?\d[\d.,]*)\s*(.*)$"
)
_YES = frozenset(["true", "1", "yes", "y", "x", "ja", "j", "sant", "tak", "t", "prawda", "sann"])
_NO = frozenset(["false", "0", "no", "n", "nei", "nej", "nie", "usant", "falsk", "fałsz"])
_ISO = re.compile(r"^(\d{4})-(\d{1,2})-(\d{1,2})$")
_DAY_FIRST = re.compile(r"^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$")


class ValueRules(Value, frozen=True):
    """What an attribute allows. `choices` finds a choice's code by its code or its name in any language, folded.

    With a `scope` of language or market a value is kept per language (`{"nb": …}`) or market (`{"@norway": …}`).
    """

    code: str
    type: str
    unit: str = ""
    decimals: int = 0
    choices: Mapping[str, str] = {}
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    pattern: str = ""
    scope: str = "global"


def rules_of(attribute: Attribute) -> ValueRules:
    """Return what an attribute allows."""
    choices: dict[str, str] = {}
    for choice in attribute.choices:
        code = str(choice["code"])
        for name in (code, *(choice.get("names") or {}).values()):
            choices.setdefault(fold(str(name)).strip(), code)
    return ValueRules(
        attribute.code, attribute.type, attribute.unit, attribute.decimals, choices, attribute.minimum,
        attribute.maximum, attribute.pattern, attribute.scope,
    )  # fmt: skip


def parse_value(rules: ValueRules, text: str) -> Any | Refusal:
    """Return a value as it is kept: in the attribute's unit, a choice by its code, a day as ISO 8601.

    Returns a refusal with the subject `attributes.<code>`: `attribute_invalid`, `attribute_outside` (beyond its limits),
    `unit_unknown`, `unit_other_dimension`.
    """
    words = _SPACES.sub(" ", text).strip()
    found = _PARSERS[rules.type](rules, words)
    return _told(found, rules, words) if isinstance(found, Refusal) else found


def check_value(rules: ValueRules, value: Any) -> Refusal | None:
    """Return why a value can't be kept as it stands: the refusals of `parse_value`; None for one that can."""
    if rules.scope != "global":
        if not isinstance(value, Mapping):
            return _told(_invalid(), rules, value)
        plain = replace(rules, scope="global")
        known = [_check_key(rules, str(key)) or check_value(plain, one) for key, one in value.items()]
        return next((one for one in known if one), None)
    texts = value if isinstance(value, list | tuple) else [value]
    if rules.type == "boolean":
        return None if isinstance(value, bool) else _told(_invalid(), rules, value)
    if (rules.type in ("range", "multi_choice")) != isinstance(value, list | tuple) or not all(
        isinstance(one, str) for one in texts
    ):
        return _told(_invalid(), rules, value)
    if rules.type == "range" and len(texts) != 2:
        return _told(_invalid(), rules, value)
    found = parse_value(rules, " – ".join(texts) if rules.type == "range" else "|".join(texts))
    if isinstance(found, Refusal):
        return found
    # A number may be written with zeros behind it, and a text with spaces; a code is that code.
    is_kept = rules.type in ("text", "number", "range") or found == (list(value) if isinstance(value, tuple) else value)
    return None if is_kept else _told(_invalid(), rules, value)


def _check_key(rules: ValueRules, key: str) -> Refusal | None:
    is_right = key in LANGUAGES if rules.scope == "language" else key.startswith("@") and len(key) > 1
    return None if is_right else _told(_invalid(), rules, key)


def _told(refusal: Refusal, rules: ValueRules, value: Any) -> Refusal:
    params = {"attribute": rules.code, "value": str(value)[:80], **refusal.params}
    return Refusal(refusal.code, params, f"attributes.{rules.code}")


def check_values(rules: Iterable[tuple[ValueRules, bool]], values: Mapping[str, Any]) -> list[Refusal]:
    """Return what is wrong with attribute values; rules are (what the attribute allows, whether it is required).

    The refusals of `parse_value`, and `attribute_missing`, each with the subject `attributes.<code>`.
    """
    problems = []
    for one, is_required in rules:
        value = values.get(one.code)
        if value in (None, "", [], {}):
            if is_required:
                problems.append(Refusal("attribute_missing", {"attribute": one.code}, f"attributes.{one.code}"))
        elif problem := check_value(one, value):
            problems.append(problem)
    return problems


def _invalid() -> Refusal:
    return Refusal("attribute_invalid")


def _text(rules: ValueRules, words: str) -> Any:
    if len(words) > 2000 or (rules.pattern and not re.fullmatch(rules.pattern, words[:500])):
        return _invalid()
    return words


def _number(rules: ValueRules, words: str) -> Any:
    found = _MEASURE.match(words.replace(" ", "", 1) if re.match(r"^[-+]?\d+ \d{3}\b", words) else words)
    if not found:
        return _invalid()
    value = _in_unit(rules, found[1], found[2])
    return value if isinstance(value, Refusal) else _limited(rules, value)


def _in_unit(rules: ValueRules, figures: str, unit: str) -> Decimal | Refusal:
    value = _decimal(figures)
    if value is None:
        return _invalid()
    unit = unit.strip()
    if not unit or unit == rules.unit:
        return value
    return convert(value, unit, rules.unit) if rules.unit else Refusal("unit_unknown", {"unit": unit})


def _decimal(figures: str) -> Decimal | None:
    text = figures.replace("\u2212", "-").rstrip(".,")
    comma, point = text.rfind(","), text.rfind(".")
    if comma > point:
        text = text.replace(".", "").replace(",", ".") if text.count(",") == 1 else text.replace(",", "")
    elif comma >= 0:
        text = text.replace(",", "")
    try:
        value = Decimal(text)
    except InvalidOperation:
        return None
    return value if value.is_finite() and abs(value) < Decimal(10) ** 14 else None


def _limited(rules: ValueRules, value: Decimal) -> Any:
    rounded = round(value, 6)
    if (rules.minimum is not None and rounded < rules.minimum) or (
        rules.maximum is not None and rounded > rules.maximum
    ):
        return Refusal("attribute_outside", {"least": _written(rules.minimum), "most": _written(rules.maximum)})
    return format_quantity(rounded)


def _written(limit: Decimal | None) -> str:
    return "–" if limit is None else format_quantity(limit)


def _range(rules: ValueRules, words: str) -> Any:
    found = _RANGE.match(words)
    if not found:
        single = _number(rules, words)
        return single if isinstance(single, Refusal) else [single, single]
    unit = found[4].strip()
    least = _in_unit(rules, found[1], found[2].strip() or unit)
    most = _in_unit(rules, found[3], unit or found[2].strip())
    for one in (least, most):
        if isinstance(one, Refusal):
            return one
    assert isinstance(least, Decimal) and isinstance(most, Decimal)
    if least > most:
        return _invalid()
    limited = [_limited(rules, least), _limited(rules, most)]
    return next((one for one in limited if isinstance(one, Refusal)), limited)


def _boolean(_rules: ValueRules, words: str) -> Any:
    word = words.casefold()
    return True if word in _YES else False if word in _NO else _invalid()


def _choice(rules: ValueRules, words: str) -> Any:
    return rules.choices.get(fold(words).strip()) or _invalid()


def _choices(rules: ValueRules, words: str) -> Any:
    whole = rules.choices.get(fold(words).strip())
    if whole:
        return [whole]
    parts = [part for part in re.split(r"[|;,]", words) if part.strip()]
    found = [rules.choices.get(fold(part).strip()) for part in parts]
    return list(dict.fromkeys(found)) if found and None not in found else _invalid()


def _date(_rules: ValueRules, words: str) -> Any:
    if iso := _ISO.match(words):
        year, month, day = iso.groups()
    elif first := _DAY_FIRST.match(words):
        day, month, year = first.groups()
    else:
        return _invalid()
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return _invalid()


def _file(_rules: ValueRules, words: str) -> Any:
    try:
        return str(UUID(words))
    except ValueError:
        return _invalid()


_PARSERS = {
    "text": _text, "number": _number, "range": _range, "boolean": _boolean, "choice": _choice, "color": _choice,
    "multi_choice": _choices, "date": _date, "file": _file,
}  # fmt: skip
