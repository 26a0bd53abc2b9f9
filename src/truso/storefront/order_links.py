"""Where an order is seen: its owner signs in, a guest holds a signed link."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest
from django.urls import reverse

from truso.kernel.buyer import Buyer
from truso.kernel.refusals import NotFound
from truso.modules.orders.models import Order
from truso.modules.orders.queries import get_linked_order, get_order
from truso.platform.signatures import is_link_token, link_token

ORDER = "order"


def order_address(order: Order, page: str = "order_confirmation") -> str:
    """Return the address of a page about an order; for a guest's order it carries the key to it."""
    address = reverse(f"storefront:{page}", kwargs={"uuid": order.uuid})
    return f"{address}?token={link_token(ORDER, order.uuid)}" if is_guests(order) else address


def is_guests(order: Order) -> bool:
    """Tell whether nobody can sign in to see the order."""
    return order.person_id is None and order.customer_id is None


def find_order_for(request: HttpRequest, buyer: Buyer, uuid: UUID) -> Order:
    """Return an order to its owner, or to whoever holds a guest's link to it. Raises NotFound otherwise."""
    if is_link_token(ORDER, uuid, request.GET.get("token", "")):
        order = get_linked_order(uuid)
        if is_guests(order):
            return order
        raise NotFound("order")
    return get_order(buyer, uuid)
