"""Lists of orders, shipments and returns."""

from __future__ import annotations

from typing import Any

import django_filters
from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet

from truso.backoffice.columns import LinkColumn, MomentColumn, MoneyColumn, NumberColumn, TagColumn, TextColumn
from truso.backoffice.listing import Listing
from truso.backoffice.lists.found import customer_ids, order_ids_of_article
from truso.modules.fulfillment.models import Shipment
from truso.modules.inventory.models import Location
from truso.modules.markets.models import Market
from truso.modules.orders.models import FulfillmentStatus, InvoiceStatus, Order, OrderState, PaymentStatus
from truso.modules.returns.models import Return, ReturnState

MOST_FOUND = 1000
TO_PICK = f"state={OrderState.CONFIRMED}&fulfillment=open"


class OrderFilter(WagtailFilterSet):
    """What orders are filtered by."""

    state = django_filters.MultipleChoiceFilter(label=_("State"), choices=OrderState.choices)
    fulfillment = django_filters.ChoiceFilter(
        label=_("Delivery"),
        choices=[("open", _("Not fully shipped")), *FulfillmentStatus.choices],
        method="by_delivery",
    )
    invoice_status = django_filters.ChoiceFilter(label=_("Invoicing"), choices=InvoiceStatus.choices)
    payment_status = django_filters.ChoiceFilter(label=_("Payment"), choices=PaymentStatus.choices)
    is_business = django_filters.ChoiceFilter(
        label=_("Buyer"), choices=[("true", _("Companies")), ("false", _("Private customers"))], method="by_buyer"
    )
    market = django_filters.ModelChoiceFilter(label=_("Market"), queryset=Market.objects.all())
    placed_at = django_filters.DateFromToRangeFilter(label=_("Placed"), widget=DateRangePickerWidget)
    customer = django_filters.NumberFilter(label=_("Customer"), field_name="customer_id")

    class Meta:
        model = Order
        fields = ["state", "fulfillment", "invoice_status", "payment_status", "is_business", "market", "placed_at"]

    def by_delivery(self, rows: QuerySet[Order], _name: str, value: str) -> QuerySet[Order]:
        if value == "open":
            return rows.exclude(fulfillment_status=FulfillmentStatus.SHIPPED)
        return rows.filter(fulfillment_status=value)

    def by_buyer(self, rows: QuerySet[Order], _name: str, value: str) -> QuerySet[Order]:
        return rows.filter(is_business=value == "true")


def find_orders(rows: QuerySet[Order], words: str) -> QuerySet[Order]:
    """Find orders by number, PO number, reference, e-mail address, name, customer or article number."""
    said = Order.objects.filter(
        Q(contact_name__icontains=words)
        | Q(email__istartswith=words)
        | Q(reference__icontains=words)
        | Q(po_number__istartswith=words)
    )
    # These columns have no index: they are read once, not once to count and once to show.
    ids = list(said.order_by("-placed_at").values_list("pk", flat=True)[:MOST_FOUND])
    ids += order_ids_of_article(words)
    return rows.filter(Q(number__startswith=words) | Q(pk__in=ids) | Q(customer_id__in=customer_ids(words)))


def buyer_name(order: Order) -> str:
    """Return whose order it is: the company, else the person who ordered."""
    return order.customer.name if order.customer and order.is_business else order.contact_name


class OrderList(Listing):
    """Every order, latest first."""

    model = Order
    name = "orders"
    icon = "clipboard-list"
    finder = staticmethod(find_orders)
    filterset_class = OrderFilter
    related = ("customer",)
    ordering = "-placed_at"
    quick_views = (
        (_("All"), ""),
        (_("To pick"), TO_PICK),
        (_("Waiting for approval"), f"state={OrderState.PENDING_APPROVAL}"),
        (_("Waiting for payment"), f"state={OrderState.PENDING_PAYMENT}"),
        (_("Shipped, not paid"), f"fulfillment={FulfillmentStatus.SHIPPED}&payment_status={PaymentStatus.UNPAID}"),
    )
    list_display = (
        LinkColumn(
            "number", lambda order: reverse("backoffice:order", args=[order.uuid]), label=_("Order"), sort_key="number"
        ),
        MomentColumn("placed_at", label=_("Placed"), sort_key="placed_at"),
        TextColumn("customer", label=_("Customer"), accessor=buyer_name, classname="wide"),
        TextColumn("po_number", label=_("PO number")),
        TagColumn("state", label=_("State")),
        TagColumn("fulfillment_status", label=_("Delivery")),
        TagColumn("invoice_status", label=_("Invoicing")),
        TagColumn("payment_status", label=_("Payment")),
        MoneyColumn("gross", label=_("Total"), sort_key="gross"),
    )
    list_export = (
        "number",
        "placed_at",
        "customer",
        "contact_name",
        "email",
        "po_number",
        "reference",
        "state",
        "fulfillment_status",
        "invoice_status",
        "payment_status",
        "currency",
        "net",
        "tax",
        "gross",
    )


class ShipmentFilter(WagtailFilterSet):
    """What shipments are filtered by."""

    state = django_filters.ChoiceFilter(label=_("State"), choices=Shipment.State.choices)
    location = django_filters.ModelChoiceFilter(label=_("Location"), queryset=Location.objects.all())

    class Meta:
        model = Shipment
        fields = ["state", "location"]


def find_shipments(rows: QuerySet[Shipment], words: str) -> QuerySet[Shipment]:
    """Find shipments by number, order number or tracking number."""
    return rows.filter(
        Q(number__startswith=words) | Q(order__number__startswith=words) | Q(tracking_number__iexact=words)
    )


class ShipmentList(Listing):
    """Pick lists and what left the house."""

    model = Shipment
    name = "shipments"
    icon = "resubmit"
    finder = staticmethod(find_shipments)
    filterset_class = ShipmentFilter
    related = ("order", "order__customer", "location")
    ordering = "-id"
    quick_views = ((_("All"), ""), (_("Being picked"), f"state={Shipment.State.PICKING}"))
    list_display = (
        LinkColumn("number", lambda row: reverse("backoffice:shipment", args=[row.uuid]), label=_("Shipment")),
        LinkColumn(
            "order",
            lambda row: reverse("backoffice:order", args=[row.order.uuid]),
            label=_("Order"),
            accessor="order.number",
            classname="",
        ),
        TextColumn("customer", label=_("Customer"), accessor=lambda row: buyer_name(row.order), classname="wide"),
        TextColumn("location", label=_("Location")),
        TagColumn("state", label=_("State")),
        NumberColumn("packages", label=_("Packages")),
        TextColumn("tracking_number", label=_("Tracking number")),
        MomentColumn("created_at", label=_("Picking began"), sort_key="created_at"),
        MomentColumn("shipped_at", label=_("Shipped"), sort_key="shipped_at"),
    )
    list_export = ("number", "order", "location", "state", "packages", "tracking_number", "created_at", "shipped_at")


class ReturnFilter(WagtailFilterSet):
    """What returns are filtered by."""

    state = django_filters.ChoiceFilter(label=_("State"), choices=ReturnState.choices)

    class Meta:
        model = Return
        fields = ["state"]


class ReturnList(Listing):
    """Goods on their way back, and those that came."""

    model = Return
    name = "returns"
    icon = "redirect"
    finder = staticmethod(lambda rows, words: rows.filter(Q(number__iexact=words) | Q(order__number__startswith=words)))
    filterset_class = ReturnFilter
    related = ("order", "order__customer", "credit_note")
    ordering = "-id"
    quick_views = ((_("All"), ""), (_("To receive"), f"state={ReturnState.REQUESTED}"))
    list_display = (
        LinkColumn("number", lambda row: reverse("backoffice:return", args=[row.uuid]), label=_("Return")),
        LinkColumn(
            "order",
            lambda row: reverse("backoffice:order", args=[row.order.uuid]),
            label=_("Order"),
            accessor="order.number",
            classname="",
        ),
        TextColumn("customer", label=_("Customer"), accessor=lambda row: buyer_name(row.order), classname="wide"),
        TagColumn("state", label=_("State")),
        MomentColumn("requested_at", label=_("Announced"), sort_key="requested_at"),
        MomentColumn("received_at", label=_("Received")),
        TextColumn("credit_note", label=_("Credit note")),
    )
    list_export = ("number", "order", "state", "requested_at", "received_at", "credit_note")


def viewsets() -> list[Any]:
    """Return the lists of this file."""
    return [OrderList(), ShipmentList(), ReturnList()]
