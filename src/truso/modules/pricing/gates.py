"""Who sees prices: a market, or a category and all below it, may show them only to who is signed in or to companies."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import connection

from truso.kernel.buyer import Buyer
from truso.modules.catalog.models import Category
from truso.modules.markets.models import PriceGate
from truso.platform.shortlived import short_lived


def is_let_through(buyer: Buyer, gate: str) -> bool:
    """Tell whether a gate lets the buyer see prices."""
    if gate == PriceGate.COMPANIES:
        return buyer.is_business
    return gate != PriceGate.SIGNED_IN or buyer.person_id is not None


def market_gate(buyer: Buyer) -> str:
    """Return the gate at which the buyer stands in the whole market; empty where prices are shown."""
    gate = buyer.market.price_gate
    return "" if is_let_through(buyer, gate) else gate


def closed_categories(buyer: Buyer) -> dict[int, str]:
    """Return the categories whose prices the buyer does not see, with the gate; what lies below them is closed too."""
    return {key: gate for key, gate in _gated() if not is_let_through(buyer, gate)}


@short_lived(seconds=5)
def _gated() -> tuple[tuple[int, str], ...]:
    return tuple(Category.objects.exclude(price_gate="").order_by("pk").values_list("pk", "price_gate"))


_BEHIND = """
select v.id, c.path from catalog_variant v join catalog_product p on p.id = v.product_id join catalog_category c on c.id = p.category_id
where v.id = any(%s::bigint[]) and c.path && %s::bigint[]
"""


def gates_of(buyer: Buyer, variant_ids: Iterable[int]) -> dict[int, str]:
    """Return at which gate the buyer stands before the price of each article; those whose prices are shown are left out."""
    wanted, gate = list(variant_ids), market_gate(buyer)
    if gate:
        return dict.fromkeys(wanted, gate)
    closed = closed_categories(buyer)
    if not closed or not wanted:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(_BEHIND, [wanted, list(closed)])
        return {variant: next(closed[key] for key in path if key in closed) for variant, path in cursor.fetchall()}
