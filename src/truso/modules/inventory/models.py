"""Stock: where it lies, what moved, what is reserved. The entries are the truth, the balances follow."""

from __future__ import annotations

from uuid import uuid4

from django.db import models
from django.utils.translation import gettext_lazy as _

from truso.modules.catalog.models import Variant
from truso.platform.audit import append_only, audited


@audited()
class Location(models.Model):
    """A warehouse or store that holds stock."""

    code = models.SlugField(unique=True, max_length=40)
    name = models.CharField(_("name"), max_length=100)
    city = models.CharField(_("city"), max_length=100, blank=True)
    country = models.CharField(_("country"), max_length=2)
    priority = models.PositiveSmallIntegerField(_("order in which stock is taken"), default=0)
    is_active = models.BooleanField(_("active"), default=True)

    class Meta:
        verbose_name = _("location")
        verbose_name_plural = _("locations")
        ordering = ["priority", "id"]

    def __str__(self) -> str:
        return self.name


class StockItem(models.Model):
    """The balance of a variant at a location: on hand, and how much of it is reserved. Never negative."""

    variant = models.ForeignKey(Variant, on_delete=models.PROTECT, related_name="stock_items")
    location = models.ForeignKey(Location, on_delete=models.PROTECT, related_name="+")
    on_hand = models.DecimalField(_("on hand"), max_digits=14, decimal_places=3, default=0)
    reserved = models.DecimalField(_("reserved"), max_digits=14, decimal_places=3, default=0)

    class Meta:
        verbose_name = _("stock")
        verbose_name_plural = _("stock")
        constraints = [
            models.UniqueConstraint(fields=["variant", "location"], name="stock_item_once"),
            models.CheckConstraint(condition=models.Q(on_hand__gte=0), name="stock_on_hand"),
            models.CheckConstraint(
                condition=models.Q(reserved__gte=0, reserved__lte=models.F("on_hand")), name="stock_reserved"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.variant_id}@{self.location_id}: {self.on_hand}"


class EntryKind(models.TextChoices):
    RECEIPT = "receipt", _("Receipt")
    SHIPMENT = "shipment", _("Shipment")
    RETURN = "return", _("Return")
    COUNT = "count", _("Count")


@append_only()
class StockEntry(models.Model):
    """A movement of stock on hand: positive in, negative out. `subject` names what caused it."""

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    variant = models.ForeignKey(Variant, on_delete=models.PROTECT, related_name="+")
    location = models.ForeignKey(Location, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10, choices=EntryKind.choices)
    quantity = models.DecimalField(max_digits=14, decimal_places=3)
    subject_kind = models.CharField(max_length=30)
    subject_uuid = models.UUIDField(null=True)
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["variant", "location", "id"], name="stock_entry_balance")]
        constraints = [
            models.CheckConstraint(condition=~models.Q(quantity=0), name="stock_entry_moves"),
            models.UniqueConstraint(
                fields=["subject_kind", "subject_uuid", "variant", "location", "kind"],
                condition=models.Q(subject_uuid__isnull=False),
                name="stock_entry_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.quantity}"


class Reservation(models.Model):
    """Stock held for a subject (an order line) at a location. Shrinks as it ships, ends when released."""

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    variant = models.ForeignKey(Variant, on_delete=models.PROTECT, related_name="+")
    location = models.ForeignKey(Location, on_delete=models.PROTECT, related_name="+")
    quantity = models.DecimalField(max_digits=14, decimal_places=3)
    subject_kind = models.CharField(max_length=30)
    subject_uuid = models.UUIDField()
    expires_at = models.DateTimeField(null=True)
    created_at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(fields=["subject_kind", "subject_uuid"], name="reservation_subject"),
            models.Index(
                fields=["expires_at"], condition=models.Q(expires_at__isnull=False), name="reservation_expiry"
            ),
        ]
        constraints = [
            models.CheckConstraint(condition=models.Q(quantity__gt=0), name="reservation_positive"),
            models.UniqueConstraint(
                fields=["subject_kind", "subject_uuid", "variant", "location"], name="reservation_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.quantity} of {self.variant_id}"
