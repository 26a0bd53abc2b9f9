"""Lists of customers, people, members, addresses, segments and agreements."""

from __future__ import annotations

from typing import Any

import django_filters
from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.filters import WagtailFilterSet

from truso.backoffice.columns import (
    DayColumn,
    FlagColumn,
    LinkColumn,
    MomentColumn,
    MoneyColumn,
    NumberColumn,
    TagColumn,
    TextColumn,
)
from truso.backoffice.listing import Editing, Listing, find_by
from truso.backoffice.lists.customer_forms import AddressForm, AgreementForm, CustomerForm, MemberForm, SegmentForm
from truso.backoffice.lists.found import customer_ids
from truso.backoffice.words import language, roles_text
from truso.kernel.texts import in_language
from truso.modules.agreements.models import Agreement
from truso.modules.customers.models import Address, Customer, Membership, Segment
from truso.modules.identity.models import Person
from truso.modules.markets.models import Market


class CustomerFilter(WagtailFilterSet):
    """What customers are filtered by."""

    kind = django_filters.ChoiceFilter(label=_("Kind"), choices=Customer.Kind.choices)
    market = django_filters.ModelChoiceFilter(label=_("Market"), queryset=Market.objects.all())
    segments = django_filters.ModelChoiceFilter(label=_("Segment"), queryset=Segment.objects.all())
    is_blocked = django_filters.BooleanFilter(label=_("Blocked"))

    class Meta:
        model = Customer
        fields = ["kind", "market", "segments", "is_blocked"]


def customer_url(customer: Customer) -> str:
    """Return the address of a customer's page."""
    return reverse("backoffice:customer", args=[customer.uuid])


class CustomerList(Editing):
    """Companies and private customers."""

    model = Customer
    name = "customers"
    icon = "group"
    finder = staticmethod(lambda rows, words: rows.filter(pk__in=customer_ids(words)))
    filterset_class = CustomerFilter
    related = ("market", "payment_term")
    ordering = "name"
    form = CustomerForm
    quick_views = (
        (_("All"), ""),
        (_("Companies"), f"kind={Customer.Kind.BUSINESS}"),
        (_("Private customers"), f"kind={Customer.Kind.CONSUMER}"),
        (_("Blocked"), "is_blocked=true"),
    )
    list_display = (
        LinkColumn("name", customer_url, label=_("Name"), sort_key="name"),
        TextColumn("number", label=_("Number"), sort_key="number"),
        TagColumn("kind", label=_("Kind")),
        TextColumn("organization_number", label=_("Organization number")),
        TextColumn("market", label=_("Market")),
        TextColumn("payment_term", label=_("Payment term")),
        FlagColumn("invoice_allowed", label=_("On invoice")),
        MoneyColumn("credit_limit", currency="market.currency", label=_("Credit limit"), sort_key="credit_limit"),
        FlagColumn("is_blocked", label=_("Blocked")),
    )
    list_export = ("number", "name", "kind", "organization_number", "vat_number", "email", "phone", "market",
                   "payment_term", "credit_limit", "is_blocked", "created_at")  # fmt: skip


class PersonFilter(WagtailFilterSet):
    """What people are filtered by."""

    is_staff = django_filters.BooleanFilter(label=_("Staff"))
    is_active = django_filters.BooleanFilter(label=_("Active"))

    class Meta:
        model = Person
        fields = ["is_staff", "is_active"]


def find_people(rows: QuerySet[Person], words: str) -> QuerySet[Person]:
    """Find people by e-mail address or names."""
    found = Q(email__istartswith=words)
    for word in words.split()[:3]:
        found |= Q(first_name__istartswith=word) | Q(last_name__istartswith=word)
    return rows.filter(found)


class PersonList(Listing):
    """Everybody who can sign in."""

    model = Person
    name = "people"
    icon = "user"
    finder = staticmethod(find_people)
    filterset_class = PersonFilter
    ordering = "last_name"
    quick_views = ((_("All"), ""), (_("Staff"), "is_staff=true"), (_("Closed"), "is_active=false"))
    list_display = (
        LinkColumn("name", lambda row: reverse("backoffice:person", args=[row.uuid]), label=_("Name"), accessor=str),
        TextColumn("email", label=_("E-mail address"), sort_key="email", classname="wide"),
        TextColumn("phone", label=_("Phone")),
        TextColumn("language", label=_("Language")),
        FlagColumn("is_staff", label=_("Staff")),
        FlagColumn("is_active", label=_("Active")),
        MomentColumn("last_login", label=_("Last sign-in"), sort_key="last_login"),
    )
    list_export = ("email", "first_name", "last_name", "phone", "language", "is_staff", "is_active", "date_joined")


class MemberList(Editing):
    """Who buys for which company, in which roles."""

    model = Membership
    name = "members"
    icon = "group"
    form = MemberForm
    related = ("customer", "customer__market", "person")
    finder = staticmethod(
        lambda rows, words: rows.filter(Q(customer_id__in=customer_ids(words)) | Q(person__email__istartswith=words))
    )
    list_filter = ("is_active",)
    ordering = "-id"
    list_display = (
        LinkColumn("person", lambda row: reverse("staff_members:edit", args=[row.pk]), label=_("Person")),
        TextColumn("email", accessor="person.email", label=_("E-mail address")),
        LinkColumn("customer", lambda row: customer_url(row.customer), label=_("Customer"), classname="wide"),
        TextColumn("roles", accessor=lambda row: roles_text(row.roles), label=_("Roles")),
        MoneyColumn("order_limit", "customer.market.currency", label=_("Limit per order")),
        FlagColumn("is_active", label=_("Active")),
    )


class AddressList(Editing):
    """Where customers have goods and invoices sent."""

    model = Address
    name = "addresses"
    icon = "home"
    form = AddressForm
    related = ("customer",)
    finder = staticmethod(
        lambda rows, words: rows.filter(
            Q(customer_id__in=customer_ids(words)) | Q(postcode=words) | Q(city__istartswith=words)
        )
    )
    ordering = "-id"
    list_display = (
        LinkColumn(
            "name", lambda row: reverse("staff_addresses:edit", args=[row.pk]), label=_("Address"), accessor=str
        ),
        LinkColumn("customer", lambda row: customer_url(row.customer), label=_("Customer")),
        FlagColumn("is_delivery", label=_("Deliveries")),
        FlagColumn("is_billing", label=_("Invoices")),
        FlagColumn("is_active", label=_("Active")),
    )


class SegmentList(Editing):
    """Groups of customers."""

    model = Segment
    name = "segments"
    icon = "tag"
    form = SegmentForm
    finder = find_by("code", "names")
    ordering = "code"
    list_display = (
        LinkColumn("code", lambda row: reverse("staff_segments:edit", args=[row.pk]), label=_("Code")),
        TextColumn("names", accessor=lambda row: in_language(row.names, language()) or row.code, label=_("Name")),
    )


class AgreementFilter(WagtailFilterSet):
    """What agreements are filtered by."""

    state = django_filters.ChoiceFilter(label=_("State"), choices=Agreement.State.choices)

    class Meta:
        model = Agreement
        fields = ["state"]


class AgreementList(Editing):
    """Frame agreements with companies."""

    model = Agreement
    name = "agreements"
    icon = "doc-full"
    form = AgreementForm
    related = ("customer", "payment_term", "price_list")
    filterset_class = AgreementFilter
    finder = staticmethod(
        lambda rows, words: rows.filter(
            Q(number__istartswith=words) | Q(title__icontains=words) | Q(customer_id__in=customer_ids(words))
        )
    )
    ordering = "-valid_from"
    quick_views = (
        (_("All"), ""),
        (_("Drafts"), f"state={Agreement.State.DRAFT}"),
        (_("Sent"), f"state={Agreement.State.SENT}"),
        (_("In force"), f"state={Agreement.State.ACTIVE}"),
    )
    list_display = (
        LinkColumn("number", lambda row: reverse("backoffice:agreement", args=[row.uuid]), label=_("Agreement")),
        NumberColumn("version", label=_("Version")),
        TextColumn("title", label=_("Title"), classname="wide"),
        LinkColumn("customer", lambda row: customer_url(row.customer), label=_("Customer"), classname=""),
        TagColumn("state", label=_("State")),
        DayColumn("valid_from", label=_("From"), sort_key="valid_from"),
        DayColumn("valid_to", label=pgettext_lazy("end of validity", "Before"), sort_key="valid_to"),
        TextColumn("price_list", label=_("Contract prices")),
        TextColumn("payment_term", label=_("Payment term")),
    )
    list_export = (
        "number",
        "version",
        "title",
        "customer",
        "state",
        "valid_from",
        "valid_to",
        "price_list",
        "payment_term",
    )


def viewsets() -> list[Any]:
    """Return the lists of this file."""
    return [CustomerList(), PersonList(), MemberList(), AddressList(), SegmentList(), AgreementList()]
