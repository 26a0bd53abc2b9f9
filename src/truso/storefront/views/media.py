"""Pictures of products in the widths and formats pages ask for, made when first asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from uuid import UUID

from django.http import (
    FileResponse,
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    HttpResponseNotModified,
    StreamingHttpResponse,
)
from django.views.decorators.http import require_safe

from truso.modules.catalog.models import ProductBlock
from truso.platform.access import public
from truso.storefront.rendering import rendition_of
from truso.storefront.renditions import FORMATS, WIDTHS

FOREVER = "public, max-age=31536000, immutable"


_RANGE = re.compile(r"bytes=(\d{0,15})-(\d{0,15})")
CHUNK = 256 * 1024


@public
@require_safe
def video(request: HttpRequest, uuid: UUID) -> HttpResponseBase:
    """Serve a film of a demonstration block, from any place in it: players ask for parts (RFC 9110, section 14)."""
    block = ProductBlock.objects.filter(uuid=uuid, media=ProductBlock.Media.VIDEO).first()
    if block is None:
        raise Http404
    response: HttpResponseBase
    asked = _RANGE.fullmatch(request.headers.get("Range", ""))
    part = _part(asked[1], asked[2], block.size) if asked else None
    if asked and part is None:
        response = HttpResponse(status=416)
        response["Content-Range"] = f"bytes */{block.size}"
    elif part:
        start, end = part
        response = StreamingHttpResponse(_chunks(block, start, end), status=206, content_type=block.content_type)
        response["Content-Range"] = f"bytes {start}-{end}/{block.size}"
        response["Content-Length"] = str(end - start + 1)
    else:
        response = FileResponse(block.video.open("rb"), content_type=block.content_type)
    response["Accept-Ranges"] = "bytes"
    response["Cache-Control"] = FOREVER
    response["X-Content-Type-Options"] = "nosniff"
    return response


def _part(first: str, last: str, size: int) -> tuple[int, int] | None:
    """Return the first and last byte asked for, None for what can't be had."""
    if not first:
        return (max(size - int(last), 0), size - 1) if last and int(last) else None
    start, end = int(first), min(int(last), size - 1) if last else size - 1
    return (start, end) if start <= end else None


def _chunks(block: ProductBlock, start: int, end: int) -> Iterator[bytes]:
    with block.video.open("rb") as file:
        file.seek(start)
        left = end - start + 1
        while left > 0 and (chunk := file.read(min(CHUNK, left))):
            left -= len(chunk)
            yield chunk


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
