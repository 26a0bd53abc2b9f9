"""Pages for what went wrong, in the shop's look."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import translation

from truso.kernel.texts import LANGUAGES


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer for what does not exist, and alike for what this person may not see."""
    return render(request, "storefront/errors/404.html", status=404)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer a request that was refused, such as a form without its token."""
    return render(request, "storefront/errors/403.html", status=403)


def forbidden_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer a form whose token is missing or old."""
    return forbidden(request)


def failed(request: HttpRequest) -> HttpResponse:
    """Answer when the shop itself failed: a page in the reader's language that needs no database, so no shop's name."""
    language = request.path_info.strip("/").partition("/")[0]
    if language not in LANGUAGES:
        language = translation.get_language_from_request(request)
    with translation.override(language):
        return HttpResponse(render_to_string("storefront/errors/500.html", {"language": language}), status=500)
