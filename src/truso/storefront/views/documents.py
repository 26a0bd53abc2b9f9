"""Documents of products."""

from __future__ import annotations

from uuid import UUID

from django.http import FileResponse, HttpRequest, HttpResponseBase
from django.views.decorators.http import require_safe

from truso.kernel.identifiers import slugify
from truso.kernel.refusals import NotFound
from truso.modules.catalog.queries import get_document_file
from truso.platform.access import public


@public
@require_safe
def document(request: HttpRequest, uuid: UUID) -> HttpResponseBase:
    """Hand out a document of a product the buyer may see."""
    found = get_document_file(request.buyer, uuid)  # type: ignore[attr-defined]
    try:
        file = found.file.open("rb")
    except FileNotFoundError as problem:
        raise NotFound("document") from problem
    response = FileResponse(file, content_type="application/pdf", filename=f"{slugify(found.title)}.pdf")
    response["X-Content-Type-Options"] = "nosniff"
    return response
