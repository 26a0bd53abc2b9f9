"""The buyer's prices over all rows: shared lists folded into one column, the buyer's own prices laid over."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

import numpy as np

from truso.modules.search.engine.cache import RecentCache
from truso.modules.search.engine.columns import Array
from truso.modules.search.engine.filtering import FEW
from truso.modules.search.engine.scale import MICRO, MISSING, as_ids, to_micro
from truso.modules.search.engine.snapshot import Snapshot
from truso.modules.search.engine.values import PriceLists, SearchQuery


@dataclass(frozen=True, slots=True)
class Own:
    """A buyer's own prices as rows and values, with the very mapping they were made from."""

    prices: Mapping[int, Decimal]
    rows: Array
    values: Array


class Prices:
    """Shown prices in millionths: those everybody of the profile has, and the rows where this buyer's differ.

    Of a few rows they are looked up in the lists; of many, in a column for all that is made once.
    """

    def __init__(self, snapshot: Snapshot, query: SearchQuery, profiles: RecentCache[Array], own: Own) -> None:
        self._snapshot, self._query, self._profiles, self._own = snapshot, query, profiles, own
        view = (tuple(sorted(query.price_factors.items())), query.price_places)
        self._lists = (snapshot.price_key, query.price_list_ids, query.best_price_wins)
        self._key = (*self._lists, view)
        self._profile = profiles.get(self._key)

    def of(self, rows: Array) -> Array:
        """Return the shown price of each row, MISSING where there is none; rows in rising order."""
        prices, own = self._shared(rows), self._own.rows
        if len(own) and len(rows):
            place = np.searchsorted(rows, own)
            place[place == len(rows)] = 0
            found = rows[place] == own
            prices[place[found]] = self._own.values[found]
        return prices

    def _shared(self, rows: Array) -> Array:
        snapshot, query = self._snapshot, self._query
        if self._profile is None and len(rows) * FEW < snapshot.rows:
            net = prices_of_rows(snapshot, query.price_list_ids, query.best_price_wins, rows)
            return _shown(net, snapshot.column("tax_class")[rows], query)
        if self._profile is None:
            self._profile = self._profiles.get_or_make(self._key, self._make)
        found: Array = self._profile[rows]
        return found

    def _make(self) -> Array:
        snapshot, query = self._snapshot, self._query
        net = self._profiles.get_or_make(
            self._lists, lambda: fold_price_lists(snapshot, query.price_list_ids, query.best_price_wins)
        )
        return _shown(net, snapshot.column("tax_class"), query)


def prices_of_rows(snapshot: Snapshot, price_list_ids: PriceLists, best_price_wins: bool, rows: Array) -> Array:
    """Return the net price of a few rows, each looked up in the lists."""
    net: Array = np.full(len(rows), MISSING, "<i8")
    for one in price_list_ids:
        of_rank = np.full(len(rows), MISSING, "<i8")
        for price_list_id in one if isinstance(one, tuple) else (one,):
            priced = snapshot.column(f"price:{price_list_id}:rows", "<u4")
            if len(priced):
                place = np.searchsorted(priced, rows.astype("<u4"))
                place[place == len(priced)] = 0
                values = snapshot.column(f"price:{price_list_id}:values")[place]
                of_rank = np.minimum(of_rank, np.where(priced[place] == rows, values, MISSING))
        net = np.minimum(net, of_rank) if best_price_wins else np.where(net == MISSING, of_rank, net)
    return net


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
    """Return the prices of this buyer.

    A buyer's own are kept as long as the caller hands in the very same mapping: the entry holds it, so that no other
    mapping can have its identity.
    """
    if not query.own_prices:
        return Prices(snapshot, query, profiles, Own(query.own_prices, *own_prices(snapshot, query)))
    view = (tuple(sorted(query.price_factors.items())), query.price_places)
    own = owned.get_or_make(
        (snapshot.price_key, view, id(query.own_prices)), lambda: Own(query.own_prices, *own_prices(snapshot, query))
    )
    if own.prices is not query.own_prices:  # made by another thread for a mapping that is gone by now
        own = Own(query.own_prices, *own_prices(snapshot, query))
    return Prices(snapshot, query, profiles, own)
