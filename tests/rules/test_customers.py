"""What each role may do for its company."""

from __future__ import annotations

import pytest

from truso.kernel.buyer import Right
from truso.modules.customers.models import Role
from truso.modules.customers.rules import ALL_BUT_APPROVE, RIGHTS, rights_of

# One row per role, one column per right.
TABLE = """
role      order approve view_all_orders view_invoices receive manage_members manage_addresses view_agreement
admin     x     -       x               x             x       x              x                x
orderer   x     -       -               -             -       -              -                x
approver  -     x       x               -             -       -              -                x
finance   -     -       x               x             -       -              -                -
receiver  -     -       x               -             x       -              -                -
owner     -     -       x               x             -       -              -                x
viewer    -     -       x               -             -       -              -                -
"""
HEAD, *BODY = (line.split() for line in TABLE.strip().splitlines())


@pytest.mark.parametrize(("role", "marks"), [(role, marks) for role, *marks in BODY])
def test_a_role_carries_the_rights_of_its_row(role: str, marks: list[str]) -> None:
    assert rights_of([role]) == {Right(name) for name, mark in zip(HEAD[1:], marks, strict=True) if mark == "x"}


def test_the_table_knows_every_role_and_right() -> None:
    assert {role for role, *_ in BODY} == set(Role.values) == set(RIGHTS)
    assert set(HEAD[1:]) == set(Right)


def test_roles_add_up_and_unknown_ones_add_nothing() -> None:
    assert rights_of(["orderer", "finance", "emperor"]) == {
        Right.ORDER, Right.VIEW_AGREEMENT, Right.VIEW_INVOICES, Right.VIEW_ALL_ORDERS,
    }  # fmt: skip
    assert rights_of([]) == frozenset()


def test_on_ones_own_account_there_is_nobody_to_approve_or_manage() -> None:
    assert set(Right) - ALL_BUT_APPROVE == {Right.APPROVE, Right.MANAGE_MEMBERS}
