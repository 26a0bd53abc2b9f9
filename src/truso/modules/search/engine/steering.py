"""What a merchant wants first and last: products pinned, boosted or buried, and what joins the hits of a text."""

from __future__ import annotations

import numpy as np

from truso.modules.search.engine.cache import RecentCache
from truso.modules.search.engine.columns import Array
from truso.modules.search.engine.filtering import Filters, inside
from truso.modules.search.engine.scale import as_ids
from truso.modules.search.engine.snapshot import Snapshot
from truso.modules.search.engine.values import SearchQuery

# Pins come before these by their place; a list of pins is short.
BOOSTED, USUAL, BURIED = 1000, 2000, 3000


def rows_of_products(snapshot: Snapshot, masks: RecentCache[Array], product_ids: tuple[int, ...]) -> Array:
    """Return the rows of products, in rising order."""
    if not product_ids:
        return np.zeros(0, "<i8")
    key = (snapshot.text_key, "products", product_ids)
    return masks.get_or_make(key, lambda: np.flatnonzero(np.isin(snapshot.column("product"), as_ids(product_ids))))


def tiers(snapshot: Snapshot, filters: Filters, rows: Array, query: SearchQuery) -> Array | None:
    """Return the rank of each row by what the merchant wants, the lowest first; None when nothing is wanted here."""
    if not (query.pinned or query.boosted or query.buried):
        return None
    if query.sort != ("relevance" if query.text.strip() else "popularity"):
        return None
    products = snapshot.column("product")[rows]
    found = np.full(len(rows), USUAL, "<i8")
    for wanted, tier in ((query.boosted, BOOSTED), (query.buried, BURIED)):
        for kind, one in wanted:
            found[_chosen(snapshot, filters, rows, kind, one)] = tier
    for place, product in enumerate(query.pinned):
        found[products == product] = place
    return found


def _chosen(snapshot: Snapshot, filters: Filters, rows: Array, kind: str, one: int) -> Array:
    """Return which rows are of a product or brand, or in an assortment."""
    if kind == "assortment":
        return inside(snapshot, (one,), rows)
    if kind == "brand":
        found: Array = filters.rows_with("brand", one)[rows]
        return found
    chosen: Array = snapshot.column("product")[rows] == one
    return chosen
