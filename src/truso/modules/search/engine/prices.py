"""The buyer's prices over all rows: shared lists folded into one column, the buyer's own prices laid over."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

import numpy as np

from truso.modules.search.engine.cache import RecentCache
from truso.modules.search.engine.columns import Array
from truso.modules.search.engine.scale import MICRO, MISSING, as_ids, to_micro
from truso.modules.search.engine.snapshot import Snapshot
from truso.modules.search.engine.values import PriceLists, SearchQuery


@dataclass(frozen=True, slots=True)
class Own:
    """A buyer's own prices as rows and values, with the very mapping they were made from."""

    prices: Mapping[int, Decimal]
    rows: Array
    values: Array


@dataclass(frozen=True, slots=True)
class Prices:
    """Shown prices in millionths: a column for everybody of the profile, and the rows where this buyer's differ."""

    profile: Array
    own_rows: Array
    own_values: Array

    def of(self, rows: Array) -> Array:
        """Return the shown price of each row, MISSING where there is none; rows in rising order."""
        prices = self.profile[rows]
        if len(self.own_rows) and len(rows):
            place = np.searchsorted(rows, self.own_rows)
            place[place == len(rows)] = 0
            found = rows[place] == self.own_rows
            prices[place[found]] = self.own_values[found]
        return prices


def fold_price_lists(snapshot: Snapshot, price_list_ids: PriceLists, best_price_wins: bool) -> Array:
    """Return the net price of every row: of the first list that has one, or the lowest of all."""
    net = np.full(snapshot.rows, MISSING, "<i8")
    for one in reversed(price_list_ids):
        of_rank = one if isinstance(one, tuple) else (one,)
        before: Array = np.zeros(0, "<u4")
        for place, price_list_id in enumerate(of_rank):
            rows = snapshot.column(f"price:{price_list_id}:rows", "<u4")
            values = snapshot.column(f"price:{price_list_id}:values")
            if best_price_wins:
                net[rows] = np.minimum(net[rows], values)
            elif not place:
                net[rows] = values
                before = rows
            else:
                # Of two lists of one rank the lower price counts; what a later rank says of a row does not.
                shared = np.isin(rows, before, assume_unique=True)
                net[rows] = np.where(shared, np.minimum(net[rows], values), values)
                before = np.union1d(before, rows)
    return net


def _shown(net: Array, tax_classes: Array, query: SearchQuery) -> Array:
    """Multiply by the factor of each tax class and round half up to the places shown, in whole numbers throughout."""
    unit = 10 ** (6 - min(max(query.price_places, 0), 6))
    if unit == 1 and not query.price_factors:
        return net
    factors = {key: int((f * MICRO).to_integral_value(ROUND_HALF_UP)) for key, f in query.price_factors.items()}
    multiplier = np.full(len(net), MICRO, "<i8")
    for tax_class_id, factor in factors.items():
        multiplier[tax_classes == tax_class_id] = factor
    # Split first, so that neither product passes 64 bits for prices of twelve digits.
    step = MICRO * unit
    whole, rest = np.divmod(np.where(net == MISSING, 0, net), step)
    shown = (whole * multiplier + (rest * multiplier + step // 2) // step) * unit
    return np.where(net == MISSING, MISSING, shown)


def own_prices(snapshot: Snapshot, query: SearchQuery) -> tuple[Array, Array]:
    """Return the rows the buyer has prices of their own for, in order, and those prices as shown."""
    prices: Mapping[int, Decimal] = query.own_prices
    ids = as_ids(prices)
    rows, found = snapshot.rows_of_variants(ids)
    net = np.fromiter((to_micro(price) for price in prices.values()), "<i8", len(prices))[found]
    order = np.argsort(rows)
    rows, net = rows[order], net[order]
    return rows, _shown(net, snapshot.column("tax_class")[rows], query)


def prices_for(snapshot: Snapshot, query: SearchQuery, profiles: RecentCache[Array], owned: RecentCache[Own]) -> Prices:
    """Return the prices of this buyer; the shared column is made once for all who have the same lists and view.

    A buyer's own are kept as long as the caller hands in the very same mapping: the entry holds it, so that no other
    mapping can have its identity.
    """
    view = (tuple(sorted(query.price_factors.items())), query.price_places)
    lists = (query.price_list_ids, query.best_price_wins)

    def make() -> Array:
        net = profiles.get_or_make(
            (snapshot.price_key, lists), lambda: fold_price_lists(snapshot, query.price_list_ids, query.best_price_wins)
        )
        return _shown(net, snapshot.column("tax_class"), query)

    profile = profiles.get_or_make((snapshot.price_key, lists, view), make)
    if not query.own_prices:
        return Prices(profile, *own_prices(snapshot, query))
    own = owned.get_or_make(
        (snapshot.price_key, view, id(query.own_prices)), lambda: Own(query.own_prices, *own_prices(snapshot, query))
    )
    if own.prices is not query.own_prices:  # made by another thread for a mapping that is gone by now
        own = Own(query.own_prices, *own_prices(snapshot, query))
    return Prices(profile, own.rows, own.values)
