"""Writes to the catalog."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from truso.kernel.references import Reference
from truso.modules.catalog.events import ProductsChanged
from truso.modules.catalog.models import AssortmentRule
from truso.platform.events import publish

# The catalog is one aggregate for ordering: readers take the last state, not each step.
_CATALOG = UUID(int=1)


def limit_customer(*, customer_id: int, assortment_id: int | None) -> None:
    """Limit a customer (and its subsidiaries) to an assortment; None lifts the limit."""
    AssortmentRule.objects.filter(customer_id=customer_id).delete()
    if assortment_id:
        AssortmentRule.objects.create(customer_id=customer_id, assortment_id=assortment_id)


def announce_products(*, product_ids: Sequence[int]) -> None:
    """Tell search and others that products changed."""
    for start in range(0, len(product_ids), 500):
        publish(
            ProductsChanged(
                aggregate=Reference("catalog", _CATALOG), product_ids=list(product_ids[start : start + 500])
            )
        )
