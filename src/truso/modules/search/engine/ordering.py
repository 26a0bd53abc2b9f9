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


def collapse(snapshot: Snapshot, found: Candidates) -> Candidates:
    """Keep the cheapest variant of each product, of equals the lowest id, with the best score and popularity of all."""
    if not len(found.rows):
        return found
    products = snapshot.column("product")[found.rows]
    order = None if (products[1:] >= products[:-1]).all() else np.argsort(products, kind="stable")
    if order is not None:
        products = products[order]
        found = _take(found, order)
    starts = np.flatnonzero(np.concatenate([[True], products[1:] != products[:-1]]))
    sizes = np.diff(np.concatenate([starts, [len(products)]]))
    cheapest = found.prices == np.repeat(np.minimum.reduceat(found.prices, starts), sizes)
    variant_ids = np.where(cheapest, snapshot.column("variant")[found.rows], MISSING)
    chosen = np.flatnonzero(variant_ids == np.repeat(np.minimum.reduceat(variant_ids, starts), sizes))
    return Candidates(
        found.rows[chosen],
        found.prices[chosen],
        np.maximum.reduceat(found.scores, starts),
        np.maximum.reduceat(found.popularity, starts),
        sizes,
    )


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
