"""What campaigns take off a cart, and how it is shared by the lines."""

from __future__ import annotations

from decimal import Decimal
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from truso.modules.pricing.deals import Deal, DealLine, Taken, apply_deals
from truso.modules.pricing.values import Hint

D = Decimal


def line(key: str, amount: str, quantity: str = "1", product: int = 0, **fields: Any) -> DealLine:
    return DealLine(key, product or ord(key[0]), D(quantity), D(amount), **fields)


def deal(kind: str, number: int = 1, **fields: Any) -> Deal:
    named = {name: D(value) if isinstance(value, str) else value for name, value in fields.items()}
    return Deal(number, kind, f"{kind} {number}", **named)


def apply(lines: list[DealLine], *deals: Deal) -> Taken:
    keys = frozenset(one.key for one in lines)
    products = {one.id: one.product_ids for one in deals}
    fitting = {
        key: frozenset(one.key for one in lines if one.product_id in wanted) if wanted else keys
        for key, wanted in products.items()
    }
    return apply_deals(lines, deals, fitting, "NOK")


def off(taken: Taken) -> dict[str, str]:
    return {key: str(sum(one.amount for one in found)) for key, found in taken.allowances.items()}


THREE_FOR_TWO = deal("multiple", buy=3, pay=2)


@pytest.mark.parametrize(
    ("lines", "expected", "more"),
    [
        ([line("a", "300.00", "3")], {"a": "100.00"}, 0),
        ([line("a", "400.00", "4")], {"a": "100.00"}, 2),
        ([line("a", "600.00", "6")], {"a": "200.00"}, 0),
        ([line("a", "200.00", "2")], {}, 1),
        # The cheapest is free, and all of them bear their share of it.
        ([line("a", "100.00"), line("b", "60.00"), line("c", "40.00")], {"a": "20.00", "b": "12.00", "c": "8.00"}, 0),
        # Of six the two cheapest.
        ([line("a", "300.00", "3"), line("b", "30.00", "3")], {"a": "18.18", "b": "1.82"}, 0),
        # Half a metre is no article.
        ([line("a", "25.00", "2.5"), line("b", "10.00", "0.5")], {}, 1),
    ],
)
def test_of_three_the_cheapest_is_free(lines: list[DealLine], expected: dict[str, str], more: int) -> None:
    taken = apply(lines, THREE_FOR_TWO)
    assert off(taken) == expected
    assert [hint.pieces for hint in taken.hints] == ([more] if more else [])


SET = frozenset({1, 2})


@pytest.mark.parametrize(
    ("lines", "fields", "expected"),
    [
        ([line("a", "300.00", product=1), line("b", "100.00", product=2)], {"percent": "10"}, {"a": "30.00", "b": "10.00"}),
        ([line("a", "300.00", product=1), line("b", "100.00", product=2)], {"amount": "350"}, {"a": "37.50", "b": "12.50"}),
        # Two sets, and a third of the one left over.
        ([line("a", "900.00", "3", product=1), line("b", "200.00", "2", product=2)], {"percent": "50"}, {"a": "300.00", "b": "100.00"}),
        ([line("a", "300.00", "3", product=1)], {"percent": "10"}, {}),
        # A set that costs more than its parts takes nothing off.
        ([line("a", "30.00", product=1), line("b", "10.00", product=2)], {"amount": "350"}, {}),
        # Of two articles of a product the dearer counts.
        (
            [line("a", "300.00", product=1), line("c", "100.00", product=1), line("b", "100.00", product=2)],
            {"percent": "10"},
            {"a": "30.00", "b": "10.00"},
        ),
    ],
)  # fmt: skip
def test_what_is_bought_together_costs_less(lines: list[DealLine], fields: Any, expected: dict[str, str]) -> None:
    assert off(apply(lines, deal("set", product_ids=SET, **fields))) == expected


def test_what_is_missing_of_a_set_is_said() -> None:
    taken = apply([line("a", "300.00", product=1)], deal("set", product_ids=SET, percent="10"))
    assert taken.hints == [Hint(1, "set", "set 1", pieces=1)]


@pytest.mark.parametrize(
    ("fields", "expected", "missing"),
    [
        ({"percent": "10"}, {"a": "30.00", "b": "10.00"}, None),
        ({"amount": "100"}, {"a": "75.00", "b": "25.00"}, None),
        ({"amount": "1000"}, {"a": "300.00", "b": "100.00"}, None),  # never below nothing
        ({"amount": "100", "minimum": "400"}, {"a": "75.00", "b": "25.00"}, None),
        ({"amount": "100", "minimum": "500"}, {}, "100.00"),
    ],
)
def test_something_off_the_cart_is_shared_by_its_lines(fields: Any, expected: Any, missing: str | None) -> None:
    taken = apply([line("a", "300.00"), line("b", "100.00")], deal("cart", **fields))
    assert off(taken) == expected
    assert [str(hint.amount) for hint in taken.hints] == ([missing] if missing else [])


def test_who_sees_prices_without_vat_gets_the_same_amount_less_the_vat() -> None:
    lines = [line("a", "240.00", shown=D("0.8"), net=D(1)), line("b", "80.00", shown=D("0.8"), net=D(1))]
    taken = apply(lines, deal("cart", amount="100", minimum="400"))
    assert off(taken) == {"a": "60.00", "b": "20.00"}
    assert taken.used == {1: D("80.00")}


def test_the_vat_in_an_amount_is_no_part_of_what_the_campaign_costs() -> None:
    taken = apply([line("a", "500.00", net=D("0.8"))], deal("cart", amount="100"))
    assert taken.used == {1: D("80.00")}


def test_a_budget_that_no_longer_holds_takes_nothing_off() -> None:
    lines = [line("a", "500.00", net=D("0.8"))]
    assert off(apply(lines, deal("cart", amount="100", budget_left="80"))) == {"a": "100.00"}
    assert off(apply(lines, deal("cart", amount="100", budget_left="79.99"))) == {}


@pytest.mark.parametrize(
    ("mark", "combines", "expected"),
    [
        ("", False, {"a": "30.00"}),
        ("", True, {"a": "30.00"}),
        ("alone", True, {}),
        ("alone", False, {}),
        ("together", False, {}),
        ("together", True, {"a": "30.00"}),
    ],
)
def test_campaigns_count_together_only_where_both_say_so(mark: str, combines: bool, expected: Any) -> None:
    assert off(apply([line("a", "300.00", campaign=mark)], deal("cart", percent="10", combines=combines))) == expected


def test_deals_count_in_their_order_each_from_what_the_one_before_left() -> None:
    lines = [line("a", "300.00", "3")]
    both = (
        deal("cart", 1, percent="10", combines=True),
        deal("multiple", 2, buy=3, pay=2, combines=True),
    )
    taken = apply(lines, *both)
    assert [(one.name, str(one.amount)) for one in taken.allowances["a"]] == [
        ("multiple 2", "100.00"),
        ("cart 1", "20.00"),
    ]
    assert off(apply(lines, deal("cart", 1, percent="10"), deal("multiple", 2, buy=3, pay=2))) == {"a": "100.00"}


def test_free_freight_and_gifts_count_beside_all_others() -> None:
    lines = [line("a", "300.00", campaign="alone")]
    taken = apply(
        lines, deal("freight", 1, minimum="300"), deal("gift", 2, minimum="301", gift_id=7), deal("gift", 3, gift_id=8)
    )
    assert taken.free_freight == "freight 1"
    assert [gift.variant_id for gift in taken.gifts] == [8]
    assert taken.hints == [Hint(2, "gift", "gift 2", amount=D("1.00"))]
    assert taken.used == {1: 0, 3: 0}


AMOUNTS = st.decimals("0.01", "99999", places=2)
LINES = st.lists(
    st.tuples(AMOUNTS, st.integers(1, 9), st.integers(1, 3), st.sampled_from(["", "alone", "together"])),
    min_size=1,
    max_size=8,
)
DEALS = st.lists(
    st.one_of(
        st.builds(
            lambda n, p, c: deal("cart", n, percent=p, combines=c),
            st.integers(1, 99),
            st.decimals("0.01", "100", places=2),
            st.booleans(),
        ),
        st.builds(lambda n, a, c: deal("cart", n, amount=a, combines=c), st.integers(1, 99), AMOUNTS, st.booleans()),
        st.builds(
            lambda n, b, c: deal("multiple", n, buy=b + 1, pay=b, combines=c),
            st.integers(1, 99),
            st.integers(1, 5),
            st.booleans(),
        ),
        st.builds(
            lambda n, a, c: deal("set", n, amount=a, product_ids=SET, combines=c),
            st.integers(1, 99),
            AMOUNTS,
            st.booleans(),
        ),
    ),
    max_size=4,
    unique_by=lambda one: one.id,
)


@given(LINES, DEALS, st.randoms())
def test_no_line_falls_below_nothing_and_no_order_matters(rows: Any, deals: list[Deal], rnd: Random) -> None:
    lines = [
        line(f"{number}", str(amount), str(quantity), product, campaign=mark)
        for number, (amount, quantity, product, mark) in enumerate(rows)
    ]
    taken = apply(lines, *deals)
    for one in lines:
        assert 0 <= sum(each.amount for each in taken.allowances.get(one.key, ())) <= one.amount
        assert one.campaign != "alone" or one.key not in taken.allowances
    shuffled = list(deals)
    rnd.shuffle(shuffled)
    assert off(apply(lines, *shuffled)) == off(taken)
