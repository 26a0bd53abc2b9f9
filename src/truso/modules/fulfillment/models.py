"""Shipments: what is picked, packed and sent of an order."""

from __future__ import annotations

from uuid import uuid4

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from truso.modules.inventory.models import Location
from truso.modules.orders.models import Order, OrderLine
from truso.platform.audit import audited


@audited()
class Shipment(models.Model):
    """A part (or all) of an order from one location: picked, then shipped."""

    class State(models.TextChoices):
        PICKING = "picking", _("Being picked")
        SHIPPED = "shipped", _("Shipped")
        CANCELLED = "cancelled", _("Cancelled")

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    number = models.CharField(_("number"), max_length=30, unique=True)
    order = models.ForeignKey(Order, on_delete=models.PROTECT, related_name="shipments", verbose_name=_("order"))
    location = models.ForeignKey(Location, on_delete=models.PROTECT, related_name="+", verbose_name=_("location"))
    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.PICKING)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    created_at = models.DateTimeField(_("created"))
    shipped_at = models.DateTimeField(_("shipped"), null=True)
    tracking_number = models.CharField(_("tracking number"), max_length=60, blank=True)
    tracking_url = models.CharField(max_length=300, blank=True)
    packages = models.PositiveSmallIntegerField(_("packages"), default=1)

    class Meta:
        verbose_name = _("shipment")
        verbose_name_plural = _("shipments")
        ordering = ["-id"]

    def __str__(self) -> str:
        return self.number


class ShipmentLine(models.Model):
    """A quantity of an order line in a shipment."""

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    shipment = models.ForeignKey(Shipment, on_delete=models.CASCADE, related_name="lines")
    order_line = models.ForeignKey(OrderLine, on_delete=models.PROTECT, related_name="shipment_lines")
    quantity = models.DecimalField(max_digits=12, decimal_places=3)

    class Meta:
        ordering = ["order_line__position"]
        constraints = [
            models.UniqueConstraint(fields=["shipment", "order_line"], name="shipment_line_once"),
            models.CheckConstraint(condition=models.Q(quantity__gt=0), name="shipment_line_quantity"),
        ]

    def __str__(self) -> str:
        return f"{self.quantity} of {self.order_line_id}"
