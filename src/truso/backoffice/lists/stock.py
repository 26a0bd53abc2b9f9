"""Lists of stock and locations."""

from __future__ import annotations

from typing import Any

import django_filters
from django import forms
from django.db.models import F, QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.filters import WagtailFilterSet

from truso.backoffice.columns import FlagColumn, LinkColumn, NumberColumn, TextColumn
from truso.backoffice.listing import Editing, Listing, ListView, find_by
from truso.backoffice.lists.catalog import name_of, named
from truso.backoffice.lists.found import variant_ids
from truso.modules.inventory.models import Location, StockItem


class StockListView(ListView):
    """Balances with the names of the articles."""

    def get_base_queryset(self) -> QuerySet[Any]:
        rows = super().get_base_queryset()
        return named(rows.annotate(available=F("on_hand") - F("reserved")), "variant__product_id")


class StockFilter(WagtailFilterSet):
    """What stock is filtered by."""

    location = django_filters.ModelChoiceFilter(label=_("Location"), queryset=Location.objects.all())
    show = django_filters.ChoiceFilter(
        label=_("Show"),
        choices=[("none", _("Nothing available")), ("reserved", _("With reservations"))],
        method="by_state",
    )

    class Meta:
        model = StockItem
        fields = ["location"]

    def by_state(self, rows: QuerySet[StockItem], _name: str, value: str) -> QuerySet[StockItem]:
        return rows.filter(on_hand=F("reserved")) if value == "none" else rows.filter(reserved__gt=0)


class StockList(Listing):
    """What lies where, and how much of it is promised."""

    model = StockItem
    name = "stock"
    icon = "grid"
    index_view_class = StockListView
    finder = staticmethod(lambda rows, words: rows.filter(variant_id__in=variant_ids(words)))
    filterset_class = StockFilter
    related = ("variant", "location")
    ordering = "variant_id"
    quick_views = (
        (_("All"), ""),
        (_("Nothing available"), "show=none"),
        (_("With reservations"), "show=reserved"),
    )
    list_display = (
        LinkColumn("sku", lambda row: reverse("backoffice:stock_count", args=[row.pk]), label=_("Article"),
                   accessor="variant.sku"),
        TextColumn("name", accessor=name_of, label=_("Product"), classname="wide"),
        TextColumn("location", label=_("Location")),
        NumberColumn("on_hand", label=_("On hand"), sort_key="on_hand"),
        NumberColumn("reserved", label=_("Reserved"), sort_key="reserved"),
        NumberColumn("available", label=_("Available")),
    )  # fmt: skip
    list_export = ("variant.sku", "location", "on_hand", "reserved")


class LocationForm(forms.ModelForm):  # type: ignore[type-arg]
    """A warehouse or store."""

    class Meta:
        model = Location
        fields = ["code", "name", "city", "country", "priority", "is_active"]


class LocationList(Editing):
    """Warehouses and stores."""

    model = Location
    name = "locations"
    icon = "site"
    form = LocationForm
    finder = find_by("code", "name", "city")
    ordering = "priority"
    list_display = (
        LinkColumn("name", lambda row: reverse("staff_locations:edit", args=[row.pk]), label=_("Name")),
        TextColumn("code", label=_("Code")),
        TextColumn("city", label=_("City")),
        NumberColumn("priority", label=pgettext_lazy("sequence", "Order"), sort_key="priority"),
        FlagColumn("is_active", label=_("Active")),
    )


def viewsets() -> list[Any]:
    """Return the lists of this file."""
    return [StockList(), LocationList()]
