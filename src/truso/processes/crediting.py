"""Credit what was invoiced, with goods coming back or without."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from truso.kernel.money import ZERO
from truso.kernel.refusals import refuse
from truso.modules.invoicing.models import Invoice
from truso.modules.invoicing.operations import issue_credit_note
from truso.modules.invoicing.queries import left_to_credit
from truso.modules.orders.models import Order
from truso.modules.orders.operations import add_step, lock_order
from truso.modules.receivables.operations import book_invoice
from truso.platform.jobs import enqueue
from truso.processes.holds import refresh_statuses
from truso.processes.review import INVOICE


def credit_invoice(
    *, invoice_id: int, quantities: Mapping[int, Decimal] | None, reason: str, staff_id: int | None
) -> Invoice:
    """Credit an invoice without goods coming back: quantities per order line, or with None all that is left of it.

    Refuses `field_required` (`reason`), `nothing_to_credit` (also of a credit note) and `credit_more_than_invoiced`.
    """
    if not reason.strip():
        raise refuse("field_required", "reason")
    found = Invoice.objects.only("pk", "order_id").get(pk=invoice_id)
    order = lock_order(order_id=found.order_id)
    invoice = Invoice.objects.get(pk=invoice_id)
    if invoice.kind != Invoice.Kind.INVOICE:
        raise refuse("nothing_to_credit")
    if quantities is None:
        quantities = {line.order_line_id: left for line, left in left_to_credit(invoice) if left > ZERO}
    note = issue_credit_note(invoice=invoice, quantities=quantities, reason=reason.strip())
    settle_credit(order=order, note=note, staff_id=staff_id)
    return note


def settle_credit(*, order: Order, note: Invoice, staff_id: int | None) -> None:
    """Book a credit note of a locked order, tell it on the timeline, and give back what was paid through a gateway."""
    book_invoice(invoice=note)
    add_step(
        order=order,
        kind="credited",
        by="staff",
        person_id=staff_id,
        params={"invoice": note.number, "amount": str(note.gross), "currency": note.currency},
    )
    if order.payment_method != INVOICE:
        enqueue("payments.refund", {"credit_note": note.pk})
    refresh_statuses(order=order)
