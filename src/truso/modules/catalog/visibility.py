"""What a buyer may see: the range agreed with a company, a segment's or the consumers' selection, and what the channel shows."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import connection

from truso.kernel.buyer import Buyer
from truso.kernel.value import Value
from truso.platform.database.values import read_json
from truso.platform.shortlived import short_lived

# The rules that bear on the buyer, and the shop's channel that says most of the buyer: whether it closes anything, and whether
# it has words of its own.
_LIMITS = """
select (
    select json_agg(json_build_array(r.customer_id, r.segment_id, r.assortment_id)) from catalog_assortmentrule r
    where (r.market_id = %(market)s and not %(is_business)s) or r.customer_id = any(%(customers)s::bigint[])
       or r.segment_id in (select s.segment_id from customers_customer_segments s where s.customer_id = any(%(customers)s::bigint[]))
), (
    select json_build_array(c.assortment_id, c.id,
        c.least_score is not null or exists (select 1 from catalog_requirement q where q.is_blocking),
        exists (select 1 from catalog_channeltext t where t.channel_id = c.id))
    from catalog_channel c
    where c.is_shop and (c.market_id is null or c.market_id = %(market)s) and c.audience in ('all', %(audience)s)
    order by c.market_id is null, c.audience = 'all', c.position, c.id limit 1
)
"""
# Whether an article (`v`) is in the buyer's range: with the parameters of `Range.parameters`.
IN_RANGE_NAMED = """
((%(assortments)s::bigint[] = '{}' or exists (
    select 1 from catalog_assortmentvariant av where av.variant_id = v.id and av.assortment_id = any(%(assortments)s::bigint[])))
 and (%(channel_assortment)s::bigint = 0 or exists (
    select 1 from catalog_assortmentvariant av where av.variant_id = v.id and av.assortment_id = %(channel_assortment)s::bigint))
 and (%(closing_channel)s::bigint = 0 or not exists (
    select 1 from catalog_completeness k where k.product_id = v.product_id and k.channel_id = %(closing_channel)s::bigint and k.is_closed)))
"""
# Fits an alias `v` of catalog_variant and `p` of catalog_product.
VISIBLE_NAMED = f"p.status <> 'draft' and v.status <> 'draft' and {IN_RANGE_NAMED}"


class Range(Value, frozen=True):
    """What limits a buyer; empty and 0 limit nothing.

    An article must be in one of `assortments`, in `channel_assortment`, and not closed in `closing_channel`.
    `channel` is the shop's channel where it has words of its own, else 0.
    """

    assortments: tuple[int, ...] = ()
    channel_assortment: int = 0
    closing_channel: int = 0
    channel: int = 0

    @property
    def parameters(self) -> dict[str, Any]:
        """What the conditions above take, and `channel`."""
        return {
            "assortments": list(self.assortments),
            "channel_assortment": self.channel_assortment,
            "closing_channel": self.closing_channel,
            "channel": self.channel,
        }


def range_of(buyer: Buyer) -> Range:
    """Return what limits the buyer."""
    if "range" not in buyer.memo:
        customers = buyer.customer.ids if buyer.customer else ()
        buyer.memo["range"] = _range(buyer.market.id, buyer.is_business, customers)
    found: Range = buyer.memo["range"]
    return found


@short_lived(seconds=2)
def _range(market_id: int, is_business: bool, customers: tuple[int, ...]) -> Range:
    audience = "business" if is_business else "consumer"
    with connection.cursor() as cursor:
        cursor.execute(
            _LIMITS,
            {"market": market_id, "is_business": is_business, "customers": list(customers), "audience": audience},
        )
        rules, channel = cursor.fetchone()
    assortment, key, closes, speaks = read_json(channel) or (0, 0, False, False)
    nearest = _nearest(read_json(rules) or [], customers)
    return Range(nearest, assortment or 0, key if closes else 0, key if speaks else 0)


def _nearest(rows: list[tuple[int | None, int | None, int]], customers: tuple[int, ...]) -> tuple[int, ...]:
    """Return what limits: the nearest company's that has a rule, else the segments' it is in, else the consumers' of the market."""
    for customer in customers:
        own = tuple(sorted(assortment for owner, _segment, assortment in rows if owner == customer))
        if own:
            return own
    by_segment = tuple(sorted({assortment for _owner, segment, assortment in rows if segment is not None}))
    return by_segment or tuple(sorted(assortment for owner, _segment, assortment in rows if owner is None))


def visible_ids(buyer: Buyer, variant_ids: Iterable[int]) -> set[int]:
    """Return those of the variants the buyer may see."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"select v.id from catalog_variant v join catalog_product p on p.id = v.product_id where v.id = any(%(ids)s::bigint[]) and {VISIBLE_NAMED}",  # noqa: S608
            {"ids": list(variant_ids), **range_of(buyer).parameters},
        )
        return {row[0] for row in cursor.fetchall()}
