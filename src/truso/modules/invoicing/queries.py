"""Invoices as buyers and staff may see them."""

from __future__ import annotations

from decimal import Decimal
from uuid import UUID

import msgspec
from django.db.models import Q, QuerySet, Sum

from truso.kernel.buyer import Buyer, Right
from truso.kernel.money import ZERO
from truso.kernel.refusals import NotFound
from truso.modules.invoicing.models import Invoice, InvoiceLine
from truso.modules.orders.models import Order
from truso.modules.output.documents import InvoiceDocument, from_json


def list_invoices(buyer: Buyer) -> QuerySet[Invoice]:
    """Return the invoices of the buyer's customer, latest first; none without the right to see them."""
    if buyer.customer is None or not buyer.can(Right.VIEW_INVOICES):
        return Invoice.objects.none()
    return Invoice.objects.filter(customer_id=buyer.customer.id).select_related("order", "open_item").defer("document")


def get_invoice(buyer: Buyer, uuid: UUID) -> Invoice:
    """Return one of those invoices; raises NotFound alike for unknown and foreign ones."""
    found = list_invoices(buyer).filter(uuid=uuid).defer(None).first()
    if found is None:
        raise NotFound("invoice")
    return found


def list_invoices_of(order: Order) -> list[Invoice]:
    """Return the documents of an order the reader may see, the first one first."""
    found = Invoice.objects.filter(order=order).select_related("open_item").defer("document")
    return list(found.order_by("issued_on", "id"))


def document_of(invoice: Invoice) -> InvoiceDocument:
    """Return the frozen document of an invoice."""
    return from_json(InvoiceDocument, msgspec.json.encode(invoice.document))


def find_invoice_by_reference(text: str) -> Invoice | None:
    """Return the invoice with this number or payment reference (KID, OCR), spaces and case left aside. For staff."""
    wanted = "".join(text.split()).upper()[:40]
    if not wanted:
        return None
    return (
        Invoice.objects.filter(Q(number=wanted) | Q(payment_reference=wanted), kind=Invoice.Kind.INVOICE)
        .select_related("order", "customer", "open_item")
        .defer("document")
        .first()
    )


def left_to_credit(invoice: Invoice) -> list[tuple[InvoiceLine, Decimal]]:
    """Return the lines of an invoice, each with the quantity no credit note has taken yet. For staff."""
    taken = dict(
        InvoiceLine.objects.filter(invoice__corrects=invoice)
        .order_by()
        .values_list("order_line_id")
        .annotate(quantity=Sum("quantity"))
    )
    lines = invoice.lines.select_related("order_line").order_by("position")
    return [(line, line.quantity - taken.get(line.order_line_id, ZERO)) for line in lines]
