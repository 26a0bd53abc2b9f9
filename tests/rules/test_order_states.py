"""What may happen to an order, and what its statuses are."""

from __future__ import annotations

from decimal import Decimal
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from truso.kernel.refusals import Refused
from truso.modules.orders.models import OrderState
from truso.modules.orders.rules import (
    ENDED,
    HOLDING,
    TRANSITIONS,
    LineProgress,
    Statuses,
    derive_statuses,
    fits_unit,
    is_complete,
    next_state,
)

ACTIONS = ("approve", "reject", "expire", "cancel", "pay", "complete")
# One row per state, one column per action; a dash is refused.
TABLE = """
state             approve    reject    expire   cancel     pay        complete
pending_approval  confirmed  rejected  expired  cancelled  -          -
pending_payment   -          -         expired  cancelled  confirmed  -
confirmed         -          -         -        cancelled  -          completed
completed         -          -         -        -          -          -
rejected          -          -         -        -          -          -
expired           -          -         -        -          -          -
cancelled         -          -         -        -          -          -
"""
HEAD, *BODY = (line.split() for line in TABLE.strip().splitlines())
WAYS = {(state, action): to for state, *row in BODY for action, to in zip(HEAD[1:], row, strict=True)}


@pytest.mark.parametrize(("state", "action"), list(product(OrderState.values, ACTIONS)))
def test_an_action_leads_where_the_table_says_or_is_refused(state: str, action: str) -> None:
    expected = WAYS[state, action]
    if expected != "-":
        assert next_state(state, action) == expected
        return
    with pytest.raises(Refused) as refused:
        next_state(state, action)
    assert [(one.code, dict(one.params)) for one in refused.value.refusals] == [
        ("order_action_not_possible", {"state": state, "action": action})
    ]


def test_the_table_knows_every_state_and_action_there_is() -> None:
    assert {state for state, _ in WAYS} == set(OrderState.values)
    assert {action for _, action in TRANSITIONS} == set(ACTIONS)
    assert set(TRANSITIONS.values()) <= set(OrderState.values)


def test_a_state_holds_stock_or_has_ended_and_nothing_leaves_an_end() -> None:
    assert frozenset(OrderState.values) == HOLDING | ENDED
    assert not HOLDING & ENDED
    assert {state for state, _ in TRANSITIONS} == HOLDING


def line(
    quantity: int, shipped: int = 0, invoiced: int = 0, cancelled: int = 0, *, is_item: bool = True
) -> LineProgress:
    return LineProgress(is_item, Decimal(quantity), Decimal(shipped), Decimal(invoiced), Decimal(cancelled))


def freight(invoiced: int = 0) -> LineProgress:
    return line(1, invoiced=invoiced, is_item=False)


def statuses(lines: list[LineProgress]) -> tuple[str, str]:
    found = derive_statuses(lines, gross=Decimal(100), authorized=Decimal(0), paid=Decimal(0), refunded=Decimal(0))
    return found.fulfillment, found.invoice


@pytest.mark.parametrize(
    ("lines", "fulfillment", "invoice", "complete"),
    [
        ([line(2), freight()], "not_shipped", "not_invoiced", False),
        ([line(2, 1), freight()], "partly_shipped", "not_invoiced", False),
        ([line(2, 1, 1), freight(1)], "partly_shipped", "partly_invoiced", False),
        ([line(2, 2, 1), freight(1)], "shipped", "partly_invoiced", False),
        ([line(2, 2, 2), freight()], "shipped", "partly_invoiced", False),
        ([line(2, 2, 2), freight(1)], "shipped", "invoiced", True),
        ([line(2, 2, 2), line(3), freight(1)], "partly_shipped", "partly_invoiced", False),
        ([line(2, 1, 1, 1), freight(1)], "shipped", "invoiced", True),  # the rest was cancelled
        ([line(2, 2, 2), line(3, cancelled=3), freight(1)], "shipped", "invoiced", True),
        ([line(2, cancelled=2)], "not_shipped", "not_invoiced", True),
    ],
)
def test_statuses_follow_from_what_happened_to_the_lines(
    lines: list[LineProgress], fulfillment: str, invoice: str, complete: bool
) -> None:
    assert statuses(lines) == (fulfillment, invoice)
    assert is_complete(lines) is complete


@pytest.mark.parametrize(
    ("authorized", "paid", "refunded", "status"),
    [
        (0, 0, 0, "unpaid"),
        (100, 0, 0, "authorized"),
        (100, 40, 0, "partly_paid"),
        (100, 100, 0, "paid"),
        (0, 120, 0, "paid"),
        (100, 100, 30, "paid"),
        (100, 40, 10, "partly_paid"),
        (100, 100, 100, "refunded"),
        (100, 40, 40, "refunded"),
    ],
)
def test_the_payment_status_follows_the_money(authorized: int, paid: int, refunded: int, status: str) -> None:
    found = derive_statuses(
        [],
        gross=Decimal(100),
        authorized=Decimal(authorized),
        paid=Decimal(paid),
        refunded=Decimal(refunded),
    )
    assert found == Statuses("not_shipped", "not_invoiced", status)


@st.composite
def progress(draw: st.DrawFn) -> LineProgress:
    """A line as the constraints of its table let it be."""
    quantity = draw(st.integers(1, 5))
    is_item = draw(st.booleans())
    cancelled = draw(st.integers(0, quantity)) if is_item else 0
    shipped = draw(st.integers(0, quantity - cancelled)) if is_item else 0
    return line(quantity, shipped, draw(st.integers(0, shipped if is_item else quantity)), cancelled, is_item=is_item)


@given(st.lists(progress(), min_size=1, max_size=6))
def test_an_order_is_complete_exactly_when_nothing_is_left_to_send_or_bill(lines: list[LineProgress]) -> None:
    fulfillment, invoice = statuses(lines)
    items = [one for one in lines if one.is_item]
    left_to_send = any(one.shipped < one.wanted for one in items)
    left_to_bill = any(one.invoiced < one.wanted for one in lines)
    assert is_complete(lines) is not (left_to_send or left_to_bill)
    assert (fulfillment == "shipped") is (not left_to_send and any(one.shipped for one in items))
    assert (invoice == "invoiced") is (not left_to_bill and any(one.invoiced for one in lines))
    assert (fulfillment == "not_shipped") is not any(one.shipped for one in items)
    assert (invoice == "not_invoiced") is not any(one.invoiced for one in lines)


@pytest.mark.parametrize(
    ("quantity", "multiple", "fits"),
    [("2", "1", True), ("0.5", "1", False), ("0.5", "0.5", True), ("0.5", None, False), ("3", None, True)],
)
def test_half_a_piece_is_not_handed_over_and_half_a_metre_is(quantity: str, multiple: str | None, fits: bool) -> None:
    assert fits_unit(Decimal(quantity), None if multiple is None else Decimal(multiple)) is fits
