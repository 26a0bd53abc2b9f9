"""A product as another buyer would see it, for staff."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import translation
from django.views.decorators.http import require_safe

from truso.kernel.value import replace
from truso.modules.catalog.queries import get_product_by_slug
from truso.platform.access import public
from truso.processes.preview import buyer_for, read_look
from truso.storefront.addresses import address_of
from truso.storefront.formats import format_moment
from truso.storefront.views.pages import render_page
from truso.storefront.views.products import product_context

RIGHT = "catalog.view_product"


@public
@require_safe
def product_preview(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a product's page as the buyer named by a signed look sees it. For everybody but staff there is nothing here."""
    if not (request.user.is_authenticated and request.user.is_staff and request.user.has_perm(RIGHT)):
        raise Http404
    look = read_look(request.GET.get("look", ""))
    buyer = buyer_for(look, translation.get_language() or "en")
    request.buyer, request.hats = buyer, []  # type: ignore[attr-defined]
    found = get_product_by_slug(buyer, slug)
    context = product_context(request, buyer, found, address_of("storefront:product", slug=found.slug))
    context["card"] = replace(context["card"], is_orderable=False)
    context["preview"] = {
        "who": buyer.customer.name if buyer.customer else "",
        "market": buyer.market.code.upper(),
        "at": format_moment(look.at, buyer.language, buyer.market.timezone) if look.at else "",
    }
    response = render_page(request, "storefront/product.html", context)
    response["X-Robots-Tag"] = "noindex"
    response["Cache-Control"] = "private, no-store"
    return response
