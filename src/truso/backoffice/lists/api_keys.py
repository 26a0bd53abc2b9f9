"""The list of API keys: whose, for what, until when."""

from __future__ import annotations

from typing import Any

import django_filters
from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet

from truso.backoffice.columns import LinkColumn, MomentColumn, TagColumn, TextColumn
from truso.backoffice.listing import Listing, ListView
from truso.modules.customers.models import Customer
from truso.modules.identity.models import ApiKey
from truso.modules.identity.rules import Scope
from truso.platform import clock

SCOPE_NAMES = {
    Scope.CATALOG: _("Catalog and prices"),
    Scope.CART: _("Cart"),
    Scope.ORDERS: _("Orders"),
    Scope.INVOICES: _("Invoices"),
    Scope.DATA: _("Product data and imports, for staff"),
}


def key_state(key: ApiKey) -> str:
    """Return what a key is now: active, ended (revoked) or off (expired)."""
    if key.revoked_at:
        return "refused"
    return "off" if key.expires_at and key.expires_at <= clock.now() else "active"


def key_state_text(key: ApiKey) -> str:
    """Return what a key is now, in words."""
    return {"active": gettext("In use"), "refused": gettext("Revoked"), "off": gettext("Expired")}[key_state(key)]


def scopes_text(key: ApiKey) -> str:
    """Return what a key is for, in words."""
    return ", ".join(str(dict(SCOPE_NAMES).get(Scope(one), one)) if one in set(Scope) else one for one in key.scopes)


class ApiKeyFilter(WagtailFilterSet):
    """What keys are filtered by."""

    state = django_filters.ChoiceFilter(
        label=_("State"),
        choices=[("active", _("In use")), ("revoked", _("Revoked")), ("expired", _("Expired"))],
        method="by_state",
    )

    class Meta:
        model = ApiKey
        fields: list[str] = []

    def by_state(self, rows: QuerySet[ApiKey], _name: str, value: str) -> QuerySet[ApiKey]:
        if value == "revoked":
            return rows.filter(revoked_at__isnull=False)
        rows = rows.filter(revoked_at=None)
        now = clock.now()
        if value == "expired":
            return rows.filter(expires_at__lte=now)
        return rows.filter(Q(expires_at=None) | Q(expires_at__gt=now))


class ApiKeyListView(ListView):
    """Keys with the names of the customers they buy for."""

    def get_base_queryset(self) -> QuerySet[Any]:
        names = Customer.objects.filter(uuid=OuterRef("customer_uuid")).values("name")
        return super().get_base_queryset().annotate(customer_name=Subquery(names[:1]))

    def get_add_url(self) -> str | None:
        return reverse("backoffice:new_api_key") if self.user_has_permission("add") else None


class ApiKeyList(Listing):
    """Keys programs sign in with."""

    model = ApiKey
    name = "api-keys"
    icon = "key"
    index_view_class = ApiKeyListView
    finder = staticmethod(
        lambda rows, words: rows.filter(
            Q(name__istartswith=words) | Q(prefix__startswith=words) | Q(person__email__istartswith=words)
        )
    )
    filterset_class = ApiKeyFilter
    related = ("person",)
    ordering = "-id"
    quick_views = ((_("All"), ""), (_("In use"), "state=active"), (_("Revoked"), "state=revoked"))
    list_display = (
        LinkColumn("name", lambda row: reverse("backoffice:api_key", args=[row.uuid]), label=_("Name")),
        TextColumn("prefix", label=_("Begins with"), accessor=lambda row: f"{row.prefix}…", classname="code"),
        TextColumn("person", label=_("Person")),
        TextColumn("customer_name", label=_("Customer"), classname="wide"),
        TextColumn("scopes", label=_("May be used for"), accessor=scopes_text),
        TagColumn("state", code=key_state, accessor=key_state_text, label=_("State")),
        MomentColumn("expires_at", label=_("Expires"), sort_key="expires_at"),
        MomentColumn("last_used_at", label=_("Last used"), sort_key="last_used_at"),
    )
    list_export = ("name", "prefix", "person", "scopes", "created_at", "expires_at", "revoked_at", "last_used_at")


def viewsets() -> list[Any]:
    """Return the lists of this file."""
    return [ApiKeyList()]
