"""What a buyer may see and what they asked to narrow it to, as masks over rows."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR

import numpy as np

from truso.modules.search.engine.cache import RecentCache
from truso.modules.search.engine.columns import Array
from truso.modules.search.engine.rows import ASSORTMENTS_PER_WORD
from truso.modules.search.engine.scale import MISSING, as_ids, to_micro
from truso.modules.search.engine.snapshot import Snapshot
from truso.modules.search.engine.values import Bounds, SearchQuery, SearchScope, whole_of

# Of fewer rows than one in so many it is quicker to look at them alone than at all.
FEW = 16
Rows = Array | slice
ALL = slice(None)


class Visible:
    """Which rows a buyer may see: told of a few rows by looking at them, of many by a mask over all that is kept."""

    def __init__(self, snapshot: Snapshot, masks: RecentCache[Array], scope: SearchScope) -> None:
        self._snapshot, self._masks, self._scope = snapshot, masks, scope
        self._key = (snapshot.text_key, scope)
        self._mask = masks.get(self._key)

    @property
    def mask(self) -> Array:
        """True for the rows the buyer may see."""
        if self._mask is None:
            self._mask = self._masks.get_or_make(self._key, lambda: _visible(self._snapshot, self._scope, ALL))
        return self._mask

    def of(self, rows: Array) -> Array:
        """Return which of the rows the buyer may see."""
        if self._mask is None and len(rows) * FEW < self._snapshot.rows:
            return _visible(self._snapshot, self._scope, rows)
        found: Array = self.mask[rows]
        return found

    def any(self, rows: Array) -> bool:
        """Tell whether the buyer may see one of the rows."""
        return bool(self.of(rows).any())


def _visible(snapshot: Snapshot, scope: SearchScope, rows: Rows) -> Array:
    """Tell of rows: there, in one of the assortments and in each that is required, in none closed, not excluded."""
    mask = snapshot.alive[rows]
    for wanted in ((scope.assortment_ids,) if scope.assortment_ids else ()) + tuple(
        (one,) for one in scope.required_ids
    ):
        mask = mask & inside(snapshot, wanted, rows)
    if scope.closed_ids:
        mask = mask & ~inside(snapshot, scope.closed_ids, rows)
    if scope.excluded_variant_ids:
        excluded, _ = snapshot.rows_of_variants(as_ids(scope.excluded_variant_ids))
        mask = mask & ~np.isin(np.arange(snapshot.rows)[rows], excluded)
    return mask


def inside(snapshot: Snapshot, assortment_ids: tuple[int, ...], rows: Rows) -> Array:
    """Return which rows are in at least one of the assortments."""
    inside: Array = np.zeros(snapshot.rows if isinstance(rows, slice) else len(rows), bool)
    for word, bits in _assortment_bits(snapshot, assortment_ids).items():
        inside |= (snapshot.column(f"assortments.{word}", "<u8")[rows] & np.uint64(bits)) != 0
    return inside


def _assortment_bits(snapshot: Snapshot, assortment_ids: tuple[int, ...]) -> dict[int, int]:
    bits: dict[int, int] = {}
    for place in {snapshot.assortments[a] for a in assortment_ids if a in snapshot.assortments}:
        word, bit = divmod(place, ASSORTMENTS_PER_WORD)
        bits[word] = bits.get(word, 0) | 1 << bit
    return bits


def rows_with(snapshot: Snapshot, key: tuple[str | int, ...], rows: Rows) -> Array:
    """Tell which rows have a facet code; none for an unknown one. Few rows are looked at alone."""
    code = snapshot.codes.by_key.get(key)
    if isinstance(rows, slice):
        return np.zeros(snapshot.rows, bool) if code is None else snapshot.rows_with_code(code)
    mask = np.zeros(len(rows), bool)
    if code is not None and len(rows):
        found, lengths = snapshot.codes_of(rows)
        mask[np.searchsorted(np.cumsum(lengths), np.flatnonzero(found == code), side="right")] = True
    return mask


def within(values: Array, bounds: Bounds) -> Array:
    """Tell which values lie between the bounds, both included; MISSING never does."""
    low, high = bounds
    mask = values != MISSING
    if low is not None:
        mask &= values >= to_micro(low, ROUND_CEILING)
    if high is not None:
        mask &= values <= to_micro(high, ROUND_FLOOR)
    return mask


@dataclass(frozen=True, slots=True)
class Filter:
    """One narrowing: `facet` names whose counts ignore it, `mask` tells which of the candidates pass."""

    facet: tuple[str, str]
    mask: Array


class Filters:
    """Make the filters of queries on one snapshot; masks by facet code are kept between queries."""

    def __init__(self, snapshot: Snapshot, masks: RecentCache[Array]) -> None:
        self._snapshot = snapshot
        self._masks = masks

    def rows_with(self, *key: str | int) -> Array:
        """Return the mask over all rows of a brand, category or choice; all false for an unknown one."""
        code = self._snapshot.codes.by_key.get(key)
        if code is None:
            return np.zeros(self._snapshot.rows, bool)
        return self._masks.get_or_make((self._snapshot.text_key, code), lambda: self._snapshot.rows_with_code(code))

    def values_of(self, attribute: str, rows: Array) -> Array:
        """Return the number of each row for an attribute in millionths, MISSING where it has none."""
        key = self._snapshot.text_key
        holders = self._masks.get_or_make((key, "rows", attribute), lambda: self._snapshot.numbers(attribute)[0])
        numbers = self._masks.get_or_make((key, "numbers", attribute), lambda: self._snapshot.numbers(attribute)[1])
        values = np.full(len(rows), MISSING, "<i8")
        if len(holders) and len(rows):
            place = np.searchsorted(holders, rows)
            place[place == len(holders)] = 0
            found = holders[place] == rows
            values[found] = numbers[place[found]]
        return values

    def of(self, query: SearchQuery, rows: Array, prices: Array) -> list[Filter]:
        """Return the filters a query sets, over candidate rows and their shown prices."""
        filters = []
        if query.brand_ids:
            filters.append(Filter(("brand", ""), self._any_of([("brand", b) for b in query.brand_ids], rows)))
        for attribute, choices in query.choices.items():
            if choices:
                mask = self._any_of([("choice", attribute, choice) for choice in choices], rows)
                filters.append(Filter(("choice", attribute), mask))
        filters += self._ranges(query, rows)
        if query.in_stock:
            filters.append(Filter(("stock", ""), self._snapshot.column("stock")[rows] > 0))
        if query.within_days is not None:
            soon = self._snapshot.column("lead", "<i4")[rows] <= query.within_days
            filters.append(Filter(("lead", ""), soon | (self._snapshot.column("stock")[rows] > 0)))
        if query.among_products is not None:
            among = np.isin(self._snapshot.column("product")[rows], as_ids(query.among_products))
            filters.append(Filter(("among", ""), among))
        if query.price_range != (None, None):
            filters.append(Filter(("price", ""), within(prices, query.price_range)))
        if query.category_id is not None and query.text.strip():
            filters.append(Filter(("category", ""), self.rows_with("category", query.category_id)[rows]))
        return filters

    def _ranges(self, query: SearchQuery, rows: Array) -> list[Filter]:
        """Return a filter per attribute: what is asked of its two ends is one question."""
        masks: dict[str, Array] = {}
        for name, bounds in query.ranges.items():
            if bounds != (None, None):
                mask, whole = within(self.values_of(name, rows), bounds), whole_of(name)
                masks[whole] = masks[whole] & mask if whole in masks else mask
        return [Filter(("range", attribute), mask) for attribute, mask in masks.items()]

    def _any_of(self, keys: list[tuple[str | int, ...]], rows: Array) -> Array:
        mask = np.zeros(len(rows), bool)
        for key in dict.fromkeys(keys):
            mask |= self.rows_with(*key)[rows]
        return mask


def passing(filters: list[Filter], size: int) -> tuple[Array, dict[tuple[str, str], Array]]:
    """Return which candidates pass all filters, and for each filter which pass all the others."""
    failed = np.zeros(size, np.uint16)
    for item in filters:
        failed += ~item.mask
    all_pass = failed == 0
    return all_pass, {item.facet: all_pass | ((failed == 1) & ~item.mask) for item in filters}
