"""What the house knows of products besides the catalog: whether their articles have a price."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import connection

from truso.modules.catalog.completeness import fact
from truso.platform import clock

_PRICED = """
select v.product_id from catalog_variant v
where v.product_id = any(%(ids)s) and v.status <> 'discontinued'
group by v.product_id
having bool_and(exists (
    select 1 from pricing_price p join pricing_pricelist l on l.id = p.price_list_id
    where p.variant_id = v.id and l.kind = 'market' and l.is_active
      and p.valid_from <= %(day)s and (p.valid_to is null or p.valid_to > %(day)s))
    or exists (
    select 1 from pricing_price p join pricing_pricelist c on c.id = p.price_list_id and c.kind = 'cost' and c.is_active
    join pricing_pricelist l on l.kind = 'market' and l.basis = 'cost' and l.is_active and l.currency = c.currency
    where p.variant_id = v.id and p.valid_from <= %(day)s and (p.valid_to is null or p.valid_to > %(day)s))
    or exists (select 1 from catalog_bundle b where b.variant_id = v.id and b.pricing = 'parts'))
"""


@fact("price")
def priced(product_ids: Sequence[int]) -> set[int]:
    """Return the products all of whose articles have a list price today, one made from their cost, or are priced as their parts."""
    with connection.cursor() as cursor:
        cursor.execute(_PRICED, {"ids": list(product_ids), "day": clock.now().date()})
        return {row[0] for row in cursor.fetchall()}
