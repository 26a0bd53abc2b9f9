"""Payments: attempts at a gateway and what they moved. No card data is ever seen here."""

from __future__ import annotations

from uuid import uuid4

from django.db import models
from django.utils.translation import gettext_lazy as _

from truso.platform.audit import append_only, audited


@audited()
class Payment(models.Model):
    """An attempt to pay a subject (an order) through a gateway."""

    class State(models.TextChoices):
        CREATED = "created", _("Started")
        AUTHORIZED = "authorized", _("Authorized")
        REFUSED = "refused", _("Refused")
        CANCELLED = "cancelled", _("Cancelled")
        EXPIRED = "expired", _("Expired")

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    subject_kind = models.CharField(max_length=30)
    subject_uuid = models.UUIDField()
    gateway = models.CharField(max_length=30)
    gateway_reference = models.CharField(max_length=100, blank=True)
    amount = models.DecimalField(max_digits=18, decimal_places=4)
    currency = models.CharField(max_length=3)
    captured = models.DecimalField(max_digits=18, decimal_places=4, default=0)
    refunded = models.DecimalField(max_digits=18, decimal_places=4, default=0)
    state = models.CharField(max_length=10, choices=State.choices, default=State.CREATED)
    refusal = models.CharField(max_length=60, blank=True)
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["subject_kind", "subject_uuid"], name="payment_subject")]
        constraints = [
            models.UniqueConstraint(
                fields=["gateway", "gateway_reference"],
                condition=~models.Q(gateway_reference=""),
                name="payment_gateway_once",
            ),
            models.UniqueConstraint(
                fields=["subject_kind", "subject_uuid"],
                condition=models.Q(state="authorized"),
                name="payment_authorized_once",
            ),
            models.CheckConstraint(
                condition=models.Q(
                    amount__gt=0,
                    captured__gte=0,
                    refunded__gte=0,
                    captured__lte=models.F("amount"),
                    refunded__lte=models.F("captured"),
                ),
                name="payment_amounts",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.gateway} {self.amount} {self.currency}"


@append_only(but=("state", "finished_at"))
class PaymentEntry(models.Model):
    """One movement at the gateway: capture or refund, prepared before the call and settled after it."""

    class Kind(models.TextChoices):
        CAPTURE = "capture", _("Captured")
        REFUND = "refund", _("Refunded")

    class State(models.TextChoices):
        PREPARED = "prepared", _("Under way")
        DONE = "done", _("Done")
        FAILED = "failed", _("Failed")

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    payment = models.ForeignKey(Payment, on_delete=models.PROTECT, related_name="entries")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    amount = models.DecimalField(max_digits=18, decimal_places=4)
    # What it is for (an invoice is captured once, a credit note refunded once).
    subject_kind = models.CharField(max_length=30)
    subject_uuid = models.UUIDField()
    state = models.CharField(max_length=10, choices=State.choices, default=State.PREPARED)
    created_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["subject_kind", "subject_uuid", "kind"],
                condition=~models.Q(state="failed"),
                name="payment_entry_once",
            ),
            models.CheckConstraint(condition=models.Q(amount__gt=0), name="payment_entry_amount"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.amount}"


class DemoCharge(models.Model):
    """The other side of the demo's card gateway: what its "bank" knows. Only the demo writes it."""

    reference = models.CharField(max_length=100, unique=True)
    amount = models.DecimalField(max_digits=18, decimal_places=4)
    currency = models.CharField(max_length=3)
    state = models.CharField(max_length=10, default="created")
    captured = models.DecimalField(max_digits=18, decimal_places=4, default=0)
    refunded = models.DecimalField(max_digits=18, decimal_places=4, default=0)

    def __str__(self) -> str:
        return self.reference
