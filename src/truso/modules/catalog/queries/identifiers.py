"""Finding articles by the identifiers programs hold: our own number, exactly, or the variant's UUID."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from uuid import UUID

from django.db import connection

from truso.kernel.buyer import Buyer
from truso.kernel.identifiers import normalize_code
from truso.modules.catalog.models import Variant
from truso.modules.catalog.visibility import IN_RANGE_NAMED, VISIBLE_NAMED, range_of

_ON_SALE = "p.status = 'active' and (p.published_at is null or p.published_at <= %(now)s)"
_FOLLOWING = "(%(after)s::uuid is null or v.id > (select x.id from catalog_variant x where x.uuid = %(after)s::uuid))"
_PAGE_OF_ALL = f"""
select v.id, v.uuid from catalog_variant v join catalog_product p on p.id = v.product_id
where {_ON_SALE} and v.status = 'active' and {_FOLLOWING} and {IN_RANGE_NAMED} order by v.id limit %(limit)s
"""  # noqa: S608
# The category's goods by their index, not all goods in their order; then in order, and asked for the range until the page is full.
_PAGE_OF_CATEGORY = f"""
with goods as materialized (
    select p.id from catalog_product p join catalog_category c on c.id = p.category_id
    where c.is_active and %(category)s::bigint = any(c.path) and {_ON_SALE})
select v.id, v.uuid from (
    select v.id, v.uuid, v.product_id from goods join catalog_variant v on v.product_id = goods.id
    where v.status = 'active' and {_FOLLOWING} order by v.id) v
where {IN_RANGE_NAMED} order by v.id limit %(limit)s
"""  # noqa: S608
_FOUND = f"""
select v.id, v.sku, v.uuid from catalog_variant v join catalog_product p on p.id = v.product_id
where v.id in (select id from catalog_variant where sku_normalized = any(%(codes)s::text[])
               union all select id from catalog_variant where uuid = any(%(uuids)s::uuid[])) and {VISIBLE_NAMED}
"""  # noqa: S608


def find_variant_ids(
    buyer: Buyer, *, skus: Iterable[str] = (), uuids: Iterable[UUID] = ()
) -> tuple[dict[str, int], dict[UUID, int]]:
    """Return the ids of articles the buyer may see, by number as written and by UUID; others are left out."""
    wanted_skus, wanted_uuids = set(skus), list(uuids)
    if not wanted_skus and not wanted_uuids:
        return {}, {}
    rows = _find(buyer, wanted_skus, wanted_uuids)
    return {row[1]: row[0] for row in rows if row[1] in wanted_skus}, {row[2]: row[0] for row in rows}


def _find(buyer: Buyer, skus: Iterable[str], uuids: Sequence[UUID]) -> list[tuple[int, str, UUID]]:
    """Return (id, number, UUID) of visible articles. Numbers are looked up as they are indexed, without dashes."""
    with connection.cursor() as cursor:
        # Two look-ups joined, not `or`: each has its own index.
        codes = [normalize_code(sku) for sku in skus if "\0" not in sku]
        cursor.execute(_FOUND, {"codes": codes, "uuids": list(uuids), **range_of(buyer).parameters})
        return list(cursor.fetchall())


def skus_of(variant_ids: Iterable[int]) -> dict[int, str]:
    """Return article numbers by key, also of what is no longer sold: for those who had the article on a list already."""
    ids = list(variant_ids)
    if not ids:
        return {}
    with connection.cursor() as cursor:
        cursor.execute("select id, sku from catalog_variant where id = any(%s)", [ids])
        return dict(cursor.fetchall())


def list_variant_ids(
    buyer: Buyer, *, category_id: int | None = None, after: UUID | None = None, limit: int = 50
) -> Sequence[tuple[int, UUID]]:
    """Return (id, UUID) of the articles a buyer may buy, in the order they were added; `after` continues a list."""
    values = {
        "now": buyer.now,
        "category": category_id,
        "after": after,
        **range_of(buyer).parameters,
        "limit": limit,
    }
    with connection.cursor() as cursor:
        cursor.execute(_PAGE_OF_ALL if category_id is None else _PAGE_OF_CATEGORY, values)
        return list(cursor.fetchall())


def uuids_of(variant_ids: Iterable[int]) -> dict[int, UUID]:
    """Return the public names of variants by id."""
    return dict(Variant.objects.filter(pk__in=list(variant_ids)).values_list("id", "uuid"))
