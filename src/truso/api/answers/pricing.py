"""What the API answers about prices: why one is what it is, and how it became so."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from truso.api.answers.base import View
from truso.api.answers.cart import AllowanceView
from truso.api.answers.catalog import PriceView
from truso.api.encoding import Amount, Percent, Quantity, UnitPrice


class LookedAtView(View, frozen=True):
    """A source that was looked at. `amount` is net per price unit, null where it had nothing to offer.

    `outcome` is won, lost_to_rank, lost_to_price, base (a campaign counts instead), counted (a bundle's part), no_price,
    below_step (it has a price from `minimum_quantity` on) or does_not_fit (it is for other goods); for staff also
    other_days, switched_off and other_currency. `basis` is what a list made its offer from: `list` or `cost`.
    """

    source: str
    name: str
    outcome: str
    amount: UnitPrice | None
    minimum_quantity: Quantity
    percent: Percent | None
    basis: str
    valid_from: date | None
    valid_to: date | None


class CostView(View, frozen=True):
    """What an article costs the house by one of its lists, net per price unit."""

    name: str
    amount: UnitPrice


class MarginView(View, frozen=True):
    """The costs known, the highest of which counts, and what is left of the price: for those of the house who may see it."""

    costs: list[CostView]
    margin: UnitPrice
    margin_percent: Percent | None


class ExplanationView(View, frozen=True):
    """A price on a day, every source looked at, and how it became the amount of a line.

    `price` is null when nobody has one. `unrounded` is the price shown (with VAT when prices include it) times the quantity
    over the price unit; rounded once, less the `allowances` that campaigns take off so many of the article alone, it is the
    line's amount, on which the VAT is counted.
    """

    sku: str
    variant: UUID
    quantity: Quantity
    day: date
    currency: str
    prices_include_vat: bool
    best_price_wins: bool
    sources: list[LookedAtView]
    price: PriceView | None
    unrounded: str | None
    allowances: list[AllowanceView]
    net: Amount | None
    vat: Amount | None
    vat_rate: Percent | None
    vat_category: str
    gross: Amount | None
    margin: MarginView | None


class PriceVersionView(View, frozen=True):
    """A price as it was for a while. Who wrote it is told as a kind (`person`, `program`, `import`, `system`) and a name.

    `since` is null for prices older than the history, `until` for what holds now; `is_removed` says that no other followed.
    """

    amount: UnitPrice
    minimum_quantity: Quantity
    valid_from: date
    valid_to: date | None
    since: datetime | None
    source: str
    source_name: str
    reason: str
    until: datetime | None
    is_removed: bool
    removed_source: str
    removed_name: str
    removed_reason: str


class PriceHistoryView(View, frozen=True):
    """The prices an article had in a list: those that hold now first, then the last ended first, at most 200."""

    price_list: str
    sku: str
    currency: str
    items: list[PriceVersionView]
