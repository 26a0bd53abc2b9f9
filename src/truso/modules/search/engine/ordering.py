"""Order and paging: exact integer keys, ties always broken by variant id, one row per product when collapsed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from truso.kernel.texts import LANGUAGES
from truso.modules.search.engine.collation import collation_key
from truso.modules.search.engine.columns import Array
from truso.modules.search.engine.filtering import Filters
from truso.modules.search.engine.scale import MISSING
from truso.modules.search.engine.snapshot import Snapshot

_SORT_OUTRIGHT = 2048


@dataclass(frozen=True, slots=True)
class Candidates:
    """The rows to order, parallel: shown price, text score, popularity, and how many variants each stands for."""

    rows: Array
    prices: Array
    scores: Array
    popularity: Array
    variants: Array


@dataclass(frozen=True, slots=True)
class Groups:
    """The products of some rows: rows in the order of their products, where each begins and how many it has.

    `order` is None where the rows are in that order already; `ids_rise` says that ids do within each.
    """

    order: Array | None
    starts: Array
    sizes: Array
    popularity: Array
    ids_rise: bool

    @property
    def nbytes(self) -> int:
        """Memory it takes."""
        return sum(int(one.nbytes) for one in (self.order, self.starts, self.sizes, self.popularity) if one is not None)


def grouped(snapshot: Snapshot, rows: Array) -> Groups:
    """Return rows (one at least) by product, with the best popularity of each."""
    products = snapshot.column("product")[rows]
    order = None if (products[1:] >= products[:-1]).all() else np.argsort(products, kind="stable")
    if order is not None:
        products, rows = products[order], rows[order]
    begins = np.concatenate([[True], products[1:] != products[:-1]])
    starts, ids = np.flatnonzero(begins), snapshot.column("variant")[rows]
    return Groups(
        order,
        starts.astype("<i4"),
        np.diff(np.append(starts, len(rows))).astype("<i4"),
        np.maximum.reduceat(snapshot.column("popularity", "<f8")[rows], starts),
        bool((begins[1:] | (ids[1:] > ids[:-1])).all()),
    )


def collapse(snapshot: Snapshot, found: Candidates, groups: Groups | None = None) -> Candidates:
    """Keep the cheapest variant of each product, of equals the lowest id, with the best score and popularity of all."""
    if not len(found.rows):
        return found
    groups = groups or grouped(snapshot, found.rows)
    order = groups.order
    rows, prices = (found.rows, found.prices) if order is None else (found.rows[order], found.prices[order])
    ids = None if groups.ids_rise else snapshot.column("variant")[rows]
    chosen = _cheapest(prices, ids, groups)
    if found.scores.any():
        scores = np.maximum.reduceat(found.scores if order is None else found.scores[order], groups.starts)
    else:
        scores = np.zeros(len(chosen), found.scores.dtype)
    return Candidates(rows[chosen], prices[chosen], scores, groups.popularity, groups.sizes)


def _cheapest(prices: Array, ids: Array | None, groups: Groups) -> Array:
    """Return the place of each product's lowest price, of equals the lowest id: all first variants, all second ones, and so on."""
    best, lowest = groups.starts.copy(), prices[groups.starts]
    step, longer = 1, np.flatnonzero(groups.sizes > 1)
    while len(longer):
        at = groups.starts[longer] + step
        price, so_far = prices[at], lowest[longer]
        better = price < so_far
        if ids is not None:
            better |= (price == so_far) & (ids[at] < ids[best[longer]])
        best[longer[better]], lowest[longer[better]] = at[better], price[better]
        step += 1
        longer = longer[groups.sizes[longer] > step]
    return best


def _take(found: Candidates, places: Array) -> Candidates:
    return Candidates(
        found.rows[places],
        found.prices[places],
        found.scores[places],
        found.popularity[places],
        found.variants[places],
    )


def page(snapshot: Snapshot, found: Candidates, keys: list[Array], offset: int, limit: int) -> Candidates:
    """Return one page in the order of the keys, all rising."""
    variant_ids = snapshot.column("variant")[found.rows]
    places = smallest([*keys, variant_ids], max(offset, 0) + max(limit, 0))
    return _take(found, places[max(offset, 0) :])


def smallest(keys: list[Array], count: int) -> Array:
    """Return the places of the `count` smallest in order, by the first key, then the second, and so on.

    Narrows key by key instead of sorting everything, so that a page of a whole catalog costs a few passes.
    """
    places = np.arange(len(keys[0]))
    sure: list[Array] = []
    wanted = min(count, len(places))
    if wanted == 0:
        return places[:0]
    for key in keys:
        if len(places) <= max(_SORT_OUTRIGHT, 2 * wanted):
            break
        values = key[places]
        limit = np.partition(values, wanted - 1)[wanted - 1]
        below = places[values < limit]
        sure.append(below)
        places, wanted = places[values == limit], wanted - len(below)
    places = np.concatenate([*sure, places])
    order = np.lexsort([key[places] for key in reversed(keys)])
    return places[order[:count]]


def sort_keys(snapshot: Snapshot, filters: Filters, found: Candidates, sort: str, language: str) -> list[Array]:
    """Return the keys of a sort, all rising; what has no value comes last in both directions."""
    make = _SORTS.get(sort)
    if make is not None:
        return make(snapshot, found, language)
    descending = sort.startswith("-")
    prefix, _, attribute = sort.removeprefix("-").partition(":")
    if prefix == "attribute" and attribute:
        values = filters.values_of(attribute, found.rows)
        if attribute in snapshot.codes.choices:
            values = np.minimum(values, _choice_places(snapshot, filters, attribute, found.rows, language))
        return [_falling(values) if descending else values]
    return _relevance(snapshot, found, language)


def _falling(values: Array) -> Array:
    return np.where(values == MISSING, MISSING, -values)


def _relevance(_snapshot: Snapshot, found: Candidates, _language: str) -> list[Array]:
    return [-found.scores, -found.popularity]


def _by_name(snapshot: Snapshot, found: Candidates, language: str) -> list[Array]:
    return [snapshot.column(f"rank_{language if language in LANGUAGES else 'en'}")[found.rows]]


_SORTS: dict[str, Callable[[Snapshot, Candidates, str], list[Array]]] = {
    "relevance": _relevance,
    "price": lambda _, found, __: [found.prices],
    "-price": lambda _, found, __: [_falling(found.prices)],
    "name": _by_name,
    "sku": lambda snapshot, found, _: [snapshot.column("rank_sku")[found.rows]],
    "-sku": lambda snapshot, found, _: [-snapshot.column("rank_sku")[found.rows]],
    "popularity": lambda _, found, __: [-found.popularity],
    "newest": lambda snapshot, found, _: [-snapshot.column("published")[found.rows]],
    "stock": lambda snapshot, found, _: [-snapshot.column("stock")[found.rows]],
}


def _choice_places(snapshot: Snapshot, filters: Filters, attribute: str, rows: Array, language: str) -> Array:
    """Return the place of each row's first choice, choices in the order of their codes (M6 before M10)."""
    codes = snapshot.codes.choices[attribute]
    choices = sorted((snapshot.codes.keys[code][2] for code in codes), key=lambda c: (collation_key(c, language), c))
    places = np.full(len(rows), MISSING, "<i8")
    for place, choice in reversed(list(enumerate(choices))):
        places[filters.rows_with("choice", attribute, choice)[rows]] = place
    return places
