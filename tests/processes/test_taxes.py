"""Orders that go abroad, or to who buys without tax: the same sums in cart, order, invoice, e-invoice and PDF."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest
from django.db.backends.postgresql.psycopg_any import DateRange
from lxml import etree
from pypdf import PdfReader

from tests.factories import START, Shop, checkout_fields, texts
from truso.kernel.buyer import Buyer
from truso.kernel.refusals import Refused
from truso.modules.cart.operations import NewLine, add_lines
from truso.modules.customers.models import Customer
from truso.modules.delivery.models import DeliveryMethod, DeliveryRate
from truso.modules.invoicing.models import Invoice
from truso.modules.invoicing.operations import issue_credit_note
from truso.modules.invoicing.queries import document_of
from truso.modules.markets.models import Market
from truso.modules.orders.models import Order
from truso.modules.output.rulecheck import RuleChecker
from truso.modules.output.ubl import write_ubl
from truso.modules.tax.models import ExemptionCertificate, TaxClass, TaxRate
from truso.modules.tax.operations import confirm_vat_number, record_answer, save_certificate
from truso.modules.tax.vies import Answer
from truso.platform import clock
from truso.platform.shortlived import forget
from truso.processes.certificates import answer_certificate
from truso.processes.checkout import review_checkout
from truso.processes.documents import invoice_pdf, order_document
from truso.processes.place_order import place_order
from truso.processes.review import CheckoutData
from truso.processes.ship import pick_order, ship
from truso.processes.verify import verify

pytestmark = pytest.mark.django_db
D = Decimal
GERMAN = "DE136695976"


@pytest.fixture(scope="module")
def rules() -> Iterator[RuleChecker]:
    """The rules e-invoices are judged by."""
    checker = RuleChecker()
    yield checker
    checker.close()


@pytest.fixture
def sweden(shop: Shop) -> Shop:
    """The shop in Sweden, sending to Germany, Norway and Poland, with a rate for food and services."""
    shop.market.country = shop.market.seller_country = "SE"
    shop.market.seller_organization_number, shop.market.seller_vat_number = "5599991238", "SE559999123801"
    shop.market.ships_to = ["DE", "NO", "PL"]
    shop.market.save()
    food = TaxClass.objects.create(code="food", names=texts("Food"))
    service = TaxClass.objects.create(code="service", names=texts("Service"), is_service=True)
    for country, tax_class, percent in (
        ("SE", shop.tax_class, 25), ("SE", food, 6), ("SE", service, 25), ("DE", shop.tax_class, 19), ("DE", food, 7),
    ):  # fmt: skip
        period = DateRange(None, None)
        TaxRate.objects.create(country=country, tax_class=tax_class, category="S", percent=percent, period=period)
    forget()
    shop.add_article("A1", price="79.20", stock="1000")
    shop.add_article("FOOD", price="33.33", stock="1000", tax_class=food)
    shop.add_article("WORK", price="500", stock="0", tax_class=service, kind="service")
    return shop


def german(shop: Shop, outcome: str = "valid", number: str = GERMAN) -> Customer:
    """A German company with a German address, whose number the register has answered about."""
    customer = shop.company(
        "Beispiel GmbH", vat_number=number, organization_number="HRB 1", endpoint_scheme="9930", endpoint_id=GERMAN
    )
    customer.addresses.update(street="Hafenstr. 1", postcode="20457", city="Hamburg", country="DE")
    if number and outcome:
        record_answer(customer_id=customer.pk, number=number, answer=Answer(outcome, consultation_number="WAPI0001"))
    return customer


def buyer_of(shop: Shop, customer: Customer) -> Buyer:
    return shop.buyer(shop.member(customer, "kunde@example.com", "orderer"), customer)


def fill(shop: Shop, buyer: Buyer, **wanted: str) -> Buyer:
    add_lines(buyer=buyer, lines=[NewLine(shop.variants[sku].pk, D(count)) for sku, count in wanted.items()])
    return buyer


def to_kept_address(customer: Customer, **changes: str) -> CheckoutData:
    return CheckoutData.read(
        checkout_fields(
            address=str(customer.addresses.get().uuid), payment="invoice", reference="Ute", country="", **changes
        )
    )


def send(order: Order, shop: Shop, sku: str = "A1") -> Invoice:
    line = order.lines.get(sku=sku)
    shipment = pick_order(order_id=order.pk, location=shop.main, quantities={line.pk: line.quantity}, staff_id=None)
    ship(shipment_id=shipment.pk)
    return Invoice.objects.get(order=order, kind="invoice")


def taxed(lines: Any) -> set[tuple[str, Decimal]]:
    return {(line.tax_category, line.tax_rate) for line in lines}


def test_goods_to_a_company_of_another_member_state_carry_no_tax_and_the_proof_is_kept(
    sweden: Shop, rules: RuleChecker
) -> None:
    customer = german(sweden)
    buyer = fill(sweden, buyer_of(sweden, customer), A1="3", FOOD="1")
    review = review_checkout(buyer, to_kept_address(customer))
    assert taxed(review.basket.lines) | taxed(review.basket.charges) == {("K", D(0))}
    order = place_order(buyer=buyer, data=to_kept_address(customer))
    assert (order.tax, order.net, order.vat_number, order.vat_consultation) == (0, D("350.93"), GERMAN, "WAPI0001")
    assert order.tax_reasons == {"K": "Intra-Community supply, exempt under article 138 of directive 2006/112/EC"}
    # What the customer's record says later changes no order.
    Customer.objects.filter(pk=customer.pk).update(vat_number="", vat_valid_until=None)
    invoice = send(order, sweden)
    document = document_of(invoice)
    assert (document.buyer.vat_number, document.ship_to.country if document.ship_to else "") == (GERMAN, "DE")
    report = rules.check(write_ubl(document))
    assert report.errors == ()
    note = issue_credit_note(invoice=invoice, quantities={order.lines.get(sku="A1").pk: D(1)}, reason="Broken")
    assert rules.check(write_ubl(document_of(note))).errors == ()


@pytest.mark.parametrize(
    ("outcome", "number"),
    [("invalid", GERMAN), ("unavailable", GERMAN), ("", GERMAN), ("", ""), ("valid", "SE559999123801")],
)
def test_without_a_valid_number_of_another_member_state_a_company_pays_tax_and_can_order_all_the_same(
    sweden: Shop, outcome: str, number: str
) -> None:
    customer = german(sweden, outcome, number)
    buyer = fill(sweden, buyer_of(sweden, customer), A1="1")
    order = place_order(buyer=buyer, data=to_kept_address(customer))
    assert (taxed(order.lines.all()), order.vat_number, order.tax_reasons) == ({("S", D(25))}, "", {})


def test_services_to_such_a_company_are_for_it_to_account_for(sweden: Shop) -> None:
    customer = german(sweden)
    buyer = fill(sweden, buyer_of(sweden, customer), WORK="1")
    review = review_checkout(buyer, to_kept_address(customer))
    assert taxed(review.basket.lines) == {("AE", D(0))}
    assert review.basket.tax_reasons == {"AE": "Reverse charge"}


def test_what_leaves_the_union_is_exported(sweden: Shop, rules: RuleChecker) -> None:
    customer = sweden.company("Fjell AS", endpoint_scheme="0192", endpoint_id="999888777")
    customer.addresses.update(country="NO")
    buyer = fill(sweden, buyer_of(sweden, customer), A1="2")
    order = place_order(buyer=buyer, data=to_kept_address(customer))
    assert (taxed(order.lines.all()), order.tax) == ({("G", D(0))}, 0)
    assert "article 146" in order.tax_reasons["G"]
    Customer.objects.filter(pk=customer.pk).update(organization_number="923456783", endpoint_id="923456783")
    assert rules.check(write_ubl(document_of(send(order, sweden)))).errors == ()


def test_a_consumer_abroad_pays_the_tax_of_home_until_the_seller_joins_the_one_stop_shop(sweden: Shop) -> None:
    abroad = {"country": "DE", "postcode": "20457", "city": "Hamburg"}
    person = sweden.consumer()

    def rates() -> dict[str, Decimal]:
        buyer = sweden.buyer(person)
        review = review_checkout(buyer, CheckoutData.read(checkout_fields(**abroad)))
        assert not review.refusals
        return {line.key: line.tax_rate for line in (*review.basket.lines, *review.basket.charges)}

    fill(sweden, sweden.buyer(person), A1="1", FOOD="1")
    assert sorted(rates().values()) == [6, 25, 25]
    Market.objects.update(oss_since=clock.now().date() + timedelta(days=1))
    sweden.market.refresh_from_db()
    assert sorted(rates().values()) == [6, 25, 25]
    Market.objects.update(oss_since=clock.now().date())
    sweden.market.refresh_from_db()
    assert sorted(rates().values()) == [7, 19, 19]
    order = place_order(buyer=sweden.buyer(person), data=CheckoutData.read(checkout_fields(**abroad)))
    # 79.20 × 1.19 = 94.25, 33.33 × 1.07 = 35.66, freight 80 × 1.19 = 95.20.
    assert (order.gross, order.delivery_address["country"]) == (D("225.11"), "DE")


def test_goods_of_a_class_without_a_rate_there_are_not_sold_there_and_the_rest_is(sweden: Shop) -> None:
    Market.objects.update(oss_since=START.date())
    sweden.market.refresh_from_db()
    buyer = fill(sweden, sweden.visitor(), A1="1", FOOD="1")
    poland = CheckoutData.read(checkout_fields(country="PL", postcode="00-001"))
    review = review_checkout(buyer, poland)
    assert {one.code for line in review.lines for one in line.refusals} == {"no_tax_rate_there"}
    assert review.basket.gross == 0
    with pytest.raises(Refused, match="no_tax_rate_there"):
        place_order(buyer=buyer, data=poland)
    assert not review_checkout(buyer, CheckoutData.read(checkout_fields(country="SE", postcode="111 22"))).refusals


@pytest.mark.parametrize("country", ["DK", "XX", "de"])
def test_orders_go_where_the_market_sends_them_and_nowhere_else(sweden: Shop, country: str) -> None:
    buyer = fill(sweden, sweden.visitor(), A1="1")
    review = review_checkout(buyer, CheckoutData.read(checkout_fields(country=country, postcode="20457")))
    refused = [one.subject for one in review.refusals if one.code == "country_not_served"]
    assert refused == ([] if country == "de" else ["country"])


def test_a_kept_address_abroad_is_refused_where_the_market_does_not_send(sweden: Shop) -> None:
    Market.objects.update(ships_to=[])
    sweden.market.refresh_from_db()
    customer = german(sweden)
    buyer = fill(sweden, buyer_of(sweden, customer), A1="1")
    review = review_checkout(buyer, to_kept_address(customer))
    assert [(one.code, one.subject) for one in review.refusals] == [("country_not_served", "address")]
    assert taxed(review.basket.lines) == {("S", D(25))}


def test_deliveries_are_those_of_the_country_it_goes_to(sweden: Shop) -> None:
    DeliveryMethod.objects.update(countries=["SE"])
    abroad = DeliveryMethod.objects.create(
        code="dhl", market=sweden.market, names=texts("DHL"), tax_class=sweden.tax_class, countries=["DE", "NO"]
    )
    DeliveryRate.objects.create(method=abroad, up_to_kg=30, amount=D(120))
    forget()
    buyer = fill(sweden, sweden.visitor(), A1="1")
    offered = {
        country: [one.code for one in review_checkout(buyer, CheckoutData.read(checkout_fields(country=country))).delivery_options]
        for country in ("SE", "DE", "PL")
    }  # fmt: skip
    assert offered == {"SE": ["post"], "DE": ["dhl"], "PL": []}


def test_what_is_fetched_is_taxed_at_home_wherever_its_buyer_lives(sweden: Shop) -> None:
    pickup = DeliveryMethod.objects.create(
        code="pickup", market=sweden.market, names=texts("Pickup"), tax_class=sweden.tax_class, is_pickup=True
    )
    DeliveryRate.objects.create(method=pickup, up_to_kg=1000, amount=D(0))
    forget()
    customer = german(sweden)
    buyer = fill(sweden, buyer_of(sweden, customer), A1="1")
    order = place_order(buyer=buyer, data=to_kept_address(customer, delivery="pickup"))
    assert (taxed(order.lines.all()), order.vat_number) == ({("S", D(25))}, "")


def test_within_the_country_a_reversed_rate_is_for_companies_with_a_valid_number(
    sweden: Shop, rules: RuleChecker
) -> None:
    TaxRate.objects.filter(country="SE", tax_class=sweden.tax_class).update(is_reversed=True)
    forget()
    customer = sweden.company(
        vat_number="SE559999123801", organization_number="5599991238", endpoint_scheme="0007", endpoint_id="5599991238"
    )
    customer.addresses.update(country="SE", postcode="111 22")
    buyer = fill(sweden, buyer_of(sweden, customer), A1="1", FOOD="1")
    data = to_kept_address(customer)
    assert taxed(review_checkout(buyer, data).basket.lines) == {("S", D(25)), ("S", D(6))}
    confirm_vat_number(customer_id=customer.pk, is_valid=True, reason="Seen", person_id=1)
    buyer = sweden.buyer(customer.memberships.get().person, customer)
    order = place_order(buyer=buyer, data=data)
    assert taxed(order.lines.all()) == {("AE", D(0)), ("S", D(6))}
    assert order.tax == D("2.00")
    assert rules.check(write_ubl(document_of(send(order, sweden)))).errors == ()


def test_a_certificate_is_on_the_order_the_invoice_and_the_e_invoice(shop: Shop, rules: RuleChecker) -> None:
    shop.add_article("A1", price="79.20", stock="100")
    customer = shop.company(endpoint_scheme="0192", endpoint_id="923456783", organization_number="923456783")
    certificate = save_certificate(
        certificate=ExemptionCertificate(
            customer=customer, number="M-7", country="NO", reason="mval. § 6-2", valid_from=date(2020, 1, 1)
        )
    )
    answer_certificate(certificate_id=certificate.pk, is_accepted=True, answer="", person_id=1)
    buyer = fill(shop, buyer_of(shop, customer), A1="3")
    order = place_order(buyer=buyer, data=to_kept_address(customer))
    assert (order.tax, order.tax_reasons) == (0, {"E": "mval. § 6-2 (M-7)"})
    assert [group.exemption_reason for group in order_document(order).vat_groups] == ["mval. § 6-2 (M-7)"]
    invoice = send(order, shop)
    xml = write_ubl(document_of(invoice))
    assert rules.check(xml).errors == ()
    assert "mval. § 6-2 (M-7)" in xml.decode()
    with invoice_pdf(invoice=invoice).content.open() as file:
        text = PdfReader(BytesIO(file.read())).pages[0].extract_text()
    assert "mval." in re.sub(r"\s+", " ", text)


# The worked examples of docs/taxes.md: price (net), quantity, rates; what a company and a consumer pay.
EXAMPLES = [
    ("79.20", "3", "0.00", ("237.60", "59.40", "297.00"), ("237.60", "59.40", "297.00")),
    ("0.333333", "100", "0.00", ("33.33", "8.33", "41.66"), ("33.60", "8.40", "42.00")),
    ("12.345", "7", "0.00", ("86.42", "21.61", "108.03"), ("86.41", "21.60", "108.01")),
    ("19.99", "1", "49.00", ("68.99", "17.25", "86.24"), ("68.99", "17.25", "86.24")),
]


@pytest.mark.parametrize(("price", "quantity", "freight", "company", "consumer"), EXAMPLES)
@pytest.mark.parametrize("who", ["company", "consumer"])
def test_the_worked_examples_agree_in_cart_order_invoice_e_invoice_and_pdf(
    shop: Shop,
    who: str,
    price: str,
    quantity: str,
    freight: str,
    company: tuple[str, str, str],
    consumer: tuple[str, str, str],
) -> None:
    DeliveryRate.objects.update(amount=D(freight))
    forget()
    shop.add_article("A1", price=price, stock="1000")
    expected = tuple(D(one) for one in (company if who == "company" else consumer))
    if who == "company":
        customer = shop.company(endpoint_scheme="0192", endpoint_id="923456783", organization_number="923456783")
        buyer, data = buyer_of(shop, customer), to_kept_address(customer)
    else:
        Customer.objects.filter(consumer_person=(person := shop.consumer())).update(
            invoice_allowed=True, credit_limit=9999
        )
        buyer, data = shop.buyer(person), CheckoutData.read(checkout_fields(payment="invoice", reference="Kari"))
    fill(shop, buyer, A1=quantity)
    basket = review_checkout(buyer, data).basket
    order = place_order(buyer=buyer, data=data)
    invoice = send(order, shop)
    document = document_of(invoice)
    assert [(basket.net, basket.tax, basket.gross), (order.net, order.tax, order.gross)] == [expected, expected]
    assert (invoice.net, invoice.tax, invoice.gross) == expected
    assert (document.tax_exclusive, sum(one.vat_amount for one in document.vat_groups), document.payable) == expected
    if who == "company":
        assert _in_ubl(write_ubl(document)) == expected
    assert _written(expected[2]) in _pdf_text(invoice)
    assert list(verify()) == []


def _in_ubl(xml: bytes) -> tuple[Decimal, ...]:
    root = etree.fromstring(xml)
    names = ("LegalMonetaryTotal/{*}TaxExclusiveAmount", "TaxTotal/{*}TaxAmount", "LegalMonetaryTotal/{*}PayableAmount")
    return tuple(D(str(root.findtext(f"{{*}}{name}"))) for name in names)


def _pdf_text(invoice: Invoice) -> str:
    with invoice_pdf(invoice=invoice).content.open() as file:
        return re.sub(r"\s+", " ", PdfReader(BytesIO(file.read())).pages[0].extract_text())


def _written(amount: Decimal) -> str:
    return f"{amount:,.2f}"
