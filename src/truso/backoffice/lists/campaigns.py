"""The list of campaigns."""

from __future__ import annotations

from typing import Any

import django_filters
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet

from truso.backoffice.columns import FlagColumn, LinkColumn, MomentColumn, NumberColumn, TagColumn, TextColumn
from truso.backoffice.listing import Editing, find_by
from truso.backoffice.lists.campaign_forms import CampaignForm
from truso.backoffice.words import language
from truso.modules.markets.models import Market
from truso.modules.output.formats import format_money, format_typed
from truso.modules.pricing.models import Campaign


def campaign_text(row: Campaign) -> str:
    """Say in short what a campaign gives."""
    kind, currency = row.kind, row.market.currency
    off = ""
    if row.percent is not None:
        off = f"−{format_typed(row.percent, language())}\u00a0%"
    elif row.amount is not None:
        sign = "" if kind in {Campaign.Kind.FIXED, Campaign.Kind.SET} else "−"
        off = f"{sign}{format_money(row.amount, currency, language(), with_currency=True)}"
    if kind == Campaign.Kind.MULTIPLE:
        off = gettext("%(buy)s for %(pay)s") % {"buy": row.buy, "pay": row.pay}
    elif kind == Campaign.Kind.FREIGHT:
        off = gettext("Free freight")
    elif kind == Campaign.Kind.GIFT and row.gift:
        off = gettext("Gift: %(sku)s") % {"sku": row.gift.sku}
    if not row.minimum:
        return off
    least = format_money(row.minimum, currency, language(), with_currency=True)
    return gettext("%(gives)s from %(amount)s") % {"gives": off, "amount": least}


class CampaignFilter(WagtailFilterSet):
    """What campaigns are filtered by."""

    market = django_filters.ModelChoiceFilter(label=_("Market"), queryset=Market.objects.all())
    kind = django_filters.ChoiceFilter(label=_("Kind"), choices=Campaign.Kind.choices)
    is_active = django_filters.BooleanFilter(label=_("Active"))

    class Meta:
        model = Campaign
        fields = ["market", "kind", "is_active"]


class CampaignList(Editing):
    """What is given by the clock."""

    model = Campaign
    name = "campaigns"
    icon = "date"
    form = CampaignForm
    related = ("market", "category", "brand", "gift")
    finder = find_by("code", "names", "coupon")
    filterset_class = CampaignFilter
    ordering = "-starts_at"
    list_display = (
        LinkColumn("name", lambda row: reverse("staff_campaigns:edit", args=[row.pk]), label=_("Name"), accessor=str),
        TextColumn("market", label=_("Market")),
        TagColumn("kind", label=_("Kind")),
        TextColumn("gives", accessor=campaign_text, label=_("Gives")),
        TextColumn("coupon", label=_("Code")),
        MomentColumn("starts_at", label=_("Starts"), sort_key="starts_at"),
        MomentColumn("ends_at", label=_("Ends"), sort_key="ends_at"),
        NumberColumn("used_count", accessor=lambda row: row.used_count or None, label=_("Used")),
        FlagColumn("is_active", label=_("Active")),
    )


def viewsets() -> list[Any]:
    """Return the lists of this file."""
    return [CampaignList()]
