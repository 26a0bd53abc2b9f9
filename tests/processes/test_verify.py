"""`verify` finds nothing in books that are whole, and finds every kind of tampering."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.db import connection

from tests.factories import Shop, checkout_fields
from truso.modules.cart.operations import NewLine, add_lines
from truso.modules.orders.models import Order
from truso.modules.payments.models import DemoCharge, Payment
from truso.processes.hand_over import hand_over, store_keys
from truso.processes.pay import capture_invoice, finish_payment, refund_credit_note, start_payment
from truso.processes.place_order import place_order
from truso.processes.returns import announce_return, receive_return
from truso.processes.review import CheckoutData
from truso.processes.ship import pick_order, ship
from truso.processes.verify import CHECKS, verify

SEAL = "the audit trail is as it was sealed"

# Check -> a statement that breaks what it proves, past every trigger.
TAMPERING = {
    "the purchase memory says what was ordered": "update cart_purchasememory set times = times + 1",
    "stock on hand is the sum of its entries": "update inventory_stockitem set on_hand = on_hand + 1",
    "reserved stock is the sum of its reservations": "update inventory_stockitem set reserved = reserved + 1",
    "reservations belong to order lines of orders that are open": "update orders_order set state = 'cancelled' where state = 'pending_approval'",
    "nothing is reserved beyond what a line still needs": "update inventory_reservation set quantity = quantity + 3",
    "orders are the sum of their lines": "update orders_orderline set net = net + 0.01 where kind = 'charge'",
    "shipped quantities are the sum of shipments": "update fulfillment_shipmentline set quantity = quantity + 1",
    "every shipped unit is invoiced exactly once": "update invoicing_invoiceline set quantity = quantity + 1 where not is_credit",
    "no more is credited than was invoiced": "update invoicing_invoiceline set quantity = 50 where is_credit",
    "credited quantities are the sum of credit notes": "update orders_orderline set credited_quantity = 0 where credited_quantity > 0",
    "invoices are the sum of their lines": "update invoicing_invoiceline set tax = tax + 0.01",
    "completed orders are invoiced to the last coin": "update orders_order set gross = gross + 1 where state = 'completed'",
    "invoice series have no gaps": "update invoicing_invoice set sequence = sequence + 5 where kind = 'credit_note'",
    "every invoice is booked once, with its amount": "update receivables_receivableentry set amount = amount + 1 where kind = 'invoice'",
    "open amounts follow from allocations": "update receivables_openitem set amount = amount + 1 where amount > 0",
    "payments are allocated, no more than once": "update receivables_allocation set amount = amount + 1",
    "the ledger and the open items agree per customer and currency": "update receivables_receivableentry set amount = amount - 1 where kind = 'payment'",
    "gateway movements add up": "update payments_paymententry set amount = amount + 1",
    "references resolve": "update payments_payment set subject_uuid = gen_random_uuid()",
    "waiting orders have somebody to decide": "update approvals_approvalrequest set state = 'rejected'",
    "keys handed over are those the orders count": "update digital_licencekey set assigned_at = now(),"
    " order_line_id = (select max(order_line_id) from digital_licencekey)",
    "keys in store are the stock on hand": "update digital_licencekey set voided_at = now() where order_line_id is null",
    SEAL: "insert into audit_auditseal (first_entry, last_entry, entries, digest, sealed_at) values (1, 1, 1, repeat('0', 64), now())",
}  # fmt: skip


@pytest.fixture
def traded(shop: Shop) -> Shop:
    """A shop where goods were bought by card, shipped, paid and partly returned, and an order waits for approval."""
    shop.add_article("V1", price="100", stock="40")
    _buy_and_return(shop)
    company = shop.company()
    orderer = shop.buyer(shop.member(company, "ola@example.com", "orderer", limit="100"))
    shop.member(company, "anne@example.com", "approver")
    licence = shop.add_article("CAD", price="10", stock="0", kind="digital", weight_kg=Decimal(0))
    store_keys(variant=licence, texts=["K-1", "K-2"], added_by_id=None)
    add_lines(buyer=orderer, lines=[NewLine(licence.pk, Decimal(1))])
    bought = place_order(buyer=orderer, data=CheckoutData.read(checkout_fields(payment="invoice", delivery="")))
    hand_over(order_id=bought.pk)
    add_lines(buyer=orderer, lines=[NewLine(shop.variants["V1"].pk, Decimal(5))])
    place_order(buyer=orderer, data=CheckoutData.read(checkout_fields(payment="invoice")))
    return shop


def _buy_and_return(shop: Shop) -> None:
    buyer = shop.visitor()
    add_lines(buyer=buyer, lines=[NewLine(shop.variants["V1"].pk, Decimal(2))])
    order: Order = place_order(buyer=buyer, data=CheckoutData.read(checkout_fields()))
    start_payment(order=order, return_url="/back")
    DemoCharge.objects.update(state="authorized")
    finish_payment(payment_uuid=Payment.objects.get().uuid)
    line = order.lines.get(kind="item")
    shipment = pick_order(order_id=order.pk, location=shop.main, quantities={line.pk: Decimal(2)}, staff_id=None)
    capture_invoice(ship(shipment_id=shipment.pk).pk)
    record = announce_return(order_id=order.pk, lines=[(line.pk, Decimal(1), "withdrawal")], by="buyer", person_id=None)
    refund_credit_note(receive_return(return_id=record.pk, location=shop.main, staff_id=None).pk)


def tamper(statement: str) -> int:
    """Change rows as somebody with the database's own password could, and return how many."""
    with connection.cursor() as cursor:
        cursor.execute("set local session_replication_role = replica")
        cursor.execute(statement)
        changed = cursor.rowcount
        cursor.execute("set local session_replication_role = default")
    return changed


def test_every_check_has_its_tampering() -> None:
    assert TAMPERING.keys() == {*CHECKS, SEAL}


@pytest.mark.parametrize("check", TAMPERING)
def test_each_check_finds_what_was_tampered_with(traded: Shop, check: str) -> None:
    assert list(verify()) == []

    assert tamper(TAMPERING[check]) > 0

    assert check in {finding.check for finding in verify()}
