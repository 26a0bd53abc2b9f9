"""What a buyer of a `World` should be answered: its range, its prices and the articles as plain facts, one at a time."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import cached_property
from typing import Any

from tests.factories import LANGUAGES
from tests.modules.search_truth.world import World
from truso.kernel.buyer import Buyer
from truso.kernel.texts import language_order
from truso.modules.catalog.models import Channel, Product, Variant
from truso.modules.pricing.models import PriceList
from truso.modules.search.engine import IndexedText, IndexedVariant, SearchQuery
from truso.modules.search.queries import SearchRequest

D = Decimal
NEVER = 9999
RANK = {"contract": 0, "customer": 1, "segment": 2, "market": 4}
DISCOUNT_RANK = 3
FACETS = ("color", "length", "size", "span", "wet", "weight", "~documents")
TOLERANCE = {"weight": D("0.5"), "span": D("0.5")}
PERCENT = {("NO", "standard"): 25, ("NO", "food"): 15, ("SE", "standard"): 25, ("SE", "food"): 12}


def holds(day: date, start: date | None, end: date | None) -> bool:
    """Tell whether a period holds a day; its end is the first day after it."""
    return (start is None or start <= day) and (end is None or day < end)


def unit(amount: Decimal) -> Decimal:
    """Round as unit prices are kept."""
    return amount.quantize(D("0.000001"), ROUND_HALF_UP)


class Eyes:
    """A buyer, and the world as this buyer should find it."""

    def __init__(self, world: World, buyer: Buyer) -> None:
        self.world, self.buyer = world, buyer
        self.customers = buyer.customer.ids if buyer.customer else ()

    def query(self, request: SearchRequest, per_page: int) -> SearchQuery:
        """Return a request as the plain computation takes it: prices are those of this buyer and of nobody else."""
        ranges = {}
        for code, (low, high) in request.ranges.items():
            off = TOLERANCE.get(code, D(0))
            ranges[code] = (None if low is None else low - off, None if high is None else high + off)
        country = self.buyer.market.country
        factors = (
            {one.pk: 1 + D(PERCENT[country, one.code]) / 100 for one in self.world.tax}
            if self.buyer.display_gross
            else {}
        )
        return SearchQuery(
            language=self.buyer.language, text=request.text, category_id=request.category_id, brand_ids=request.brand_ids,
            choices=request.choices, ranges=ranges, in_stock=request.in_stock, within_days=request.within_days, among_products=request.among_products,
            own_numbers={one.number_normalized: one.variant_id for one in self.world.own_numbers if one.customer_id in self.customers},
            own_prices=self.prices, price_factors=factors, price_places=2 if self.buyer.display_gross else 6,
            price_range=request.price_range, sort=request.sort, offset=(request.page - 1) * per_page, limit=per_page,
            collapse=request.collapse, facets=FACETS,
        )  # fmt: skip

    @cached_property
    def catalog(self) -> dict[int, IndexedVariant]:
        """Everything this buyer may see, in no range any more."""
        return {
            key: facts
            for key, facts in articles(self.world).items()
            if self._in_range(key) and not self._is_closed(facts.product_id)
        }

    def _in_range(self, key: int) -> bool:
        own = self.world.ranges[key]
        limits, channel = self._limits, self._channel
        return (not limits or bool(limits & own)) and (
            channel is None or channel.assortment_id is None or channel.assortment_id in own
        )

    def _is_closed(self, product: int) -> bool:
        channel = self._channel
        return channel is not None and channel.least_score is not None and (channel.pk, product) in self.world.closed

    @cached_property
    def _limits(self) -> set[int]:
        rules = self.world.rules
        for customer in self.customers:
            own = {rule.assortment_id for rule in rules if rule.customer_id == customer}
            if own:
                return own
        segments = {segment for customer in self.customers for segment in self.world.segments_of[customer]}
        by_segment = {rule.assortment_id for rule in rules if rule.segment_id in segments}
        market = None if self.buyer.is_business else self.buyer.market.id
        return by_segment or {rule.assortment_id for rule in rules if market and rule.market_id == market}

    @cached_property
    def _channel(self) -> Channel | None:
        audience = "business" if self.buyer.is_business else "consumer"
        open_to = [
            one for one in self.world.channels
            if one.market_id in (None, self.buyer.market.id) and one.audience in ("all", audience)
        ]  # fmt: skip
        return min(open_to, key=lambda one: (one.market_id is None, one.audience == "all", one.position), default=None)

    @cached_property
    def prices(self) -> Mapping[int, Decimal]:
        """The net price of everything this buyer may see that has one."""
        found = {key: self._price(self.world.variants[key], facts) for key, facts in self.catalog.items()}
        return {key: price for key, price in found.items() if price is not None}

    def _price(self, variant: Variant, facts: IndexedVariant) -> Decimal | None:
        product, held = self.world.products[variant.product_id], self._held(variant)
        cost = max((amount for one, amount in held.items() if one in self._costs), default=None)
        ranked = [(rank, held[one]) for one, rank in self._lists.items() if one in held]
        made = [(one, rank) for one, rank in self._lists.items() if one not in held]
        by_key = {one.pk: one for one in self.world.lists}
        if cost is not None:
            ranked += [
                (rank, unit(cost * (100 + by_key[one].percent) / 100))
                for one, rank in made
                if by_key[one].basis == "cost"
            ]
        listed = min((amount for (kind, _), amount in ranked if kind == RANK["market"]), default=None)
        if listed is not None:
            ranked += [
                (rank, unit(listed * (100 - by_key[one].percent) / 100))
                for one, rank in made
                if by_key[one].basis == "list"
            ]
            ranked += [((DISCOUNT_RANK, 0), one) for one in self._discounted(product, listed)]
        if not ranked:
            return None
        price = min(amount for _, amount in ranked) if self._best_wins else min(ranked)[1]
        reduced = [unit(listed * (100 - one) / 100) for one in self._campaigns(product)] if listed is not None else []
        return min([price, *reduced])

    def _held(self, variant: Variant) -> dict[int, Decimal]:
        """What each list has for one piece today: the highest step reached, of one step the price that began last."""
        found: dict[int, tuple[Decimal, date, Decimal]] = {}
        for row in self.world.prices.get(variant.pk, ()):
            if row.minimum_quantity <= 1 and holds(self.buyer.today, row.valid_from, row.valid_to):
                known = found.get(row.price_list_id, (D(0), date.min, D(0)))
                found[row.price_list_id] = max(known, (row.minimum_quantity, row.valid_from, row.amount))
        return {one: amount for one, (_, _, amount) in found.items()}

    @cached_property
    def _costs(self) -> set[int]:
        return {
            one.pk
            for one in self.world.lists
            if one.kind == "cost" and one.is_active and one.currency == self.buyer.market.currency
            and holds(self.buyer.today, one.valid_from, one.valid_to)
        }  # fmt: skip

    @cached_property
    def _lists(self) -> dict[int, tuple[int, int]]:
        return {one.pk: rank for one in self.world.lists if (rank := self._rank(one)) is not None}

    def _rank(self, one: PriceList) -> tuple[int, int] | None:
        market = self.buyer.market
        if (
            not one.is_active
            or one.currency != market.currency
            or not holds(self.buyer.today, one.valid_from, one.valid_to)
            or one.kind == "cost"
        ):
            return None
        if one.kind in ("contract", "customer"):
            return (
                (RANK[one.kind], self.customers.index(one.customer_id)) if one.customer_id in self.customers else None
            )
        if one.kind == "segment":
            own = self.world.segments_of[self.customers[0]] if self.customers else ()
            fits = one.segment_id in own and one.market_id in (None, market.id)
        else:
            fits = one.market_id == market.id
        return (RANK[one.kind], 0) if fits else None

    @cached_property
    def _best_wins(self) -> bool:
        return next((self.world.policies[one] for one in self.customers if one in self.world.policies), False)

    def _discounted(self, product: Product, listed: Decimal) -> list[Decimal]:
        """What each discount that counts alone makes of the list price, and what those that stack do together."""
        own = self.world.segments_of[self.customers[0]] if self.customers else ()
        fitting = [
            one
            for one in self.world.discounts
            if (one.customer_id in self.customers or one.segment_id in own)
            and holds(self.buyer.today, one.valid_from, one.valid_to)
            and one.currency in ("", self.buyer.market.currency)
            and (one.category_id is None or one.category_id in product.category.path)
            and (one.brand_id is None or one.brand_id == product.brand_id)
            and (one.family_id is None or one.family_id == product.family_id)
            and (not one.product_ids or product.pk in one.product_ids)
        ]
        found = [
            unit(listed * (100 - one.percent) / 100) if one.percent else max(listed - one.amount, D(0))
            for one in fitting
            if not one.stacks
        ]
        together = [one for one in fitting if one.stacks]
        if together:
            for percent in sorted((one.percent for one in together if one.percent), reverse=True):
                listed = unit(listed * (100 - percent) / 100)
            found.append(max(listed - sum(one.amount for one in together if one.amount), D(0)))
        return found

    def _campaigns(self, product: Product) -> list[Decimal]:
        return [
            one.percent
            for one in self.world.campaigns
            if one.is_active and one.market_id == self.buyer.market.id and one.starts_at <= self.buyer.now < one.ends_at
            and (one.for_businesses or not self.buyer.is_business)
            and (not one.product_ids or product.pk in one.product_ids)
            and (one.category_id is None or one.category_id in product.category.path)
        ]  # fmt: skip


def articles(world: World) -> dict[int, IndexedVariant]:
    """Return every article that is sold, whoever may see it; made once per world."""
    if not hasattr(world, "_articles"):
        world._articles = {  # type: ignore[attr-defined]
            key: _article(world, one, world.products[one.product_id])
            for key, one in world.variants.items()
            if one.status == "active" and world.products[one.product_id].status == "active"
        }
    found: dict[int, IndexedVariant] = world._articles  # type: ignore[attr-defined]
    return found


def _article(world: World, variant: Variant, product: Product) -> IndexedVariant:
    values: dict[str, Any] = {**product.attributes, **variant.attributes}
    choices = {
        code: tuple(value) if isinstance(value, list) else (value,)
        for code, value in values.items()
        if code in ("color", "size")
    }
    if "wet" in values:
        choices["wet"] = ("yes" if values["wet"] else "no",)
    places = {
        ("product", product.pk),
        ("brand", product.brand_id),
        *(("category", one) for one in product.category.path),
    }
    if papers := {kind for kind, place, key in world.papers if (place, key) in places}:
        choices["~documents"] = tuple(papers)
    numbers = {code: D(values[code]) for code in ("length", "weight") if code in values}
    spans = {"span": (D(values["span"][0]), D(values["span"][1]))} if "span" in values else {}
    there = world.on_hand[variant.pk]
    lead = 0 if there > 0 else NEVER if variant.lead_days is None else variant.lead_days
    return Article(
        variant_id=variant.pk, product_id=product.pk, sku=variant.sku, gtin=variant.gtin, mpn=variant.mpn,
        texts=_texts(world, product, variant), category_ids=tuple(product.category.path), brand_id=product.brand_id,
        tax_class_id=product.tax_class_id, choices=choices, numbers=numbers, assortment_ids=(), popularity=float(variant.popularity),
        published_at=product.published_at, stock=there if variant.is_stocked else D(NEVER),
        lead_days=lead if variant.is_stocked else 0, prices={}, spans=spans,
    )  # fmt: skip


class Article(IndexedVariant):
    """An article with what it has from-to."""

    def __init__(self, *, spans: Mapping[str, tuple[Decimal, Decimal]], **facts: Any) -> None:
        super().__init__(**facts)
        object.__setattr__(self, "spans", spans)


def _texts(world: World, product: Product, variant: Variant) -> dict[str, IndexedText]:
    found, brand = {}, next(one.name for one in world.brands if one.pk == product.brand_id)
    for language in LANGUAGES:
        spoken = next((one for one in language_order(language) if one in world.names[product.pk]), None)
        name, body = world.names[product.pk][spoken] if spoken else ("", "")
        label = variant.labels.get(language, "")
        found[language] = IndexedText(f"{name} {label}".strip(), f"{body} {brand}")
    return found
