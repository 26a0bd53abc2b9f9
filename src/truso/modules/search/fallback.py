"""Answers from PostgreSQL on a node that has no replica yet: the buyer's own range, numbers and words; without filters' counts.

It keeps a new or broken node selling until its replica is there. At most the first thousand hits are counted and shown; prices
neither order nor narrow, since they are resolved for what is shown alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import connection

from truso.kernel.buyer import Buyer
from truso.kernel.identifiers import gtin_forms, normalize_code
from truso.kernel.texts import like_literal
from truso.modules.catalog.visibility import IN_RANGE_NAMED, range_of
from truso.modules.search.engine import SearchHit

if TYPE_CHECKING:
    from truso.modules.search.queries import SearchRequest

MOST = 1000
MOST_WORDS = 8
_ON_SALE = "p.status = 'active' and v.status = 'active' and (p.published_at is null or p.published_at <= %(now)s)"
_BY_NUMBER = f"""
select v.id, v.product_id, x.kind from (
    select variant_id as id, 0 as rank, 'own' as kind from catalog_customerarticlenumber
        where customer_id = any(%(customers)s::bigint[]) and number_normalized = %(code)s
    union all select id, 1, 'sku' from catalog_variant where sku_normalized = %(code)s
    union all select id, 2, 'gtin' from catalog_variant where gtin <> '' and gtin = any(%(gtins)s::text[])
    union all select id, 3, 'mpn' from catalog_variant where mpn_normalized <> '' and mpn_normalized = %(code)s
) x join catalog_variant v on v.id = x.id join catalog_product p on p.id = v.product_id
where {_ON_SALE} and {IN_RANGE_NAMED} order by x.rank, v.id limit {MOST}
"""  # noqa: S608
_BY_WORDS = f"""
select v.id, v.product_id, 'text' from catalog_variant v join catalog_product p on p.id = v.product_id
where (cardinality(%(words)s::text[]) = 0 or p.id in (
        select t.product_id from catalog_producttext t where upper(t.name) like all(%(words)s::text[])))
  and (%(category)s::bigint is null or p.category_id in (select id from catalog_category where %(category)s::bigint = any(path)))
  and (cardinality(%(brands)s::bigint[]) = 0 or p.brand_id = any(%(brands)s::bigint[]))
  and (not %(in_stock)s or exists (
        select 1 from inventory_stockitem s where s.variant_id = v.id and s.on_hand > s.reserved))
  and {_ON_SALE} and {IN_RANGE_NAMED} order by v.popularity desc, v.id limit {MOST}
"""  # noqa: S608


def search_database(buyer: Buyer, request: SearchRequest) -> tuple[list[SearchHit], bool]:
    """Return up to a thousand hits, the most bought first, and whether a number was met exactly."""
    parameters: dict[str, Any] = {"now": buyer.now, **range_of(buyer).parameters}
    code = normalize_code(request.text[:200])
    with connection.cursor() as cursor:
        if code and "\0" not in code:
            ids = buyer.customer.ids if buyer.customer else ()
            numbers: dict[str, Any] = {"code": code, "gtins": gtin_forms(code), "customers": list(ids)}
            cursor.execute(_BY_NUMBER, {**parameters, **numbers})
            if rows := cursor.fetchall():
                return _hits(rows, collapse=request.collapse), True
        words = [f"%{like_literal(word.upper())}%" for word in request.text.replace("\0", " ").split()[:MOST_WORDS]]
        asked = {
            "words": words,
            "category": request.category_id,
            "brands": list(request.brand_ids),
            "in_stock": request.in_stock,
        }
        cursor.execute(_BY_WORDS, {**parameters, **asked})
        return _hits(cursor.fetchall(), collapse=request.collapse), False


def _hits(rows: list[tuple[int, int, str]], *, collapse: bool) -> list[SearchHit]:
    found: dict[int, SearchHit] = {}
    for variant, product, kind in rows:
        key = product if collapse else variant
        before = found.get(key)
        found[key] = (
            SearchHit(before.variant_id, product, before.matched_by, None, before.variants + 1)
            if before
            else SearchHit(variant, product, kind, None)
        )
    return list(found.values())
