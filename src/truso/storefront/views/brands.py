"""Brand pages."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from truso.modules.catalog.queries import get_brand
from truso.platform.access import public
from truso.storefront.actor import buyer_on
from truso.storefront.listing.view import build_listing
from truso.storefront.views.categories import render_listing
from truso.storefront.views.pages import in_every_language


@public
@require_safe
def brand(request: HttpRequest, code: str) -> HttpResponse:
    """Show a brand and what there is of it."""
    found = get_brand(buyer_on(request), code)
    listing = build_listing(request, brand=(found.code, found.id))
    address = reverse("storefront:brand", kwargs={"code": found.code})
    context = {"brand": found, "crumbs": [(found.name, "")]}
    return render_listing(
        request, "storefront/brand.html", listing, context, canonical=address, alternates=in_every_language(address)
    )
