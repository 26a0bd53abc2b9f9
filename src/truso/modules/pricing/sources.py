"""What bears on a buyer's prices: lists, discounts, campaigns, policy. Looked up once per buyer and moment."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import connection

from truso.kernel.buyer import Buyer
from truso.kernel.money import ZERO
from truso.kernel.texts import in_language
from truso.kernel.value import Value
from truso.modules.catalog.bundles import parts_of
from truso.modules.pricing.models import Campaign
from truso.modules.pricing.rules import rank_of
from truso.modules.pricing.values import CampaignRow, DiscountRow, PartSources, SourceRow, Sources
from truso.platform.database.values import read_json
from truso.platform.shortlived import short_lived

_KINDS = {"contract": "contract", "customer": "customer", "segment": "segment", "market": "list"}

# Everything that decides a buyer's prices but the prices: lists, discounts, policies, told apart by their first column.
_TERMS = """
select 'list', l.id, l.kind, l.names, l.code, l.customer_id, l.revision, null from pricing_pricelist l
where l.is_active and l.currency = %(currency)s
  and (l.valid_from is null or l.valid_from <= %(day)s) and (l.valid_to is null or l.valid_to > %(day)s)
  and ((l.kind = 'market' and l.market_id = %(market)s)
       or (l.kind = 'segment' and l.segment_id = any(%(segments)s) and (l.market_id is null or l.market_id = %(market)s))
       or (l.kind in ('contract', 'customer') and l.customer_id = any(%(customers)s)))
union all
select 'discount', d.id, b.name, coalesce(c.names, '{}'), null, d.category_id, d.brand_id, d.percent
from pricing_discount d left join catalog_category c on c.id = d.category_id left join catalog_brand b on b.id = d.brand_id
where (d.customer_id = any(%(customers)s) or d.segment_id = any(%(segments)s))
  and (d.valid_from is null or d.valid_from <= %(day)s) and (d.valid_to is null or d.valid_to > %(day)s)
union all
select 'policy', p.customer_id, null, null, null, case when p.best_price_wins then 1 else 0 end, null, null
from pricing_pricepolicy p where p.customer_id = any(%(customers)s)
order by 1, 2
"""
# Facts and prices of articles in one pass; an article without a price in these lists comes once, with nulls.
_PRICED = """
select v.id, v.price_unit, p.tax_class_id, p.brand_id, p.id, c.path, r.price_list_id, r.amount, r.minimum_quantity, b.discount
from catalog_variant v join catalog_product p on p.id = v.product_id join catalog_category c on c.id = p.category_id
left join catalog_bundle b on b.variant_id = v.id and b.pricing = 'parts'
left join pricing_price r on r.variant_id = v.id and r.price_list_id = any(%s::bigint[])
     and r.valid_from <= %s and (r.valid_to is null or r.valid_to > %s)
where v.id = any(%s::bigint[])
"""


class ListInForce(Value, frozen=True):
    """A price list that counts for a buyer. `rank` orders contract, customer, segment, list; nearest company first."""

    id: int
    rank: int
    source: str
    name: str
    is_own: bool
    revision: int = 0


class DiscountInForce(Value, frozen=True):
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


class CampaignInForce(Value, frozen=True):
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


class Facts(Value, frozen=True):
    """What pricing must know of an article."""

    variant_id: int
    price_unit: int
    tax_class_id: int
    brand_id: int
    category_path: tuple[int, ...]
    product_id: int
    percent_off_parts: Decimal | None = None  # of a bundle that is priced as its parts


class Terms(Value, frozen=True):
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


@short_lived(seconds=2)
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
        cursor.execute(_TERMS, values)
        rows = cursor.fetchall()
    lists = tuple(_list(row[1:], customers, language) for row in rows if row[0] == "list")
    discounts = tuple(_discount(row, language) for row in rows if row[0] == "discount")
    policies = {row[1]: bool(row[5]) for row in rows if row[0] == "policy"}
    # The nearest company that has a policy decides for its subsidiaries too.
    return lists, discounts, next((policies[customer] for customer in customers if customer in policies), False)


def _discount(row: tuple, language: str) -> DiscountInForce:  # type: ignore[type-arg]
    name = " · ".join(filter(None, (in_language(read_json(row[3]), language), row[2])))
    return DiscountInForce(row[5], row[6], row[7], name)


def _list(row: tuple, customers: Sequence[int], language: str) -> ListInForce:  # type: ignore[type-arg]
    source = _KINDS[row[1]]
    # Within one source the nearest company's list comes before its parent's.
    distance = customers.index(row[4]) if row[4] in customers else 0
    name = in_language(read_json(row[2]), language) or row[3]
    return ListInForce(row[0], rank_of(source, distance=distance), source, name, row[4] is not None, row[5])


@short_lived(seconds=2)
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


def sources_of(buyer: Buyer, variant_ids: Iterable[int]) -> dict[int, tuple[Facts, Sources]]:
    """Return what pricing must know of each article and every source that bears on its price for the buyer.

    One query for all of them, two more when some are bundles priced as their parts; unknown ids are left out.
    """
    terms = terms_of(buyer)
    known = _sources(buyer, terms, list(variant_ids))
    bundles = [variant for variant, (about, _) in known.items() if about.percent_off_parts is not None]
    if bundles:
        known |= _of_parts(buyer, terms, {variant: known[variant][0] for variant in bundles})
    return known


def _of_parts(buyer: Buyer, terms: Terms, bundles: dict[int, Facts]) -> dict[int, tuple[Facts, Sources]]:
    """Return bundles with what bears on the price of each of their parts."""
    held = parts_of(bundles)
    known = _sources(buyer, terms, list({part.variant_id for parts in held.values() for part in parts}))
    found = {}
    for variant, about in bundles.items():
        parts = tuple(
            PartSources(part.sku, part.quantity, known[part.variant_id][0].price_unit, known[part.variant_id][1])
            for part in held.get(variant, ())
        )
        found[variant] = (about, Sources(parts=parts, percent_off=about.percent_off_parts or ZERO))
    return found


def _sources(buyer: Buyer, terms: Terms, variant_ids: list[int]) -> dict[int, tuple[Facts, Sources]]:
    by_id = {one.id: one for one in terms.lists}
    facts: dict[int, Facts] = {}
    rows: dict[int, list[SourceRow]] = {}
    with connection.cursor() as cursor:
        cursor.execute(_PRICED, [list(by_id), buyer.today, buyer.today, variant_ids])
        for row in cursor.fetchall():
            variant = row[0]
            if variant not in facts:
                facts[variant] = Facts(variant, row[1], row[2], row[3], tuple(row[5]), row[4], row[9])
                rows[variant] = []
            if row[6] is not None:
                one = by_id[row[6]]
                rows[variant].append(SourceRow(one.id, one.rank, one.source, one.name, row[7], row[8]))
    discounts = [(one, DiscountRow(one.name, one.percent)) for one in terms.discounts]
    campaigns = [(one, CampaignRow(one.name, one.percent, one.ends_at)) for one in terms.campaigns]
    return {
        variant: (
            about,
            Sources(
                tuple(rows[variant]),
                tuple([told for one, told in discounts if one.fits(about)]) if discounts else (),
                tuple([told for one, told in campaigns if one.fits(about)]) if campaigns else (),
                terms.best_price_wins,
            ),
        )
        for variant, about in facts.items()
    }
