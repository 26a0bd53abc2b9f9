"""Which stock serves which wish."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from truso.modules.inventory.rules import Balance, Shortage, Wish, allocate

D = Decimal
BOLT, NUT = 1, 2
MAIN, SECOND = 10, 20


def at(location: int, on_hand: int, reserved: int = 0, *, variant: int = BOLT) -> Balance:
    return Balance(location * 10 + variant, variant, location, D(on_hand), D(reserved))


def wish(quantity: int, key: str = "1", *, variant: int = BOLT, may_wait: bool = False) -> Wish:
    return Wish(key, variant, D(quantity), may_wait)


def taken(wishes: list[Wish], balances: list[Balance]) -> list[tuple[str, int, Decimal]]:
    takes, shortages = allocate(wishes, balances)
    assert shortages == []
    return [(take.key, take.location_id, take.quantity) for take in takes]


@pytest.mark.parametrize(
    ("balances", "expected"),
    [
        ([at(MAIN, 10), at(SECOND, 10)], [("1", MAIN, D(4))]),  # the first in the order given
        ([at(MAIN, 10, 7), at(SECOND, 10)], [("1", SECOND, D(4))]),  # whole from one place rather than parts from two
        ([at(MAIN, 3), at(SECOND, 2)], [("1", MAIN, D(3)), ("1", SECOND, D(1))]),
        ([at(MAIN, 5, 5), at(SECOND, 4)], [("1", SECOND, D(4))]),
    ],
)
def test_a_wish_is_served_by_priority_and_whole_where_it_can_be(
    balances: list[Balance], expected: list[tuple[str, int, Decimal]]
) -> None:
    assert taken([wish(4)], balances) == expected


def test_a_wish_that_can_not_be_met_takes_nothing_and_tells_what_there_is() -> None:
    takes, shortages = allocate([wish(6)], [at(MAIN, 3), at(SECOND, 4, 2)])
    assert (takes, shortages) == ([], [Shortage("1", BOLT, D(6), D(5))])
    assert allocate([wish(1)], []) == ([], [Shortage("1", BOLT, D(1), D(0))])


@pytest.mark.parametrize(
    ("balances", "expected"),
    [
        ([at(MAIN, 3), at(SECOND, 2)], [("1", MAIN, D(3)), ("1", SECOND, D(2))]),
        ([at(MAIN, 2, 2)], []),
        ([], []),
    ],
)
def test_a_wish_that_may_wait_takes_what_there_is(
    balances: list[Balance], expected: list[tuple[str, int, Decimal]]
) -> None:
    assert taken([wish(6, may_wait=True)], balances) == expected


def test_wishes_for_the_same_goods_share_them_first_come_first_served() -> None:
    takes, shortages = allocate([wish(3, "a"), wish(3, "b"), wish(1, "c")], [at(MAIN, 5)])
    assert [(take.key, take.quantity) for take in takes] == [("a", D(3)), ("c", D(1))]
    assert shortages == [Shortage("b", BOLT, D(3), D(2))]


def test_other_goods_serve_nobody() -> None:
    takes, shortages = allocate([wish(1), wish(1, "2", variant=NUT)], [at(MAIN, 9, variant=NUT)])
    assert [take.key for take in takes] == ["2"]
    assert [short.key for short in shortages] == ["1"]


BALANCES = st.lists(
    st.tuples(st.sampled_from([MAIN, SECOND]), st.sampled_from([BOLT, NUT]), st.integers(0, 9), st.integers(0, 9)),
    max_size=4,
    unique_by=lambda one: one[:2],
).map(lambda rows: [at(place, max(have, held), held, variant=variant) for place, variant, have, held in rows])
WISHES = st.lists(st.tuples(st.sampled_from([BOLT, NUT]), st.integers(1, 12), st.booleans()), max_size=6).map(
    lambda rows: [wish(many, str(n), variant=variant, may_wait=wait) for n, (variant, many, wait) in enumerate(rows)]
)


@given(WISHES, BALANCES)
def test_nothing_is_promised_twice_and_every_wish_is_met_waits_or_is_short(
    wishes: list[Wish], balances: list[Balance]
) -> None:
    takes, shortages = allocate(wishes, balances)
    for balance in balances:
        assert sum(take.quantity for take in takes if take.item_id == balance.item_id) <= balance.available
    short = {one.key for one in shortages}
    for one in wishes:
        parts = [take for take in takes if take.key == one.key]
        found = sum(take.quantity for take in parts)
        assert all(take.quantity > 0 and take.variant_id == one.variant_id for take in parts)
        if one.key in short:
            assert not parts and not one.may_wait
        else:
            assert found <= one.quantity and (one.may_wait or found == one.quantity)
