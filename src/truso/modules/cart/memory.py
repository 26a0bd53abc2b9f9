"""What customers have bought: told by `orders` on placing, read for "price changed since", "due again" and reordering."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from django.db import connection

from truso.kernel.buyer import Buyer
from truso.kernel.value import Value
from truso.modules.cart.models import PurchaseMemory
from truso.platform.database.copying import copy_rows

_NOTE = """
insert into cart_purchasememory as m
    (customer_id, variant_id, times, first_at, last_at, last_quantity, last_price, price_unit, currency)
select %s, d.variant, 1, %s, %s, d.quantity, d.price, d.per, %s
from unnest(%s::bigint[], %s::numeric[], %s::numeric[], %s::int[]) as d(variant, quantity, price, per)
on conflict (customer_id, variant_id) do update set
    times = m.times + 1, first_at = least(m.first_at, excluded.first_at), last_at = greatest(m.last_at, excluded.last_at),
    (last_quantity, last_price, price_unit, currency) = (
        select r.quantity, r.price, r.per, r.currency from (values (m.last_quantity, m.last_price, m.price_unit, m.currency, m.last_at),
            (excluded.last_quantity, excluded.last_price, excluded.price_unit, excluded.currency, excluded.last_at)
        ) r (quantity, price, per, currency, at) order by r.at desc limit 1)
"""
_RECALL = """
select variant_id, times, first_at, last_at, last_quantity, last_price, price_unit, currency
from cart_purchasememory where customer_id = %s and variant_id = any(%s)
"""
# Bought three times or more, and so long ago that it is due: the longest overdue first, by its own rhythm.
_DUE = """
select variant_id, times, first_at, last_at, last_quantity, last_price, price_unit, currency from (
    select m.*, (last_at - first_at) / (times - 1) as rhythm from cart_purchasememory m
    where customer_id = %s and times >= %s and last_at > first_at
) x
where rhythm >= interval '2 days' and last_at + rhythm <= %s and last_at + rhythm * %s >= %s
order by extract(epoch from %s - last_at) / extract(epoch from rhythm) desc, variant_id limit %s
"""
_USUAL = """
select variant_id, times, first_at, last_at, last_quantity, last_price, price_unit, currency
from cart_purchasememory where customer_id = %s and last_at >= %s order by times desc, last_at desc, variant_id limit %s
"""
COLUMNS = (
    "customer_id",
    "variant_id",
    "times",
    "first_at",
    "last_at",
    "last_quantity",
    "last_price",
    "price_unit",
    "currency",
)
SOON = timedelta(days=7)
# Bought so many times, an article is one the customer usually buys; after so many times its rhythm without a purchase, no more.
OFTEN, GIVEN_UP = 3, 2.5
A_YEAR = timedelta(days=365)


class Bought(Value, frozen=True):
    """One article of an order being placed: how many in all, and what one price unit cost, ex VAT."""

    variant_id: int
    quantity: Decimal
    price: Decimal
    price_unit: int


class Purchase(Value, frozen=True):
    """What is remembered of an article a customer has bought. `last_price` is for `price_unit` units, ex VAT."""

    variant_id: int
    times: int
    first_at: datetime
    last_at: datetime
    last_quantity: Decimal
    last_price: Decimal
    price_unit: int
    currency: str

    @property
    def rhythm(self) -> timedelta | None:
        """How long usually lies between two purchases; None before the second."""
        return (self.last_at - self.first_at) / (self.times - 1) if self.times > 1 else None

    @property
    def due_on(self) -> date | None:
        """The day it is due again by its rhythm; None for what has been bought fewer than three times."""
        return (self.last_at + self.rhythm).date() if self.times > 2 and self.rhythm else None


def note_purchases(*, customer_id: int, currency: str, at: datetime, bought: Sequence[Bought]) -> None:
    """Remember what an order takes, in one statement, also of an order placed earlier. Each article counts once per order, with all its lines together."""
    once: dict[int, Bought] = {}
    for one in bought:
        before = once.get(one.variant_id)
        quantity = one.quantity + (before.quantity if before else 0)
        once[one.variant_id] = Bought(one.variant_id, quantity, one.price, one.price_unit)
    if not once:
        return
    rows = sorted(once.values(), key=lambda one: one.variant_id)
    with connection.cursor() as cursor:
        cursor.execute(
            _NOTE,
            [
                customer_id,
                at,
                at,
                currency,
                [one.variant_id for one in rows],
                [one.quantity for one in rows],
                [one.price for one in rows],
                [one.price_unit for one in rows],
            ],
        )


def purchases_of(buyer: Buyer, variant_ids: Collection[int]) -> dict[int, Purchase]:
    """Return what the buyer's customer remembers of articles, in one query; none for visitors."""
    if buyer.customer is None or not variant_ids:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(_RECALL, [buyer.customer.id, list(variant_ids)])
        return {row[0]: Purchase(*row) for row in cursor.fetchall()}


def due_again(buyer: Buyer, *, limit: int = 12) -> list[Purchase]:
    """Return what the buyer's customer usually has bought again by now, or within a week, the longest overdue first.

    What has not been bought for two and a half times its rhythm is taken for given up.
    """
    if buyer.customer is None:
        return []
    until = buyer.now + SOON
    with connection.cursor() as cursor:
        cursor.execute(_DUE, [buyer.customer.id, OFTEN, until, GIVEN_UP, buyer.now, buyer.now, limit])
        return [Purchase(*row) for row in cursor.fetchall()]


def usual_purchases(buyer: Buyer, *, limit: int = 24) -> list[Purchase]:
    """Return what the buyer's customer bought most often in the last year."""
    if buyer.customer is None:
        return []
    with connection.cursor() as cursor:
        cursor.execute(_USUAL, [buyer.customer.id, buyer.now - A_YEAR, limit])
        return [Purchase(*row) for row in cursor.fetchall()]


def remember_anew(rows: Iterable[tuple[Any, ...]]) -> int:
    """Write the whole memory anew from rows in the order of `COLUMNS`, after orders came in otherwise; return how many."""
    with connection.cursor() as cursor:
        cursor.execute("delete from cart_purchasememory")
    return copy_rows(PurchaseMemory, COLUMNS, list(rows))
