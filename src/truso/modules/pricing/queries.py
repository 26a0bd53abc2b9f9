"""The one door to prices: `price_basket`. Lists, pages, carts, quotes, orders and the API all go through it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from django.db import connection

from truso.kernel.buyer import Buyer
from truso.kernel.money import ZERO
from truso.kernel.texts import in_language
from truso.kernel.value import replace
from truso.modules.markets.queries import get_market, get_term
from truso.modules.pricing.campaigning import PRICE_KINDS, campaigns_for
from truso.modules.pricing.gates import market_gate
from truso.modules.pricing.given import deals_of, taken_off
from truso.modules.pricing.rules import by_term, choose_price, gross_unit_price, line_amount, total
from truso.modules.pricing.sources import Facts, sources_of, terms_of
from truso.modules.pricing.values import (
    Allowance,
    AmountLine,
    ArticlePrice,
    Basket,
    BasketLine,
    Charge,
    Decision,
    LineTotal,
    PricedBasket,
    PricedLine,
    PriceStep,
    Sources,
)
from truso.modules.tax.queries import rates_for
from truso.modules.tax.rules import Rate

ONE = Decimal(1)
# Articles in categories, or below them.
_BEHIND = """
select v.id, c.path from catalog_variant v join catalog_product p on p.id = v.product_id join catalog_category c on c.id = p.category_id
where v.id = any(%s::bigint[]) and c.path && %s::bigint[]
"""

# What is on a customer's own lists, and every bundle that costs what its parts do.
_OWN = """
select variant_id from pricing_price where price_list_id = any(%s::bigint[])
union select variant_id from catalog_bundle where pricing = 'parts'
"""


def price_basket(buyer: Buyer, basket: Basket) -> PricedBasket:
    """Price goods and charges for a buyer at the buyer's moment, with every price explained.

    Two queries whatever the number of lines. Lines nobody has a price for are named in `unpriced`, and those whose tax class
    has no rate where they go in `untaxed` too. What campaigns take off the cart is taken off its lines; what else they give,
    and what became of each of the `codes`, is in `deals`.
    """
    campaigns = campaigns_for(buyer, basket.codes, basket.email)
    coded = [one for one in campaigns if one.coupon and one.kind in PRICE_KINDS]
    term, percent = term_effect(buyer, basket.payment_term_id)
    known = sources_of(buyer, {line.variant_id for line in basket.lines}, coded=coded) if basket.lines else {}
    rates = rates_for(buyer, basket.ship_to)
    decided: list[tuple[BasketLine, Facts, Decision, Rate]] = []
    unpriced, untaxed = [], []
    for line in basket.lines:
        about, sources = known.get(line.variant_id) or (None, None)
        decision = choose_price(sources, line.quantity) if sources else None
        rate = rates.get(about.tax_class_id) if about else None
        if about is None or decision is None or rate is None:
            unpriced.append(line.key)
            untaxed += [line.key] if decision and rate is None else []
        else:
            decided.append((line, about, by_term(decision, term, percent), rate))
    amounts = [_amount(buyer, *one) for one in decided]
    taken = taken_off(buyer, campaigns, [(*one, amount) for one, amount in zip(decided, amounts, strict=True)])
    charges = [(charge, rates[charge.tax_class_id]) for charge in basket.charges]
    priced = _total(buyer, decided, amounts, taken.allowances, charges)
    return replace(
        priced,
        unpriced=tuple(unpriced),
        untaxed=tuple(untaxed),
        term_percent=percent,
        deals=deals_of(buyer, campaigns, taken, priced.lines, basket=basket),
    )


def term_effect(buyer: Buyer, term_id: int | None) -> tuple[str, Decimal]:
    """Return the name of a payment term, and what choosing it puts on a company's prices in percent.

    Prices are those of the customer's own term (else the market's), so that one puts nothing on them. Consumers pay the same
    however they pay (directive (EU) 2015/2366 article 62 (4)).
    """
    if term_id is None or not buyer.is_business or buyer.customer is None:
        return "", ZERO
    own_id = buyer.customer.payment_term_id or get_market(buyer.market.id).invoice_term_id
    chosen, own = get_term(term_id), get_term(own_id)
    if chosen is None or chosen.pk == own_id:
        return "", ZERO
    return in_language(chosen.names, buyer.language) or chosen.code, chosen.percent - (own.percent if own else ZERO)


def _amount(buyer: Buyer, line: BasketLine, about: Facts, decision: Decision, rate: Rate) -> Decimal:
    return line_amount(
        decision.unit_price, line.quantity, about.price_unit, rate.percent, currency=buyer.currency,
        prices_include_vat=buyer.display_gross,
    )  # fmt: skip


def _total(
    buyer: Buyer,
    decided: Sequence[tuple[BasketLine, Facts, Decision, Rate]],
    before: Sequence[Decimal],
    allowances: Mapping[str, Sequence[Allowance]],
    charges: Sequence[tuple[Charge, Rate]],
) -> PricedBasket:
    """Take the allowances off the lines' amounts, count the tax once for all of them, and write each line with its share."""
    gross, currency = buyer.display_gross, buyer.currency
    amounts = []
    for (line, _, _, rate), whole in zip(decided, before, strict=True):
        amount = whole - sum((one.amount for one in allowances.get(line.key, ())), ZERO)
        amounts.append(AmountLine(line.key, amount, rate.category, rate.percent))
    sums = total([*amounts, *_charge_amounts(charges, currency, gross)], currency=currency, prices_include_vat=gross)
    by_key = {line.key: line for line in sums.lines}
    return PricedBasket(
        currency=currency,
        prices_include_vat=gross,
        lines=tuple(
            replace(
                _priced(line, about, decision, rate, currency, by_key[line.key]),
                allowances=tuple(allowances.get(line.key, ())),
            )
            for line, about, decision, rate in decided
        ),
        charges=tuple(_priced_charge(charge, rate, currency, by_key[charge.key]) for charge, rate in charges),
        groups=sums.groups,
        net=sums.net,
        tax=sums.tax,
        gross=sums.gross,
    )


def _charge_amounts(charges: Sequence[tuple[Charge, Rate]], currency: str, gross: bool) -> list[AmountLine]:
    return [
        AmountLine(
            charge.key,
            line_amount(charge.amount, ONE, 1, rate.percent, currency=currency, prices_include_vat=gross),
            rate.category,
            rate.percent,
        )
        for charge, rate in charges
    ]


def add_charges(buyer: Buyer, priced: PricedBasket, charges: Sequence[Charge], *, ship_to: str = "") -> PricedBasket:
    """Return a priced basket with its charges replaced: prices stay as resolved, tax and sums are counted anew.

    `ship_to` is the country the basket was priced for; charges whose tax class has no rate there must not be offered.
    """
    rates = rates_for(buyer, ship_to)
    rated = [(charge, rates[charge.tax_class_id]) for charge in charges]
    gross, currency = buyer.display_gross, buyer.currency
    amounts = [
        AmountLine(line.key, line.gross if gross else line.net, line.tax_category, line.tax_rate)
        for line in priced.lines
    ]
    amounts += _charge_amounts(rated, currency, gross)
    sums = total(amounts, currency=currency, prices_include_vat=gross)
    by_key = {line.key: line for line in sums.lines}
    return replace(
        priced,
        lines=tuple(_with_sums(line, by_key[line.key]) for line in priced.lines),
        charges=tuple(_priced_charge(charge, rate, currency, by_key[charge.key]) for charge, rate in rated),
        groups=sums.groups,
        net=sums.net,
        tax=sums.tax,
        gross=sums.gross,
    )


def _with_sums(line: PricedLine, sums: LineTotal) -> PricedLine:
    return replace(line, net=sums.net, tax=sums.tax, gross=sums.gross)


def _priced(
    line: BasketLine, about: Facts, decision: Decision, rate: Rate, currency: str, sums: LineTotal
) -> PricedLine:
    list_price = decision.list_price
    return PricedLine(
        key=line.key,
        variant_id=line.variant_id,
        quantity=line.quantity,
        price_unit=about.price_unit,
        list_price=list_price,
        unit_price=decision.unit_price,
        unit_price_gross=gross_unit_price(decision.unit_price, rate.percent, currency),
        list_price_gross=None if list_price is None else gross_unit_price(list_price, rate.percent, currency),
        tax_class_id=about.tax_class_id,
        tax_category=rate.category,
        tax_rate=rate.percent,
        tax_reason=rate.exemption_reason,
        net=sums.net,
        tax=sums.tax,
        gross=sums.gross,
        explanation=decision.offers,
        campaign=decision.campaign.name if decision.campaign else "",
        campaign_ends_at=decision.campaign.ends_at if decision.campaign else None,
        campaign_id=decision.campaign.id if decision.campaign else None,
    )


def _priced_charge(charge: Charge, rate: Rate, currency: str, sums: LineTotal) -> PricedLine:
    return PricedLine(
        key=charge.key,
        variant_id=None,
        quantity=ONE,
        price_unit=1,
        list_price=None,
        unit_price=charge.amount,
        unit_price_gross=gross_unit_price(charge.amount, rate.percent, currency),
        list_price_gross=None,
        tax_class_id=charge.tax_class_id,
        tax_category=rate.category,
        tax_rate=rate.percent,
        tax_reason=rate.exemption_reason,
        net=sums.net,
        tax=sums.tax,
        gross=sums.gross,
    )


def prices_for(
    buyer: Buyer, variant_ids: Iterable[int], *, at: Mapping[int, Decimal] | None = None, with_steps: bool = False
) -> dict[int, ArticlePrice]:
    """Return the buyer's price of each article at one piece or the quantity in `at`, for lists that add nothing up.

    The same sources and the same choice as `price_basket`; articles without a price or a tax rate are left out. `with_steps` adds the
    quantities at which the price changes.
    """
    wanted = list(variant_ids)
    known = sources_of(buyer, wanted) if wanted else {}
    rates = rates_for(buyer)
    found = {}
    for variant, (about, sources) in known.items():
        decision, rate = choose_price(sources, at.get(variant, ONE) if at else ONE), rates.get(about.tax_class_id)
        if decision and rate:
            steps = tuple(_steps(sources, rate, buyer)) if with_steps else ()
            found[variant] = _article_price(variant, about, decision, rate, buyer.currency, steps)
    return found


def _article_price(
    variant: int, about: Facts, decision: Decision, rate: Rate, currency: str, steps: tuple[PriceStep, ...]
) -> ArticlePrice:
    price, list_price = decision.unit_price, decision.list_price
    gross = gross_unit_price(price, rate.percent, currency)
    if list_price is None:
        list_gross = None
    else:
        list_gross = gross if list_price == price else gross_unit_price(list_price, rate.percent, currency)
    return ArticlePrice(
        variant_id=variant,
        price_unit=about.price_unit,
        list_price=list_price,
        unit_price=price,
        unit_price_gross=gross,
        list_price_gross=list_gross,
        tax_rate=rate.percent,
        explanation=decision.offers,
        campaign=decision.campaign.name if decision.campaign else "",
        campaign_ends_at=decision.campaign.ends_at if decision.campaign else None,
        campaign_id=decision.campaign.id if decision.campaign else None,
        steps=steps,
    )


def _steps(sources: Sources, rate: Rate, buyer: Buyer) -> list[PriceStep]:
    steps: list[PriceStep] = []
    for quantity in sources.steps:
        decision = choose_price(sources, quantity)
        if decision and (not steps or decision.unit_price != steps[-1].unit_price):
            gross = gross_unit_price(decision.unit_price, rate.percent, buyer.currency)
            steps.append(PriceStep(quantity, decision.unit_price, gross))
    return steps


def gates_of(buyer: Buyer, variant_ids: Iterable[int]) -> dict[int, str]:
    """Return at which gate the buyer stands before the price of each article; those whose prices are shown are left out."""
    wanted, gate = list(variant_ids), market_gate(buyer)
    if gate:
        return dict.fromkeys(wanted, gate)
    closed = dict(terms_of(buyer).closed) if wanted else {}
    if not closed:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(_BEHIND, [wanted, list(closed)])
        return {variant: next(closed[key] for key in path if key in closed) for variant, path in cursor.fetchall()}


def own_prices(buyer: Buyer) -> dict[int, Decimal]:
    """Return the net price (per its price unit) at quantity 1 of the articles whose price follows from none of the shared sources.

    These are the articles on the customer's own lists, and bundles that cost what their parts do wherever a list of its own,
    a list made from another, a discount or a campaign may bear on a part. Search lays them over the shared columns;
    discounts, campaigns and lists made from others it works out itself for other articles.
    """
    terms = terms_of(buyer)
    own = [one.id for one in terms.lists if one.is_own]
    if not own and not terms.discounts and not terms.campaigns and not terms.derived:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(_OWN, [own])
        touched = [row[0] for row in cursor.fetchall()]
    known = sources_of(buyer, touched)
    chosen = ((variant, choose_price(sources, ONE)) for variant, (_, sources) in known.items())
    return {variant: decision.unit_price for variant, decision in chosen if decision}
