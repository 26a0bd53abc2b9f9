"""What has been paid of an order, whichever way: by its invoices' allocations."""

from __future__ import annotations

from decimal import Decimal

from django.db.models import Sum

from truso.kernel.money import ZERO
from truso.modules.orders.models import Order
from truso.modules.receivables.models import Allocation, ReceivableEntry


def paid_for(order: Order) -> tuple[Decimal, Decimal]:
    """Return what was paid on an order's invoices, and what was given back on its credit notes."""
    sums = dict(
        Allocation.objects.filter(open_item__invoice__order=order)
        .values_list("entry__kind")
        .annotate(total=Sum("amount"))
        .values_list("entry__kind", "total")
    )
    return sums.get(ReceivableEntry.Kind.PAYMENT, ZERO), -sums.get(ReceivableEntry.Kind.REFUND, ZERO)
