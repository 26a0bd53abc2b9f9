"""Lists of invoices, open items and booked payments."""

from __future__ import annotations

from typing import Any

import django_filters
from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext, pgettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet

from truso.backoffice.columns import DayColumn, LinkColumn, MoneyColumn, TagColumn, TextColumn
from truso.backoffice.listing import Listing
from truso.backoffice.lists.found import customer_ids
from truso.backoffice.times import staff_today
from truso.modules.invoicing.models import Invoice
from truso.modules.orders.words import payment_method_name
from truso.modules.receivables.models import OpenItem, ReceivableEntry


def invoice_url(invoice: Invoice) -> str:
    """Return the address of an invoice's page."""
    return reverse("backoffice:invoice", args=[invoice.uuid])


class InvoiceFilter(WagtailFilterSet):
    """What invoices are filtered by."""

    kind = django_filters.ChoiceFilter(label=_("Kind"), choices=Invoice.Kind.choices)
    issued_on = django_filters.DateFromToRangeFilter(label=_("Issued"), widget=DateRangePickerWidget)
    customer = django_filters.NumberFilter(label=_("Customer"), field_name="customer_id")

    class Meta:
        model = Invoice
        fields = ["kind", "issued_on"]


def find_invoices(rows: QuerySet[Invoice], words: str) -> QuerySet[Invoice]:
    """Find invoices by number, payment reference, order or customer."""
    code = words.replace(" ", "").upper()
    found = Q(number__startswith=code) | Q(payment_reference=code) | Q(order__number=code)
    return rows.filter(found | Q(customer_id__in=customer_ids(words)))


class InvoiceList(Listing):
    """Documents of the books."""

    model = Invoice
    name = "invoices"
    icon = "doc-full"
    finder = staticmethod(find_invoices)
    filterset_class = InvoiceFilter
    related = ("customer", "order", "open_item")
    deferred = ("document",)
    ordering = "-issued_on"
    quick_views = (
        (_("All"), ""),
        (_("Invoices"), "kind=invoice"),
        (_("Credit notes"), "kind=credit_note"),
    )
    list_display = (
        LinkColumn("number", invoice_url, label=_("Number"), sort_key="number"),
        TagColumn("kind", label=_("Kind")),
        DayColumn("issued_on", label=_("Issued"), sort_key="issued_on"),
        DayColumn("due_on", label=_("Due"), sort_key="due_on"),
        TextColumn("customer", accessor=lambda row: row.customer or row.order.contact_name, label=_("Customer"),
                   classname="wide"),
        TextColumn("order", label=_("Order")),
        TextColumn("payment_reference", label=_("Payment reference")),
        MoneyColumn("gross", label=_("Total"), sort_key="gross"),
        MoneyColumn("open", accessor="open_item.open_amount", label=_("Open")),
    )  # fmt: skip
    list_export = ("number", "kind", "issued_on", "due_on", "customer", "order", "payment_reference", "currency", "net",
                   "tax", "gross")  # fmt: skip


class OpenItemFilter(WagtailFilterSet):
    """What open items are filtered by."""

    show = django_filters.ChoiceFilter(
        label=_("Show"),
        choices=[("open", _("Open")), ("overdue", _("Overdue")), ("credit", _("Credit left"))],
        method="by_state",
    )
    due_on = django_filters.DateFromToRangeFilter(label=_("Due"), widget=DateRangePickerWidget)
    customer = django_filters.NumberFilter(label=_("Customer"), field_name="customer_id")

    class Meta:
        model = OpenItem
        fields = ["due_on"]

    def by_state(self, rows: QuerySet[OpenItem], _name: str, value: str) -> QuerySet[OpenItem]:
        rows = rows.exclude(open_amount=0)
        if value == "overdue":
            return rows.filter(open_amount__gt=0, due_on__lt=staff_today())
        return rows.filter(open_amount__lt=0) if value == "credit" else rows


def due_state(item: OpenItem) -> str:
    """Return whether an item is overdue, due later, or settled."""
    if item.open_amount <= 0:
        return "paid" if item.open_amount == 0 else "credited"
    return "overdue" if item.due_on < staff_today() else "open"


def due_text(item: OpenItem) -> str:
    """Return the state of an item in words."""
    words = {
        "paid": gettext("Settled"),
        "credited": pgettext("state of an item", "Credit"),
        "overdue": gettext("Overdue"),
    }
    return words.get(due_state(item), gettext("Not due yet"))


class OpenItemList(Listing):
    """Who owes what, the oldest first."""

    model = OpenItem
    name = "open-items"
    title = _("Open items")
    icon = "time"
    finder = staticmethod(
        lambda rows, words: rows.filter(
            Q(invoice__number__startswith=words.upper()) | Q(customer_id__in=customer_ids(words))
        )
    )
    filterset_class = OpenItemFilter
    related = ("invoice", "customer", "invoice__order")
    deferred = ("invoice__document",)
    ordering = "due_on"
    quick_views = (
        (_("Open"), "show=open"),
        (_("Overdue"), "show=overdue"),
        (_("Credit left"), "show=credit"),
        (_("All"), ""),
    )
    list_display = (
        LinkColumn("invoice", lambda row: invoice_url(row.invoice), label=_("Document")),
        TextColumn("customer", accessor=lambda row: row.customer or row.invoice.order.contact_name,
                   label=_("Customer"), classname="wide"),
        DayColumn("due_on", label=_("Due"), sort_key="due_on"),
        TagColumn("due", code=due_state, accessor=due_text, label=_("State")),
        MoneyColumn("amount", label=_("Amount"), sort_key="amount"),
        MoneyColumn("open_amount", label=_("Open"), sort_key="open_amount"),
        LinkColumn("pay", lambda row: f"{reverse('backoffice:pay_in')}?q={row.invoice.number}", label="", classname="",
                   accessor=lambda row: _("Register payment") if row.open_amount > 0 else None),
    )  # fmt: skip
    list_export = ("invoice", "customer", "due_on", "currency", "amount", "open_amount")


class EntryFilter(WagtailFilterSet):
    """What the ledger is filtered by."""

    kind = django_filters.ChoiceFilter(label=_("Kind"), choices=ReceivableEntry.Kind.choices)
    booked_on = django_filters.DateFromToRangeFilter(label=_("Booked"), widget=DateRangePickerWidget)

    class Meta:
        model = ReceivableEntry
        fields = ["kind", "booked_on"]


class EntryList(Listing):
    """The customers' ledger, as booked."""

    model = ReceivableEntry
    name = "ledger"
    icon = "list-ol"
    finder = staticmethod(
        lambda rows, words: rows.filter(Q(external_id=words) | Q(customer_id__in=customer_ids(words)))
    )
    filterset_class = EntryFilter
    related = ("customer", "invoice")
    deferred = ("invoice__document",)
    ordering = "-id"
    quick_views = ((_("All"), ""), (_("Payments"), "kind=payment"), (_("Paid back"), "kind=refund"))
    list_display = (
        DayColumn("booked_on", label=_("Booked")),
        TagColumn("kind", label=_("Kind")),
        TextColumn("customer", label=_("Customer"), classname="wide"),
        TextColumn("invoice", label=_("Document")),
        TextColumn(
            "method", label=_("Method"), accessor=lambda row: payment_method_name(row.method) if row.method else ""
        ),
        TextColumn("external_id", label=_("Bank reference")),
        MoneyColumn("amount", label=_("Amount")),
    )
    list_export = ("booked_on", "kind", "customer", "invoice", "method", "external_id", "currency", "amount")


def viewsets() -> list[Any]:
    """Return the lists of this file."""
    return [InvoiceList(), OpenItemList(), EntryList()]
