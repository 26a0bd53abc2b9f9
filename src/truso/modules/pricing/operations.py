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


def set_prices(*, price_list: PriceList, prices: Sequence[NewPrice]) -> None:
    """Write prices of a list; those with the same variant, step and first day are replaced. All or none.

    Of several given with the same variant, step and first day the last counts. Refuses `price_negative`,
    `price_too_large` and `step_invalid` per row (subject is the row's index). On a market's list the change is noted for
    the 30-day low.
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
    Price.objects.bulk_create(
        [
            Price(
                price_list=price_list,
                variant_id=price.variant_id,
                amount=price.amount,
                minimum_quantity=price.minimum_quantity,
                valid_from=price.valid_from,
                valid_to=price.valid_to,
            )
            for price in wanted.values()
        ],
        update_conflicts=True,
        unique_fields=["price_list", "variant", "minimum_quantity", "valid_from"],
        update_fields=["amount", "valid_to"],
        batch_size=5000,
    )
    PriceList.objects.filter(pk=price_list.pk).update(revision=F("revision") + 1)
    variants = sorted({price.variant_id for price in prices})
    if price_list.kind == PriceList.Kind.MARKET and price_list.market_id:
        note_consumer_prices(market_id=price_list.market_id, variant_ids=variants)
    publish(
        PricesChanged(
            aggregate=Reference("price_list", price_list.uuid),
            price_list_id=price_list.pk,
            variant_ids=variants if len(variants) <= 2000 else [],
        )
    )


# What consumers are offered now: the market's list price, less the best campaign running.
_PERCENT = """
    coalesce((
        select max(c.percent) from pricing_campaign c
        where c.market_id = %(market)s and c.is_active and c.starts_at <= %(now)s and c.ends_at > %(now)s
          and (c.category_id is null or c.category_id = any(cat.path))
          and (c.product_ids = '{}' or v.product_id = any(c.product_ids))), 0)
"""
_LISTED = """
    l.kind = 'market' and l.market_id = %(market)s and l.is_active and l.currency = %(currency)s
      and (l.valid_from is null or l.valid_from <= %(day)s) and (l.valid_to is null or l.valid_to > %(day)s)
      and p.minimum_quantity <= 1 and p.valid_from <= %(day)s and (p.valid_to is null or p.valid_to > %(day)s)
"""
_INSERT = "insert into pricing_consumerprice (market_id, variant_id, amount, from_at) select %(market)s, offered.variant_id, offered.amount, %(now)s from ("
_UNLESS_NOTED = """
) offered left join lateral (
    select h.amount from pricing_consumerprice h where h.market_id = %(market)s and h.variant_id = offered.variant_id
    order by h.from_at desc, h.id desc limit 1
) last on true
where last.amount is distinct from offered.amount
"""
_NOTE_ALL = (
    _INSERT + "select p.variant_id, round(min(p.amount) * (100 - " + _PERCENT + """) / 100, 6) as amount
    from pricing_price p join pricing_pricelist l on l.id = p.price_list_id
    join catalog_variant v on v.id = p.variant_id join catalog_product pr on pr.id = v.product_id
    join catalog_category cat on cat.id = pr.category_id where """  # noqa: S608
    + _LISTED + "group by p.variant_id, v.product_id, cat.path" + _UNLESS_NOTED
)  # fmt: skip
# Article by article: a list may hold a million prices, of which a portion of an import changes a thousand.
_NOTE_SOME = (
    _INSERT + "select v.id as variant_id, round(price.amount * (100 - " + _PERCENT + """) / 100, 6) as amount
    from unnest(%(variants)s::bigint[]) wanted(id)
    join catalog_variant v on v.id = wanted.id join catalog_product pr on pr.id = v.product_id
    join catalog_category cat on cat.id = pr.category_id
    join lateral (
        select min(p.amount) as amount from pricing_price p join pricing_pricelist l on l.id = p.price_list_id
        where p.variant_id = v.id and """  # noqa: S608
    + _LISTED + ") price on price.amount is not null" + _UNLESS_NOTED
)  # fmt: skip


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
    publish(
        PricesChanged(
            aggregate=Reference("price_list", UUID(str(price_list.uuid))), price_list_id=price_list.pk, variant_ids=[]
        )
    )


def set_price_policy(*, customer_id: int, best_price_wins: bool) -> None:
    """Decide whether a customer's contract wins, or the best price."""
    PricePolicy.objects.update_or_create(customer_id=customer_id, defaults={"best_price_wins": best_price_wins})


def save_price_list(*, price_list: PriceList) -> PriceList:
    """Write a list's own data (not its prices) and announce it; a market's list is noted for the 30-day low."""
    price_list.save()
    if price_list.kind == PriceList.Kind.MARKET and price_list.market_id:
        note_consumer_prices(market_id=price_list.market_id)
    _announce_all(price_list)
    return price_list


def save_campaign(*, campaign: Campaign) -> Campaign:
    """Write a campaign and note what consumers are offered from now on.

    A campaign that begins or ends later is noted by the job that follows the clock.
    """
    campaign.save()
    note_consumer_prices(market_id=campaign.market_id)
    for price_list in PriceList.objects.filter(kind=PriceList.Kind.MARKET, market_id=campaign.market_id):
        _announce_all(price_list)
    return campaign


def save_discount(*, discount: Discount) -> Discount:
    """Write a discount."""
    discount.save()
    return discount


def _announce_all(price_list: PriceList) -> None:
    publish(
        PricesChanged(
            aggregate=Reference("price_list", UUID(str(price_list.uuid))), price_list_id=price_list.pk, variant_ids=[]
        )
    )
