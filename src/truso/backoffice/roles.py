"""Which staff role may do what. Each role is a Django group that holds exactly these permissions."""

from __future__ import annotations

from collections.abc import Iterable

from django.apps import apps
from django.contrib.auth.management import create_permissions
from django.contrib.auth.models import Group, Permission

ACCESS = "wagtailadmin.access_admin"


def _all(app: str, *models: str) -> tuple[str, ...]:
    return tuple(f"{app}.{action}_{model}" for model in models for action in ("view", "add", "change", "delete"))


def _edit(app: str, *models: str) -> tuple[str, ...]:
    return tuple(f"{app}.{action}_{model}" for model in models for action in ("view", "add", "change"))


def _view(app: str, *models: str) -> tuple[str, ...]:
    return tuple(f"{app}.view_{model}" for model in models)


_CATALOG_VIEW = _view(
    "catalog",
    "product",
    "variant",
    "document",
    "category",
    "brand",
    "family",
    "attribute",
    "attributegroup",
    "assortment",
    "selector",
    "sizeguide",
    "channel",
    "requirement",
)
_PRICES_VIEW = _view("pricing", "pricelist", "price", "discount", "campaign")
_STOCK_VIEW = _view("inventory", "stockitem", "location", "stockentry")
_ORDERS_VIEW = (
    *_view("orders", "order"),
    *_view("fulfillment", "shipment"),
    *_view("returns", "return"),
    *_view("approvals", "approvalrequest"),
)
_CUSTOMERS_VIEW = (
    *_view("customers", "customer", "membership", "address"),
    *_view("agreements", "agreement"),
    *_view("tax", "exemptioncertificate"),
)
_CUSTOMERS_EDIT = (
    *_edit("customers", "customer", "membership", "address"),
    *_view("tax", "exemptioncertificate"),
    "tax.add_exemptioncertificate",
)
_MONEY_VIEW = (*_view("invoicing", "invoice"), *_view("receivables", "openitem"))
_IMPORTS = (*_view("imports", "importrun", "importprofile"), "imports.run_import", "imports.undo_import")
_SEARCH = (*_all("search", "synonym", "redirect", "merchandising"), *_view("search", "searchtally"))
_MEDIA = (*_all("wagtailimages", "image"), *_all("wagtaildocs", "document"))

ROLES: dict[str, tuple[str, ...]] = {
    "product": (
        *_all(
            "catalog",
            "product",
            "variant",
            "document",
            "category",
            "brand",
            "family",
            "attribute",
            "attributegroup",
            "assortment",
            "selector",
            "sizeguide",
            "channel",
            "requirement",
        ),
        *_all("digital", "digitalfile", "licencekey"),
        *_edit("imports", "fieldowner"),
        *_SEARCH,
        *_PRICES_VIEW,
        *_edit("pricing", "costlist"),
        *_STOCK_VIEW,
        *_view("tax", "taxclass"),
        *_IMPORTS,
        *_MEDIA,
    ),
    "sales": (
        *_ORDERS_VIEW,
        "orders.cancel_order",
        *_CUSTOMERS_EDIT,
        "customers.act_for_customer",
        *_edit("agreements", "agreement"),
        *_edit("pricing", "pricelist", "price", "discount"),
        *_view("pricing", "campaign", "costlist"),
        *_view("search", "synonym", "redirect", "merchandising", "searchtally"),
        *_CATALOG_VIEW,
        *_STOCK_VIEW,
        *_MONEY_VIEW,
        *_view("output", "sentmail"),
        *_IMPORTS,
    ),
    "finance": (
        *_ORDERS_VIEW,
        *_MONEY_VIEW,
        *_view("receivables", "receivableentry"),
        "receivables.add_receivableentry",
        "invoicing.issue_credit_note",
        *_CUSTOMERS_VIEW,
        "customers.change_customer",
        *_edit("markets", "paymentterm"),
        *_edit("tax", "taxrate", "taxclass", "exemptioncertificate"),
        *_PRICES_VIEW,
        *_edit("pricing", "costlist"),
        *_view("output", "sentmail"),
    ),
    "service": (
        *_ORDERS_VIEW,
        "orders.cancel_order",
        "returns.add_return",
        *_CUSTOMERS_EDIT,
        *_view("agreements", "agreement"),
        "customers.act_for_customer",
        *_CATALOG_VIEW,
        *_view("digital", "digitalfile", "licencekey"),
        *_PRICES_VIEW,
        *_STOCK_VIEW,
        *_MONEY_VIEW,
        *_view("output", "sentmail"),
    ),
    "warehouse": (
        *_view("orders", "order"),
        "orders.ship_order",
        *_view("fulfillment", "shipment"),
        *_view("returns", "return"),
        "returns.change_return",
        *_STOCK_VIEW,
        "inventory.change_stockitem",
        *_view("catalog", "product", "variant", "document"),
        *_IMPORTS,
    ),
    "marketing": (
        *_all("content", "homecontent", "article"),
        *_SEARCH,
        *_MEDIA,
        *_all("pricing", "campaign"),
        *_PRICES_VIEW,
        *_CATALOG_VIEW,
        *_view("customers", "segment"),
    ),
}
ADMIN = "admin"
# What nobody writes by hand: it comes from operations, triggers and workers only.
_WRITTEN_BY_NOBODY = {"audit", "events", "numbering", "idempotency"}
# People get in and get roles through screens that ask who gives; no right to write them as they please is handed out.
_READ_MODELS = {"identity.person"}
_OUR_APPS = ("truso.modules.", "truso.platform.")


def permissions_of(role: str) -> set[str]:
    """Return the permissions of a role as `app.codename`."""
    if role != ADMIN:
        return {ACCESS, *ROLES[role]}
    return {ACCESS, *_admin_permissions()}


def _admin_permissions() -> Iterable[str]:
    for config in apps.get_app_configs():
        if not config.name.startswith(_OUR_APPS):
            continue
        for model in config.get_models():
            is_read = config.label in _WRITTEN_BY_NOBODY or model._meta.label_lower in _READ_MODELS
            actions = ("view",) if is_read else ("view", "add", "change", "delete")
            yield from (f"{config.label}.{action}_{model._meta.model_name}" for action in actions)
            yield from (f"{config.label}.{codename}" for codename, _ in model._meta.permissions)
    yield from ("procrastinate.view_procrastinatejob", "procrastinate.change_procrastinatejob")
    yield from ("auth.view_group", "auth.change_group")
    yield from _MEDIA


def ensure_roles(*, using: str = "default") -> None:
    """Create the staff roles and give each exactly its permissions; groups a merchant adds are left alone."""
    for config in apps.get_app_configs():
        create_permissions(config, verbosity=0, using=using)
    known = {
        f"{label}.{codename}": pk
        for pk, label, codename in Permission.objects.using(using).values_list(
            "pk", "content_type__app_label", "codename"
        )
    }
    for role in (*ROLES, ADMIN):
        group, _ = Group.objects.using(using).get_or_create(name=role)
        group.permissions.set([known[name] for name in permissions_of(role) if name in known])
        _allow_media(group, {name for name in permissions_of(role) if name in _MEDIA}, known, using)


def _allow_media(group: Group, names: set[str], known: dict[str, int], using: str) -> None:
    """Wagtail asks for pictures and documents by collection: the root's permissions hold for all."""
    from wagtail.models import Collection, GroupCollectionPermission

    root = Collection.objects.using(using).filter(depth=1).first()
    if root is None:
        return
    wanted = {known[name.replace("view_", "choose_")] for name in names if name.replace("view_", "choose_") in known}
    existing = GroupCollectionPermission.objects.using(using).filter(group=group)
    existing.exclude(permission_id__in=wanted).delete()
    for permission in wanted - set(existing.values_list("permission_id", flat=True)):
        GroupCollectionPermission.objects.using(using).create(group=group, collection=root, permission_id=permission)
