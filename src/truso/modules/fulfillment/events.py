"""What fulfillment announces."""

from __future__ import annotations

from dataclasses import dataclass

from truso.platform.events import Event


@dataclass(frozen=True, kw_only=True)
class ShipmentSent(Event):
    """A shipment left the house."""

    shipment_id: int
    order_id: int
