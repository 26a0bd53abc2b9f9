"""Who may open which address. One line per address: this is the table people read and the matrix proves.

Adding an address: add a line here under its URL name. Kinds of access:
  public()                everybody
  person()                who is signed in
  right("order")          whose hat carries the right
  staff("sales", ...)     these staff roles, and the administrator; `writers` when fewer may send than look
  api(...)                an operation's gate: `api()` needs a person, `api_open()` does not; `write_right` what sending
                          needs besides, `refuses` how those without it are answered
`about="order"` says which record of a tenant the address names (a name in `world.Tenant`), `seen_by` which of tenant A's
actors see A's record; nobody of A ever sees B's, and both answer everybody else like a record that does not exist.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

STAFF_ROLES = ("product", "sales", "finance", "service", "warehouse", "marketing")
# What each role of a company may do, as the product promises it (written down here once more, on purpose).
RIGHTS: dict[str, frozenset[str]] = {
    "orderer": frozenset({"order", "view_agreement"}),
    "approver": frozenset({"approve", "view_all_orders", "view_agreement"}),
    "finance": frozenset({"view_invoices", "view_all_orders"}),
    "receiver": frozenset({"receive", "view_all_orders"}),
    "admin": frozenset(
        {"order", "view_all_orders", "view_invoices", "receive", "manage_members", "manage_addresses", "view_agreement"}
    ),
    "consumer": frozenset(
        {"order", "view_all_orders", "view_invoices", "receive", "manage_addresses", "view_agreement"}
    ),
}
COLLEAGUES = frozenset({"orderer", "approver", "finance", "receiver", "admin", "key"})
READERS = frozenset({"finance", "admin", "key"})


@dataclass(frozen=True)
class Expectation:
    """What is expected of an address."""

    kind: str
    right: str = ""
    roles: frozenset[str] = frozenset()
    writers: frozenset[str] | None = None
    about: dict[str, str] = field(default_factory=dict)
    seen_by: frozenset[str] = frozenset()
    linked: bool = False
    nothing: bool = False
    open_methods: frozenset[str] = frozenset()
    write_right: str = ""
    refuses: str = "forbidden"
    # What the view itself declares, when it sorts out inside whom it lets in.
    declared: str = ""
    values: dict[str, object] = field(default_factory=dict)


def _about(about: str | dict[str, str]) -> dict[str, str]:
    return {"uuid": about} if isinstance(about, str) and about else dict(about or {})


def public(
    about: str | dict[str, str] = "", seen_by: frozenset[str] = frozenset(), linked: bool = False, **values: object
) -> Expectation:
    return Expectation("public", about=_about(about), seen_by=seen_by, linked=linked, values=values)


def person(about: str | dict[str, str] = "", seen_by: frozenset[str] = frozenset()) -> Expectation:
    return Expectation("person", about=_about(about), seen_by=seen_by)


def right(name: str, about: str | dict[str, str] = "", seen_by: frozenset[str] = frozenset()) -> Expectation:
    return Expectation("buyer", right=name, about=_about(about), seen_by=seen_by)


def nothing_here(**values: object) -> Expectation:
    """An address that names nothing in either tenant: it answers everybody that there is nothing."""
    return Expectation("public", nothing=True, values=values)


def staff(
    *roles: str,
    about: str | dict[str, str] = "",
    writers: tuple[str, ...] | None = None,
    nothing: bool = False,
    **values: object,
) -> Expectation:
    return Expectation(
        "staff",
        roles=frozenset(roles),
        writers=None if writers is None else frozenset(writers),
        about=_about(about),
        nothing=nothing,
        values=values,
    )


def demo(**values: object) -> Expectation:
    return Expectation("demo", values=values)


def api(
    about: str | dict[str, str] = "",
    seen_by: frozenset[str] = frozenset(),
    *,
    hat: bool = True,
    open_methods: frozenset[str] = frozenset(),
    write_right: str = "",
    refuses: str = "forbidden",
) -> Expectation:
    kind = "api" if hat else "api-person"
    return Expectation(
        kind,
        about=_about(about),
        seen_by=seen_by,
        open_methods=open_methods,
        write_right=write_right,
        refuses=refuses,
    )


def api_open(
    about: str | dict[str, str] = "",
    seen_by: frozenset[str] = frozenset(),
    write_right: str = "",
    nothing: bool = False,
    **values: object,
) -> Expectation:
    return Expectation(
        "api-open", about=_about(about), seen_by=seen_by, write_right=write_right, nothing=nothing, values=values
    )


GUEST = frozenset({"guest"})
ADDRESS_KEEPERS = frozenset({"admin"})
SELLING = ("sales", "finance", "service")
DESCRIBING = ("product", "sales", "service", "marketing")
LOOKING = ("product", "sales", "service", "warehouse", "marketing")
IMPORTING = ("product", "sales", "warehouse")

EXPECTATIONS: dict[str, Expectation] = {
    # ---- files and the way in
    "site:root": public(),
    "site:styles": public(digest="x"),
    "site:robots": public(),
    "site:sitemap": public(),
    "site:sitemap_language": public(language="en"),
    # Pictures are open to whoever knows their UUID: pages are cached, and a picture says nothing about a price.
    "site:rendition": nothing_here(uuid="00000000-0000-4000-8000-000000000000", width=160, extension="webp"),
    # ---- looking
    "storefront:home": public(),
    "storefront:category": public(slug="goods"),
    "storefront:product": public({"slug": "own_slug"}, seen_by=COLLEAGUES | {"subsidiary"}),
    "storefront:product_when": public({"slug": "own_slug"}, seen_by=COLLEAGUES | {"subsidiary"}),
    "storefront:search": public(),
    "storefront:suggest": public(),
    "storefront:brand": public(code="nord"),
    "storefront:choose": nothing_here(code="none"),
    "storefront:compatible": public(),
    "storefront:guides": public(),
    "storefront:article": nothing_here(slug="none"),
    "storefront:document": public("document", seen_by=COLLEAGUES | {"subsidiary"}),
    "storefront:documents": public(),
    "storefront:product_documents": public({"slug": "own_slug"}, seen_by=COLLEAGUES | {"subsidiary"}),
    "storefront:display": public(),
    "storefront:switch_hat": person(),
    "storefront:switch_market": public(),
    # ---- buying
    "storefront:cart": public(),
    "storefront:cart_add": public(),
    "storefront:cart_change": public(),
    "storefront:cart_empty": public(),
    "storefront:cart_prices": public(),
    "storefront:quick_order": public(),
    "storefront:checkout": public(),
    # Whoever comes back from the bank holds the payment's UUID: that is the key to its outcome.
    "storefront:payment_return": nothing_here(payment="00000000-0000-4000-8000-000000000000"),
    "storefront:order_tracking": public("guest_order", GUEST, linked=True),
    "storefront:order_documents": public("guest_order", GUEST, linked=True),
    "storefront:order_confirmation": public("guest_order", GUEST, linked=True),
    "storefront:order_claim": right("order", "guest_order"),
    "storefront:order_invoice": public({"uuid": "guest_order", "invoice": "guest_invoice"}, GUEST, linked=True),
    "storefront:order_delivery": public({"uuid": "guest_order", "shipment": "guest_shipment"}, GUEST, linked=True),
    # ---- one's own pages
    "storefront:account": person(),
    "storefront:orders": person(),
    "storefront:order": person("order", COLLEAGUES),
    "storefront:reorder": right("order", "order", COLLEAGUES),
    "storefront:approvals": person(),
    "storefront:approval": person("approval", frozenset({"approver", "orderer"})),
    "storefront:invoices": right("view_invoices"),
    "storefront:invoice": right("view_invoices", "invoice", READERS),
    "storefront:invoice_pdf": right("view_invoices", "invoice", READERS),
    "storefront:addresses": right("manage_addresses"),
    "storefront:address_new": right("manage_addresses"),
    "storefront:address": right("manage_addresses", "address", ADDRESS_KEEPERS),
    "storefront:address_remove": right("manage_addresses", "address", ADDRESS_KEEPERS),
    "storefront:agreements": right("view_agreement"),
    # A subsidiary buys on its parent's agreement and may read it.
    "storefront:agreement": right(
        "view_agreement", "agreement", frozenset({"orderer", "approver", "admin", "subsidiary"})
    ),
    "storefront:members": right("manage_members"),
    # ---- the demo's own pages
    "demo_components": demo(),
    "demo_people": demo(),
    "demo_sign_in": demo(),
    "demo_mails": demo(),
    "demo_mail": demo(uuid="00000000-0000-4000-8000-000000000000"),
    "demo_mail_html": demo(uuid="00000000-0000-4000-8000-000000000000"),
    "demo_gateway": demo(reference="none"),
    # ---- the back office's own screens
    "backoffice:order": staff(*SELLING, "warehouse", about="order"),
    "backoffice:pick": staff("warehouse", about="order"),
    "backoffice:cancel": staff("sales", "service", about="order"),
    "backoffice:take_back": staff("service", about="order"),
    "backoffice:shipment": staff(*SELLING, "warehouse", about="shipment"),
    "backoffice:ship": staff("warehouse", about="shipment"),
    "backoffice:give_up": staff("warehouse", about="shipment"),
    "backoffice:pick_list": staff(*SELLING, "warehouse", about="shipment"),
    "backoffice:delivery_note": staff(*SELLING, "warehouse", about="shipment"),
    "backoffice:return": staff(*SELLING, "warehouse", about="return_record"),
    "backoffice:receive": staff("warehouse", about="return_record"),
    "backoffice:invoice": staff(*SELLING, about="invoice"),
    "backoffice:invoice_pdf": staff(*SELLING, about="invoice"),
    "backoffice:invoice_xml": staff(*SELLING, about="invoice"),
    "backoffice:register_payment": staff("finance", about="invoice"),
    "backoffice:credit_invoice": staff("finance", about="invoice"),
    "backoffice:pay_in": staff("finance"),
    "backoffice:customer": staff(*SELLING, about="customer"),
    "backoffice:own_numbers": staff(*SELLING, about="customer", writers=("sales", "service", "finance")),
    "backoffice:person": staff(about="person"),
    "backoffice:agreement": staff(*SELLING, about="agreement"),
    "backoffice:put_in_force": staff("sales", about="agreement"),
    "backoffice:end_agreement": staff("sales", about="agreement"),
    "backoffice:new_product": staff("product"),
    "backoffice:product": staff(*LOOKING, about="product", writers=("product",)),
    "backoffice:matrix": staff(*LOOKING, about="product", writers=("product",)),
    "backoffice:new_import": staff(*IMPORTING, writers=IMPORTING),
    "backoffice:export": staff(*IMPORTING),
    "backoffice:import_run": staff(*IMPORTING, about="import_run", writers=("product",)),
    "backoffice:import_progress": staff(*IMPORTING, about="import_run"),
    "backoffice:import_errors": staff(*IMPORTING, about="import_run", kind="csv"),
    "backoffice:bundle": staff(*LOOKING, about="variant", writers=("product",)),
    "backoffice:packaging": staff(*LOOKING, about="variant", writers=("product",)),
    "backoffice:product_pictures": staff(*LOOKING, about="product", writers=("product",)),
    "backoffice:product_documents": staff(*LOOKING, about="product", writers=("product",)),
    "backoffice:product_documents_zip": staff(*LOOKING, about="product"),
    "backoffice:order_documents_zip": staff("sales", "finance", "service", "warehouse", about="order"),
    "backoffice:new_documents": staff("product"),
    "backoffice:library_document": staff(*LOOKING, about="document", writers=("product",)),
    "backoffice:library_file": staff(*LOOKING, about="document"),
    "backoffice:product_document": staff(*LOOKING, about={"uuid": "product", "document": "document"}),
    "backoffice:product_relations": staff(*LOOKING, about="product", writers=("product",)),
    "backoffice:product_ranges": staff(*DESCRIBING, about="product", writers=("product",)),
    "backoffice:new_variant": staff("product", about="product"),
    "backoffice:variant": staff(*LOOKING, about="variant", writers=("product",)),
    "backoffice:picture_archive": staff("product"),
    "backoffice:selector": staff(*DESCRIBING, about={"pk": "selector"}, writers=("product",)),
    "backoffice:family": staff(*DESCRIBING, about={"pk": "family"}, writers=("product",)),
    "backoffice:prices": staff("product", *SELLING, "marketing", about="price_list"),
    "backoffice:change_prices": staff("sales", about="price_list"),
    "backoffice:count": staff("warehouse"),
    "backoffice:stock_count": staff("product", "sales", "service", "warehouse", about={"pk": "stock_item"}),
    "backoffice:new_api_key": staff(),
    "backoffice:api_key": staff(about="api_key"),
    "backoffice:revoke_api_key": staff(about="api_key"),
    "backoffice:staff": staff(),
    "backoffice:new_staff": staff(),
    "backoffice:edit_staff": staff(nothing=True, uuid="00000000-0000-4000-8000-000000000000"),
    "backoffice:job": staff(pk=1),
    "backoffice:retry_job": staff(pk=1),
    "backoffice:mail": staff(*SELLING, about="mail"),
    # Wagtail's screens for sites made of pages, and its users and groups: closed, for administrators too.
    "staff_closed": nothing_here(area="users", rest=""),
    # Those who have signed in go on to where they wanted; for customers there is nothing.
    "staff_sign_in": replace(staff(*STAFF_ROLES, "without"), declared="public"),
    "staff_forgotten_password": public(),
    # ---- the API
    "api-docs": public(),
    "api-unknown": nothing_here(rest="nothing"),
    "api:api-root": public(),
    "api:openapi-json": public(),
    "api:markets": api_open(),
    "api:categories": api_open(),
    "api:products": api_open(),
    "api:compatible": api_open(),
    "api:selectors": api_open(),
    "api:selector-products": api_open(nothing=True, code="none"),
    "api:articles": api_open(),
    "api:product": api_open({"slug": "own_slug"}, COLLEAGUES | {"subsidiary"}),
    "api:product-document": api_open("document", COLLEAGUES | {"subsidiary"}),
    "api:documents": api_open(),
    "api:product-documents": api_open("product", COLLEAGUES | {"subsidiary"}),
    "api:article": api_open({"sku": "own_sku"}, COLLEAGUES | {"subsidiary"}),
    "api:prices": api_open(),
    "api:availability": api_open(),
    "api:match": api_open(),
    "api:visitors": api_open(),
    "api:cart": api_open(write_right="order"),
    "api:cart-lines": api_open(),
    "api:cart-line": api_open("cart_line", frozenset({"orderer"}), write_right="order"),
    "api:review": api_open(),
    # Visitors place orders; they have no list of them.
    "api:orders": api(open_methods=frozenset({"POST"})),
    "api:order": api_open("order", COLLEAGUES),
    "api:order-documents": api_open("order", COLLEAGUES),
    "api:payment": api_open("order", COLLEAGUES),
    # An order on invoice has no payment to ask about.
    "api:payment-check": api_open("order"),
    "api:shipments": api_open("order", COLLEAGUES),
    "api:reorder": api("order", COLLEAGUES, write_right="order"),
    "api:approvals": api(),
    "api:decision": api("approval", frozenset({"approver"})),
    "api:invoices": api(),
    "api:invoice": api("invoice", READERS),
    "api:invoice-pdf": api("invoice", READERS),
    "api:invoice-ubl": api("invoice", READERS),
    "api:me": api(hat=False),
    "api:hats": api(hat=False),
    "api:addresses": api(),
    "api:address": api("address", COLLEAGUES, write_right="manage_addresses", refuses="hidden"),
}


@dataclass(frozen=True)
class StaffList:
    """A list in Wagtail's shell: which roles may read it, which may change what is on it. Administrators may both."""

    readers: frozenset[str]
    writers: frozenset[str] = frozenset()


def lists(*readers: str, writers: tuple[str, ...] = ()) -> StaffList:
    return StaffList(frozenset(readers), frozenset(writers))


# By namespace. Adding a list in `backoffice/lists`: add its namespace here.
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
    "staff_products": lists(*LOOKING),
    "staff_variants": lists(*LOOKING),
    "staff_library": lists(*LOOKING),
    "staff_categories": lists("product", "sales", "service", "marketing", writers=("product",)),
    "staff_brands": lists("product", "sales", "service", "marketing", writers=("product",)),
    "staff_families": lists("product", "sales", "service", "marketing", writers=("product",)),
    "staff_attributes": lists("product", "sales", "service", "marketing", writers=("product",)),
    "staff_selectors": lists("product", "sales", "service", "marketing", writers=("product",)),
    "staff_assortments": lists("product", "sales", "service", "marketing", writers=("product",)),
    "staff_price_lists": lists("product", *SELLING, "marketing", writers=("sales",)),
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
