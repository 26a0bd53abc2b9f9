"""A real company that sells both ways, brought in whole and to the cent."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from django.db.models import Count, Sum
from django.test import Client

from demo.load import load_shop
from tests.integrations.adventureworks import FOLDER, digest, make_part, needs_data
from truso.integrations.adventureworks import ImportRefused, load
from truso.kernel.buyer import Buyer
from truso.modules.cart.operations import NewLine, add_lines
from truso.modules.catalog.models import Product, ProductText, Variant
from truso.modules.customers.models import Address, Customer
from truso.modules.customers.queries import list_hats, make_buyer
from truso.modules.markets.models import Market
from truso.modules.markets.queries import find_market, market_for_buyer
from truso.modules.orders.models import LineKind, Order, OrderLine
from truso.modules.pricing.models import Price
from truso.modules.pricing.queries import price_basket, prices_for
from truso.modules.pricing.values import Basket, BasketLine
from truso.modules.search.queries import SearchRequest, search_catalog
from truso.platform import clock
from truso.platform.shortlived import forget
from truso.processes.place_order import place_order
from truso.processes.review import CheckoutData
from truso.processes.verify import verify

pytestmark = needs_data
NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
HELMET = "HL-U509-R"


@pytest.fixture(scope="module")
def part(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small part of the source that holds together."""
    folder = tmp_path_factory.mktemp("part")
    make_part(folder)
    return folder


@pytest.fixture
def imported(db: None, part: Path) -> None:
    """The small part, brought in."""
    for _ in load(part):
        pass


def buyer_of(customer: Customer, now: datetime = NOW) -> Buyer:
    """Return the customer's own person in its hat."""
    person = customer.consumer_person or customer.memberships.get().person
    hat = next(hat for hat in list_hats(person.pk) if hat.customer.id == customer.pk)
    return make_buyer(
        market=market_for_buyer(customer.market),
        language="en",
        now=now,
        person_id=person.pk,
        person_name=str(person),
        hat=hat,
    )


def any_customer(kind: str, market: str) -> Customer:
    return Customer.objects.filter(kind=kind, market__code=market).order_by("pk")[0]


def sales(**which: Any) -> tuple[Decimal, int]:
    lines = OrderLine.objects.filter(order__source="adventureworks", kind=LineKind.ITEM, **which)
    orders = Order.objects.filter(
        source="adventureworks", **{key.removeprefix("order__"): value for key, value in which.items()}
    )
    return lines.aggregate(sum=Sum("net"))["sum"], orders.count()


@pytest.mark.django_db
def test_the_whole_source_gives_the_published_figures_and_a_second_import_changes_nothing() -> None:
    assert FOLDER is not None
    said = list(load(FOLDER))

    internet, internet_orders = sales(order__is_business=False)
    reseller, reseller_orders = sales(order__is_business=True)
    assert (round(internet, 2), internet_orders) == (Decimal("29358677.22"), 27_659)
    assert (round(reseller, 2), reseller_orders) == (Decimal("80450596.98"), 3_796)
    assert (internet, reseller) == (Decimal("29358677.2207"), Decimal("80450596.9823"))
    items = OrderLine.objects.filter(kind=LineKind.ITEM)
    assert dict(items.values_list("order__is_business").annotate(Count("pk"))) == {False: 60_398, True: 60_855}
    assert Order.objects.filter(is_business=True).values("customer").distinct().count() == 635
    assert not Order.objects.filter(is_business=True, po_number="").exists()
    assert Customer.objects.filter(kind="consumer").count() == 18_484
    assert Customer.objects.filter(kind="business").count() == 701
    assert Product.objects.count() == 504
    taxes = Order.objects.aggregate(tax=Sum("tax"), gross=Sum("gross"), net=Sum("net"))
    assert taxes["tax"] == Decimal("2348694.2301") + Decimal("6436047.6066")
    assert taxes["net"] == internet + reseller + Decimal("733969.6091") + Decimal("2011265.9158")
    assert taxes["gross"] == taxes["net"] + taxes["tax"]
    assert list(verify()) == []
    assert said[-1] == "Search index: 195 articles"

    before = digest()
    again = list(load(FOLDER))
    assert digest() == before
    assert again[-1] == "Orders of FactResellerSales: 0 new with 0 lines"


def test_a_reseller_sees_dealer_prices_without_vat_and_a_consumer_list_prices_with_it(imported: None) -> None:
    helmet = Variant.objects.get(sku=HELMET).pk
    reseller = buyer_of(any_customer("business", "aw-de"))
    consumer = buyer_of(any_customer("consumer", "aw-de"))

    dealer, listed = prices_for(reseller, [helmet])[helmet], prices_for(consumer, [helmet])[helmet]

    # 20.9940 and 34.9900 dollars at 0.966557123526 dollars to the euro; 19 % in Germany.
    assert (reseller.display_gross, dealer.unit_price, dealer.list_price) == (
        False,
        Decimal("21.7204"),
        Decimal("36.2007"),
    )
    assert (consumer.display_gross, listed.unit_price, listed.unit_price_gross) == (
        True,
        Decimal("36.2007"),
        Decimal("43.08"),
    )
    assert (listed.tax_rate, consumer.currency) == (Decimal(19), "EUR")


def test_prices_in_the_united_states_are_the_sources_own_and_shown_without_a_tax_nobody_knows(imported: None) -> None:
    helmet = Variant.objects.get(sku=HELMET).pk
    consumer = buyer_of(
        Customer.objects.filter(kind="consumer", market__code="aw-us").first() or any_customer("consumer", "aw-us")
    )

    price = price_basket(consumer, Basket((BasketLine("1", helmet, Decimal(1)),))).lines[0]

    assert (consumer.display_gross, price.unit_price, price.tax_category, price.tax_rate) == (
        False,
        Decimal("34.99"),
        "O",
        Decimal(0),
    )


@pytest.mark.parametrize(
    ("on", "amount"),
    [
        (date(2011, 6, 30), None),
        (date(2011, 7, 1), "33.6442"),
        (date(2012, 7, 1), "33.6442"),
        (date(2013, 6, 30), "33.6442"),
        (date(2013, 7, 1), "34.9900"),
    ],
)
def test_a_price_holds_from_its_versions_first_day_until_the_next_one(
    imported: None, on: date, amount: str | None
) -> None:
    helmet = Variant.objects.get(sku=HELMET).pk
    customer = any_customer("consumer", "aw-us")

    prices = prices_for(buyer_of(customer, datetime(on.year, on.month, on.day, 15, tzinfo=UTC)), [helmet])

    assert (prices[helmet].unit_price if helmet in prices else None) == (Decimal(amount) if amount else None)


def test_an_article_that_is_no_longer_made_keeps_its_prices_up_to_its_last_day(imported: None) -> None:
    frame = Variant.objects.select_related("product").get(sku="FR-R92R-62")
    gone = Product.objects.filter(status="discontinued").count()
    last = Price.objects.filter(variant__product__status="discontinued", valid_to=None).count()

    assert (gone, last) == (98, 0)
    assert frame.product.status == "active"


def test_an_order_is_closed_with_the_sources_number_amounts_and_visible_discount(imported: None) -> None:
    order = Order.objects.get(number="SO43659")

    assert (order.state, order.fulfillment_status, order.invoice_status, order.source) == (
        "completed",
        "shipped",
        "invoiced",
        "adventureworks",
    )
    assert (order.po_number, order.currency, order.market.code) == ("PO522145787", "USD", "aw-us")
    assert order.net == sum(line.net for line in order.lines.all())
    first = order.lines.get(position=1)
    assert (first.quantity, first.unit_price, first.net, first.tax) == (
        1,
        Decimal("2024.994000"),
        Decimal("2024.9940"),
        Decimal("161.9995"),
    )
    freight = order.lines.get(kind="charge")
    assert (freight.name, freight.tax, freight.invoiced_quantity) == ("Freight", 0, 1)
    for line in OrderLine.objects.filter(order__source="adventureworks", kind="item", list_price__isnull=False):
        if line.list_price != line.unit_price:
            assert line.unit_price < line.list_price
            assert [offer["outcome"] for offer in line.explanation] == ["base", "won"]


def test_texts_are_there_in_every_language_the_source_has(imported: None) -> None:
    texts = ProductText.objects.filter(product__variants__sku=HELMET)

    assert {text.language for text in texts} == {"en", "nb", "pl", "sv"}
    assert len({text.description for text in texts}) == 4
    assert {text.name for text in texts} == {"Sport-100 Helmet, Red"}


def test_the_search_finds_what_is_sold_and_only_that(imported: None) -> None:
    reseller = buyer_of(any_customer("business", "aw-us"))

    found = search_catalog(reseller, SearchRequest(text="HL-U509-R"))

    assert [hit.variant_id for hit in found.hits][:1] == [Variant.objects.get(sku=HELMET).pk]


def test_it_stands_beside_the_demo_and_changes_nothing_of_it(db: None, part: Path) -> None:
    load_shop(now=NOW)
    tables = ("pricing_pricelist", "markets_market", "tax_taxrate")
    before = digest()

    for _ in load(part):
        pass
    forget()

    after = digest()
    assert not Order.objects.filter(source="").exists()
    assert after["agreements_agreement"] == before["agreements_agreement"]
    assert [after[table][0] - before[table][0] for table in tables] == [12, 6, 7]
    assert Market.objects.get(is_default=True).code == "no"
    assert getattr(find_market(language="en"), "code", "") == "no"
    assert list(verify()) == []


def _without(name: str) -> Callable[[Path], None]:
    return lambda folder: (folder / f"{name}.csv").unlink()


def _replace(name: str, old: str, new: str) -> Callable[[Path], None]:
    def change(folder: Path) -> None:
        path = folder / f"{name}.csv"
        text = path.read_text()
        assert old in text
        path.write_text(text.replace(old, new, 1))

    return change


def _append(name: str, line: str) -> Callable[[Path], None]:
    def change(folder: Path) -> None:
        with (folder / f"{name}.csv").open("a") as file:
            file.write(line)

    return change


@pytest.mark.parametrize(
    ("damage", "sentence"),
    [
        (_without("DimProduct"), "has no DimProduct.csv (or .csv.gz)."),
        (_replace("DimProduct", "ListPrice", "Price"), "DimProduct.csv has no column ListPrice."),
        (_append("DimProduct", "1,2,3\n"), "DimProduct.csv, line 608: 3 columns instead of 35."),
        (_replace("FactResellerSales", "2024.9940", "twenty"), "FactResellerSales.csv, line 2: UnitPrice is not a number: “twenty”."),
        (_replace("FactResellerSales", "2024.9940", "-1"), "FactResellerSales.csv, line 2: UnitPrice is out of range: “-1”."),
        (_replace("FactInternetSales", "2010-12-29", "29.12.2010"), "FactInternetSales.csv, line 2: OrderDate is not a date: “29.12.2010”."),
        (_replace("FactResellerSales", "\n349,", "\n99999,"), "FactResellerSales.csv, line 2: ProductKey is not known or zero."),
        (_replace("FactInternetSales", ",21768,", ",1,"), "FactInternetSales.csv, line 2: CustomerKey names nobody."),
        (_replace("FactResellerSales", "PO522145787", "PO1"), "FactResellerSales.csv, line 2: CustomerPONumber differs between the lines of SO43659."),
        (_replace("DimGeography", ",AU,", ",XX,"), "DimGeography.csv, line 2: CountryRegionCode names a country without a known market: “XX”."),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_said_in_one_sentence_and_nothing_is_written(
    db: None, part: Path, tmp_path: Path, damage: Callable[[Path], None], sentence: str
) -> None:
    folder = tmp_path / "damaged"
    shutil.copytree(part, folder)
    damage(folder)
    before = digest()

    with pytest.raises(ImportRefused) as refused:
        list(load(folder))

    assert str(refused.value).endswith(sentence)
    assert digest() == before


def test_a_packed_file_that_is_cut_off_is_said_to_be_damaged(db: None, part: Path, tmp_path: Path) -> None:
    assert FOLDER is not None
    folder = tmp_path / "damaged"
    shutil.copytree(part, folder)
    whole = (FOLDER / "DimReseller.csv.gz").read_bytes()
    (folder / "DimReseller.csv.gz").write_bytes(whole[: len(whole) // 2])

    with pytest.raises(ImportRefused, match=r"DimReseller.csv.gz is damaged: it can't be unpacked."):
        list(load(folder))
    assert not Market.objects.exists()


@pytest.mark.parametrize(("kind", "method"), [("business", "invoice"), ("consumer", "card")])
def test_resellers_and_consumers_of_the_source_can_buy(imported: None, kind: str, method: str) -> None:
    Customer.objects.filter(kind="business").update(credit_limit=Decimal(5000))  # the merchant's to set
    buyer = buyer_of(any_customer(kind, "aw-de"), clock.now())
    add_lines(buyer=buyer, lines=[NewLine(Variant.objects.get(sku=HELMET).pk, Decimal(2))])
    address = buyer.customer and Address.objects.get(customer_id=buyer.customer.id)
    data = CheckoutData(
        email="buyer@customers.example", name="Any Buyer", address=str(address.uuid) if address else "", payment=method,
        po_number="PO-1", terms_accepted=True,
    )  # fmt: skip

    order = place_order(buyer=buyer, data=data)

    freight = order.lines.get(kind=LineKind.CHARGE)
    # A helmet without a weight goes in the lightest step: 8 dollars at 0.966557123526 dollars to the euro, and 19 %.
    assert (freight.name, freight.net, freight.tax_rate) == ("Standard freight", Decimal("8.28"), Decimal(19))
    assert order.state == ("confirmed" if method == "invoice" else "pending_payment")
    assert list(verify()) == []


def test_the_page_of_an_imported_order_tells_how_it_was_paid_in_words(imported: None, client: Client) -> None:
    order = Order.objects.filter(source="adventureworks", is_business=False).select_related("person").order_by("pk")[0]
    client.force_login(order.person)

    pages = {
        language: client.get(f"/{language}/account/orders/{order.uuid}/").content.decode()
        for language in ("nb", "sv", "pl", "en")
    }

    words = {
        "nb": "Gjort opp i tidligere system", "sv": "Reglerat i tidigare system",
        "pl": "Rozliczone w poprzednim systemie", "en": "Settled in the earlier system",
    }  # fmt: skip
    assert [language for language, page in pages.items() if words[language] not in page] == []
