"""What is known of payments."""

from __future__ import annotations

from uuid import UUID

from truso.modules.payments.models import Payment


def find_latest_payment(subject_uuid: UUID, *, subject_kind: str = "order") -> Payment | None:
    """Return the latest attempt to pay a subject. Whether the reader may see the subject is the caller's to ask."""
    return Payment.objects.filter(subject_kind=subject_kind, subject_uuid=subject_uuid).order_by("-id").first()
