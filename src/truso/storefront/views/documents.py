"""Documents of products."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from truso.platform.access import public
from truso.processes.product_papers import read_product_document


@public
@require_safe
def document(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Hand out a document of a product the buyer may see."""
    found = read_product_document(request.buyer, uuid)  # type: ignore[attr-defined]
    response = HttpResponse(found.content, content_type=found.content_type)
    response["Content-Disposition"] = f'inline; filename="{found.filename}"'
    response["Cache-Control"] = "private, max-age=600"
    response["X-Content-Type-Options"] = "nosniff"
    return response
