"""When an order needs somebody's yes."""

from __future__ import annotations

from decimal import Decimal

import pytest

from truso.modules.approvals.rules import needs_approval


@pytest.mark.parametrize(
    ("amount", "limit", "is_own_account", "needed"),
    [
        ("4999.99", "5000", False, False),
        ("5000.00", "5000", False, False),  # up to and including
        ("5000.01", "5000", False, True),
        ("0.01", "0", False, True),
        ("0", "0", False, False),
        ("9999999", None, False, False),
        ("9999999", "1", True, False),  # one's own money
    ],
)
def test_an_order_over_the_limit_needs_approval(
    amount: str, limit: str | None, is_own_account: bool, needed: bool
) -> None:
    limit_amount = None if limit is None else Decimal(limit)
    assert needs_approval(amount=Decimal(amount), limit=limit_amount, is_own_account=is_own_account) is needed
