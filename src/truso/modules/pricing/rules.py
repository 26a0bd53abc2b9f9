"""How a price is chosen and how amounts add up. Nothing else in the house adds up money."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from truso.kernel.money import ZERO, add_up, distribute, round_amount, round_unit_price
from truso.modules.pricing.values import (
    AmountLine,
    CampaignRow,
    Decision,
    DerivedRow,
    DiscountRow,
    LineTotal,
    Offer,
    SourceRow,
    Sources,
    TaxGroup,
    Totals,
)

RANKS = {"contract": 0, "customer": 1, "segment": 2, "discount": 3, "list": 4}
HUNDRED = Decimal(100)


def rank_of(source: str, *, distance: int = 0) -> int:
    """Return where a source stands among all, lower first; `distance` is how far up the company it belongs to stands."""
    return RANKS[source] * 100 + distance


def choose_price(sources: Sources, quantity: Decimal) -> Decision | None:
    """Choose a line's price from every source that bears on it; None when nobody has a price.

    Sources rank contract, customer, segment, discount, list; among a company's and its parents' lists of one source
    the nearest company's comes first. Where the contract wins, the first source that has an offer decides; where the
    best price wins, the lowest does. Within a list the row with the highest quantity step reached counts (of one step,
    the one that began last), and the lowest price if several lists of the same rank reach one. A list that is made from
    the list price or from the cost offers that where it has no row of its own. Campaigns come after that: each counts from
    the list price, the lowest of them only, and only when that is lower.

    A bundle priced as its parts costs what they do in that quantity, each chosen by itself, less the bundle's percentage;
    it has no price when one of them has none.
    """
    if sources.parts:
        return _price_of_parts(sources, quantity)
    ranked, list_price = _offers(sources, quantity)
    if list_price is not None and sources.discounts:
        ranked.append((rank_of("discount"), discounted(list_price, sources.discounts)))
    if not ranked:
        return None
    ranked.sort(key=lambda one: (one[0], *_order(one[1])))
    offers = [offer for _, offer in ranked]
    # Of equal prices the first in rank: `min` keeps the order.
    winner = min(offers, key=lambda offer: offer.amount) if sources.best_price_wins else offers[0]
    lost = "lost_to_price" if sources.best_price_wins else "lost_to_rank"
    told = [_replace_outcome(offer, "won" if offer is winner else lost) for offer in offers]
    if list_price is None or not sources.campaigns:
        return Decision(winner.amount, list_price, tuple(told))
    reductions = sorted(
        ((on_campaign(list_price, one), one) for one in sources.campaigns),
        key=lambda one: (one[0], one[1].name, one[1].percent, one[1].id),
    )
    reduced, campaign = reductions[0]
    wins = reduced < winner.amount
    if wins:
        told = [_replace_outcome(offer, "base" if offer.outcome == "won" else offer.outcome) for offer in told]
    told += [
        Offer("campaign", one.name, amount, percent=one.percent or None, outcome="won" if wins and one is campaign else "lost_to_price")
        for amount, one in reductions
    ]  # fmt: skip
    return Decision(reduced if wins else winner.amount, list_price, tuple(told), campaign if wins else None)


def _order(offer: Offer) -> tuple[Any, ...]:
    """Return by what offers of one rank are told: the lower first, and of equal ones always the same."""
    return offer.amount, offer.name, offer.minimum_quantity, offer.basis, offer.percent or ZERO


def by_term(decision: Decision, name: str, percent: Decimal) -> Decision:
    """Return a price as the payment term chosen changes it: so many percent on it (below zero: off), rounded to six decimals."""
    if not percent:
        return decision
    amount = less_percent(decision.unit_price, -percent)
    told = [_replace_outcome(offer, "base" if offer.outcome == "won" else offer.outcome) for offer in decision.offers]
    won = Offer("payment_term", name, amount, percent=percent, outcome="won")
    return Decision(amount, decision.list_price, (*told, won), decision.campaign)


def on_campaign(list_price: Decimal, campaign: CampaignRow) -> Decimal:
    """Return what a campaign makes of a list price, net per price unit; never below zero."""
    if campaign.fixed is not None:
        return campaign.fixed
    return max(less_percent(list_price, campaign.percent) - campaign.amount, ZERO)


def _offers(sources: Sources, quantity: Decimal) -> tuple[list[tuple[int, Offer]], Decimal | None]:
    """Return what the lists offer, each with its rank, and the list price."""
    reached = [row for row in sources.rows if row.minimum_quantity <= quantity]
    best = _best_steps(reached)
    ranked = [(row.rank, _offer(row)) for row in best]
    if sources.derived:
        own = {row.list_id for row in best}
        silent = [one for one in sources.derived if one.list_id not in own]
        ranked += _derived(silent, "cost", sources.cost)
        ranked += _derived(silent, "list", _lowest_listed(ranked))
    return ranked, _lowest_listed(ranked)


def _lowest_listed(ranked: Sequence[tuple[int, Offer]]) -> Decimal | None:
    return min((offer.amount for _, offer in ranked if offer.source == "list"), default=None)


def _derived(lists: Sequence[DerivedRow], basis: str, base: Decimal | None) -> list[tuple[int, Offer]]:
    if base is None:
        return []
    return [
        (one.rank, Offer(one.source, one.name, less_percent(base, one.percent), percent=one.percent, basis=basis))
        if basis == "list"
        else (one.rank, Offer(one.source, one.name, less_percent(base, -one.percent), basis=basis))
        for one in lists
        if one.basis == basis
    ]


def less_percent(amount: Decimal, percent: Decimal) -> Decimal:
    """Take a percentage off a unit price (below zero: add it), rounded to its six decimals."""
    return round_unit_price(amount * (HUNDRED - percent) / HUNDRED)


def discounted(list_price: Decimal, discounts: Sequence[DiscountRow]) -> Offer:
    """Return the lowest that discounts make of a list price: the best that counts alone, or all that stack together.

    Those that stack are taken one after the other, the higher percentage first and amounts last, rounded after each; no
    price falls below zero.
    """
    offers = [
        Offer("discount", one.name, _taken_off(list_price, one), percent=one.percent or None)
        for one in discounts
        if not one.stacks
    ]
    together = sorted((one for one in discounts if one.stacks), key=lambda one: (-one.percent, one.amount, one.name))
    if together:
        amount = list_price
        for one in together:
            amount = _taken_off(amount, one)
        percent = together[0].percent or None if len(together) == 1 else None
        offers.append(Offer("discount", " + ".join(one.name for one in together), amount, percent=percent))
    return min(offers, key=_order)


def _taken_off(amount: Decimal, discount: DiscountRow) -> Decimal:
    return max(less_percent(amount, discount.percent) - discount.amount, ZERO)


def _price_of_parts(sources: Sources, quantity: Decimal) -> Decision | None:
    shares, listed, offers = ZERO, ZERO, []
    has_list_price = True
    for part in sources.parts:
        decision = choose_price(part.sources, quantity * part.quantity)
        if decision is None:
            return None
        share = decision.unit_price * part.quantity / part.price_unit
        shares += share
        has_list_price = has_list_price and decision.list_price is not None
        listed += (decision.list_price or ZERO) * part.quantity / part.price_unit
        offers.append(Offer("part", part.sku, round_unit_price(share), part.quantity, outcome="counted"))
    price = less_percent(shares, sources.percent_off)
    if sources.percent_off:
        offers.append(Offer("bundle", "", price, percent=sources.percent_off, outcome="won"))
    return Decision(price, round_unit_price(listed) if has_list_price else None, tuple(offers))


def _best_steps(rows: Iterable[SourceRow]) -> list[SourceRow]:
    """Keep, of each list, the row with the highest step reached; of one step the one that began last."""
    best: dict[int, SourceRow] = {}
    for row in rows:
        kept = best.get(row.list_id)
        if kept is None or (row.minimum_quantity, row.valid_from) > (kept.minimum_quantity, kept.valid_from):
            best[row.list_id] = row
    return list(best.values())


def _offer(row: SourceRow) -> Offer:
    return Offer(row.source, row.name, row.amount, row.minimum_quantity)


def _replace_outcome(offer: Offer, outcome: str) -> Offer:
    return Offer(offer.source, offer.name, offer.amount, offer.minimum_quantity, offer.percent, outcome, offer.basis)


def gross_unit_price(unit_price: Decimal, rate: Decimal, currency: str) -> Decimal:
    """Return the price per price unit including VAT, rounded as it is shown. `rate` is 25 for 25 %."""
    return round_amount(unit_price * (HUNDRED + rate) / HUNDRED, currency)


def line_amount(
    unit_price: Decimal, quantity: Decimal, price_unit: int, rate: Decimal, *, currency: str, prices_include_vat: bool
) -> Decimal:
    """Return a line's rounded amount: net for prices without VAT, else gross counted from the rounded gross price.

    Source: EN 16931 BR-LIN / BT-131 for the first; for consumers the price shown is the price charged.
    """
    if prices_include_vat:
        return round_amount(gross_unit_price(unit_price, rate, currency) * quantity / price_unit, currency)
    return round_amount(unit_price * quantity / price_unit, currency)


def total(lines: Sequence[AmountLine], *, currency: str, prices_include_vat: bool) -> Totals:
    """Add up a document: tax once per category and rate, so that every sum agrees.

    Without VAT in the prices: group tax = rounded(net sum × rate) (EN 16931 BR-CO-17). With VAT in them the gross
    stays what was shown and the tax is taken out of the group's sum. Lines carry their share of the group's tax.
    """
    return total_part(lines, {}, currency=currency, prices_include_vat=prices_include_vat)


def total_part(
    lines: Sequence[AmountLine],
    before: Mapping[tuple[str, Decimal], tuple[Decimal, Decimal]],
    *,
    currency: str,
    prices_include_vat: bool,
    whole: Mapping[tuple[str, Decimal], tuple[Decimal, Decimal]] = MappingProxyType({}),
) -> Totals:
    """Add up one of several documents that bill a whole in parts, or credit one.

    `before` holds, per category and rate, the amount and the tax of the documents before. A group's tax is the rounded
    tax of all so far less the tax before: however many documents there are, each is at most one smallest unit off its own
    tax (BR-CO-17), and together they come to the tax of the whole. What is credited shares the tax of its invoice: `whole`
    holds that invoice's amount and tax per category and rate.
    """
    grouped: dict[tuple[str, Decimal], list[AmountLine]] = {}
    for line in lines:
        grouped.setdefault((line.category, line.rate), []).append(line)
    groups, by_key = [], {}
    for group, members in sorted(grouped.items()):
        amount = add_up(member.amount for member in members)
        amount_before, tax_before = before.get(group, (ZERO, ZERO))
        so_far = amount_before + amount
        if group in whole and whole[group][0]:
            tax = whole[group][1] * so_far / whole[group][0]
        else:
            tax = _tax(so_far, group[1], currency, prices_include_vat)
        # Books keep more decimals than a currency has: what documents show has its own.
        tax = round_amount(round_amount(tax, currency) - tax_before, currency)
        groups.append(TaxGroup(*group, amount - tax if prices_include_vat else amount, tax))
        by_key.update(_shares(members, tax, currency, prices_include_vat))
    return _sum_up(lines, groups, by_key)


def _tax(amount: Decimal, rate: Decimal, currency: str, prices_include_vat: bool) -> Decimal:
    if prices_include_vat:
        return amount - round_amount(amount * HUNDRED / (HUNDRED + rate), currency)
    return round_amount(amount * rate / HUNDRED, currency)


def _shares(
    members: Sequence[AmountLine], tax: Decimal, currency: str, prices_include_vat: bool
) -> dict[str, LineTotal]:
    taxes = distribute(tax, [abs(member.amount) for member in members], currency)
    return {
        member.key: LineTotal(member.key, member.amount - part, part, member.amount)
        if prices_include_vat
        else LineTotal(member.key, member.amount, part, member.amount + part)
        for member, part in zip(members, taxes, strict=True)
    }


def _sum_up(lines: Sequence[AmountLine], groups: Sequence[TaxGroup], by_key: Mapping[str, LineTotal]) -> Totals:
    net, tax = add_up(group.net for group in groups), add_up(group.tax for group in groups)
    return Totals(tuple(by_key[line.key] for line in lines), tuple(groups), net, tax, net + tax)
