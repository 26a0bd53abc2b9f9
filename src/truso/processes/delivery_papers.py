"""The papers of a shipment: pick list and delivery note, from the order's frozen values."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from truso.kernel.money import ZERO
from truso.kernel.quantity import format_quantity
from truso.kernel.texts import in_language
from truso.modules.fulfillment.models import Shipment, ShipmentLine
from truso.modules.invoicing.document import address_party, seller_party
from truso.modules.orders.models import LineKind
from truso.modules.output.documents import DeliveryDocument, DeliveryLine, PickLine, PickListDocument


def pick_list_of(shipment: Shipment, language: str) -> PickListDocument:
    """Return the pick list of a shipment, lines by article number, in the language of those who pick."""
    order = shipment.order
    rows = ShipmentLine.objects.filter(shipment=shipment).select_related("order_line")
    parts = sorted(rows, key=lambda part: part.order_line.sku)
    return PickListDocument(
        number=shipment.number,
        created_on=order.market.day_of(shipment.created_at),
        language=language,
        seller=seller_party(order.market),
        location=shipment.location.name,
        lines=tuple(_to_pick(parts)),
        order_number=order.number,
        customer_name=order.customer.name if order.customer else order.contact_name,
        ship_to=address_party(order.delivery_address),
        delivery_method=in_language(order.delivery_method.names, language) if order.delivery_method else "",
        ship_on=order.promised_on,
        notes=order.delivery_instructions,
    )


def _to_pick(parts: Sequence[ShipmentLine]) -> Iterator[PickLine]:
    """Yield what is fetched from the shelves: articles, and of a bundle each of its parts with the bundle's name."""
    position = 0
    for part in parts:
        line = part.order_line
        for one in line.contents:
            position += 1
            note = " · ".join(
                filter(None, (f"{format_quantity(part.quantity)} × {line.name} ({line.sku})", line.reference))
            )
            quantity = one.quantity * part.quantity
            yield PickLine(
                position=position, bin="", sku=one.sku, name=one.name, quantity=quantity, unit=one.unit, note=note
            )
        if not line.components:
            position += 1
            yield PickLine(
                position=position,
                bin="",
                sku=line.sku,
                gtin=line.gtin,
                name=line.name,
                quantity=part.quantity,
                unit=line.unit,
                note=line.reference,
            )


def delivery_note_of(shipment: Shipment) -> DeliveryDocument:
    """Return the delivery note of a shipment in the buyer's language: what was ordered, what is here, what is to come.

    Outstanding is counted as of this shipment: what later ones brought is not taken off.
    """
    order = shipment.order
    earlier = _shipped_before(shipment)
    here = {part.order_line_id: part.quantity for part in shipment.lines.all()}
    moment = shipment.shipped_at or shipment.created_at
    lines = [line for line in order.lines.all() if line.kind == LineKind.ITEM]
    return DeliveryDocument(
        number=shipment.number,
        shipped_on=order.market.day_of(moment),
        language=order.language,
        seller=seller_party(order.market),
        buyer=address_party(order.billing_address, customer=order.customer, email=order.email),
        ship_to=address_party(order.delivery_address),
        lines=tuple(
            DeliveryLine(
                position=line.position,
                sku=line.sku,
                gtin=line.gtin,
                name=line.name,
                description=line.contents_text,
                ordered=line.quantity,
                delivered=here.get(line.pk, ZERO),
                outstanding=max(
                    line.quantity - line.cancelled_quantity - earlier.get(line.pk, ZERO) - here.get(line.pk, ZERO), ZERO
                ),
                unit=line.unit,
                buyer_item_number=line.buyer_number,
                order_line_reference=str(line.position),
                expected_on=line.promised_on,
                note=line.reference,
            )
            for line in lines
        ),
        is_pickup=order.is_pickup,
        pickup_place=order.pickup_place,
        order_number=order.number,
        buyer_order_reference=order.po_number,
        buyer_reference=order.reference,
        carrier=order.delivery_method.carrier if order.delivery_method else "",
        tracking_number=shipment.tracking_number,
        parcels=shipment.packages,
        notes=order.delivery_instructions,
    )


def _shipped_before(shipment: Shipment) -> dict[int, Decimal]:
    """Return what earlier shipments of the order took along, per order line."""
    earlier: dict[int, Decimal] = {}
    rows = ShipmentLine.objects.filter(
        shipment__order=shipment.order_id, shipment__state=Shipment.State.SHIPPED, shipment_id__lt=shipment.pk
    )
    for line_id, quantity in rows.values_list("order_line_id", "quantity"):
        earlier[line_id] = earlier.get(line_id, ZERO) + quantity
    return earlier
