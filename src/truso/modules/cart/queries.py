"""What is in a buyer's cart."""

from __future__ import annotations

from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import connection

from truso.kernel.buyer import Buyer
from truso.kernel.value import Value
from truso.modules.cart.models import Cart
from truso.platform.database.reading import read_models

_ITEMS = """
select id, uuid, variant_id, quantity, reference, seen_price, uuid::text from cart_cartline where cart_id = %s order by position, id
"""
_SUMMARY = """
select count(l.id), count(l.seen_amount), sum(l.seen_amount) from cart_cart r left join cart_cartline l on l.cart_id = r.id
"""


class CartItem(Value, frozen=True):
    """A line of a cart as it stands in the database."""

    id: int
    uuid: UUID
    variant_id: int
    quantity: Decimal
    reference: str
    seen_price: Decimal | None
    key: str  # its UUID as text, by which baskets and refusals name it


# The open cart of a hat, or of a visitor: each by its own partial index.
OWN_OPEN = """
where r.market_id = %(market)s and r.state = 'open'
  and r.customer_id = %(customer)s and r.person_id = %(person)s
"""
VISITORS_OPEN = (
    "where r.market_id = %(market)s and r.state = 'open' and r.customer_id is null and r.session_key = %(session)s"
)


def own_cart(buyer: Buyer) -> tuple[str, dict[str, Any]] | None:
    """Return the clause that finds the buyer's open cart (as `r`) and its parameters; None when there can't be one."""
    if buyer.customer:
        person = {"customer": buyer.customer.id, "person": buyer.person_id or 0}
        return OWN_OPEN, {"market": buyer.market.id, **person}
    if buyer.session_key:
        return VISITORS_OPEN, {"market": buyer.market.id, "session": buyer.session_key}
    return None


def find_cart(buyer: Buyer) -> Cart | None:
    """Return the open cart of the buyer's hat or session, if there is one."""
    own = own_cart(buyer)
    return next(iter(read_models(Cart, *own)), None) if own else None


def list_items(cart: Cart | None) -> list[CartItem]:
    """Return a cart's lines in their order."""
    if cart is None:
        return []
    with connection.cursor() as cursor:
        cursor.execute(_ITEMS, [cart.pk])
        return [CartItem(*row) for row in cursor.fetchall()]


_WEIGHT = """
select coalesce(sum(l.quantity * v.weight_kg), 0) from cart_cartline l join catalog_variant v on v.id = l.variant_id
where l.cart_id = %s and v.kind = 'goods'
"""


class CartSummary(Value, frozen=True):
    """How many lines are in a cart, and what its goods cost as last shown; None when a line has not been shown yet."""

    lines: int = 0
    amount: Decimal | None = None


def summarize_cart(buyer: Buyer) -> CartSummary:
    """Return what the header says of the buyer's cart, in one query; none for a visitor without a cart."""
    own = own_cart(buyer)
    if own is None:
        return CartSummary()
    with connection.cursor() as cursor:
        cursor.execute(f"{_SUMMARY} {own[0]}", own[1])
        found, shown, amount = cursor.fetchone()
    return CartSummary(found, amount if found and shown == found else None)


def weight_of(cart: Cart) -> Decimal:
    """Return what the goods in a cart weigh, in kg."""
    with connection.cursor() as cursor:
        cursor.execute(_WEIGHT, [cart.pk])
        return Decimal(cursor.fetchone()[0])


def count_lines(buyer: Buyer) -> int:
    """Return the number of lines in the buyer's cart."""
    return summarize_cart(buyer).lines


def owns_checkout(buyer: Buyer, checkout_id: UUID) -> bool:
    """Tell whether a checkout is one of a cart of this hat, or of this visitor."""
    carts = Cart.objects.filter(checkout_id=checkout_id)
    if buyer.customer:
        return carts.filter(customer_id=buyer.customer.id, person_id=buyer.person_id or 0).exists()
    return bool(buyer.session_key) and carts.filter(customer=None, session_key=buyer.session_key).exists()
