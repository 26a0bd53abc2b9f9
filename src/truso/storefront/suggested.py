"""Suggested purchases as pages show them: a card or row each, and why it is offered."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from truso.kernel.buyer import Buyer
from truso.modules.cart.suggestions import Reason, Suggestion, often_with, suggest_purchases
from truso.modules.catalog.articles import articles_for
from truso.storefront.cards import ProductCard, product_cards
from truso.storefront.formats import format_day


@dataclass(frozen=True, slots=True)
class SuggestedCard:
    """An article that may be wanted, and why."""

    card: ProductCard
    why: str
    is_due: bool


def suggested_cards(buyer: Buyer, *, limit: int = 12) -> list[SuggestedCard]:
    """Return what the buyer may want next, written."""
    return write_suggestions(buyer, suggest_purchases(buyer, limit=limit))


def cards_bought_with(buyer: Buyer, variant_ids: Collection[int], *, limit: int) -> list[ProductCard]:
    """Return what is often bought with articles, as cards; the most frequent first."""
    found = [one.variant_id for one in often_with(buyer, variant_ids, limit=limit)]
    cards = {card.variant_id: card for card in product_cards(buyer, found)} if found else {}
    return [cards[one] for one in found if one in cards]


def write_suggestions(buyer: Buyer, found: Sequence[Suggestion]) -> list[SuggestedCard]:
    """Write suggestions in their order."""
    if not found:
        return []
    cards = {card.variant_id: card for card in product_cards(buyer, [one.variant_id for one in found])}
    beside = {one.with_variant for one in found if one.with_variant}
    names = {variant: article.name for variant, article in articles_for(buyer, beside).items()} if beside else {}
    return [
        SuggestedCard(cards[one.variant_id], _why(buyer, one, names), one.reason == Reason.DUE)
        for one in found
        if one.variant_id in cards
    ]


def _why(buyer: Buyer, one: Suggestion, names: dict[int, str]) -> str:
    if one.reason == Reason.DUE and one.last_on and one.due_on:
        last = format_day(one.last_on, buyer.language)
        rhythm = ngettext("every day", "about every %(count)s days", one.every_days) % {"count": one.every_days}
        if one.due_on <= buyer.today:
            return _("You buy this %(rhythm)s, last on %(day)s.") % {"rhythm": rhythm, "day": last}
        due = format_day(one.due_on, buyer.language)
        return _("You buy this %(rhythm)s. It is due on %(day)s.") % {"rhythm": rhythm, "day": due}
    if one.reason == Reason.TOGETHER:
        name = names.get(one.with_variant or 0, "")
        return _("Often bought with %(article)s.") % {"article": name} if name else _("Often bought together.")
    if one.reason == Reason.USUAL and one.last_on:
        values = {"count": one.count, "day": format_day(one.last_on, buyer.language)}
        return (
            ngettext(
                "You have bought this %(count)s time, last on %(day)s.",
                "You have bought this %(count)s times, last on %(day)s.",
                one.count,
            )
            % values
        )
    if one.reason == Reason.PROMOTED:
        return _("Recommended by us.")
    return ngettext(
        "%(count)s customer in your trade buys this.", "%(count)s customers in your trade buy this.", one.count
    ) % {"count": one.count}
