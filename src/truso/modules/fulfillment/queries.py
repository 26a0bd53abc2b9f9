"""Shipments as others read them. Whether the reader may see their order is asked before."""

from __future__ import annotations

from truso.modules.fulfillment.models import Shipment
from truso.modules.orders.models import Order


def list_sent_shipments(order: Order) -> list[Shipment]:
    """Return what has left the house of an order, the first one first."""
    return list(Shipment.objects.filter(order=order, state=Shipment.State.SHIPPED).order_by("shipped_at", "id"))
