"""What staff screens cost: as many statements for fifty rows as for one, and never more than a screen may."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.db.models import Model
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.backoffice.conftest import Sign
from tests.backoffice.copies import copy_latest
from tests.factories import START, Shop, texts
from truso.backoffice.wagtail_hooks import staff_lists
from truso.modules.agreements.models import Agreement
from truso.modules.catalog.completeness import measure_products
from truso.modules.catalog.models import (
    Assortment,
    AssortmentCriterion,
    AssortmentVariant,
    Attribute,
    AttributeGroup,
    Channel,
    Document,
    DocumentLink,
    FamilyAttribute,
    Picture,
    Product,
    ProductPicture,
    Relation,
    Requirement,
    SizeGuide,
    Variant,
)
from truso.modules.content.models import Article, HomeContent
from truso.modules.customers.models import Address, Customer, Membership, Segment
from truso.modules.fulfillment.models import Shipment, ShipmentLine
from truso.modules.identity.models import Person
from truso.modules.inventory.models import StockItem
from truso.modules.invoicing.models import Invoice, InvoiceLine
from truso.modules.orders.models import Order, OrderLine, OrderStep
from truso.modules.output.models import SentMail
from truso.modules.pricing.models import Campaign, CostList, Discount, Price, PriceList
from truso.modules.pricing.operations import NewPrice, set_prices
from truso.modules.receivables.models import Allocation, OpenItem
from truso.modules.returns.models import ReturnLine
from truso.modules.search.models import Merchandising, Redirect, Synonym
from truso.platform.imports.models import ImportRow, ImportRun
from truso.processes.pay import register_invoice_payment

LIST_BUDGET = 15
PAGE_BUDGET = 32
FIFTY = 50
# Each copy of an invoice has its own open item, each of a document its own link.
OF_A_COPY = {
    OpenItem: {"invoice_id": "(select id from invoicing_invoice order by id desc offset n - 1 limit 1)"},
    DocumentLink: {"document_id": "(select id from catalog_document order by id desc offset n - 1 limit 1)"},
}
WITH = {Invoice: [OpenItem], Document: [DocumentLink]}
# Goods, no freight.
ONLY = {
    OrderLine: "kind = 'item'",
    PriceList: "kind <> 'cost'",
    CostList: "kind = 'cost'",
    Price: "price_list_id in (select id from pricing_pricelist where kind <> 'cost')",
    InvoiceLine: "order_line_id in (select id from orders_orderline where kind = 'item')",
}


@pytest.fixture
def everything(shop: Shop, company: Customer, records: dict[str, Any]) -> dict[str, Any]:
    """At least one row for every list."""
    old, variant = shop.variants["A1"].product, shop.add_article("B1")
    company.memberships.update(order_limit=100)
    segment = Segment.objects.create(code="trade", names=texts("Trade"))
    Discount.objects.create(segment=segment, percent=5)
    costs = CostList.objects.create(code="costs", names=texts("Costs"), kind="cost", currency="NOK")
    set_prices(price_list=costs, prices=[NewPrice(variant.pk, Decimal(50))])
    Campaign.objects.create(
        code="spring", names=texts("Spring"), market=shop.market, percent=10, starts_at=START, ends_at=START.replace(year=2040)
    )  # fmt: skip
    assortment = Assortment.objects.create(code="own", names=texts("Own"))
    AssortmentVariant.objects.create(assortment=assortment, variant=variant)
    AssortmentCriterion.objects.create(assortment=assortment, category=shop.category)
    channel = Channel.objects.create(code="shop", names=texts("Shop"), languages=["nb", "en"], assortment=assortment)
    Requirement.objects.create(item="gtin", channel=channel, family=shop.family)
    measure_products(product_ids=[variant.product_id])
    Synonym.objects.create(terms=["jacket", "coat"])
    Redirect.objects.create(text="returns", text_key="returns", target="/en/")
    Merchandising.objects.create(
        place="query", text="x", text_key="x", action="pin", product=Product.objects.earliest("pk")
    )
    SizeGuide.objects.create(code="jackets", names=texts("Jackets"), table={"columns": [], "rows": []})
    length = Attribute.objects.create(code="length", names=texts("Length"), type="number")
    group = AttributeGroup.objects.create(code="size", names=texts("Size"))
    FamilyAttribute.objects.create(family=shop.family, attribute=length, group=group)
    HomeContent.objects.create(market=shop.market, audience="private", language="en")
    Article.objects.create(language="en", slug="guide", title="Guide")
    SentMail.objects.create(
        template="order_confirmation", language="en", recipient="a@example.com", subject="Mail", html="", text="", queued_at=START
    )  # fmt: skip
    document = Document.objects.create(type="data_sheet", language="en", title="Sheet", created_at=START)
    DocumentLink.objects.create(document=document, product=variant.product)
    picture = Picture.objects.create(content_type="image/png", width=400, height=400, sha256="0" * 64)
    ProductPicture.objects.create(product=variant.product, picture=picture)
    Relation.objects.create(product=variant.product, to=old, kind="accessory")
    invoice = Invoice.objects.get()
    register_invoice_payment(
        invoice=invoice, amount=Decimal(10), currency="NOK", method="bank", booked_on=START.date(), external_id="B-1"
    )
    run = ImportRun.objects.create(
        target="products", file_name="a.csv", size=1, sha256="0" * 64, by="x", created_at=START, counts={"new": 1},
        look={"format": "csv", "columns": [{"key": "sku", "heading": "sku", "samples": []}]},
    )  # fmt: skip
    ImportRow.objects.create(run=run, number=2, kind="new", key="A1", changes={"mpn": [None, "N1"]})
    with connection.cursor() as cursor:
        cursor.execute("insert into procrastinate_jobs (queue_name, task_name) values ('default', 'x')")
    return {**records, "products": variant.product.uuid, "variants": variant.uuid, "imports": run.uuid}


def cost(client: Client, address: str) -> int:
    """Return how many statements a page takes, once what it asks only the first time is known."""
    client.get(address)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200, address
    return len(captured)


def multiply(model: type[Model]) -> None:
    for one in (model, *WITH.get(model, ())):
        copy_latest(one, FIFTY, only=ONLY.get(one, "true"), **OF_A_COPY.get(one, {}))


def test_every_list_costs_the_same_for_one_row_and_fifty(everything: dict[str, Any], staff: Sign) -> None:
    client, costs = staff("admin"), {}
    for listing in staff_lists():
        model, address = listing.model, reverse(f"{listing.url_namespace}:index")
        assert model._default_manager.exists(), f"{listing.name} has no row to copy"
        one = cost(client, address)
        multiply(model)
        assert len(client.get(address).context["object_list"]) == FIFTY, listing.name
        costs[listing.name] = (one, cost(client, address))

    assert {name: found for name, found in costs.items() if found[0] != found[1] or found[1] > LIST_BUDGET} == {}
    assert len(costs) >= 35


# Each page with the parts of which it shows many.
PAGES: list[tuple[str, str, list[type[Model]]]] = [
    ("order", "orders", [OrderLine, OrderStep, Shipment, Invoice]),
    ("pick", "orders", [OrderLine]),
    ("shipment", "shipments", [ShipmentLine]),
    ("return", "returns", [ReturnLine]),
    ("invoice", "invoices", [InvoiceLine, Allocation]),
    ("credit_invoice", "invoices", [InvoiceLine]),
    ("customer", "customers", [Membership, Address, Agreement, Order, Invoice]),
    ("person", "people", [Membership]),
    ("product", "products", [Variant, Price, StockItem]),
    ("variant", "variants", [Price, StockItem]),
    ("matrix", "products", [Variant]),
    ("product_pictures", "products", [ProductPicture, Variant]),
    ("product_documents", "products", [Document]),
    ("product_relations", "products", [Relation]),
    ("product_ranges", "products", [Assortment, AssortmentVariant, Variant]),
    ("family", "families", [FamilyAttribute]),
    ("import_run", "imports", [ImportRow]),
    ("prices", "price-lists", [Price]),
]


@pytest.mark.parametrize(("name", "record", "parts"), PAGES, ids=[page[0] for page in PAGES])
def test_a_page_costs_the_same_for_one_part_and_fifty(
    everything: dict[str, Any], staff: Sign, name: str, record: str, parts: list[type[Model]]
) -> None:
    client, address = staff("admin"), reverse(f"backoffice:{name}", args=[everything[record]])
    one, shown = cost(client, address), len(client.get(address).content)
    for part in parts:
        multiply(part)

    assert cost(client, address) == one <= PAGE_BUDGET
    assert len(client.get(address).content) > shown + FIFTY * len("<tr><td></td></tr>")


def test_the_first_page_and_the_staff_cost_the_same_for_one_row_and_fifty(
    everything: dict[str, Any], staff: Sign
) -> None:
    client, addresses = staff("admin"), [reverse("wagtailadmin_home"), reverse("backoffice:staff")]
    before = [cost(client, address) for address in addresses]
    for model in (Order, Invoice, Campaign, Person):
        multiply(model)

    after = [cost(client, address) for address in addresses]
    assert after == before
    assert max(after) <= PAGE_BUDGET
