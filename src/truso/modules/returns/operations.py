"""Write down returns."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from django.db.models import Sum

from truso.kernel.money import ZERO
from truso.kernel.refusals import Refusal, Refused, refuse
from truso.modules.invoicing.models import Invoice
from truso.modules.orders.models import Order, OrderLine
from truso.modules.orders.rules import fits_piece, fits_unit
from truso.modules.returns.models import Return, ReturnLine, ReturnReason, ReturnState
from truso.platform import clock
from truso.platform.numbering.operations import take_number


def request_return(*, order: Order, lines: Sequence[tuple[int, Decimal, str]]) -> Return:
    """Register that parts of a locked order come back: (order line id, quantity, reason) per line.

    Refuses `nothing_to_return`, and per line `reason_unknown`, `not_returnable` for services and files, `piece_not_whole`,
    `quantity_not_whole`, and `return_more_than_shipped`, counting what other open returns announce.
    """
    if not lines:
        raise refuse("nothing_to_return")
    known = {line.pk: line for line in order.lines.select_related("variant")}
    multiples = {pk: line.variant.quantity_multiple for pk, line in known.items() if line.variant}
    problems = []
    for line_id, quantity, reason in lines:
        line = known.get(line_id)
        left = _returnable(line)
        if line and not line.is_shipped_goods:
            problems.append(Refusal("not_returnable", {"sku": line.sku}, str(line_id)))
        elif line and not fits_piece(quantity, line.quantity, is_cut=line.is_cut):
            problems.append(Refusal("piece_not_whole", {"whole": line.quantity}, str(line_id)))
        elif reason not in ReturnReason.values:
            problems.append(Refusal("reason_unknown", subject=str(line_id)))
        elif quantity <= ZERO or quantity > left:
            problems.append(Refusal("return_more_than_shipped", {"left": left}, str(line_id)))
        elif not fits_unit(quantity, multiples.get(line_id)):
            problems.append(Refusal("quantity_not_whole", {"wanted": quantity}, str(line_id)))
    if problems:
        raise Refused(*problems)
    record = Return.objects.create(number=f"R{take_number(series='return')}", order=order, requested_at=clock.now())
    ReturnLine.objects.bulk_create(
        ReturnLine(
            return_record=record,
            order_line_id=line_id,
            quantity=quantity,
            reason=reason,
            restocked=reason not in {ReturnReason.DEFECT, ReturnReason.DAMAGED},
        )
        for line_id, quantity, reason in lines
    )
    return record


def _returnable(line: OrderLine | None) -> Decimal:
    if line is None:
        return ZERO
    announced = ReturnLine.objects.filter(order_line=line, return_record__state=ReturnState.REQUESTED).aggregate(
        sum=Sum("quantity")
    )["sum"]
    return line.shipped_quantity - line.returned_quantity - (announced or ZERO)


def mark_received(*, record: Return) -> None:
    """Record that a locked return arrived."""
    record.state, record.received_at = ReturnState.RECEIVED, clock.now()
    record.save(update_fields=["state", "received_at"])


def mark_credited(*, record: Return, credit_note: Invoice) -> None:
    """Record which document credited a return."""
    record.state, record.credit_note = ReturnState.CREDITED, credit_note
    record.save(update_fields=["state", "credit_note"])
