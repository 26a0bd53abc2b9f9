"""Prices from a file: net, per the article's price unit, from a quantity and a day on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, ClassVar

from django.utils.translation import gettext as _

from truso.kernel.money import MAX_AMOUNT
from truso.kernel.quantity import MAX_QUANTITY, format_quantity
from truso.kernel.refusals import Refusal
from truso.kernel.value import replace
from truso.modules.pricing.bulk import PriceKey, read_prices, save_prices
from truso.modules.pricing.models import CostList, Price, PriceList
from truso.modules.pricing.operations import FIRST_DAY, NewPrice
from truso.platform.imports import CLEAR, DoneRow, FieldSpec, Kind, Outcome, Row, target
from truso.processes.imports.levels import (
    choose,
    find_article,
    put_back,
    read_articles,
    read_day,
    read_number,
    refuse_twice,
)


@target
class Prices:
    """Imports prices. Option: `price_list`, where rows name none, by code."""

    code = "prices"
    lists: ClassVar[Any] = PriceList.objects

    def fields(self) -> Sequence[FieldSpec]:
        """Return the fields; list, article, quantity and first day name a price."""
        return [
            FieldSpec("sku", _("Article number"), "code", is_key=True, is_required=True, aliases=("sku", "varenummer", "artikelnummer")),
            FieldSpec("price_list", _("Price list"), is_key=True, aliases=("prisliste", "prislista", "cennik")),
            FieldSpec("from_quantity", _("From quantity"), "number", is_key=True, aliases=("fra antall", "från antal", "od ilości")),
            FieldSpec("valid_from", _("Valid from"), "date", is_key=True, aliases=("gyldig fra", "giltig från", "ważne od")),
            FieldSpec("price", _("Net price"), "number", aliases=("price", "pris", "cena")),
            FieldSpec("valid_to", _("Valid before"), "date", aliases=("gyldig til", "giltig till", "ważne do")),
        ]  # fmt: skip

    def judge(self, rows: Sequence[Row], options: Mapping[str, Any]) -> list[Outcome]:
        """Say what would become of each row. Three statements."""
        return judge_prices(rows, options, read_articles(row.values.get("sku", "") for row in rows), self.lists)

    def apply(self, outcomes: Sequence[Outcome], options: Mapping[str, Any]) -> list[Outcome]:
        """Write prices, per list once."""
        return apply_prices(outcomes)

    def export(self, fields: Sequence[str], options: Mapping[str, Any]) -> tuple[list[str], Iterator[list[str]]]:
        """Return every price of every list of the kind."""
        known = [field.code for field in self.fields()]
        wanted = [code for code in fields if code in known] or known
        rows = (
            Price.objects.filter(price_list__in=self.lists.all())
            .order_by("pk")
            .values_list("variant__sku", "price_list__code", "minimum_quantity", "valid_from", "amount", "valid_to")
        )
        order = [known.index(code) for code in wanted]
        return wanted, ([_cell(row[place]) for place in order] for row in rows.iterator(chunk_size=1000))

    def undo(self, rows: Sequence[DoneRow]) -> list[Outcome]:
        """Put back prices that are still as imported; those that were new end."""
        plans = plan_prices([row.key for row in rows], self.lists)
        return put_back(rows, apply_prices, lambda row: plans[row.key])


@target
class Costs(Prices):
    """Imports what goods cost, into cost lists. Option: `price_list`, where rows name none, by code."""

    code = "costs"
    lists = CostList.objects

    def fields(self) -> Sequence[FieldSpec]:
        """Return the fields of prices, the two of them said as costs are spoken of."""
        said = {"price_list": _("Cost list"), "price": _("Cost")}
        return [replace(one, label=said.get(one.code, one.label)) for one in super().fields()]


def _cell(value: Any) -> str:
    return "" if value is None else format_quantity(value) if isinstance(value, Decimal) else str(value)


def judge_prices(
    rows: Sequence[Row],
    options: Mapping[str, Any],
    articles: Mapping[str, tuple[int, str]],
    among: Any = PriceList.objects,
) -> list[Outcome]:
    """Say what would become of prices of these articles; those that are not there yet have keys below zero."""
    lists = dict(among.values_list("code", "pk"))
    keys = [_key(row, options, articles, lists) for row in rows]
    there = read_prices(keys={key for key in keys if not isinstance(key, Refusal)})
    names = {pk: code for code, pk in lists.items()}
    return refuse_twice([_judge(row, key, there, names) for row, key in zip(rows, keys, strict=True)])


def plan_prices(names: Sequence[str], among: Any = PriceList.objects) -> dict[str, PriceKey | Refusal]:
    """Return the records kept keys (`sku|list|from quantity|first day`) stand for."""
    lists = dict(among.values_list("code", "pk"))
    parts = {name: name.rsplit("|", 3) for name in names if name.count("|") >= 3}
    articles = read_articles(part[0] for part in parts.values())
    nothing: dict[str, PriceKey | Refusal] = {name: Refusal("field_required", subject="sku") for name in names}
    fields = ("sku", "price_list", "from_quantity", "valid_from")
    return nothing | {
        name: _key(Row(0, dict(zip(fields, part, strict=True))), {}, articles, lists) for name, part in parts.items()
    }


def _key(
    row: Row, options: Mapping[str, Any], articles: Mapping[str, tuple[int, str]], lists: Mapping[str, int]
) -> PriceKey | Refusal:
    quantity = read_number(row.values.get("from_quantity") or "1", "from_quantity", places=3, most=MAX_QUANTITY)
    if isinstance(quantity, Decimal) and quantity <= 0:
        quantity = Refusal("step_invalid", {"maximum": MAX_QUANTITY}, "from_quantity")
    day = read_day(row.values.get("valid_from", ""), "valid_from")
    price_list = choose(row.values.get("price_list") or options.get("price_list"), lists, "price_list")
    article = find_article(row, articles)
    for part in (article, price_list, quantity, day):
        if isinstance(part, Refusal):
            return part
    return price_list, article, quantity, day or FIRST_DAY  # type: ignore[return-value]


def _judge(row: Row, key: PriceKey | Refusal, there: Mapping[PriceKey, Any], names: Mapping[int, str]) -> Outcome:
    if isinstance(key, Refusal):
        return Outcome(row.number, Kind.REFUSED, row.values.get("sku", ""), reasons=(key,))
    name = f"{row.values['sku'].strip()}|{names[key[0]]}|{format_quantity(key[2])}|{key[3]}"
    before = there.get(key)
    wanted: dict[str, str | None] = {}
    reasons = []
    if row.values.get("price"):
        amount = read_number(row.values["price"], "price", places=6, most=MAX_AMOUNT)
        if isinstance(amount, Decimal) and amount < 0:
            amount = Refusal("price_negative", subject="price")
        if isinstance(amount, Refusal):
            reasons.append(amount)
        else:
            wanted["price"] = format_quantity(amount)
    elif before is None:
        reasons.append(Refusal("field_required", subject="price"))
    if row.values.get("valid_to"):
        end = read_day(row.values["valid_to"], "valid_to")
        if isinstance(end, date) and end <= key[3]:
            end = Refusal("period_invalid", subject="valid_to")
        if isinstance(end, Refusal):
            reasons.append(end)
        elif before or row.values["valid_to"] != CLEAR:
            wanted["valid_to"] = end.isoformat() if end else None
    if reasons:
        return Outcome(row.number, Kind.REFUSED, name, reasons=tuple(reasons))
    present = _plain(before)
    changes = {field: (present.get(field), value) for field, value in wanted.items() if present.get(field) != value}
    kind = (Kind.CHANGED if changes else Kind.SAME) if before else Kind.NEW
    return Outcome(row.number, kind, name, changes, plan=key)


def _plain(price: tuple[Decimal, date | None] | None) -> dict[str, str | None]:
    if price is None:
        return {}
    return {"price": format_quantity(price[0]), "valid_to": price[1].isoformat() if price[1] else None}


def apply_prices(outcomes: Sequence[Outcome]) -> list[Outcome]:
    """Write prices as judged; refuses what somebody changed meanwhile."""
    written = (Kind.NEW, Kind.CHANGED)
    todo = [one for one in outcomes if one.kind in written and not isinstance(one.plan, Refusal)]
    there = read_prices(keys={one.plan for one in todo}, lock=True) if todo else {}
    prices: dict[int, list[NewPrice]] = {}
    ended: dict[int, list[PriceKey]] = {}
    done = []
    for one in outcomes:
        if one.kind not in written:
            done.append(one)
            continue
        reasons = (one.plan,) if isinstance(one.plan, Refusal) else _quicker(one, there)
        if reasons:
            done.append(Outcome(one.number, Kind.REFUSED, one.key, one.changes, reasons))
            continue
        after = _plain(there.get(one.plan)) | {field: value for field, (_, value) in one.changes.items()}
        list_id, variant, quantity, day = one.plan
        if after.get("price") is None:
            ended.setdefault(list_id, []).append(one.plan)
        else:
            end = after.get("valid_to")
            price = NewPrice(
                variant, Decimal(str(after["price"])), quantity, day, date.fromisoformat(end) if end else None
            )
            prices.setdefault(list_id, []).append(price)
        done.append(one)
    for price_list in PriceList.every.filter(pk__in=[*prices, *ended]).order_by("pk") if prices or ended else ():
        save_prices(price_list=price_list, prices=prices.get(price_list.pk, []), ended=ended.get(price_list.pk, []))
    return done


def _quicker(outcome: Outcome, there: Mapping[PriceKey, Any]) -> tuple[Refusal, ...]:
    present = _plain(there.get(outcome.plan))
    return tuple(
        Refusal("changed_meanwhile", subject=field)
        for field, pair in outcome.changes.items()
        if present.get(field) not in pair
    )
