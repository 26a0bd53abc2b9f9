"""Guides and pages of information."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from truso.modules.content.queries import get_article, languages_of_article, list_articles
from truso.platform.access import public
from truso.storefront.actor import buyer_on
from truso.storefront.blocks import write_blocks
from truso.storefront.views.pages import in_every_language, render_page


@public
@require_safe
def article(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a guide, a reference or a page of information."""
    buyer = buyer_on(request)
    found = get_article(buyer, slug)
    address = reverse("storefront:article", kwargs={"slug": found.slug})
    guide = found.kind == "guide"
    crumbs = [(_("Guides"), reverse("storefront:guides"))] if guide else []
    context = {
        "article": found, "blocks": write_blocks(buyer, found.blocks), "crumbs": [*crumbs, (found.title, "")],
        "more": [one for one in list_articles(buyer.language, found.kind) if one.slug != found.slug][:4],
    }  # fmt: skip
    alternates = {code: f"/{code}/guides/{found.slug}/" for code in languages_of_article(buyer, slug)}
    return render_page(request, "storefront/article.html", context, canonical=address, alternates=alternates)


@public
@require_safe
def guides(request: HttpRequest) -> HttpResponse:
    """List the guides."""
    buyer = buyer_on(request)
    address = reverse("storefront:guides")
    context = {"guides": list_articles(buyer.language, "guide"), "crumbs": [(_("Guides"), "")]}
    return render_page(
        request, "storefront/guides.html", context, canonical=address, alternates=in_every_language(address)
    )
