"""Pictures of products in the widths and formats pages ask for, made when first asked for."""

from __future__ import annotations

from uuid import UUID

from django.http import FileResponse, Http404, HttpRequest, HttpResponseBase, HttpResponseNotModified
from django.views.decorators.http import require_safe

from truso.platform.access import public
from truso.storefront.rendering import rendition_of
from truso.storefront.renditions import FORMATS, WIDTHS

FOREVER = "public, max-age=31536000, immutable"


@public
@require_safe
def rendition(request: HttpRequest, uuid: UUID, width: int, extension: str) -> HttpResponseBase:
    """Serve a picture in one of the widths and formats there are; pictures of goods are no secret."""
    if width not in WIDTHS or extension not in FORMATS:
        raise Http404
    found = rendition_of(uuid, width, extension)
    if found is None:
        raise Http404
    etag = f'"{found.etag}"'
    if request.headers.get("If-None-Match") == etag:
        response: HttpResponseBase = HttpResponseNotModified()
    else:
        response = FileResponse(found.path.open("rb"), content_type=FORMATS[extension])
    response["ETag"] = etag
    response["Cache-Control"] = FOREVER
    return response
