"""What goes together: relations are kept one way and read both ways."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from django.db import connection

from truso.kernel.buyer import Buyer
from truso.modules.catalog.articles import match_codes
from truso.modules.catalog.models import Relation
from truso.modules.catalog.queries.cards import cards_for
from truso.modules.catalog.values import VariantCard

MOST_PER_KIND: Final = 60
# What a relation is called from its other end.
BACKWARD: Final = {
    Relation.Kind.REPLACES.value: "replaced_by",
    Relation.Kind.FITS.value: "fitted_by",
    Relation.Kind.SPARE_PART.value: "spare_part_for",
    Relation.Kind.ACCESSORY.value: "accessory_for",
    Relation.Kind.BOUGHT_TOGETHER.value: Relation.Kind.BOUGHT_TOGETHER.value,
}
# The kinds by what matters most to one who holds the product: what to buy instead, what goes with it, where it belongs.
KINDS: Final = (
    "replaced_by", "fitted_by", "spare_part", "accessory", "fits", "spare_part_for", "accessory_for", "replaces",
    "bought_together",
)  # fmt: skip
_BACKWARD = " ".join(f"when '{forward}' then '{backward}'" for forward, backward in BACKWARD.items())
# Rows [kind, product] of the product `p`. Each kind is cut off by itself: a screw is bought with everything.
RELATED: Final = f"""(select json_agg(json_build_array(r.kind, r.other) order by r.kind, r.place) from (
    select b.kind, b.other, row_number() over (partition by b.kind order by b.way, b.position, b.id) as place from (
        select f.kind, f.to_id as other, f.position, f.id, 0 as way from catalog_relation f where f.product_id = p.id
        union all
        select case f.kind {_BACKWARD} end, f.product_id, f.position, f.id, 1 from catalog_relation f where f.to_id = p.id
    ) b) r where r.place <= {MOST_PER_KIND})"""  # noqa: S608


_MEANT_FOR: Final = ("fitted_by", "spare_part", "accessory")
# What is meant for a product, wherever it was written down: what fits it, its spare parts, its accessories.
_FITTING = """
select f.to_id from catalog_relation f where f.product_id = %(product)s and f.kind in ('spare_part', 'accessory')
union select f.product_id from catalog_relation f where f.to_id = %(product)s and f.kind = 'fits'
"""


def products_fitting(product_id: int) -> tuple[int, ...]:
    """Return the products meant for one. Whether the buyer may see them, and it, is asked by whoever shows them."""
    with connection.cursor() as cursor:
        cursor.execute(_FITTING, {"product": product_id})
        return tuple(sorted(row[0] for row in cursor.fetchall()))


def articles_named(buyer: Buyer, numbers: Sequence[str]) -> dict[str, VariantCard]:
    """Return the first article each number names, of those the buyer may see."""
    found = {number: matches[0].variant_id for number, matches in match_codes(buyer, numbers).items() if matches}
    cards = {card.variant_id: card for card in cards_for(buyer, found.values())}
    return {number: cards[found[number]] for number in numbers if found.get(number) in cards}


def is_fitted(relations: Iterable[tuple[str, int]]) -> bool:
    """Tell whether a product's relations name anything that is meant for it."""
    return any(kind in _MEANT_FOR for kind, _to in relations)


def without_repeats(rows: list[list[object]] | None) -> tuple[tuple[str, int], ...]:
    """Return the rows of `RELATED` as (kind, product id), each pair once: two may be related from both ends."""
    return tuple(dict.fromkeys((str(kind), int(str(other))) for kind, other in rows or ()))
