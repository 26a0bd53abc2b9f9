"""Facets: how many hits have each choice, brand and category, and between what numbers they lie."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

import numpy as np

from truso.modules.search.engine.columns import Array
from truso.modules.search.engine.filtering import Filters
from truso.modules.search.engine.scale import MISSING, from_micro
from truso.modules.search.engine.snapshot import Snapshot
from truso.modules.search.engine.values import (
    NO_BOUNDS,
    Bounds,
    CountedId,
    Facet,
    FacetValue,
    RangeFacet,
    SearchQuery,
    whole_of,
)

_MARKS = 1 << 22
_NO_CODES: Array = np.zeros(0, "<i8")


@dataclass(frozen=True, slots=True)
class Counts:
    """All that is counted over the hits of a query."""

    facets: tuple[Facet, ...]
    ranges: tuple[RangeFacet, ...]
    brands: tuple[CountedId, ...]
    categories: tuple[CountedId, ...]


def count_codes(snapshot: Snapshot, rows: Array, *, by_product: bool) -> Array:
    """Return for every facet code how many rows have it, or how many of their products."""
    size = len(snapshot.codes)
    if not len(rows):
        return np.zeros(size, "<i8")
    if not by_product:
        return np.bincount(snapshot.codes_of(rows)[0], minlength=size)
    products = snapshot.column("product")[rows]
    if not (products[1:] >= products[:-1]).all():
        order = np.argsort(products, kind="stable")
        rows, products = rows[order], products[order]
    numbers = np.concatenate([[0], np.cumsum(products[1:] != products[:-1])])
    counts = np.zeros(size, "<i8")
    # A mark per product and code, for so many products at a time that the marks stay small.
    step = max(1, _MARKS // max(size, 1))
    for first in range(0, int(numbers[-1]) + 1, step):
        start, end = np.searchsorted(numbers, (first, first + step))
        found, lengths = snapshot.codes_of(rows[start:end])
        marks = np.zeros((min(step, int(numbers[-1]) + 1 - first)) * size, bool)
        marks[np.repeat((numbers[start:end] - first) * size, lengths) + found] = True
        counts += np.bincount(np.flatnonzero(marks) % size, minlength=size) if size else 0
    return counts


def number_spans(snapshot: Snapshot, rows: Array) -> dict[str, tuple[Decimal, Decimal]]:
    """Return between what numbers the rows lie, by attribute: one pass over what they have, whatever there is to have."""
    at = snapshot.column("numbers.at")
    if not len(rows) or not len(at):
        return {}
    starts = at[rows]
    lengths = at[rows + 1] - starts
    ends = np.cumsum(lengths)
    places = np.arange(ends[-1]) + np.repeat(starts - (ends - lengths), lengths)
    codes, values = snapshot.column("numbers.codes", "<u4")[places], snapshot.column("numbers.values")[places]
    present = values != MISSING
    codes, values = codes[present], values[present]
    if not len(codes):
        return {}
    order = np.argsort(codes, kind="stable")
    codes, values = codes[order], values[order]
    first = np.flatnonzero(np.r_[True, codes[1:] != codes[:-1]])
    lows, highs = np.minimum.reduceat(values, first), np.maximum.reduceat(values, first)
    return {
        snapshot.codes.keys[code][1]: (from_micro(low), from_micro(high))
        for code, low, high in zip(codes[first].tolist(), lows.tolist(), highs.tolist(), strict=True)
    }


def count_facets(
    snapshot: Snapshot, filters: Filters, query: SearchQuery, hits: Array, widened: dict[tuple[str, str], Array]
) -> Counts:
    """Count everything a page shows; `widened` holds, by facet, the rows that pass all filters but its own."""
    table = snapshot.codes
    wanted = dict.fromkeys(query.facets)
    spans = number_spans(snapshot, hits)
    base = count_codes(snapshot, hits, by_product=query.collapse)

    def counts(facet: tuple[str, str]) -> Array:
        rows = widened.get(facet)
        return base if rows is None else count_codes(snapshot, rows, by_product=query.collapse)

    facets, ranges = [], []
    # Of hundreds of attributes a category has ten: only those some hit has, or that are filtered by, can show anything.
    present = {table.keys[code][1] for code in np.flatnonzero(base).tolist() if table.keys[code][0] == "choice"}
    asked = {name for _kind, name in widened} | set(query.choices)
    for attribute in wanted:
        if attribute not in present and attribute not in spans and whole_of(attribute) not in asked:
            continue
        codes = _choice_codes(snapshot, attribute)
        selected = query.choices.get(attribute, ())
        counted = counts(("choice", attribute))
        if selected or (len(codes) and counted[codes].any()):
            facets.append(_facet(snapshot, attribute, counted, selected))
        others = widened.get(("range", whole_of(attribute)))
        bounds = spans.get(attribute) if others is None else _span(filters.values_of(attribute, others))
        if bounds is not None:
            ranges.append(RangeFacet(attribute, bounds[0], bounds[1]))
    brands = _counted_ids(snapshot, table.brands, counts(("brand", "")), query.brand_ids)
    chosen = () if query.category_id is None else (query.category_id,)
    categories = _counted_ids(snapshot, table.categories, counts(("category", "")), chosen)
    return Counts(tuple(facets), tuple(ranges), brands, categories)


def _choice_codes(snapshot: Snapshot, attribute: str) -> Array:
    return snapshot.codes.choice_codes.get(attribute, _NO_CODES)


def _facet(snapshot: Snapshot, attribute: str, counts: Array, selected: Iterable[str]) -> Facet:
    chosen = dict.fromkeys(selected)
    found = {snapshot.codes.keys[code][2]: int(counts[code]) for code in snapshot.codes.choices.get(attribute, ())}
    found |= {code: found.get(code, 0) for code in chosen}
    values = [FacetValue(code, count, code in chosen) for code, count in found.items() if count or code in chosen]
    return Facet(attribute, tuple(sorted(values, key=lambda value: (-value.count, value.code))))


def _counted_ids(snapshot: Snapshot, codes: Array, counts: Array, selected: Iterable[int]) -> tuple[CountedId, ...]:
    chosen = dict.fromkeys(selected)
    present = codes[counts[codes] > 0]
    found = {snapshot.codes.keys[code][1]: int(counts[code]) for code in present.tolist()}
    found |= {key: found.get(key, 0) for key in chosen}
    values = [CountedId(key, count, key in chosen) for key, count in found.items()]
    return tuple(sorted(values, key=lambda value: (-value.count, value.id)))


def _span(values: Array) -> tuple[Decimal, Decimal] | None:
    present = values[values != MISSING]
    if not len(present):
        return None
    return from_micro(int(present.min())), from_micro(int(present.max()))


def price_span(prices: Array) -> Bounds:
    """Return the lowest and highest shown price; None twice when nothing is priced."""
    return _span(prices) or NO_BOUNDS
