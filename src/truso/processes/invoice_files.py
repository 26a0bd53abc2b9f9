"""An invoice as a file: the one that was stored, else written from the frozen document, which never changes."""

from __future__ import annotations

from truso.kernel.references import Reference
from truso.kernel.refusals import Refused, refuse
from truso.modules.invoicing.models import Invoice
from truso.modules.invoicing.queries import document_of
from truso.modules.output.models import StoredDocument
from truso.modules.output.pdf import render_invoice
from truso.modules.output.queries import documents_for, read_document
from truso.modules.output.ubl import write_ubl
from truso.processes.downloads import Download


def read_invoice_file(invoice: Invoice, kind: str) -> Download:
    """Return an invoice the reader may see as `pdf` or `ubl`. Refuses `document_not_available` when it can't be written."""
    subject = Reference("invoice", invoice.uuid)
    stored = next(
        (
            one
            for one in documents_for(kind=subject.kind, uuids=[subject.uuid]).get(subject.uuid, ())
            if one.kind == kind
        ),
        None,
    )
    if stored:
        return Download(stored.filename, stored.content_type, read_document(stored))
    document = document_of(invoice)
    try:
        if kind == StoredDocument.Kind.UBL:
            return Download(f"{invoice.number}.xml", "application/xml", write_ubl(document))
        return Download(f"{invoice.number}.pdf", "application/pdf", render_invoice(document))
    except Refused as refused:
        raise refuse("document_not_available", "kind", reason=refused.refusals[0].code) from refused
