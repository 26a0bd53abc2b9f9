"""Hand over what is not sent: licence keys and files, as soon as an order stands (paid, approved, or taken on invoice)."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from uuid import uuid4

from django.db.models import F

from truso.kernel.money import ZERO
from truso.kernel.references import Reference
from truso.modules.catalog.models import Variant
from truso.modules.digital.events import DigitalHandedOver
from truso.modules.digital.models import LicenceKey
from truso.modules.digital.operations import add_keys, assign_keys
from truso.modules.inventory.operations import ship_stock
from truso.modules.inventory.queries import free_by_location, reserved_by_location
from truso.modules.orders.events import OrderConfirmed
from truso.modules.orders.models import OrderLine, OrderState
from truso.modules.orders.operations import add_step, count_on_lines, lock_order
from truso.platform.database.transactions import write
from truso.platform.events import publish, subscribe
from truso.platform.jobs import enqueue, task
from truso.processes.place_order import ORDER_LINE
from truso.processes.ship import invoice_delivered

HAND_OVER = "digital.hand_over"
# So many waiting orders get their keys at once; the next keys go on from there.
MOST_WAITING = 1_000


@subscribe(OrderConfirmed)
def hand_over_soon(event: OrderConfirmed) -> None:
    """Hand over an order's files and keys in a job of its own: a fault there must not hold back the confirmation."""
    if OrderLine.objects.filter(order_id=event.order_id, supply=Variant.Kind.DIGITAL, order__source="").exists():
        enqueue(HAND_OVER, {"order": event.order_id}, lock=f"hand_over:{event.order_id}")


@task(HAND_OVER)
def hand_over_job(order: int) -> None:
    """Hand over what is there; run again it hands over what came meanwhile."""
    with write():
        hand_over(order_id=order)


def hand_over(*, order_id: int) -> Decimal:
    """Hand over what a confirmed order has of files and keys, and invoice exactly that; return how many.

    Of an article kept in stock each is a key of its own; keys that are missing follow when they come. Nothing happens to
    an order that does not stand.
    """
    order = lock_order(order_id=order_id)
    if order.state != OrderState.CONFIRMED:
        return ZERO
    given: dict[int, Decimal] = {}
    for line in order.lines.filter(supply=Variant.Kind.DIGITAL).select_related("variant"):
        undone = line.quantity - line.shipped_quantity - line.cancelled_quantity
        if undone > ZERO:
            given[line.pk] = _take_keys(line, int(undone)) if line.stock_moved(undone) else undone
    given = {line: quantity for line, quantity in given.items() if quantity > ZERO}
    if not given:
        return ZERO
    count_on_lines(order=order, column="shipped_quantity", quantities=given)
    add_step(order=order, kind="handed_over")
    publish(
        DigitalHandedOver(
            aggregate=Reference("order", order.uuid), order_id=order.pk, line_ids=sorted(given), hand_over=str(uuid4())
        )
    )
    invoice_delivered(order=order)
    return sum(given.values(), ZERO)


def _take_keys(line: OrderLine, wanted: int) -> Decimal:
    """Take keys out of store for a line: those held for it, then what nobody has been promised."""
    variant, taken = line.variant_id or 0, 0
    held, free = reserved_by_location(ORDER_LINE, line.uuid), free_by_location(variant)
    for place in dict.fromkeys((*held, *free)):
        there = held.get(place, ZERO) + free.get(place, ZERO)
        count = assign_keys(line=line, location_id=place, count=min(wanted - taken, int(there)))
        if count:
            ship_stock(
                location_id=place,
                reservation_kind=ORDER_LINE,
                subject=Reference("hand_over", uuid4()),
                lines=[(line.uuid, variant, Decimal(count))],
            )
        taken += count
    return Decimal(taken)


def store_keys(*, variant: Variant, texts: Sequence[str], added_by_id: int | None) -> int:
    """Put keys into store, as `add_keys` does, and let the orders that wait for them have theirs."""
    count = add_keys(variant=variant, texts=texts, added_by_id=added_by_id)
    enqueue("digital.hand_over_waiting", {"variant": variant.pk}, lock=f"keys:{variant.pk}")
    return count


@task("digital.hand_over_waiting")
def hand_over_waiting(variant: int) -> None:
    """Hand keys to the orders that wait for this article, the oldest first."""
    waiting = (
        OrderLine.objects.filter(variant_id=variant, supply=Variant.Kind.DIGITAL, order__state=OrderState.CONFIRMED)
        .filter(quantity__gt=F("shipped_quantity") + F("cancelled_quantity"))
        .order_by("order_id")
    )
    for order_id in list(waiting.values_list("order_id", flat=True)[:MOST_WAITING]):
        if not LicenceKey.objects.filter(variant_id=variant, order_line=None, voided_at=None).exists():
            return
        with write():
            hand_over(order_id=order_id)
