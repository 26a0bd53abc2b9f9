"""Invoices and credit notes: numbered without gaps, frozen as issued."""

from __future__ import annotations

from uuid import uuid4

from django.db import models
from django.utils.translation import gettext_lazy as _

from truso.modules.customers.models import Customer
from truso.modules.fulfillment.models import Shipment, ShipmentLine
from truso.modules.markets.models import Market
from truso.modules.orders.models import Order, OrderLine
from truso.platform.audit import append_only, audited


@audited(personal=("document",), person="person_id")
@append_only(but=("sent_at", "send_error", "person_id"))
class Invoice(models.Model):
    """A document of the books. `document` is the whole invoice as issued (`output.documents`); every rendering comes from it."""

    class Kind(models.TextChoices):
        INVOICE = "invoice", _("Invoice")
        CREDIT_NOTE = "credit_note", _("Credit note")

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    kind = models.CharField(_("kind"), max_length=12, choices=Kind.choices)
    series = models.CharField(max_length=60)
    sequence = models.BigIntegerField()
    number = models.CharField(_("number"), max_length=30, unique=True)
    market = models.ForeignKey(Market, on_delete=models.PROTECT, related_name="+")
    customer = models.ForeignKey(
        Customer, null=True, on_delete=models.PROTECT, related_name="invoices", verbose_name=_("customer")
    )
    person_id = models.BigIntegerField(null=True)
    order = models.ForeignKey(Order, on_delete=models.PROTECT, related_name="invoices", verbose_name=_("order"))
    shipment = models.ForeignKey(Shipment, null=True, on_delete=models.PROTECT, related_name="invoices")
    corrects = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="credit_notes")
    issued_on = models.DateField(_("issued"))
    due_on = models.DateField(_("due"))
    currency = models.CharField(max_length=3)
    net = models.DecimalField(_("net"), max_digits=18, decimal_places=4)
    tax = models.DecimalField(_("VAT"), max_digits=18, decimal_places=4)
    gross = models.DecimalField(_("total"), max_digits=18, decimal_places=4)
    payment_reference = models.CharField(_("payment reference"), max_length=30, blank=True)
    payment_method = models.CharField(max_length=30)
    document = models.JSONField()
    created_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    send_error = models.CharField(max_length=500, blank=True)

    class Meta:
        verbose_name = _("invoice")
        verbose_name_plural = _("invoices")
        ordering = ["-issued_on", "-id"]
        permissions = [("issue_credit_note", "Can issue credit notes")]
        indexes = [
            models.Index(fields=["-issued_on", "-id"], name="invoice_latest"),
            models.Index(fields=["customer", "-issued_on"], name="invoice_customer"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["series", "sequence"], name="invoice_sequence_once"),
            models.UniqueConstraint(
                fields=["shipment"],
                condition=models.Q(kind="invoice", shipment__isnull=False),
                name="invoice_shipment_once",
            ),
            models.UniqueConstraint(
                fields=["payment_reference"],
                condition=models.Q(kind="invoice") & ~models.Q(payment_reference=""),
                name="invoice_reference_once",
            ),
            models.CheckConstraint(
                condition=models.Q(gross=models.F("net") + models.F("tax"), gross__gte=0), name="invoice_adds_up"
            ),
        ]

    def __str__(self) -> str:
        return self.number


@append_only()
class InvoiceLine(models.Model):
    """A line of an issued document, tied to what it invoices or credits."""

    invoice = models.ForeignKey(Invoice, on_delete=models.PROTECT, related_name="lines")
    order_line = models.ForeignKey(OrderLine, on_delete=models.PROTECT, related_name="invoice_lines")
    shipment_line = models.ForeignKey(ShipmentLine, null=True, on_delete=models.PROTECT, related_name="invoice_lines")
    is_credit = models.BooleanField(default=False)
    position = models.PositiveIntegerField()
    quantity = models.DecimalField(max_digits=12, decimal_places=3)
    net = models.DecimalField(max_digits=18, decimal_places=4)
    tax = models.DecimalField(max_digits=18, decimal_places=4)
    gross = models.DecimalField(max_digits=18, decimal_places=4)
    tax_category = models.CharField(max_length=2)
    tax_rate = models.DecimalField(max_digits=5, decimal_places=2)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(
                fields=["shipment_line"],
                condition=models.Q(is_credit=False, shipment_line__isnull=False),
                name="shipment_line_invoiced_once",
            ),
            models.UniqueConstraint(fields=["invoice", "position"], name="invoice_line_position"),
            models.CheckConstraint(condition=models.Q(quantity__gt=0), name="invoice_line_quantity"),
        ]

    def __str__(self) -> str:
        return f"{self.invoice_id}/{self.position}"
