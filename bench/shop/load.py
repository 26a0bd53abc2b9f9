"""Write the generated shop: settings through the models, everything numerous by COPY."""

from __future__ import annotations

import random
from collections.abc import Iterable
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from django.db import connection, transaction
from django.db.backends.postgresql.psycopg_any import DateRange

from bench.shop.goods import BRANDS, Goods, in_all, uuid_of
from bench.shop.words import make_words

VERSION = 2
COMPANIES, PEOPLE_EACH, CONTRACT_ROWS, PICTURES = 50, 8, 500, 200
OPENED = datetime(2025, 1, 1, tzinfo=UTC)
COLUMNS = {
    "catalog_brand": "id, code, name, statements",
    "catalog_attribute": "id, code, type, names, unit, decimals, choices",
    "catalog_family": "id, code, names",
    "catalog_familyattribute": "id, family_id, attribute_id, position, is_required, is_variant_axis, is_facet, is_column",
    "catalog_category": "id, code, parent_id, path, position, family_id, names, slugs, intros, is_active",
    "catalog_product": "id, uuid, code, family_id, category_id, brand_id, tax_class_id, status, attributes, published_at, updated_at",
    "catalog_producttext": "id, product_id, language, name, slug, summary, description",
    "catalog_variant": (
        "id, uuid, product_id, sku, sku_normalized, gtin, mpn, mpn_normalized, attributes, labels, status, position, unit, price_unit,"
        "minimum_quantity, quantity_multiple, pack_size, pack_names, weight_kg, is_stocked, lead_days, popularity"
    ),
    "catalog_picture": "id, uuid, file, content_type, width, height, sha256, alternative_texts",
    "catalog_productpicture": "id, product_id, picture_id, position",
    "catalog_assortmentvariant": "assortment_id, variant_id",
    "inventory_stockitem": "variant_id, location_id, on_hand, reserved",
    "pricing_price": "price_list_id, variant_id, minimum_quantity, amount, valid_from",
}  # fmt: skip


def shop_digest(size: int) -> str:
    """Name what decides the shop's rows, so that a shop made before is used again. Count `VERSION` up with them."""
    return f"{VERSION}:{size}:"


def load_shop(size: int) -> None:
    """Write a shop of `size` products with its buyers into an empty, migrated database."""
    goods = Goods(size, random.Random(2))
    with transaction.atomic():
        base = _load_base()
        _load_catalog(goods, base)
        _load_buyers(goods, base)
        _mend_sequences()
    with connection.cursor() as cursor:
        cursor.execute("analyze")


def copy(table: str, rows: Iterable[tuple[Any, ...]]) -> None:
    """Write rows into a table, in the columns named for it."""
    with connection.cursor() as cursor, cursor.copy(f"copy {table} ({COLUMNS[table]}) from stdin") as target:  # type: ignore[attr-defined]
        for row in rows:
            target.write_row(row)


def _load_base() -> dict[str, Any]:
    from truso.modules.catalog.models import Assortment
    from truso.modules.customers.models import Segment
    from truso.modules.delivery.models import DeliveryMethod, DeliveryRate
    from truso.modules.inventory.models import Location
    from truso.modules.markets.models import Market, PaymentTerm
    from truso.modules.tax.models import TaxClass, TaxRate

    term = PaymentTerm.objects.create(code="net30", names=in_all(("Netto 30",) * 4), days=30)
    market = Market.objects.create(
        code="no", names=in_all(("Norge", "Norge", "Norwegia", "Norway")), country="NO", currency="NOK", languages=["nb", "en"],
        is_default=True, invoice_term=term, seller_name="Prøvehandel AS", seller_organization_number="923456783", seller_street="Havnegata 1",
        seller_postcode="7010", seller_city="Trondheim", seller_country="NO", seller_email="shop@example.com",
    )  # fmt: skip
    tax = TaxClass.objects.create(pk=1, code="standard", names=in_all(("Standard",) * 4))
    TaxRate.objects.create(country="NO", tax_class=tax, category="S", percent=25, period=DateRange(None, None))
    post = DeliveryMethod.objects.create(
        code="post", market=market, names=in_all(("Post", "Post", "Poczta", "Post")), tax_class=tax
    )
    DeliveryRate.objects.create(method=post, up_to_kg=100_000, amount=Decimal(80))
    return {
        "term": term,
        "market": market,
        "locations": [
            Location.objects.create(code=code, name=code.title(), country="NO", priority=place)
            for place, code in enumerate(("main", "second"))
        ],
        "segment": Segment.objects.create(code="trades", names=in_all(("Proff", "Proffs", "Firmy", "Trades"))),
        "assortment": Assortment.objects.create(code="common", names=in_all(("Felles",) * 4)),
    }


def _load_catalog(goods: Goods, base: dict[str, Any]) -> None:
    from truso.modules.pricing.models import PriceList

    copy("catalog_brand", goods.brands())
    copy("catalog_attribute", goods.attributes())
    copy("catalog_family", goods.families())
    copy("catalog_familyattribute", goods.family_attributes())
    copy("catalog_category", goods.categories())
    copy(
        "catalog_picture",
        (
            (key, uuid_of(goods.rnd), f"pictures/{key}.png", "image/png", 1200, 900, f"{key:064d}", "{}")
            for key in range(1, PICTURES + 1)
        ),
    )
    rnd, fillers = goods.rnd, make_words(random.Random(3), 4000)
    copy("catalog_product", (product.row(rnd) for product in goods.products()))
    copy("catalog_producttext", (row for product in goods.products() for row in product.texts(rnd, fillers)))
    copy("catalog_variant", (row for product in goods.products() for row in product.variant_rows(rnd)))
    copy(
        "catalog_productpicture",
        ((product.key, product.key, product.key % PICTURES + 1, 0) for product in goods.products()),
    )
    variants = _variants(goods)
    copy("catalog_assortmentvariant", ((base["assortment"].pk, key) for key in variants if key % 5))
    copy("inventory_stockitem", ((key, place.pk, 1_000_000, 0) for key in variants for place in base["locations"]))
    names = {
        "names": in_all(("Listepris", "Listpris", "Cena", "List price")),
        "currency": "NOK",
        "market": base["market"],
    }
    listed = PriceList.objects.create(code="list", kind="market", **names)
    trade = PriceList.objects.create(code="trade", kind="segment", segment=base["segment"], **names)
    copy("pricing_price", ((listed.pk, key, 1, amount_of(key), "2000-01-01") for key in variants))
    copy(
        "pricing_price",
        (
            (trade.pk, key, least, (amount_of(key) * share).quantize(Decimal("0.01")), "2000-01-01")
            for key in variants
            for least, share in ((1, Decimal("0.95")), (20, Decimal("0.9")))
        ),
    )


def _variants(goods: Goods) -> list[int]:
    return [product.first_variant + place for product in goods.products() for place in range(product.variants)]


def amount_of(variant: int) -> Decimal:
    """Return an article's list price."""
    return Decimal(variant * 7919 % 99_000 + 1000) / 100


def _load_buyers(goods: Goods, base: dict[str, Any]) -> None:
    from truso.modules.catalog.models import AssortmentRule
    from truso.modules.customers.models import Address, Customer
    from truso.modules.pricing.models import Discount, PriceList

    rnd, variants = random.Random(4), _variants(goods)
    for number in range(COMPANIES):
        company = Customer.objects.create(
            number=str(300_000 + number), kind="business", name=f"Verksted {number} AS", market=base["market"], display_gross=False,
            invoice_allowed=True, credit_limit=Decimal(10**12), payment_term=base["term"], created_at=OPENED,
        )  # fmt: skip
        company.segments.add(base["segment"])
        Address.objects.create(
            customer=company, name=company.name, street="Verkstedveien 1", postcode="0150", city="Oslo", country="NO",
            is_billing=True, is_default=True,
        )  # fmt: skip
        contract = PriceList.objects.create(
            code=f"contract-{number}", kind="contract", customer=company, names=in_all(("Avtale", "Avtal", "Umowa", "Agreement")), currency="NOK"
        )  # fmt: skip
        copy(
            "pricing_price",
            (
                (contract.pk, key, 1, (amount_of(key) * Decimal("0.8")).quantize(Decimal("0.01")), "2000-01-01")
                for key in rnd.sample(variants, CONTRACT_ROWS)
            ),
        )
        Discount.objects.create(customer=company, category_id=21 + number, percent=7)
        Discount.objects.create(customer=company, brand_id=number % BRANDS + 1, percent=5)
        if number % 5 == 0:
            AssortmentRule.objects.create(assortment=base["assortment"], customer=company)
        _load_people(company, number)


def _load_people(company: Any, number: int) -> None:
    """Write people who order, each with an API key and a signed-in browser."""
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
    from django.contrib.sessions.backends.db import SessionStore

    from truso.modules.customers.models import Membership
    from truso.modules.identity.models import Person
    from truso.modules.identity.operations import create_api_key
    from truso.modules.identity.rules import Scope

    with connection.cursor() as cursor:
        cursor.execute(
            "create table if not exists bench_buyer (id bigserial primary key, customer_id bigint, person_id bigint, key text, session text)"
        )
        for place in range(PEOPLE_EACH):
            person = Person(
                email=f"p{number}-{place}@example.com", first_name="Kari", last_name=f"N{place}", password="!"
            )
            person.save()
            Membership.objects.create(customer=company, person=person, roles=["orderer"], joined_at=OPENED)
            _, key = create_api_key(person=person, name="bench", scopes=list(Scope))
            session = SessionStore()
            session[SESSION_KEY], session[HASH_SESSION_KEY] = str(person.pk), person.get_session_auth_hash()
            session[BACKEND_SESSION_KEY] = "allauth.account.auth_backends.AuthenticationBackend"
            session.create()
            cursor.execute(
                "insert into bench_buyer (customer_id, person_id, key, session) values (%s, %s, %s, %s)",
                [company.pk, person.pk, key, session.session_key],
            )


def _mend_sequences() -> None:
    with connection.cursor() as cursor:
        for table in COLUMNS:
            if "id," in COLUMNS[table][:4]:
                cursor.execute(f"select setval(pg_get_serial_sequence('{table}', 'id'), (select max(id) from {table}))")
