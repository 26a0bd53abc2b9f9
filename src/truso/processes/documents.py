"""The document of an order, from its frozen values; and the PDFs buyers are handed, written once."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from truso.kernel.money import ZERO, add_up, round_amount
from truso.kernel.references import Reference
from truso.kernel.texts import in_language
from truso.modules.customers.models import Customer
from truso.modules.fulfillment.models import Shipment
from truso.modules.invoicing.document import address_party, document_charges, document_lines, seller_party
from truso.modules.invoicing.models import Invoice
from truso.modules.invoicing.queries import document_of
from truso.modules.invoicing.terms import terms_text
from truso.modules.orders.models import LineKind, Order, OrderLine
from truso.modules.output.documents import OrderDocument, VatGroup
from truso.modules.output.models import StoredDocument
from truso.modules.output.operations import store_document
from truso.modules.output.pdf import render_delivery_note, render_invoice
from truso.modules.output.queries import find_document
from truso.modules.pricing.values import LineTotal
from truso.platform import clock
from truso.processes.delivery_papers import delivery_note_of
from truso.processes.promise import counted_on, waits_for_approval

INVOICE = "invoice"
SHIPMENT = "shipment"


def order_document(order: Order, *, language: str = "") -> OrderDocument:
    """Return the document of an order as placed, for its confirmation and for those who approve it."""
    lines = list(order.lines.all())
    totals = {str(line.pk): LineTotal(str(line.pk), line.net, line.tax, line.gross) for line in lines}
    quantities = {str(line.pk): line.quantity for line in lines}
    goods, charges = document_lines(order, lines, quantities, totals), document_charges(order, lines, totals)
    customer: Customer | None = order.customer
    term, method = order.payment_term, order.delivery_method
    language = language or order.language
    today = order.market.day_of(clock.now())
    return OrderDocument(
        number=order.number,
        placed_on=order.market.day_of(order.placed_at),
        currency=order.currency,
        language=language,
        seller=seller_party(order.market),
        buyer=address_party(order.billing_address, customer=customer, email=order.email, vat_number=order.vat_number),
        ship_to=address_party(order.delivery_address),
        lines=goods,
        charges=charges,
        vat_groups=_vat_groups(order, lines),
        line_total=add_up(line.net_amount for line in goods),
        charge_total=add_up(charge.amount for charge in charges),
        tax_exclusive=round_amount(order.net, order.currency),
        tax_inclusive=round_amount(order.gross, order.currency),
        payable=round_amount(order.gross, order.currency),
        expected_on=counted_on(today, order, order.promised_on) if order.promised_on else None,
        expected_parts=_expected_parts(order, lines, today),
        counts_from_approval=waits_for_approval(order),
        is_pickup=order.is_pickup,
        pickup_place=order.pickup_place,
        ordered_by=order.contact_name,
        buyer_order_reference=order.po_number,
        buyer_reference=order.reference,
        delivery_method=in_language(method.names, language) if method else "",
        payment_terms_text=terms_text(term, language),
        prices_include_vat=order.prices_include_vat,
        notes=order.delivery_instructions,
    )


def _expected_parts(order: Order, lines: list[OrderLine], today: date) -> tuple[tuple[int, Decimal, date], ...]:
    goods = [line for line in lines if line.kind == LineKind.ITEM]
    return tuple(
        (position, part.quantity, counted_on(today, order, part.arrives_on))
        for position, line in enumerate(goods, start=1)
        for part in line.promise
        if len(line.promise) > 1 and part.arrives_on
    )


def _vat_groups(order: Order, lines: list[OrderLine]) -> tuple[VatGroup, ...]:
    sums: dict[tuple[str, Decimal], tuple[Decimal, Decimal]] = {}
    for line in lines:
        net, tax = sums.get((line.tax_category, line.tax_rate), (ZERO, ZERO))
        sums[line.tax_category, line.tax_rate] = (net + line.net, tax + line.tax)
    return tuple(
        VatGroup(
            category=category,
            rate=rate,
            taxable_amount=round_amount(net, order.currency),
            vat_amount=round_amount(tax, order.currency),
            exemption_reason=order.tax_reasons.get(category, ""),
        )
        for (category, rate), (net, tax) in sums.items()
    )


def invoice_pdf(*, invoice: Invoice) -> StoredDocument:
    """Return the PDF of an issued invoice or credit note; written from its frozen document the first time."""
    subject = Reference(INVOICE, invoice.uuid)
    stored = find_document(subject=subject, kind=StoredDocument.Kind.PDF)
    if stored:
        return stored
    document = document_of(invoice)
    name = "credit-note" if invoice.kind == Invoice.Kind.CREDIT_NOTE else "invoice"
    return store_document(
        subject=subject,
        kind=StoredDocument.Kind.PDF,
        filename=f"{name}-{invoice.number}.pdf",
        content=render_invoice(document),
    )


def delivery_pdf(*, shipment: Shipment) -> StoredDocument:
    """Return the PDF of a shipment's delivery note; written anew when what is outstanding was cancelled."""
    content = render_delivery_note(delivery_note_of(shipment))
    return store_document(
        subject=Reference(SHIPMENT, shipment.uuid),
        kind=StoredDocument.Kind.PDF,
        filename=f"delivery-{shipment.number}.pdf",
        content=content,
        replace=True,
    )
