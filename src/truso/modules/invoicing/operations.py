"""Issue invoices and credit notes: frozen, gapless, each delivered unit once."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

import msgspec

from truso.kernel.identifiers import payment_reference
from truso.kernel.money import ZERO, add_up
from truso.kernel.references import Reference
from truso.kernel.refusals import Refusal, Refused, refuse
from truso.modules.fulfillment.models import Shipment
from truso.modules.invoicing.document import build_invoice
from truso.modules.invoicing.events import InvoiceIssued
from truso.modules.invoicing.models import Invoice, InvoiceLine
from truso.modules.invoicing.queries import document_of
from truso.modules.invoicing.rules import BilledLine, CreditedLine, bill, credit, due_date, payment_reference_body
from truso.modules.orders.models import LineKind, Order, OrderLine
from truso.modules.orders.operations import count_on_lines
from truso.modules.output.documents import InvoiceDocument, to_json
from truso.modules.pricing.values import Totals
from truso.platform import clock
from truso.platform.events import publish
from truso.platform.numbering.operations import take_number


def issue_invoice(
    *, order: Order, shipment: Shipment | None, charges: bool = True, delivered_on: date | None = None
) -> Invoice:
    """Invoice what a shipment delivered, and the order's charges with the first one. The order's row is locked.

    Without a shipment only what was delivered and never invoiced is billed, `delivered_on` a day. Refuses `nothing_to_invoice`. Numbers come
    from the market's series, taken last, so that a failure leaves no gap.
    """
    lines = list(order.lines.order_by("position"))
    shipped = {line.order_line_id: line for line in shipment.lines.all()} if shipment else {}
    parts: dict[str, Decimal] = {}
    for line in lines:
        if line.kind == LineKind.CHARGE:
            quantity = line.quantity - line.invoiced_quantity - line.cancelled_quantity if charges else ZERO
        elif shipment:
            quantity = shipped[line.pk].quantity if line.pk in shipped else ZERO
        else:
            quantity = line.shipped_quantity - line.invoiced_quantity
        if quantity > ZERO:
            parts[str(line.pk)] = quantity
    if not parts:
        raise refuse("nothing_to_invoice")
    totals = bill(
        [_billed(line, order) for line in _with_billed(order, lines)],
        parts,
        currency=order.currency,
        prices_include_vat=order.prices_include_vat,
    )
    count_on_lines(
        order=order, column="invoiced_quantity", quantities={int(key): quantity for key, quantity in parts.items()}
    )
    chosen = [line for line in lines if str(line.pk) in parts]
    extra: dict[str, Any] = {"delivered_on": delivered_on} if delivered_on else {}
    if shipment and shipment.shipped_at:
        extra["delivered_on"] = order.market.day_of(shipment.shipped_at)
        extra["despatch_reference"] = shipment.number
    invoice = _write(order, Invoice.Kind.INVOICE, chosen, parts, totals, shipment=shipment, corrects=None, extra=extra)
    InvoiceLine.objects.bulk_create(
        _lines(invoice, chosen, parts, totals, {pk: line.pk for pk, line in shipped.items()}, is_credit=False)
    )
    return invoice


def issue_credit_note(*, invoice: Invoice, quantities: Mapping[int, Decimal], reason: str = "") -> Invoice:
    """Credit quantities per order line against an invoice whose order is locked.

    Refuses `nothing_to_credit`, and `credit_more_than_invoiced` per order line beyond what the invoice has left.
    """
    order = Order.objects.select_related("market", "payment_term").get(pk=invoice.order_id)
    billed = {line.order_line_id: line for line in invoice.lines.select_related("order_line")}
    credited: dict[int, list[InvoiceLine]] = {}
    for row in InvoiceLine.objects.filter(invoice__corrects=invoice):
        credited.setdefault(row.order_line_id, []).append(row)
    wanted = {line: quantity for line, quantity in quantities.items() if quantity > ZERO}
    if not wanted:
        raise refuse("nothing_to_credit")
    lines = {key: _credited(line, credited.get(key, []), order.prices_include_vat) for key, line in billed.items()}
    left = {line: lines[line].left if line in lines else ZERO for line in wanted}
    over = [
        Refusal("credit_more_than_invoiced", {"left": left[line]}, str(line))
        for line, quantity in wanted.items()
        if quantity > left[line]
    ]
    if over:
        raise Refused(*over)
    count_on_lines(order=order, column="credited_quantity", quantities=wanted)
    parts = {str(line): quantity for line, quantity in wanted.items()}
    totals = credit(list(lines.values()), parts, currency=order.currency, prices_include_vat=order.prices_include_vat)
    chosen = [billed[line].order_line for line in wanted]
    extra: dict[str, Any] = {
        "preceding_invoice_number": invoice.number,
        "preceding_invoice_issued_on": invoice.issued_on,
        "notes": reason,
    }
    if any(line.tax_category == "K" for line in chosen):
        # What goes to another member state without tax is told with its day (EN 16931 BR-IC-11), also as it is taken back.
        extra["delivered_on"] = document_of(invoice).delivered_on
    note = _write(order, Invoice.Kind.CREDIT_NOTE, chosen, parts, totals, shipment=None, corrects=invoice, extra=extra)
    InvoiceLine.objects.bulk_create(_lines(note, chosen, parts, totals, {}, is_credit=True))
    return note


def _credited(billed: InvoiceLine, before: list[InvoiceLine], gross: bool) -> CreditedLine:
    return CreditedLine(
        key=str(billed.order_line_id),
        quantity=billed.quantity,
        amount=billed.gross if gross else billed.net,
        tax=billed.tax,
        category=billed.tax_category,
        rate=billed.tax_rate,
        credited_quantity=add_up(row.quantity for row in before),
        credited_amount=add_up(row.gross if gross else row.net for row in before),
        credited_tax=add_up(row.tax for row in before),
    )


def _with_billed(order: Order, lines: list[OrderLine]) -> list[tuple[OrderLine, Decimal, Decimal]]:
    amounts: dict[int, tuple[Decimal, Decimal]] = {}
    for row in InvoiceLine.objects.filter(invoice__order=order, is_credit=False):
        amount, tax = amounts.get(row.order_line_id, (ZERO, ZERO))
        amounts[row.order_line_id] = (amount + (row.gross if order.prices_include_vat else row.net), tax + row.tax)
    return [(line, *amounts.get(line.pk, (ZERO, ZERO))) for line in lines]


def _billed(found: tuple[OrderLine, Decimal, Decimal], order: Order) -> BilledLine:
    line, amount, tax = found
    return BilledLine(
        key=str(line.pk),
        quantity=line.quantity - line.cancelled_quantity,
        unit_price=line.unit_price,
        price_unit=line.price_unit,
        category=line.tax_category,
        rate=line.tax_rate,
        billed_quantity=line.invoiced_quantity,
        billed_amount=amount,
        billed_tax=tax,
        allowance=line.allowance,
        ordered=line.quantity,
    )


def _write(
    order: Order,
    kind: Invoice.Kind,
    lines: list[OrderLine],
    parts: Mapping[str, Decimal],
    totals: Totals,
    *,
    shipment: Shipment | None,
    corrects: Invoice | None,
    extra: dict[str, Any],
) -> Invoice:
    now = clock.now()
    issued_on = order.market.day_of(now)
    due_on = due_date(issued_on, order.payment_term.days if order.payment_term and kind == Invoice.Kind.INVOICE else 0)
    customer = order.customer
    # The last lock taken: whoever issues next waits here until this transaction ends.
    series = f"invoice:{order.market.code}"
    sequence = take_number(series=series, first=10_001)
    number = f"{order.market.code.upper()}{sequence}"
    if kind == Invoice.Kind.INVOICE:
        extra["payment_reference"] = payment_reference(
            payment_reference_body(customer.number if customer else str(order.pk), sequence)
        )
    document = build_invoice(
        order=order,
        kind="credit_note" if kind == Invoice.Kind.CREDIT_NOTE else "invoice",
        number=number,
        issued_on=issued_on,
        due_on=due_on,
        lines=lines,
        quantities=parts,
        totals=totals,
        customer=customer,
        extra=extra,
    )
    return _store(order, kind, document, totals, series=series, sequence=sequence, shipment=shipment, corrects=corrects)


def _store(
    order: Order,
    kind: Invoice.Kind,
    document: InvoiceDocument,
    totals: Totals,
    *,
    series: str,
    sequence: int,
    shipment: Shipment | None,
    corrects: Invoice | None,
) -> Invoice:
    invoice = Invoice.objects.create(
        kind=kind,
        series=series,
        sequence=sequence,
        number=document.number,
        market=order.market,
        customer=order.customer,
        person_id=order.person_id if not order.is_business else None,
        order=order,
        shipment=shipment,
        corrects=corrects,
        issued_on=document.issued_on,
        due_on=document.due_on or document.issued_on,
        currency=order.currency,
        net=totals.net,
        tax=totals.tax,
        gross=totals.gross,
        payment_reference=document.payment_reference,
        payment_method=order.payment_method,
        document=msgspec.json.decode(to_json(document)),
        created_at=clock.now(),
    )
    publish(InvoiceIssued(aggregate=Reference("invoice", invoice.uuid), invoice_id=invoice.pk, kind=kind.value))
    return invoice


def _lines(
    invoice: Invoice,
    lines: list[OrderLine],
    parts: Mapping[str, Decimal],
    totals: Totals,
    shipment_lines: Mapping[int, int],
    *,
    is_credit: bool,
) -> list[InvoiceLine]:
    sums = {line.key: line for line in totals.lines}
    return [
        InvoiceLine(
            invoice=invoice,
            order_line=line,
            shipment_line_id=shipment_lines.get(line.pk),
            is_credit=is_credit,
            position=position,
            quantity=parts[str(line.pk)],
            net=sums[str(line.pk)].net,
            tax=sums[str(line.pk)].tax,
            gross=sums[str(line.pk)].gross,
            tax_category=line.tax_category,
            tax_rate=line.tax_rate,
        )
        for position, line in enumerate(lines, start=1)
    ]
