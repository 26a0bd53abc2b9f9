"""What is owed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db import connection
from django.db.models import Count, Min, Q, QuerySet, Sum

from truso.kernel.buyer import Buyer, Right
from truso.kernel.money import ZERO
from truso.modules.receivables.models import OpenItem, ReceivableEntry


@dataclass(frozen=True, slots=True)
class CreditStatus:
    """A customer's credit: the limit, what open items and orders use of it, what is overdue."""

    limit: Decimal
    open_items: Decimal
    committed: Decimal
    overdue: Decimal

    @property
    def left(self) -> Decimal:
        return self.limit - self.open_items - self.committed


_OWED = """
select sum(open_amount), sum(open_amount) filter (where due_on < %s and open_amount > 0)
from receivables_openitem where customer_id = %s and open_amount <> 0
"""


def open_amounts(customer_id: int, on: date) -> tuple[Decimal, Decimal]:
    """Return what a customer owes, and how much of it is overdue on a day."""
    with connection.cursor() as cursor:
        cursor.execute(_OWED, [on, customer_id])
        owed, overdue = cursor.fetchone()
    return owed or ZERO, overdue or ZERO


def list_open_items(buyer: Buyer) -> QuerySet[OpenItem]:
    """Return what the buyer's customer owes, oldest due first; none without the right to see invoices."""
    if buyer.customer is None or not buyer.can(Right.VIEW_INVOICES):
        return OpenItem.objects.none()
    return (
        OpenItem.objects.filter(customer_id=buyer.customer.id)
        .exclude(open_amount=0)
        .select_related("invoice")
        .order_by("due_on")
    )


@dataclass(frozen=True, slots=True)
class DueSummary:
    """What a customer has to pay: how many invoices, how much, how much of it too late, and when the next is due."""

    count: int
    amount: Decimal
    overdue: Decimal
    next_due_on: date | None


def summarize_due(buyer: Buyer) -> DueSummary:
    """Return what the buyer's customer has to pay in the market's currency; nothing without the right to see invoices."""
    if buyer.customer is None or not buyer.can(Right.VIEW_INVOICES):
        return DueSummary(0, ZERO, ZERO, None)
    sums = OpenItem.objects.filter(customer_id=buyer.customer.id, open_amount__gt=0, currency=buyer.currency).aggregate(
        count=Count("id"),
        amount=Sum("open_amount"),
        overdue=Sum("open_amount", filter=Q(due_on__lt=buyer.today)),
        next_due_on=Min("due_on"),
    )
    return DueSummary(sums["count"], sums["amount"] or ZERO, sums["overdue"] or ZERO, sums["next_due_on"])


def is_booked(*, method: str, external_id: str) -> bool:
    """Tell whether a payment with the bank's or gateway's own identification is booked; never for an empty one."""
    return bool(external_id) and ReceivableEntry.objects.filter(method=method, external_id=external_id).exists()
