"""What campaigns give with a cart, as pages show it: codes, gifts, and what is missing for more."""

from __future__ import annotations

from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from truso.kernel.buyer import Buyer
from truso.kernel.refusals import Refusal
from truso.kernel.value import Value
from truso.modules.pricing.values import CodeUse, Hint
from truso.processes.review import CartReview
from truso.storefront.formats import format_money
from truso.storefront.refusals import say


class CodeView(Value, frozen=True):
    """A code in the cart, and what became of it."""

    code: str
    text: str
    counts: bool


class GiftView(Value, frozen=True):
    """An article given with the cart."""

    name: str
    sku: str
    campaign: str
    picture_uuid: UUID | None


class GivenView(Value, frozen=True):
    """What campaigns give a cart beside what they take off its lines."""

    codes: tuple[CodeView, ...] = ()
    gifts: tuple[GiftView, ...] = ()
    hints: tuple[str, ...] = ()


MOST_HINTS = 3


def write_given(buyer: Buyer, review: CartReview) -> GivenView:
    """Write what a cart is given, and how little is missing for more."""
    deals = review.basket.deals
    gifts = (
        GiftView(line.article.name, line.article.sku, line.price.campaign, line.article.picture_uuid)
        for line in review.gifts
        if line.article and line.price
    )
    return GivenView(
        tuple(_code(buyer, one) for one in deals.codes), tuple(gifts), tuple(_hint(buyer, one) for one in deals.hints[:MOST_HINTS])
    )  # fmt: skip


def _code(buyer: Buyer, use: CodeUse) -> CodeView:
    if use.outcome == "counts":
        return CodeView(use.code, use.name, True)
    if use.outcome == "nothing":
        text = _("%(campaign)s: takes nothing off what is in the cart now, or another offer gives more.")
        return CodeView(use.code, text % {"campaign": use.name}, False)
    return CodeView(use.code, say(Refusal(use.outcome, {"code": use.code}), buyer), False)


def _hint(buyer: Buyer, hint: Hint) -> str:
    """Say what is missing for a campaign."""
    if hint.pieces:
        text = ngettext(
            "%(count)s article more for: %(campaign)s.", "%(count)s articles more for: %(campaign)s.", hint.pieces
        )
        return text % {"count": hint.pieces, "campaign": hint.name}
    amount = format_money(hint.amount, buyer.currency, buyer.language)
    return _("Goods for %(amount)s more, and you get: %(campaign)s.") % {"amount": amount, "campaign": hint.name}
