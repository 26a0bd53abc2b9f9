"""Customers: the trading parties, their people, addresses and terms."""

from __future__ import annotations

from uuid import uuid4

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from truso.kernel.texts import in_language
from truso.modules.markets.models import Market, PaymentTerm
from truso.platform.audit import audited
from truso.platform.database.indexes import trigram_index


@audited()
class Segment(models.Model):
    """A group of customers that price lists, ranges and content may be meant for (dealers, schools, trades)."""

    code = models.SlugField(unique=True, max_length=60)
    names = models.JSONField(_("names"), default=dict)

    class Meta:
        verbose_name = _("segment")
        verbose_name_plural = _("segments")
        ordering = ["code"]

    def __str__(self) -> str:
        return in_language(self.names, get_language() or "en") or self.code


@audited(personal=("name", "email", "phone"), person="consumer_person_id")
class Customer(models.Model):
    """A party that buys: a business, or a consumer (the customer of one person). All their differences are data here."""

    class Kind(models.TextChoices):
        BUSINESS = "business", _("Business")
        CONSUMER = "consumer", _("Consumer")

    class Delivery(models.TextChoices):
        EMAIL = "email", _("PDF by e-mail")
        EINVOICE = "einvoice", _("E-invoice")

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    number = models.CharField(_("customer number"), max_length=20, unique=True)
    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices)
    name = models.CharField(_("name"), max_length=200)
    parent = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="subsidiaries",
        verbose_name=_("parent company"),
    )
    consumer_person = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="consumer",
        verbose_name=_("person"),
    )
    market = models.ForeignKey(Market, on_delete=models.PROTECT, related_name="+", verbose_name=_("market"))
    segments = models.ManyToManyField(Segment, blank=True, related_name="customers", verbose_name=_("segments"))
    organization_number = models.CharField(_("organization number"), max_length=20, blank=True)
    vat_number = models.CharField(_("VAT number"), max_length=20, blank=True)
    # What was found valid last, and until when that counts: another number is not valid because this one was.
    vat_valid_number = models.CharField(max_length=20, blank=True, default="", db_default="", editable=False)
    vat_valid_until = models.DateField(null=True, blank=True, editable=False)
    has_exemption = models.BooleanField(default=False, db_default=False, editable=False)
    email = models.EmailField(_("e-mail address"), blank=True)
    phone = models.CharField(_("phone"), max_length=32, blank=True)
    language = models.CharField(_("language"), max_length=5, default="nb")
    display_gross = models.BooleanField(_("prices shown including VAT"))
    invoice_allowed = models.BooleanField(_("may buy on invoice"), default=False)
    payment_term = models.ForeignKey(
        PaymentTerm, null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("payment term")
    )
    credit_limit = models.DecimalField(_("credit limit"), max_digits=18, decimal_places=2, default=0)
    is_blocked = models.BooleanField(_("blocked for new orders"), default=False)
    po_number_required = models.BooleanField(_("purchase order number required"), default=False)
    po_number_pattern = models.CharField(_("pattern of purchase order numbers"), max_length=100, blank=True)
    invoice_delivery = models.CharField(
        _("invoices sent as"), max_length=10, choices=Delivery.choices, default=Delivery.EMAIL
    )
    invoice_email = models.EmailField(_("e-mail address for invoices"), blank=True)
    endpoint_scheme = models.CharField(_("e-invoice scheme"), max_length=4, blank=True)
    endpoint_id = models.CharField(_("e-invoice address"), max_length=50, blank=True)
    contact_person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("our contact"),
    )
    created_at = models.DateTimeField()

    class Meta:
        verbose_name = _("customer")
        verbose_name_plural = _("customers")
        ordering = ["name", "id"]
        permissions = [("act_for_customer", "Can act for a customer")]
        indexes = [
            models.Index(fields=["kind", "name", "id"], name="customer_list"),
            trigram_index("name", "email", name="customer_words"),
            models.Index(fields=["organization_number"], name="customer_organization"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind="business", consumer_person__isnull=True)
                | models.Q(kind="consumer", parent__isnull=True),
                name="customer_kind_fits",
            ),
            models.CheckConstraint(condition=models.Q(credit_limit__gte=0), name="customer_credit_limit"),
            models.CheckConstraint(condition=~models.Q(parent=models.F("id")), name="customer_not_own_parent"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_business(self) -> bool:
        return self.kind == self.Kind.BUSINESS


class Role(models.TextChoices):
    """What a member does for the company. Rights follow from roles in `rules.RIGHTS`."""

    ADMIN = "admin", _("Administrator")
    ORDERER = "orderer", _("Orderer")
    APPROVER = "approver", _("Approver")
    FINANCE = "finance", _("Finance")
    RECEIVER = "receiver", _("Goods receiver")
    OWNER = "owner", _("Agreement owner")
    VIEWER = "viewer", _("Viewer")


@audited()
class Membership(models.Model):
    """A person works for a customer, in roles, perhaps up to a limit per order (incl. freight, ex VAT)."""

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    customer = models.ForeignKey(
        Customer, on_delete=models.CASCADE, related_name="memberships", verbose_name=_("customer")
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="memberships", verbose_name=_("person")
    )
    roles = ArrayField(models.CharField(max_length=20, choices=Role.choices), verbose_name=_("roles"))
    order_limit = models.DecimalField(_("limit per order"), max_digits=18, decimal_places=2, null=True, blank=True)
    is_active = models.BooleanField(_("active"), default=True)
    joined_at = models.DateTimeField()
    left_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("member")
        verbose_name_plural = _("members")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["customer", "person"], name="member_once"),
            models.CheckConstraint(
                condition=models.Q(order_limit__isnull=True) | models.Q(order_limit__gte=0), name="member_limit"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} · {self.customer}"


@audited(personal=("name", "contact", "street", "street2", "postcode", "city", "phone"), person="person_id")
class Address(models.Model):
    """A place to deliver or bill to. Orders copy it; changing it changes no order."""

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    customer = models.ForeignKey(
        Customer, on_delete=models.CASCADE, related_name="addresses", verbose_name=_("customer")
    )
    person_id = models.BigIntegerField(null=True, blank=True, editable=False)
    label = models.CharField(_("label"), max_length=100, blank=True)
    name = models.CharField(_("name"), max_length=200)
    contact = models.CharField(_("contact"), max_length=200, blank=True)
    street = models.CharField(_("street"), max_length=200)
    street2 = models.CharField(_("street, second line"), max_length=200, blank=True)
    postcode = models.CharField(_("postcode"), max_length=12)
    city = models.CharField(_("city"), max_length=100)
    country = models.CharField(_("country"), max_length=2)
    phone = models.CharField(_("phone"), max_length=32, blank=True)
    instructions = models.CharField(_("delivery instructions"), max_length=500, blank=True)
    is_delivery = models.BooleanField(_("for deliveries"), default=True)
    is_billing = models.BooleanField(_("for invoices"), default=False)
    is_default = models.BooleanField(_("default"), default=False)
    is_active = models.BooleanField(_("active"), default=True)

    class Meta:
        verbose_name = _("address")
        verbose_name_plural = _("addresses")
        ordering = ["-is_default", "label", "id"]

    def __str__(self) -> str:
        return f"{self.label or self.name}, {self.street}, {self.postcode} {self.city}"
