"""Handing out documents that only some may see."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from urllib.parse import quote

from django.http import HttpResponse

from truso.modules.output.models import StoredDocument
from truso.modules.output.queries import read_document
from truso.platform.imports.outputs import write_table


def pdf_response(document: StoredDocument) -> HttpResponse:
    """Return a stored document for the reader alone: no cache between keeps it."""
    response = HttpResponse(read_document(document), content_type=document.content_type)
    response["Content-Disposition"] = f'inline; filename="{document.filename}"'
    response["Cache-Control"] = "private, no-store"
    response["X-Content-Type-Options"] = "nosniff"
    return response


def csv_response(name: str, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> HttpResponse:
    """Return a table as a CSV file that spreadsheets open with columns and that computes nothing."""
    content = b"".join(write_table("csv", heads, rows))
    response = HttpResponse(content, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name.replace('/', '-'))}"
    response["Cache-Control"] = "private, no-store"
    return response
