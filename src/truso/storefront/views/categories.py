"""Category pages."""

from __future__ import annotations

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from truso.modules.catalog.queries import category_by_slug, category_tree
from truso.modules.catalog.queries.selectors import list_selectors
from truso.platform.access import public
from truso.storefront.actor import buyer_on
from truso.storefront.addresses import address_of
from truso.storefront.listing.view import Listing, build_listing, remember_view
from truso.storefront.shell import menu_item
from truso.storefront.views.pages import render_page


@public
@require_safe
def category(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a category: what is in it, narrowed as the address says. Another language's address leads to this one's."""
    buyer = buyer_on(request)
    node = category_by_slug(buyer, slug)
    address = address_of("storefront:category", slug=node.slug)
    if node.slug != slug:
        return HttpResponsePermanentRedirect(address)
    tree = category_tree(buyer)
    listing = build_listing(request, category_id=node.id, family_id=node.family_id)
    trail = tree.trail(node.id)
    crumbs = [(one.name, address_of("storefront:category", slug=one.slug)) for one in trail[:-1]]
    context = {
        "node": node, "children": [(child, menu_item(child, 0).url) for child in node.children],
        "crumbs": [*crumbs, (node.name, "")], "menu_category_id": trail[0].id,
        "selectors": list_selectors(buyer, category_id=node.id),
    }  # fmt: skip
    alternates = {code: f"/{code}/c/{one}/" for code, one in node.slugs.items()}
    return render_listing(
        request, "storefront/category.html", listing, context, canonical=address, alternates=alternates
    )


def render_listing(
    request: HttpRequest,
    template: str,
    listing: Listing,
    context: Mapping[str, object],
    *,
    canonical: str = "",
    alternates: dict[str, str] | None = None,
) -> HttpResponse:
    """Render a list: the whole page, or only the list when a filter was changed in place."""
    if getattr(request, "htmx", None) and request.htmx.target == "listing":  # type: ignore[attr-defined]
        template = "storefront/listing/body.html"
    if listing.pages.number > 1 and canonical:
        canonical = f"{canonical}?page={listing.pages.number}"
    response = render_page(
        request, template, {**context, "listing": listing}, canonical=canonical, alternates=alternates
    )
    patch_vary_headers(response, ["HX-Request", "HX-Target"])
    return remember_view(request, response, listing)
