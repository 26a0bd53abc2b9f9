"""What goes into pricing and what comes out: frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class BasketLine:
    """A wish for goods. `key` is the caller's name for the line and comes back on the priced line."""

    key: str
    variant_id: int
    quantity: Decimal


@dataclass(frozen=True, slots=True)
class Charge:
    """Something charged beside goods, such as freight: a net amount with a tax class."""

    key: str
    amount: Decimal
    tax_class_id: int


@dataclass(frozen=True, slots=True)
class Basket:
    """Everything that is priced together. `ship_to` is the country that decides the tax; empty means the market's."""

    lines: tuple[BasketLine, ...] = ()
    charges: tuple[Charge, ...] = ()
    codes: tuple[str, ...] = ()
    payment_term_id: int | None = None
    ship_to: str = ""


@dataclass(frozen=True, slots=True)
class Offer:
    """A price one source had to offer for a line, and what became of it.

    `source` is contract, customer, segment, discount, list or campaign; `amount` is net per price unit;
    `outcome` is won, lost_to_rank (an earlier source decides), lost_to_price, or base (campaigns count from it).
    """

    source: str
    name: str
    amount: Decimal
    minimum_quantity: Decimal = Decimal(1)
    percent: Decimal | None = None
    outcome: str = ""


@dataclass(frozen=True, slots=True)
class LineTotal:
    """Rounded amounts of one line. `net + tax = gross`, always."""

    key: str
    net: Decimal
    tax: Decimal
    gross: Decimal


@dataclass(frozen=True, slots=True)
class TaxGroup:
    """All lines of one category and rate: what EN 16931 calls a VAT breakdown."""

    category: str
    rate: Decimal
    net: Decimal
    tax: Decimal

    @property
    def gross(self) -> Decimal:
        return self.net + self.tax


@dataclass(frozen=True, slots=True)
class Totals:
    """The sums of a document: lines, tax groups and the whole, agreeing to the smallest coin."""

    lines: tuple[LineTotal, ...]
    groups: tuple[TaxGroup, ...]
    net: Decimal
    tax: Decimal
    gross: Decimal


@dataclass(frozen=True, slots=True)
class PricedLine:
    """A line with its price, why, and its rounded amounts. Prices are net per `price_unit` with up to six decimals."""

    key: str
    variant_id: int | None
    quantity: Decimal
    price_unit: int
    list_price: Decimal | None
    unit_price: Decimal
    unit_price_gross: Decimal
    list_price_gross: Decimal | None
    tax_class_id: int
    tax_category: str
    tax_rate: Decimal
    net: Decimal
    tax: Decimal
    gross: Decimal
    explanation: tuple[Offer, ...] = ()
    campaign: str = ""
    campaign_ends_at: datetime | None = None
    lowest_30_days_gross: Decimal | None = None

    @property
    def is_reduced(self) -> bool:
        """True when the buyer pays less than the list price."""
        return self.list_price is not None and self.unit_price < self.list_price


@dataclass(frozen=True, slots=True)
class PricedBasket:
    """A priced basket. Lines without any price are named in `unpriced` and are in no sum."""

    currency: str
    prices_include_vat: bool
    lines: tuple[PricedLine, ...]
    charges: tuple[PricedLine, ...]
    groups: tuple[TaxGroup, ...]
    net: Decimal
    tax: Decimal
    gross: Decimal
    unpriced: tuple[str, ...] = ()

    @property
    def goods_net(self) -> Decimal:
        return sum((line.net for line in self.lines), Decimal(0))

    @property
    def goods_gross(self) -> Decimal:
        return sum((line.gross for line in self.lines), Decimal(0))

    def line(self, key: str) -> PricedLine | None:
        """Return the priced line of a key, goods or charge."""
        return next((line for line in (*self.lines, *self.charges) if line.key == key), None)


@dataclass(frozen=True, slots=True)
class PriceStep:
    """A quantity step the buyer could reach: from how many, at which price per price unit."""

    minimum_quantity: Decimal
    unit_price: Decimal
    unit_price_gross: Decimal


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A row of a price list as the resolver sees it. `rank` orders the sources, lower first."""

    rank: int
    source: str
    name: str
    amount: Decimal
    minimum_quantity: Decimal


@dataclass(frozen=True, slots=True)
class DiscountRow:
    """A percentage off the list price that fits a line."""

    name: str
    percent: Decimal


@dataclass(frozen=True, slots=True)
class CampaignRow:
    """A campaign that fits a line now."""

    name: str
    percent: Decimal
    ends_at: datetime


@dataclass(frozen=True, slots=True)
class Sources:
    """All that bears on one line's price."""

    rows: tuple[SourceRow, ...] = ()
    discounts: tuple[DiscountRow, ...] = ()
    campaigns: tuple[CampaignRow, ...] = ()
    best_price_wins: bool = False


@dataclass(frozen=True, slots=True)
class Decision:
    """The price chosen for a line, and the whole story."""

    unit_price: Decimal
    list_price: Decimal | None
    offers: tuple[Offer, ...]
    campaign: CampaignRow | None = None


@dataclass(frozen=True, slots=True)
class AmountLine:
    """A rounded amount to total: net when prices exclude VAT, gross when they include it."""

    key: str
    amount: Decimal
    category: str
    rate: Decimal
