"""Carts: what a buyer means to order. A cart holds no stock and no price."""

from __future__ import annotations

from uuid import uuid4

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from truso.modules.catalog.models import Variant
from truso.modules.customers.models import Customer
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
