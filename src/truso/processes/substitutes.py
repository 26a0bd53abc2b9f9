"""What can be had instead of goods that are missing or no longer sold, and why."""

from __future__ import annotations

from collections.abc import Collection

from truso.kernel.buyer import Buyer
from truso.kernel.value import Value
from truso.modules.catalog.models import Relation
from truso.modules.catalog.queries import cards_of_products
from truso.modules.catalog.values import VariantCard
from truso.modules.inventory.queries import availability_for

MOST = 4


class Substitute(Value, frozen=True):
    """An article that can be had instead. `reason` is `replaces` (its successor) or `substitute` (as good)."""

    card: VariantCard
    reason: str
    is_in_stock: bool


def substitutes_for(buyer: Buyer, product_ids: Collection[int]) -> dict[int, tuple[Substitute, ...]]:
    """Return, per product, what the buyer may have instead: what replaces it, then what is as good; in stock first.

    Only what the buyer may see, is sold, and can be had. Three queries, none for no products; at most four of each.
    """
    if not product_ids:
        return {}
    found = _relations(product_ids)
    cards = {
        card.product_id: card for card in cards_of_products(buyer, [other for _, other, _ in found]) if card.is_active
    }
    stock = availability_for(buyer, [card.variant_id for card in cards.values()]) if cards else {}
    offered: dict[int, list[Substitute]] = {}
    for product, other, reason in found:
        card = cards.get(other)
        there = stock.get(card.variant_id) if card else None
        if card and there and there.covers(card.minimum_quantity):
            is_there = not there.is_stocked or there.available >= card.minimum_quantity
            offered.setdefault(product, []).append(Substitute(card, reason, is_there))
    return {product: _best(several) for product, several in offered.items()}


def _relations(product_ids: Collection[int]) -> list[tuple[int, int, str]]:
    """Return (product, what stands in for it, reason); a successor before what is as good, in the merchant's order."""
    kinds = Relation.Kind
    rows = Relation.objects.filter(to__in=product_ids, kind=kinds.REPLACES).order_by("position", "id")
    found = [(to, product, "replaces") for to, product in rows.values_list("to_id", "product_id")]
    rows = Relation.objects.filter(product__in=product_ids, kind=kinds.SUBSTITUTE).order_by("position", "id")
    return [*found, *((product, to, "substitute") for product, to in rows.values_list("product_id", "to_id"))]


def _best(several: list[Substitute]) -> tuple[Substitute, ...]:
    once = {one.card.variant_id: one for one in reversed(several)}
    kept = [one for one in several if once.pop(one.card.variant_id, None)]
    return tuple(sorted(kept, key=lambda one: not one.is_in_stock)[:MOST])
