"""An order given up before anything left: its stock, its money and what it says of itself."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.factories import Shop, checkout_fields
from truso.kernel.refusals import Refused
from truso.modules.cart.operations import NewLine, add_lines
from truso.modules.inventory.models import StockItem
from truso.modules.orders.models import Order
from truso.modules.payments.models import DemoCharge, Payment
from truso.platform.jobs.inline import run_due_jobs
from truso.processes.pay import cancel_payment, finish_payment, start_payment
from truso.processes.place_order import place_order
from truso.processes.review import CheckoutData
from truso.processes.ship import cancel_order, pick_order


def paid_order(shop: Shop) -> Order:
    shop.add_article("A1", price="159.20")
    buyer = shop.visitor()
    add_lines(buyer=buyer, lines=[NewLine(shop.variants["A1"].pk, Decimal(2))])
    order = place_order(buyer=buyer, data=CheckoutData.read(checkout_fields()))
    start_payment(order=order, return_url="/back/PAYMENT")
    payment = Payment.objects.get()
    DemoCharge.objects.filter(reference=payment.gateway_reference).update(state="authorized")
    finish_payment(payment_uuid=payment.uuid)
    order.refresh_from_db()
    return order


def test_a_cancelled_order_gives_back_stock_and_reserved_money_and_says_so(shop: Shop) -> None:
    order = paid_order(shop)
    assert order.payment_status == "authorized"

    cancel_order(order_id=order.pk, by="buyer", person_id=None)
    run_due_jobs()

    order.refresh_from_db()
    assert (order.state, order.payment_status) == ("cancelled", "unpaid")
    assert Payment.objects.get().state == "cancelled"
    assert DemoCharge.objects.get().state == "cancelled"
    assert StockItem.objects.get().reserved == 0
    assert list(order.steps.order_by("pk").values_list("kind", flat=True))[-2:] == ["cancel", "payment_lifted"]


def test_lifting_a_reservation_twice_is_told_once(shop: Shop) -> None:
    order = paid_order(shop)
    cancel_order(order_id=order.pk, by="buyer", person_id=None)
    run_due_jobs()

    cancel_payment(str(Payment.objects.get().uuid))

    assert order.steps.filter(kind="payment_lifted").count() == 1


def test_an_order_being_picked_cannot_be_cancelled(shop: Shop) -> None:
    order = paid_order(shop)
    pick_order(
        order_id=order.pk, location=shop.main, quantities={order.lines.get(kind="item").pk: Decimal(1)}, staff_id=None
    )

    with pytest.raises(Refused, match="order_being_picked"):
        cancel_order(order_id=order.pk, by="staff", person_id=None)

    order.refresh_from_db()
    assert (order.state, order.payment_status) == ("confirmed", "authorized")
