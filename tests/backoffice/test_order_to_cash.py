"""Staff pick part of an order, ship it, bill it, send the rest later, and book the payment: all by pages."""

from __future__ import annotations

from decimal import Decimal
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from tests.backoffice.conftest import Sign, place, send
from tests.factories import Shop
from truso.modules.customers.models import Customer
from truso.modules.fulfillment.models import Shipment
from truso.modules.inventory.models import StockItem
from truso.modules.invoicing.models import Invoice
from truso.modules.orders.models import Order
from truso.modules.output.texts import unit_name
from truso.modules.receivables.models import OpenItem, ReceivableEntry
from truso.modules.returns.models import Return


def pick(client: Client, order: Order, location: str = "main", **quantities: str) -> object:
    lines = {line.sku: line.pk for line in order.lines.all()}
    fields = {f"quantity_{lines[sku]}": quantity for sku, quantity in quantities.items()}
    return send(client, reverse("backoffice:pick", args=[order.uuid]), location=location, **fields)


def ship(client: Client, order: Order, **fields: str) -> object:
    shipment = Shipment.objects.get(order=order, state="picking")
    return send(client, reverse("backoffice:ship", args=[shipment.uuid]), packages="1", **fields)


def test_part_now_rest_later_each_invoiced_once_and_paid(shop: Shop, company: Customer, staff: Sign) -> None:
    shop.add_article("A1", price="100", stock="50")
    order = place(shop, company, A1=10)
    warehouse, finance = staff("warehouse"), staff("finance")

    assert pick(warehouse, order, A1="4").status_code == 302
    assert ship(warehouse, order, tracking_number="T-1").status_code == 302
    first = Invoice.objects.get()
    line = order.lines.get(kind="item")
    assert (line.shipped_quantity, line.invoiced_quantity, first.net) == (4, 4, Decimal("480.00"))

    pick(warehouse, order, A1="6")
    ship(warehouse, order)
    assert [one.net for one in Invoice.objects.order_by("id")] == [Decimal("480.00"), Decimal("600.00")]
    assert StockItem.objects.get(location=shop.main).on_hand == 40

    for invoice in Invoice.objects.order_by("id"):
        paid = send(
            finance,
            reverse("backoffice:register_payment", args=[invoice.uuid]),
            amount=str(invoice.gross),
            booked_on="2026-03-01",
            external_id=f"B-{invoice.pk}",
        )
        assert paid.status_code == 302
    order.refresh_from_db()
    assert (order.state, order.payment_status) == ("completed", "paid")
    assert [item.open_amount for item in OpenItem.objects.all()] == [0, 0]
    shown = finance.get(reverse("backoffice:order", args=[order.uuid])).content.decode()
    for words in ("Order placed", "Shipment 500001 left", "Invoice NO10001", "Paid", "Completed"):
        assert words in shown


def test_the_form_offers_what_is_open_and_there(shop: Shop, company: Customer, staff: Sign) -> None:
    shop.add_article("A1", stock="3", lead_days=5)
    order = place(shop, company, A1=8)
    line = order.lines.get(kind="item")

    shown = staff("warehouse").get(reverse("backoffice:pick", args=[order.uuid])).content.decode()

    assert f'name="quantity_{line.pk}" value="3"' in shown


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("-1", "is not a quantity"),
        ("11", "10 are open"),
        ("2.5", "comes in whole ones"),
        ("0.0001", "is not a quantity"),
        ("many", "is not a quantity"),
        ("9" * 40, "is not a quantity"),
        ("1e5", "is not a quantity"),
        ("", "Choose a quantity"),
        ("0", "Choose a quantity"),
        ("<script>", "&lt;script&gt;"),
    ],
)
def test_hostile_quantities_are_refused_in_words(
    shop: Shop, company: Customer, staff: Sign, typed: str, words: str
) -> None:
    shop.add_article("A1", stock="50")
    order = place(shop, company, A1=10)

    answer = pick(staff("warehouse"), order, A1=typed)

    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert Shipment.objects.count() == 0
    assert StockItem.objects.get(location=shop.main).reserved == 10


def test_what_is_not_there_cannot_be_shipped(shop: Shop, company: Customer, staff: Sign) -> None:
    shop.add_article("A1", stock="50")
    order = place(shop, company, A1=10)
    warehouse = staff("warehouse")
    pick(warehouse, order, "second", A1="10")

    answer = ship(warehouse, order)

    shown = warehouse.get(answer.url).content.decode()
    assert "A1: 10 can&#x27;t be sent: 0 are there" in shown
    assert Invoice.objects.count() == 0
    assert Shipment.objects.get().state == "picking"


def test_sending_a_form_twice_does_its_work_once(shop: Shop, company: Customer, staff: Sign) -> None:
    shop.add_article("A1", stock="50")
    order = place(shop, company, A1=10)
    warehouse = staff("warehouse")
    line = order.lines.get(kind="item")
    form = {"form_key": str(uuid4()), "location": "main", f"quantity_{line.pk}": "2"}

    answers = [warehouse.post(reverse("backoffice:pick", args=[order.uuid]), form).status_code for _ in range(2)]

    assert answers == [302, 302]
    assert Shipment.objects.count() == 1
    ship(warehouse, order)
    invoice = Invoice.objects.get()
    payment = {"form_key": str(uuid4()), "amount": "10", "booked_on": "2026-03-01"}
    finance = staff("finance")
    for _ in range(2):
        finance.post(reverse("backoffice:register_payment", args=[invoice.uuid]), payment)
    assert ReceivableEntry.objects.filter(kind="payment").count() == 1


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"amount": "0"}, "must be more than zero"),
        ({"amount": "-5"}, "must be more than zero"),
        ({"amount": "1.005"}, "Write the amount as a number"),
        ({"amount": "all"}, "Write the amount as a number"),
        ({"amount": "99999"}, "is open on this invoice"),
        ({"booked_on": "yesterday"}, "Write the date"),
        ({"booked_on": "2099-01-01"}, "lies in the future"),
    ],
)
def test_payments_that_cannot_be_are_refused(
    shop: Shop, company: Customer, staff: Sign, fields: dict[str, str], words: str
) -> None:
    shop.add_article("A1", stock="50")
    order = place(shop, company, A1=1)
    warehouse = staff("warehouse")
    pick(warehouse, order, A1="1")
    ship(warehouse, order)
    invoice = Invoice.objects.get()
    finance = staff("finance")

    answer = send(
        finance,
        reverse("backoffice:register_payment", args=[invoice.uuid]),
        **{"amount": "1", "booked_on": "2026-03-01", **fields},
    )

    assert words in finance.get(answer.url).content.decode()
    assert OpenItem.objects.get().open_amount == invoice.gross


def test_one_bank_reference_is_booked_once(shop: Shop, company: Customer, staff: Sign) -> None:
    shop.add_article("A1", stock="50")
    order = place(shop, company, A1=1)
    warehouse, finance = staff("warehouse"), staff("finance")
    pick(warehouse, order, A1="1")
    ship(warehouse, order)
    address = reverse("backoffice:register_payment", args=[Invoice.objects.get().uuid])
    send(finance, address, amount="1", booked_on="2026-03-01", external_id="B-1")

    again = send(finance, address, amount="1", booked_on="2026-03-01", external_id="B-1")

    assert "B-1 is booked already" in finance.get(again.url).content.decode()
    assert ReceivableEntry.objects.filter(kind="payment").count() == 1


def test_an_invoice_is_found_by_number_and_by_payment_reference(shop: Shop, company: Customer, staff: Sign) -> None:
    shop.add_article("A1", stock="50")
    order = place(shop, company, A1=1)
    warehouse, finance = staff("warehouse"), staff("finance")
    pick(warehouse, order, A1="1")
    ship(warehouse, order)
    invoice = Invoice.objects.get()
    page = reverse("backoffice:pay_in")

    for words in (
        invoice.number.lower(),
        invoice.payment_reference,
        f" {invoice.payment_reference[:4]} {invoice.payment_reference[4:]}",
    ):
        assert invoice.number in finance.get(page, {"q": words}).content.decode()
    assert "No invoice has this number" in finance.get(page, {"q": "123"}).content.decode()


@pytest.mark.parametrize(("language", "amount"), [("nb", "107,50"), ("pl", "107,50"), ("en", "107.50")])
def test_an_invoice_says_for_how_many_a_price_is_and_asks_for_its_amount_as_the_reader_writes_it(
    shop: Shop, company: Customer, staff: Sign, language: str, amount: str
) -> None:
    shop.add_article("A1", price="60", stock="500", price_unit=100)
    order = place(shop, company, A1=10)
    warehouse, finance = staff("warehouse"), staff("finance", language=language)
    pick(warehouse, order, A1="10")
    ship(warehouse, order)
    invoice = Invoice.objects.get()
    assert invoice.gross == Decimal("107.50")

    unit = unit_name(order.lines.get(kind="item").unit, language)
    for page in (reverse("backoffice:invoice", args=[invoice.uuid]), reverse("backoffice:order", args=[order.uuid])):
        assert f"/&nbsp;100\u00a0{unit}</span>" in finance.get(page).content.decode()
    for page in (
        reverse("backoffice:invoice", args=[invoice.uuid]),
        f"{reverse('backoffice:pay_in')}?q={invoice.number}",
    ):
        assert f'name="amount" value="{amount}"' in finance.get(page).content.decode()


def test_cancelling_wants_a_reason_and_gives_the_stock_back(shop: Shop, company: Customer, staff: Sign) -> None:
    shop.add_article("A1", stock="50")
    order = place(shop, company, A1=10)
    service = staff("service")
    address = reverse("backoffice:cancel", args=[order.uuid])

    assert send(service, address, reason=" ").status_code == 422
    assert send(service, address, reason="Customer called").status_code == 302

    order.refresh_from_db()
    assert order.state == "cancelled"
    assert StockItem.objects.get(location=shop.main).reserved == 0
    assert "Customer called" in service.get(reverse("backoffice:order", args=[order.uuid])).content.decode()


def test_the_rest_of_a_part_delivery_is_cancelled(shop: Shop, company: Customer, staff: Sign) -> None:
    shop.add_article("A1", stock="50")
    order = place(shop, company, A1=10)
    warehouse = staff("warehouse")
    pick(warehouse, order, A1="4")
    refused = send(staff("sales"), reverse("backoffice:cancel", args=[order.uuid]), reason="x")
    assert refused.status_code == 422
    ship(warehouse, order)

    send(staff("sales"), reverse("backoffice:cancel", args=[order.uuid]), reason="No longer made")

    order.refresh_from_db()
    assert (order.state, order.lines.get(kind="item").cancelled_quantity) == ("completed", 6)


def test_goods_come_back_are_restocked_and_credited(shop: Shop, company: Customer, staff: Sign) -> None:
    shop.add_article("A1", price="80", stock="50")
    order = place(shop, company, A1=5)
    warehouse = staff("warehouse")
    pick(warehouse, order, A1="5")
    ship(warehouse, order)
    line = order.lines.get(kind="item")
    address = reverse("backoffice:take_back", args=[order.uuid])
    service = staff("service")

    assert send(service, address, **{f"quantity_{line.pk}": "6", f"reason_{line.pk}": "defect"}).status_code == 422
    send(service, address, **{f"quantity_{line.pk}": "2", f"reason_{line.pk}": "wrong_item"})
    record = Return.objects.get()
    send(warehouse, reverse("backoffice:receive", args=[record.uuid]), location="main")

    record.refresh_from_db()
    assert (record.state, record.credit_note.gross) == ("credited", Decimal("200.00"))
    assert StockItem.objects.get(location=shop.main).on_hand == 47


def test_papers_are_pdf_and_the_e_invoice_follows_the_rules(shop: Shop, company: Customer, staff: Sign) -> None:
    shop.add_article("A1", stock="50")
    order = place(shop, company, A1=2)
    warehouse, finance = staff("warehouse"), staff("finance")
    pick(warehouse, order, A1="1")
    ship(warehouse, order)
    shipment, invoice = Shipment.objects.get(), Invoice.objects.get()

    for client, name, record in (
        (warehouse, "pick_list", shipment),
        (warehouse, "delivery_note", shipment),
        (finance, "invoice_pdf", invoice),
    ):
        paper = client.get(reverse(f"backoffice:{name}", args=[record.uuid]))
        assert (paper["Content-Type"], paper.content[:5]) == ("application/pdf", b"%PDF-")
    xml = finance.get(reverse("backoffice:invoice_xml", args=[invoice.uuid]))
    assert xml["Content-Type"] == "application/xml"
    assert invoice.number.encode() in xml.content
    checked = finance.get(reverse("backoffice:invoice", args=[invoice.uuid]), {"check": "1"}).content.decode()
    assert "It follows the rules of EN 16931" in checked


def test_what_an_e_invoice_lacks_is_said_in_words(shop: Shop, staff: Sign) -> None:
    company = shop.company()
    shop.member(company, "ola@example.com", "orderer")
    shop.add_article("A1", stock="50")
    order = place(shop, company, A1=1)
    warehouse, finance = staff("warehouse"), staff("finance")
    pick(warehouse, order, A1="1")
    ship(warehouse, order)

    checked = finance.get(reverse("backoffice:invoice", args=[Invoice.objects.get().uuid]), {"check": "1"})

    assert "Buyer: The e-invoice address is missing." in checked.content.decode()
