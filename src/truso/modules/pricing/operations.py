"""Every change of prices, lists, discounts and policies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from django.db import connection
from django.db.models import F

from truso.kernel.money import MAX_AMOUNT, ZERO
from truso.kernel.quantity import MAX_QUANTITY
from truso.kernel.references import Reference
from truso.kernel.refusals import Refusal, Refused
from truso.modules.pricing.events import PricesChanged
from truso.modules.pricing.judging import judge_discount, judge_list
from truso.modules.pricing.models import Discount, PriceList, PricePolicy
from truso.modules.pricing.noting import note_consumer_prices
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
    _write(price_list.pk, list(wanted.values()), change)
    announce_prices(price_list, sorted({price.variant_id for price in prices}))


_WRITE = """
insert into pricing_price (price_list_id, variant_id, minimum_quantity, amount, valid_from, valid_to, change_id)
select %s, d.variant, d.quantity, d.amount, d.first, d.last, %s
from unnest(%s::bigint[], %s::numeric[], %s::numeric[], %s::date[], %s::date[]) as d(variant, quantity, amount, first, last)
on conflict (price_list_id, variant_id, minimum_quantity, valid_from)
do update set amount = excluded.amount, valid_to = excluded.valid_to, change_id = excluded.change_id
"""
PORTION = 20_000


def _write(price_list_id: int, prices: Sequence[NewPrice], change: int) -> None:
    """Write prices in few statements: of a hundred thousand, what Django makes of each row would take longer than writing it."""
    with connection.cursor() as cursor:
        for start in range(0, len(prices), PORTION):
            part = prices[start : start + PORTION]
            cursor.execute(
                _WRITE,
                [
                    price_list_id,
                    change,
                    [one.variant_id for one in part],
                    [one.minimum_quantity for one in part],
                    [one.amount for one in part],
                    [one.valid_from for one in part],
                    [one.valid_to for one in part],
                ],
            )


def announce_prices(price_list: PriceList, variant_ids: Sequence[int]) -> None:
    """Let everybody know that a list's prices of these articles are other ones, and note what consumers are offered now."""
    PriceList.every.filter(pk=price_list.pk).update(revision=F("revision") + 1)
    for market_id in _markets_priced_by(price_list):
        note_consumer_prices(market_id=market_id, variant_ids=variant_ids)
    publish_prices(price_list, variant_ids if len(variant_ids) <= 2000 else ())


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


def set_list_active(
    *, price_list_id: int, active: bool, valid_from: date | None = None, valid_to: date | None = None
) -> None:
    """Let a price list count, or count no more."""
    price_list = PriceList.objects.select_for_update().get(pk=price_list_id)
    price_list.is_active = active
    if active:
        price_list.valid_from, price_list.valid_to = valid_from, valid_to
    price_list.save(update_fields=["is_active", "valid_from", "valid_to"])
    publish_prices(price_list)


def set_price_policy(*, customer_id: int, best_price_wins: bool, on_request_but: int | None = None) -> None:
    """Decide whether a customer's contract wins, or the best price, and whether only an assortment has prices for it."""
    values = {"best_price_wins": best_price_wins, "on_request_but_id": on_request_but}
    PricePolicy.objects.update_or_create(customer_id=customer_id, defaults=values)


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
    publish_prices(price_list)
    return price_list


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


def publish_prices(price_list: PriceList, variant_ids: Sequence[int] = ()) -> None:
    """Announce that a list's prices are others; of many articles without naming them."""
    reference = Reference("price_list", UUID(str(price_list.uuid)))
    publish(PricesChanged(aggregate=reference, price_list_id=price_list.pk, variant_ids=list(variant_ids)))
