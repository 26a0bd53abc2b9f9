"""Markets: where the shop sells, in which currency and languages, on which terms."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from truso.kernel.texts import in_language
from truso.platform.audit import audited


@audited()
class PaymentTerm(models.Model):
    """When an invoice is due, and what paying then does to the price.

    `percent` is on the prices of goods (below zero: off them). A customer's prices are those of its own term: another that is
    chosen changes them by the difference. `cash_percent` may be kept back by who pays within `cash_days`. A prepaid term is
    that of orders paid as they are placed.
    """

    code = models.SlugField(unique=True, max_length=40)
    names = models.JSONField(_("names"), default=dict)
    days = models.PositiveSmallIntegerField(_("days"))
    percent = models.DecimalField(_("percent on the price"), max_digits=5, decimal_places=2, default=0, db_default=0)
    cash_percent = models.DecimalField(
        _("cash discount in percent"), max_digits=5, decimal_places=2, null=True, blank=True
    )
    cash_days = models.PositiveSmallIntegerField(_("when paid within days"), null=True, blank=True)
    is_offered = models.BooleanField(_("companies may choose it at checkout"), default=False, db_default=False)
    is_prepaid = models.BooleanField(_("for orders paid as they are placed"), default=False, db_default=False)

    class Meta:
        verbose_name = _("payment term")
        verbose_name_plural = _("payment terms")
        ordering = ["days"]
        constraints = [
            models.CheckConstraint(condition=models.Q(days__lte=365), name="payment_term_days"),
            models.CheckConstraint(condition=models.Q(percent__gte=-50, percent__lte=50), name="payment_term_percent"),
            models.CheckConstraint(
                condition=models.Q(cash_percent__isnull=True, cash_days__isnull=True)
                | models.Q(
                    cash_percent__isnull=False,
                    cash_days__isnull=False,
                    cash_percent__gt=0,
                    cash_percent__lte=20,
                    cash_days__lt=models.F("days"),
                ),
                name="payment_term_cash",
            ),
        ]

    def __str__(self) -> str:
        return in_language(self.names, get_language() or "en") or self.code


class PriceGate(models.TextChoices):
    """Who sees prices."""

    OPEN = "", _("Everybody")
    SIGNED_IN = "signed_in", _("Who is signed in")
    COMPANIES = "companies", _("Companies")


@audited()
class Market(models.Model):
    """A country or region the shop sells in. The seller's own data stands here too: it prints on invoices."""

    code = models.SlugField(unique=True, max_length=20)
    names = models.JSONField(_("names"), default=dict)
    shop_name = models.CharField(_("name of the shop"), max_length=100, blank=True)
    country = models.CharField(_("country"), max_length=2)
    currency = models.CharField(_("currency"), max_length=3)
    languages = ArrayField(models.CharField(max_length=5), verbose_name=_("languages"))
    timezone = models.CharField(_("time zone"), max_length=50, default="Europe/Oslo")
    hosts = ArrayField(models.CharField(max_length=200), default=list, blank=True, verbose_name=_("host names"))
    return_hosts = ArrayField(
        models.CharField(max_length=200),
        default=list,
        blank=True,
        verbose_name=_("hosts a payment may return to"),
        help_text=_("Sites of others that take payments through the API; the shop's own hosts always may"),
    )
    display_gross = models.BooleanField(_("prices shown including VAT to visitors"), default=True)
    price_gate = models.CharField(
        _("who sees prices"), max_length=10, choices=PriceGate.choices, blank=True, default="", db_default=""
    )
    ships_to = ArrayField(
        models.CharField(max_length=2),
        default=list,
        db_default=[],
        blank=True,
        verbose_name=_("countries beside its own that orders are sent to"),
    )
    oss_since = models.DateField(
        _("in the One Stop Shop since"),
        null=True,
        blank=True,
        help_text=_("From then on, consumers in other EU countries pay the VAT of where the goods go"),
    )
    is_default = models.BooleanField(_("default market"), default=False)
    is_active = models.BooleanField(_("active"), default=True)
    invoice_term = models.ForeignKey(
        PaymentTerm, on_delete=models.PROTECT, related_name="+", verbose_name=_("payment term of invoices")
    )
    unpaid_reservation_minutes = models.PositiveIntegerField(_("minutes stock is kept for an unpaid order"), default=30)
    approval_days = models.PositiveSmallIntegerField(_("days an order waits for approval"), default=7)

    seller_name = models.CharField(_("seller"), max_length=200)
    seller_organization_number = models.CharField(_("organization number"), max_length=20)
    seller_vat_number = models.CharField(_("VAT number"), max_length=20, blank=True)
    seller_street = models.CharField(_("street"), max_length=200)
    seller_postcode = models.CharField(_("postcode"), max_length=12)
    seller_city = models.CharField(_("city"), max_length=100)
    seller_country = models.CharField(_("seller's country"), max_length=2)
    seller_email = models.EmailField(_("e-mail address"))
    seller_phone = models.CharField(_("phone"), max_length=32, blank=True)
    seller_bank_account = models.CharField(_("bank account"), max_length=34, blank=True)
    seller_iban = models.CharField("IBAN", max_length=34, blank=True)
    seller_bic = models.CharField("BIC", max_length=11, blank=True)
    seller_registered = models.BooleanField(_("in the Register of Business Enterprises"), default=False)

    class Meta:
        verbose_name = _("market")
        verbose_name_plural = _("markets")
        ordering = ["-is_default", "code"]
        constraints = [
            models.UniqueConstraint(
                fields=["is_default"], condition=models.Q(is_default=True), name="one_default_market"
            )
        ]

    def __str__(self) -> str:
        return in_language(self.names, get_language() or "en") or self.code

    def day_of(self, moment: datetime) -> date:
        """Return the day an instant falls on here."""
        return moment.astimezone(ZoneInfo(self.timezone)).date()
