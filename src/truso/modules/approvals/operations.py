"""Ask for approval, and decide."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

from truso.kernel.buyer import Buyer, Right
from truso.kernel.references import Reference
from truso.kernel.refusals import NotFound, refuse
from truso.modules.approvals.models import ApprovalRequest
from truso.platform import clock


def request_approval(
    *,
    subject: Reference,
    customer_id: int,
    requested_by_id: int,
    amount: Decimal,
    limit: Decimal,
    currency: str,
    deadline_at: datetime,
) -> ApprovalRequest:
    """Let a subject wait for an approver of its customer until the deadline."""
    return ApprovalRequest.objects.create(
        customer_id=customer_id,
        subject_kind=subject.kind,
        subject_uuid=subject.uuid,
        requested_by_id=requested_by_id,
        amount=amount,
        limit=limit,
        currency=currency,
        requested_at=clock.now(),
        deadline_at=deadline_at,
    )


def decide(*, buyer: Buyer, request: ApprovalRequest, approved: bool, comment: str = "") -> ApprovalRequest:
    """Record a decision on a locked request. Nobody decides on their own; refuses `approval_own`, `approval_decided`.

    Raises NotFound when the buyer is no approver of the request's customer.
    """
    if not buyer.can(Right.APPROVE) or buyer.customer is None or buyer.customer.id != request.customer_id:
        raise NotFound("approval")
    if request.requested_by_id == buyer.person_id:
        raise refuse("approval_own")
    if request.state != ApprovalRequest.State.WAITING:
        raise refuse("approval_decided", state=request.state)
    request.state = ApprovalRequest.State.APPROVED if approved else ApprovalRequest.State.REJECTED
    request.decided_by_id, request.decided_at, request.comment = buyer.person_id, clock.now(), comment[:500]
    request.save(update_fields=["state", "decided_by", "decided_at", "comment"])
    return request


def close_request(*, subject: Reference, state: str) -> None:
    """End a waiting request without a decision: expired or withdrawn."""
    ApprovalRequest.objects.filter(
        subject_kind=subject.kind, subject_uuid=subject.uuid, state=ApprovalRequest.State.WAITING
    ).update(state=state, decided_at=clock.now())
