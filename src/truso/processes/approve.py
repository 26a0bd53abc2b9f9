"""Decide on orders that wait for approval."""

from __future__ import annotations

from uuid import UUID

from truso.kernel.buyer import Buyer
from truso.modules.approvals.models import ApprovalRequest
from truso.modules.approvals.operations import decide
from truso.modules.approvals.queries import get_request
from truso.modules.orders.models import Order
from truso.modules.orders.operations import lock_order
from truso.processes.holds import confirm_order, give_up_order


def decide_order(*, buyer: Buyer, request_uuid: UUID, approved: bool, comment: str = "") -> Order:
    """Approve or reject an order that waits. The order's row is locked first, then the request's.

    Approval confirms the order at its frozen prices; rejection releases what it held and gives the cart back. Refuses
    `approval_own`, `approval_decided`; raises NotFound for requests of others.
    """
    request = get_request(buyer, request_uuid)
    order = lock_order(order_id=Order.objects.only("pk").get(uuid=request.subject_uuid).pk)
    locked = ApprovalRequest.objects.select_for_update().get(pk=request.pk)
    decide(buyer=buyer, request=locked, approved=approved, comment=comment)
    if approved:
        return confirm_order(order=order, action="approve", by="buyer", person_id=buyer.person_id, comment=comment)
    return give_up_order(order=order, action="reject", by="buyer", person_id=buyer.person_id, comment=comment)
