"""The menu as a merchant thinks: by what they work on. What a person has no right for is not shown."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import Menu, MenuItem, SubmenuMenuItem
from wagtail.admin.search import SearchArea

# label, address (a URL name, perhaps with a query), permission
Entry = tuple[Any, str, str]
GROUPS: tuple[tuple[Any, str, str, tuple[Entry, ...]], ...] = (
    (_("Orders"), "orders", "clipboard-list", (
        (_("Orders"), "staff_orders:index", "orders.view_order"),
        (_("Pick lists and shipments"), "staff_shipments:index", "fulfillment.view_shipment"),
        (_("Returns"), "staff_returns:index", "returns.view_return"),
    )),
    (_("Customers"), "customers", "group", (
        (_("Companies"), "staff_customers:index?kind=business", "customers.view_customer"),
        (_("Private customers"), "staff_customers:index?kind=consumer", "customers.view_customer"),
        (_("Members"), "staff_members:index", "customers.view_membership"),
        (_("Addresses"), "staff_addresses:index", "customers.view_address"),
        (_("Agreements"), "staff_agreements:index", "agreements.view_agreement"),
        (_("Exemption certificates"), "staff_certificates:index", "tax.view_exemptioncertificate"),
        (_("Segments"), "staff_segments:index", "customers.view_segment"),
    )),
    (_("Catalog"), "catalog", "tag", (
        (_("Products"), "staff_products:index", "catalog.view_product"),
        (_("Articles (SKU)"), "staff_variants:index", "catalog.view_variant"),
        (_("Documents"), "staff_library:index", "catalog.view_document"),
        (_("Categories"), "staff_categories:index", "catalog.view_category"),
        (_("Brands"), "staff_brands:index", "catalog.view_brand"),
        (_("Families"), "staff_families:index", "catalog.view_family"),
        (_("Attributes"), "staff_attributes:index", "catalog.view_attribute"),
        (_("Attribute groups"), "staff_attribute_groups:index", "catalog.view_attributegroup"),
        (_("Pictures by article number"), "backoffice:picture_archive", "catalog.change_product"),
        (_("Selectors"), "staff_selectors:index", "catalog.view_selector"),
        (_("Owners of fields"), "backoffice:field_owners", "imports.view_fieldowner"),
        (_("Size guides"), "staff_size_guides:index", "catalog.view_sizeguide"),
        (_("Assortments"), "staff_assortments:index", "catalog.view_assortment"),
        (_("Channels"), "staff_channels:index", "catalog.view_channel"),
        (_("What products must have"), "staff_requirements:index", "catalog.view_requirement"),
        (_("Work lists"), "backoffice:work_lists", "catalog.view_product"),
        (_("Imports and exports"), "staff_imports:index", "imports.view_importrun"),
    )),
    (_("Prices"), "prices", "decimal", (
        (_("Price lists"), "staff_price_lists:index", "pricing.view_pricelist"),
        (_("Costs"), "staff_cost_lists:index", "pricing.view_costlist"),
        (_("Discounts"), "staff_discounts:index", "pricing.view_discount"),
        (_("Campaigns"), "staff_campaigns:index", "pricing.view_campaign"),
        (_("Why this price?"), "backoffice:price_check", "pricing.view_price"),
    )),
    (_("Stock"), "stock", "grid", (
        (_("Stock"), "staff_stock:index", "inventory.view_stockitem"),
        (_("Count"), "backoffice:count", "inventory.change_stockitem"),
        (_("Locations"), "staff_locations:index", "inventory.view_location"),
    )),
    (_("Invoices"), "invoices", "doc-full", (
        (_("Invoices"), "staff_invoices:index", "invoicing.view_invoice"),
        (_("Open items"), "staff_open_items:index?show=open", "receivables.view_openitem"),
        (_("Pay in by bank"), "backoffice:pay_in", "receivables.add_receivableentry"),
        (_("Ledger"), "staff_ledger:index", "receivables.view_receivableentry"),
    )),
    (_("Content"), "content", "edit", (
        (_("Home pages"), "staff_home_pages:index", "content.view_homecontent"),
        (_("Guides and pages"), "staff_articles:index", "content.view_article"),
        (_("Images"), "wagtailimages:index", "wagtailimages.view_image"),
        (_("Documents"), "wagtaildocs:index", "wagtaildocs.view_document"),
    )),
    (_("Search"), "search", "search", (
        (_("What people search for"), "backoffice:search_report", "search.view_searchtally"),
        (_("Merchandising"), "staff_merchandising:index", "search.view_merchandising"),
        (_("Synonyms"), "staff_synonyms:index", "search.view_synonym"),
        (_("Redirects"), "staff_redirects:index", "search.view_redirect"),
        (_("See a search as somebody"), "backoffice:search_preview", "search.view_merchandising"),
    )),
    (_("Settings"), "settings", "cogs", (
        (_("Markets"), "staff_markets:index", "markets.view_market"),
        (_("Payment terms"), "staff_payment_terms:index", "markets.view_paymentterm"),
        (_("Tax rates"), "staff_tax_rates:index", "tax.view_taxrate"),
        (_("Tax classes"), "staff_tax_classes:index", "tax.view_taxclass"),
        (_("Delivery methods"), "staff_delivery_methods:index", "delivery.view_deliverymethod"),
        (_("Staff and roles"), "backoffice:staff", "auth.change_group"),
        (_("People"), "staff_people:index", "identity.view_person"),
        (_("API keys"), "staff_api_keys:index", "identity.view_apikey"),
        (_("Mails"), "staff_mails:index", "output.view_sentmail"),
        (_("Jobs"), "staff_jobs:index", "procrastinate.view_procrastinatejob"),
        (_("Events"), "staff_events:index", "events.view_outboxevent"),
        (_("Audit trail"), "staff_audit:index", "audit.view_auditentry"),
    )),
)  # fmt: skip
# What Wagtail brings for sites made of pages; the shop's pages have their own place under Content.
HIDDEN = {"explorer", "images", "documents", "snippets", "reports", "settings", "help", "wagtail-settings"}


def resolve(address: str) -> str:
    """Return the address of a URL name with an optional query."""
    name, _mark, query = address.partition("?")
    return reverse(name) + (f"?{query}" if query else "")


class RightItem(MenuItem):
    """An entry for those who hold a permission."""

    def __init__(self, label: Any, address: str, permission: str, order: int) -> None:
        super().__init__(label, resolve(address), name=address.replace(":", "-").replace("?", "-"), order=order)
        self.permission = permission

    def is_shown(self, request: HttpRequest) -> bool:
        return bool(request.user.has_perm(self.permission))


def menu_groups() -> Sequence[MenuItem]:
    """Return the groups of the main menu."""
    return [
        SubmenuMenuItem(
            label,
            Menu(items=[RightItem(*entry, order=place) for place, entry in enumerate(entries)]),
            name=f"truso-{name}",
            icon_name=icon,
            order=100 + place,
        )
        for place, (label, name, icon, entries) in enumerate(GROUPS)
    ]


class RightSearch(SearchArea):
    """A place to search from the menu, for those who hold a permission."""

    def __init__(self, label: Any, address: str, permission: str, order: int) -> None:
        super().__init__(label, resolve(address), name=f"truso-{order}", icon_name="search", order=order)
        self.permission = permission

    def is_shown(self, request: HttpRequest) -> bool:
        return bool(request.user.has_perm(self.permission))


SEARCHES = (
    (_("Orders"), "staff_orders:index", "orders.view_order"),
    (_("Products"), "staff_products:index", "catalog.view_product"),
    (_("Customers"), "staff_customers:index", "customers.view_customer"),
    (_("Invoices"), "staff_invoices:index", "invoicing.view_invoice"),
)


def search_areas() -> list[SearchArea]:
    """Return where the menu's search looks: the first one the person may see comes first."""
    return [RightSearch(*entry, order=place) for place, entry in enumerate(SEARCHES)]
