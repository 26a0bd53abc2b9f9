"""Orders as buyers and staff may see them."""

from __future__ import annotations

from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Prefetch, Q, QuerySet, Sum

from truso.kernel.buyer import Buyer, Right
from truso.kernel.money import ZERO
from truso.kernel.refusals import NotFound
from truso.modules.orders.models import Order, OrderLine, OrderState


def _visible_to(buyer: Buyer) -> Q:
    """Return the filter of what a buyer may see: own orders in the present hat, or all of the company's with the right."""
    if buyer.customer is None:
        return Q(pk__in=[])
    if buyer.can(Right.VIEW_ALL_ORDERS):
        return Q(customer_id=buyer.customer.id)
    return Q(customer_id=buyer.customer.id, person_id=buyer.person_id)


def list_orders(buyer: Buyer, *, text: str = "", state: str = "") -> QuerySet[Order]:
    """Return the buyer's orders, latest first, to be sliced by the caller; by number, PO number, reference or article."""
    orders = Order.objects.filter(_visible_to(buyer)).select_related("person", "delivery_method")
    if text:
        word = text.strip()[:60]
        orders = orders.filter(
            Q(number__startswith=word)
            | Q(po_number__icontains=word)
            | Q(reference__icontains=word)
            | Q(pk__in=OrderLine.objects.filter(sku=word).values("order_id"))
        )
    if state:
        orders = orders.filter(state=state)
    return orders


def get_order(buyer: Buyer, uuid: UUID) -> Order:
    """Return one of the buyer's orders with its lines and steps; raises NotFound alike for unknown and foreign ones."""
    found = (
        Order.objects.filter(_visible_to(buyer), uuid=uuid)
        .select_related("person", "delivery_method", "payment_term", "market")
        .prefetch_related(Prefetch("lines"), "steps")
        .first()
    )
    if found is None:
        raise NotFound("order")
    return found


def get_linked_order(uuid: UUID) -> Order:
    """Return an order to whoever holds a link to it. The caller has proven the link's signature. Raises NotFound."""
    found = (
        Order.objects.filter(uuid=uuid)
        .select_related("person", "delivery_method", "payment_term", "market")
        .prefetch_related(Prefetch("lines"), "steps")
        .first()
    )
    if found is None:
        raise NotFound("order")
    return found


def list_recent_orders(buyer: Buyer, limit: int = 5) -> list[Order]:
    """Return the buyer's latest orders."""
    return list(list_orders(buyer)[:limit])


_HELD = """
select round(sum(l.gross * (l.quantity - l.invoiced_quantity - l.cancelled_quantity) / l.quantity), 6)
from orders_order o join orders_orderline l on l.order_id = o.id
where o.customer_id = %s and o.payment_method = 'invoice' and o.state in ('pending_approval', 'confirmed') and l.quantity <> 0
"""


def committed_amount(customer_id: int) -> Decimal:
    """Return what a customer's orders on invoice hold of its credit: placed and not yet invoiced, incl. VAT."""
    with connection.cursor() as cursor:
        cursor.execute(_HELD, [customer_id])
        return Decimal(cursor.fetchone()[0] or ZERO)


def find_by_checkout(checkout_id: UUID) -> Order | None:
    """Return the order a checkout was turned into."""
    return Order.objects.filter(checkout_id=checkout_id).first()


def last_bought(buyer: Buyer, limit: int = 24) -> list[int]:
    """Return the variants this hat bought last, latest first."""
    if buyer.customer is None:
        return []
    rows = (
        OrderLine.objects.filter(order__customer_id=buyer.customer.id, variant__isnull=False)
        .order_by("-order__placed_at", "position")
        .values_list("variant_id", flat=True)[: limit * 4]
    )
    return list(dict.fromkeys(rows))[:limit]


# In one pass over the lines: looking up the last order of each pair by itself takes minutes where the planner knows no sizes yet.
_PURCHASES = """
with bought as (
    select o.customer_id, x.variant_id, o.id, o.placed_at, o.currency, sum(x.quantity) as quantity,
           (array_agg(x.unit_price order by x.position desc))[1] as price,
           (array_agg(x.price_unit order by x.position desc))[1] as price_unit
    from orders_order o join orders_orderline x on x.order_id = o.id
    where o.customer_id is not null and x.variant_id is not null and x.kind = 'item' group by o.customer_id, x.variant_id, o.id
)
select customer_id, variant_id, count(*), min(placed_at), max(placed_at),
       (array_agg(quantity order by placed_at desc, id desc))[1], (array_agg(price order by placed_at desc, id desc))[1],
       (array_agg(price_unit order by placed_at desc, id desc))[1], (array_agg(currency order by placed_at desc, id desc))[1]
from bought group by 1, 2
"""


def all_purchases() -> list[tuple[Any, ...]]:
    """Return what all orders together say of each customer and article, as `cart.memory.remember_anew` takes it."""
    with connection.cursor() as cursor:
        cursor.execute(_PURCHASES)
        return cursor.fetchall()


def ordered_total(customer_id: int) -> Decimal:
    """Return the net value of a customer's orders that were not given up."""
    ended = [OrderState.REJECTED, OrderState.EXPIRED, OrderState.CANCELLED]
    return (
        Order.objects.filter(customer_id=customer_id).exclude(state__in=ended).aggregate(net=Sum("net"))["net"] or ZERO
    )
