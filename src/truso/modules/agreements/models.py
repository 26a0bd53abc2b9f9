"""Agreements: what a company and the shop have agreed, as one object with a period, its versions and who signed them."""

from __future__ import annotations

from pathlib import PurePath
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from truso.modules.catalog.models import Assortment, Variant
from truso.modules.customers.models import Customer
from truso.modules.delivery.models import DeliveryMethod
from truso.modules.markets.models import PaymentTerm
from truso.modules.output.models import document_storage
from truso.modules.pricing.models import PriceList
from truso.platform.audit import append_only, audited


def agreement_file_name(file: AgreementFile, filename: str) -> str:
    """Return the name a file lies under: one nobody guesses."""
    return f"agreements/{uuid4().hex}{PurePath(filename).suffix.lower()[:5]}"


@audited()
class Agreement(models.Model):
    """One version of the terms, prices and range for a customer (and its subsidiaries).

    A draft is sent, countersigned, and in force from its first day until it expires, is terminated, or the next version of its
    number takes its place. Of a number one version at most is in force, and one at most is being made.
    """

    class State(models.TextChoices):
        DRAFT = "draft", _("Draft")
        SENT = "sent", _("Sent to be signed")
        SIGNED = "signed", _("Signed, not yet in force")
        ACTIVE = "active", _("In force")
        EXPIRED = "expired", _("Expired")
        TERMINATED = "terminated", _("Terminated")
        REPLACED = "replaced", _("Replaced by a later version")

    class Range(models.TextChoices):
        ALL = "all", _("The whole range")
        FIRST = "first", _("The agreed articles, others marked as outside")
        ASK = "ask", _("The agreed articles, others on request")
        ONLY = "only", _("The agreed articles only")

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    number = models.CharField(_("number"), max_length=30)
    version = models.PositiveSmallIntegerField(_("version"), default=1, db_default=1, editable=False)
    customer = models.ForeignKey(
        Customer, on_delete=models.PROTECT, related_name="agreements", verbose_name=_("customer")
    )
    title = models.CharField(_("title"), max_length=200)
    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.DRAFT, editable=False)
    valid_from = models.DateField(_("valid from"))
    valid_to = models.DateField(_("valid before"), null=True, blank=True)
    notice_days = models.PositiveSmallIntegerField(_("days of notice"), default=0, db_default=0)
    renews_months = models.PositiveSmallIntegerField(
        _("goes on by so many months unless terminated"), null=True, blank=True
    )
    reminder_days = models.PositiveSmallIntegerField(_("remind so many days before the end"), default=60, db_default=60)
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
        Assortment, null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("agreed articles")
    )
    range = models.CharField(_("range"), max_length=5, choices=Range.choices, default=Range.ALL, db_default=Range.ALL)
    delivery_terms = models.CharField(
        _("delivery terms"),
        max_length=200,
        blank=True,
        default="",
        db_default="",
        help_text=_("Such as DAP Oslo (Incoterms 2020)"),
    )
    service_level = models.TextField(_("service level"), blank=True, default="", db_default="")
    minimum_purchase = models.DecimalField(
        _("minimum purchase per year, excl. VAT"), max_digits=18, decimal_places=2, null=True, blank=True
    )
    # Steps of the yearly purchase excl. VAT and what is paid back on all of it: [[from, percent], ...].
    bonus = models.JSONField(_("bonus"), default=list, db_default=[], blank=True)
    po_number_required = models.BooleanField(_("purchase order number required"), default=False, db_default=False)
    reference_required = models.BooleanField(_("reference required"), default=False, db_default=False)
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
    # The document both sides sign: its fingerprint, and when it was sent.
    sha256 = models.CharField(max_length=64, blank=True, default="", db_default="", editable=False)
    sent_at = models.DateTimeField(null=True, editable=False)
    # The customer's payment term before the agreement, to go back to.
    term_before = models.ForeignKey(PaymentTerm, null=True, on_delete=models.SET_NULL, related_name="+", editable=False)
    reminded_on = models.DateField(null=True, editable=False)

    class Meta:
        verbose_name = _("agreement")
        verbose_name_plural = _("agreements")
        ordering = ["-valid_from", "number"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(valid_to__isnull=True) | models.Q(valid_to__gt=models.F("valid_from")),
                name="agreement_period",
            ),
            models.UniqueConstraint(fields=["number", "version"], name="agreement_version"),
            models.UniqueConstraint(
                fields=["number"], condition=models.Q(state="active"), name="agreement_one_in_force"
            ),
            models.UniqueConstraint(
                fields=["number"],
                condition=models.Q(state__in=["draft", "sent", "signed"]),
                name="agreement_one_in_making",
            ),
            models.CheckConstraint(
                condition=~models.Q(state="sent") | ~models.Q(sha256=""), name="agreement_sent_document"
            ),
            models.CheckConstraint(
                condition=models.Q(range="all") | models.Q(assortment__isnull=False), name="agreement_range"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.title}"

    @property
    def is_open(self) -> bool:
        """Tell whether it is still being made."""
        return self.state in OPEN


# The states in which a version is still being made.
OPEN = (Agreement.State.DRAFT, Agreement.State.SENT, Agreement.State.SIGNED)


@audited()
class AgreementPerson(models.Model):
    """Somebody of the customer's and their part. Where orderers are named, only they order on the agreement."""

    class Part(models.TextChoices):
        ORDERER = "orderer", _("Orders")
        RECEIVER = "receiver", _("Receives goods")

    agreement = models.ForeignKey(Agreement, on_delete=models.CASCADE, related_name="people")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    part = models.CharField(max_length=10, choices=Part.choices)

    class Meta:
        ordering = ["part", "id"]
        constraints = [models.UniqueConstraint(fields=["agreement", "person", "part"], name="agreement_person_once")]

    def __str__(self) -> str:
        return f"{self.person} {self.part}"


@audited()
class AgreementFile(models.Model):
    """A document that belongs to an agreement, such as its general terms. The customer reads it."""

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    agreement = models.ForeignKey(Agreement, on_delete=models.CASCADE, related_name="files")
    title = models.CharField(_("title"), max_length=200)
    file = models.FileField(_("file"), upload_to=agreement_file_name, storage=document_storage, max_length=160)
    sha256 = models.CharField(max_length=64)
    added_at = models.DateTimeField()

    class Meta:
        ordering = ["title", "id"]

    def __str__(self) -> str:
        return self.title


@append_only()
class AgreementStep(models.Model):
    """Something that happened to an agreement: sent, signed, in force, ended. What was signed is named by its fingerprint."""

    class Kind(models.TextChoices):
        SENT = "sent", _("Sent to be signed")
        TAKEN_BACK = "taken_back", _("Taken back")
        DECLINED = "declined", _("Not signed")
        SIGNED = "signed", _("Countersigned")
        STARTED = "started", _("In force")
        RENEWED = "renewed", _("Renewed")
        EXPIRED = "expired", _("Expired")
        NOTICE = "notice", _("Notice given")
        TERMINATED = "terminated", _("Terminated")
        REPLACED = "replaced", _("Replaced by a later version")

    agreement = models.ForeignKey(Agreement, on_delete=models.CASCADE, related_name="steps")
    kind = models.CharField(max_length=12, choices=Kind.choices)
    at = models.DateTimeField()
    person_id = models.BigIntegerField(null=True)
    name = models.CharField(max_length=200, blank=True)
    note = models.CharField(max_length=500, blank=True)
    sha256 = models.CharField(max_length=64, blank=True)
    address = models.CharField(max_length=45, blank=True)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.kind} {self.at}"


@audited()
class AgreementWish(models.Model):
    """A change a customer asks for, of one article or of the terms, and the answer."""

    class State(models.TextChoices):
        OPEN = "open", _("Asked")
        AGREED = "agreed", _("Agreed")
        DECLINED = "declined", _("Declined")

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    agreement = models.ForeignKey(Agreement, on_delete=models.CASCADE, related_name="wishes")
    variant = models.ForeignKey(Variant, null=True, on_delete=models.CASCADE, related_name="+")
    text = models.CharField(max_length=500)
    price = models.DecimalField(max_digits=18, decimal_places=6, null=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.OPEN)
    answer = models.CharField(max_length=500, blank=True)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    asked_at = models.DateTimeField()
    answered_by_id = models.BigIntegerField(null=True)
    answered_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("wish for an agreement")
        verbose_name_plural = _("wishes for agreements")
        ordering = ["-asked_at", "-id"]
        indexes = [models.Index(fields=["state", "-asked_at"], name="agreement_wish_open")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state="open", answered_at__isnull=True)
                | (~models.Q(state="open") & models.Q(answered_at__isnull=False)),
                name="agreement_wish_answered",
            )
        ]

    def __str__(self) -> str:
        return self.text


class TenderRow(models.Model):
    """A row of a tender's price sheet: the asker's own number, text, quantity and the price we offer, and our article for it."""

    agreement = models.ForeignKey(Agreement, on_delete=models.CASCADE, related_name="tender_rows")
    position = models.PositiveIntegerField()
    number = models.CharField(max_length=60, blank=True)
    text = models.CharField(max_length=300, blank=True)
    quantity = models.DecimalField(max_digits=15, decimal_places=3, null=True)
    price = models.DecimalField(max_digits=18, decimal_places=6, null=True)
    variant = models.ForeignKey(Variant, null=True, on_delete=models.SET_NULL, related_name="+")
    # By which number it was matched: own, sku, gtin, mpn, or hand; several that fit are told, not chosen.
    matched_by = models.CharField(max_length=8, blank=True)
    is_ambiguous = models.BooleanField(default=False)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["agreement", "position"], name="tender_row_once"),
            models.CheckConstraint(
                condition=models.Q(price__isnull=True) | models.Q(price__gte=0), name="tender_row_price"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.position} {self.number}"
