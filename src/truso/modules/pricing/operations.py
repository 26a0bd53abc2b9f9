"""Every change of prices, lists, discounts and policies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import F

from truso.kernel.money import MAX_AMOUNT, ZERO
from truso.kernel.quantity import MAX_QUANTITY
from truso.kernel.references import Reference
from truso.kernel.refusals import Refusal, Refused
from truso.modules.markets.queries import get_market
from truso.modules.pricing.events import PricesChanged
from truso.modules.pricing.judging import judge_discount, judge_list
from truso.modules.pricing.models import Campaign, Discount, Price, PriceList, PricePolicy
from truso.platform import clock
from truso.platform.events import publish

# The first day of a price that names none.
FIRST_DAY = date(2000, 1, 1)


@dataclass(frozen=True, slots=True)
class NewPrice:
    """A net price per the variant's price unit, from a quantity and day on."""

    variant_id: int
    amount: Decimal
    minimum_quantity: Decimal = Decimal(1)
    valid_from: date = FIRST_DAY
    valid_to: date | None = None


def set_prices(*, price_list: PriceList, prices: Sequence[NewPrice], reason: str = "") -> None:
    """Write prices of a list; those with the same variant, step and first day are replaced. All or none.

    Of several given with the same variant, step and first day the last counts. What was replaced stays in the history, with
    who did it and the `reason`. Refuses `price_negative`, `price_too_large` and `step_invalid` per row (subject is the
    row's index). On a market's list the change is noted for the 30-day low.
    """
    rows = [(str(index), price) for index, price in enumerate(prices)]
    bad = [Refusal("price_negative", subject=row) for row, price in rows if price.amount < ZERO]
    bad += [Refusal("price_too_large", subject=row) for row, price in rows if price.amount > MAX_AMOUNT]
    bad += [
        Refusal("step_invalid", {"maximum": MAX_QUANTITY}, row)
        for row, price in rows
        if not ZERO < price.minimum_quantity <= MAX_QUANTITY
    ]
    if bad:
        raise Refused(*bad)
    wanted = {(price.variant_id, price.minimum_quantity, price.valid_from): price for price in prices}
    change = note_change(reason)
    Price.objects.bulk_create(
        [
            Price(
                price_list=price_list,
                variant_id=price.variant_id,
                amount=price.amount,
                minimum_quantity=price.minimum_quantity,
                valid_from=price.valid_from,
                valid_to=price.valid_to,
                change_id=change,
            )
            for price in wanted.values()
        ],
        update_conflicts=True,
        unique_fields=["price_list", "variant", "minimum_quantity", "valid_from"],
        update_fields=["amount", "valid_to", "change"],
        batch_size=5000,
    )
    announce_prices(price_list, sorted({price.variant_id for price in prices}))


def announce_prices(price_list: PriceList, variant_ids: Sequence[int]) -> None:
    """Let everybody know that a list's prices of these articles are other ones, and note what consumers are offered now."""
    PriceList.every.filter(pk=price_list.pk).update(revision=F("revision") + 1)
    for market_id in _markets_priced_by(price_list):
        note_consumer_prices(market_id=market_id, variant_ids=variant_ids)
    _publish(price_list, variant_ids if len(variant_ids) <= 2000 else ())


def _markets_priced_by(price_list: PriceList) -> list[int]:
    """Return the markets whose consumers a list's prices may reach: its own, or those with a list made from its costs."""
    if price_list.kind == PriceList.Kind.MARKET and price_list.market_id:
        return [price_list.market_id]
    if price_list.kind != PriceList.Kind.COST:
        return []
    made = PriceList.objects.filter(kind=PriceList.Kind.MARKET, basis=PriceList.Basis.COST, is_active=True)
    found = made.filter(currency=price_list.currency).order_by("market_id").values_list("market_id", flat=True)
    return [one for one in found.distinct() if one]


# Who acts is what the audit trail is told; a delete has no row to carry the change, so the triggers are told as well.
_CHANGE = """
with noted as (
    insert into pricing_pricechange (uuid, at, actor, reason)
    select gen_random_uuid(), %s, coalesce(nullif(current_setting('truso.actor', true), ''), '{"label": "system"}')::jsonb, %s
    returning id
)
select id, set_config('truso.price_change', id::text, true) from noted
"""


def note_change(reason: str) -> int:
    """Note that prices are changed now, by whom and why; returns the key their history names it by."""
    with connection.cursor() as cursor:
        cursor.execute(_CHANGE, [clock.now(), reason[:300]])
        return int(cursor.fetchone()[0])


# What consumers are offered now: the market's list price, less the best campaign running.
_PERCENT = """
    coalesce((
        select max(c.percent) from pricing_campaign c
        where c.market_id = %(market)s and c.is_active and c.starts_at <= %(now)s and c.ends_at > %(now)s
          and (c.category_id is null or c.category_id = any(cat.path))
          and (c.product_ids = '{}' or v.product_id = any(c.product_ids))), 0)
"""
# The market's lists and what they cost: of a list's prices the highest step at one piece, of one step the one that began
# last; a list made from the cost has that price for what it has no other for. `{some}` narrows to articles.
_OFFERED = """
with listed as (
    select l.id, l.basis, l.percent from pricing_pricelist l
    where l.kind = 'market' and l.market_id = %(market)s and l.is_active and l.currency = %(currency)s
      and (l.valid_from is null or l.valid_from <= %(day)s) and (l.valid_to is null or l.valid_to > %(day)s)
), costs as (
    select l.id from pricing_pricelist l
    where l.kind = 'cost' and l.is_active and l.currency = %(currency)s and exists (select from listed where basis = 'cost')
      and (l.valid_from is null or l.valid_from <= %(day)s) and (l.valid_to is null or l.valid_to > %(day)s)
), priced as (
    select distinct on (p.price_list_id, p.variant_id) p.price_list_id, p.variant_id, p.amount from pricing_price p
    where (p.price_list_id in (select id from listed) or p.price_list_id in (select id from costs)) {some}
      and p.minimum_quantity <= 1 and p.valid_from <= %(day)s and (p.valid_to is null or p.valid_to > %(day)s)
    order by p.price_list_id, p.variant_id, p.minimum_quantity desc, p.valid_from desc
), cost as (
    select variant_id, max(amount) as amount from priced where price_list_id in (select id from costs) group by variant_id
), price as (
    select variant_id, min(amount) as amount from (
        select variant_id, amount from priced where price_list_id in (select id from listed)
        union all
        select c.variant_id, round(c.amount * (100 + l.percent) / 100, 6) from cost c join listed l on l.basis = 'cost'
        where not exists (select from priced o where o.price_list_id = l.id and o.variant_id = c.variant_id)
    ) offers group by variant_id
)
insert into pricing_consumerprice (market_id, variant_id, amount, from_at)
select %(market)s, offered.variant_id, offered.amount, %(now)s from (
    select price.variant_id, round(price.amount * (100 - {percent}) / 100, 6) as amount from price
    join catalog_variant v on v.id = price.variant_id join catalog_product pr on pr.id = v.product_id
    join catalog_category cat on cat.id = pr.category_id
) offered left join lateral (
    select h.amount from pricing_consumerprice h where h.market_id = %(market)s and h.variant_id = offered.variant_id
    order by h.from_at desc, h.id desc limit 1
) last on true
where last.amount is distinct from offered.amount
"""
_NOTE_ALL = _OFFERED.format(some="", percent=_PERCENT)
# A list may hold a million prices, of which a portion of an import changes a thousand.
_NOTE_SOME = _OFFERED.format(some="and p.variant_id = any(%(variants)s::bigint[])", percent=_PERCENT)


def note_consumer_prices(*, market_id: int, variant_ids: Sequence[int] | None = None) -> None:
    """Add to the record of consumer prices what has changed since it was last written; for all articles when none are named."""
    market, now = get_market(market_id), clock.now()
    values: dict[str, Any] = {"market": market_id, "currency": market.currency, "now": now, "day": market.day_of(now)}
    with connection.cursor() as cursor:
        if variant_ids is None:
            cursor.execute(_NOTE_ALL, values)
        else:
            cursor.execute(_NOTE_SOME, values | {"variants": list(variant_ids)})


def set_list_active(
    *, price_list_id: int, active: bool, valid_from: date | None = None, valid_to: date | None = None
) -> None:
    """Let a price list count, or count no more."""
    price_list = PriceList.objects.select_for_update().get(pk=price_list_id)
    price_list.is_active = active
    if active:
        price_list.valid_from, price_list.valid_to = valid_from, valid_to
    price_list.save(update_fields=["is_active", "valid_from", "valid_to"])
    _publish(price_list)


def set_price_policy(*, customer_id: int, best_price_wins: bool) -> None:
    """Decide whether a customer's contract wins, or the best price."""
    PricePolicy.objects.update_or_create(customer_id=customer_id, defaults={"best_price_wins": best_price_wins})


def save_price_list(*, price_list: PriceList) -> PriceList:
    """Write a list's own data (not its prices) and announce it; a market's list is noted for the 30-day low.

    Refuses what `judge_list` names.
    """
    wrong = judge_list(
        kind=price_list.kind, basis=price_list.basis, percent=price_list.percent, valid_from=price_list.valid_from,
        valid_to=price_list.valid_to,
    )  # fmt: skip
    if bad := tuple(wrong):
        raise Refused(*bad)
    price_list.save()
    for market_id in _markets_priced_by(price_list):
        note_consumer_prices(market_id=market_id)
    _publish(price_list)
    return price_list


def save_campaign(*, campaign: Campaign) -> Campaign:
    """Write a campaign and note what consumers are offered from now on.

    A campaign that begins or ends later is noted by the job that follows the clock.
    """
    campaign.save()
    note_consumer_prices(market_id=campaign.market_id)
    for price_list in PriceList.objects.filter(kind=PriceList.Kind.MARKET, market_id=campaign.market_id):
        _publish(price_list)
    return campaign


def save_discount(*, discount: Discount) -> Discount:
    """Write a discount. Refuses what `judge_discount` names."""
    wrong = judge_discount(
        percent=discount.percent, amount=discount.amount, currency=discount.currency, valid_from=discount.valid_from,
        valid_to=discount.valid_to,
    )  # fmt: skip
    if bad := tuple(wrong):
        raise Refused(*bad)
    discount.save()
    return discount


def _publish(price_list: PriceList, variant_ids: Sequence[int] = ()) -> None:
    reference = Reference("price_list", UUID(str(price_list.uuid)))
    publish(PricesChanged(aggregate=reference, price_list_id=price_list.pk, variant_ids=list(variant_ids)))
