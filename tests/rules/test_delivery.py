"""What a delivery costs and when it arrives."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from truso.modules.delivery.rules import add_working_days, freight, postponed, promised_on, ships_on

D = Decimal
STEPS = [(D(35), D(299)), (D(5), D(99)), (D(10), D(149))]  # in any order


@pytest.mark.parametrize(
    ("weight", "amount"),
    [("0", 99), ("4.999", 99), ("5", 99), ("5.001", 149), ("10", 149), ("35", 299), ("35.001", None)],
)
def test_freight_is_that_of_the_first_step_that_carries_the_weight(weight: str, amount: int | None) -> None:
    assert freight(STEPS, weight_kg=D(weight), goods=D(1), free_from=None) == amount


@pytest.mark.parametrize(("goods", "amount"), [("999.99", 99), ("1000", 0), ("5000", 0)])
def test_freight_is_free_from_the_limit_on(goods: str, amount: int) -> None:
    assert freight(STEPS, weight_kg=D(1), goods=D(goods), free_from=D(1000)) == amount


def test_what_is_too_heavy_is_not_carried_for_free_either() -> None:
    assert freight(STEPS, weight_kg=D(36), goods=D(5000), free_from=D(1000)) is None


def test_a_method_without_rates_carries_nothing_and_a_pickup_has_one_of_zero() -> None:
    assert freight([], weight_kg=D(0), goods=D(0), free_from=None) is None
    assert freight([(D(100_000), D(0))], weight_kg=D(900), goods=D(0), free_from=None) == 0


MONDAY = date(2026, 3, 2)
FRIDAY, SATURDAY, SUNDAY = (MONDAY + timedelta(days=days) for days in (4, 5, 6))


@pytest.mark.parametrize(
    ("start", "days", "arrives"),
    [
        (MONDAY, 0, date(2026, 3, 2)),
        (MONDAY, 2, date(2026, 3, 4)),
        (FRIDAY, 0, date(2026, 3, 6)),
        (FRIDAY, 1, date(2026, 3, 9)),
        (FRIDAY, 6, date(2026, 3, 16)),
        (SATURDAY, 0, date(2026, 3, 9)),
        (SATURDAY, 1, date(2026, 3, 9)),
        (SUNDAY, 2, date(2026, 3, 10)),
    ],
)
def test_only_working_days_count_and_nothing_arrives_on_a_weekend(start: date, days: int, arrives: date) -> None:
    assert add_working_days(start, days) == arrives


def test_goods_leave_the_working_day_after_the_order_and_arrive_after_the_carriers_days() -> None:
    assert (ships_on(MONDAY), ships_on(FRIDAY)) == (date(2026, 3, 3), date(2026, 3, 9))
    assert promised_on(MONDAY, transit_days=2) == date(2026, 3, 5)


def test_what_must_be_procured_first_leaves_and_arrives_that_much_later() -> None:
    assert ships_on(MONDAY, 5) == date(2026, 3, 10)
    assert promised_on(MONDAY, transit_days=2, lead_days=5) == date(2026, 3, 12)


@pytest.mark.parametrize(
    ("approved", "day"),
    [
        (MONDAY, date(2026, 3, 5)),
        (FRIDAY, date(2026, 3, 11)),
        (SUNDAY, date(2026, 3, 11)),
        (date(2026, 3, 9), date(2026, 3, 12)),
    ],
)
def test_a_promise_counted_from_another_day_is_that_many_working_days_later(approved: date, day: date) -> None:
    assert postponed(date(2026, 3, 5), counted_from=MONDAY, to=approved) == day


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.integers(0, 60))
def test_as_many_working_days_pass_as_were_asked_for(start: date, days: int) -> None:
    arrives = add_working_days(start, days)
    passed = sum((start + timedelta(days=n)).weekday() < 5 for n in range(1, (arrives - start).days + 1))
    assert arrives.weekday() < 5
    assert passed == days or (days == 0 and passed == 1 and start.weekday() >= 5)
