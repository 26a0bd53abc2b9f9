"""Who may see what, and by which number a customer knows it."""

from __future__ import annotations

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from truso.kernel.texts import in_language
from truso.modules.catalog.models.products import Variant
from truso.platform.audit import audited


@audited()
class Assortment(models.Model):
    """A selection of variants that some buyers are limited to. Assigned to a market or customer by their modules."""

    code = models.SlugField(unique=True, max_length=60)
    names = models.JSONField(_("names"), default=dict)

    class Meta:
        verbose_name = _("assortment")
        verbose_name_plural = _("assortments")
        ordering = ["code"]

    def __str__(self) -> str:
        return in_language(self.names, get_language() or "en") or self.code


class AssortmentVariant(models.Model):
    """A variant in an assortment."""

    assortment = models.ForeignKey(Assortment, on_delete=models.CASCADE, related_name="entries")
    variant = models.ForeignKey(Variant, on_delete=models.CASCADE, related_name="assortment_entries")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["assortment", "variant"], name="assortment_variant_once")]

    def __str__(self) -> str:
        return f"{self.assortment_id}/{self.variant_id}"


@audited()
class AssortmentRule(models.Model):
    """Who an assortment limits: visitors and consumers of a market, or one customer (and its subsidiaries)."""

    assortment = models.ForeignKey(
        Assortment, on_delete=models.CASCADE, related_name="rules", verbose_name=_("assortment")
    )
    market = models.ForeignKey(
        "markets.Market", null=True, blank=True, on_delete=models.CASCADE, related_name="+", verbose_name=_("market")
    )
    customer = models.ForeignKey(
        "customers.Customer",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
        verbose_name=_("customer"),
    )

    class Meta:
        verbose_name = _("assortment rule")
        verbose_name_plural = _("assortment rules")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(market__isnull=True, customer__isnull=False)
                | models.Q(market__isnull=False, customer__isnull=True),
                name="assortment_rule_for_one",
            )
        ]

    def __str__(self) -> str:
        return f"{self.assortment} → {self.market or self.customer}"


class CustomerArticleNumber(models.Model):
    """A customer's own number for a variant: found in search and quick order, printed on their documents."""

    customer = models.ForeignKey("customers.Customer", on_delete=models.CASCADE, related_name="+")
    variant = models.ForeignKey(Variant, on_delete=models.CASCADE, related_name="customer_numbers")
    number = models.CharField(max_length=60)
    number_normalized = models.CharField(max_length=60, editable=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["customer", "number_normalized"], name="own_number_once")]

    def __str__(self) -> str:
        return self.number
