"""Which part of the catalog a buyer sees."""

from __future__ import annotations

from typing import Any

from django.db import connection

from truso.kernel.buyer import Buyer
from truso.modules.catalog.rules import choose_assortments

_RULES = "select assortment_id, market_id, customer_id from catalog_assortmentrule where market_id = %s or customer_id = any(%s::bigint[])"

# For statements with a product `p` and a variant `v`: is this article there for the buyer?
VISIBLE = """(
    p.status <> 'draft' and v.status <> 'draft' and (p.published_at is null or p.published_at <= %(now)s)
    and (%(everything)s or exists (
        select 1 from catalog_assortmentvariant a where a.variant_id = v.id and a.assortment_id = any(%(assortments)s)))
)"""


def visible_assortment_ids(buyer: Buyer) -> tuple[int, ...]:
    """Return the assortments the buyer is limited to, empty for everything; read once per buyer."""
    if "assortments" not in buyer.memo:
        customers = buyer.customer.ids if buyer.customer else ()
        with connection.cursor() as cursor:
            cursor.execute(_RULES, [buyer.market.id, list(customers)])
            buyer.memo["assortments"] = choose_assortments(
                cursor.fetchall(), market_id=buyer.market.id, customer_ids=customers, is_business=buyer.is_business
            )
    found: tuple[int, ...] = buyer.memo["assortments"]
    return found


def visibility(buyer: Buyer) -> dict[str, Any]:
    """Return the parameters of `VISIBLE`."""
    assortments = visible_assortment_ids(buyer)
    return {"now": buyer.now, "everything": not assortments, "assortments": list(assortments)}
