"""A customer's credit, from what is open in receivables and what orders have yet to invoice."""

from __future__ import annotations

from datetime import date

from truso.modules.customers.queries import credit_limit
from truso.modules.orders.queries import committed_amount
from truso.modules.receivables.queries import CreditStatus, open_amounts


def credit_of(customer_id: int, on: date) -> CreditStatus:
    """Return a customer's credit: limit, open items, what its orders hold, what is overdue on the day."""
    limit = credit_limit(customer_id)
    owed, overdue = open_amounts(customer_id, on)
    return CreditStatus(limit, owed, committed_amount(customer_id), overdue)
