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
from truso.modules.pricing.values import CampaignRow, DerivedRow, DiscountRow, PartSources, SourceRow, Sources
from truso.platform.database.values import read_json
from truso.platform.shortlived import short_lived

_KINDS = {"contract": "contract", "customer": "customer", "segment": "segment", "market": "list", "cost": "cost"}

# Everything that decides a buyer's prices but the prices: lists, discounts, policies, told apart by their first column.
_TERMS = """
select 'list', l.id, l.kind, l.names, l.code, l.basis, l.customer_id, l.revision, l.percent, null::numeric,
       null::bigint, null::bigint, null::bigint, null::bigint[], false from pricing_pricelist l
where l.is_active and l.currency = %(currency)s
  and (l.valid_from is null or l.valid_from <= %(day)s) and (l.valid_to is null or l.valid_to > %(day)s)
  and ((l.kind = 'market' and l.market_id = %(market)s)
       or (l.kind = 'segment' and l.segment_id = any(%(segments)s) and (l.market_id is null or l.market_id = %(market)s))
       or (l.kind in ('contract', 'customer') and l.customer_id = any(%(customers)s))
       or l.kind = 'cost')
union all
select 'discount', d.id, b.name, coalesce(c.names, '{}') , d.name, f.names::text, null, null, d.percent, d.amount,
       d.category_id, d.brand_id, d.family_id, d.product_ids, d.stacks
from pricing_discount d left join catalog_category c on c.id = d.category_id left join catalog_brand b on b.id = d.brand_id
     left join catalog_family f on f.id = d.family_id
where (d.customer_id = any(%(customers)s) or d.segment_id = any(%(segments)s)) and d.currency in ('', %(currency)s)
  and (d.valid_from is null or d.valid_from <= %(day)s) and (d.valid_to is null or d.valid_to > %(day)s)
union all
select 'policy', p.customer_id, null, null, null, null, null, null, null, null, null, null, null, null, p.best_price_wins
from pricing_pricepolicy p where p.customer_id = any(%(customers)s)
order by 1, 2
"""
# Facts and prices of articles in one pass; an article without a price in these lists comes once, with nulls.
_PRICED = """
select v.id, v.price_unit, p.tax_class_id, p.brand_id, p.id, c.path, r.price_list_id, r.amount, r.minimum_quantity, b.discount,
       r.valid_from, p.family_id
from catalog_variant v join catalog_product p on p.id = v.product_id join catalog_category c on c.id = p.category_id
left join catalog_bundle b on b.variant_id = v.id and b.pricing = 'parts'
left join pricing_price r on r.variant_id = v.id and r.price_list_id = any(%s::bigint[])
     and r.valid_from <= %s and (r.valid_to is null or r.valid_to > %s)
where v.id = any(%s::bigint[])
"""


class ListInForce(Value, frozen=True):
    """A price list that counts for a buyer. `rank` orders contract, customer, segment, list; nearest company first.

    `basis` is empty for a list that has its own prices only, `list` or `cost` for one that makes the others from those.
    """

    id: int
    rank: int
    source: str
    name: str
    is_own: bool
    revision: int = 0
    basis: str = ""
    percent: Decimal = ZERO


class DiscountInForce(Value, frozen=True):
    """A reduction for what is in a category (and below), of a brand, of a family and one of some products; None is any."""

    category_id: int | None
    brand_id: int | None
    percent: Decimal
    name: str
    family_id: int | None = None
    product_ids: frozenset[int] = frozenset()
    amount: Decimal = ZERO
    stacks: bool = False

    def fits(self, facts: Facts) -> bool:
        """Tell whether the discount is for this article."""
        return (
            (self.category_id is None or self.category_id in facts.category_path)
            and (self.brand_id is None or self.brand_id == facts.brand_id)
            and (self.family_id is None or self.family_id == facts.family_id)
            and (not self.product_ids or facts.product_id in self.product_ids)
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
    family_id: int | None = None


class Terms(Value, frozen=True):
    """Everything that decides a buyer's prices, the same for every article.

    `costs` are the lists an article's cost is read from, where one of `lists` is made from the cost.
    """

    lists: tuple[ListInForce, ...]
    discounts: tuple[DiscountInForce, ...]
    campaigns: tuple[CampaignInForce, ...]
    best_price_wins: bool
    costs: tuple[int, ...] = ()

    @property
    def derived(self) -> tuple[DerivedRow, ...]:
        """The lists that make a price for what they have none of their own for."""
        return tuple(
            DerivedRow(one.id, one.rank, one.source, one.name, one.basis, one.percent)
            for one in self.lists
            if one.basis
        )


def terms_of(buyer: Buyer) -> Terms:
    """Return what decides the buyer's prices now; read once per buyer and moment."""
    if "price_terms" not in buyer.memo:
        customer = buyer.customer
        customers = customer.ids if customer else ()
        segments = customer.segment_ids if customer else ()
        lists, discounts, best, costs = _terms(
            buyer.market.id, buyer.currency, customers, segments, buyer.today, buyer.language
        )
        campaigns = tuple(
            campaign
            for campaign in _campaigns(buyer.market.id, buyer.language)
            if campaign.starts_at <= buyer.now < campaign.ends_at and (campaign.for_businesses or not buyer.is_business)
        )
        buyer.memo["price_terms"] = Terms(lists, discounts, campaigns, best, costs)
    terms: Terms = buyer.memo["price_terms"]
    return terms


@short_lived(seconds=2)
def _terms(
    market: int, currency: str, customers: tuple[int, ...], segments: tuple[int, ...], day: date, language: str
) -> tuple[tuple[ListInForce, ...], tuple[DiscountInForce, ...], bool, tuple[int, ...]]:
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
    lists = tuple(_list(row, customers, language) for row in rows if row[0] == "list" and row[2] != "cost")
    discounts = tuple(_discount(row, language) for row in rows if row[0] == "discount")
    policies = {row[1]: row[14] for row in rows if row[0] == "policy"}
    costs = tuple(row[1] for row in rows if row[0] == "list" and row[2] == "cost")
    # The nearest company that has a policy decides for its subsidiaries too.
    best = next((policies[customer] for customer in customers if customer in policies), False)
    return lists, discounts, best, costs if any(one.basis == "cost" for one in lists) else ()


def _discount(row: tuple, language: str) -> DiscountInForce:  # type: ignore[type-arg]
    places = (in_language(read_json(names), language) for names in (row[3], row[5]) if names)
    name = row[4] or " · ".join(filter(None, (*places, row[2])))
    return DiscountInForce(
        row[10], row[11], row[8] or ZERO, name, row[12], frozenset(row[13] or ()), row[9] or ZERO, row[14]
    )


def _list(row: tuple, customers: Sequence[int], language: str) -> ListInForce:  # type: ignore[type-arg]
    source, owner = _KINDS[row[2]], row[6]
    # Within one source the nearest company's list comes before its parent's.
    distance = customers.index(owner) if owner in customers else 0
    name = in_language(read_json(row[3]), language) or row[4]
    return ListInForce(
        row[1], rank_of(source, distance=distance), source, name, owner is not None, row[7], row[5], row[8] or ZERO
    )


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
    costs: dict[int, dict[int, tuple[Decimal, date, Decimal]]] = {}
    with connection.cursor() as cursor:
        cursor.execute(_PRICED, [[*by_id, *terms.costs], buyer.today, buyer.today, variant_ids])
        for row in cursor.fetchall():
            variant, list_id = row[0], row[6]
            if variant not in facts:
                facts[variant] = Facts(variant, row[1], row[2], row[3], tuple(row[5]), row[4], row[9], row[11])
                rows[variant] = []
            if list_id in by_id:
                one = by_id[list_id]
                rows[variant].append(SourceRow(one.id, one.rank, one.source, one.name, row[7], row[8], row[10]))
            elif list_id is not None and row[8] <= 1:
                kept = costs.setdefault(variant, {})
                kept[list_id] = max(kept.get(list_id, (ZERO, date.min, ZERO)), (row[8], row[10], row[7]))
    discounts = [(one, DiscountRow(one.name, one.percent, one.amount, one.stacks)) for one in terms.discounts]
    campaigns = [(one, CampaignRow(one.name, one.percent, one.ends_at)) for one in terms.campaigns]
    derived = terms.derived
    return {
        variant: (
            about,
            Sources(
                tuple(rows[variant]),
                tuple([told for one, told in discounts if one.fits(about)]) if discounts else (),
                tuple([told for one, told in campaigns if one.fits(about)]) if campaigns else (),
                terms.best_price_wins,
                derived=derived,
                cost=_highest(costs.get(variant)),
            ),
        )
        for variant, about in facts.items()
    }


def _highest(costs: dict[int, tuple[Decimal, date, Decimal]] | None) -> Decimal | None:
    """Return the highest of what an article costs in its cost lists, so that a promise holds whichever warehouse sends it."""
    return max((one[2] for one in costs.values()), default=None) if costs else None
