"""Lists of price lists, prices, discounts and campaigns."""

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
    NumberColumn,
    TagColumn,
    TextColumn,
)
from truso.backoffice.listing import Editing, find_by
from truso.backoffice.lists.found import customer_ids
from truso.backoffice.lists.price_forms import CampaignForm, DiscountForm, PriceListForm
from truso.modules.pricing.models import Campaign, Discount, PriceList


class PriceListFilter(WagtailFilterSet):
    """What price lists are filtered by."""

    kind = django_filters.ChoiceFilter(label=_("Kind"), choices=PriceList.Kind.choices)
    is_active = django_filters.BooleanFilter(label=_("Active"))

    class Meta:
        model = PriceList
        fields = ["kind", "is_active"]


def find_lists(rows: QuerySet[PriceList], words: str) -> QuerySet[PriceList]:
    """Find lists by code, name or customer."""
    return rows.filter(Q(code__icontains=words) | Q(names__icontains=words) | Q(customer_id__in=customer_ids(words)))


class PriceListList(Editing):
    """Sets of prices."""

    model = PriceList
    name = "price-lists"
    icon = "decimal"
    form = PriceListForm
    finder = staticmethod(find_lists)
    filterset_class = PriceListFilter
    related = ("market", "segment", "customer")
    ordering = "code"
    quick_views = (
        (_("All"), ""),
        (_("List prices"), "kind=market"),
        (_("Segments"), "kind=segment"),
        (_("Contracts"), "kind=contract"),
    )
    list_display = (
        LinkColumn("name", lambda row: reverse("backoffice:prices", args=[row.uuid]), label=_("Name"), accessor=str),
        TextColumn("code", label=_("Code"), sort_key="code"),
        TagColumn("kind", label=_("Kind")),
        TextColumn("whom", accessor=lambda row: row.customer or row.segment or row.market or "", label=_("For")),
        TextColumn("currency", label=_("Currency")),
        DayColumn("valid_from", label=_("From")),
        DayColumn("valid_to", label=pgettext_lazy("end of validity", "Before")),
        FlagColumn("is_active", label=_("Active")),
        LinkColumn("edit", lambda row: reverse("staff_price_lists:edit", args=[row.pk]), label="", classname="",
                   accessor=lambda row: _("Edit")),
    )  # fmt: skip
    list_export = ("code", "kind", "currency", "market", "segment", "customer", "valid_from", "valid_to", "is_active")


class DiscountList(Editing):
    """Percentages off the list price."""

    model = Discount
    name = "discounts"
    icon = "decimal"
    form = DiscountForm
    can_delete = True
    related = ("customer", "segment", "category", "brand")
    finder = staticmethod(lambda rows, words: rows.filter(customer_id__in=customer_ids(words)))
    list_filter = ("segment", "brand")
    ordering = "-id"
    list_display = (
        LinkColumn("whom", lambda row: reverse("staff_discounts:edit", args=[row.pk]), label=_("For"),
                   accessor=lambda row: str(row.customer or row.segment)),
        NumberColumn("percent", label=_("Percent"), sort_key="percent"),
        TextColumn("category", label=_("Category")),
        TextColumn("brand", label=_("Brand")),
        DayColumn("valid_from", label=_("From")),
        DayColumn("valid_to", label=pgettext_lazy("end of validity", "Before")),
    )  # fmt: skip
    list_export = ("customer", "segment", "category", "brand", "percent", "valid_from", "valid_to")


class CampaignList(Editing):
    """Reductions by the clock."""

    model = Campaign
    name = "campaigns"
    icon = "date"
    form = CampaignForm
    related = ("market", "category")
    finder = find_by("code", "names")
    list_filter = ("market", "is_active")
    ordering = "-starts_at"
    list_display = (
        LinkColumn("name", lambda row: reverse("staff_campaigns:edit", args=[row.pk]), label=_("Name"), accessor=str),
        TextColumn("market", label=_("Market")),
        NumberColumn("percent", label=_("Percent off")),
        TextColumn("category", label=_("Category")),
        MomentColumn("starts_at", label=_("Starts"), sort_key="starts_at"),
        MomentColumn("ends_at", label=_("Ends"), sort_key="ends_at"),
        FlagColumn("for_businesses", label=_("Companies too")),
        FlagColumn("is_active", label=_("Active")),
    )


def viewsets() -> list[Any]:
    """Return the lists of this file."""
    return [PriceListList(), DiscountList(), CampaignList()]
