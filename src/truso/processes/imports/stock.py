"""Stock from a file: what was counted at a location, or by how much it changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from truso.kernel.money import ZERO
from truso.kernel.quantity import format_quantity
from truso.kernel.refusals import Refusal
from truso.modules.catalog.models import Bundle
from truso.modules.inventory.bulk import StockKey, check_count, count_many, ensure_items, read_stock
from truso.modules.inventory.models import Location, StockItem
from truso.platform.imports import DoneRow, FieldSpec, Kind, Outcome, Row, target
from truso.processes.imports.levels import choose, find_article, put_back, read_articles, read_number, refuse_twice

_MOST = Decimal(10) ** 11 - 1


@target
class Stock:
    """Imports balances. Option: `location`, where rows name none."""

    code = "stock"

    def fields(self) -> Sequence[FieldSpec]:
        """Return the fields: `on_hand` is what there is, `change` what came or went."""
        return [
            FieldSpec("sku", _("Article number"), "code", is_key=True, is_required=True, aliases=("sku", "varenummer", "artikelnummer")),
            FieldSpec("location", _("Location"), is_key=True, aliases=("lager", "location", "magazyn")),
            FieldSpec("on_hand", _("On hand"), "number", aliases=("stock", "beholdning", "lagersaldo", "stan")),
            FieldSpec("change", _("Change"), "number", aliases=("change", "endring", "ändring", "zmiana")),
        ]  # fmt: skip

    def judge(self, rows: Sequence[Row], options: Mapping[str, Any]) -> list[Outcome]:
        """Say what would become of each row. Four statements."""
        return judge_stock(rows, options, read_articles(row.values.get("sku", "") for row in rows))

    def apply(self, outcomes: Sequence[Outcome], options: Mapping[str, Any]) -> list[Outcome]:
        """Write balances and their ledger entries."""
        return apply_stock(outcomes)

    def export(self, fields: Sequence[str], options: Mapping[str, Any]) -> tuple[list[str], Iterator[list[str]]]:
        """Return every balance. What came or went is not told: brought in again it would come once more."""
        known = ["sku", "location", "on_hand"]
        wanted = [code for code in fields if code in known] or known
        rows = StockItem.objects.order_by("pk").values_list("variant__sku", "location__code", "on_hand")
        order = [known.index(code) for code in wanted]
        cells = ([sku, code, format_quantity(on_hand)] for sku, code, on_hand in rows.iterator(chunk_size=1000))
        return wanted, ([row[place] for place in order] for row in cells)

    def undo(self, rows: Sequence[DoneRow]) -> list[Outcome]:
        """Count back what is still as it was imported."""
        plans = plan_stock([row.key for row in rows])
        return put_back(rows, apply_stock, lambda row: plans[row.key])


def judge_stock(
    rows: Sequence[Row], options: Mapping[str, Any], articles: Mapping[str, tuple[int, str]]
) -> list[Outcome]:
    """Say what would become of balances of these articles; those that are not there yet have keys below zero."""
    locations = dict(Location.objects.filter(is_active=True).values_list("code", "pk"))
    keys = [_key(row, options, articles, locations) for row in rows]
    items = read_stock(keys={key for key in keys if not isinstance(key, Refusal)})
    names = {pk: code for code, pk in locations.items()}
    bundles = set(Bundle.objects.filter(pk__in=[pk for pk, _sku in articles.values()]).values_list("pk", flat=True))
    outcomes = []
    for row, key in zip(rows, keys, strict=True):
        if not isinstance(key, Refusal) and key[0] in bundles:
            key = Refusal("bundle_has_no_stock", {"sku": row.values["sku"]}, "sku")  # noqa: PLW2901
        if isinstance(key, Refusal):
            outcomes.append(Outcome(row.number, Kind.REFUSED, row.values.get("sku", ""), reasons=(key,)))
        else:
            outcomes.append(_judge(row, key, items.get(key), f"{row.values['sku'].strip()}|{names[key[1]]}"))
    return refuse_twice(outcomes)


def plan_stock(names: Sequence[str]) -> dict[str, StockKey | Refusal]:
    """Return the records kept keys (`sku|location`) stand for."""
    locations = dict(Location.objects.values_list("code", "pk"))
    parts = {name: name.rpartition("|") for name in names}
    articles = read_articles(part[0] for part in parts.values())
    return {
        name: _key(Row(0, {"sku": sku, "location": location}), {}, articles, locations)
        for name, (sku, _, location) in parts.items()
    }


def _key(
    row: Row, options: Mapping[str, Any], articles: Mapping[str, tuple[int, str]], locations: Mapping[str, int]
) -> StockKey | Refusal:
    article = find_article(row, articles)
    location = choose(row.values.get("location") or options.get("location"), locations, "location")
    if isinstance(article, Refusal):
        return article
    return location if isinstance(location, Refusal) else (article, location)


def _judge(row: Row, key: StockKey, item: Any, name: str) -> Outcome:
    field = "on_hand" if row.values.get("on_hand") else "change"
    number = read_number(row.values.get(field, ""), field, places=3, most=_MOST)
    if field not in row.values or not row.values[field]:
        number = Refusal("field_required", subject="on_hand")
    if isinstance(number, Refusal):
        return Outcome(row.number, Kind.REFUSED, name, reasons=(number,))
    before = item.on_hand if item else ZERO
    after = number if field == "on_hand" else before + number
    if problems := check_count(after, item.reserved if item else ZERO, field):
        return Outcome(row.number, Kind.REFUSED, name, reasons=tuple(problems))
    if after == before:
        return Outcome(row.number, Kind.SAME, name)
    # A balance that is not there yet is one of nothing: there is no record of its own to be new.
    changes = {"on_hand": (format_quantity(before), format_quantity(after))}
    return Outcome(row.number, Kind.CHANGED, name, changes, plan=key)


def apply_stock(outcomes: Sequence[Outcome]) -> list[Outcome]:
    """Write balances as judged; refuses what somebody changed meanwhile."""
    todo = {one.plan: one for one in outcomes if one.kind is Kind.CHANGED and not isinstance(one.plan, Refusal)}
    if todo:
        ensure_items(keys=todo.keys() - read_stock(keys=todo).keys())
    items = read_stock(keys=todo, lock=True) if todo else {}
    done, counts = [], {}
    for one in outcomes:
        if one.kind is not Kind.CHANGED:
            done.append(one)
            continue
        if isinstance(one.plan, Refusal):
            done.append(Outcome(one.number, Kind.REFUSED, one.key, one.changes, (one.plan,)))
            continue
        item = items[one.plan]
        before, after = (Decimal(value) for value in one.changes["on_hand"])
        reasons = check_count(after, item.reserved, "on_hand")
        if item.on_hand not in (before, after):
            reasons = [Refusal("changed_meanwhile", subject="on_hand")]
        if reasons:
            done.append(Outcome(one.number, Kind.REFUSED, one.key, one.changes, tuple(reasons)))
        else:
            counts[one.plan] = after
            done.append(one)
    count_many(counts=counts, items=items)
    return done
