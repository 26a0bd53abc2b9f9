"""What the header says of the cart: one query, and only where there may be a cart."""

from __future__ import annotations

from truso.kernel.buyer import Buyer
from truso.kernel.value import Value
from truso.modules.cart.queries import summarize_cart
from truso.storefront.formats import format_money


class HeaderCart(Value, frozen=True):
    """The number of lines, and what the goods cost as last shown."""

    count: int = 0
    total: str = ""


def header_cart(buyer: Buyer) -> HeaderCart:
    """Return what the header shows of the buyer's cart."""
    summary = summarize_cart(buyer)
    total = format_money(summary.amount, buyer.currency, buyer.language) if summary.amount is not None else ""
    return HeaderCart(summary.lines, total)
