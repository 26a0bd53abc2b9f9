"""Orders as they were placed: everything copied, prices frozen, statuses derived."""

from __future__ import annotations

from decimal import Decimal
from uuid import uuid4

import msgspec
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from truso.kernel.quantity import format_quantity
from truso.kernel.value import Value
from truso.modules.catalog.models import Variant
from truso.modules.customers.models import Customer
from truso.modules.delivery.models import DeliveryMethod
from truso.modules.delivery.rules import PromisedPart
from truso.modules.markets.models import Market, PaymentTerm
from truso.modules.tax.models import TaxClass
from truso.platform.audit import append_only, audited
from truso.platform.database.indexes import trigram_index


class OrderState(models.TextChoices):
    PENDING_APPROVAL = "pending_approval", _("Waiting for approval")
    PENDING_PAYMENT = "pending_payment", _("Waiting for payment")
    CONFIRMED = "confirmed", _("Confirmed")
    COMPLETED = "completed", _("Completed")
    REJECTED = "rejected", _("Not approved")
    EXPIRED = "expired", _("Expired")
    CANCELLED = "cancelled", _("Cancelled")


class FulfillmentStatus(models.TextChoices):
    NOT_SHIPPED = "not_shipped", _("Not shipped")
    PARTLY_SHIPPED = "partly_shipped", _("Partly shipped")
    SHIPPED = "shipped", _("Shipped")


class InvoiceStatus(models.TextChoices):
    NOT_INVOICED = "not_invoiced", _("Not invoiced")
    PARTLY_INVOICED = "partly_invoiced", _("Partly invoiced")
    INVOICED = "invoiced", _("Invoiced")


class PaymentStatus(models.TextChoices):
    UNPAID = "unpaid", _("Unpaid")
    AUTHORIZED = "authorized", _("Payment reserved")
    PARTLY_PAID = "partly_paid", _("Partly paid")
    PAID = "paid", _("Paid")
    REFUNDED = "refunded", _("Refunded")


@audited(personal=("contact_name", "email", "phone", "delivery_address", "billing_address"), person="person_id")
class Order(models.Model):
    """An order. `state` follows `rules.TRANSITIONS`; the three statuses are written by `operations.update_statuses` only."""

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    number = models.CharField(_("number"), max_length=30, unique=True)
    checkout_id = models.UUIDField(unique=True)
    market = models.ForeignKey(Market, on_delete=models.PROTECT, related_name="+", verbose_name=_("market"))
    # A guest's order has no customer until it is claimed.
    customer = models.ForeignKey(
        Customer, null=True, on_delete=models.PROTECT, related_name="orders", verbose_name=_("customer")
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.PROTECT,
        related_name="orders",
        verbose_name=_("ordered by"),
    )
    staff = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("entered by")
    )
    is_business = models.BooleanField(default=False)
    state = models.CharField(_("state"), max_length=20, choices=OrderState.choices)
    fulfillment_status = models.CharField(
        _("delivery"), max_length=20, choices=FulfillmentStatus.choices, default=FulfillmentStatus.NOT_SHIPPED
    )
    invoice_status = models.CharField(
        _("invoicing"), max_length=20, choices=InvoiceStatus.choices, default=InvoiceStatus.NOT_INVOICED
    )
    payment_status = models.CharField(
        _("payment"), max_length=20, choices=PaymentStatus.choices, default=PaymentStatus.UNPAID
    )
    language = models.CharField(max_length=5)
    currency = models.CharField(max_length=3)
    prices_include_vat = models.BooleanField()
    payment_method = models.CharField(_("payment method"), max_length=30)  # invoice, or the gateway's code
    payment_term = models.ForeignKey(PaymentTerm, null=True, on_delete=models.PROTECT, related_name="+")
    delivery_method = models.ForeignKey(DeliveryMethod, null=True, on_delete=models.PROTECT, related_name="+")
    contact_name = models.CharField(max_length=200)
    email = models.EmailField()
    phone = models.CharField(max_length=32, blank=True)
    delivery_address = models.JSONField()
    billing_address = models.JSONField()
    po_number = models.CharField(_("purchase order number"), max_length=100, blank=True)
    reference = models.CharField(_("your reference"), max_length=200, blank=True)
    delivery_instructions = models.CharField(_("delivery instructions"), max_length=500, blank=True)
    # Why there is no tax, by category of EN 16931; the VAT number that decided it and the register's proof.
    tax_reasons = models.JSONField(default=dict, db_default={})
    vat_number = models.CharField(_("VAT number"), max_length=20, blank=True, default="", db_default="")
    vat_consultation = models.CharField(max_length=40, blank=True, default="", db_default="")
    net = models.DecimalField(_("net"), max_digits=18, decimal_places=4)
    tax = models.DecimalField(_("VAT"), max_digits=18, decimal_places=4)
    gross = models.DecimalField(_("total"), max_digits=18, decimal_places=4)
    placed_at = models.DateTimeField(_("placed"))
    confirmed_at = models.DateTimeField(null=True)
    promised_on = models.DateField(_("promised"), null=True)
    # Orders brought in from another system: closed, without stock, mail or numbers of ours.
    source = models.CharField(max_length=40, blank=True)

    class Meta:
        verbose_name = _("order")
        verbose_name_plural = _("orders")
        ordering = ["-placed_at", "-id"]
        permissions = [("ship_order", "Can pick and ship orders"), ("cancel_order", "Can cancel orders")]
        indexes = [
            models.Index(fields=["-placed_at", "-id"], name="order_latest"),
            models.Index(fields=["customer", "-placed_at"], name="order_customer"),
            models.Index(fields=["person", "-placed_at"], name="order_person"),
            models.Index(fields=["state", "-placed_at"], name="order_state"),
            trigram_index("contact_name", "reference", "po_number", "email", name="order_words"),
        ]
        constraints = [models.CheckConstraint(condition=models.Q(net__gte=0, gross__gte=0), name="order_totals")]

    def __str__(self) -> str:
        return self.number

    @property
    def is_pickup(self) -> bool:
        """Tell whether the buyer fetches the goods."""
        return bool(self.delivery_method and self.delivery_method.is_pickup)

    @property
    def pickup_place(self) -> str:
        """Where the goods are fetched; empty when nothing is said of it."""
        return self.delivery_method.pickup_place if self.delivery_method else ""


class Component(Value, frozen=True):
    """An article in a bundle that was ordered, as it was then: how many sales units of it one bundle takes."""

    variant_id: int
    sku: str
    name: str
    unit: str
    quantity: Decimal
    is_stocked: bool


class LineKind(models.TextChoices):
    ITEM = "item", _("Article")
    CHARGE = "charge", _("Charge")


class OrderLine(models.Model):
    """A frozen line: an article, or a charge such as freight. What has happened to it is counted on it, under constraint."""

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    order = models.ForeignKey(Order, on_delete=models.CASCADE, related_name="lines")
    kind = models.CharField(max_length=10, choices=LineKind.choices, default=LineKind.ITEM)
    position = models.PositiveIntegerField()
    variant = models.ForeignKey(Variant, null=True, on_delete=models.PROTECT, related_name="+")
    sku = models.CharField(max_length=60, blank=True)
    gtin = models.CharField(max_length=14, blank=True)
    name = models.CharField(max_length=300)
    buyer_number = models.CharField(max_length=60, blank=True)
    reference = models.CharField(max_length=100, blank=True)
    # What is supplied, as the article was then: goods are packed and sent, a file is handed over, a service performed.
    supply = models.CharField(
        max_length=8, choices=Variant.Kind.choices, default=Variant.Kind.GOODS, db_default=Variant.Kind.GOODS
    )
    is_cut = models.BooleanField(default=False, db_default=False)  # one piece, cut to the quantity's length
    unit = models.CharField(max_length=3, default="C62")
    price_unit = models.PositiveIntegerField(default=1)
    quantity = models.DecimalField(max_digits=12, decimal_places=3)
    list_price = models.DecimalField(max_digits=18, decimal_places=6, null=True)
    unit_price = models.DecimalField(max_digits=18, decimal_places=6)  # net, per price unit
    tax_class = models.ForeignKey(TaxClass, on_delete=models.PROTECT, related_name="+")
    tax_category = models.CharField(max_length=2)
    tax_rate = models.DecimalField(max_digits=5, decimal_places=2)
    net = models.DecimalField(max_digits=18, decimal_places=4)
    tax = models.DecimalField(max_digits=18, decimal_places=4)
    gross = models.DecimalField(max_digits=18, decimal_places=4)
    # What campaigns took off the line's amount, with VAT where the order's prices hold it, and which: [name, amount].
    allowance = models.DecimalField(max_digits=18, decimal_places=4, default=0, db_default=0)
    allowances = models.JSONField(default=list, db_default=[])
    explanation = models.JSONField(default=list)
    # What a bundle held when it was ordered, per one of the line; read through `contents`.
    components = models.JSONField(default=list, db_default=[])
    shipped_quantity = models.DecimalField(max_digits=12, decimal_places=3, default=0)
    invoiced_quantity = models.DecimalField(max_digits=12, decimal_places=3, default=0)
    cancelled_quantity = models.DecimalField(max_digits=12, decimal_places=3, default=0)
    returned_quantity = models.DecimalField(max_digits=12, decimal_places=3, default=0)
    credited_quantity = models.DecimalField(max_digits=12, decimal_places=3, default=0)
    # The day the whole line is promised for; where some of it comes earlier, how much and when.
    promised_on = models.DateField(null=True)
    promised_first = models.DecimalField(max_digits=12, decimal_places=3, null=True)
    promised_first_on = models.DateField(null=True)

    class Meta:
        ordering = ["position", "id"]
        indexes = [models.Index(fields=["variant", "order"], name="order_line_variant")]
        constraints = [
            models.UniqueConstraint(fields=["order", "position"], name="order_line_position"),
            models.CheckConstraint(
                condition=models.Q(
                    quantity__gt=0,
                    shipped_quantity__gte=0,
                    invoiced_quantity__gte=0,
                    cancelled_quantity__gte=0,
                    returned_quantity__gte=0,
                ),
                name="order_line_quantities",
            ),
            models.CheckConstraint(condition=models.Q(allowance__gte=0), name="order_line_allowance"),
            models.CheckConstraint(
                condition=models.Q(quantity__gte=models.F("shipped_quantity") + models.F("cancelled_quantity")),
                name="order_line_not_over_shipped",
            ),
            models.CheckConstraint(
                condition=models.Q(kind="item", invoiced_quantity__lte=models.F("shipped_quantity"))
                | models.Q(kind="charge", invoiced_quantity__lte=models.F("quantity")),
                name="order_line_not_over_invoiced",
            ),
            models.CheckConstraint(
                condition=models.Q(returned_quantity__lte=models.F("shipped_quantity")),
                name="order_line_not_over_returned",
            ),
            models.CheckConstraint(
                condition=models.Q(credited_quantity__gte=0, credited_quantity__lte=models.F("invoiced_quantity")),
                name="order_line_not_over_credited",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.quantity} × {self.sku or self.name}"

    @property
    def is_shipped_goods(self) -> bool:
        """Tell whether it is something to pick, pack and send."""
        return self.kind == LineKind.ITEM and self.supply == Variant.Kind.GOODS

    @property
    def taken_off(self) -> list[tuple[str, Decimal]]:
        """What each campaign took off the line, by its name."""
        return [(name, Decimal(amount)) for name, amount in self.allowances]

    @property
    def allowance_reason(self) -> str:
        """The campaigns that took something off the line."""
        return ", ".join(name for name, _ in self.allowances)

    @property
    def contents(self) -> tuple[Component, ...]:
        """What one of a bundle holds; nothing for an article."""
        return tuple(msgspec.convert(one, Component) for one in self.components)

    @property
    def contents_text(self) -> str:
        """What one of a bundle holds, in a line of any language: `1 × Drill (DRILL), 2 × Battery (BATTERY)`."""
        return ", ".join(f"{format_quantity(one.quantity)} × {one.name} ({one.sku})" for one in self.contents)

    def stock_moved(self, quantity: Decimal) -> list[tuple[int, Decimal]]:
        """Return what a quantity of the line moves in stock: (variant, quantity) of the article, or of each part of a bundle.

        Articles that are not kept in stock are left out.
        """
        if self.components:
            return [(one.variant_id, one.quantity * quantity) for one in self.contents if one.is_stocked]
        return [(self.variant_id, quantity)] if self.variant_id and self.variant and self.variant.is_stocked else []

    @property
    def promise(self) -> tuple[PromisedPart, ...]:
        """What was promised for which day, the first first."""
        if self.promised_on is None:
            return ()
        if self.promised_first is None or self.promised_first_on is None:
            return (PromisedPart(self.quantity, self.promised_on),)
        first = PromisedPart(self.promised_first, self.promised_first_on)
        return (first, PromisedPart(self.quantity - self.promised_first, self.promised_on))


@append_only()
class OrderStep(models.Model):
    """Something that happened to an order, for its timeline. Words are made when shown, in the reader's language."""

    order = models.ForeignKey(Order, on_delete=models.CASCADE, related_name="steps")
    kind = models.CharField(max_length=40)
    at = models.DateTimeField()
    person_id = models.BigIntegerField(null=True)
    by = models.CharField(max_length=20, default="system")  # buyer, staff, system
    params = models.JSONField(default=dict)

    class Meta:
        ordering = ["at", "id"]

    def __str__(self) -> str:
        return f"{self.kind} {self.at}"
