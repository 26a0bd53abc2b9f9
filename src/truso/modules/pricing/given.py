"""What campaigns give a basket, beside the prices of its goods: the bridge from what is in force to the rules of `deals`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from truso.kernel.buyer import Buyer
from truso.kernel.money import ZERO, round_amount
from truso.modules.pricing.campaigning import PRICE_KINDS, CampaignInForce, campaigns_for, judge_code, normalize_coupon
from truso.modules.pricing.deals import DealLine, Taken, apply_deals
from truso.modules.pricing.rules import HUNDRED
from truso.modules.pricing.sources import Facts, sources_of
from truso.modules.pricing.values import Basket, BasketLine, CodeUse, Deals, Decision, PricedLine, Used
from truso.modules.tax.rules import Rate

ONE = Decimal(1)
Decided = tuple[BasketLine, Facts, Decision, Rate, Decimal]  # with the line's rounded amount


def taken_off(buyer: Buyer, campaigns: Sequence[CampaignInForce], decided: Sequence[Decided]) -> Taken:
    """Return what campaigns on the cart take off its lines, and what else they give."""
    found = [one for one in campaigns if one.kind not in PRICE_KINDS]
    if not found or not decided:
        return Taken()
    fitting = {one.id: frozenset(line.key for line, about, *_rest in decided if one.fits(about)) for one in found}
    return apply_deals(
        [_deal_line(buyer, one) for one in decided], [one.deal for one in found], fitting, buyer.currency
    )


def deals_on(buyer: Buyer, variant_id: int) -> tuple[CampaignInForce, ...]:
    """Return the campaigns on the cart that an article would count for, without a code. One query where there are any."""
    running = [one for one in campaigns_for(buyer) if one.kind not in PRICE_KINDS]
    if not running:
        return ()
    about, _ = sources_of(buyer, [variant_id]).get(variant_id, (None, None))
    return tuple(one for one in running if about is not None and one.fits(about))


def _deal_line(buyer: Buyer, decided: Decided) -> DealLine:
    line, about, decision, rate, amount = decided
    with_vat = (HUNDRED + rate.percent) / HUNDRED
    shown = ONE
    if buyer.market.display_gross != buyer.display_gross:
        shown = with_vat if buyer.display_gross else ONE / with_vat
    mark = "" if decision.campaign is None else "together" if decision.campaign.combines else "alone"
    return DealLine(
        line.key, about.product_id, line.quantity, amount, shown, ONE / with_vat if buyer.display_gross else ONE, mark
    )


def deals_of(
    buyer: Buyer,
    campaigns: Sequence[CampaignInForce],
    taken: Taken,
    lines: Sequence[PricedLine],
    *,
    basket: Basket,
) -> Deals:
    """Return what campaigns come to on a priced basket, and what became of each code."""
    given = {one.id for one in campaigns if one.id in taken.used}
    given |= {line.campaign_id for line in lines if line.campaign_id is not None}
    return Deals(
        tuple(taken.gifts),
        taken.free_freight,
        tuple(taken.hints),
        tuple(_uses(buyer, basket, campaigns, given)),
        tuple(
            Used(one.id, one.name, taken.used.get(one.id, ZERO) + _reduction(one.id, lines, buyer.currency))
            for one in campaigns
            if one.is_limited and one.id in given
        ),
    )  # fmt: skip


def _uses(buyer: Buyer, basket: Basket, campaigns: Sequence[CampaignInForce], given: set[int]) -> Iterator[CodeUse]:
    """Say what became of each code; why one is not valid is asked only of those that are not in force."""
    in_force = {one.coupon: one for one in campaigns if one.coupon}
    for code in basket.codes:
        one = in_force.get(normalize_coupon(code))
        if one is None:
            yield judge_code(buyer, code, basket.email)
        else:
            yield CodeUse(one.coupon, "counts" if one.id in given else "nothing", one.name, one.id)


def _reduction(campaign_id: int, lines: Sequence[PricedLine], currency: str) -> Decimal:
    """Return what a campaign takes off the list price of the lines it makes the price of, net."""
    total = ZERO
    for line in lines:
        if line.campaign_id == campaign_id and line.list_price is not None:
            total += (line.list_price - line.unit_price) * line.quantity / line.price_unit
    return round_amount(total, currency)
