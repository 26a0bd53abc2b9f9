"""Pages that help to choose: a few questions, and what fits the answers."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from truso.modules.catalog.queries import category_tree
from truso.modules.catalog.queries.selectors import get_selector
from truso.platform.access import public
from truso.storefront.actor import buyer_on
from truso.storefront.addresses import address_of
from truso.storefront.choosing import step_of
from truso.storefront.views.pages import in_every_language, render_page


@public
@require_safe
def choose(request: HttpRequest, code: str) -> HttpResponse:
    """Ask the next question of a selector, or show what fits all the answers."""
    buyer = buyer_on(request)
    selector = get_selector(buyer, code)
    trail = category_tree(buyer).trail(selector.category_id)
    category_url = address_of("storefront:category", slug=trail[-1].slug)
    address = reverse("storefront:choose", kwargs={"code": selector.code})
    context = {
        "selector": selector, "step": step_of(buyer, selector, request.GET.dict(), category_url), "address": address,
        "crumbs": [*((one.name, address_of("storefront:category", slug=one.slug)) for one in trail), (selector.name, "")],
    }  # fmt: skip
    alternates = in_every_language(address)
    return render_page(request, "storefront/choose.html", context, canonical=address, alternates=alternates)
