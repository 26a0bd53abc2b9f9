"""What the catalog does when its products change: measures them, and puts them into the selections they fit."""

from __future__ import annotations

from truso.modules.catalog.assortments import select_products
from truso.modules.catalog.completeness import measure_products
from truso.modules.catalog.events import ProductsChanged
from truso.modules.catalog.operations import announce_products
from truso.platform.events import subscribe


@subscribe(ProductsChanged)
def products_changed(event: ProductsChanged) -> None:
    """Measure and sort the products; those that are shown otherwise now are announced once more, for the search."""
    moved = {*measure_products(product_ids=event.product_ids), *select_products(product_ids=event.product_ids)}
    announce_products(product_ids=sorted(moved))
