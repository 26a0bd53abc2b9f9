"""Price lists and discounts: the sources a price is resolved from. No price is stored per customer × product."""

from __future__ import annotations

from typing import ClassVar
from uuid import uuid4

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from truso.kernel.texts import in_language
from truso.modules.catalog.models import Assortment, Brand, Category, Family, Variant
from truso.modules.customers.models import Customer, Segment
from truso.modules.inventory.models import Location
from truso.modules.markets.models import Market
from truso.platform.audit import append_only, audited


class PriceLists(models.Manager["PriceList"]):
    """Price lists somebody is offered prices from, or the lists of what goods cost the house: never both by accident."""

    def __init__(self, *, of_costs: bool = False) -> None:
        super().__init__()
        self._of_costs = of_costs

    def get_queryset(self) -> models.QuerySet[PriceList]:
        found = super().get_queryset()
        return found.filter(kind="cost") if self._of_costs else found.exclude(kind="cost")


@audited(ignored=("revision",))
class PriceList(models.Model):
    """A set of net prices in one currency, for everybody in a market, a segment, a customer or a contract; or of costs.

    A list has a price of its own for an article, or makes one: `percent` off the market's list price, or on top of the cost.
    A cost list is nobody's offer. It holds what articles cost the house, everywhere or in one warehouse.
    """

    class Kind(models.TextChoices):
        CONTRACT = "contract", _("Contract")
        CUSTOMER = "customer", _("Customer")
        SEGMENT = "segment", _("Segment")
        MARKET = "market", _("List price")
        COST = "cost", _("Cost")

    class Basis(models.TextChoices):
        OWN = "", _("Its own prices only")
        LIST = "list", _("Percent off the list price")
        COST = "cost", _("Percent on top of the cost")

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
    basis = models.CharField(
        _("for articles without a price of their own"),
        max_length=4,
        choices=Basis.choices,
        blank=True,
        default="",
        db_default="",
    )
    percent = models.DecimalField(_("percent"), max_digits=6, decimal_places=2, null=True, blank=True)
    location = models.ForeignKey(
        Location, null=True, blank=True, on_delete=models.CASCADE, related_name="+", verbose_name=_("warehouse")
    )
    valid_from = models.DateField(_("valid from"), null=True, blank=True)
    valid_to = models.DateField(_("valid before"), null=True, blank=True)
    is_active = models.BooleanField(_("active"), default=True)
    # Grows with every change of the list's prices, so that what was worked out from them can be kept till then.
    revision = models.PositiveBigIntegerField(default=0, editable=False)

    objects: ClassVar[models.Manager[PriceList]] = PriceLists()
    every = models.Manager["PriceList"]()

    class Meta:
        verbose_name = _("price list")
        verbose_name_plural = _("price lists")
        ordering = ["kind", "code"]
        # So that a buyer's lists are found by index whatever their kind: of contracts there are as many as customers.
        indexes = [models.Index(fields=["kind"], name="price_list_of_costs", condition=models.Q(kind="cost"))]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind="market", market__isnull=False, segment__isnull=True, customer__isnull=True)
                | models.Q(kind="segment", segment__isnull=False, customer__isnull=True)
                | models.Q(kind__in=["contract", "customer"], customer__isnull=False, segment__isnull=True)
                | models.Q(kind="cost", market__isnull=True, segment__isnull=True, customer__isnull=True),
                name="price_list_for_one",
            ),
            models.CheckConstraint(
                condition=models.Q(location__isnull=True) | models.Q(kind="cost"), name="price_list_of_a_warehouse"
            ),
            # A list price can't be made from itself, nor a cost from anything.
            models.CheckConstraint(
                condition=models.Q(basis="", percent__isnull=True)
                | models.Q(basis="list", percent__gt=0, percent__lte=100, kind__in=["contract", "customer", "segment"])
                | models.Q(
                    basis="cost",
                    percent__gte=0,
                    percent__lte=900,
                    kind__in=["contract", "customer", "segment", "market"],
                ),
                name="price_list_basis",
            ),
        ]

    def __str__(self) -> str:
        return in_language(self.names, get_language() or "en") or self.code

    def right(self, action: str) -> str:
        """Return the right to `view` or `change` the list's prices: what goods cost has one of its own."""
        return f"pricing.{action}_{'costlist' if self.kind == self.Kind.COST else 'price'}"


class CostList(PriceList):
    """A list of costs, with rights of its own: who may see prices may not see what goods cost."""

    objects: ClassVar[models.Manager[PriceList]] = PriceLists(of_costs=True)

    class Meta:
        proxy = True
        verbose_name = _("cost list")
        verbose_name_plural = _("cost lists")


@append_only()
class PriceChange(models.Model):
    """One act that wrote prices: when, who and why. `actor` is who the audit trail would name (`platform.database.Actor`)."""

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    at = models.DateTimeField()
    actor = models.JSONField(default=dict)
    reason = models.CharField(_("reason"), max_length=300, blank=True)

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.reason}"


class Price(models.Model):
    """The net price of a variant on a list from a quantity on, per the variant's price unit."""

    price_list = models.ForeignKey(PriceList, on_delete=models.CASCADE, related_name="prices")
    variant = models.ForeignKey(Variant, on_delete=models.CASCADE, related_name="prices")
    minimum_quantity = models.DecimalField(_("from quantity"), max_digits=12, decimal_places=3, default=1)
    amount = models.DecimalField(_("net price"), max_digits=18, decimal_places=6)
    valid_from = models.DateField(_("valid from"), default="2000-01-01")
    valid_to = models.DateField(_("valid before"), null=True, blank=True)
    # Changes are never deleted, and prices are written by the million: the key is not checked.
    change = models.ForeignKey(
        PriceChange, null=True, on_delete=models.DO_NOTHING, db_constraint=False, db_index=False, related_name="+"
    )

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


@append_only()
class PriceHistory(models.Model):
    """A price as it was until it was changed or taken away: written by a trigger (migration 0003), whoever changes prices.

    `change` wrote it, `ended_by` ended it; either is unknown where prices were changed past the operations.
    """

    price_list = models.ForeignKey(
        PriceList, on_delete=models.DO_NOTHING, db_constraint=False, db_index=False, related_name="+"
    )
    variant = models.ForeignKey(
        Variant, on_delete=models.DO_NOTHING, db_constraint=False, db_index=False, related_name="+"
    )
    minimum_quantity = models.DecimalField(max_digits=12, decimal_places=3)
    amount = models.DecimalField(max_digits=18, decimal_places=6)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)
    change = models.ForeignKey(
        PriceChange, null=True, on_delete=models.DO_NOTHING, db_constraint=False, db_index=False, related_name="+"
    )
    ended_by = models.ForeignKey(
        PriceChange, null=True, on_delete=models.DO_NOTHING, db_constraint=False, db_index=False, related_name="+"
    )
    ended_at = models.DateTimeField()
    is_removed = models.BooleanField(default=False)

    class Meta:
        verbose_name_plural = "price history"
        indexes = [models.Index(fields=["price_list", "variant", "-id"], name="price_history")]

    def __str__(self) -> str:
        return f"{self.variant_id}: {self.amount} until {self.ended_at}"


@audited()
class Discount(models.Model):
    """A percentage or an amount off the list price, for a customer or segment.

    On what is in a category (and below), of a brand, of a family and one of some products: where several are named, all
    must fit; where none is, on everything. Of discounts that do not stack the best counts alone; those that stack are taken
    one after the other. The buyer gets the lower of the two.
    """

    name = models.CharField(_("name"), max_length=120, blank=True, default="", db_default="")
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
    family = models.ForeignKey(
        Family, null=True, blank=True, on_delete=models.CASCADE, related_name="+", verbose_name=_("product line")
    )
    product_ids = ArrayField(models.BigIntegerField(), default=list, blank=True, db_default=[])
    percent = models.DecimalField(_("percent"), max_digits=5, decimal_places=2, null=True, blank=True)
    amount = models.DecimalField(_("amount"), max_digits=18, decimal_places=6, null=True, blank=True)
    currency = models.CharField(_("currency"), max_length=3, blank=True, default="", db_default="")
    stacks = models.BooleanField(_("stacks with others that do"), default=False, db_default=False)
    valid_from = models.DateField(_("valid from"), null=True, blank=True)
    valid_to = models.DateField(_("valid before"), null=True, blank=True)

    class Meta:
        verbose_name = _("discount")
        verbose_name_plural = _("discounts")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(percent__gt=0, percent__lte=100, amount__isnull=True, currency="")
                | (models.Q(percent__isnull=True, amount__gt=0) & ~models.Q(currency="")),
                name="discount_percent",
            ),
            models.CheckConstraint(
                condition=models.Q(customer__isnull=False, segment__isnull=True)
                | models.Q(customer__isnull=True, segment__isnull=False),
                name="discount_for_one",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.percent} %" if self.percent is not None else f"{self.amount} {self.currency}"


@audited()
class PricePolicy(models.Model):
    """How a customer's sources compete. Written by putting an agreement in force."""

    customer = models.OneToOneField(Customer, on_delete=models.CASCADE, related_name="price_policy")
    best_price_wins = models.BooleanField(_("best price wins"), default=False)
    # Where set, what is not in this assortment has no price for the customer: it is on request.
    on_request_but = models.ForeignKey(Assortment, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        verbose_name = _("price policy")
        verbose_name_plural = _("price policies")

    def __str__(self) -> str:
        return f"{self.customer}"
