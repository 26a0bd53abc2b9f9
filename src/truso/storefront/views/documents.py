"""Documents of products: one by one, and all of a product or an order in a zip file."""

from __future__ import annotations

from uuid import UUID

from django.http import FileResponse, Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_safe

from truso.modules.catalog.queries import find_product_by_old_slug, product_id_by_slug
from truso.modules.catalog.queries.document_search import find_documents
from truso.modules.digital.operations import note_download
from truso.modules.digital.queries import find_file
from truso.platform.access import public
from truso.processes.document_bundles import ZIP, Bundle, bundle_of_order, bundle_of_product
from truso.processes.product_papers import read_product_document
from truso.storefront.actor import buyer_on, writing
from truso.storefront.order_links import find_order_for
from truso.storefront.views.pages import in_every_language, render_page

PER_PAGE = 25
MOST_PAGES = 200


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


@public
@require_safe
def documents(request: HttpRequest) -> HttpResponse:
    """List the documents the buyer may have, found by words of their titles and texts."""
    buyer, words = buyer_on(request), request.GET.get("q", "").replace("\x00", "").strip()[:100]
    typed = request.GET.get("page", "1")
    number = min(int(typed), MOST_PAGES) if typed.isascii() and typed.isdigit() and 0 < len(typed) < 5 else 1
    number = max(number, 1)
    found = find_documents(buyer, words=words, start=(number - 1) * PER_PAGE, limit=PER_PAGE + 1)
    context = {
        "found": found[:PER_PAGE], "words": words, "previous": number - 1,
        "next": number + 1 if len(found) > PER_PAGE and number < MOST_PAGES else 0, "crumbs": [(_("Documents"), "")],
    }  # fmt: skip
    address = reverse("storefront:documents")
    return render_page(
        request, "storefront/documents.html", context, canonical=address, alternates=in_every_language(address)
    )


@public
@require_safe
def product_documents(request: HttpRequest, slug: str) -> StreamingHttpResponse:
    """Hand out all documents of a product the buyer may have, in a zip file."""
    buyer = buyer_on(request)
    product_id = product_id_by_slug(buyer, slug) or find_product_by_old_slug(buyer, slug)
    if product_id is None:
        raise Http404
    return zip_response(bundle_of_product(buyer, product_id))


@public
@require_safe
def order_documents(request: HttpRequest, uuid: UUID) -> StreamingHttpResponse:
    """Hand out the documents of all articles of an order in a zip file; a guest's by its signed link."""
    buyer = buyer_on(request)
    return zip_response(bundle_of_order(buyer, find_order_for(request, buyer, uuid)))


@public
@require_GET
def order_file(request: HttpRequest, uuid: UUID, file: UUID) -> FileResponse:
    """Hand out a file that was bought with an order; a guest's by its signed link. That it was fetched is written down."""
    buyer = buyer_on(request)
    found, line = find_file(find_order_for(request, buyer, uuid).lines.all(), file)
    with writing(request):
        note_download(file=found, line_id=line.pk, person_id=buyer.person_id)
    response = FileResponse(found.file.open("rb"), as_attachment=True, filename=found.name)
    response["Content-Type"] = "application/octet-stream"
    response["Cache-Control"] = "private, no-store"
    response["X-Content-Type-Options"] = "nosniff"
    return response


def zip_response(bundle: Bundle) -> StreamingHttpResponse:
    """Send a zip file as it is written, for the reader alone."""
    response = StreamingHttpResponse(bundle.chunks, content_type=ZIP)
    response["Content-Disposition"] = f'attachment; filename="{bundle.filename}"'
    response["Cache-Control"] = "private, no-store"
    response["X-Content-Type-Options"] = "nosniff"
    return response
