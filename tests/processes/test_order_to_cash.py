"""From a cart to a paid invoice, through the operations a shop's pages call."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from tests.factories import Shop, checkout_fields
from truso.kernel.refusals import NotFound, Refused
from truso.modules.approvals.models import ApprovalRequest
from truso.modules.cart.operations import NewLine, add_lines
from truso.modules.cart.queries import find_cart, list_items
from truso.modules.inventory.models import Reservation, StockItem
from truso.modules.invoicing.models import Invoice
from truso.modules.orders.models import Order
from truso.modules.payments.models import DemoCharge, Payment
from truso.modules.receivables.models import OpenItem
from truso.modules.tax.models import TaxRate
from truso.platform.jobs.inline import run_due_jobs
from truso.processes.approve import decide_order
from truso.processes.pay import finish_payment, register_invoice_payment, start_payment
from truso.processes.place_order import place_order
from truso.processes.returns import announce_return, receive_return
from truso.processes.review import CheckoutData
from truso.processes.ship import pick_order, ship


def fill_cart(shop: Shop, buyer, **quantities: int) -> None:
    add_lines(
        buyer=buyer, lines=[NewLine(shop.variants[sku].pk, Decimal(quantity)) for sku, quantity in quantities.items()]
    )


def test_a_visitor_pays_by_card_and_gets_exactly_what_was_shown(shop: Shop) -> None:
    shop.add_article("A1", price="159.20")
    buyer = shop.visitor()
    fill_cart(shop, buyer, A1=2)

    order = place_order(buyer=buyer, data=CheckoutData.read(checkout_fields(expected_total="498.00")))

    assert (order.state, order.gross, order.net, order.tax) == (
        "pending_payment",
        Decimal("498.00"),
        Decimal("398.40"),
        Decimal("99.60"),
    )
    assert StockItem.objects.get(variant=shop.variants["A1"]).reserved == 2
    assert start_payment(order=order, return_url="/back/PAYMENT").startswith("/demo/gateway/")
    payment = Payment.objects.get()
    DemoCharge.objects.filter(reference=payment.gateway_reference).update(state="authorized")
    assert finish_payment(payment_uuid=payment.uuid).state == "confirmed"
    assert Reservation.objects.get().expires_at is None

    shipment = pick_order(
        order_id=order.pk, location=shop.main, quantities={order.lines.get(kind="item").pk: Decimal(2)}, staff_id=None
    )
    invoice = ship(shipment_id=shipment.pk)
    run_due_jobs()

    order.refresh_from_db()
    assert (order.state, order.payment_status, order.fulfillment_status, order.invoice_status) == (
        "completed",
        "paid",
        "shipped",
        "invoiced",
    )
    assert invoice.gross == Decimal("498.00")
    assert OpenItem.objects.get().open_amount == 0
    assert DemoCharge.objects.get().captured == Decimal("498.00")
    stock = StockItem.objects.get(variant=shop.variants["A1"])
    assert (stock.on_hand, stock.reserved) == (8, 0)


def test_an_order_over_the_limit_waits_for_the_approver_and_is_invoiced_per_delivery(shop: Shop) -> None:
    shop.add_article("B1", price="33.333333", stock="100")
    company = shop.company()
    orderer = shop.buyer(shop.member(company, "ola@example.com", "orderer", limit="500"))
    approver = shop.buyer(shop.member(company, "anne@example.com", "approver"))
    fill_cart(shop, orderer, B1=30)

    order = place_order(buyer=orderer, data=CheckoutData.read(checkout_fields(payment="invoice", po_number="PO-7")))

    assert order.state == "pending_approval"
    assert order.net == Decimal("1080.00")
    request = ApprovalRequest.objects.get()
    with pytest.raises(NotFound):
        decide_order(buyer=orderer, request_uuid=request.uuid, approved=True)
    assert decide_order(buyer=approver, request_uuid=request.uuid, approved=True).state == "confirmed"

    line = order.lines.get(kind="item")
    invoices = []
    for quantity in (7, 11, 12):
        shipment = pick_order(
            order_id=order.pk, location=shop.main, quantities={line.pk: Decimal(quantity)}, staff_id=None
        )
        invoices.append(ship(shipment_id=shipment.pk))
    assert sum(invoice.net for invoice in invoices) == order.net
    assert sum(invoice.tax for invoice in invoices) == order.tax
    assert [invoice.number for invoice in invoices] == ["NO10001", "NO10002", "NO10003"]
    assert invoices[0].document["buyer_order_reference"] == "PO-7"

    register_invoice_payment(
        invoice=invoices[0],
        amount=invoices[0].gross,
        currency="NOK",
        method="bank",
        booked_on=date(2026, 4, 1),
        external_id="B-1",
    )
    register_invoice_payment(
        invoice=invoices[0],
        amount=invoices[0].gross,
        currency="NOK",
        method="bank",
        booked_on=date(2026, 4, 1),
        external_id="B-1",
    )
    order.refresh_from_db()
    assert (order.state, order.payment_status) == ("completed", "partly_paid")


def test_rejecting_gives_the_cart_and_the_stock_back(shop: Shop) -> None:
    shop.add_article("C1", price="1000")
    company = shop.company()
    orderer = shop.buyer(shop.member(company, "ola@example.com", "orderer", limit="100"))
    approver = shop.buyer(shop.member(company, "anne@example.com", "approver"))
    fill_cart(shop, orderer, C1=3)
    order = place_order(buyer=orderer, data=CheckoutData.read(checkout_fields(payment="invoice")))
    assert find_cart(orderer) is None

    decide_order(buyer=approver, request_uuid=ApprovalRequest.objects.get().uuid, approved=False, comment="Too many")

    order.refresh_from_db()
    assert order.state == "rejected"
    assert [item.quantity for item in list_items(find_cart(orderer))] == [Decimal(3)]
    assert StockItem.objects.get().reserved == 0


def test_the_same_checkout_sent_twice_is_one_order(shop: Shop) -> None:
    shop.add_article("D1")
    buyer = shop.visitor()
    fill_cart(shop, buyer, D1=1)
    checkout_id = find_cart(buyer).checkout_id
    data = CheckoutData.read(checkout_fields())

    first = place_order(buyer=buyer, data=data, checkout_id=checkout_id)
    second = place_order(buyer=buyer, data=data, checkout_id=checkout_id)

    assert first.pk == second.pk
    assert Order.objects.count() == 1


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"expected_total": "1.00"}, "total_changed"),
        ({"email": "nobody"}, "email_invalid"),
        ({"postcode": "ABC"}, "postcode_invalid"),
        ({"payment": "gold"}, "payment_unknown"),
        ({"payment": "invoice"}, "payment_unknown"),
        ({"delivery": "drone"}, "delivery_unknown"),
        ({"terms_accepted": ""}, "terms_required"),
        ({"country": "US"}, "country_not_served"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_written(shop: Shop, changes: dict[str, str], code: str) -> None:
    shop.add_article("E1")
    buyer = shop.visitor()
    fill_cart(shop, buyer, E1=1)

    with pytest.raises(Refused) as refused:
        place_order(buyer=buyer, data=CheckoutData.read(checkout_fields(**changes)))

    assert code in [refusal.code for refusal in refused.value.refusals]
    assert Order.objects.count() == 0
    assert StockItem.objects.get().reserved == 0
    assert len(list_items(find_cart(buyer))) == 1


def test_returned_goods_are_credited_and_refunded_once(shop: Shop) -> None:
    shop.add_article("F1", price="80")
    buyer = shop.visitor()
    fill_cart(shop, buyer, F1=2)
    order = place_order(buyer=buyer, data=CheckoutData.read(checkout_fields()))
    start_payment(order=order, return_url="/back")
    DemoCharge.objects.update(state="authorized")
    finish_payment(payment_uuid=Payment.objects.get().uuid)
    line = order.lines.get(kind="item")
    shipment = pick_order(order_id=order.pk, location=shop.main, quantities={line.pk: Decimal(2)}, staff_id=None)
    ship(shipment_id=shipment.pk)
    run_due_jobs()

    record = announce_return(order_id=order.pk, lines=[(line.pk, Decimal(1), "withdrawal")], by="buyer", person_id=None)
    note = receive_return(return_id=record.pk, location=shop.main, staff_id=None)
    run_due_jobs()

    assert (note.kind, note.gross) == ("credit_note", Decimal("100.00"))
    assert DemoCharge.objects.get().refunded == Decimal("100.00")
    assert StockItem.objects.get().on_hand == 9
    assert [item.open_amount for item in OpenItem.objects.order_by("pk")] == [0, 0]
    assert Invoice.objects.get(kind="invoice").lines.count() == 2


def test_an_orders_tax_is_that_of_goods_and_freight_together(shop: Shop) -> None:
    """100.20 and 40.20 at 23 %: 23.05 and 9.25 apart; 32.29 together, of which the goods carry 23.04."""
    TaxRate.objects.update(percent=23)
    shop.post.rates.update(amount=Decimal("40.20"))
    shop.add_article("G1", price="100.20")
    company = shop.company()
    buyer = shop.buyer(shop.member(company, "ola@example.com", "orderer"))
    fill_cart(shop, buyer, G1=1)

    order = place_order(buyer=buyer, data=CheckoutData.read(checkout_fields(payment="invoice")))

    assert (order.net, order.tax, order.gross) == (Decimal("140.40"), Decimal("32.29"), Decimal("172.69"))
    line = order.lines.get(kind="item")
    shipment = pick_order(order_id=order.pk, location=shop.main, quantities={line.pk: Decimal(1)}, staff_id=None)
    assert ship(shipment_id=shipment.pk).gross == order.gross
