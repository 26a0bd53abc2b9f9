"""What is in a buyer's cart."""

from __future__ import annotations

from decimal import Decimal
from uuid import UUID

from django.db.models import Count, Sum

from truso.kernel.buyer import Buyer
from truso.kernel.value import Value
from truso.modules.cart.models import Cart


class CartItem(Value, frozen=True):
    """A line of a cart as it stands in the database."""

    id: int
    uuid: UUID
    variant_id: int
    quantity: Decimal
    reference: str
    seen_price: Decimal | None


def find_cart(buyer: Buyer) -> Cart | None:
    """Return the open cart of the buyer's hat or session, if there is one."""
    carts = Cart.objects.filter(market_id=buyer.market.id, state=Cart.State.OPEN)
    if buyer.customer:
        return carts.filter(customer_id=buyer.customer.id, person_id=buyer.person_id or 0).first()
    if buyer.session_key:
        return carts.filter(customer=None, session_key=buyer.session_key).first()
    return None


def list_items(cart: Cart | None) -> list[CartItem]:
    """Return a cart's lines in their order."""
    if cart is None:
        return []
    rows = cart.lines.values_list("id", "uuid", "variant_id", "quantity", "reference", "seen_price")
    return [CartItem(*row) for row in rows]


class CartSummary(Value, frozen=True):
    """How many lines are in a cart, and what its goods cost as last shown; None when a line has not been shown yet."""

    lines: int = 0
    amount: Decimal | None = None


def summarize_cart(buyer: Buyer) -> CartSummary:
    """Return what the header says of the buyer's cart, in one query; none for a visitor without a cart."""
    carts = Cart.objects.filter(market_id=buyer.market.id, state=Cart.State.OPEN)
    if buyer.customer:
        carts = carts.filter(customer_id=buyer.customer.id, person_id=buyer.person_id or 0)
    elif buyer.session_key:
        carts = carts.filter(customer=None, session_key=buyer.session_key)
    else:
        return CartSummary()
    sums = carts.aggregate(found=Count("lines"), shown=Count("lines__seen_amount"), amount=Sum("lines__seen_amount"))
    return CartSummary(sums["found"], sums["amount"] if sums["found"] and sums["shown"] == sums["found"] else None)


def count_lines(buyer: Buyer) -> int:
    """Return the number of lines in the buyer's cart."""
    return summarize_cart(buyer).lines


def owns_checkout(buyer: Buyer, checkout_id: UUID) -> bool:
    """Tell whether a checkout is one of a cart of this hat, or of this visitor."""
    carts = Cart.objects.filter(checkout_id=checkout_id)
    if buyer.customer:
        return carts.filter(customer_id=buyer.customer.id, person_id=buyer.person_id or 0).exists()
    return bool(buyer.session_key) and carts.filter(customer=None, session_key=buyer.session_key).exists()
