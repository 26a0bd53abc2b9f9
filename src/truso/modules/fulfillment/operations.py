"""Pick and ship."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from truso.kernel.money import ZERO
from truso.kernel.references import Reference
from truso.kernel.refusals import Refusal, Refused, refuse
from truso.modules.fulfillment.events import ShipmentSent
from truso.modules.fulfillment.models import Shipment, ShipmentLine
from truso.modules.inventory.models import Location
from truso.modules.orders.models import Order, OrderLine
from truso.modules.orders.rules import fits_piece, fits_unit
from truso.platform import clock
from truso.platform.events import publish
from truso.platform.numbering.operations import take_number


def open_quantities(*, order: Order) -> dict[int, Decimal]:
    """Return, per order line of goods, what is neither shipped, cancelled nor being picked."""
    picking: dict[int, Decimal] = {}
    for line_id, quantity in ShipmentLine.objects.filter(
        shipment__order=order, shipment__state=Shipment.State.PICKING
    ).values_list("order_line_id", "quantity"):
        picking[line_id] = picking.get(line_id, ZERO) + quantity
    return {
        line.pk: line.quantity - line.shipped_quantity - line.cancelled_quantity - picking.get(line.pk, ZERO)
        for line in order.lines.all()
        if line.is_shipped_goods
    }


def create_shipment(
    *, order: Order, location: Location, quantities: Mapping[int, Decimal], created_by_id: int | None
) -> Shipment:
    """Begin picking parts of a locked, confirmed order: quantity per order line id.

    Refuses `nothing_to_ship`, `order_not_confirmed`, and per line (subject is its id) `more_than_open` (services
    and files are never open), `quantity_not_whole` and `piece_not_whole`.
    """
    if order.state != "confirmed":
        raise refuse("order_not_confirmed", state=order.state)
    wanted = {line: quantity for line, quantity in quantities.items() if quantity != ZERO}
    if not wanted:
        raise refuse("nothing_to_ship")
    left = open_quantities(order=order)
    over = [
        Refusal("more_than_open", {"open": left.get(line, ZERO), "wanted": quantity}, str(line))
        for line, quantity in wanted.items()
        if quantity < ZERO or quantity > left.get(line, ZERO)
    ]
    over += _not_whole(order, wanted)
    if over:
        raise Refused(*over)
    shipment = Shipment.objects.create(
        number=str(take_number(series="shipment", first=500_001)),
        order=order,
        location=location,
        created_by_id=created_by_id,
        created_at=clock.now(),
    )
    ShipmentLine.objects.bulk_create(
        ShipmentLine(shipment=shipment, order_line_id=line, quantity=quantity) for line, quantity in wanted.items()
    )
    return shipment


def _not_whole(order: Order, wanted: Mapping[int, Decimal]) -> list[Refusal]:
    """Return what can't leave like that: parts of pieces cut to length, and of what comes in whole ones."""
    problems = []
    for line in OrderLine.objects.filter(order=order, pk__in=wanted).select_related("variant"):
        quantity, multiple = wanted[line.pk], line.variant.quantity_multiple if line.variant else None
        if not fits_piece(quantity, line.quantity, is_cut=line.is_cut):
            problems.append(Refusal("piece_not_whole", {"whole": line.quantity}, str(line.pk)))
        elif not fits_unit(quantity, multiple):
            problems.append(Refusal("quantity_not_whole", {"wanted": quantity}, str(line.pk)))
    return problems


def cancel_shipment(*, shipment: Shipment) -> None:
    """Give up picking a locked shipment; refuses `shipment_already_sent`."""
    if shipment.state != Shipment.State.PICKING:
        raise refuse("shipment_already_sent")
    shipment.state = Shipment.State.CANCELLED
    shipment.save(update_fields=["state"])


def mark_shipped(*, shipment: Shipment, tracking_number: str, tracking_url: str, packages: int) -> None:
    """Record that a locked shipment left; refuses `shipment_already_sent`."""
    if shipment.state != Shipment.State.PICKING:
        raise refuse("shipment_already_sent")
    shipment.state, shipment.shipped_at = Shipment.State.SHIPPED, clock.now()
    shipment.tracking_number, shipment.tracking_url, shipment.packages = tracking_number, tracking_url, packages
    shipment.save(update_fields=["state", "shipped_at", "tracking_number", "tracking_url", "packages"])
    publish(
        ShipmentSent(
            aggregate=Reference("order", shipment.order.uuid), shipment_id=shipment.pk, order_id=shipment.order_id
        )
    )
