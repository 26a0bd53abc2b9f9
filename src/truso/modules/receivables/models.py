"""Receivables: who owes what. Entries only grow; open amounts follow from them."""

from __future__ import annotations

from uuid import uuid4

from django.db import models
from django.utils.translation import gettext_lazy as _

from truso.modules.customers.models import Customer
from truso.modules.invoicing.models import Invoice
from truso.modules.markets.models import Market
from truso.platform.audit import append_only


@append_only()
class ReceivableEntry(models.Model):
    """A movement of what is owed: an invoice adds, a payment or credit note takes off."""

    class Kind(models.TextChoices):
        INVOICE = "invoice", _("Invoice")
        CREDIT_NOTE = "credit_note", _("Credit note")
        PAYMENT = "payment", _("Payment")
        REFUND = "refund", _("Refund")

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    market = models.ForeignKey(Market, on_delete=models.PROTECT, related_name="+")
    customer = models.ForeignKey(Customer, null=True, on_delete=models.PROTECT, related_name="receivable_entries")
    kind = models.CharField(max_length=12, choices=Kind.choices)
    amount = models.DecimalField(max_digits=18, decimal_places=4)  # signed: what it adds to the debt
    currency = models.CharField(max_length=3)
    invoice = models.ForeignKey(
        Invoice, null=True, on_delete=models.PROTECT, related_name="+"
    )  # of kinds invoice and credit note
    method = models.CharField(max_length=30, blank=True)
    # The bank's or gateway's own identification: the same payment is never booked twice.
    external_id = models.CharField(max_length=100, blank=True)
    booked_on = models.DateField()
    created_at = models.DateTimeField()

    class Meta:
        verbose_name = _("ledger entry")
        verbose_name_plural = _("ledger entries")
        indexes = [models.Index(fields=["customer", "booked_on"], name="receivable_customer")]
        constraints = [
            models.UniqueConstraint(
                fields=["invoice", "kind"],
                condition=models.Q(kind__in=["invoice", "credit_note"]),
                name="receivable_document_once",
            ),
            models.UniqueConstraint(
                fields=["method", "external_id"], condition=~models.Q(external_id=""), name="receivable_external_once"
            ),
            models.CheckConstraint(
                condition=models.Q(kind__in=["invoice", "refund"], amount__gt=0)
                | models.Q(kind__in=["payment", "credit_note"], amount__lt=0)
                | models.Q(amount=0),
                name="receivable_sign",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.amount} {self.currency}"


@append_only(but=("open_amount", "closed_at"))
class OpenItem(models.Model):
    """An invoice or credit note and what is left of it. `open_amount` = amount − allocations; verified, never guessed."""

    invoice = models.OneToOneField(Invoice, on_delete=models.PROTECT, related_name="open_item")
    customer = models.ForeignKey(Customer, null=True, on_delete=models.PROTECT, related_name="open_items")
    currency = models.CharField(max_length=3)
    amount = models.DecimalField(max_digits=18, decimal_places=4)
    open_amount = models.DecimalField(max_digits=18, decimal_places=4)
    due_on = models.DateField()
    closed_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["customer", "due_on"], condition=~models.Q(open_amount=0), name="open_items")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(amount__gte=0, open_amount__gte=0, open_amount__lte=models.F("amount"))
                | models.Q(amount__lt=0, open_amount__lte=0, open_amount__gte=models.F("amount")),
                name="open_item_within",
            )
        ]

    def __str__(self) -> str:
        return f"{self.open_amount} of {self.amount}"


@append_only()
class Allocation(models.Model):
    """How much of an entry settles an open item. Signed like the item."""

    entry = models.ForeignKey(ReceivableEntry, on_delete=models.PROTECT, related_name="allocations")
    open_item = models.ForeignKey(OpenItem, on_delete=models.PROTECT, related_name="allocations")
    amount = models.DecimalField(max_digits=18, decimal_places=4)
    created_at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=~models.Q(amount=0), name="allocation_moves")]

    def __str__(self) -> str:
        return f"{self.amount} → {self.open_item_id}"
