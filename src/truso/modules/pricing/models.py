"""Price lists, discounts, campaigns: the sources a price is resolved from. No price is stored per customer × product."""

from __future__ import annotations

from uuid import uuid4

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from truso.kernel.texts import in_language
from truso.modules.catalog.models import Brand, Category, Variant
from truso.modules.customers.models import Customer, Segment
from truso.modules.markets.models import Market
from truso.platform.audit import append_only, audited


@audited(ignored=("revision",))
class PriceList(models.Model):
    """A set of net prices in one currency, for everybody in a market, a segment, a customer or a contract."""

    class Kind(models.TextChoices):
        CONTRACT = "contract", _("Contract")
        CUSTOMER = "customer", _("Customer")
        SEGMENT = "segment", _("Segment")
        MARKET = "market", _("List price")

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    code = models.SlugField(unique=True, max_length=80)
    names = models.JSONField(_("names"), default=dict)
    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices)
    currency = models.CharField(_("currency"), max_length=3)
    market = models.ForeignKey(
        Market, null=True, blank=True, on_delete=models.CASCADE, related_name="price_lists", verbose_name=_("market")
    )
    segment = models.ForeignKey(
        Segment, null=True, blank=True, on_delete=models.CASCADE, related_name="price_lists", verbose_name=_("segment")
    )
    customer = models.ForeignKey(
        Customer,
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="price_lists",
        verbose_name=_("customer"),
    )
    valid_from = models.DateField(_("valid from"), null=True, blank=True)
    valid_to = models.DateField(_("valid before"), null=True, blank=True)
    is_active = models.BooleanField(_("active"), default=True)
    # Grows with every change of the list's prices, so that what was worked out from them can be kept till then.
    revision = models.PositiveBigIntegerField(default=0, editable=False)

    class Meta:
        verbose_name = _("price list")
        verbose_name_plural = _("price lists")
        ordering = ["kind", "code"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind="market", market__isnull=False, segment__isnull=True, customer__isnull=True)
                | models.Q(kind="segment", segment__isnull=False, customer__isnull=True)
                | models.Q(kind__in=["contract", "customer"], customer__isnull=False, segment__isnull=True),
                name="price_list_for_one",
            ),
        ]

    def __str__(self) -> str:
        return in_language(self.names, get_language() or "en") or self.code


class Price(models.Model):
    """The net price of a variant on a list from a quantity on, per the variant's price unit."""

    price_list = models.ForeignKey(PriceList, on_delete=models.CASCADE, related_name="prices")
    variant = models.ForeignKey(Variant, on_delete=models.CASCADE, related_name="prices")
    minimum_quantity = models.DecimalField(_("from quantity"), max_digits=12, decimal_places=3, default=1)
    amount = models.DecimalField(_("net price"), max_digits=18, decimal_places=6)
    valid_from = models.DateField(_("valid from"), default="2000-01-01")
    valid_to = models.DateField(_("valid before"), null=True, blank=True)

    class Meta:
        verbose_name = _("price")
        verbose_name_plural = _("prices")
        constraints = [
            models.UniqueConstraint(
                fields=["price_list", "variant", "minimum_quantity", "valid_from"], name="price_once"
            ),
            models.CheckConstraint(condition=models.Q(amount__gte=0, minimum_quantity__gt=0), name="price_amount"),
            models.CheckConstraint(
                condition=models.Q(valid_to__isnull=True) | models.Q(valid_to__gt=models.F("valid_from")),
                name="price_period",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.variant_id}: {self.amount}"


@audited()
class Discount(models.Model):
    """A percentage off the list price, for a customer or segment, on a category (and below), brand or everything."""

    customer = models.ForeignKey(
        Customer, null=True, blank=True, on_delete=models.CASCADE, related_name="discounts", verbose_name=_("customer")
    )
    segment = models.ForeignKey(
        Segment, null=True, blank=True, on_delete=models.CASCADE, related_name="discounts", verbose_name=_("segment")
    )
    category = models.ForeignKey(
        Category, null=True, blank=True, on_delete=models.CASCADE, related_name="+", verbose_name=_("category")
    )
    brand = models.ForeignKey(
        Brand, null=True, blank=True, on_delete=models.CASCADE, related_name="+", verbose_name=_("brand")
    )
    percent = models.DecimalField(_("percent"), max_digits=5, decimal_places=2)
    valid_from = models.DateField(_("valid from"), null=True, blank=True)
    valid_to = models.DateField(_("valid before"), null=True, blank=True)

    class Meta:
        verbose_name = _("discount")
        verbose_name_plural = _("discounts")
        constraints = [
            models.CheckConstraint(condition=models.Q(percent__gt=0, percent__lte=100), name="discount_percent"),
            models.CheckConstraint(
                condition=models.Q(customer__isnull=False, segment__isnull=True)
                | models.Q(customer__isnull=True, segment__isnull=False),
                name="discount_for_one",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.percent} %"


@audited()
class Campaign(models.Model):
    """A reduction for consumers of a market, by the clock: percent off chosen goods, alone or by code."""

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    code = models.SlugField(unique=True, max_length=60)
    names = models.JSONField(_("names"), default=dict)
    market = models.ForeignKey(Market, on_delete=models.CASCADE, related_name="campaigns", verbose_name=_("market"))
    percent = models.DecimalField(_("percent off"), max_digits=5, decimal_places=2)
    category = models.ForeignKey(
        Category, null=True, blank=True, on_delete=models.CASCADE, related_name="+", verbose_name=_("category")
    )
    product_ids = ArrayField(models.BigIntegerField(), default=list, blank=True)
    for_businesses = models.BooleanField(_("also for businesses"), default=False)
    starts_at = models.DateTimeField(_("starts"))
    ends_at = models.DateTimeField(_("ends"))
    is_active = models.BooleanField(_("active"), default=True)

    class Meta:
        verbose_name = _("campaign")
        verbose_name_plural = _("campaigns")
        ordering = ["-starts_at"]
        constraints = [
            models.CheckConstraint(condition=models.Q(ends_at__gt=models.F("starts_at")), name="campaign_period"),
            models.CheckConstraint(condition=models.Q(percent__gt=0, percent__lte=100), name="campaign_percent"),
        ]

    def __str__(self) -> str:
        return in_language(self.names, get_language() or "en") or self.code


@append_only()
class ConsumerPrice(models.Model):
    """What consumers of a market were offered from a moment on (net, per unit): the record behind the 30-day low."""

    market = models.ForeignKey(Market, on_delete=models.CASCADE, related_name="+")
    variant = models.ForeignKey(Variant, on_delete=models.CASCADE, related_name="+")
    amount = models.DecimalField(max_digits=18, decimal_places=6)
    from_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["market", "variant", "-from_at"], name="consumer_price_history")]

    def __str__(self) -> str:
        return f"{self.variant_id} {self.amount} from {self.from_at}"


@audited()
class PricePolicy(models.Model):
    """How a customer's sources compete. Written by putting an agreement in force."""

    customer = models.OneToOneField(Customer, on_delete=models.CASCADE, related_name="price_policy")
    best_price_wins = models.BooleanField(_("best price wins"), default=False)

    class Meta:
        verbose_name = _("price policy")
        verbose_name_plural = _("price policies")

    def __str__(self) -> str:
        return f"{self.customer}"
