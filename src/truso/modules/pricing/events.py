"""What pricing announces."""

from __future__ import annotations

from dataclasses import dataclass

from truso.platform.events import Event


@dataclass(frozen=True, kw_only=True)
class PricesChanged(Event):
    """Prices of a list changed: of some variants, or of all when none are named."""

    price_list_id: int
    variant_ids: list[int]
