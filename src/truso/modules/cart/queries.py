"""What is in a buyer's cart."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from django.db.models import Count

from truso.kernel.buyer import Buyer
from truso.modules.cart.models import Cart


@dataclass(frozen=True, slots=True)
class CartItem:
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
        return carts.filter(customer_id=buyer.customer.id, person_id=buyer.person_id).first()
    if buyer.session_key:
        return carts.filter(customer=None, session_key=buyer.session_key).first()
    return None


def list_items(cart: Cart | None) -> list[CartItem]:
    """Return a cart's lines in their order."""
    if cart is None:
        return []
    rows = cart.lines.values_list("id", "uuid", "variant_id", "quantity", "reference", "seen_price")
    return [CartItem(*row) for row in rows]


def count_lines(buyer: Buyer) -> int:
    """Return the number of lines in the buyer's cart, for the header."""
    carts = Cart.objects.filter(market_id=buyer.market.id, state=Cart.State.OPEN)
    if buyer.customer:
        carts = carts.filter(customer_id=buyer.customer.id, person_id=buyer.person_id)
    elif buyer.session_key:
        carts = carts.filter(customer=None, session_key=buyer.session_key)
    else:
        return 0
    return int(carts.aggregate(lines=Count("lines"))["lines"])


def owns_checkout(buyer: Buyer, checkout_id: UUID) -> bool:
    """Tell whether a checkout is one of a cart of this hat, or of this visitor."""
    carts = Cart.objects.filter(checkout_id=checkout_id)
    if buyer.customer:
        return carts.filter(customer_id=buyer.customer.id, person_id=buyer.person_id).exists()
    return bool(buyer.session_key) and carts.filter(customer=None, session_key=buyer.session_key).exists()
