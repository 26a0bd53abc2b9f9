"""The nightly counting of what is bought together."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.db import connection, transaction

from truso.modules.cart.suggestions import replace_together
from truso.platform import clock
from truso.platform.jobs import periodic

# Orders of more lines say little about what belongs together, and pairs grow with the square.
MOST_LINES = 60
FEWEST_ORDERS = 3
PER_ARTICLE = 12
_PAIRS = """
with bought as materialized (
    select distinct l.order_id, l.variant_id from orders_orderline l join orders_order o on o.id = l.order_id
    where o.placed_at >= %(since)s and l.kind = 'item' and l.variant_id is not null
      and o.state not in ('rejected', 'expired', 'cancelled')
), small as (
    select order_id from bought group by 1 having count(*) between 2 and %(lines)s
), pairs as (
    select a.variant_id, b.variant_id as other_id, count(*) as orders
    from small join bought a using (order_id) join bought b on b.order_id = a.order_id and b.variant_id <> a.variant_id
    group by 1, 2 having count(*) >= %(orders)s
)
select variant_id, other_id, orders from (
    select *, row_number() over (partition by variant_id order by orders desc, other_id) as place from pairs
) x where place <= %(most)s
"""


@periodic("orders.relate_purchases", "20 1 * * *")
def relate_purchases() -> None:
    """Count anew which articles a year of orders holds together, from three orders on."""
    values: dict[str, Any] = {
        "since": clock.now() - timedelta(days=365),
        "lines": MOST_LINES,
        "orders": FEWEST_ORDERS,
        "most": PER_ARTICLE,
    }
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(_PAIRS, values)
        replace_together(cursor.fetchall())
