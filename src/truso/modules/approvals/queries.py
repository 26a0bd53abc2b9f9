"""What waits for whom."""

from __future__ import annotations

from uuid import UUID

from django.db.models import QuerySet

from truso.kernel.buyer import Buyer, Right
from truso.kernel.refusals import NotFound
from truso.modules.approvals.models import ApprovalRequest


def list_requests(buyer: Buyer, *, state: str = "waiting") -> QuerySet[ApprovalRequest]:
    """Return the requests of the buyer's company: to decide for approvers, their own for others; latest first."""
    if buyer.customer is None:
        return ApprovalRequest.objects.none()
    requests = (
        ApprovalRequest.objects.filter(customer_id=buyer.customer.id)
        .select_related("requested_by", "decided_by")
        .order_by("-requested_at")
    )
    if state:
        requests = requests.filter(state=state)
    return requests if buyer.can(Right.APPROVE) else requests.filter(requested_by_id=buyer.person_id)


def count_to_decide(buyer: Buyer) -> int:
    """Return how many requests wait for the buyer's decision; their own ones are not theirs to decide."""
    if not buyer.can(Right.APPROVE):
        return 0
    return list_requests(buyer).exclude(requested_by_id=buyer.person_id).count()


def get_request(buyer: Buyer, uuid: UUID) -> ApprovalRequest:
    """Return one of those requests; raises NotFound alike for unknown and foreign ones."""
    found = list_requests(buyer, state="").filter(uuid=uuid).first()
    if found is None:
        raise NotFound("approval")
    return found


def find_for_subject(subject_uuid: UUID) -> ApprovalRequest | None:
    """Return the latest request about a subject."""
    return (
        ApprovalRequest.objects.filter(subject_uuid=subject_uuid)
        .select_related("requested_by", "decided_by")
        .order_by("-id")
        .first()
    )
