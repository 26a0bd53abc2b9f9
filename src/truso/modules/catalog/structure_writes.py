"""Writes to brands and to what is taken away of the catalog's structure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.db.models import ProtectedError

from truso.kernel.value import Value
from truso.modules.catalog.models import Brand, Category, Product
from truso.modules.catalog.operations import announce_products


class BrandRow(Value, frozen=True):
    """A brand as it is written, told apart by its code."""

    code: str
    name: str
    statements: Mapping[str, str] = {}


def write_brands(*, rows: Sequence[BrandRow]) -> None:
    """Write new and changed brands in a constant number of statements; the products of changed ones are announced."""
    there = {row.code: row for row in Brand.objects.filter(code__in=[row.code for row in rows])}
    Brand.objects.bulk_create(
        Brand(code=row.code, name=row.name, statements=dict(row.statements)) for row in rows if row.code not in there
    )
    changed = [there[row.code] for row in rows if row.code in there]
    for row in rows:
        if row.code in there:
            there[row.code].name, there[row.code].statements = row.name, dict(row.statements)
    if changed:
        Brand.objects.bulk_update(changed, ["name", "statements"])
        announce_products(product_ids=list(Product.objects.filter(brand__in=changed).values_list("pk", flat=True)))


def remove_brands(*, codes: Sequence[str]) -> set[str]:
    """Take brands away that nothing refers to; returns those that had to stay."""
    return _remove(Brand.objects.filter(code__in=codes))


def remove_categories(*, codes: Sequence[str]) -> set[str]:
    """Take categories away that nothing refers to; returns those that had to stay."""
    return _remove(Category.objects.filter(code__in=codes).order_by("-pk"))


def _remove(rows: Any) -> set[str]:
    stayed = set()
    for row in rows:
        try:
            row.delete()
        except ProtectedError:
            stayed.add(row.code)
    return stayed
