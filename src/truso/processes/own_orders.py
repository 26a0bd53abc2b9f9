"""The one order a buyer may look at: their own or their company's; for a visitor, those of the carts they submitted."""

from __future__ import annotations

from uuid import UUID

from truso.kernel.buyer import Buyer
from truso.kernel.refusals import NotFound
from truso.modules.cart.queries import owns_checkout
from truso.modules.orders.models import Order
from truso.modules.orders.queries import get_order


def get_own_order(buyer: Buyer, uuid: UUID) -> Order:
    """Return an order with its lines and steps; raises NotFound alike for unknown and foreign ones.

    A visitor has no customer to compare with, and "nobody's order" must not mean "every visitor's": the cart it came
    from decides.
    """
    if buyer.customer:
        return get_order(buyer, uuid)
    found = (
        Order.objects.filter(uuid=uuid, customer=None, person=None)
        .select_related("person", "delivery_method", "payment_term", "market")
        .prefetch_related("lines", "steps")
        .first()
    )
    if found is None or not owns_checkout(buyer, found.checkout_id):
        raise NotFound("order")
    return found
