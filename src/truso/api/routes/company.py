"""Approvals and invoices: what a company's people do beside ordering."""

from __future__ import annotations

from typing import Literal
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router

from truso.api.answers.orders import ApprovalList, ApprovalView, InvoicePage, InvoiceView
from truso.api.auth import Gate
from truso.api.encoding import reply
from truso.api.inputs import PAGE_SIZE, DecisionIn
from truso.api.once import write_once
from truso.api.openapi import gives
from truso.api.paging import page_of
from truso.api.present.orders import approval_views, invoice_summary, invoice_view
from truso.kernel.buyer import Buyer
from truso.modules.approvals.queries import get_request, list_requests
from truso.modules.identity.rules import Scope
from truso.modules.invoicing.queries import get_invoice, list_invoices
from truso.processes.approve import decide_order
from truso.processes.invoice_files import read_invoice_file

approvals = Router(tags=["Approvals"])
invoices = Router(tags=["Invoices"])
DECIDERS = Gate(Scope.ORDERS)
READERS = Gate(Scope.INVOICES)
RequestState = Literal["waiting", "approved", "rejected", "expired", "withdrawn", ""]


@approvals.get(
    "/approvals", auth=DECIDERS, url_name="approvals", operation_id="list_approvals", **gives(200, ApprovalList)
)
def list_approvals(request: HttpRequest, state: RequestState = Query("waiting")) -> HttpResponse:
    """List what waits for the caller's yes (approvers), or what the caller has asked for (others)."""
    found = list_requests(request.auth.buyer, state=state)  # type: ignore[attr-defined]
    return reply(ApprovalList(items=approval_views(found[:PAGE_SIZE])))


@approvals.post(
    "/approvals/{uuid}/decision",
    auth=DECIDERS,
    url_name="decision",
    operation_id="decide_approval",
    **gives(200, ApprovalView, key="optional"),
)
def decide(request: HttpRequest, uuid: UUID, data: DecisionIn) -> HttpResponse:
    """Approve or reject an order that waits. Nobody decides on their own."""
    buyer: Buyer = request.auth.buyer  # type: ignore[attr-defined]

    def act() -> tuple[int, ApprovalView]:
        decide_order(buyer=buyer, request_uuid=uuid, approved=data.approved, comment=data.comment)
        return 200, approval_views([get_request(buyer, uuid)])[0]

    return write_once(request, "decide_approval", {"uuid": str(uuid), **data.model_dump(mode="json")}, act)


@invoices.get("/invoices", auth=READERS, url_name="invoices", operation_id="list_invoices", **gives(200, InvoicePage))
def list_all(
    request: HttpRequest, cursor: UUID | None = Query(None), limit: int = Query(50, ge=1, le=PAGE_SIZE)
) -> HttpResponse:
    """List invoices and credit notes, the latest first; none without the right to see them."""
    rows, following = page_of(list_invoices(request.auth.buyer), "issued_on", cursor, limit)  # type: ignore[attr-defined]
    return reply(InvoicePage(items=[invoice_summary(invoice) for invoice in rows], next_cursor=following))


@invoices.get(
    "/invoices/{uuid}", auth=READERS, url_name="invoice", operation_id="get_invoice", **gives(200, InvoiceView)
)
def one(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Return an invoice or credit note with its lines."""
    invoice = get_invoice(request.auth.buyer, uuid)  # type: ignore[attr-defined]
    return reply(invoice_view(invoice, invoice.lines.select_related("order_line")))


@invoices.get(
    "/invoices/{uuid}/pdf",
    auth=READERS,
    url_name="invoice-pdf",
    operation_id="get_invoice_pdf",
    **gives(200, media="application/pdf"),
)
def pdf(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Return an invoice as PDF."""
    return _file(request.auth.buyer, uuid, "pdf")  # type: ignore[attr-defined]


@invoices.get(
    "/invoices/{uuid}/ubl",
    auth=READERS,
    url_name="invoice-ubl",
    operation_id="get_invoice_ubl",
    **gives(200, media="application/xml"),
)
def ubl(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Return an invoice as UBL (Peppol BIS Billing 3, EHF)."""
    return _file(request.auth.buyer, uuid, "ubl")  # type: ignore[attr-defined]


def _file(buyer: Buyer, uuid: UUID, kind: str) -> HttpResponse:
    file = read_invoice_file(get_invoice(buyer, uuid), kind)
    response = HttpResponse(file.content, content_type=file.content_type)
    response.headers["Content-Disposition"] = f'attachment; filename="{file.filename}"'
    return response
