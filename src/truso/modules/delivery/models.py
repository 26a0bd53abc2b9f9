"""How goods get to the buyer: methods, what they cost, how long they take."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from truso.kernel.texts import in_language
from truso.modules.markets.models import Market
from truso.modules.tax.models import TaxClass
from truso.platform.audit import audited


@audited()
class DeliveryMethod(models.Model):
    """A way to deliver in a market."""

    code = models.SlugField(max_length=60)
    market = models.ForeignKey(
        Market, on_delete=models.CASCADE, related_name="delivery_methods", verbose_name=_("market")
    )
    names = models.JSONField(_("names"), default=dict)
    descriptions = models.JSONField(_("descriptions"), default=dict, blank=True)
    carrier = models.CharField(_("carrier"), max_length=60, blank=True)
    tracking_url = models.CharField(
        _("tracking address"), max_length=300, blank=True, help_text=_("{number} stands for the tracking number")
    )
    tax_class = models.ForeignKey(TaxClass, on_delete=models.PROTECT, related_name="+", verbose_name=_("tax class"))
    for_consumers = models.BooleanField(_("for consumers"), default=True)
    for_businesses = models.BooleanField(_("for businesses"), default=True)
    countries = ArrayField(
        models.CharField(max_length=2),
        default=list,
        db_default=[],
        blank=True,
        verbose_name=_("only to these countries"),
        help_text=_("Empty: wherever the market sends orders"),
    )
    is_pickup = models.BooleanField(_("collected by the customer"), default=False)
    pickup_place = models.CharField(
        _("place to collect at"), max_length=200, blank=True, help_text=_("Name and address, as the customer reads it")
    )
    transit_days = models.PositiveSmallIntegerField(_("days under way"), default=2)
    free_from = models.DecimalField(
        _("free from a goods value excl. VAT, after discounts, of"),
        max_digits=18,
        decimal_places=2,
        null=True,
        blank=True,
    )
    position = models.PositiveSmallIntegerField(default=0)
    is_active = models.BooleanField(_("active"), default=True)

    class Meta:
        verbose_name = _("delivery method")
        verbose_name_plural = _("delivery methods")
        ordering = ["market", "position", "id"]
        constraints = [models.UniqueConstraint(fields=["market", "code"], name="delivery_method_once")]

    def __str__(self) -> str:
        return in_language(self.names, get_language() or "en") or self.code


class DeliveryRate(models.Model):
    """What a method costs (net) up to a weight."""

    method = models.ForeignKey(DeliveryMethod, on_delete=models.CASCADE, related_name="rates")
    up_to_kg = models.DecimalField(_("up to kg"), max_digits=10, decimal_places=3)
    amount = models.DecimalField(_("net price"), max_digits=18, decimal_places=6)

    class Meta:
        ordering = ["up_to_kg"]
        constraints = [
            models.UniqueConstraint(fields=["method", "up_to_kg"], name="delivery_rate_once"),
            models.CheckConstraint(condition=models.Q(amount__gte=0, up_to_kg__gt=0), name="delivery_rate_amount"),
        ]

    def __str__(self) -> str:
        return f"≤ {self.up_to_kg} kg: {self.amount}"
