"""Carts that come back or follow their buyer, and join the one that is open."""

from __future__ import annotations

from collections import Counter
from uuid import UUID, uuid4

from django.db.models import Max

from truso.kernel.buyer import Buyer, Right
from truso.modules.cart.models import Cart
from truso.modules.cart.operations import key_of, max_pieces, open_cart
from truso.modules.cart.rules import MAX_CODES


def reopen_cart(*, checkout_id: UUID) -> None:
    """Give a cart back after its order was rejected or expired, for a new checkout.

    When the buyer has filled another cart meanwhile, the lines join that one.
    """
    cart = Cart.objects.select_for_update().filter(checkout_id=checkout_id, state=Cart.State.SUBMITTED).first()
    if cart is None:
        return
    other = (
        Cart.objects.select_for_update()
        .filter(
            market_id=cart.market_id,
            customer=cart.customer,
            person=cart.person,
            session_key=cart.session_key,
            state=Cart.State.OPEN,
        )
        .first()
    )
    if other is None:
        cart.state, cart.checkout_id = Cart.State.OPEN, uuid4()
        cart.save(update_fields=["state", "checkout_id"])
        return
    merge_lines(source=cart, target=other)


def merge_lines(*, source: Cart, target: Cart) -> None:
    """Move the lines and codes of one cart into another; the same article and reference adds up."""
    codes = list(dict.fromkeys((*target.codes, *source.codes)))[:MAX_CODES]
    if codes != target.codes:
        target.codes = codes
        target.save(update_fields=["codes"])
    present = {key_of(line): line for line in target.lines.all()}
    pieces = Counter(max_pieces(present))
    position = target.lines.aggregate(top=Max("position"))["top"] or 0
    for line in source.lines.all():
        twin = present.get(key_of(line))
        if line.piece:
            pieces[line.variant_id] += 1
            line.piece = pieces[line.variant_id]
        if twin and not line.piece:
            twin.quantity, twin.seen_amount = twin.quantity + line.quantity, None
            twin.save(update_fields=["quantity", "seen_amount"])
            line.delete()
        else:
            position += 1
            # Seen at a visitor's price perhaps: to be shown anew.
            line.cart, line.position, line.seen_price, line.seen_amount = target, position, None, None
            line.save(update_fields=["cart", "piece", "position", "seen_price", "seen_amount"])


def take_over_visitor_cart(*, buyer: Buyer, session_key: str) -> None:
    """Let a visitor's cart follow them when they sign in, into the hat they wear."""
    if not session_key or buyer.customer is None or not buyer.can(Right.ORDER):
        return
    source = (
        Cart.objects.select_for_update()
        .filter(market_id=buyer.market.id, customer=None, session_key=session_key, state=Cart.State.OPEN)
        .first()
    )
    if source and source.lines.exists():
        merge_lines(source=source, target=open_cart(buyer=buyer))
        source.delete()
