"""One submission is one order, one key is one answer, and no limit is passed by coming together."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest
from django.db import transaction
from django.test import Client

from tests.api.conftest import key_for, order_body
from tests.factories import Shop, checkout_fields
from tests.races.conftest import FULL, Meeting, all_at_once
from tests.races.test_stock import with_cart
from truso.kernel.buyer import Buyer
from truso.modules.approvals.models import ApprovalRequest
from truso.modules.cart.models import Cart
from truso.modules.cart.operations import NewLine, add_lines
from truso.modules.cart.queries import find_cart
from truso.modules.inventory.models import StockItem
from truso.modules.orders.models import Order
from truso.platform.database.transactions import write
from truso.platform.idempotency.models import StoredAnswer
from truso.processes import place_order as placing
from truso.processes.approve import decide_order
from truso.processes.credit import credit_of
from truso.processes.place_order import place_order
from truso.processes.review import CheckoutData

TIMES = 50 if FULL else 10


def test_a_checkout_sent_ten_times_at_once_is_one_order(raced: Shop) -> None:
    raced.add_article("A", stock="100")
    buyer = with_cart(raced, "visitor-1", ("A", 1))
    checkout_id = find_cart(buyer).checkout_id

    def send(_: int) -> str:
        with write():
            return place_order(buyer=buyer, data=CheckoutData.read(checkout_fields()), checkout_id=checkout_id).number

    outcome = all_at_once(TIMES, send)

    assert (outcome.codes(), len(set(outcome.answers)), len(outcome.answers)) == ([], 1, TIMES)
    assert Order.objects.count() == 1
    assert StockItem.objects.get().reserved == 1


def test_a_first_line_added_ten_times_at_once_makes_one_cart(raced: Shop) -> None:
    article = raced.add_article("A", stock="100")
    buyer = raced.visitor("visitor-1")

    def add(_: int) -> None:
        with write():
            add_lines(buyer=buyer, lines=[NewLine(article.pk, Decimal(1))])

    assert all_at_once(TIMES, add).codes() == []
    assert [line.quantity for line in Cart.objects.get().lines.all()] == [TIMES]


def test_a_key_sent_ten_times_at_once_gets_one_order_and_equal_answers(raced: Shop) -> None:
    raced.add_article("A", stock="100")
    company = raced.company()
    caller = key_for(raced.member(company, "ola@example.com", "orderer"), company)
    caller.post("cart/lines", {"lines": [{"sku": "A"}]})

    def send(_: int) -> tuple[int, bytes]:
        answer = Client().post(
            "/api/v1/orders",
            json.dumps(order_body()),
            content_type="application/json",
            headers={**caller.headers, "Idempotency-Key": "once"},
        )
        return answer.status_code, answer.content

    outcome = all_at_once(TIMES, send)

    assert outcome.codes() == []
    assert {status for status, _ in outcome.answers} == {201}
    assert len({body for _, body in outcome.answers}) == 1
    assert (Order.objects.count(), StoredAnswer.objects.count()) == (1, 1)


def orderers(shop: Shop, count: int, **company: object) -> list[Buyer]:
    """Return members of one company, each with a cart of one article at 1,000 net: 1,350 with freight and VAT."""
    shop.add_article("A", price="1000", stock="1000")
    customer = shop.company(**company)  # type: ignore[arg-type]
    buyers = [shop.buyer(shop.member(customer, f"p{number}@example.com", "orderer")) for number in range(count)]
    for buyer in buyers:
        with transaction.atomic():
            add_lines(buyer=buyer, lines=[NewLine(shop.variants["A"].pk, Decimal(1))])
    return buyers


def order_on_invoice(buyer: Buyer) -> str:
    with write():
        return place_order(buyer=buyer, data=CheckoutData.read(checkout_fields(payment="invoice"))).number


def test_orders_together_never_pass_the_credit_limit(raced: Shop) -> None:
    count = 30 if FULL else 8
    buyers = orderers(raced, count, credit_limit=Decimal(3000))

    outcome = all_at_once(count, lambda number: order_on_invoice(buyers[number]))

    assert (len(outcome.answers), outcome.codes()) == (2, ["credit_limit_exceeded"] * (count - 2))
    assert credit_of(buyers[0].customer_id or 0, buyers[0].today).left == Decimal(300)


def test_without_the_customers_lock_the_limit_is_passed(raced: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    buyers = orderers(raced, 8, credit_limit=Decimal(3000))
    monkeypatch.setattr(placing, "lock_customer", lambda **_: None)
    monkeypatch.setattr(placing, "reserve_stock", Meeting(8).before(placing.reserve_stock))

    outcome = all_at_once(8, lambda number: order_on_invoice(buyers[number]))

    assert (len(outcome.answers), outcome.codes()) == (8, [])
    assert credit_of(buyers[0].customer_id or 0, buyers[0].today).left == Decimal(3000 - 8 * 1350)


def test_an_approval_decided_by_several_at_once_is_decided_once(raced: Shop) -> None:
    raced.add_article("A", price="1000", stock="10")
    company = raced.company()
    orderer = raced.buyer(raced.member(company, "ola@example.com", "orderer", limit="10"))
    approvers = [raced.buyer(raced.member(company, f"a{number}@example.com", "approver")) for number in range(6)]
    with transaction.atomic():
        add_lines(buyer=orderer, lines=[NewLine(raced.variants["A"].pk, Decimal(1))])
    order_on_invoice(orderer)
    request = ApprovalRequest.objects.get()

    def decide(number: int) -> str:
        with write():
            return decide_order(buyer=approvers[number], request_uuid=request.uuid, approved=number % 2 == 0).state

    outcome = all_at_once(6, decide)

    assert (len(outcome.answers), outcome.codes()) == (1, ["approval_decided"] * 5)
    request.refresh_from_db()
    order = Order.objects.get()
    assert (request.state, order.state) in {("approved", "confirmed"), ("rejected", "rejected")}
    assert order.steps.filter(kind__in=["approve", "reject"]).count() == 1
    assert StockItem.objects.get().reserved == (1 if order.state == "confirmed" else 0)
