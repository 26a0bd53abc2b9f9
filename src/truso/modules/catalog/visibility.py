"""What a buyer may see: the range agreed with a company, or the selection shown to consumers of a market."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import connection

from truso.kernel.buyer import Buyer
from truso.platform.shortlived import short_lived

# The nearest company that has a rule decides; companies without one see everything; consumers see the market's.
_RULES = """
select r.customer_id, r.assortment_id from catalog_assortmentrule r
where (r.customer_id is null and r.market_id = %s and not %s) or r.customer_id = any(%s::bigint[])
"""
# Whether an article (`v`) is in the buyer's range: takes one parameter twice, the array of assortments.
IN_RANGE = """
(%s::bigint[] = '{}' or exists (select 1 from catalog_assortmentvariant av where av.variant_id = v.id and av.assortment_id = any(%s::bigint[])))
"""
# Fits an alias `v` of catalog_variant and `p` of catalog_product.
VISIBLE = f"p.status <> 'draft' and v.status <> 'draft' and {IN_RANGE}"
# The same with a parameter named `assortments`.
IN_RANGE_NAMED = IN_RANGE.replace("%s", "%(assortments)s")
VISIBLE_NAMED = VISIBLE.replace("%s", "%(assortments)s")


def assortments_of(buyer: Buyer) -> tuple[int, ...]:
    """Return the assortments that limit the buyer; empty means the whole catalog."""
    if "assortments" not in buyer.memo:
        customers = buyer.customer.ids if buyer.customer else ()
        buyer.memo["assortments"] = _assortments(buyer.market.id, buyer.is_business, customers)
    found: tuple[int, ...] = buyer.memo["assortments"]
    return found


@short_lived(seconds=2)
def _assortments(market_id: int, is_business: bool, customers: tuple[int, ...]) -> tuple[int, ...]:
    with connection.cursor() as cursor:
        cursor.execute(_RULES, [market_id, is_business, list(customers)])
        rows = cursor.fetchall()
    for customer in customers:
        own = tuple(sorted(assortment for owner, assortment in rows if owner == customer))
        if own:
            return own
    return tuple(sorted(assortment for owner, assortment in rows if owner is None))


def visible_ids(buyer: Buyer, variant_ids: Iterable[int]) -> set[int]:
    """Return those of the variants the buyer may see."""
    limits = list(assortments_of(buyer))
    with connection.cursor() as cursor:
        cursor.execute(
            f"select v.id from catalog_variant v join catalog_product p on p.id = v.product_id where v.id = any(%s::bigint[]) and {VISIBLE}",  # noqa: S608
            [list(variant_ids), limits, limits],
        )
        return {row[0] for row in cursor.fetchall()}
