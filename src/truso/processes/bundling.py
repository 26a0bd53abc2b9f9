"""Make an article a bundle: what it holds, and that it has no stock of its own any more."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from truso.kernel.money import ZERO
from truso.kernel.refusals import refuse
from truso.modules.catalog.bundles import Part, save_bundle
from truso.modules.catalog.models import Bundle, Variant
from truso.modules.inventory.models import StockItem


def make_bundle(*, variant: Variant, pricing: str, parts: Sequence[Part], discount: Decimal = ZERO) -> Bundle:
    """Say what a bundle holds. Refuses what `save_bundle` refuses, and `bundle_has_stock` while it has stock of its own."""
    # Locked, so that nobody receives some while this is decided.
    items = list(StockItem.objects.select_for_update().filter(variant=variant).order_by("pk"))
    if any(item.on_hand or item.reserved for item in items):
        raise refuse("bundle_has_stock", sku=variant.sku)
    return save_bundle(variant=variant, pricing=pricing, parts=parts, discount=discount)
