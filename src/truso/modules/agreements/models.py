"""Agreements: what a company and the shop have agreed, as one object with a period."""

from __future__ import annotations

from uuid import uuid4

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from truso.modules.catalog.models import Assortment
from truso.modules.customers.models import Customer
from truso.modules.delivery.models import DeliveryMethod
from truso.modules.markets.models import PaymentTerm
from truso.modules.pricing.models import PriceList
from truso.platform.audit import audited


@audited()
class Agreement(models.Model):
    """Terms, prices and range for a customer (and its subsidiaries). In force between its days when active."""

    class State(models.TextChoices):
        DRAFT = "draft", _("Draft")
        ACTIVE = "active", _("In force")
        ENDED = "ended", _("Ended")

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    number = models.CharField(_("number"), max_length=30, unique=True)
    customer = models.ForeignKey(
        Customer, on_delete=models.PROTECT, related_name="agreements", verbose_name=_("customer")
    )
    title = models.CharField(_("title"), max_length=200)
    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.DRAFT)
    valid_from = models.DateField(_("valid from"))
    valid_to = models.DateField(_("valid before"), null=True, blank=True)
    price_list = models.ForeignKey(
        PriceList, null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("contract prices")
    )
    best_price_wins = models.BooleanField(
        _("best price wins"),
        default=False,
        help_text=_("Otherwise the contract price wins, also where another is lower"),
    )
    payment_term = models.ForeignKey(
        PaymentTerm, null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("payment term")
    )
    free_freight_from = models.DecimalField(
        _("free freight from a goods value excl. VAT, after discounts, of"),
        max_digits=18,
        decimal_places=2,
        null=True,
        blank=True,
    )
    delivery_method = models.ForeignKey(
        DeliveryMethod,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("usual delivery"),
    )
    assortment = models.ForeignKey(
        Assortment, null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("limited to")
    )
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("agreement owner at the customer"),
    )
    contact = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("our contact"),
    )
    notes = models.TextField(_("other terms"), blank=True)

    class Meta:
        verbose_name = _("agreement")
        verbose_name_plural = _("agreements")
        ordering = ["-valid_from", "number"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(valid_to__isnull=True) | models.Q(valid_to__gt=models.F("valid_from")),
                name="agreement_period",
            )
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.title}"
