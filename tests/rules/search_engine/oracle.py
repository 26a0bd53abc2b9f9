"""The same search in plain Python, one variant at a time: slow, short and obviously right."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from decimal import ROUND_HALF_UP, Decimal
from functools import total_ordering
from typing import Any

from truso.kernel.identifiers import normalize_code, without_leading_zeros
from truso.kernel.texts import in_language
from truso.modules.search.engine import IndexedVariant, SearchPage, SearchQuery
from truso.modules.search.engine.collation import collation_key
from truso.modules.search.engine.wording import OTHER_BODY, OTHER_NAME, OWN_BODY, OWN_NAME

KINDS = ("own", "sku", "gtin", "mpn")


def shown_price(variant: IndexedVariant, query: SearchQuery) -> Decimal | None:
    """Return the price this buyer sees."""
    ranks = [one if isinstance(one, tuple) else (one,) for one in query.price_list_ids]
    known = [[variant.prices[number] for number in rank if number in variant.prices] for rank in ranks]
    offers = [min(prices) for prices in known if prices]
    net = query.own_prices.get(variant.variant_id)
    if net is None and offers:
        net = min(offers) if query.best_price_wins else offers[0]
    if net is None:
        return None
    gross = net * query.price_factors.get(variant.tax_class_id, Decimal(1))
    return gross.quantize(Decimal(1).scaleb(-query.price_places), ROUND_HALF_UP)


def is_visible(variant: IndexedVariant, query: SearchQuery) -> bool:
    """Tell whether the buyer may see it at all."""
    allowed = not query.assortment_ids or set(query.assortment_ids) & set(variant.assortment_ids)
    own = set(variant.assortment_ids)
    open_to = set(query.required_ids) <= own and not own & set(query.closed_ids)
    return bool(allowed) and open_to and variant.variant_id not in query.excluded_variant_ids


def word_score(variant: IndexedVariant, word: str, language: str) -> int:
    """Return the weight of the best place where a whole word stands."""
    best = 0
    for code, text in variant.texts.items():
        name, body = (OWN_NAME, OWN_BODY) if code == language else (OTHER_NAME, OTHER_BODY)
        best = max(
            best, name[0] if word in text.name.lower().split() else 0, body[0] if word in text.body.split() else 0
        )
    return best


def identified(variants: Iterable[IndexedVariant], query: SearchQuery) -> dict[int, str]:
    """Return the kind of identifier by variant id."""
    code = normalize_code(query.text)
    for form in (str, without_leading_zeros):
        kinds: dict[int, str] = {}
        for variant in variants:
            codes = zip(KINDS[1:], (variant.sku, variant.gtin, variant.mpn), strict=True)
            met = [kind for kind, other in codes if other and form(normalize_code(other)) == form(code)]
            own = any(form(n) == form(code) and v == variant.variant_id for n, v in query.own_numbers.items())
            if own or met:
                kinds[variant.variant_id] = "own" if own else met[0]
        if kinds:
            return kinds
    return {}


def met_by_text(variants: list[IndexedVariant], query: SearchQuery) -> tuple[dict[int, int], dict[int, str]]:
    """Return score and kind by variant id."""
    if not query.text:
        return {v.variant_id: 0 for v in variants}, {v.variant_id: "browse" for v in variants}
    kinds = identified(variants, query)
    if kinds:
        return {key: 4 - KINDS.index(kind) for key, kind in kinds.items()}, kinds
    words = list(dict.fromkeys(query.text.split()))
    scores = {v.variant_id: [word_score(v, word, query.language) for word in words] for v in variants}
    met = {key: sum(found) for key, found in scores.items() if all(found)}
    met = met or {key: sum(found) for key, found in scores.items() if any(found)}
    return met, dict.fromkeys(met, "text")


def between(value: Decimal | None, bounds: tuple[Decimal | None, Decimal | None]) -> bool:
    """Tell whether the value is there and within."""
    low, high = bounds
    return value is not None and (low is None or value >= low) and (high is None or value <= high)


def ends_of(variant: IndexedVariant, attribute: str) -> tuple[Decimal, Decimal] | None:
    """Return between what a variant lies: its number twice, or what it has from and to."""
    spans: Mapping[str, tuple[Decimal, Decimal]] = getattr(variant, "spans", {})
    number = variant.numbers.get(attribute)
    return spans.get(attribute) or (None if number is None else (number, number))


def meets(ends: tuple[Decimal, Decimal] | None, bounds: tuple[Decimal | None, Decimal | None]) -> bool:
    """Tell whether what lies between two ends reaches into the bounds."""
    low, high = bounds
    return ends is not None and (low is None or ends[1] >= low) and (high is None or ends[0] <= high)


def tests_of(query: SearchQuery) -> dict[tuple[str, str], Callable[[IndexedVariant], bool]]:
    """Return what each narrowing asks of a variant."""
    tests: dict[tuple[str, str], Callable[[IndexedVariant], bool]] = {}
    if query.brand_ids:
        tests["brand", ""] = lambda v: v.brand_id in query.brand_ids
    for attribute, choices in query.choices.items():
        tests["choice", attribute] = lambda v, a=attribute, c=choices: bool(set(c) & set(v.choices.get(a, ())))
    for attribute, bounds in query.ranges.items():
        tests["range", attribute] = lambda v, a=attribute, b=bounds: meets(ends_of(v, a), b)
    if query.in_stock:
        tests["stock", ""] = lambda v: v.stock > 0
    if query.within_days is not None:
        days = query.within_days
        tests["lead", ""] = lambda v: v.stock > 0 or v.lead_days <= days
    if query.among_products is not None:
        among = query.among_products
        tests["among", ""] = lambda v: v.product_id in among
    if query.price_range != (None, None):
        tests["price", ""] = lambda v: between(shown_price(v, query), query.price_range)
    if query.category_id is not None:
        tests["category" if query.text else "scope", ""] = lambda v: query.category_id in v.category_ids
    return tests


def sort_key(query: SearchQuery, score: int, popularity: float, exact: bool) -> Callable[[IndexedVariant], Any]:
    """Return the order of shown variants, missing values last."""

    def key(variant: IndexedVariant) -> Any:
        price, sign = shown_price(variant, query), -1 if query.sort.startswith("-") else 1
        attribute = query.sort.partition(":")[2]
        name = in_language({code: text.name for code, text in variant.texts.items()}, query.language)
        number: Any = variant.numbers.get(attribute)
        if attribute == "size":
            number = min((("M4", "M6", "M10", "M12").index(s) for s in variant.choices.get("size", ())), default=None)
        keys = {
            "price": (price is None, sign * (price or 0)),
            "attribute": (number is None, sign * (number or 0)),
            "name": collation_key(name, query.language),
            "sku": Falling(collation_key(variant.sku, "en")) if sign < 0 else collation_key(variant.sku, "en"),
            "popularity": -popularity,
            "newest": -variant.published_at.timestamp(),
            "stock": -variant.stock,
            "relevance": (-score, 0 if exact else -popularity),
        }
        return keys[query.sort.removeprefix("-").partition(":")[0]], variant.variant_id

    return key


@total_ordering
class Falling:
    """A key that sorts the other way round."""

    def __init__(self, key: bytes) -> None:
        self.key = key

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Falling) and self.key == other.key

    def __lt__(self, other: Falling) -> bool:
        return self.key > other.key

    def __hash__(self) -> int:
        return hash(self.key)


def expected(catalog: Mapping[int, IndexedVariant], query: SearchQuery) -> dict[str, Any]:
    """Answer the query."""
    visible = [variant for variant in catalog.values() if is_visible(variant, query)]
    scores, kinds = met_by_text(visible, query)
    exact = any(kind in KINDS for kind in kinds.values())
    tests = tests_of(query)
    met = [variant for variant in visible if variant.variant_id in scores]
    hits = [variant for variant in met if all(test(variant) for test in tests.values())]

    def without(facet: tuple[str, str]) -> list[IndexedVariant]:
        return [v for v in met if all(test(v) for name, test in tests.items() if name != facet)]

    rows = []
    for group in grouped(hits, query):
        shown = min(group, key=lambda v: ((p := shown_price(v, query)) is None, p or 0, v.variant_id))
        best, popularity = max(scores[v.variant_id] for v in group), max(v.popularity for v in group)
        rows.append((sort_key(query, best, popularity, exact)(shown), shown, len(group)))
    rows.sort(key=lambda row: row[0])
    page = rows[query.offset : query.offset + query.limit]
    return {
        "total": len(rows),
        "hits": [(v.variant_id, v.product_id, kinds[v.variant_id], shown_price(v, query), n) for _, v, n in page],
        "facets": {
            attribute: counted(without(("choice", attribute)), query, lambda v, a=attribute: v.choices.get(a, ()))
            for attribute in query.facets
        },
        "ranges": {
            attribute: span([end for v in without(("range", attribute)) for end in ends_of(v, attribute) or ()])
            for attribute in query.facets
        },
        "brands": counted(without(("brand", "")), query, lambda v: (v.brand_id,)),
        "categories": counted(without(("category", "")), query, lambda v: v.category_ids),
        "price_range": span([p for v in without(("price", "")) if (p := shown_price(v, query)) is not None]),
        "exact": exact,
    }


def grouped(hits: list[IndexedVariant], query: SearchQuery) -> list[list[IndexedVariant]]:
    """Return the variants of each row of the result."""
    groups: dict[int, list[IndexedVariant]] = defaultdict(list)
    for variant in hits:
        groups[variant.product_id if query.collapse else variant.variant_id].append(variant)
    return list(groups.values())


def counted(hits: list[IndexedVariant], query: SearchQuery, values: Callable[[IndexedVariant], Any]) -> dict[Any, int]:
    """Return how many rows have each value."""
    holders: dict[Any, set[int]] = defaultdict(set)
    for variant in hits:
        for value in values(variant):
            holders[value].add(variant.product_id if query.collapse else variant.variant_id)
    return {value: len(found) for value, found in holders.items()}


def span(values: list[Decimal]) -> tuple[Decimal | None, Decimal | None]:
    """Return least and greatest."""
    return (min(values), max(values)) if values else (None, None)


def answered(page: SearchPage, query: SearchQuery) -> dict[str, Any]:
    """Return a page in the form of `expected`."""
    facets = {facet.code: {v.code: v.count for v in facet.values if v.count} for facet in page.facets}
    ranges = {r.code: (r.minimum, r.maximum) for r in page.ranges}
    return {
        "total": page.total,
        "hits": [(h.variant_id, h.product_id, h.matched_by, h.price, h.variants) for h in page.hits],
        "facets": {attribute: facets.get(attribute, {}) for attribute in query.facets},
        "ranges": {attribute: ranges.get(attribute, (None, None)) for attribute in query.facets},
        "brands": {found.id: found.count for found in page.brands if found.count},
        "categories": {found.id: found.count for found in page.categories if found.count},
        "price_range": page.price_range,
        "exact": page.exact,
    }
