"""Files that belong to no language: the style sheet, robots.txt, the way in."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from truso.kernel.texts import LANGUAGES
from truso.platform.access import public
from truso.storefront.styles import style_sheet

FOREVER = "public, max-age=31536000, immutable"


@public
@require_safe
def root(request: HttpRequest) -> HttpResponse:
    """Send a visitor to the home page in their language."""
    language = translation.get_language() or "en"
    response = HttpResponseRedirect(f"/{language if language in LANGUAGES else 'en'}/")
    patch_vary_headers(response, ["Accept-Language", "Cookie"])
    return response


@public
@require_safe
def styles(request: HttpRequest, digest: str) -> HttpResponse:
    """Serve the style sheet; an address with an old digest gets today's sheet, for a moment only."""
    sheet = style_sheet()
    compressed = "gzip" in request.headers.get("Accept-Encoding", "")
    response = HttpResponse(sheet.compressed if compressed else sheet.plain, content_type="text/css; charset=utf-8")
    if compressed:
        response["Content-Encoding"] = "gzip"
    response["Cache-Control"] = FOREVER if digest == sheet.digest else "no-cache"
    response["Vary"] = "Accept-Encoding"
    return response


@public
@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Tell search engines what not to read: searches, filters, carts, people's pages."""
    private = ("cart", "checkout", "account", "search", "suggest", "display", "hat", "market")
    lines = ["User-agent: *", "Disallow: /staff/", "Disallow: /account/", "Disallow: /api/", "Disallow: /demo/"]
    lines += [f"Disallow: /{language}/{page}/" for language in LANGUAGES for page in private]
    lines += ["Disallow: /*?*a.", "Disallow: /*?*sort=", f"Sitemap: {request.build_absolute_uri('/sitemap.xml')}"]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
