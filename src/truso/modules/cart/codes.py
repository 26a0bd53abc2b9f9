"""Codes of campaigns in a cart."""

from __future__ import annotations

from truso.kernel.buyer import Buyer
from truso.kernel.refusals import NotFound, Refusal, Refused
from truso.modules.cart.models import Cart
from truso.modules.cart.operations import open_cart
from truso.modules.cart.rules import MAX_CODES
from truso.modules.pricing.campaigning import judge_code, normalize_coupon
from truso.platform import clock


def enter_code(*, buyer: Buyer, code: str) -> Cart:
    """Put a code into the buyer's cart; one that is there already stays where it is.

    A code that takes nothing off these goods is kept: it counts once it fits. Refuses `code_empty`, `codes_too_many`
    (parameter: maximum), and why it is not valid: `code_not_found` (also for one that is meant for others), `code_ended`,
    `code_used_up`, `code_needs_sign_in`.
    """
    wanted = normalize_coupon(code)
    if not wanted:
        raise Refused(Refusal("code_empty", subject="code"))
    cart = open_cart(buyer=buyer)
    if wanted in cart.codes:
        return cart
    use = judge_code(buyer, wanted)
    if use.outcome != "nothing":
        raise Refused(Refusal(use.outcome, {"code": use.code}, "code"))
    if len(cart.codes) >= MAX_CODES:
        raise Refused(Refusal("codes_too_many", {"maximum": MAX_CODES}, "code"))
    return _keep(cart, [*cart.codes, wanted])


def remove_code(*, buyer: Buyer, code: str) -> Cart:
    """Take a code out of the buyer's cart. Raises NotFound when it is not there."""
    cart, wanted = open_cart(buyer=buyer), normalize_coupon(code)
    if wanted not in cart.codes:
        raise NotFound("code")
    return _keep(cart, [one for one in cart.codes if one != wanted])


def _keep(cart: Cart, codes: list[str]) -> Cart:
    cart.codes, cart.updated_at = codes, clock.now()
    cart.save(update_fields=["codes", "updated_at"])
    # Prices are others now, as the buyer wished: nobody need be told.
    cart.lines.update(seen_price=None, seen_amount=None)
    return cart
