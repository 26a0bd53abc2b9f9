"""Take goods back: receive, restock, credit, refund."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from truso.kernel.money import ZERO
from truso.kernel.references import Reference
from truso.kernel.refusals import refuse
from truso.modules.inventory.models import EntryKind, Location
from truso.modules.inventory.operations import receive_stock
from truso.modules.invoicing.models import Invoice, InvoiceLine
from truso.modules.invoicing.operations import issue_credit_note
from truso.modules.orders.operations import add_step, count_on_lines, lock_order
from truso.modules.returns.models import Return, ReturnState
from truso.modules.returns.operations import mark_credited, mark_received, request_return
from truso.processes.crediting import settle_credit


def announce_return(
    *, order_id: int, lines: Sequence[tuple[int, Decimal, str]], by: str, person_id: int | None
) -> Return:
    """Register that parts of an order come back: (order line id, quantity, reason) per line."""
    order = lock_order(order_id=order_id)
    record = request_return(order=order, lines=lines)
    add_step(order=order, kind="return_announced", by=by, person_id=person_id, params={"return": record.number})
    return record


def receive_return(*, return_id: int, location: Location, staff_id: int | None) -> Invoice:
    """Receive announced goods: stock that can be sold again goes back, the goods are credited once, money is given back.

    The credit goes against the invoice that billed the goods, latest first. Refuses `return_already_received`.
    """
    found = Return.objects.select_related("order").get(pk=return_id)
    order = lock_order(order_id=found.order_id)
    record = Return.objects.select_for_update().get(pk=return_id)
    if record.state != ReturnState.REQUESTED:
        raise refuse("return_already_received")
    lines = list(record.lines.select_related("order_line__variant"))
    mark_received(record=record)
    restock = [article for line in lines if line.restocked for article in line.order_line.stock_moved(line.quantity)]
    if restock:
        receive_stock(
            location_id=location.pk, subject=Reference("return", record.uuid), lines=restock, kind=EntryKind.RETURN
        )
    count_on_lines(
        order=order, column="returned_quantity", quantities={line.order_line_id: line.quantity for line in lines}
    )
    note = _credit(
        order_id=order.pk, quantities={line.order_line_id: line.quantity for line in lines}, reason=record.number
    )
    mark_credited(record=record, credit_note=note)
    settle_credit(order=order, note=note, staff_id=staff_id)
    return note


def _credit(*, order_id: int, quantities: dict[int, Decimal], reason: str) -> Invoice:
    """Credit against the one invoice that billed all of it.

    Refuses `credited_before` when credit notes took it all, `return_spans_invoices` when no single invoice has it.
    """
    total_left: dict[int, Decimal] = {}
    invoices = Invoice.objects.filter(order_id=order_id, kind=Invoice.Kind.INVOICE).order_by("-id")
    for invoice in invoices:
        billed: dict[int, Decimal] = dict(invoice.lines.values_list("order_line_id", "quantity"))
        for line, quantity in InvoiceLine.objects.filter(invoice__corrects=invoice).values_list(
            "order_line_id", "quantity"
        ):
            billed[line] = billed.get(line, ZERO) - quantity
        for line, left in billed.items():
            total_left[line] = total_left.get(line, ZERO) + left
        if all(billed.get(line, ZERO) >= quantity for line, quantity in quantities.items()):
            return issue_credit_note(invoice=invoice, quantities=quantities, reason=reason)
    if any(total_left.get(line, ZERO) < quantity for line, quantity in quantities.items()):
        raise refuse("credited_before")
    raise refuse("return_spans_invoices")
