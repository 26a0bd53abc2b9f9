"""Carts: what a buyer means to order. A cart holds no stock and no price. Lists kept for later, and what was bought before."""

from __future__ import annotations

from uuid import uuid4

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from truso.modules.catalog.models import Variant
from truso.modules.customers.models import Address, Customer, Segment
from truso.modules.markets.models import Market


class Cart(models.Model):
    """A cart of one hat: a person for a customer, or a visitor's session, in a market."""

    class State(models.TextChoices):
        OPEN = "open", _("Open")
        SUBMITTED = "submitted", _("Submitted")

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    market = models.ForeignKey(Market, on_delete=models.PROTECT, related_name="+")
    customer = models.ForeignKey(Customer, null=True, on_delete=models.CASCADE, related_name="carts")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.CASCADE, related_name="+")
    session_key = models.CharField(max_length=64, blank=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.OPEN)
    # Names one submission of the cart: orders.checkout_id is unique, so sending twice makes one order.
    checkout_id = models.UUIDField(default=uuid4, unique=True)
    # What has been filled in at checkout so far (address, method, references), as the checkout form names it.
    checkout_data = models.JSONField(default=dict, blank=True)
    # Codes of campaigns as they were entered, the first first.
    codes = ArrayField(models.CharField(max_length=40), default=list, blank=True, db_default=[])
    updated_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["market", "customer", "person"],
                condition=models.Q(state="open", customer__isnull=False),
                name="cart_one_open_per_hat",
            ),
            models.UniqueConstraint(
                fields=["market", "session_key"],
                condition=models.Q(state="open", customer__isnull=True),
                name="cart_one_open_per_visitor",
            ),
            models.CheckConstraint(
                condition=models.Q(customer__isnull=False, person__isnull=False)
                | (models.Q(customer__isnull=True, person__isnull=True) & ~models.Q(session_key="")),
                name="cart_of_one",
            ),
        ]

    def __str__(self) -> str:
        return str(self.uuid)


class CartLine(models.Model):
    """A variant and a quantity, in the order they were added; perhaps with the buyer's reference for the line.

    Of what is cut to length each line is one piece, so the same article and reference may stand there many times.
    """

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    cart = models.ForeignKey(Cart, on_delete=models.CASCADE, related_name="lines")
    variant = models.ForeignKey(Variant, on_delete=models.CASCADE, related_name="+")
    quantity = models.DecimalField(max_digits=12, decimal_places=3)
    reference = models.CharField(max_length=100, blank=True)
    piece = models.PositiveIntegerField(default=0, db_default=0)  # tells pieces cut to length apart; 0 for all else
    # The unit price last shown, to tell the buyer when it has changed meanwhile.
    seen_price = models.DecimalField(max_digits=18, decimal_places=6, null=True)
    # The line's total last shown, with or without VAT as the buyer sees prices; none since the line was changed.
    seen_amount = models.DecimalField(max_digits=18, decimal_places=2, null=True)
    position = models.PositiveIntegerField()

    class Meta:
        ordering = ["position", "id"]
        constraints = [
            models.UniqueConstraint(fields=["cart", "variant", "reference", "piece"], name="cart_line_once"),
            models.CheckConstraint(condition=models.Q(quantity__gt=0), name="cart_line_quantity"),
        ]

    def __str__(self) -> str:
        return f"{self.quantity} × {self.variant_id}"


class ArticleList(models.Model):
    """Articles kept for later: favorites (one such list per hat), a list of one's own or the company's, a cart put aside."""

    class Kind(models.TextChoices):
        FAVORITES = "favorites", _("Favorites")
        LIST = "list", _("Shopping list")
        CART = "cart", _("Saved cart")

    class Sharing(models.TextChoices):
        PRIVATE = "private", _("Only me")
        USED = "used", _("Colleagues may use it")
        EDITED = "edited", _("Colleagues may use and change it")

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    customer = models.ForeignKey(Customer, on_delete=models.CASCADE, related_name="article_lists")
    # A shared list outlives the account of whoever made it.
    person = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    kind = models.CharField(max_length=10, choices=Kind.choices, default=Kind.LIST)
    name = models.CharField(max_length=80, blank=True)
    sharing = models.CharField(max_length=10, choices=Sharing.choices, default=Sharing.PRIVATE)
    project = models.CharField(max_length=100, blank=True)
    address = models.ForeignKey(Address, null=True, on_delete=models.SET_NULL, related_name="+")
    created_at = models.DateTimeField()
    updated_at = models.DateTimeField()
    # Of a saved cart: who made an order of it, so that two colleagues do not order it both.
    taken_at = models.DateTimeField(null=True)
    taken_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["customer", "person"],
                condition=models.Q(kind="favorites"),
                name="cart_list_one_favorites",
            ),
            models.CheckConstraint(
                condition=models.Q(kind="favorites", sharing="private")
                | (~models.Q(kind="favorites") & ~models.Q(name="")),
                name="cart_list_named",
            ),
        ]

    def __str__(self) -> str:
        return self.name or self.get_kind_display()


class ArticleListLine(models.Model):
    """An article of a list: how many are wanted, and how many there should be on the shelf at least."""

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    list = models.ForeignKey(ArticleList, on_delete=models.CASCADE, related_name="lines")
    variant = models.ForeignKey(Variant, on_delete=models.CASCADE, related_name="+")
    quantity = models.DecimalField(max_digits=12, decimal_places=3)
    minimum = models.DecimalField(max_digits=12, decimal_places=3, null=True)
    reference = models.CharField(max_length=100, blank=True)
    piece = models.PositiveIntegerField(default=0, db_default=0)
    position = models.PositiveIntegerField()

    class Meta:
        ordering = ["position", "id"]
        constraints = [
            models.UniqueConstraint(fields=["list", "variant", "reference", "piece"], name="cart_list_line_once"),
            models.CheckConstraint(condition=models.Q(quantity__gt=0), name="cart_list_line_quantity"),
            models.CheckConstraint(
                condition=models.Q(minimum__isnull=True) | models.Q(minimum__gte=0), name="cart_list_line_minimum"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.quantity} × {self.variant_id}"


class PurchaseMemory(models.Model):
    """What a customer last paid for an article, how many it took, and how often it buys it: told by `orders` on placing."""

    customer = models.ForeignKey(Customer, on_delete=models.CASCADE, related_name="+")
    variant = models.ForeignKey(Variant, on_delete=models.CASCADE, related_name="+")
    times = models.PositiveIntegerField()
    first_at = models.DateTimeField()
    last_at = models.DateTimeField()
    last_quantity = models.DecimalField(max_digits=12, decimal_places=3)
    last_price = models.DecimalField(max_digits=18, decimal_places=6)
    price_unit = models.PositiveIntegerField()
    currency = models.CharField(max_length=3)

    class Meta:
        verbose_name_plural = "purchase memories"
        constraints = [models.UniqueConstraint(fields=["customer", "variant"], name="cart_memory_once")]
        indexes = [models.Index(fields=["customer", "-last_at"], name="cart_memory_latest")]

    def __str__(self) -> str:
        return f"{self.customer_id}: {self.variant_id}"


class Dismissal(models.Model):
    """A suggestion a hat does not want to see for a while."""

    customer = models.ForeignKey(Customer, on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    variant = models.ForeignKey(Variant, on_delete=models.CASCADE, related_name="+")
    until = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["customer", "person", "variant"], name="cart_dismissal_once")]

    def __str__(self) -> str:
        return f"{self.person_id}: {self.variant_id}"


class BoughtTogether(models.Model):
    """Two articles that are often in one order: counted anew each night over a year of orders of all customers."""

    variant = models.ForeignKey(Variant, on_delete=models.CASCADE, related_name="+")
    other = models.ForeignKey(Variant, on_delete=models.CASCADE, related_name="+")
    orders = models.PositiveIntegerField()

    class Meta:
        verbose_name_plural = "bought together"
        constraints = [models.UniqueConstraint(fields=["variant", "other"], name="cart_together_once")]

    def __str__(self) -> str:
        return f"{self.variant_id} + {self.other_id}"


class PopularInSegment(models.Model):
    """How many customers of a segment buy an article: counted anew each night, from three customers on."""

    segment = models.ForeignKey(Segment, on_delete=models.CASCADE, related_name="+")
    variant = models.ForeignKey(Variant, on_delete=models.CASCADE, related_name="+")
    customers = models.PositiveIntegerField()

    class Meta:
        verbose_name_plural = "popular in segments"
        constraints = [models.UniqueConstraint(fields=["segment", "variant"], name="cart_popular_once")]

    def __str__(self) -> str:
        return f"{self.segment_id}: {self.variant_id}"
