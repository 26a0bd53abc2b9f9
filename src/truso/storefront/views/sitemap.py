"""Sitemaps: one per language, with what a visitor to the default market sees."""

from __future__ import annotations

from collections.abc import Iterator

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.html import escape
from django.views.decorators.http import require_safe

from truso.kernel.texts import LANGUAGES
from truso.modules.catalog.queries import category_tree, product_addresses
from truso.modules.content.queries import list_articles
from truso.modules.customers.queries import make_buyer
from truso.modules.markets.queries import find_market, market_for_buyer
from truso.platform import clock
from truso.platform.access import public

MOST_ADDRESSES = 50_000
XML = "application/xml; charset=utf-8"
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
SCHEMA = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


@public
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """List the sitemaps."""
    places = "".join(
        f"<sitemap><loc>{escape(request.build_absolute_uri(f'/sitemap-{code}.xml'))}</loc></sitemap>"
        for code in LANGUAGES
    )
    return HttpResponse(f"{HEAD}<sitemapindex {SCHEMA}>{places}</sitemapindex>", content_type=XML)


@public
@require_safe
def of_language(request: HttpRequest, language: str) -> HttpResponse:
    """List the pages of a language that are to be found."""
    if language not in LANGUAGES:
        raise Http404
    base = request.build_absolute_uri("/").rstrip("/")
    places = "".join(f"<url><loc>{escape(base + path)}</loc></url>" for path in _paths(request, language))
    return HttpResponse(f"{HEAD}<urlset {SCHEMA}>{places}</urlset>", content_type=XML)


def _paths(request: HttpRequest, language: str) -> Iterator[str]:
    market = find_market(host=request.get_host().split(":")[0])
    if market is None:
        return
    visitor = make_buyer(market=market_for_buyer(market), language=language, now=clock.now())
    yield f"/{language}/"
    for node in category_tree(visitor).by_id.values():
        yield f"/{language}/c/{node.slug}/"
    for article in list_articles(language, "guide", 1000):
        yield f"/{language}/guides/{article.slug}/"
    for slug in product_addresses(visitor, limit=MOST_ADDRESSES - 2000):
        yield f"/{language}/p/{slug}/"
