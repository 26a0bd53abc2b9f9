"""What goes into pricing and what comes out: frozen values."""

from __future__ import annotations

from datetime import date, datetime
from decimal import ROUND_CEILING, Decimal

from truso.kernel.value import Value

_ONE = Decimal(1)


class BasketLine(Value, frozen=True):
    """A wish for goods. `key` is the caller's name for the line and comes back on the priced line."""

    key: str
    variant_id: int
    quantity: Decimal


class Charge(Value, frozen=True):
    """Something charged beside goods, such as freight: a net amount with a tax class."""

    key: str
    amount: Decimal
    tax_class_id: int


class Basket(Value, frozen=True):
    """Everything that is priced together. `ship_to` is the country that decides the tax; empty means the market's.

    `payment_term_id` is the term chosen, where it is another than the customer's own. `email` is a guest's, by whom a campaign
    that may be had so often counts.
    """

    lines: tuple[BasketLine, ...] = ()
    charges: tuple[Charge, ...] = ()
    codes: tuple[str, ...] = ()
    payment_term_id: int | None = None
    ship_to: str = ""
    email: str = ""


class Offer(Value, frozen=True):
    """A price one source had to offer for a line, and what became of it.

    `source` is contract, customer, segment, discount, list, campaign or payment_term; `amount` is net per price unit;
    `outcome` is won, lost_to_rank (an earlier source decides), lost_to_price, or base (campaigns count from it).
    A bundle priced as its parts has a `part` per article in it (its share of the price, counted), and where something is
    taken off the sum, `bundle` (won). `percent` is what was taken off, where one percentage was; of a price made from the
    cost it is left out, for it would tell the cost. `basis` says what a list without a price of its own for the article made
    its offer from: `list` or `cost`.
    """

    source: str
    name: str
    amount: Decimal
    minimum_quantity: Decimal = Decimal(1)
    percent: Decimal | None = None
    outcome: str = ""
    basis: str = ""


class LineTotal(Value, frozen=True):
    """Rounded amounts of one line. `net + tax = gross`, always."""

    key: str
    net: Decimal
    tax: Decimal
    gross: Decimal


class TaxGroup(Value, frozen=True):
    """All lines of one category and rate: what EN 16931 calls a VAT breakdown."""

    category: str
    rate: Decimal
    net: Decimal
    tax: Decimal

    @property
    def gross(self) -> Decimal:
        return self.net + self.tax


class Totals(Value, frozen=True):
    """The sums of a document: lines, tax groups and the whole, agreeing to the smallest coin."""

    lines: tuple[LineTotal, ...]
    groups: tuple[TaxGroup, ...]
    net: Decimal
    tax: Decimal
    gross: Decimal


class Allowance(Value, frozen=True):
    """What a campaign takes off a line's amount: with VAT where the buyer sees prices so, as the line's amount itself."""

    campaign_id: int
    name: str
    amount: Decimal


class PricedLine(Value, frozen=True):
    """A line with its price, why, and its rounded amounts. Prices are net per `price_unit` with up to six decimals.

    `net`, `tax` and `gross` are what remains after the `allowances`.
    """

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
    campaign_id: int | None = None
    allowances: tuple[Allowance, ...] = ()
    tax_reason: str = ""

    @property
    def allowance(self) -> Decimal:
        """What campaigns take off the line's amount in all."""
        return sum((one.amount for one in self.allowances), Decimal(0))

    @property
    def is_reduced(self) -> bool:
        """True when the buyer pays less than the list price."""
        return self.list_price is not None and self.unit_price < self.list_price


class PriceStep(Value, frozen=True):
    """A quantity step the buyer could reach: from how many, at which price per price unit."""

    minimum_quantity: Decimal
    unit_price: Decimal
    unit_price_gross: Decimal


class ArticlePrice(Value, frozen=True):
    """The price of an article at a quantity, net per `price_unit`; `steps` are the quantities where it changes."""

    variant_id: int
    price_unit: int
    list_price: Decimal | None
    unit_price: Decimal
    unit_price_gross: Decimal
    list_price_gross: Decimal | None
    tax_rate: Decimal
    explanation: tuple[Offer, ...] = ()
    campaign: str = ""
    campaign_ends_at: datetime | None = None
    campaign_id: int | None = None
    steps: tuple[PriceStep, ...] = ()


class Gift(Value, frozen=True):
    """An article given with the basket by a campaign."""

    campaign_id: int
    name: str
    variant_id: int


class Hint(Value, frozen=True):
    """What is missing for a campaign: so many articles more, or goods for so much more as the buyer sees prices."""

    campaign_id: int
    kind: str
    name: str
    pieces: int = 0
    amount: Decimal = Decimal(0)


class CodeUse(Value, frozen=True):
    """What became of a code: `counts`, `nothing` (on these goods it takes nothing off), or why it is not valid.

    The reasons: code_not_found, code_ended, code_used_up, code_used_before, code_needs_sign_in.
    """

    code: str
    outcome: str
    name: str = ""
    campaign_id: int | None = None


class Used(Value, frozen=True):
    """What a basket takes of a campaign with a limit: a net amount, off its prices or its lines."""

    campaign_id: int
    name: str
    amount: Decimal


class Deals(Value, frozen=True):
    """What campaigns give a basket beside the prices of its goods."""

    gifts: tuple[Gift, ...] = ()
    free_freight: str = ""
    hints: tuple[Hint, ...] = ()
    codes: tuple[CodeUse, ...] = ()
    used: tuple[Used, ...] = ()


class PricedBasket(Value, frozen=True):
    """A priced basket. Lines without any price are named in `unpriced` and are in no sum; for want of a tax rate in `untaxed` too.

    `term_percent` is what the payment term chosen puts on the prices of goods (below zero: takes off), within them already.
    """

    currency: str
    prices_include_vat: bool
    lines: tuple[PricedLine, ...]
    charges: tuple[PricedLine, ...]
    groups: tuple[TaxGroup, ...]
    net: Decimal
    tax: Decimal
    gross: Decimal
    unpriced: tuple[str, ...] = ()
    deals: Deals = Deals()
    term_percent: Decimal = Decimal(0)
    untaxed: tuple[str, ...] = ()

    @property
    def tax_reasons(self) -> dict[str, str]:
        """Why there is no tax, by category of EN 16931."""
        found: dict[str, list[str]] = {}
        for line in (*self.lines, *self.charges):
            if line.tax_reason and line.tax_reason not in found.setdefault(line.tax_category, []):
                found[line.tax_category].append(line.tax_reason)
        return {category: "; ".join(reasons) for category, reasons in found.items()}

    @property
    def allowances(self) -> dict[str, Decimal]:
        """What campaigns take off lines in all, by the campaign's name, as the buyer sees prices."""
        found: dict[str, Decimal] = {}
        for line in self.lines:
            for one in line.allowances:
                found[one.name] = found.get(one.name, Decimal(0)) + one.amount
        return found

    @property
    def goods_net(self) -> Decimal:
        return sum((line.net for line in self.lines), Decimal(0))

    @property
    def goods_shown(self) -> Decimal:
        """What the goods come to as the buyer sees prices, after discounts."""
        return self.goods_gross if self.prices_include_vat else self.goods_net

    @property
    def goods_gross(self) -> Decimal:
        return sum((line.gross for line in self.lines), Decimal(0))

    def line(self, key: str) -> PricedLine | None:
        """Return the priced line of a key, goods or charge."""
        return next((line for line in (*self.lines, *self.charges) if line.key == key), None)


class SourceRow(Value, frozen=True):
    """A row of a price list as the resolver sees it. `rank` orders the sources, lower first; names may be equal.

    Of rows of one list and step that are in force together, the one that began last counts.
    """

    list_id: int
    rank: int
    source: str
    name: str
    amount: Decimal
    minimum_quantity: Decimal
    valid_from: date = date.min


class DerivedRow(Value, frozen=True):
    """A list that makes a price for what it has none of its own for: `percent` off the list price, or on the cost.

    `basis` is `list` or `cost`.
    """

    list_id: int
    rank: int
    source: str
    name: str
    basis: str
    percent: Decimal


class DiscountRow(Value, frozen=True):
    """A percentage or an amount (net per price unit) off the list price that fits a line.

    Those that stack are taken one after the other; one that does not counts alone.
    """

    name: str
    percent: Decimal
    amount: Decimal = Decimal(0)
    stacks: bool = False


class CampaignRow(Value, frozen=True):
    """A campaign that fits a line now: a percentage or an amount (net per price unit) off the list price, or a price of its own.

    One that `combines` lets others that do count on the same goods.
    """

    name: str
    percent: Decimal
    ends_at: datetime
    amount: Decimal = Decimal(0)
    fixed: Decimal | None = None
    id: int = 0
    combines: bool = False


class Sources(Value, frozen=True):
    """All that bears on one line's price. Of a bundle priced as its parts: those of each part, and the percent off them."""

    rows: tuple[SourceRow, ...] = ()
    discounts: tuple[DiscountRow, ...] = ()
    campaigns: tuple[CampaignRow, ...] = ()
    best_price_wins: bool = False
    parts: tuple[PartSources, ...] = ()
    percent_off: Decimal = Decimal(0)
    derived: tuple[DerivedRow, ...] = ()
    cost: Decimal | None = None

    @property
    def steps(self) -> list[Decimal]:
        """The quantities at which the price may change, the lowest first."""
        found = {row.minimum_quantity for row in self.rows}
        for part in self.parts:
            # From how many bundles on the part's step is reached.
            found |= {max((step / part.quantity).to_integral_value(ROUND_CEILING), _ONE) for step in part.sources.steps}
        return sorted(found)


class PartSources(Value, frozen=True):
    """All that bears on the price of an article in a bundle, and how many of it one bundle takes."""

    sku: str
    quantity: Decimal
    price_unit: int
    sources: Sources


class Decision(Value, frozen=True):
    """The price chosen for a line, and the whole story."""

    unit_price: Decimal
    list_price: Decimal | None
    offers: tuple[Offer, ...]
    campaign: CampaignRow | None = None


class AmountLine(Value, frozen=True):
    """A rounded amount to total: net when prices exclude VAT, gross when they include it."""

    key: str
    amount: Decimal
    category: str
    rate: Decimal
