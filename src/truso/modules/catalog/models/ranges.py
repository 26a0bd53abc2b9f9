"""Who may see what, and by which number a customer knows it."""

from __future__ import annotations

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from truso.kernel.texts import in_language
from truso.modules.catalog.models.products import Variant
from truso.modules.catalog.models.structure import Attribute, Brand, Category, Family
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
    """A variant in an assortment: chosen by hand, or because it meets one of the assortment's criteria."""

    assortment = models.ForeignKey(Assortment, on_delete=models.CASCADE, related_name="entries")
    variant = models.ForeignKey(Variant, on_delete=models.CASCADE, related_name="assortment_entries")
    is_by_rule = models.BooleanField(default=False, db_default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["assortment", "variant"], name="assortment_variant_once")]

    def __str__(self) -> str:
        return f"{self.assortment_id}/{self.variant_id}"


@audited()
class AssortmentCriterion(models.Model):
    """What goods an assortment takes in by rule: all that is said must fit, and one criterion is enough.

    An excluding one keeps out what it fits, whatever the others say; what was chosen by hand stays.
    """

    assortment = models.ForeignKey(Assortment, on_delete=models.CASCADE, related_name="criteria")
    is_excluding = models.BooleanField(_("keeps out"), default=False)
    category = models.ForeignKey(
        Category, null=True, blank=True, on_delete=models.CASCADE, related_name="+", verbose_name=_("category")
    )
    brand = models.ForeignKey(
        Brand, null=True, blank=True, on_delete=models.CASCADE, related_name="+", verbose_name=_("brand")
    )
    family = models.ForeignKey(
        Family, null=True, blank=True, on_delete=models.CASCADE, related_name="+", verbose_name=_("family")
    )
    attribute = models.ForeignKey(
        Attribute, null=True, blank=True, on_delete=models.CASCADE, related_name="+", verbose_name=_("attribute")
    )
    value = models.CharField(_("value"), max_length=200, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(category__isnull=False)
                | models.Q(brand__isnull=False)
                | models.Q(family__isnull=False)
                | models.Q(attribute__isnull=False),
                name="assortment_criterion_says_something",
            )
        ]

    def __str__(self) -> str:
        return f"{self.assortment_id}/{self.pk}"


@audited()
class AssortmentRule(models.Model):
    """Who an assortment limits: visitors and consumers of a market, a segment, or one customer (and its subsidiaries)."""

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
    segment = models.ForeignKey(
        "customers.Segment",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
        verbose_name=_("segment"),
    )

    class Meta:
        verbose_name = _("assortment rule")
        verbose_name_plural = _("assortment rules")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(market__isnull=False, customer__isnull=True, segment__isnull=True)
                | models.Q(market__isnull=True, customer__isnull=False, segment__isnull=True)
                | models.Q(market__isnull=True, customer__isnull=True, segment__isnull=False),
                name="assortment_rule_for_one",
            ),
            models.UniqueConstraint(
                fields=["assortment", "market", "customer", "segment"],
                nulls_distinct=False,
                name="assortment_rule_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.assortment} → {self.market or self.segment or self.customer}"


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
