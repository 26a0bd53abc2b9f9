"""Prices and balances as an import sees them: values by key, compared and compared again under lock."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation

from truso.kernel.identifiers import normalize_code
from truso.kernel.refusals import Refusal
from truso.modules.catalog.models import Variant
from truso.platform.imports import CLEAR, DoneRow, Kind, Outcome, Row


def read_articles(skus: Iterable[str]) -> dict[str, tuple[int, str]]:
    """Return key and number of articles by normalized number."""
    found = Variant.objects.filter(sku_normalized__in={normalize_code(sku) for sku in skus})
    return {key: (pk, sku) for pk, key, sku in found.values_list("pk", "sku_normalized", "sku")}


def find_article(row: Row, articles: Mapping[str, tuple[int, str]]) -> int | Refusal:
    """Return the article a row names. Refuses `field_required` and `sku_unknown`."""
    sku = row.values.get("sku", "").strip()
    if not sku:
        return Refusal("field_required", subject="sku")
    found = articles.get(normalize_code(sku))
    return found[0] if found else Refusal("sku_unknown", {"sku": sku}, "sku")


def read_number(text: str, field: str, *, places: int, most: Decimal) -> Decimal | Refusal:
    """Return a number of zero or more. Refuses `value_invalid`."""
    try:
        number = Decimal(text.strip())
    except InvalidOperation:
        return Refusal("value_invalid", {"found": text}, field)
    if not number.is_finite() or abs(number) > most or number != round(number, places):
        return Refusal("value_invalid", {"found": text}, field)
    return number


def read_day(text: str, field: str) -> date | Refusal | None:
    """Return a day; nothing for a cleared cell. Refuses `date_invalid`."""
    if text in ("", CLEAR):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return Refusal("date_invalid", {"found": text}, field)


def choose(text: object, known: Mapping[str, int], field: str) -> int | Refusal:
    """Return what a code names. Refuses `field_required` and `value_unknown`."""
    code = str(text or "").strip()
    if not code:
        return Refusal("field_required", subject=field)
    return known[code] if code in known else Refusal("value_unknown", {"found": code}, field)


def refuse_twice(outcomes: Sequence[Outcome]) -> list[Outcome]:
    """Refuse rows that stand in the portion a second time, by their key."""
    seen: set[str] = set()
    found = []
    for one in outcomes:
        if one.kind is not Kind.REFUSED and one.key in seen:
            found.append(Outcome(one.number, Kind.REFUSED, one.key, reasons=(Refusal("row_twice", subject="sku"),)))
            continue
        seen.add(one.key)
        found.append(one)
    return found


def put_back(
    rows: Sequence[DoneRow], apply: Callable[[Sequence[Outcome]], list[Outcome]], plan: Callable[[DoneRow], object]
) -> list[Outcome]:
    """Undo rows by applying them the other way round; what is no longer as imported comes back as `changed_since`."""
    turned = [
        Outcome(
            one.number, Kind.CHANGED if one.kind in (Kind.NEW, Kind.CHANGED) else Kind.SAME, one.key,
            {name: (after, before) for name, (before, after) in one.changes.items()}, plan=plan(one),
        )
        for one in rows
    ]  # fmt: skip
    since = {"changed_meanwhile": "changed_since"}
    return [
        Outcome(
            one.number, one.kind, one.key, one.changes,
            tuple(Refusal(since.get(r.code, r.code), r.params, r.subject) for r in one.reasons),
        )
        for one in apply(turned)
    ]  # fmt: skip
