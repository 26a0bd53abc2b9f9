"""A licence key is handed to one order, however many wait for it."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from django.db import transaction

from tests.factories import Shop, checkout_fields
from tests.races.conftest import FULL, Meeting, all_at_once
from truso.modules.cart.operations import NewLine, add_lines
from truso.modules.digital import operations as digital
from truso.modules.digital.models import LicenceKey
from truso.modules.inventory.models import StockItem
from truso.modules.orders.models import Order, OrderLine
from truso.platform.database.transactions import write
from truso.processes import hand_over as process
from truso.processes.hand_over import hand_over, store_keys
from truso.processes.place_order import place_order
from truso.processes.review import CheckoutData

ORDERS = 50 if FULL else 8


def waiting_orders(shop: Shop, count: int) -> list[Order]:
    """Return orders of one licence each that stand and have no key, and put one key into store."""
    variant = shop.add_article("CAD", stock="0", kind="digital", lead_days=3, weight_kg=Decimal(0))
    orders = []
    with transaction.atomic():
        customer = shop.company(credit_limit=Decimal(1_000_000))
        buyer = shop.buyer(shop.member(customer, "per@example.com", "orderer"), customer)
        for _number in range(count):
            add_lines(buyer=buyer, lines=[NewLine(variant.pk, Decimal(1))])
            fields = checkout_fields(payment="invoice", delivery="")
            orders.append(place_order(buyer=buyer, data=CheckoutData.read(fields)))
        store_keys(variant=variant, texts=["K-1"], added_by_id=None)
    return orders


def give(order: Order) -> Decimal:
    with write():
        return hand_over(order_id=order.pk)


def test_one_key_goes_to_one_of_the_orders_that_wait(raced: Shop) -> None:
    orders = waiting_orders(raced, ORDERS)

    outcome = all_at_once(ORDERS, lambda number: give(orders[number]))

    assert sorted(outcome.answers) == [Decimal(0)] * (ORDERS - 1) + [Decimal(1)]
    owner = LicenceKey.objects.get().order_line
    assert owner is not None
    assert list(OrderLine.objects.filter(shipped_quantity=1)) == [owner]
    assert StockItem.objects.get().on_hand == 0


def test_without_lock_and_stock_behind_it_many_are_told_they_have_it(
    raced: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    orders = waiting_orders(raced, 8)
    monkeypatch.setattr(digital, "_ASSIGN", digital._ASSIGN.replace("for update skip locked", ""))
    monkeypatch.setattr(process, "assign_keys", Meeting(8).before(digital.assign_keys))

    def nothing(**_: Any) -> None:
        return None

    monkeypatch.setattr(process, "ship_stock", nothing)

    outcome = all_at_once(8, lambda number: give(orders[number]))

    assert outcome.answers == [Decimal(1)] * 8
    assert LicenceKey.objects.count() == 1
