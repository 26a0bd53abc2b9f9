"""Prices and stock from rows."""

from __future__ import annotations

from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import Shop
from truso.modules.inventory.models import StockEntry, StockItem
from truso.modules.inventory.operations import reserve_stock
from truso.modules.inventory.rules import Wish
from truso.modules.pricing.models import ConsumerPrice, Price
from truso.platform.database.transactions import write
from truso.platform.imports import DoneRow, Kind, Outcome, Row, find_target

OPTIONS = {"location": "main", "price_list": "no-list"}


def target(code: str) -> Any:
    return find_target(code)


def judge(code: str, *cells: dict[str, str], options: dict[str, str] = OPTIONS) -> list[Outcome]:
    return target(code).judge([Row(line, one) for line, one in enumerate(cells, 2)], options)


def run(code: str, *cells: dict[str, str]) -> list[Outcome]:
    with write():
        return target(code).apply(judge(code, *cells), OPTIONS)


def undo(code: str, done: list[Outcome]) -> list[Outcome]:
    with write():
        return target(code).undo([DoneRow(one.number, one.kind, one.key, one.changes) for one in done])


def codes(outcome: Outcome) -> list[tuple[str, str]]:
    return [(one.code, one.subject) for one in outcome.reasons]


def balance() -> Decimal:
    return StockItem.objects.get(location__code="main").on_hand


def test_a_count_is_written_as_the_difference_and_back(shop: Shop) -> None:
    shop.add_article("A-1", stock="10")

    done = run("stock", {"sku": "a1", "on_hand": "4"})

    assert (done[0].kind, done[0].changes, balance()) == (Kind.CHANGED, {"on_hand": ("10", "4")}, 4)
    entry = StockEntry.objects.latest("id")
    assert (entry.quantity, entry.kind, entry.subject_kind) == (-6, "count", "import")

    assert [one.kind for one in undo("stock", done)] == [Kind.CHANGED]
    assert balance() == 10
    assert sum(StockEntry.objects.values_list("quantity", flat=True)) == 10


def test_stock_changes_by_an_amount_at_a_place_that_had_none(shop: Shop) -> None:
    shop.add_article("A-1", stock="0")

    run("stock", {"sku": "A-1", "change": "3"}, {"sku": "A-1", "location": "second", "change": "2.5"})

    assert list(StockItem.objects.order_by("location").values_list("on_hand", flat=True)) == [3, Decimal("2.5")]


def test_the_same_count_writes_nothing(shop: Shop) -> None:
    shop.add_article("A-1", stock="10")
    before = StockEntry.objects.count()

    assert [one.kind for one in run("stock", {"sku": "A-1", "on_hand": "10.000"})] == [Kind.SAME]
    assert StockEntry.objects.count() == before


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ({"sku": "X"}, ("sku_unknown", "sku")),
        ({"sku": ""}, ("field_required", "sku")),
        ({"location": "moon"}, ("value_unknown", "location")),
        ({"on_hand": ""}, ("field_required", "on_hand")),
        ({"on_hand": "-1"}, ("value_invalid", "on_hand")),
        ({"on_hand": "1.2345"}, ("value_invalid", "on_hand")),
        ({"on_hand": "5"}, ("stock_below_reserved", "on_hand")),
        ({"on_hand": "", "change": "-5"}, ("stock_below_reserved", "change")),
    ],
)
def test_counts_that_can_not_be_are_refused(shop: Shop, cells: dict[str, str], reason: tuple[str, str]) -> None:
    variant = shop.add_article("A-1", stock="10")
    reserve_stock(subject_kind="test", wishes=[(uuid4(), Wish("1", variant.pk, Decimal(6)))], expires_at=None)

    done = run("stock", {"sku": "A-1", "on_hand": "7"} | cells)

    assert [codes(one) for one in done] == [[reason]]
    assert balance() == 10


def test_a_count_after_somebody_sold_is_refused(shop: Shop) -> None:
    shop.add_article("A-1", stock="10")
    judged = judge("stock", {"sku": "A-1", "on_hand": "7"})
    StockItem.objects.update(on_hand=9)

    with write():
        done = target("stock").apply(judged, OPTIONS)

    assert codes(done[0]) == [("changed_meanwhile", "on_hand")]
    assert balance() == 9


def test_prices_are_new_changed_and_put_back(shop: Shop) -> None:
    shop.add_article("A-1", price="100")

    done = run(
        "prices",
        {"sku": "A-1", "price": "90.5"},
        {"sku": "A-1", "price": "80", "from_quantity": "10", "valid_from": "2026-01-01", "valid_to": "2027-01-01"},
    )

    assert [(one.kind, one.key) for one in done] == [
        (Kind.CHANGED, "A-1|no-list|1|2000-01-01"),
        (Kind.NEW, "A-1|no-list|10|2026-01-01"),
    ]
    assert done[0].changes == {"price": ("100", "90.5")}
    assert sorted(Price.objects.values_list("amount", flat=True)) == [80, Decimal("90.5")]
    assert ConsumerPrice.objects.latest("id").amount == Decimal("90.5")

    undo("prices", done)
    assert list(Price.objects.values_list("amount", flat=True)) == [100]
    assert ConsumerPrice.objects.latest("id").amount == 100


def test_an_end_alone_leaves_the_price(shop: Shop) -> None:
    shop.add_article("A-1", price="100")

    run("prices", {"sku": "A-1", "valid_to": "2030-01-01"})

    price = Price.objects.get()
    assert (price.amount, str(price.valid_to)) == (100, "2030-01-01")


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ({"sku": "X"}, ("sku_unknown", "sku")),
        ({"price": "-1"}, ("price_negative", "price")),
        ({"price": "cheap"}, ("value_invalid", "price")),
        ({"price_list": "none"}, ("value_unknown", "price_list")),
        ({"from_quantity": "0"}, ("step_invalid", "from_quantity")),
        ({"valid_from": "soon"}, ("date_invalid", "valid_from")),
        ({"valid_to": "1999-01-01"}, ("period_invalid", "valid_to")),
        ({"from_quantity": "5", "price": ""}, ("field_required", "price")),
    ],
)
def test_prices_that_can_not_be_are_refused(shop: Shop, cells: dict[str, str], reason: tuple[str, str]) -> None:
    shop.add_article("A-1", price="100")

    assert [codes(one) for one in run("prices", {"sku": "A-1", "price": "7"} | cells)] == [[reason]]
    assert Price.objects.get().amount == 100


def test_a_price_given_twice_or_changed_since_is_refused(shop: Shop) -> None:
    shop.add_article("A-1", price="100")
    done = run("prices", {"sku": "A-1", "price": "7"}, {"sku": "A-1", "price": "8"})
    Price.objects.update(amount=9)

    assert codes(done[1]) == [("row_twice", "sku")]
    assert codes(undo("prices", done)[0]) == [("changed_since", "price")]
    assert Price.objects.get().amount == 9


@pytest.mark.parametrize(("code", "field"), [("stock", "on_hand"), ("prices", "price")])
def test_statements_do_not_grow_with_the_portion(shop: Shop, code: str, field: str) -> None:
    for number in range(60):
        shop.add_article(f"A-{number}")
    counts = []
    run(code, {"sku": "A-0", field: "1"})  # what is remembered of the market is looked up once
    for first, last in ((0, 10), (10, 60)):
        with CaptureQueriesContext(connection) as queries:
            run(code, *({"sku": f"A-{number}", field: "77"} for number in range(first, last)))
        counts.append(len(queries))

    assert counts[0] == counts[1]
