"""Value added tax as dated data: country × class × period."""

from __future__ import annotations

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from truso.kernel.texts import in_language
from truso.platform.audit import audited


@audited()
class TaxClass(models.Model):
    """What kind of goods a product is for tax: standard, food, books, services."""

    code = models.SlugField(unique=True, max_length=40)
    names = models.JSONField(_("names"), default=dict)

    class Meta:
        verbose_name = _("tax class")
        verbose_name_plural = _("tax classes")
        ordering = ["code"]

    def __str__(self) -> str:
        return in_language(self.names, get_language() or "en") or self.code


@audited()
class TaxRate(models.Model):
    """The rate of a class in a country for a period, with its EN 16931 category (S, Z, E, AE, K, G, O)."""

    country = models.CharField(_("country"), max_length=2)
    tax_class = models.ForeignKey(TaxClass, on_delete=models.PROTECT, related_name="rates", verbose_name=_("tax class"))
    category = models.CharField(_("category"), max_length=2, default="S")
    percent = models.DecimalField(_("percent"), max_digits=5, decimal_places=2)
    period = DateRangeField(_("period"))
    exemption_reason = models.CharField(_("reason for exemption"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("tax rate")
        verbose_name_plural = _("tax rates")
        ordering = ["country", "tax_class", "period"]
        constraints = [
            models.CheckConstraint(condition=models.Q(percent__gte=0, percent__lt=100), name="tax_rate_percent"),
            models.CheckConstraint(
                condition=models.Q(category="S", percent__gt=0) | (~models.Q(category="S") & models.Q(percent=0)),
                name="tax_rate_category_fits",
            ),
            ExclusionConstraint(
                name="tax_rate_one_at_a_time",
                expressions=[
                    ("country", RangeOperators.EQUAL),
                    ("tax_class", RangeOperators.EQUAL),
                    ("period", RangeOperators.OVERLAPS),
                ],
            ),
        ]

    def __str__(self) -> str:
        return f"{self.country} {self.tax_class} {self.percent}"
