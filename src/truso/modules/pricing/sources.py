"""What bears on a buyer's prices: lists, discounts, campaigns, policy. Looked up once per buyer and moment."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import connection

from truso.kernel.buyer import Buyer
from truso.kernel.money import ZERO
from truso.kernel.texts import in_language
from truso.kernel.value import Value, replace
from truso.modules.catalog.assortments import members_of
from truso.modules.catalog.bundles import parts_of
from truso.modules.pricing.campaigning import PRICE_KINDS, CampaignInForce, campaigns_for
from truso.modules.pricing.gates import is_let_through, market_gate
from truso.modules.pricing.rules import rank_of
from truso.modules.pricing.values import CampaignRow, DerivedRow, DiscountRow, PartSources, SourceRow, Sources
from truso.modules.tax.queries import rates_on
from truso.platform.database.values import read_json
from truso.platform.shortlived import short_lived

_KINDS = {"contract": "contract", "customer": "customer", "segment": "segment", "market": "list", "cost": "cost"}

# Everything that decides a buyer's prices but the prices: lists, discounts, policies, gates, told apart by their first column.
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
select 'policy', p.customer_id, null, null, null, null, null, null, null, null, p.on_request_but_id, null, null, null, p.best_price_wins
from pricing_pricepolicy p where p.customer_id = any(%(customers)s)
union all
select 'gate', g.id, g.price_gate, null, null, null, null, null, null, null, null, null, null, null, false
from catalog_category g where g.price_gate <> ''
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

    `costs` are the lists an article's cost is read from, where one of `lists` is made from the cost; `closed` the categories
    whose prices the buyer does not see, each with its gate. Where `on_request_but` is set, only what is in that assortment
    has a price.
    """

    lists: tuple[ListInForce, ...]
    discounts: tuple[DiscountInForce, ...]
    campaigns: tuple[CampaignInForce, ...]
    best_price_wins: bool
    costs: tuple[int, ...] = ()
    closed: tuple[tuple[int, str], ...] = ()
    on_request_but: int | None = None

    @property
    def derived(self) -> tuple[DerivedRow, ...]:
        """The lists that make a price for what they have none of their own for."""
        return tuple(
            DerivedRow(one.id, one.rank, one.source, one.name, one.basis, one.percent)
            for one in self.lists
            if one.basis
        )


NO_TERMS = Terms((), (), (), False)
# Whether the best price wins, and the assortment that alone has prices.
Policy = tuple[bool, int | None]


def terms_of(buyer: Buyer) -> Terms:
    """Return what decides the buyer's prices now; read once per buyer and moment."""
    if "price_terms" not in buyer.memo:
        customer = buyer.customer
        if market_gate(buyer):
            return buyer.memo.setdefault("price_terms", NO_TERMS)  # type: ignore[no-any-return]
        customers = customer.ids if customer else ()
        segments = customer.segment_ids if customer else ()
        lists, discounts, (best, on_request_but), costs, gates = _terms(
            buyer.market.id, buyer.currency, customers, segments, buyer.today, buyer.language
        )
        campaigns = tuple(one for one in campaigns_for(buyer) if one.kind in PRICE_KINDS)
        closed = tuple((key, gate) for key, gate in gates if not is_let_through(buyer, gate))
        buyer.memo["price_terms"] = Terms(lists, discounts, campaigns, best, costs, closed, on_request_but)
    terms: Terms = buyer.memo["price_terms"]
    return terms


@short_lived(seconds=2)
def _terms(
    market: int, currency: str, customers: tuple[int, ...], segments: tuple[int, ...], day: date, language: str
) -> tuple[tuple[ListInForce, ...], tuple[DiscountInForce, ...], Policy, tuple[int, ...], tuple[tuple[int, str], ...]]:
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
    policies: dict[int, Policy] = {row[1]: (row[14], row[10]) for row in rows if row[0] == "policy"}
    costs = tuple(row[1] for row in rows if row[0] == "list" and row[2] == "cost")
    # The nearest company that has a policy decides for its subsidiaries too.
    policy = next((policies[customer] for customer in customers if customer in policies), (False, None))
    gates = tuple((row[1], row[2]) for row in rows if row[0] == "gate")
    return lists, discounts, policy, costs if any(one.basis == "cost" for one in lists) else (), gates


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


def sources_of(
    buyer: Buyer, variant_ids: Iterable[int], *, coded: Sequence[CampaignInForce] = ()
) -> dict[int, tuple[Facts, Sources]]:
    """Return what pricing must know of each article and every source that bears on its price for the buyer.

    `coded` are campaigns whose code the buyer has entered. One query for all of the articles, two more when some are
    bundles priced as their parts, one more where some are on request; unknown ids are left out.
    """
    terms = terms_of(buyer)
    if coded:
        terms = replace(terms, campaigns=(*terms.campaigns, *coded))
    known = _sources(buyer, terms, list(variant_ids))
    bundles = [variant for variant, (about, _) in known.items() if about.percent_off_parts is not None]
    if bundles:
        known |= _of_parts(buyer, terms, {variant: known[variant][0] for variant in bundles})
    if terms.on_request_but:
        inside = members_of(terms.on_request_but, known)
        known |= {variant: (about, Sources()) for variant, (about, _) in known.items() if variant not in inside}
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
    campaigns = _CampaignRows(buyer, terms.campaigns)
    derived = terms.derived
    closed = {key for key, _ in terms.closed}
    shown = {variant: about for variant, about in facts.items() if not closed or closed.isdisjoint(about.category_path)}
    hidden = {variant: (about, Sources()) for variant, about in facts.items() if variant not in shown}
    return hidden | {
        variant: (
            about,
            Sources(
                tuple(rows[variant]),
                tuple([told for one, told in discounts if one.fits(about)]) if discounts else (),
                campaigns.of(about) if terms.campaigns else (),
                terms.best_price_wins,
                derived=derived,
                cost=_highest(costs.get(variant)),
            ),
        )
        for variant, about in shown.items()
    }


class _CampaignRows:
    """Campaigns as the prices of articles count them; their amounts hold the VAT of the market where it shows prices so."""

    def __init__(self, buyer: Buyer, campaigns: Sequence[CampaignInForce]) -> None:
        self._campaigns = campaigns
        self._known: dict[tuple[int, int], CampaignRow] = {}
        with_amounts = buyer.market.display_gross and any(one.amount is not None for one in campaigns)
        self._rates = rates_on(buyer.market.country, buyer.today) if with_amounts else {}

    def of(self, about: Facts) -> tuple[CampaignRow, ...]:
        return tuple([self._row(one, about.tax_class_id) for one in self._campaigns if one.fits(about)])

    def _row(self, one: CampaignInForce, tax_class_id: int) -> CampaignRow:
        key = (one.id, tax_class_id)
        if key not in self._known:
            rate = self._rates.get(tax_class_id)
            self._known[key] = one.row(rate.percent if rate else ZERO)
        return self._known[key]


def _highest(costs: dict[int, tuple[Decimal, date, Decimal]] | None) -> Decimal | None:
    """Return the highest of what an article costs in its cost lists, so that a promise holds whichever warehouse sends it."""
    return max((one[2] for one in costs.values()), default=None) if costs else None
