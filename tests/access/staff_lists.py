"""Which staff roles see and write which list of the back office. One line per list."""

from __future__ import annotations

from tests.access.kinds import DESCRIBING, IMPORTING, LOOKING, SELLING, StaffList, lists

STAFF_LISTS: dict[str, StaffList] = {
    "staff_orders": lists(*SELLING, "warehouse"),
    "staff_shipments": lists(*SELLING, "warehouse"),
    "staff_returns": lists(*SELLING, "warehouse"),
    "staff_customers": lists(*SELLING, writers=SELLING),
    "staff_people": lists(),
    "staff_members": lists(*SELLING, writers=("sales", "service")),
    "staff_addresses": lists(*SELLING, writers=("sales", "service")),
    "staff_segments": lists("marketing"),
    "staff_agreements": lists(*SELLING, writers=("sales",)),
    "staff_certificates": lists(*SELLING, writers=SELLING),
    "staff_products": lists(*LOOKING),
    "staff_variants": lists(*LOOKING),
    "staff_library": lists(*LOOKING),
    "staff_categories": lists("product", "sales", "service", "marketing", writers=("product",)),
    "staff_brands": lists("product", "sales", "service", "marketing", writers=("product",)),
    "staff_families": lists("product", "sales", "service", "marketing", writers=("product",)),
    "staff_attributes": lists("product", "sales", "service", "marketing", writers=("product",)),
    "staff_attribute_groups": lists("product", "sales", "service", "marketing", writers=("product",)),
    "staff_size_guides": lists("product", "sales", "service", "marketing", writers=("product",)),
    "staff_selectors": lists("product", "sales", "service", "marketing", writers=("product",)),
    "staff_assortments": lists("product", "sales", "service", "marketing", writers=("product",)),
    "staff_channels": lists(*DESCRIBING, writers=("product",)),
    "staff_requirements": lists(*DESCRIBING, writers=("product",)),
    "staff_synonyms": lists("product", "sales", "marketing", writers=("product", "marketing")),
    "staff_redirects": lists("product", "sales", "marketing", writers=("product", "marketing")),
    "staff_merchandising": lists("product", "sales", "marketing", writers=("product", "marketing")),
    "staff_price_lists": lists("product", *SELLING, "marketing", writers=("sales",)),
    "staff_cost_lists": lists("product", "sales", "finance", writers=("product", "finance")),
    "staff_discounts": lists("product", *SELLING, "marketing", writers=("sales",)),
    "staff_campaigns": lists("product", *SELLING, "marketing", writers=("marketing",)),
    "staff_stock": lists("product", "sales", "service", "warehouse"),
    "staff_locations": lists("product", "sales", "service", "warehouse"),
    "staff_invoices": lists(*SELLING),
    "staff_open_items": lists(*SELLING),
    "staff_ledger": lists("finance"),
    "staff_home_pages": lists("marketing", writers=("marketing",)),
    "staff_articles": lists("marketing", writers=("marketing",)),
    "staff_markets": lists(),
    "staff_payment_terms": lists("finance", writers=("finance",)),
    "staff_tax_classes": lists("finance", "product", writers=("finance",)),
    "staff_tax_rates": lists("finance", writers=("finance",)),
    "staff_delivery_methods": lists(),
    "staff_api_keys": lists(),
    "staff_imports": lists(*IMPORTING),
    "staff_jobs": lists(),
    "staff_events": lists(),
    "staff_mails": lists(*SELLING),
    "staff_audit": lists(),
}
READING_PAGES = frozenset({"index", "index_results"})

# Addresses of others' code, by the package that serves them: to whom they may answer at all.
THIRD_PARTY: dict[str, str] = {
    "allauth.account": "everybody",
    "wagtail.admin": "staff",
    "wagtail.documents": "staff",
    "wagtail.images": "staff",
    "wagtail.snippets": "staff",
    "wagtail.users": "staff",
    "wagtail.contrib": "staff",
    "django.views": "everybody",
}
# Pages of the back office's shell that must answer before anybody has signed in.
_SHELL = "login logout password_reset password_reset_done password_reset_confirm password_reset_complete javascript_catalog sprite test404"
# With them files staff have put among the documents for everybody; collections can be closed.
BEFORE_SIGN_IN = frozenset(
    {
        *(f"wagtailadmin_{name}" for name in _SHELL.split()),
        "wagtaildocs_serve",
        "wagtaildocs_authenticate_with_password",
    }
)
