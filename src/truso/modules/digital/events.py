"""What the handing over of files and keys announces."""

from __future__ import annotations

from dataclasses import dataclass

from truso.platform.events import Event


@dataclass(frozen=True, kw_only=True)
class DigitalHandedOver(Event):
    """Files and keys of an order are the buyer's from now on; of these lines."""

    order_id: int
    line_ids: list[int]
    hand_over: str  # the UUID of this handing over: an order may have several
