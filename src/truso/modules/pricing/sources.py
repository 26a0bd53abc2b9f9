"""What bears on a buyer's prices: lists, discounts, campaigns, policy. Looked up once per buyer and moment."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import connection

from truso.kernel.buyer import Buyer
from truso.kernel.texts import in_language
from truso.modules.pricing.models import Campaign
from truso.modules.pricing.rules import RANKS
from truso.modules.pricing.values import CampaignRow, DiscountRow, SourceRow, Sources
from truso.platform.shortlived import short_lived

_KINDS = {"contract": "contract", "customer": "customer", "segment": "segment", "market": "list"}

_LISTS = """
select l.id, l.kind, l.names, l.code, l.customer_id from pricing_pricelist l
where l.is_active and l.currency = %(currency)s
  and (l.valid_from is null or l.valid_from <= %(day)s) and (l.valid_to is null or l.valid_to > %(day)s)
  and ((l.kind = 'market' and l.market_id = %(market)s)
       or (l.kind = 'segment' and l.segment_id = any(%(segments)s) and (l.market_id is null or l.market_id = %(market)s))
       or (l.kind in ('contract', 'customer') and l.customer_id = any(%(customers)s)))
order by l.id
"""
_DISCOUNTS = """
select d.category_id, d.brand_id, d.percent, d.customer_id, coalesce(c.names, '{}'), b.name
from pricing_discount d left join catalog_category c on c.id = d.category_id left join catalog_brand b on b.id = d.brand_id
where (d.customer_id = any(%(customers)s) or d.segment_id = any(%(segments)s))
  and (d.valid_from is null or d.valid_from <= %(day)s) and (d.valid_to is null or d.valid_to > %(day)s)
"""
_POLICY = "select customer_id, best_price_wins from pricing_pricepolicy where customer_id = any(%s::bigint[])"
_FACTS = """
select v.id, v.price_unit, p.tax_class_id, p.brand_id, c.path, p.id
from catalog_variant v join catalog_product p on p.id = v.product_id join catalog_category c on c.id = p.category_id
where v.id = any(%s::bigint[])
"""
_PRICES = """
select price_list_id, variant_id, amount, minimum_quantity from pricing_price
where price_list_id = any(%s::bigint[]) and variant_id = any(%s::bigint[]) and valid_from <= %s and (valid_to is null or valid_to > %s)
"""


@dataclass(frozen=True, slots=True)
class ListInForce:
    """A price list that counts for a buyer. `rank` orders contract, customer, segment, list; nearest company first."""

    id: int
    rank: int
    source: str
    name: str
    is_own: bool


@dataclass(frozen=True, slots=True)
class DiscountInForce:
    """A percentage for a category (and below), a brand, or both; everything when neither is named."""

    category_id: int | None
    brand_id: int | None
    percent: Decimal
    name: str

    def fits(self, facts: Facts) -> bool:
        """Tell whether the discount is for this article."""
        return (self.category_id is None or self.category_id in facts.category_path) and (
            self.brand_id is None or self.brand_id == facts.brand_id
        )


@dataclass(frozen=True, slots=True)
class CampaignInForce:
    """A campaign of a market that runs now."""

    category_id: int | None
    product_ids: frozenset[int]
    percent: Decimal
    name: str
    ends_at: datetime
    starts_at: datetime
    for_businesses: bool

    def fits(self, facts: Facts) -> bool:
        """Tell whether the campaign is for this article."""
        if self.product_ids and facts.product_id not in self.product_ids:
            return False
        return self.category_id is None or self.category_id in facts.category_path


@dataclass(frozen=True, slots=True)
class Facts:
    """What pricing must know of an article."""

    variant_id: int
    price_unit: int
    tax_class_id: int
    brand_id: int
    category_path: tuple[int, ...]
    product_id: int


@dataclass(frozen=True, slots=True)
class Terms:
    """Everything that decides a buyer's prices, the same for every article."""

    lists: tuple[ListInForce, ...]
    discounts: tuple[DiscountInForce, ...]
    campaigns: tuple[CampaignInForce, ...]
    best_price_wins: bool


def terms_of(buyer: Buyer) -> Terms:
    """Return what decides the buyer's prices now; read once per buyer and moment."""
    if "price_terms" not in buyer.memo:
        customer = buyer.customer
        customers = customer.ids if customer else ()
        segments = customer.segment_ids if customer else ()
        lists, discounts, best = _terms(
            buyer.market.id, buyer.currency, customers, segments, buyer.today, buyer.language
        )
        campaigns = tuple(
            campaign
            for campaign in _campaigns(buyer.market.id, buyer.language)
            if campaign.starts_at <= buyer.now < campaign.ends_at and (campaign.for_businesses or not buyer.is_business)
        )
        buyer.memo["price_terms"] = Terms(lists, discounts, campaigns, best)
    terms: Terms = buyer.memo["price_terms"]
    return terms


@short_lived(seconds=1)
def _terms(
    market: int, currency: str, customers: tuple[int, ...], segments: tuple[int, ...], day: date, language: str
) -> tuple[tuple[ListInForce, ...], tuple[DiscountInForce, ...], bool]:
    values: dict[str, Any] = {
        "market": market,
        "currency": currency,
        "customers": list(customers),
        "segments": list(segments),
        "day": day,
    }
    with connection.cursor() as cursor:
        cursor.execute(_LISTS, values)
        lists = tuple(_list(row, customers, language) for row in cursor.fetchall())
        if not customers:
            return lists, (), False
        cursor.execute(_DISCOUNTS, values)
        discounts = tuple(
            DiscountInForce(
                row[0], row[1], row[2], " · ".join(filter(None, (in_language(_json(row[4]), language), row[5])))
            )
            for row in cursor.fetchall()
        )
        cursor.execute(_POLICY, [list(customers)])
        policies = dict(cursor.fetchall())
    # The nearest company that has a policy decides for its subsidiaries too.
    return lists, discounts, next((policies[customer] for customer in customers if customer in policies), False)


def _list(row: tuple, customers: Sequence[int], language: str) -> ListInForce:  # type: ignore[type-arg]
    source = _KINDS[row[1]]
    # Within one source the nearest company's list comes before its parent's.
    distance = customers.index(row[4]) if row[4] in customers else 0
    name = in_language(_json(row[2]), language) or row[3]
    return ListInForce(row[0], RANKS[source] * 100 + distance, source, name, row[4] is not None)


def _json(value: object) -> dict[str, str]:
    import json

    return json.loads(value) if isinstance(value, str) else value  # type: ignore[return-value]


@short_lived(seconds=1)
def _campaigns(market: int, language: str) -> tuple[CampaignInForce, ...]:
    return tuple(
        CampaignInForce(
            row.category_id,
            frozenset(row.product_ids),
            row.percent,
            in_language(row.names, language) or row.code,
            row.ends_at,
            row.starts_at,
            row.for_businesses,
        )
        for row in Campaign.objects.filter(market_id=market, is_active=True)
    )


def facts_of(variant_ids: Iterable[int]) -> dict[int, Facts]:
    """Return what pricing must know of articles, in one query; unknown ids are left out."""
    with connection.cursor() as cursor:
        cursor.execute(_FACTS, [list(variant_ids)])
        return {row[0]: Facts(row[0], row[1], row[2], row[3], tuple(row[4]), row[5]) for row in cursor.fetchall()}


def sources_of(buyer: Buyer, facts: dict[int, Facts]) -> dict[int, Sources]:
    """Return every source that bears on each article's price for the buyer, in one query for all of them."""
    terms = terms_of(buyer)
    by_id = {one.id: one for one in terms.lists}
    rows: dict[int, list[SourceRow]] = {variant: [] for variant in facts}
    with connection.cursor() as cursor:
        cursor.execute(_PRICES, [list(by_id), list(facts), buyer.today, buyer.today])
        for list_id, variant, amount, minimum in cursor.fetchall():
            one = by_id[list_id]
            rows[variant].append(SourceRow(one.rank, one.source, one.name, amount, minimum))
    return {
        variant: Sources(
            rows=tuple(rows[variant]),
            discounts=tuple(DiscountRow(one.name, one.percent) for one in terms.discounts if one.fits(about)),
            campaigns=tuple(
                CampaignRow(one.name, one.percent, one.ends_at) for one in terms.campaigns if one.fits(about)
            ),
            best_price_wins=terms.best_price_wins,
        )
        for variant, about in facts.items()
    }
