"""What inventory announces."""

from __future__ import annotations

from dataclasses import dataclass

from truso.platform.events import Event


@dataclass(frozen=True, kw_only=True)
class StockChanged(Event):
    """The available stock of some variants is another than before."""

    variant_ids: list[int]
