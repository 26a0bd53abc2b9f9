"""What an order holds while it is open, and letting go of it: stock, approval, the cart it came from."""

from __future__ import annotations

from truso.kernel.references import Reference
from truso.modules.approvals.operations import close_request
from truso.modules.cart.joining import reopen_cart
from truso.modules.inventory.operations import confirm_reservations, release_reservations
from truso.modules.orders.models import Order
from truso.modules.orders.operations import line_uuids, move_order, postpone_promise, update_statuses
from truso.modules.payments.operations import sums_for
from truso.modules.pricing.campaigning import release_campaigns
from truso.platform import clock
from truso.processes.paid import paid_for
from truso.processes.place_order import ORDER, ORDER_LINE


def confirm_order(*, order: Order, action: str, by: str, person_id: int | None = None, comment: str = "") -> Order:
    """Confirm a locked order (approved or paid): what it holds, it now holds without an end."""
    confirm_reservations(subject_kind=ORDER_LINE, subject_uuids=line_uuids(order=order))
    # What was promised is counted from the day the order stands.
    postpone_promise(order=order, to=order.market.day_of(clock.now()))
    move_order(order=order, action=action, by=by, person_id=person_id, params={"comment": comment} if comment else None)
    return refresh_statuses(order=order)


def give_up_order(*, order: Order, action: str, by: str, person_id: int | None = None, comment: str = "") -> Order:
    """End a locked order without delivery: stock is released, and the cart comes back when nothing was confirmed yet."""
    was_open = order.state in {"pending_approval", "pending_payment"}
    move_order(order=order, action=action, by=by, person_id=person_id, params={"comment": comment} if comment else None)
    release_reservations(subject_kind=ORDER_LINE, subject_uuids=line_uuids(order=order))
    release_campaigns(subject=order.uuid)
    if action != "reject":
        close_request(subject=Reference(ORDER, order.uuid), state="expired" if action == "expire" else "withdrawn")
    if was_open:
        reopen_cart(checkout_id=order.checkout_id)
    return order


def refresh_statuses(*, order: Order) -> Order:
    """Derive an order's statuses anew from its lines and what was paid."""
    authorized, _, _ = sums_for(subject=Reference(ORDER, order.uuid))
    paid, refunded = paid_for(order)
    return update_statuses(order=order, authorized=authorized, paid=paid, refunded=refunded)
