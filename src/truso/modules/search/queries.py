"""Search the catalog as a buyer: own range, own prices."""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from datetime import datetime
from decimal import Decimal

from msgspec import field

from truso.kernel.buyer import Buyer
from truso.kernel.money import ZERO, minor_units
from truso.kernel.value import Value, replace
from truso.modules.agreements.queries import agreed_articles
from truso.modules.catalog.models import CustomerArticleNumber, FamilyAttribute
from truso.modules.catalog.queries.document_search import products_by_documents
from truso.modules.catalog.visibility import range_of
from truso.modules.pricing.campaigning import CampaignInForce
from truso.modules.pricing.queries import own_prices
from truso.modules.pricing.sources import DiscountInForce, ListInForce, Terms, terms_of
from truso.modules.search.engine import (
    Bounds,
    CountedId,
    Facet,
    Made,
    NoGeneration,
    RangeFacet,
    Reduction,
    Replica,
    SearchHit,
    SearchPage,
    SearchQuery,
    SearchScope,
    Suggestions,
)
from truso.modules.search.engine.values import PriceLists
from truso.modules.search.fallback import search_database
from truso.modules.search.operations import index_root
from truso.modules.search.papers import PAPERS
from truso.modules.search.ranges import asked, spans, with_ends
from truso.modules.search.steering import NO_STEERING, alternatives_of, steering_for
from truso.modules.tax.queries import rates_for, rates_on
from truso.platform.shortlived import short_lived

MOST_PER_PAGE = 100
LAST_OFFSET = 100_000
MOST_NEAR = 20
SHORTEST_IN_DOCUMENTS = 4
# A document of a whole brand or family finds more products than a reader can use.
MOST_BY_DOCUMENTS = 500


class SearchRequest(Value, frozen=True):
    """What a buyer looks for. `price_range` is in the prices the buyer sees; `collapse` shows one row per product.

    `is_steered` False leaves out what the merchant pins, boosts and buries; `rules_at` takes the rules of another moment.
    """

    text: str = ""
    category_id: int | None = None
    brand_ids: tuple[int, ...] = ()
    choices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    ranges: Mapping[str, Bounds] = field(default_factory=dict)
    in_stock: bool = False
    within_days: int | None = None
    among_products: tuple[int, ...] | None = None
    price_range: Bounds = (None, None)
    sort: str = "relevance"
    page: int = 1
    per_page: int = 24
    collapse: bool = False
    is_steered: bool = True
    rules_at: datetime | None = None


class SearchResult(Value, frozen=True):
    """A page of hits with the counts of all of them, and how many pages there are."""

    total: int
    page_count: int
    hits: tuple[SearchHit, ...]
    facets: tuple[Facet, ...] = ()
    ranges: tuple[RangeFacet, ...] = ()
    brands: tuple[CountedId, ...] = ()
    categories: tuple[CountedId, ...] = ()
    price_range: Bounds = (None, None)
    exact: bool = False
    corrected_text: str = ""


_replicas: dict[str, Replica] = {}
_lock = threading.Lock()


def replica() -> Replica | None:
    """Return this process's reader of the index, up to date; None when there is no index yet."""
    root = str(index_root())
    reader = _replicas.get(root)
    if reader is None:
        with _lock:
            try:
                reader = _replicas.setdefault(root, Replica(index_root()))
            except NoGeneration:
                return None
    reader.reload_if_changed()
    return reader


def search_catalog(buyer: Buyer, request: SearchRequest) -> SearchResult:
    """Answer a search or a category: only what the buyer may see, at the buyer's own prices, in every hit and count.

    A node without an index answers from the database meanwhile (`fallback`); `truso reindex` builds one.
    """
    reader = replica()
    per_page = max(1, min(request.per_page, MOST_PER_PAGE))
    if reader is None:
        hits, exact = search_database(buyer, request)
        start = (max(1, request.page) - 1) * per_page
        return SearchResult(len(hits), -(-len(hits) // per_page), tuple(hits[start : start + per_page]), exact=exact)
    page = reader.search(_query(buyer, request, per_page))
    return _result(page, per_page)


def suggest_articles(buyer: Buyer, text: str, *, limit: int = 6) -> Suggestions:
    """Return the articles and words that fit what is being typed."""
    reader = replica()
    if reader is None:
        return Suggestions(tuple(search_database(buyer, SearchRequest(text=text, collapse=True))[0][:limit]), ())
    asks = _query(buyer, SearchRequest(text=text, collapse=True, is_steered=False), limit, with_documents=False)
    return reader.suggest(text, buyer.language, limit, asks)


def near_articles(buyer: Buyer, codes: Sequence[str], *, most: int = 3) -> dict[str, tuple[int, ...]]:
    """Return, per code that names nothing, up to `most` variants with nearly such a number, the nearest first.

    Only what the buyer may see and can be bought; at most the first `MOST_NEAR` codes are looked for, the others are
    not in the answer.
    """
    reader = replica() if codes else None
    if reader is None:
        return {}
    own = _own_numbers(buyer.customer.ids) if buyer.customer else {}
    return reader.near(list(dict.fromkeys(codes))[:MOST_NEAR], scope_of(buyer), own, most)


def _result(page: SearchPage, per_page: int) -> SearchResult:
    return SearchResult(
        page.total,
        -(-page.total // per_page),
        page.hits,
        page.facets,
        spans(page.ranges),
        page.brands,
        page.categories,
        page.price_range,
        page.exact,
        page.corrected_text,
    )


def _query(buyer: Buyer, request: SearchRequest, per_page: int, *, with_documents: bool = True) -> SearchQuery:
    terms, scope = terms_of(buyer), scope_of(buyer)
    wanted = NO_STEERING
    if request.is_steered:
        judge = buyer.at(request.rules_at) if request.rules_at else buyer
        wanted = steering_for(judge, text=request.text, category_id=request.category_id)
    return SearchQuery(
        language=buyer.language,
        text=request.text,
        category_id=request.category_id,
        brand_ids=request.brand_ids,
        choices=request.choices,
        ranges=asked(request.ranges),
        in_stock=request.in_stock,
        within_days=request.within_days,
        among_products=request.among_products,
        assortment_ids=scope.assortment_ids,
        required_ids=scope.required_ids,
        closed_ids=scope.closed_ids,
        own_numbers=_own_numbers(buyer.customer.ids) if buyer.customer and request.text else {},
        price_list_ids=_shared_lists(terms),
        base_lists=tuple(_column(one) for one in sorted(terms.lists, key=_by_key) if one.source == "list"),
        cost_lists=terms.costs,
        closed_categories=tuple(sorted(key for key, _ in terms.closed)),
        on_request_but=terms.on_request_but,
        discounts=tuple(map(_reduction, terms.discounts)),
        campaigns=tuple(_on_campaign(one, buyer) for one in terms.campaigns),
        best_price_wins=terms.best_price_wins,
        own_prices=_own_prices(buyer),
        price_factors=_factors(buyer),
        price_places=minor_units(buyer.currency) if buyer.display_gross else 6,
        price_range=request.price_range,
        sort=request.sort,
        offset=min((max(1, request.page) - 1) * per_page, LAST_OFFSET),
        limit=per_page,
        collapse=request.collapse,
        facets=(*with_ends(_facet_codes()), PAPERS),
        alternatives=alternatives_of(request.text, buyer.language) if request.text else (),
        also_products=_by_documents(buyer, request.text) if with_documents else (),
        pinned=wanted.pinned,
        boosted=(*wanted.boosted, *_agreed_first(buyer)),
        buried=wanted.buried,
    )


def _agreed_first(buyer: Buyer) -> tuple[tuple[str, int], ...]:
    """Return what stands first because the buyer's agreement names it."""
    agreed = agreed_articles(buyer)
    return (("assortment", agreed),) if agreed else ()


def _shared_lists(terms: Terms) -> PriceLists:
    """Return what ranks before the base price, in the order of its rank: lists that have a column, and those that make prices."""
    by_rank: dict[int, list[int | Made]] = {}
    for one in sorted(terms.lists, key=_by_key):
        if one.source != "list" and (one.basis or not one.is_own):
            by_rank.setdefault(one.rank, []).append(_column(one))
    return tuple(tuple(columns) for _, columns in sorted(by_rank.items()))


def _by_key(one: ListInForce) -> int:
    return one.id


def _column(one: ListInForce) -> int | Made:
    """Return a list as the index knows it; a customer's own has no column, what it holds is laid over."""
    return Made(None if one.is_own else one.id, one.basis, one.percent) if one.basis else one.id


def _reduction(one: DiscountInForce) -> Reduction:
    products = tuple(sorted(one.product_ids))
    return Reduction(one.percent, one.category_id, one.brand_id, products, one.family_id, one.amount, one.stacks)


def _on_campaign(one: CampaignInForce, buyer: Buyer) -> Reduction:
    """Return a campaign on prices as the index knows it: its amount for each tax class, as it may hold VAT."""
    with_vat = buyer.market.display_gross and one.amount is not None
    rates = rates_on(buyer.market.country, buyer.today) if one.amount is not None else {}
    rows = {key: one.row(rate.percent if with_vat else ZERO) for key, rate in sorted(rates.items())}
    return Reduction(
        one.percent or ZERO, one.category_id, one.brand_id, tuple(sorted(one.product_ids)),
        left_out=tuple(sorted(one.left_out_ids)),
        by_class=tuple((key, row.amount if row.fixed is None else row.fixed) for key, row in rows.items()),
        is_fixed=one.kind == "fixed",
    )  # fmt: skip


def _by_documents(buyer: Buyer, text: str) -> tuple[int, ...]:
    """Return the products in whose documents all the words stand, of documents the buyer may have; few or none."""
    words = text.split()
    if not words or len("".join(words)) < SHORTEST_IN_DOCUMENTS:
        return ()
    return _found_in_documents(_DocumentKey(buyer, text))


class _DocumentKey:
    """A buyer and a text, compared by what decides which documents there are."""

    def __init__(self, buyer: Buyer, text: str) -> None:
        self.buyer, self.text = buyer, text
        self._key = (buyer.market.id, buyer.customer.ids if buyer.customer else (), buyer.today, text.casefold())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _DocumentKey) and self._key == other._key

    def __hash__(self) -> int:
        return hash(self._key)


@short_lived(seconds=60, most=500)
def _found_in_documents(key: _DocumentKey) -> tuple[int, ...]:
    return products_by_documents(key.buyer, key.text, limit=MOST_BY_DOCUMENTS)


def scope_of(buyer: Buyer) -> SearchScope:
    """Return what the index may answer the buyer with."""
    limits = range_of(buyer)
    required = (limits.channel_assortment,) if limits.channel_assortment else ()
    # Products a channel does not show stand in the index under its key, negated.
    closed = (-limits.closing_channel,) if limits.closing_channel else ()
    return SearchScope(limits.assortments, required_ids=required, closed_ids=closed)


def _factors(buyer: Buyer) -> dict[int, Decimal]:
    if not buyer.display_gross:
        return {}
    rates = rates_for(buyer)
    return {tax_class: (100 + rate.percent) / Decimal(100) for tax_class, rate in rates.items()}


def _own_prices(buyer: Buyer) -> Mapping[int, Decimal]:
    """Return the buyer's own prices; the same answer object while nothing that decides them changes, so caches hold."""
    return _own_prices_for(OwnPriceKey(buyer))


class OwnPriceKey:
    """A buyer, compared by what decides its own prices: the lists in force with their revisions, discounts, campaigns."""

    def __init__(self, buyer: Buyer) -> None:
        self.buyer = buyer
        terms = terms_of(buyer)
        # What is left of a campaign's budget bears on no price as long as something is.
        campaigns = tuple(replace(one, budget_left=None) for one in terms.campaigns)
        self._key = (replace(terms, campaigns=campaigns), buyer.currency, buyer.today)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, OwnPriceKey) and self._key == other._key

    def __hash__(self) -> int:
        return hash(self._key)


# They decide the order and the price filter of a list, never a price that is shown. New prices and terms make another
# key; what else bears on them (an article moved to another category) shows after some minutes.
@short_lived(seconds=300, most=200)
def _own_prices_for(key: OwnPriceKey) -> Mapping[int, Decimal]:
    return own_prices(key.buyer)


@short_lived(seconds=5)
def _own_numbers(customer_ids: tuple[int, ...]) -> Mapping[str, int]:
    rows = CustomerArticleNumber.objects.filter(customer_id__in=customer_ids)
    return dict(rows.values_list("number_normalized", "variant_id"))


@short_lived(seconds=30)
def _facet_codes() -> tuple[str, ...]:
    return tuple(sorted(set(FamilyAttribute.objects.filter(is_facet=True).values_list("attribute__code", flat=True))))
