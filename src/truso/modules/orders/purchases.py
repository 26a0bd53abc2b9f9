"""What customers have bought, as others look back on it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import connection

from truso.kernel.value import Value

# Goods of orders that stand, less what was cancelled and sent back.
_BOUGHT = """
select l.variant_id, sum(l.quantity - l.cancelled_quantity - l.returned_quantity),
       sum(case when l.quantity = 0 then 0 else l.net * (l.quantity - l.cancelled_quantity - l.returned_quantity) / l.quantity end)
from orders_orderline l join orders_order o on o.id = l.order_id
where o.customer_id = any(%(customers)s::bigint[]) and o.state in ('confirmed', 'completed') and l.kind = 'item' and o.currency = %(currency)s
  and o.placed_at >= (%(since)s::date)::timestamp at time zone %(timezone)s
  and (%(variants)s::bigint[] is null or l.variant_id = any(%(variants)s::bigint[]))
group by l.variant_id
"""


class Purchased(Value, frozen=True):
    """How much of an article was bought, in sales units, and for how much net."""

    quantity: Decimal
    net: Decimal


def purchases_since(
    customer_ids: Iterable[int], since: date, *, currency: str, timezone: str, variants: Iterable[int] | None = None
) -> dict[int, Purchased]:
    """Return what customers have bought since a day, by article; of some articles only, if so wanted."""
    values: dict[str, Any] = {
        "customers": list(customer_ids),
        "since": since,
        "currency": currency,
        "timezone": timezone,
        "variants": None if variants is None else list(variants),
    }
    with connection.cursor() as cursor:
        cursor.execute(_BOUGHT, values)
        return {row[0]: Purchased(row[1], row[2]) for row in cursor.fetchall()}
