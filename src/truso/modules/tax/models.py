"""Value added tax as dated data: country × class × period; what is known of VAT numbers, and who buys without tax."""

from __future__ import annotations

from uuid import uuid4

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from truso.kernel.texts import in_language
from truso.modules.customers.models import Customer
from truso.modules.output.models import document_storage
from truso.platform.audit import append_only, audited


def certificate_name(certificate: ExemptionCertificate, filename: str) -> str:
    """Return the name a certificate's file lies under: its own identity, never what it was called."""
    suffix = filename.rpartition(".")[2].lower()[:4]
    return f"certificates/{uuid4().hex}.{suffix}"


@audited()
class TaxClass(models.Model):
    """What kind of goods a product is for tax: standard, food, books, services."""

    code = models.SlugField(unique=True, max_length=40)
    names = models.JSONField(_("names"), default=dict)
    is_service = models.BooleanField(_("services"), default=False, db_default=False)

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
    is_reversed = models.BooleanField(
        _("businesses account for it themselves"),
        default=False,
        db_default=False,
        help_text=_("Reverse charge within the country, for buyers whose VAT number was found valid"),
    )

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


@append_only()
class VatCheck(models.Model):
    """An answer about a customer's VAT number: from the Union's register (VIES), or written down by staff.

    `consultation_number` is the register's proof that we asked; it comes only where the seller's own number was given.
    """

    class Outcome(models.TextChoices):
        VALID = "valid", _("Valid")
        INVALID = "invalid", _("Not valid")
        UNAVAILABLE = "unavailable", _("No answer")

    class Source(models.TextChoices):
        VIES = "vies", "VIES"
        STAFF = "staff", _("Our staff")

    customer = models.ForeignKey(Customer, on_delete=models.CASCADE, related_name="vat_checks")
    number = models.CharField(max_length=20)
    written = models.CharField(max_length=20)  # the number as the customer's record had it
    outcome = models.CharField(max_length=12, choices=Outcome.choices)
    source = models.CharField(max_length=8, choices=Source.choices)
    consultation_number = models.CharField(max_length=40, blank=True)
    name = models.CharField(max_length=300, blank=True)
    address = models.CharField(max_length=500, blank=True)
    reason = models.CharField(max_length=200, blank=True)
    person_id = models.BigIntegerField(null=True)
    checked_at = models.DateTimeField()

    class Meta:
        ordering = ["-checked_at", "-id"]
        indexes = [
            models.Index(fields=["customer", "-checked_at"], name="vat_check_latest"),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.outcome}"


@audited()
class ExemptionCertificate(models.Model):
    """A customer's proof that it buys without tax in a country. It counts from staff's acceptance, between its days."""

    class State(models.TextChoices):
        PENDING = "pending", _("To be examined")
        ACCEPTED = "accepted", _("Accepted")
        REJECTED = "rejected", _("Rejected")

    class Category(models.TextChoices):
        EXEMPT = "E", _("E: exempt")
        ZERO = "Z", _("Z: zero rate")

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    customer = models.ForeignKey(
        Customer, on_delete=models.PROTECT, related_name="exemptions", verbose_name=_("customer")
    )
    number = models.CharField(_("number of the certificate"), max_length=60)
    country = models.CharField(_("country"), max_length=2)
    tax_classes = models.ManyToManyField(
        TaxClass, blank=True, related_name="+", verbose_name=_("only for these tax classes")
    )
    category = models.CharField(_("category"), max_length=2, choices=Category.choices, default=Category.EXEMPT)
    reason = models.CharField(
        _("reason, as invoices print it"), max_length=200, help_text=_("The rule it follows from, for example")
    )
    file = models.FileField(_("file"), upload_to=certificate_name, storage=document_storage, max_length=160, blank=True)
    valid_from = models.DateField(_("valid from"))
    valid_to = models.DateField(_("valid before"), null=True, blank=True)
    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.PENDING)
    answer = models.CharField(_("answer to the customer"), max_length=300, blank=True)
    sent_by_id = models.BigIntegerField(null=True, editable=False)
    decided_by_id = models.BigIntegerField(null=True, editable=False)
    decided_at = models.DateTimeField(null=True, editable=False)
    reminded_on = models.DateField(null=True, editable=False)
    created_at = models.DateTimeField(editable=False)

    class Meta:
        verbose_name = _("exemption certificate")
        verbose_name_plural = _("exemption certificates")
        ordering = ["-created_at", "-id"]
        indexes = [
            models.Index(fields=["customer", "state"], name="exemption_customer"),
            models.Index(fields=["valid_to"], name="exemption_expiry", condition=models.Q(valid_to__isnull=False)),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(valid_to__isnull=True) | models.Q(valid_to__gt=models.F("valid_from")),
                name="exemption_period",
            ),
            models.CheckConstraint(
                condition=models.Q(state="pending", decided_at__isnull=True)
                | (~models.Q(state="pending") & models.Q(decided_at__isnull=False)),
                name="exemption_decided",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.customer}"

    @property
    def file_name(self) -> str:
        """What the file is called when somebody takes it home."""
        return f"{self.number}.{str(self.file.name).rpartition('.')[2]}"
