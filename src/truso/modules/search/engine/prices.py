"""The buyer's prices over all rows: shared lists folded into one column, the buyer's own prices laid over."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

import numpy as np

from truso.modules.search.engine.cache import RecentCache
from truso.modules.search.engine.columns import Array
from truso.modules.search.engine.filtering import ALL, FEW, Rows, inside, rows_with
from truso.modules.search.engine.scale import MICRO, MISSING, as_ids, to_micro
from truso.modules.search.engine.snapshot import Snapshot
from truso.modules.search.engine.values import Made, Reduction, SearchQuery

_WHOLE = 10_000  # hundredths of a percent
_LARGEST = 8 * 10**17  # what a percentage is taken of: ten times as much still fits 64 bits


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
        self._sources = (
            snapshot.price_key, query.price_list_ids, query.base_lists, query.best_price_wins, query.discounts, query.campaigns,
            query.cost_lists, query.closed_categories, query.on_request_but,
        )  # fmt: skip
        self._key = (*self._sources, view)
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
            return _shown(net_prices(snapshot, query, rows), snapshot.column("tax_class")[rows], query)
        if self._profile is None:
            self._profile = self._profiles.get_or_make(self._key, self._make)
        found: Array = self._profile[rows]
        return found

    def _make(self) -> Array:
        snapshot, query = self._snapshot, self._query
        net = self._profiles.get_or_make(self._sources, lambda: net_prices(snapshot, query, ALL))
        return _shown(net, snapshot.column("tax_class"), query)


def net_prices(snapshot: Snapshot, query: SearchQuery, rows: Rows) -> Array:
    """Return the net price of rows from the shared lists, the discounts and the campaigns, MISSING where none prices one.

    The lists in their order, then what discounts take off the base price, then that itself; or the lowest of all where the
    best price wins. A campaign counts from the base price too, and only when that is lower.
    """
    bases = {"cost": _highest(snapshot, query.cost_lists, rows)} if query.cost_lists else {}
    bases["list"] = base = _lowest(snapshot, query.base_lists, rows, bases)
    net = _nothing(snapshot, rows)
    for one in query.price_list_ids:
        offered = _lowest(snapshot, one if isinstance(one, tuple) else (one,), rows, bases)
        net = _next(net, offered, query.best_price_wins)
    if query.discounts:
        net = _next(net, _after(snapshot, base, query.discounts, rows), query.best_price_wins)
    net = _next(net, base, query.best_price_wins)
    if query.campaigns:
        net = np.minimum(net, _after(snapshot, base, query.campaigns, rows))
    for key in query.closed_categories:
        net = np.where(rows_with(snapshot, ("category", key), rows), MISSING, net)
    if query.on_request_but is not None:
        net = np.where(inside(snapshot, (query.on_request_but,), rows), net, MISSING)
    return net


def _nothing(snapshot: Snapshot, rows: Rows) -> Array:
    return np.full(snapshot.rows if isinstance(rows, slice) else len(rows), MISSING, "<i8")


def _next(net: Array, offered: Array, best_price_wins: bool) -> Array:
    found: Array = np.minimum(net, offered) if best_price_wins else np.where(net == MISSING, offered, net)
    return found


def _lowest(snapshot: Snapshot, price_lists: tuple[int | Made, ...], rows: Rows, bases: Mapping[str, Array]) -> Array:
    """Return the lowest price of lists of one rank."""
    net = _nothing(snapshot, rows)
    for one in price_lists:
        net = np.minimum(net, _made(snapshot, one, rows, bases) if isinstance(one, Made) else _own(snapshot, one, rows))
    return net


def _own(snapshot: Snapshot, price_list_id: int, rows: Rows) -> Array:
    """Return what a list has a price for."""
    net = _nothing(snapshot, rows)
    priced = snapshot.column(f"price:{price_list_id}:rows", "<u4")
    values = snapshot.column(f"price:{price_list_id}:values")
    if isinstance(rows, slice):
        net[priced] = values
    elif len(priced):
        place = np.searchsorted(priced, rows.astype("<u4"))
        place[place == len(priced)] = 0
        net = np.where(priced[place] == rows, values[place], MISSING)
    return net


def _made(snapshot: Snapshot, one: Made, rows: Rows, bases: Mapping[str, Array]) -> Array:
    """Return a list's own prices, and what it makes where it has none."""
    base = bases.get(one.basis)
    own = _nothing(snapshot, rows) if one.price_list_id is None else _own(snapshot, one.price_list_id, rows)
    if base is None:
        return own
    percent = _hundredths(one.percent)
    made: Array = np.where(own == MISSING, _less(base, percent if one.basis == "list" else -percent), own)
    return made


def _highest(snapshot: Snapshot, price_list_ids: tuple[int, ...], rows: Rows) -> Array:
    """Return the highest price in any of the lists."""
    found = np.full(snapshot.rows if isinstance(rows, slice) else len(rows), -1, "<i8")
    for one in price_list_ids:
        own = _own(snapshot, one, rows)
        found = np.maximum(found, np.where(own == MISSING, -1, own))
    return np.where(found == -1, MISSING, found)


def _after(snapshot: Snapshot, base: Array, reductions: tuple[Reduction, ...], rows: Rows) -> Array:
    """Return the lowest that reductions make of the base price, MISSING where none fits.

    The highest percentage that counts alone, or each amount, or all that stack one after the other: the higher percentage
    first and amounts last.
    """
    alone = [one for one in reductions if not one.stacks]
    percents = [one for one in alone if one.percent]
    net = _reduced(base, _percents(snapshot, tuple(percents), rows)) if percents else _nothing(snapshot, rows)
    for one in alone:
        if one.amount:
            net = np.where(_fits(snapshot, one, rows), np.minimum(net, _less_amount(base, one.amount)), net)
        elif one.by_class:
            fits = _fits(snapshot, one, rows)
            net = np.where(fits, np.minimum(net, _by_class(base, one, snapshot.column("tax_class")[rows])), net)
    together = sorted((one for one in reductions if one.stacks), key=lambda one: (-one.percent, one.amount))
    if together:
        stacked, any_fits = base, np.zeros(len(base), bool)
        for one in together:
            fits = _fits(snapshot, one, rows)
            taken = _less_amount(stacked, one.amount) if one.amount else _less(stacked, _hundredths(one.percent))
            stacked, any_fits = np.where(fits, taken, stacked), any_fits | fits
        net = np.minimum(net, np.where(any_fits, stacked, MISSING))
    return net


def _by_class(base: Array, one: Reduction, tax_classes: Array) -> Array:
    """Return what a reduction makes of the base price, by the amount of each tax class."""
    net = np.full(len(base), MISSING, "<i8")
    for key, amount in one.by_class:
        taken = np.where(base == MISSING, MISSING, to_micro(amount)) if one.is_fixed else _less_amount(base, amount)
        net = np.where(tax_classes == key, taken, net)
    return net


def _fits(snapshot: Snapshot, one: Reduction, rows: Rows) -> Array:
    fits = np.ones(snapshot.rows if isinstance(rows, slice) else len(rows), bool)
    for kind, key in (("category", one.category_id), ("brand", one.brand_id), ("family", one.family_id)):
        if key is not None:
            fits &= rows_with(snapshot, (kind, key), rows)
    if one.product_ids:
        fits &= np.isin(snapshot.column("product")[rows], as_ids(one.product_ids))
    if one.left_out:
        fits &= ~np.isin(snapshot.column("product")[rows], as_ids(one.left_out))
    return fits


def _percents(snapshot: Snapshot, reductions: tuple[Reduction, ...], rows: Rows) -> Array:
    """Return the highest reduction of each row, in hundredths of a percent; 0 where none fits."""
    found = np.zeros(snapshot.rows if isinstance(rows, slice) else len(rows), "<i8")
    for one in reductions:
        found = np.where(_fits(snapshot, one, rows), np.maximum(found, _hundredths(one.percent)), found)
    return found


def _hundredths(percent: Decimal) -> int:
    return int((percent * 100).to_integral_value(ROUND_HALF_UP))


def _reduced(base: Array, percents: Array) -> Array:
    """Take hundredths of a percent off prices; MISSING where there is nothing to take off."""
    return np.where(percents == 0, MISSING, _less(base, percents))


def _less(base: Array, percents: Array | int) -> Array:
    """Take hundredths of a percent off prices (below zero: add them), rounded half up to a millionth."""
    kept = _WHOLE - percents
    # Split first, so that no product passes 64 bits for prices of twelve digits.
    whole, rest = np.divmod(np.where(base == MISSING, 0, np.minimum(base, _LARGEST)), _WHOLE)
    return np.where(base == MISSING, MISSING, whole * kept + (rest * kept + _WHOLE // 2) // _WHOLE)


def _less_amount(base: Array, amount: Decimal) -> Array:
    """Take an amount off prices; none falls below zero."""
    return np.where(base == MISSING, MISSING, np.maximum(base - to_micro(amount), 0))


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
