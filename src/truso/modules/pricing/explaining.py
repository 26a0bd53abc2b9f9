"""Why a price is what it is: every source there is for a buyer and an article, what each offered and what became of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import connection

from truso.kernel.buyer import Buyer
from truso.kernel.texts import in_language
from truso.kernel.value import Value
from truso.modules.pricing.queries import price_basket
from truso.modules.pricing.rules import HUNDRED, rank_of
from truso.modules.pricing.sources import Facts, Terms, sources_of, terms_of
from truso.modules.pricing.values import Basket, BasketLine, Offer, PricedLine, Sources
from truso.modules.tax.rules import NoTaxRate
from truso.platform.database.values import read_json

# Lists that are the buyer's but do not count: switched off, or for other days.
_NOT_IN_FORCE = """
select l.kind, l.names, l.code, l.customer_id, l.valid_from, l.valid_to, l.is_active, l.currency from pricing_pricelist l
where ((l.kind = 'market' and l.market_id = %(market)s)
       or (l.kind = 'segment' and l.segment_id = any(%(segments)s) and (l.market_id is null or l.market_id = %(market)s))
       or (l.kind in ('contract', 'customer') and l.customer_id = any(%(customers)s)))
  and not (l.is_active and l.currency = %(currency)s and (l.valid_from is null or l.valid_from <= %(day)s)
           and (l.valid_to is null or l.valid_to > %(day)s))
order by l.id
"""
_COSTS = """
select distinct on (l.id) l.id, l.names, l.code, p.amount from pricing_pricelist l join pricing_price p on p.price_list_id = l.id
where l.kind = 'cost' and l.is_active and l.currency = %(currency)s and p.variant_id = %(variant)s and p.minimum_quantity <= 1
  and (l.valid_from is null or l.valid_from <= %(day)s) and (l.valid_to is null or l.valid_to > %(day)s)
  and p.valid_from <= %(day)s and (p.valid_to is null or p.valid_to > %(day)s)
order by l.id, p.minimum_quantity desc, p.valid_from desc
"""


class LookedAt(Value, frozen=True):
    """A source that was looked at. `amount` is net per price unit, None where it had nothing to offer.

    `outcome` is that of an `Offer`, or `no_price` (the list has none for the article), `below_step` (the article has one,
    from `minimum_quantity` on), `does_not_fit` (a discount or campaign for other goods), `other_days`, `switched_off`,
    `other_currency`.
    """

    source: str
    name: str
    outcome: str
    amount: Decimal | None = None
    minimum_quantity: Decimal = Decimal(1)
    percent: Decimal | None = None
    basis: str = ""
    valid_from: date | None = None
    valid_to: date | None = None


class Cost(Value, frozen=True):
    """What an article costs the house, net per price unit, and what is left of its price: for staff with the right only."""

    lists: tuple[tuple[str, Decimal], ...]
    cost: Decimal
    margin: Decimal
    margin_percent: Decimal | None


class Explanation(Value, frozen=True):
    """A price, every source that was looked at, and how it became the amount of a line.

    `line` is None when nobody has a price. `unrounded`, rounded once and less the line's allowances, is its amount; the tax is
    then counted on it.
    """

    variant_id: int
    quantity: Decimal
    day: date
    currency: str
    prices_include_vat: bool
    best_price_wins: bool
    sources: tuple[LookedAt, ...]
    line: PricedLine | None
    cost: Cost | None = None

    @property
    def unrounded(self) -> Decimal | None:
        """The line's amount, before tax or after it as the buyer sees prices, as it was before it was rounded."""
        if self.line is None:
            return None
        price = self.line.unit_price_gross if self.prices_include_vat else self.line.unit_price
        return price * self.line.quantity / self.line.price_unit


def explain_price(
    buyer: Buyer, variant_id: int, quantity: Decimal, *, for_staff: bool = False, with_costs: bool = False
) -> Explanation:
    """Explain a buyer's price of an article at the buyer's moment. The same sources and the same choice as everywhere.

    `for_staff` tells of lists that do not count too: those of other days may not be known to the customer yet. `with_costs`
    is for staff who may see costs. Raises `NoTaxRate` when the article's tax class has none.
    """
    terms = terms_of(buyer)
    about, sources = sources_of(buyer, [variant_id]).get(variant_id, (None, Sources()))
    basket = price_basket(buyer, Basket((BasketLine("1", variant_id, quantity),)))
    if basket.untaxed:
        raise NoTaxRate(f"no rate for article {variant_id} on {buyer.today}")
    line = basket.line("1")
    offers = line.explanation if line else ()
    told = [_of_offer(offer) for offer in offers]
    told += _silent_lists(terms, sources, offers, quantity)
    if about is not None:
        told += _unfit(terms, about)
    if for_staff:
        told += _not_in_force(buyer)
    return Explanation(
        variant_id, quantity, buyer.today, buyer.currency, basket.prices_include_vat, terms.best_price_wins, tuple(told),
        line, _cost(buyer, line) if with_costs and line else None,
    )  # fmt: skip


def _of_offer(offer: Offer) -> LookedAt:
    return LookedAt(
        offer.source, offer.name, offer.outcome, offer.amount, offer.minimum_quantity, offer.percent, offer.basis
    )


def _silent_lists(terms: Terms, sources: Sources, offers: tuple[Offer, ...], quantity: Decimal) -> Iterator[LookedAt]:
    """Yield the lists in force that offered nothing: no price for the article, or none from so few on."""
    if sources.parts:
        return  # a bundle is priced as its parts, each of which looked for itself
    spoken = {(offer.source, offer.name) for offer in offers}
    for one in terms.lists:
        if (one.source, one.name) in spoken:
            continue
        steps = [
            row.minimum_quantity for row in sources.rows if row.list_id == one.id and row.minimum_quantity > quantity
        ]
        outcome = "below_step" if steps else "no_price"
        yield LookedAt(one.source, one.name, outcome, minimum_quantity=min(steps, default=Decimal(1)))


def _unfit(terms: Terms, about: Facts) -> Iterator[LookedAt]:
    for discount in terms.discounts:
        if not discount.fits(about):
            yield LookedAt("discount", discount.name, "does_not_fit", percent=discount.percent or None)
    for campaign in terms.campaigns:
        if not campaign.fits(about):
            yield LookedAt("campaign", campaign.name, "does_not_fit", percent=campaign.percent)


def _not_in_force(buyer: Buyer) -> Iterator[LookedAt]:
    customer = buyer.customer
    with connection.cursor() as cursor:
        cursor.execute(
            _NOT_IN_FORCE,
            {
                "market": buyer.market.id, "currency": buyer.currency, "day": buyer.today,
                "customers": list(customer.ids if customer else ()), "segments": list(customer.segment_ids if customer else ()),
            },
        )  # fmt: skip
        rows = cursor.fetchall()
    kinds = {"market": "list"}
    found = [(rank_of(kinds.get(row[0], row[0])), row) for row in rows]
    for _rank, (kind, names, code, _owner, start, end, is_active, currency) in sorted(found, key=lambda one: one[0]):
        outcome = "switched_off" if not is_active else "other_currency" if currency != buyer.currency else "other_days"
        name = in_language(read_json(names), buyer.language) or code
        yield LookedAt(kinds.get(kind, kind), name, outcome, valid_from=start, valid_to=end)


def _cost(buyer: Buyer, line: PricedLine) -> Cost | None:
    values: dict[str, Any] = {"currency": buyer.currency, "variant": line.variant_id, "day": buyer.today}
    with connection.cursor() as cursor:
        cursor.execute(_COSTS, values)
        rows = cursor.fetchall()
    if not rows:
        return None
    named = tuple((in_language(read_json(row[1]), buyer.language) or row[2], row[3]) for row in rows)
    cost = max(amount for _, amount in named)
    margin = line.unit_price - cost
    percent = None if not line.unit_price else margin * HUNDRED / line.unit_price
    return Cost(named, cost, margin, percent)
