"""Handing out documents that only some may see."""

from __future__ import annotations

from django.http import HttpResponse

from truso.modules.output.models import StoredDocument
from truso.modules.output.queries import read_document


def pdf_response(document: StoredDocument) -> HttpResponse:
    """Return a stored document for the reader alone: no cache between keeps it."""
    response = HttpResponse(read_document(document), content_type=document.content_type)
    response["Content-Disposition"] = f'inline; filename="{document.filename}"'
    response["Cache-Control"] = "private, no-store"
    response["X-Content-Type-Options"] = "nosniff"
    return response
