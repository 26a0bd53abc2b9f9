"""Finding articles by the identifiers programs hold: our own number, exactly, or the variant's UUID."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from uuid import UUID

from django.db import connection
from django.db.models import Q

from truso.kernel.buyer import Buyer
from truso.modules.catalog.models import Variant
from truso.modules.catalog.visibility import VISIBLE, assortments_of, visible_ids

_PAGE = f"""
select v.id, v.uuid from catalog_variant v join catalog_product p on p.id = v.product_id
where p.status = 'active' and v.status = 'active' and (p.published_at is null or p.published_at <= %s)
  and (%s::bigint is null or p.category_id in (select c.id from catalog_category c where c.is_active and %s::bigint = any(c.path)))
  and (%s::uuid is null or v.id > (select x.id from catalog_variant x where x.uuid = %s::uuid)) and {VISIBLE}
order by v.id limit %s
"""  # noqa: S608


def find_variant_ids(
    buyer: Buyer, *, skus: Iterable[str] = (), uuids: Iterable[UUID] = ()
) -> tuple[dict[str, int], dict[UUID, int]]:
    """Return the ids of articles the buyer may see, by number as written and by UUID; others are left out."""
    wanted_skus, wanted_uuids = list(skus), list(uuids)
    if not wanted_skus and not wanted_uuids:
        return {}, {}
    rows = list(
        Variant.objects.filter(Q(sku__in=wanted_skus) | Q(uuid__in=wanted_uuids)).values_list("id", "sku", "uuid")
    )
    seen = visible_ids(buyer, [row[0] for row in rows])
    return (
        {sku: pk for pk, sku, _ in rows if pk in seen},
        {uuid: pk for pk, _, uuid in rows if pk in seen},
    )


def list_variant_ids(
    buyer: Buyer, *, category_id: int | None = None, after: UUID | None = None, limit: int = 50
) -> Sequence[tuple[int, UUID]]:
    """Return (id, UUID) of the articles a buyer may buy, in the order they were added; `after` continues a list."""
    limits = list(assortments_of(buyer))
    with connection.cursor() as cursor:
        cursor.execute(_PAGE, [buyer.now, category_id, category_id, after, after, limits, limits, limit])
        return list(cursor.fetchall())


def find_product_id(buyer: Buyer, *, uuid: UUID | None = None, sku: str = "") -> int | None:
    """Return the product of a UUID or article number, if the buyer may see one of its articles."""
    variants = Variant.objects.filter(product__uuid=uuid) if uuid else Variant.objects.filter(sku=sku)
    rows = dict(variants.values_list("id", "product_id"))
    seen = visible_ids(buyer, rows)
    return next((product for variant, product in rows.items() if variant in seen), None)


def uuids_of(variant_ids: Iterable[int]) -> dict[int, UUID]:
    """Return the public names of variants by id."""
    return dict(Variant.objects.filter(pk__in=list(variant_ids)).values_list("id", "uuid"))
