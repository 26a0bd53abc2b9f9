"""What the catalog announces."""

from __future__ import annotations

from dataclasses import dataclass

from truso.platform.events import Event


@dataclass(frozen=True, kw_only=True)
class ProductsChanged(Event):
    """Products were added, changed or withdrawn: data, variants, visibility."""

    product_ids: list[int]
