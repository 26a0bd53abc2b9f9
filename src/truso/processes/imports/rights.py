"""Who may bring in and take out what: by files and by programs as by hand."""

from __future__ import annotations

from typing import Any

# What one must be allowed to change by hand to change it by a file; fields that belong to somebody else's work too.
RIGHTS = {
    "products": "catalog.change_product", "categories": "catalog.change_category", "brands": "catalog.change_brand",
    "packaging": "catalog.change_variant", "own_numbers": "customers.change_customer", "pictures": "catalog.change_product",
    "documents": "catalog.change_document", "prices": "pricing.change_price", "stock": "inventory.change_stockitem",
    "customers": "customers.change_customer", "costs": "pricing.change_costlist",
}  # fmt: skip
FIELD_RIGHTS = {"list_price": RIGHTS["prices"], "stock": RIGHTS["stock"]}


def may_import(user: Any, target: str) -> bool:
    """Tell whether somebody may bring in files of a kind."""
    return bool(user.has_perm("imports.run_import") and user.has_perm(RIGHTS.get(target, "")))


def may_see(user: Any, target: str) -> bool:
    """Tell whether somebody may see what a kind of file holds: customers are not everybody's to read."""
    return bool(user.has_perm(RIGHTS.get(target, "").replace(".change_", ".view_")))


def seen_by(user: Any) -> list[str]:
    """Return the kinds of files somebody may see."""
    return [target for target in RIGHTS if may_see(user, target)]


def closed_fields(user: Any, target: str) -> set[str]:
    """Return the fields of goods that somebody may not write: prices and stock are others' work."""
    rights = FIELD_RIGHTS if target == "products" else {}
    return {code for code, right in rights.items() if not user.has_perm(right)}
