"""Invoices and credit notes of an order with two VAT rates: whatever the split, no coin is lost."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.db.backends.postgresql.psycopg_any import DateRange

from tests.factories import Shop, checkout_fields, texts
from truso.modules.cart.operations import NewLine, add_lines
from truso.modules.invoicing.models import Invoice
from truso.modules.invoicing.operations import issue_credit_note
from truso.modules.orders.models import Order
from truso.modules.tax.models import TaxClass, TaxRate
from truso.processes.place_order import place_order
from truso.processes.review import CheckoutData
from truso.processes.ship import pick_order, ship
from truso.processes.verify import verify

pytestmark = pytest.mark.django_db
D = Decimal


@pytest.fixture
def order(shop: Shop) -> Order:
    """Three pieces at 15 %, one at 25 %, and freight at 25 %."""
    food = TaxClass.objects.create(code="food", names=texts("Food"))
    TaxRate.objects.create(country="NO", tax_class=food, category="S", percent=15, period=DateRange(None, None))
    shop.add_article("FOOD", price="0.10", tax_class=food)
    shop.add_article("TOOL", price="100")
    company = shop.company()
    buyer = shop.buyer(shop.member(company, "ola@example.com", "orderer"), company)
    wanted = {"FOOD": 3, "TOOL": 1}
    add_lines(buyer=buyer, lines=[NewLine(shop.variants[sku].pk, D(many)) for sku, many in wanted.items()])
    return place_order(buyer=buyer, data=CheckoutData.read(checkout_fields(payment="invoice")))


def send(shop: Shop, order: Order, sku: str, quantity: int) -> Invoice:
    line = order.lines.get(sku=sku)
    shipment = pick_order(order_id=order.pk, location=shop.main, quantities={line.pk: D(quantity)}, staff_id=None)
    ship(shipment_id=shipment.pk)
    return Invoice.objects.get(shipment=shipment)


def test_a_rate_that_is_billed_before_the_orders_last_invoice_keeps_its_coin(shop: Shop, order: Order) -> None:
    invoices = [send(shop, order, sku, 1) for sku in ("FOOD", "FOOD", "FOOD", "TOOL")]

    order.refresh_from_db()
    taxes = [invoice.lines.get(order_line__kind="item").tax for invoice in invoices]
    assert taxes == [D("0.02"), D("0.01"), D("0.02"), D("25.00")]  # 15 % of 0.10, 0.20, 0.30: 0.02, 0.03, 0.05
    assert (sum(one.gross for one in invoices), order.state) == (order.gross, "completed")
    assert list(verify()) == []


def test_credit_notes_of_an_invoice_add_up_to_it(shop: Shop, order: Order) -> None:
    items = {line.sku: line for line in order.lines.all()}
    shipment = pick_order(
        order_id=order.pk,
        location=shop.main,
        quantities={items["FOOD"].pk: D(3), items["TOOL"].pk: D(1)},
        staff_id=None,
    )
    ship(shipment_id=shipment.pk)
    invoice = Invoice.objects.get()

    parts = [{items["FOOD"].pk: D(1)}] * 3 + [{items["TOOL"].pk: D(1), items[""].pk: D(1)}]
    notes = [issue_credit_note(invoice=invoice, quantities=part) for part in parts]

    assert [note.tax for note in notes] == [D("0.02"), D("0.01"), D("0.02"), D("45.00")]
    assert sum(note.gross for note in notes) == invoice.gross
