"""A small shop for tests: one market, a few articles, a company with people, a private person. Values are exact."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

from django.db.backends.postgresql.psycopg_any import DateRange

from truso.kernel.buyer import Buyer
from truso.kernel.identifiers import gtin_check_digit, normalize_code, slugify
from truso.kernel.references import Reference
from truso.modules.catalog.models import (
    Brand,
    Category,
    Document,
    DocumentLink,
    Family,
    Product,
    ProductStatus,
    ProductText,
    Variant,
)
from truso.modules.customers.models import Address, Customer, Membership
from truso.modules.customers.queries import choose_hat, list_hats, make_buyer
from truso.modules.delivery.models import DeliveryMethod, DeliveryRate
from truso.modules.identity.models import Person
from truso.modules.inventory.models import Location
from truso.modules.inventory.operations import receive_stock
from truso.modules.markets.models import Market, PaymentTerm
from truso.modules.markets.queries import market_for_buyer
from truso.modules.pricing.models import Price, PriceList
from truso.modules.tax.models import TaxClass, TaxRate
from truso.platform import clock

START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
LANGUAGES = ("nb", "sv", "pl", "en")


def texts(word: str) -> dict[str, str]:
    """Return a text in four languages that tells them apart."""
    return {language: f"{word} {language}" for language in LANGUAGES}


@dataclass
class Shop:
    """Everything a test needs to buy something. 25 % VAT, prices in NOK, two warehouses."""

    market: Market
    tax_class: TaxClass
    price_list: PriceList
    main: Location
    second: Location
    post: DeliveryMethod
    family: Family
    category: Category
    brand: Brand
    variants: dict[str, Variant] = field(default_factory=dict)

    def add_article(self, sku: str, *, price: str = "100", stock: str = "10", **fields: Any) -> Variant:
        """Add a product with one variant, a list price (net) and stock in the main warehouse."""
        number = len(self.variants) + 1
        product = Product.objects.create(
            code=slugify(sku),
            family=self.family,
            category=fields.pop("category", self.category),
            brand=self.brand,
            tax_class=fields.pop("tax_class", self.tax_class),
            status=fields.pop("product_status", ProductStatus.ACTIVE),
            published_at=START,
            updated_at=START,
        )
        for language in LANGUAGES:
            ProductText.objects.create(
                product=product, language=language, name=f"Article {sku} {language}", slug=slugify(f"{sku}-{language}")
            )
        body = f"20{number:010d}"
        variant = Variant.objects.create(
            product=product,
            sku=sku,
            sku_normalized=normalize_code(sku),
            gtin=body + gtin_check_digit(body),
            mpn=f"M-{sku}",
            mpn_normalized=normalize_code(f"M-{sku}"),
            weight_kg=fields.pop("weight_kg", Decimal("0.5")),
            **fields,
        )
        if price:
            Price.objects.create(price_list=self.price_list, variant=variant, amount=Decimal(price))
        if Decimal(stock):
            receive_stock(
                location_id=self.main.pk, subject=Reference("receipt", uuid4()), lines=[(variant.pk, Decimal(stock))]
            )
        self.variants[sku] = variant
        return variant

    def add_document(self, *links: Product | Family | Brand | Category, **fields: Any) -> Document:
        """Add a document of the library that belongs to these; a data sheet to be typeset unless said otherwise."""
        kind = fields.get("type", "data_sheet")
        document = Document.objects.create(**{"type": kind, "title": kind, "created_at": START, **fields})
        for target in links:
            DocumentLink.objects.create(document=document, **{type(target).__name__.lower(): target})
        return document

    def visitor(self, session_key: str = "visitor-1", language: str = "en") -> Buyer:
        """Return a visitor with a cart of their own."""
        return make_buyer(
            market=market_for_buyer(self.market), language=language, now=clock.now(), session_key=session_key
        )

    def buyer(self, person: Person, customer: Customer | None = None, language: str = "en") -> Buyer:
        """Return a person in a hat."""
        hat = choose_hat(list_hats(person.pk), customer.uuid if customer else None)
        return make_buyer(
            market=market_for_buyer(self.market),
            language=language,
            now=clock.now(),
            person_id=person.pk,
            person_name=str(person),
            hat=hat,
        )

    def company(self, name: str = "Fjellbygg AS", **fields: Any) -> Customer:
        """Return a business that buys on 30 days' invoice, with one address."""
        number = fields.pop("number", None) or str(300_000 + Customer.objects.count())
        customer = Customer.objects.create(
            number=number,
            kind=Customer.Kind.BUSINESS,
            name=name,
            market=self.market,
            display_gross=False,
            **{
                "organization_number": "999888777",
                "invoice_allowed": True,
                "credit_limit": Decimal(100_000),
                "payment_term": self.market.invoice_term,
                "created_at": START,
                **fields,
            },
        )
        Address.objects.create(
            customer=customer,
            name=name,
            street="Verkstedveien 1",
            postcode="0150",
            city="Oslo",
            country="NO",
            is_billing=True,
            is_default=True,
        )
        return customer

    def member(self, customer: Customer, email: str, *roles: str, limit: str | None = None) -> Person:
        """Return a person who works for a customer."""
        person = add_person(email)
        Membership.objects.create(
            customer=customer,
            person=person,
            roles=list(roles),
            order_limit=Decimal(limit) if limit is not None else None,
            joined_at=START,
        )
        return person

    def consumer(self, email: str = "kari@example.com") -> Person:
        """Return a private person with a customer of their own."""
        person = add_person(email)
        Customer.objects.create(
            number=str(200_000 + person.pk),
            kind=Customer.Kind.CONSUMER,
            name=str(person),
            consumer_person=person,
            market=self.market,
            display_gross=True,
            email=email,
            created_at=START,
        )
        return person


def add_person(email: str, **fields: Any) -> Person:
    """Return a person named after their address. The password is not usable: tests sign in by force."""
    name = email.split("@", maxsplit=1)[0].capitalize()
    return Person.objects.create_user(email, None, first_name=name, last_name="Test", **fields)


def open_shop() -> Shop:
    """Return a shop with nothing on its shelves yet."""
    term = PaymentTerm.objects.create(code="net30", names=texts("Net 30"), days=30)
    market = Market.objects.create(
        code="no",
        names=texts("Norway"),
        country="NO",
        currency="NOK",
        languages=["nb", "en"],
        is_default=True,
        invoice_term=term,
        seller_name="Prøvehandel AS",
        seller_organization_number="923456783",
        seller_vat_number="NO923456783MVA",
        seller_street="Havnegata 1",
        seller_postcode="7010",
        seller_city="Trondheim",
        seller_country="NO",
        seller_email="shop@example.com",
        seller_bank_account="86011117947",
        seller_registered=True,
    )
    tax_class = TaxClass.objects.create(code="standard", names=texts("Standard"))
    TaxRate.objects.create(country="NO", tax_class=tax_class, category="S", percent=25, period=DateRange(None, None))
    main = Location.objects.create(code="main", name="Main", country="NO", priority=0)
    second = Location.objects.create(code="second", name="Second", country="NO", priority=1)
    post = DeliveryMethod.objects.create(
        code="post", market=market, names=texts("Post"), tax_class=tax_class, transit_days=2
    )
    DeliveryRate.objects.create(method=post, up_to_kg=1000, amount=Decimal(80))
    category = Category.objects.create(
        code="goods", names=texts("Goods"), slugs={language: "goods" for language in LANGUAGES}
    )
    category.path = [category.pk]
    category.save()
    return Shop(
        market=market,
        tax_class=tax_class,
        main=main,
        second=second,
        post=post,
        category=category,
        price_list=PriceList.objects.create(
            code="no-list", names=texts("List"), kind="market", currency="NOK", market=market
        ),
        family=Family.objects.create(code="things", names=texts("Things")),
        brand=Brand.objects.create(code="nord", name="Nord"),
    )


def checkout_fields(**changes: str) -> dict[str, str]:
    """Return what a buyer in Norway fills in."""
    return {
        "email": "kari@example.com",
        "name": "Kari Test",
        "phone": "40000000",
        "street": "Storgata 1",
        "postcode": "0155",
        "city": "Oslo",
        "country": "NO",
        "delivery": "post",
        "payment": "card",
        "terms_accepted": "on",
        **changes,
    }


def uuid_of(value: Any) -> UUID:
    """Return the identity of a record."""
    return UUID(str(value.uuid))
