"""What search does when goods, stock or prices change: note it, and have it taken over."""

from __future__ import annotations

from truso.modules.catalog.events import ProductsChanged
from truso.modules.inventory.events import StockChanged
from truso.modules.pricing.events import PricesChanged
from truso.modules.search.bundles import with_bundled_products, with_bundles
from truso.modules.search.models import SearchChange
from truso.modules.search.operations import note_changes
from truso.platform.events import subscribe


@subscribe(ProductsChanged)
def products_changed(event: ProductsChanged) -> None:
    """Index the products anew."""
    note_changes(kind=SearchChange.Kind.PRODUCT, targets=with_bundled_products(event.product_ids))


@subscribe(StockChanged)
def stock_changed(event: StockChanged) -> None:
    """Write the new stock levels into their column."""
    note_changes(kind=SearchChange.Kind.STOCK, targets=with_bundles(event.variant_ids))


@subscribe(PricesChanged)
def prices_changed(event: PricesChanged) -> None:
    """Write the articles' prices, or the whole list's. A customer's own list is laid over when it searches; it has no column."""
    if event.variant_ids:
        note_changes(kind=SearchChange.Kind.PRICE, targets=with_bundles(event.variant_ids))
    else:
        note_changes(kind=SearchChange.Kind.PRICE_LIST, targets=[event.price_list_id])
