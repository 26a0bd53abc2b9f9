"""Documents: which of them a buyer may have, through what, and in which order."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib.postgres.search import SearchQuery, SearchVector
from django.db import connection
from django.db.models import QuerySet

from truso.kernel.buyer import Buyer
from truso.kernel.refusals import NotFound
from truso.kernel.value import Value
from truso.modules.catalog.models import Document, DocumentText
from truso.modules.catalog.rules import order_documents
from truso.modules.catalog.values import DocumentRef
from truso.modules.catalog.visibility import VISIBLE_NAMED, range_of

MOST_WORDS = 8
# The documents of a product `p`: its own, and those of its family, its brand, its category and the categories above.
# Each part has its index; beside each other in one condition none would be used.
OF_PRODUCT = """
    select document_id from catalog_documentlink where product_id = p.id
    union all select document_id from catalog_documentlink where family_id = p.family_id
    union all select document_id from catalog_documentlink where brand_id = p.brand_id
    union all select o.document_id from catalog_category k join catalog_documentlink o on o.category_id = any(k.path)
        where k.id = p.category_id"""
# Whether a document `d` is offered: an agreement's to its customer and the subsidiaries alone, what has expired to nobody.
OFFERED = """(d.customer_id is null or d.customer_id = any(%(customers)s::bigint[]))
    and (d.valid_to is null or d.valid_to >= %(today)s::date)"""
# The products a link `l` leads to.
PRODUCTS_OF_LINK = """
    select id from catalog_product where id = l.product_id
    union all select id from catalog_product where family_id = l.family_id
    union all select id from catalog_product where brand_id = l.brand_id
    union all select q.id from catalog_category k join catalog_product q on q.category_id = k.id
        where k.path @> array[l.category_id]"""
_SEEN_PRODUCT = f"""
    select p.id from catalog_documentlink l cross join lateral ({PRODUCTS_OF_LINK}) x
    join catalog_product p on p.id = x.id join catalog_variant v on v.product_id = p.id
    where l.document_id = d.id and {VISIBLE_NAMED} limit 1"""  # noqa: S608
# One that belongs to nothing is shown to nobody, unless it is a customer's own.
HAS_READER = f"""(exists ({_SEEN_PRODUCT}) or (d.customer_id is not null
    and not exists (select 1 from catalog_documentlink l where l.document_id = d.id)))"""  # noqa: S608
ROW = "json_build_array(d.uuid, d.type, d.language, d.title, d.size, d.valid_to, d.customer_id is not null)"
_FOR_PRODUCTS = f"""
select p.id, json_agg({ROW}) from catalog_product p
cross join lateral (select * from catalog_document d where d.id in ({OF_PRODUCT}) and {OFFERED}) d
where p.id = any(%(products)s::bigint[])
  and exists (select 1 from catalog_variant v where v.product_id = p.id and {VISIBLE_NAMED})
group by p.id
"""  # noqa: S608
_ONE = f"""
select d.id, ({_SEEN_PRODUCT}) from catalog_document d where d.uuid = %(uuid)s and {OFFERED} and {HAS_READER}
"""  # noqa: S608
_PRODUCTS = f"""
select distinct x.id from catalog_documentlink l cross join lateral ({PRODUCTS_OF_LINK}) x
where l.document_id = any(%s::bigint[]) order by x.id
"""  # noqa: S608


class FoundDocument(Value, frozen=True):
    """A document the buyer may have, and one of its products the buyer may see, if it belongs to any."""

    document: Document
    product_id: int | None


def terms_of(buyer: Buyer) -> dict[str, Any]:
    """Return the parameters the conditions of this module name."""
    return {
        "customers": list(buyer.customer.ids) if buyer.customer else [],
        "today": buyer.today,
        **range_of(buyer).parameters,
    }


def documents_for(buyer: Buyer, product_ids: Iterable[int]) -> dict[int, tuple[DocumentRef, ...]]:
    """Return the documents of many products in one statement, those in the reader's language first.

    What the buyer may not see, or not have, is left out: products, others' agreements, what has expired.
    """
    wanted = list(product_ids)
    if not wanted:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(_FOR_PRODUCTS, {"products": wanted, **terms_of(buyer)})
        return {product: documents_of_rows(rows, buyer.language) for product, rows in cursor.fetchall()}


def documents_of_rows(rows: list[list[Any]] | None, language: str) -> tuple[DocumentRef, ...]:
    """Return documents from rows of `ROW`, in the order of `order_documents`."""
    return order_documents([_document(*row) for row in rows or ()], language)


def documents_of_products(product_ids: Iterable[int]) -> dict[int, list[Document]]:
    """Return all documents of products as staff see them: whoever they are for, and those that have expired."""
    statement = f"select distinct p.id, d.id from catalog_product p, lateral ({OF_PRODUCT}) d (id) where p.id = any(%s)"  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(statement, [list(product_ids)])
        pairs = cursor.fetchall()
    rows = Document.objects.filter(pk__in={key for _product, key in pairs}).select_related("customer")
    found: dict[int, list[Document]] = {}
    for row in rows:
        for product in (product for product, key in pairs if key == row.pk):
            found.setdefault(product, []).append(row)
    return found


def ids_by_words(words: str) -> QuerySet[Any, Any]:
    """Return the documents in whose text all the words stand, each as the beginning of one there."""
    wanted = re.findall(r"\w+", words)[:MOST_WORDS]
    if not wanted:
        return DocumentText.objects.none().values("document_id")
    query = SearchQuery(" & ".join(f"{word}:*" for word in wanted), config="simple", search_type="raw")
    texts = DocumentText.objects.annotate(found=SearchVector("words", config="simple")).filter(found=query)
    return texts.values("document_id")


def get_document(buyer: Buyer, uuid: UUID) -> FoundDocument:
    """Return a document the buyer may have; raises NotFound alike for unknown, foreign and expired ones."""
    with connection.cursor() as cursor:
        cursor.execute(_ONE, {"uuid": uuid, **terms_of(buyer)})
        row = cursor.fetchone()
    if row is None:
        raise NotFound("document")
    return FoundDocument(Document.objects.get(pk=row[0]), row[1])


def product_ids_of_documents(document_ids: Iterable[int]) -> list[int]:
    """Return the products documents belong to, themselves or by family, brand or category; for everybody's sight or not."""
    with connection.cursor() as cursor:
        cursor.execute(_PRODUCTS, [list(document_ids)])
        return [row[0] for row in cursor.fetchall()]


def _document(
    uuid: str, type: str, language: str, title: str, size: int, valid_to: str | None, is_agreed: bool
) -> DocumentRef:
    until = date.fromisoformat(valid_to) if valid_to else None
    return DocumentRef(UUID(uuid), type, language, title, size, until, is_agreed)
