"""Discounts that stack or do not, lists made from the list price or the cost, and rows of one step."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import permutations

import pytest

from tests.rules.test_pricing import LIST, ONE, SEGMENT, decide
from truso.modules.pricing.rules import choose_price, rank_of
from truso.modules.pricing.values import DerivedRow, DiscountRow, SourceRow, Sources


def test_of_prices_of_one_step_in_force_together_the_one_that_began_last_counts() -> None:
    since = [date(2000, 1, 1), date(2026, 3, 1), date(2025, 6, 1)]
    rows = [
        SourceRow(1, rank_of("list"), "list", "list", Decimal(amount), ONE, day)
        for amount, day in zip((90, 110, 95), since, strict=True)
    ]
    assert {decide(Sources(tuple(order))).unit_price for order in permutations(rows)} == {Decimal(110)}


REBATES = {
    "a": DiscountRow("a", Decimal(10)),
    "b": DiscountRow("b", Decimal(0), Decimal(12)),
    "s": DiscountRow("s", Decimal(10), stacks=True),
    "t": DiscountRow("t", Decimal(5), stacks=True),
    "u": DiscountRow("u", Decimal(0), Decimal(3), stacks=True),
}


@pytest.mark.parametrize(
    ("names", "amount", "name", "percent"),
    [
        ("a", "90", "a", "10"),
        ("b", "88", "b", None),  # 100 - 12
        ("ab", "88", "b", None),  # each alone, the better
        ("s", "90", "s", "10"),
        ("st", "85.5", "s + t", None),  # 100 - 10 % = 90, - 5 % = 85.5
        ("stu", "82.5", "s + t + u", None),  # amounts last
        ("bst", "85.5", "s + t", None),  # all that stack against the one that does not
        ("abs", "88", "b", None),
    ],
)
def test_discounts_count_alone_or_stack_one_after_the_other_whichever_is_lower(
    names: str, amount: str, name: str, percent: str | None
) -> None:
    for order in permutations(names):
        decision = decide(Sources((LIST,), tuple(REBATES[one] for one in order)))
        won = next(offer for offer in decision.offers if offer.outcome == "won")
        assert (won.amount, won.name) == (Decimal(amount), name)
        assert won.percent == (None if percent is None else Decimal(percent))


def test_no_discount_takes_a_price_below_zero() -> None:
    much = DiscountRow("much", Decimal(0), Decimal(150))
    assert decide(Sources((LIST,), (much,))).unit_price == 0


def derived(source: str, basis: str, percent: str, *, list_id: int = 0, distance: int = 0) -> DerivedRow:
    rank = rank_of(source, distance=distance)
    return DerivedRow(list_id or rank, rank, source, f"made {source}", basis, Decimal(percent))


@pytest.mark.parametrize(
    ("rows", "made", "cost", "amount", "won"),
    [
        ((LIST,), derived("segment", "list", "15"), None, "85", "segment"),
        ((LIST,), derived("segment", "cost", "25"), "60", "75", "segment"),
        ((LIST,), derived("contract", "cost", "25"), None, "100", "list"),  # nobody knows the cost
        ((), derived("list", "cost", "50"), "60", "90", "list"),  # the list price itself may be made from the cost
        ((), derived("contract", "list", "15"), "60", None, ""),  # no list price to take it off
        ((LIST, SEGMENT), derived("segment", "list", "50"), None, "70", "segment"),  # a price of its own comes first
    ],
)
def test_a_list_makes_a_price_where_it_has_none_of_its_own(
    rows: tuple[SourceRow, ...], made: DerivedRow, cost: str | None, amount: str | None, won: str
) -> None:
    decision = choose_price(Sources(rows, derived=(made,), cost=None if cost is None else Decimal(cost)), ONE)
    if amount is None:
        assert decision is None
        return
    assert decision is not None and decision.unit_price == Decimal(amount)
    assert [offer.source for offer in decision.offers if offer.outcome == "won"] == [won]


def test_what_is_made_from_the_cost_does_not_tell_the_cost() -> None:
    decision = choose_price(Sources((LIST,), derived=(derived("contract", "cost", "25"),), cost=Decimal(60)), ONE)
    assert decision is not None
    assert [(one.amount, one.percent, one.basis) for one in decision.offers if one.source == "contract"] == [
        (Decimal(75), None, "cost")
    ]


def test_discounts_and_lists_made_from_the_list_price_count_from_one_made_from_the_cost() -> None:
    made = (derived("list", "cost", "50"), derived("segment", "list", "10"))
    decision = choose_price(Sources((), (DiscountRow("rebate", Decimal(20)),), derived=made, cost=Decimal(60)), ONE)
    assert decision is not None
    assert [(one.source, one.amount) for one in decision.offers] == [
        ("segment", Decimal(81)),
        ("discount", Decimal(72)),
        ("list", Decimal(90)),
    ]
