"""Every write to orders."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

import msgspec
from django.db import connection

from truso.kernel.money import ZERO
from truso.kernel.references import Reference
from truso.kernel.refusals import refuse
from truso.modules.cart.memory import Bought, note_purchases
from truso.modules.delivery.rules import postponed
from truso.modules.orders.events import OrderConfirmed, OrderEnded, OrderPlaced
from truso.modules.orders.models import Component, LineKind, Order, OrderLine, OrderState, OrderStep
from truso.modules.orders.rules import LineProgress, derive_statuses, is_complete, next_state
from truso.platform import clock
from truso.platform.events import publish

FIRST_NUMBER = 100_000


@dataclass(frozen=True, slots=True)
class NewOrderLine:
    """A priced line to freeze into an order."""

    uuid: UUID
    kind: str
    name: str
    quantity: Decimal
    unit_price: Decimal
    tax_class_id: int
    tax_category: str
    tax_rate: Decimal
    net: Decimal
    tax: Decimal
    gross: Decimal
    variant_id: int | None = None
    sku: str = ""
    gtin: str = ""
    buyer_number: str = ""
    reference: str = ""
    supply: str = "goods"
    is_cut: bool = False
    unit: str = "C62"
    price_unit: int = 1
    list_price: Decimal | None = None
    explanation: list[dict[str, Any]] = field(default_factory=list)
    allowance: Decimal = ZERO
    allowances: Sequence[tuple[str, str]] = ()
    promised_on: date | None = None
    promised_first: Decimal | None = None
    promised_first_on: date | None = None
    components: Sequence[Component] = ()


def create_order(*, fields: Mapping[str, Any], lines: Sequence[NewOrderLine], state: str) -> Order:
    """Write an order with its lines, remember what its customer bought, and announce it. Numbers follow the key: unique, rising, not gapless.

    `checkout_id` is unique: a second order of the same checkout violates the constraint and is rolled back.
    """
    now = clock.now()
    order = Order(
        **fields,
        state=state,
        placed_at=now,
        confirmed_at=now if state == OrderState.CONFIRMED else None,
        net=sum((line.net for line in lines), ZERO),
        tax=sum((line.tax for line in lines), ZERO),
        gross=sum((line.gross for line in lines), ZERO),
    )
    order.pk = _next_order_id()
    order.number = str(FIRST_NUMBER + order.pk)
    order.save(force_insert=True)
    OrderLine.objects.bulk_create(
        OrderLine(order=order, position=position, **_columns(line)) for position, line in enumerate(lines, start=1)
    )
    _remember(order, lines)
    add_step(order=order, kind="placed", by="staff" if order.staff_id else "buyer", person_id=order.person_id)
    here = Reference("order", order.uuid)
    confirmed = [OrderConfirmed(aggregate=here, order_id=order.pk)] if state == OrderState.CONFIRMED else []
    publish(OrderPlaced(aggregate=here, order_id=order.pk), *confirmed)
    return order


def _remember(order: Order, lines: Iterable[NewOrderLine | OrderLine]) -> None:
    """Tell the purchase memory what an order's customer takes."""
    if order.customer_id is None:
        return
    note_purchases(
        customer_id=order.customer_id,
        currency=order.currency,
        at=order.placed_at,
        bought=[
            Bought(line.variant_id, line.quantity, line.unit_price, line.price_unit)
            for line in lines
            if line.kind == LineKind.ITEM and line.variant_id
        ],
    )


def _next_order_id() -> int:
    # A sequence, not a locked series: an order's number need not be gapless, and placing orders must not queue for it.
    with connection.cursor() as cursor:
        cursor.execute("select nextval(pg_get_serial_sequence('orders_order', 'id'))")
        return int(cursor.fetchone()[0])


def _columns(line: NewOrderLine) -> dict[str, Any]:
    columns = {name: getattr(line, name) for name in NewOrderLine.__slots__}
    return {
        **columns,
        "components": msgspec.to_builtins(line.components),
        "allowances": [list(one) for one in line.allowances],
    }


def new_line_uuid() -> UUID:
    """Return an identity for a line that is yet to be written, so that stock can be reserved for it first."""
    return uuid4()


def lock_order(*, order_id: int) -> Order:
    """Return an order's row locked for the rest of the transaction. Locks come before every decision on an order."""
    return Order.objects.select_for_update().get(pk=order_id)


def move_order(
    *,
    order: Order,
    action: str,
    by: str = "system",
    person_id: int | None = None,
    params: Mapping[str, Any] | None = None,
) -> Order:
    """Take a locked order along one transition and announce it; refuses `order_action_not_possible`."""
    order.state = next_state(order.state, action)
    if order.state == OrderState.CONFIRMED:
        order.confirmed_at = clock.now()
    order.save(update_fields=["state", "confirmed_at"])
    add_step(order=order, kind=action, by=by, person_id=person_id, params=params)
    if order.state == OrderState.CONFIRMED:
        _announce_confirmed(order)
    elif order.state in {OrderState.REJECTED, OrderState.EXPIRED, OrderState.CANCELLED}:
        publish(OrderEnded(aggregate=Reference("order", order.uuid), order_id=order.pk, state=order.state))
    return order


def _announce_confirmed(order: Order) -> None:
    publish(OrderConfirmed(aggregate=Reference("order", order.uuid), order_id=order.pk))


def add_step(
    *,
    order: Order,
    kind: str,
    by: str = "system",
    person_id: int | None = None,
    params: Mapping[str, Any] | None = None,
) -> None:
    """Add to the order's timeline."""
    OrderStep.objects.create(
        order=order, kind=kind, at=clock.now(), by=by, person_id=person_id, params=dict(params or {})
    )


def postpone_promise(*, order: Order, to: date) -> None:
    """Count what a locked order was promised for from another day than the one it was placed on."""
    placed = order.market.day_of(order.placed_at)
    if to <= placed:
        return
    lines = list(order.lines.exclude(promised_on=None))
    if order.promised_on:
        order.promised_on = postponed(order.promised_on, counted_from=placed, to=to)
    for line in lines:
        if line.promised_on:
            line.promised_on = postponed(line.promised_on, counted_from=placed, to=to)
        if line.promised_first_on:
            line.promised_first_on = postponed(line.promised_first_on, counted_from=placed, to=to)
    order.save(update_fields=["promised_on"])
    OrderLine.objects.bulk_update(lines, ["promised_on", "promised_first_on"])


def claim_order(*, order_id: int, customer_id: int, person_id: int) -> Order:
    """Give a guest's order to a private customer. Whoever asks has proven to hold the order's link.

    Refuses `order_has_owner` for an order that is somebody's already.
    """
    order = lock_order(order_id=order_id)
    if order.customer_id is not None or order.person_id is not None:
        raise refuse("order_has_owner")
    order.customer_id, order.person_id = customer_id, person_id
    order.save(update_fields=["customer", "person"])
    _remember(order, order.lines.order_by("position"))
    add_step(order=order, kind="claimed", by="buyer", person_id=person_id)
    return order


_COUNTED = {"shipped_quantity", "invoiced_quantity", "cancelled_quantity", "returned_quantity", "credited_quantity"}
_COUNT = """
update orders_orderline l set {column} = l.{column} + d.quantity
from unnest(%s::bigint[], %s::numeric[]) as d(id, quantity) where l.id = d.id and l.order_id = %s
"""


def count_on_lines(*, order: Order, column: str, quantities: Mapping[int, Decimal]) -> None:
    """Add to what is shipped, invoiced, credited … of lines. The constraints of the table are the guard."""
    if column not in _COUNTED:
        raise ValueError(column)
    if quantities:
        with connection.cursor() as cursor:
            cursor.execute(_COUNT.format(column=column), [list(quantities), list(quantities.values()), order.pk])


def update_statuses(*, order: Order, authorized: Decimal, paid: Decimal, refunded: Decimal) -> Order:
    """Derive and store the summary statuses; complete the order when nothing is left to do. The only writer of them."""
    lines = [
        LineProgress(kind == LineKind.ITEM, *rest)
        for kind, *rest in order.lines.values_list(
            "kind", "quantity", "shipped_quantity", "invoiced_quantity", "cancelled_quantity"
        )
    ]
    statuses = derive_statuses(lines, gross=order.gross, authorized=authorized, paid=paid, refunded=refunded)
    order.fulfillment_status = statuses.fulfillment
    order.invoice_status = statuses.invoice
    order.payment_status = statuses.payment
    order.save(update_fields=["fulfillment_status", "invoice_status", "payment_status"])
    if order.state == OrderState.CONFIRMED and is_complete(lines):
        move_order(order=order, action="complete")
    return order


def line_uuids(*, order: Order) -> Iterable[UUID]:
    """Return the identities of an order's lines."""
    return order.lines.values_list("uuid", flat=True)
