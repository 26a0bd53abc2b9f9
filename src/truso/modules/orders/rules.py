"""What may happen to an order, and what its statuses are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from truso.kernel.money import ZERO
from truso.kernel.refusals import refuse

TRANSITIONS: dict[tuple[str, str], str] = {
    ("pending_approval", "approve"): "confirmed",
    ("pending_approval", "reject"): "rejected",
    ("pending_approval", "expire"): "expired",
    ("pending_approval", "cancel"): "cancelled",
    ("pending_payment", "pay"): "confirmed",
    ("pending_payment", "expire"): "expired",
    ("pending_payment", "cancel"): "cancelled",
    ("confirmed", "complete"): "completed",
    ("confirmed", "cancel"): "cancelled",
}
# States in which stock, credit and budget are held for the order.
HOLDING = frozenset({"pending_approval", "pending_payment", "confirmed"})
ENDED = frozenset({"completed", "rejected", "expired", "cancelled"})


def next_state(state: str, action: str) -> str:
    """Return the state an action leads to; refuses `order_action_not_possible` where there is no way."""
    following = TRANSITIONS.get((state, action))
    if following is None:
        raise refuse("order_action_not_possible", state=state, action=action)
    return following


@dataclass(frozen=True, slots=True)
class LineProgress:
    """How far a line is. Charges are invoiced but never shipped."""

    is_item: bool
    quantity: Decimal
    shipped: Decimal
    invoiced: Decimal
    cancelled: Decimal

    @property
    def wanted(self) -> Decimal:
        """What is still to be delivered in the end: ordered less cancelled."""
        return self.quantity - self.cancelled


@dataclass(frozen=True, slots=True)
class Statuses:
    """The three summary statuses of an order."""

    fulfillment: str
    invoice: str
    payment: str


def derive_statuses(
    lines: Iterable[LineProgress], *, gross: Decimal, authorized: Decimal, paid: Decimal, refunded: Decimal
) -> Statuses:
    """Derive the summary statuses from what has happened; `paid` and `refunded` in the order's currency."""
    progress = list(lines)
    items = [line for line in progress if line.is_item]
    fulfillment = _extent(sum((line.shipped for line in items), ZERO), sum((line.wanted for line in items), ZERO))
    invoiced = _extent(sum((line.invoiced for line in progress), ZERO), sum((line.wanted for line in progress), ZERO))
    return Statuses(
        fulfillment={"none": "not_shipped", "part": "partly_shipped", "all": "shipped"}[fulfillment],
        invoice={"none": "not_invoiced", "part": "partly_invoiced", "all": "invoiced"}[invoiced],
        payment=_payment(gross, authorized, paid, refunded),
    )


def _extent(done: Decimal, wanted: Decimal) -> str:
    if done <= ZERO:
        return "none"
    return "all" if done >= wanted else "part"


def _payment(gross: Decimal, authorized: Decimal, paid: Decimal, refunded: Decimal) -> str:
    if refunded > ZERO and refunded >= paid:
        return "refunded"
    if paid > ZERO:
        return "paid" if paid - refunded >= gross - refunded else "partly_paid"
    return "authorized" if authorized > ZERO else "unpaid"


def fits_unit(quantity: Decimal, multiple: Decimal | None) -> bool:
    """Tell whether goods can be handed over in such a quantity: half a piece can't, half a metre of cable can.

    `multiple` is what the article is sold in multiples of; None stands for whole ones.
    """
    return quantity % 1 == 0 or (multiple is not None and multiple % 1 != 0)


def fits_piece(quantity: Decimal, whole: Decimal, *, is_cut: bool) -> bool:
    """Tell whether so much of a line can be handed over at once: of a piece cut to length all of it or nothing."""
    return not is_cut or quantity == whole


def is_complete(lines: Iterable[LineProgress]) -> bool:
    """Tell whether everything wanted is shipped and invoiced."""
    progress = list(lines)
    return all(line.invoiced >= line.wanted and (not line.is_item or line.shipped >= line.wanted) for line in progress)
