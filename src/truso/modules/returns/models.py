"""Returns: goods that come back, from consumers and companies alike."""

from __future__ import annotations

from uuid import uuid4

from django.db import models
from django.utils.translation import gettext_lazy as _

from truso.modules.invoicing.models import Invoice
from truso.modules.orders.models import Order, OrderLine
from truso.platform.audit import audited


class ReturnState(models.TextChoices):
    REQUESTED = "requested", _("Announced")
    RECEIVED = "received", _("Received")
    CREDITED = "credited", _("Credited")
    REFUSED = "refused", _("Refused")


class ReturnReason(models.TextChoices):
    WITHDRAWAL = "withdrawal", _("Changed my mind")
    WRONG_SIZE = "wrong_size", _("Wrong size")
    DEFECT = "defect", _("Defect")
    WRONG_ITEM = "wrong_item", _("Wrong article sent")
    DAMAGED = "damaged", _("Damaged on the way")


@audited()
class Return(models.Model):
    """A return of parts of an order."""

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    number = models.CharField(_("number"), max_length=30, unique=True)
    order = models.ForeignKey(Order, on_delete=models.PROTECT, related_name="returns")
    state = models.CharField(_("state"), max_length=10, choices=ReturnState.choices, default=ReturnState.REQUESTED)
    requested_at = models.DateTimeField()
    received_at = models.DateTimeField(null=True)
    credit_note = models.OneToOneField(Invoice, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("return")
        verbose_name_plural = _("returns")
        ordering = ["-id"]

    def __str__(self) -> str:
        return self.number


class ReturnLine(models.Model):
    """A quantity of an order line that comes back, and why."""

    return_record = models.ForeignKey(Return, on_delete=models.CASCADE, related_name="lines")
    order_line = models.ForeignKey(OrderLine, on_delete=models.PROTECT, related_name="return_lines")
    quantity = models.DecimalField(max_digits=12, decimal_places=3)
    reason = models.CharField(max_length=20, choices=ReturnReason.choices)
    restocked = models.BooleanField(default=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["return_record", "order_line"], name="return_line_once"),
            models.CheckConstraint(condition=models.Q(quantity__gt=0), name="return_line_quantity"),
        ]

    def __str__(self) -> str:
        return f"{self.quantity} of {self.order_line_id}"
