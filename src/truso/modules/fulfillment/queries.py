"""Shipments as buyers may see them."""

from __future__ import annotations

from truso.modules.fulfillment.models import Shipment
from truso.modules.orders.models import Order


def list_shipments(order: Order) -> list[Shipment]:
    """Return what was sent of an order the reader may see, with its lines, first sent first."""
    return list(
        Shipment.objects.filter(order=order, state=Shipment.State.SHIPPED)
        .prefetch_related("lines__order_line")
        .order_by("shipped_at", "id")
    )
