"""What was promised, as it stands today."""

from __future__ import annotations

from datetime import date

from truso.kernel.buyer import Buyer
from truso.modules.delivery.rules import PromisedPart, postponed
from truso.modules.orders.models import Order, OrderLine, OrderState


def waits_for_approval(order: Order) -> bool:
    """Tell whether what was promised is counted from an approval that is yet to come."""
    return order.state == OrderState.PENDING_APPROVAL


def counted(buyer: Buyer, order: Order, promised: date) -> date:
    """Return a promised day; of an order that waits for approval, as if it were approved today."""
    return counted_on(buyer.today, order, promised)


def counted_on(today: date, order: Order, promised: date) -> date:
    """Return a promised day as it stands on a day in the order's market."""
    if not waits_for_approval(order):
        return promised
    placed = order.market.day_of(order.placed_at)
    return postponed(promised, counted_from=placed, to=today)


def promise_of(buyer: Buyer, order: Order, line: OrderLine) -> tuple[PromisedPart, ...]:
    """Return which part of a line comes when."""
    return tuple(
        PromisedPart(part.quantity, counted(buyer, order, part.arrives_on) if part.arrives_on else None)
        for part in line.promise
    )
