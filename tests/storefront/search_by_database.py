"""The search door over plain database reads: small and slow, for tests of pages only."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from math import ceil
from typing import Any

from truso.kernel.buyer import Buyer
from truso.kernel.identifiers import fold, normalize_code
from truso.modules.catalog.models import Variant
from truso.modules.catalog.queries import VariantCard, cards_for
from truso.modules.inventory.queries import availability_for
from truso.modules.pricing.queries import prices_for

Bounds = tuple[Decimal | None, Decimal | None]


@dataclass(frozen=True, slots=True)
class SearchRequest:
    text: str = ""
    category_id: int | None = None
    brand_ids: tuple[int, ...] = ()
    choices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    ranges: Mapping[str, Bounds] = field(default_factory=dict)
    in_stock: bool = False
    price_range: Bounds = (None, None)
    sort: str = "relevance"
    page: int = 1
    per_page: int = 24
    collapse: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    variant_id: int
    product_id: int
    matched_by: str
    variants: int = 1


@dataclass(frozen=True, slots=True)
class Value:
    code: str
    count: int
    selected: bool


@dataclass(frozen=True, slots=True)
class Facet:
    code: str
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class RangeFacet:
    code: str
    minimum: Decimal
    maximum: Decimal


@dataclass(frozen=True, slots=True)
class Counted:
    id: int
    count: int
    selected: bool = False


@dataclass(frozen=True, slots=True)
class SearchResult:
    total: int
    page_count: int
    hits: tuple[Hit, ...]
    facets: tuple[Facet, ...] = ()
    ranges: tuple[RangeFacet, ...] = ()
    brands: tuple[Counted, ...] = ()
    categories: tuple[Counted, ...] = ()
    price_range: Bounds = (None, None)
    corrected_text: str = ""
    exact: bool = False


def search_catalog(buyer: Buyer, request: SearchRequest) -> SearchResult:
    """Answer a request by looking at every article."""
    rows = Variant.objects.filter(status="active", product__status="active").order_by("-popularity", "id")
    if request.category_id:
        rows = rows.filter(product__category__path__contains=[request.category_id])
    if request.brand_ids:
        rows = rows.filter(product__brand_id__in=request.brand_ids)
    brands = dict(rows.values_list("id", "product__brand_id"))
    paths = dict(rows.values_list("id", "product__category__path"))
    cards = cards_for(buyer, rows.values_list("id", flat=True))
    code = normalize_code(request.text)
    exact = [card for card in cards if code and code in (normalize_code(card.sku), card.gtin, normalize_code(card.mpn))]
    words = fold(request.text).split()
    found = exact or [card for card in cards if _fits(card, words, request)]
    prices = prices_for(buyer, [card.variant_id for card in found])
    shown = {one: line.unit_price_gross if buyer.display_gross else line.unit_price for one, line in prices.items()}
    found = _ordered(buyer, found, shown, request)
    facets, ranges = _facets(found, request)
    hits = _hits(found, request.collapse)
    start = (request.page - 1) * request.per_page
    return SearchResult(
        total=len(hits), page_count=ceil(len(hits) / request.per_page), hits=tuple(hits[start : start + request.per_page]),
        facets=facets, ranges=ranges,
        brands=tuple(Counted(one, count) for one, count in Counter(brands[card.variant_id] for card in found).most_common()),
        categories=tuple(Counted(one, count) for one, count in Counter(x for card in found for x in paths[card.variant_id]).items()),
        exact=bool(exact),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Suggestions:
    products: tuple[Hit, ...]
    terms: tuple[str, ...] = ()


def suggest_articles(buyer: Buyer, text: str, *, limit: int = 6) -> Suggestions:
    """Offer the first products that fit."""
    return Suggestions(search_catalog(buyer, SearchRequest(text=text, per_page=limit, collapse=True)).hits)


def _fits(card: VariantCard, words: list[str], request: SearchRequest) -> bool:
    text = fold(f"{card.name} {card.label} {card.sku} {card.brand}")
    values = {
        code: [str(one) for one in (value if isinstance(value, list) else [value])]
        for code, value in card.attributes.items()
    }
    return (
        all(word in text for word in words)
        and all(set(wanted) & set(values.get(code, ())) for code, wanted in request.choices.items())
        and all(_within(card.attributes.get(code), bounds) for code, bounds in request.ranges.items())
    )


def _within(value: Any, bounds: Bounds) -> bool:
    low, high = bounds
    return (
        value is not None
        and (low is None or Decimal(str(value)) >= low)
        and (high is None or Decimal(str(value)) <= high)
    )


def _ordered(
    buyer: Buyer, cards: list[VariantCard], prices: Mapping[int, Decimal], request: SearchRequest
) -> list[VariantCard]:
    low, high = request.price_range
    if low is not None or high is not None:
        cards = [card for card in cards if card.variant_id in prices and _within(prices[card.variant_id], (low, high))]
    if request.in_stock:
        stock = availability_for(buyer, [card.variant_id for card in cards])
        cards = [card for card in cards if stock[card.variant_id].available > 0]
    if request.sort in ("price", "-price"):
        return sorted(cards, key=lambda card: prices.get(card.variant_id, Decimal(0)), reverse=request.sort == "-price")
    if request.sort == "name":
        return sorted(cards, key=lambda card: card.name)
    kind, _, code = request.sort.partition(":")
    if code:
        return sorted(
            cards,
            key=lambda card: (
                Decimal(str(card.attributes.get(code) or 0))
                if str(card.attributes.get(code) or "0").replace(".", "").isdigit()
                else Decimal(0)
            ),
            reverse=kind == "-attribute",
        )
    return cards


def _facets(cards: list[VariantCard], request: SearchRequest) -> tuple[tuple[Facet, ...], tuple[RangeFacet, ...]]:
    counts: dict[str, Counter[str]] = {}
    numbers: dict[str, list[Decimal]] = {}
    for card in cards:
        for code, value in card.attributes.items():
            for one in value if isinstance(value, list) else [value]:
                text = str(one)
                if text.replace(".", "", 1).isdigit():
                    numbers.setdefault(code, []).append(Decimal(text))
                else:
                    counts.setdefault(code, Counter())[("yes" if one else "no") if isinstance(one, bool) else text] += 1
    facets = tuple(
        Facet(
            code, tuple(Value(one, count, one in request.choices.get(code, ())) for one, count in values.most_common())
        )
        for code, values in counts.items()
    )
    return facets, tuple(RangeFacet(code, min(values), max(values)) for code, values in numbers.items())


def _hits(cards: list[VariantCard], collapse: bool) -> list[Hit]:
    if not collapse:
        return [Hit(card.variant_id, card.product_id, "browse") for card in cards]
    first: dict[int, VariantCard] = {}
    count: Counter[int] = Counter(card.product_id for card in cards)
    for card in cards:
        first.setdefault(card.product_id, card)
    return [Hit(card.variant_id, card.product_id, "browse", count[card.product_id]) for card in first.values()]
