"""A shop of any size in which everything differs by chance: ranges, prices with days, hats, stock. What was written is kept as plain facts."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from django.db import connection

from tests.factories import LANGUAGES, Shop, add_person
from tests.modules.search_truth.world_prices import in_all, write_prices, write_reductions
from tests.rules.search_engine.catalog import COLORS, SIZES, WORDS
from truso.kernel.identifiers import gtin_check_digit, normalize_code
from truso.modules.catalog.models import (
    Assortment,
    AssortmentRule,
    AssortmentVariant,
    Attribute,
    Brand,
    Category,
    Channel,
    Completeness,
    CustomerArticleNumber,
    Document,
    DocumentLink,
    Family,
    FamilyAttribute,
    Product,
    ProductText,
    Variant,
)
from truso.modules.customers.models import Customer, Membership, Segment
from truso.modules.inventory.models import StockItem
from truso.modules.markets.models import Market
from truso.modules.pricing.models import Campaign, Discount, Price, PriceList
from truso.modules.tax.models import TaxClass, TaxRate
from truso.platform import clock

D = Decimal
DAYS = (-400, -30, -1, 0, 1, 30)
PAPER_TYPES = ("certificate", "declaration", "data_sheet")


@dataclass
class World:
    """Facts by key, as they were written: nothing of it is read back from the database."""

    rnd: random.Random
    shop: Shop
    size: int
    now: datetime = field(default_factory=clock.now)
    markets: list[Market] = field(default_factory=list)
    tax: list[TaxClass] = field(default_factory=list)
    families: list[Family] = field(default_factory=list)
    brands: list[Brand] = field(default_factory=list)
    categories: list[Category] = field(default_factory=list)
    segments: list[Segment] = field(default_factory=list)
    companies: list[Customer] = field(default_factory=list)
    people: list[Any] = field(default_factory=list)
    products: dict[int, Product] = field(default_factory=dict)
    names: dict[int, dict[str, tuple[str, str]]] = field(default_factory=dict)
    variants: dict[int, Variant] = field(default_factory=dict)
    on_hand: dict[int, Decimal] = field(default_factory=dict)
    ranges: dict[int, set[int]] = field(default_factory=dict)
    closed: set[tuple[int, int]] = field(default_factory=set)
    channels: list[Channel] = field(default_factory=list)
    rules: list[AssortmentRule] = field(default_factory=list)
    lists: list[PriceList] = field(default_factory=list)
    prices: dict[int, list[Price]] = field(default_factory=dict)
    discounts: list[Discount] = field(default_factory=list)
    campaigns: list[Campaign] = field(default_factory=list)
    policies: dict[int, bool] = field(default_factory=dict)
    segments_of: dict[int, tuple[int, ...]] = field(default_factory=dict)
    own_numbers: list[CustomerArticleNumber] = field(default_factory=list)
    papers: list[tuple[str, str, int]] = field(default_factory=list)

    @property
    def today(self) -> date:
        """The day it is where the markets are."""
        return self.now.astimezone(ZoneInfo("Europe/Oslo")).date()

    def day(self) -> date:
        """Return a day around today: one that is long over, yesterday, today, tomorrow, far away."""
        return self.today + timedelta(days=self.rnd.choice(DAYS))

    def period(self) -> dict[str, date | None]:
        """Return a period that may hold today, or begin or end with it."""
        start = self.day() if self.rnd.random() < 0.5 else None
        end = self.day() if self.rnd.random() < 0.4 else None
        return {"valid_from": start, "valid_to": None if end and start and end <= start else end}


def make_world(rnd: random.Random, shop: Shop, size: int) -> World:
    """Write a shop of so many products."""
    world = World(rnd, shop, size)
    _structure(world)
    _goods(world)
    _stock_and_ranges(world)
    _customers(world)
    _channels(world)
    _papers(world)
    write_prices(world)
    write_reductions(world)
    with (
        connection.cursor() as cursor
    ):  # nobody else counts rows that were not committed: plans would be made for empty tables
        cursor.execute("analyze")
    return world


def _structure(world: World) -> None:
    shop = world.shop
    second = Market.objects.create(
        code="se", names=in_all("Sweden"), country="SE", currency="SEK", languages=["sv", "en"], invoice_term=shop.market.invoice_term,
        seller_name="Prövhandel AB", seller_organization_number="5560160680", seller_street="Hamngatan 1", seller_postcode="11147",
        seller_city="Stockholm", seller_country="SE", seller_email="shop@example.com", timezone="Europe/Stockholm",
    )  # fmt: skip
    world.markets = [shop.market, second]
    reduced = TaxClass.objects.create(code="food", names=in_all("Food"))
    for country, tax_class, percent in (("NO", reduced, 15), ("SE", shop.tax_class, 25), ("SE", reduced, 12)):
        TaxRate.objects.create(country=country, tax_class=tax_class, category="S", percent=percent, period=(None, None))
    world.tax = [shop.tax_class, reduced]
    world.families = [shop.family, Family.objects.create(code="second", names=in_all("Second line"))]
    world.brands = [
        Brand.objects.create(code=f"b{n}", name=f"{letter * 4}brand") for n, letter in enumerate("acdfghklmprt")
    ]
    for top in range(3):
        parent = _category(world, None, f"top{top}")
        for leaf in range(4):
            _category(world, _category(world, parent, f"mid{top}x{leaf}"), f"leaf{top}x{leaf}")
    kinds = {
        "color": "choice",
        "size": "choice",
        "length": "number",
        "weight": "number",
        "span": "range",
        "wet": "boolean",
    }
    for place, (code, kind) in enumerate(kinds.items()):
        choices = [
            {"code": one, "names": in_all(f"said{one.lower()}")}
            for one in {"color": COLORS, "size": SIZES}.get(code, ())
        ]
        attribute = Attribute.objects.create(
            code=code, type=kind, names=in_all(f"attribute{code}"), choices=choices, decimals=3,
            tolerance=D("0.5") if code in ("weight", "span") else None,
        )  # fmt: skip
        for family in world.families:
            FamilyAttribute.objects.create(family=family, attribute=attribute, position=place, is_facet=True)
    world.segments = [Segment.objects.create(code=f"s{n}", names=in_all(f"Segment {n}")) for n in range(4)]


def _category(world: World, parent: Category | None, code: str) -> Category:
    made = Category.objects.create(code=code, parent=parent, names=in_all(f"place{code}"), slugs=in_all(code))
    made.path = [*(parent.path if parent else ()), made.pk]
    made.save()
    world.categories.append(made)
    return made


def _goods(world: World) -> None:
    rnd = world.rnd
    moment = datetime(2026, 1, 1, tzinfo=UTC)
    leaves = [one for one in world.categories if len(one.path) == 3]
    products = [
        Product(
            code=f"p{n}", family=rnd.choice(world.families), category=rnd.choice(leaves), brand=rnd.choice(world.brands), tax_class=rnd.choice(world.tax),
            status=rnd.choices(("active", "draft", "discontinued"), (18, 1, 1))[0], attributes=_values(rnd, ("color", "length", "wet")),
            published_at=moment + timedelta(days=rnd.randrange(200)), updated_at=moment,
        )
        for n in range(world.size)
    ]  # fmt: skip
    world.products = {one.pk: one for one in Product.objects.bulk_create(products, 5000)}
    texts, variants = [], []
    for product in world.products.values():
        world.names[product.pk] = {}
        for language in rnd.sample(LANGUAGES, rnd.randint(1, 4)):
            name = " ".join(rnd.sample(WORDS, rnd.randint(1, 2))).capitalize()
            body = " ".join(rnd.sample(WORDS, rnd.randint(0, 3)))
            world.names[product.pk][language] = (name, body)
            texts.append(
                ProductText(
                    product=product, language=language, name=name, slug=f"{product.code}-{language}", description=body
                )
            )
        variants += [_variant(rnd, product, place) for place in range(rnd.choice((1, 1, 1, 2, 4)))]
    ProductText.objects.bulk_create(texts, 5000)
    for number, variant in enumerate(variants):
        variant.sku, variant.sku_normalized = f"S-{number:05d}", f"S{number:05d}"
        variant.gtin = f"20{number:010d}" + gtin_check_digit(f"20{number:010d}") if rnd.random() < 0.5 else ""
        variant.mpn = f"00-{number % max(50, world.size // 20)}"
        variant.mpn_normalized = normalize_code(variant.mpn)
    world.variants = {one.pk: one for one in Variant.objects.bulk_create(variants, 5000)}


def _values(rnd: random.Random, codes: tuple[str, ...]) -> dict[str, Any]:
    made: dict[str, Any] = {
        "color": rnd.sample(COLORS, rnd.randint(1, 2)),
        "size": rnd.choice(SIZES),
        "length": str(D(rnd.randrange(0, 60)) / 4),
        "weight": str(rnd.randrange(-3, 9)),
        "wet": rnd.random() < 0.5,
    }
    low = rnd.randrange(0, 20)
    made["span"] = [str(low), str(low + rnd.randrange(0, 9))]
    return {code: made[code] for code in codes if rnd.random() < 0.8}


def _variant(rnd: random.Random, product: Product, place: int) -> Variant:
    return Variant(
        product=product, position=place, attributes=_values(rnd, ("size", "weight", "span")), labels=in_all(f"label{place}"),
        status=rnd.choices(("active", "draft", "discontinued"), (18, 1, 1))[0], is_stocked=rnd.random() < 0.9,
        lead_days=rnd.choice((None, 0, 2, 5, 9)), popularity=rnd.choice((0, 5, 10, 25)), price_unit=rnd.choice((1, 1, 100)),
    )  # fmt: skip


def _stock_and_ranges(world: World) -> None:
    rnd, shop = world.rnd, world.shop
    items = []
    for key in world.variants:
        parts = [(place, rnd.choice((0, 1, 7)), rnd.choice((0, 0, 1))) for place in (shop.main, shop.second)]
        parts = [(place, there, min(there, kept)) for place, there, kept in parts if rnd.random() < 0.8]
        items += [
            StockItem(variant_id=key, location=place, on_hand=there, reserved=kept) for place, there, kept in parts
        ]
        world.on_hand[key] = sum((D(there - kept) for _, there, kept in parts), D(0))
    StockItem.objects.bulk_create(items, 5000)
    ranges = [Assortment.objects.create(code=f"r{n}", names=in_all(f"Range {n}")) for n in range(9)]
    for key in world.variants:
        world.ranges[key] = {one.pk for one in rnd.sample(ranges, rnd.randint(0, 5))}
    AssortmentVariant.objects.bulk_create(
        [
            AssortmentVariant(assortment_id=one, variant_id=key)
            for key, held in world.ranges.items()
            for one in sorted(held)
        ],
        5000,
    )


def _customers(world: World) -> None:
    rnd, shop = world.rnd, world.shop
    for number in range(16):
        market = rnd.choice(world.markets)
        parent = rnd.choice(world.companies) if world.companies and rnd.random() < 0.5 else None
        company = Customer.objects.create(
            number=str(300_000 + number), kind="business", name=f"Verksted {number} AS", market=market, parent=parent,
            display_gross=rnd.random() < 0.2, created_at=world.now,
        )  # fmt: skip
        segments = rnd.sample(world.segments, rnd.choice((0, 1, 1, 2)))
        company.segments.set(segments)
        world.segments_of[company.pk] = tuple(one.pk for one in segments)
        world.companies.append(company)
    for number in range(12):
        person = add_person(f"person{number}@example.com")
        world.people.append(person)
        for company in rnd.sample(world.companies, rnd.randint(0, 3)):
            Membership.objects.create(customer=company, person=person, roles=["orderer"], joined_at=world.now)
        if rnd.random() < 0.6:
            private = Customer.objects.create(
                number=str(200_000 + number), kind="consumer", name=str(person), consumer_person=person, market=shop.market,
                display_gross=True, created_at=world.now,
            )  # fmt: skip
            world.segments_of[private.pk] = ()
    keys = list(world.variants)
    for place, company in enumerate(world.companies):
        for key in rnd.sample(keys, min(20, len(keys))):
            number = f"OWN-{place}-{key}" if rnd.random() < 0.5 else f"00{key}"
            world.own_numbers.append(
                CustomerArticleNumber.objects.create(
                    customer=company, variant_id=key, number=number, number_normalized=normalize_code(number)
                )
            )


def _channels(world: World) -> None:
    rnd = world.rnd
    rules = [{"market": world.markets[0]}, {"segment": world.segments[0]}, {"segment": world.segments[1]}]
    rules += [{"customer": one} for one in rnd.sample(world.companies, 6)]
    ranges = list(Assortment.objects.all())
    for rule in rules:
        for one in rnd.sample(ranges, rnd.randint(1, 3)):
            world.rules.append(AssortmentRule.objects.create(assortment=one, **rule))
    for place, (market, audience, assortment, score) in enumerate((
        (None, "all", None, 50), (world.markets[0], "consumer", ranges[0], None), (world.markets[1], "business", None, 80),
    )):  # fmt: skip
        channel = Channel.objects.create(
            code=f"c{place}", names=in_all(f"Channel {place}"), market=market, audience=audience, assortment=assortment, least_score=score,
            languages=["nb"], position=place,
        )  # fmt: skip
        world.channels.append(channel)
        if score is not None:
            for key in world.products:
                if rnd.random() < 0.1:
                    world.closed.add((channel.pk, key))
    Completeness.objects.bulk_create(
        [
            Completeness(product_id=product, channel_id=channel, lowest=10, is_closed=True, measured_at=world.now)
            for channel, product in sorted(world.closed)
        ],
        5000,
    )


def _papers(world: World) -> None:
    """Write documents of products, brands and categories: some expired, some for one customer alone."""
    rnd = world.rnd
    for number in range(24):
        targets = {
            "product": rnd.choice(list(world.products)),
            "brand": rnd.choice(world.brands).pk,
            "category": rnd.choice(world.categories).pk,
        }
        kind, day, customer = rnd.choice(list(targets)), world.day() if rnd.random() < 0.5 else None, None
        if rnd.random() < 0.3:
            customer = rnd.choice(world.companies)
        document = Document.objects.create(
            type=rnd.choice(PAPER_TYPES), title=f"Paper {number}", valid_to=day, customer=customer, created_at=world.now
        )
        DocumentLink.objects.create(document=document, **{f"{kind}_id": targets[kind]})
        if customer is None and (day is None or day >= world.today):
            world.papers.append((document.type, kind, targets[kind]))
