"""The last unit is sold once, whoever comes first. Source of the figures: 20 buyers, one unit; 200 with ASSURE=1."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.db import transaction

from tests.factories import Shop, checkout_fields
from tests.races.conftest import FULL, Meeting, all_at_once, drop_constraints
from truso.kernel.buyer import Buyer
from truso.modules.cart.operations import NewLine, add_lines
from truso.modules.inventory import operations as inventory
from truso.modules.inventory.models import Reservation, StockItem
from truso.modules.orders.models import Order
from truso.platform.database.transactions import write
from truso.processes.place_order import place_order
from truso.processes.review import CheckoutData

BUYERS = 100 if FULL else 20


def with_cart(shop: Shop, name: str, *lines: tuple[str, int]) -> Buyer:
    buyer = shop.visitor(name)
    with transaction.atomic():
        add_lines(buyer=buyer, lines=[NewLine(shop.variants[sku].pk, Decimal(quantity)) for sku, quantity in lines])
    return buyer


def order(buyer: Buyer) -> str:
    with write():
        return place_order(buyer=buyer, data=CheckoutData.read(checkout_fields())).number


def test_the_last_unit_is_sold_exactly_once(raced: Shop) -> None:
    raced.add_article("LAST", stock="1")
    buyers = [with_cart(raced, f"visitor-{number}", ("LAST", 1)) for number in range(BUYERS)]

    outcome = all_at_once(BUYERS, lambda number: order(buyers[number]))

    assert (len(outcome.answers), outcome.codes()) == (1, ["out_of_stock"] * (BUYERS - 1))
    assert Order.objects.count() == 1
    stock = StockItem.objects.get()
    assert (stock.on_hand, stock.reserved) == (1, 1)


def test_without_lock_and_constraint_the_last_unit_is_sold_to_many(
    raced: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    raced.add_article("LAST", stock="1")
    buyers = [with_cart(raced, f"visitor-{number}", ("LAST", 1)) for number in range(8)]
    monkeypatch.setattr(inventory, "_LOCK", inventory._LOCK.replace("for update of s", ""))
    monkeypatch.setattr(inventory, "allocate", Meeting(8).before(inventory.allocate))
    drop_constraints("inventory_stockitem", "stock_reserved")

    outcome = all_at_once(8, lambda number: order(buyers[number]))

    assert outcome.codes() == []
    assert StockItem.objects.get().reserved == 8


def test_the_constraint_alone_stops_overselling(raced: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    raced.add_article("LAST", stock="1")
    buyers = [with_cart(raced, f"visitor-{number}", ("LAST", 1)) for number in range(8)]
    monkeypatch.setattr(inventory, "_LOCK", inventory._LOCK.replace("for update of s", ""))
    monkeypatch.setattr(inventory, "allocate", Meeting(8).before(inventory.allocate))

    outcome = all_at_once(8, lambda number: order(buyers[number]))

    assert (len(outcome.answers), {type(error).__name__ for error in outcome.errors}) == (1, {"IntegrityError"})
    assert StockItem.objects.get().reserved == 1


def test_carts_in_opposite_order_never_wait_for_each_other(raced: Shop) -> None:
    names = [f"S{number}" for number in range(6)]
    for name in names:
        raced.add_article(name, stock="1000")
    count = 40 if FULL else 12
    buyers = [
        with_cart(raced, f"visitor-{number}", *[(name, 1) for name in (names if number % 2 else reversed(names))])
        for number in range(count)
    ]

    outcome = all_at_once(count, lambda number: order(buyers[number]))

    assert (len(outcome.answers), outcome.codes()) == (count, [])
    assert {item.reserved for item in StockItem.objects.all()} == {count}
    assert Reservation.objects.count() == count * 6
