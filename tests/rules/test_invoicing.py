"""When an invoice is due, and the reference it is paid with. How documents add up: `test_totals`."""

from __future__ import annotations

from datetime import date

import pytest

from truso.kernel.identifiers import payment_reference
from truso.modules.invoicing.rules import due_date, payment_reference_body


@pytest.mark.parametrize(
    ("issued", "days", "due"),
    [
        (date(2026, 1, 31), 0, date(2026, 1, 31)),
        (date(2026, 1, 31), 30, date(2026, 3, 2)),
        (date(2024, 2, 1), 30, date(2024, 3, 2)),
        (date(2026, 12, 20), 14, date(2027, 1, 3)),  # calendar days: also on a Sunday
    ],
)
def test_an_invoice_is_due_so_many_calendar_days_after_it_is_issued(issued: date, days: int, due: date) -> None:
    assert due_date(issued, days) == due


@pytest.mark.parametrize(
    ("customer", "sequence", "reference"),
    [
        ("300001", 10_001, "300001000100011"),
        ("K-42", 7, "000042000000077"),
        ("1234567", 10_001, "234567000100012"),  # the last six
        ("", 12_345_678, "000000123456782"),
    ],
)
def test_a_payment_reference_names_customer_and_invoice(customer: str, sequence: int, reference: str) -> None:
    assert payment_reference(payment_reference_body(customer, sequence)) == reference
