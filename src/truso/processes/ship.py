"""Pick, ship and invoice."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from truso.kernel.money import ZERO
from truso.kernel.references import Reference
from truso.kernel.refusals import Refusal, Refused, refuse
from truso.modules.fulfillment.models import Shipment
from truso.modules.fulfillment.operations import cancel_shipment, create_shipment, mark_shipped
from truso.modules.inventory.models import Location
from truso.modules.inventory.operations import release_reservations, ship_stock
from truso.modules.invoicing.models import Invoice
from truso.modules.invoicing.operations import issue_invoice
from truso.modules.orders.models import LineKind, Order, OrderState
from truso.modules.orders.operations import add_step, count_on_lines, lock_order
from truso.modules.receivables.operations import book_invoice
from truso.platform import clock
from truso.platform.jobs import enqueue
from truso.processes.holds import give_up_order, refresh_statuses
from truso.processes.place_order import ORDER_LINE
from truso.processes.review import INVOICE


def pick_order(
    *, order_id: int, location: Location, quantities: Mapping[int, Decimal], staff_id: int | None
) -> Shipment:
    """Begin picking parts of an order from a location: quantity per order line id."""
    order = lock_order(order_id=order_id)
    shipment = create_shipment(order=order, location=location, quantities=quantities, created_by_id=staff_id)
    add_step(order=order, kind="picking", by="staff", person_id=staff_id, params={"shipment": shipment.number})
    return shipment


def abandon_shipment(*, shipment_id: int, staff_id: int | None) -> Shipment:
    """Give up picking; the lines are open again."""
    shipment = _lock_shipment(shipment_id)
    cancel_shipment(shipment=shipment)
    add_step(
        order=shipment.order,
        kind="picking_cancelled",
        by="staff",
        person_id=staff_id,
        params={"shipment": shipment.number},
    )
    return shipment


def _lock_shipment(shipment_id: int) -> Shipment:
    """Lock a shipment's order, then the shipment, as every write to either does."""
    order_id = Shipment.objects.values_list("order_id", flat=True).get(pk=shipment_id)
    order = lock_order(order_id=order_id)
    shipment = Shipment.objects.select_for_update().get(pk=shipment_id)
    shipment.order = order
    return shipment


def ship(*, shipment_id: int, tracking_number: str = "", packages: int = 1, staff_id: int | None = None) -> Invoice:
    """Send a picked shipment: stock leaves, the lines count it, and exactly what was sent is invoiced and booked.

    Refuses `shipment_already_sent`, and `not_on_hand` per line whose goods are not there. A gateway's authorization is
    captured by a job after this commits.
    """
    shipment = _lock_shipment(shipment_id)
    order = shipment.order
    tracking_url = ""
    if order.delivery_method and order.delivery_method.tracking_url and tracking_number:
        tracking_url = order.delivery_method.tracking_url.replace("{number}", tracking_number)
    mark_shipped(shipment=shipment, tracking_number=tracking_number, tracking_url=tracking_url, packages=packages)
    lines = list(shipment.lines.select_related("order_line__variant"))
    ship_stock(
        location_id=shipment.location_id,
        reservation_kind=ORDER_LINE,
        subject=Reference("shipment", shipment.uuid),
        lines=[
            (line.order_line.uuid, variant, quantity)
            for line in lines
            for variant, quantity in line.order_line.stock_moved(line.quantity)
        ],
    )
    count_on_lines(
        order=order, column="shipped_quantity", quantities={line.order_line_id: line.quantity for line in lines}
    )
    add_step(
        order=order,
        kind="shipped",
        by="staff",
        person_id=staff_id,
        params={"shipment": shipment.number, "tracking": tracking_number},
    )
    return invoice_shipment(order=order, shipment=shipment)


def invoice_shipment(*, order: Order, shipment: Shipment) -> Invoice:
    """Invoice a shipment that was sent, book it, and see to its payment."""
    return _settle(order, issue_invoice(order=order, shipment=shipment))


def invoice_delivered(*, order: Order) -> Invoice:
    """Invoice what was delivered of a locked order without a shipment: files handed over, services performed.

    Charges are billed with the first goods; with this, when the order has none.
    """
    has_goods = any(line.is_shipped_goods for line in order.lines.all())
    today = order.market.day_of(clock.now())
    return _settle(order, issue_invoice(order=order, shipment=None, charges=not has_goods, delivered_on=today))


def perform_services(*, order_id: int, quantities: Mapping[int, Decimal], staff_id: int | None) -> Invoice:
    """Note that services of an order were performed, quantity per order line id, and invoice them.

    Refuses `order_not_confirmed`, `nothing_to_perform`, and per line (subject is its id) `more_than_open` for more than is
    still to be done and for what is no service.
    """
    order = lock_order(order_id=order_id)
    if order.state != OrderState.CONFIRMED:
        raise refuse("order_not_confirmed", state=order.state)
    wanted = {line: quantity for line, quantity in quantities.items() if quantity != ZERO}
    if not wanted:
        raise refuse("nothing_to_perform")
    left = {
        line.pk: line.quantity - line.shipped_quantity - line.cancelled_quantity
        for line in order.lines.all()
        if line.supply == "service" and line.kind == LineKind.ITEM
    }
    over = [
        Refusal("more_than_open", {"open": left.get(line, ZERO), "wanted": quantity}, str(line))
        for line, quantity in wanted.items()
        if quantity < ZERO or quantity > left.get(line, ZERO)
    ]
    if over:
        raise Refused(*over)
    count_on_lines(order=order, column="shipped_quantity", quantities=wanted)
    add_step(order=order, kind="performed", by="staff", person_id=staff_id)
    return invoice_delivered(order=order)


def _settle(order: Order, invoice: Invoice) -> Invoice:
    """Book an invoice, note it on its order, and take the money where a gateway holds it."""
    book_invoice(invoice=invoice)
    add_step(
        order=order,
        kind="invoiced",
        params={"invoice": invoice.number, "amount": str(invoice.gross), "currency": invoice.currency},
    )
    if order.payment_method != INVOICE:
        enqueue("payments.capture", {"invoice": invoice.pk})
    refresh_statuses(order=order)
    return invoice


def cancel_order(*, order_id: int, by: str, person_id: int | None, reason: str = "") -> Order:
    """Cancel an order of which nothing has been sent, or what is left of one. Refuses while something is being picked."""
    order = lock_order(order_id=order_id)
    if Shipment.objects.filter(order=order, state=Shipment.State.PICKING).exists():
        raise refuse("order_being_picked")
    lines = list(order.lines.all())
    if any(line.shipped_quantity for line in lines):
        return _cancel_rest(order, by, person_id, reason)
    give_up_order(order=order, action="cancel", by=by, person_id=person_id, comment=reason)
    enqueue("payments.cancel_for_order", {"order": order.pk})
    return order


def _cancel_rest(order: Order, by: str, person_id: int | None, reason: str) -> Order:
    if order.state != OrderState.CONFIRMED:
        raise refuse("order_action_not_possible", state=order.state, action="cancel")
    items = [line for line in order.lines.all() if line.kind == LineKind.ITEM]
    left = {line.pk: line.quantity - line.shipped_quantity - line.cancelled_quantity for line in items}
    count_on_lines(
        order=order,
        column="cancelled_quantity",
        quantities={pk: quantity for pk, quantity in left.items() if quantity > 0},
    )
    release_reservations(subject_kind=ORDER_LINE, subject_uuids=[line.uuid for line in items])
    add_step(
        order=order, kind="rest_cancelled", by=by, person_id=person_id, params={"comment": reason} if reason else None
    )
    return refresh_statuses(order=order)
