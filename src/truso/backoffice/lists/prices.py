"""Lists of price lists, prices and discounts."""

from __future__ import annotations

from typing import Any

import django_filters
from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet

from truso.backoffice.columns import (
    DayColumn,
    FlagColumn,
    LinkColumn,
    NumberColumn,
    TagColumn,
    TextColumn,
)
from truso.backoffice.listing import Editing, find_by
from truso.backoffice.lists.found import customer_ids
from truso.backoffice.lists.price_forms import OFFERED_KINDS, CostListForm, DiscountForm, PriceListForm
from truso.backoffice.words import language
from truso.modules.output.formats import format_typed
from truso.modules.pricing.models import CostList, Discount, PriceList


class PriceListFilter(WagtailFilterSet):
    """What price lists are filtered by."""

    kind = django_filters.ChoiceFilter(label=_("Kind"), choices=OFFERED_KINDS)
    is_active = django_filters.BooleanFilter(label=_("Active"))

    class Meta:
        model = PriceList
        fields = ["kind", "is_active"]


def find_lists(rows: QuerySet[PriceList], words: str) -> QuerySet[PriceList]:
    """Find lists by code, name or customer."""
    return rows.filter(Q(code__icontains=words) | Q(names__icontains=words) | Q(customer_id__in=customer_ids(words)))


def basis_text(row: PriceList) -> str:
    """Return what a list makes of the list price or the cost where it has no price of its own."""
    if not row.basis or row.percent is None:
        return ""
    percent = format_typed(row.percent, language())
    if row.basis == PriceList.Basis.LIST:
        return gettext("list price − %(percent)s %%") % {"percent": percent}
    return gettext("cost + %(percent)s %%") % {"percent": percent}


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
        TextColumn("basis", accessor=basis_text, label=_("Else")),
        FlagColumn("is_active", label=_("Active")),
        LinkColumn("edit", lambda row: reverse("staff_price_lists:edit", args=[row.pk]), label="", classname="",
                   accessor=lambda row: _("Edit")),
    )  # fmt: skip
    list_export = ("code", "kind", "currency", "market", "segment", "customer", "valid_from", "valid_to", "is_active")


class CostListList(Editing):
    """What goods cost the house."""

    model = CostList
    name = "cost-lists"
    icon = "decimal"
    form = CostListForm
    finder = find_by("code", "names")
    related = ("location",)
    ordering = "code"
    list_display = (
        LinkColumn("name", lambda row: reverse("backoffice:prices", args=[row.uuid]), label=_("Name"), accessor=str),
        TextColumn("code", label=_("Code"), sort_key="code"),
        TextColumn("location", label=_("Warehouse")),
        TextColumn("currency", label=_("Currency")),
        DayColumn("valid_from", label=_("From")),
        DayColumn("valid_to", label=pgettext_lazy("end of validity", "Before")),
        FlagColumn("is_active", label=_("Active")),
        LinkColumn("edit", lambda row: reverse("staff_cost_lists:edit", args=[row.pk]), label="", classname="",
                   accessor=lambda row: _("Edit")),
    )  # fmt: skip


def find_discounts(rows: QuerySet[Discount], words: str) -> QuerySet[Discount]:
    """Find discounts by name or customer."""
    return rows.filter(Q(name__icontains=words) | Q(customer_id__in=customer_ids(words)))


class DiscountList(Editing):
    """Percentages and amounts off the list price."""

    model = Discount
    name = "discounts"
    icon = "decimal"
    form = DiscountForm
    can_delete = True
    related = ("customer", "segment", "category", "brand", "family")
    finder = staticmethod(find_discounts)
    list_filter = ("segment", "brand")
    ordering = "-id"
    list_display = (
        LinkColumn("whom", lambda row: reverse("staff_discounts:edit", args=[row.pk]), label=_("For"),
                   accessor=lambda row: str(row.customer or row.segment)),
        TextColumn("name", label=_("Name")),
        NumberColumn("percent", label=_("Percent"), sort_key="percent"),
        NumberColumn("amount", label=_("Amount")),
        TextColumn("category", label=_("Category")),
        TextColumn("brand", label=_("Brand")),
        TextColumn("family", label=_("Product line")),
        NumberColumn("products", accessor=lambda row: len(row.product_ids) or None, label=_("Products")),
        FlagColumn("stacks", label=_("Stacks")),
        DayColumn("valid_from", label=_("From")),
        DayColumn("valid_to", label=pgettext_lazy("end of validity", "Before")),
    )  # fmt: skip
    list_export = (
        "customer",
        "segment",
        "category",
        "brand",
        "family",
        "name",
        "percent",
        "amount",
        "currency",
        "stacks",
        "valid_from",
        "valid_to",
    )


def viewsets() -> list[Any]:
    """Return the lists of this file."""
    return [PriceListList(), CostListList(), DiscountList()]
