"""Which kinds of documents goods have for everybody, to narrow by: a certificate, a declaration, a safety data sheet."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date

from django.db import connection

# The name it is asked by; no attribute has such a code.
PAPERS = "~documents"
# In force, and not one customer's alone: the index is one for all.
_OPEN = "d.customer_id is null and (d.valid_to is null or d.valid_to >= %(day)s)"
_OF_PRODUCTS = f"""
select l.product_id, array_agg(distinct d.type) from catalog_documentlink l join catalog_document d on d.id = l.document_id
where l.product_id = any(%(products)s::bigint[]) and {_OPEN} group by 1
"""  # noqa: S608
_OF_GROUPS = f"""
select case when l.family_id is not null then 'family' when l.brand_id is not null then 'brand' else 'category' end,
       coalesce(l.family_id, l.brand_id, l.category_id), array_agg(distinct d.type)
from catalog_documentlink l join catalog_document d on d.id = l.document_id
where l.product_id is null and {_OPEN} group by 1, 2
"""  # noqa: S608
Group = tuple[str, int]


def papers_of_products(product_ids: Collection[int], on: date) -> Mapping[int, tuple[str, ...]]:
    """Return the types of the documents that belong to products themselves."""
    with connection.cursor() as cursor:
        cursor.execute(_OF_PRODUCTS, {"products": list(product_ids), "day": on})
        return {product: tuple(types) for product, types in cursor.fetchall()}


def papers_of_groups(on: date) -> Mapping[Group, tuple[str, ...]]:
    """Return the types of the documents that belong to families, brands and categories."""
    with connection.cursor() as cursor:
        cursor.execute(_OF_GROUPS, {"day": on})
        return {(kind, key): tuple(types) for kind, key, types in cursor.fetchall()}


def groups_of(family: int, brand: int, path: Sequence[int]) -> Iterator[Group]:
    """Yield what a product's documents may belong to beside it."""
    yield "family", family
    yield "brand", brand
    for category in path:
        yield "category", category
