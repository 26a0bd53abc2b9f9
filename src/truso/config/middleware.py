"""Puts the Buyer on the request: who is looking, in which hat, market and language."""

from __future__ import annotations

from collections.abc import Callable

from csp.middleware import CSPMiddleware
from django.conf import settings
from django.contrib.auth.middleware import AuthenticationMiddleware
from django.contrib.messages.middleware import MessageMiddleware
from django.contrib.sessions.middleware import SessionMiddleware
from django.core.exceptions import BadRequest
from django.core.handlers.exception import response_for_exception
from django.db import connection
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.utils import translation
from django.utils.datastructures import MultiValueDictKeyError
from django.utils.deprecation import MiddlewareMixin
from django.utils.functional import SimpleLazyObject

from truso.kernel.refusals import NotFound
from truso.kernel.texts import LANGUAGES
from truso.modules.markets.queries import find_market
from truso.platform.sessions import MARKET
from truso.processes.visit import ask_for_buyer, hats_of

NUL = "\x00"


def is_program(request: HttpRequest) -> bool:
    """Tell whether a program calls, with a key: it has no session, no forms, no pages."""
    return request.path_info.startswith("/api/v1/") and "HTTP_AUTHORIZATION" in request.META


def _for_pages(inner: type[MiddlewareMixin]) -> type[MiddlewareMixin]:
    """Return a middleware that programs pass by: together these cost as much as the work of a small call."""

    class ForPages(inner):  # type: ignore[misc, valid-type]
        def __call__(self, request: HttpRequest) -> HttpResponse:
            return self.get_response(request) if is_program(request) else super().__call__(request)

    return ForPages


ContentPolicy = _for_pages(CSPMiddleware)
Sessions = _for_pages(SessionMiddleware)
Authentication = _for_pages(AuthenticationMiddleware)
Messages = _for_pages(MessageMiddleware)


class PlainTexts:
    """Take the character NUL out of what pages are sent: nobody types it, no text of ours holds it, no database takes it.

    What programs send is judged, and refused, where it is read (`api.parsing`).
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if "%00" in request.META.get("QUERY_STRING", "") and not request.path_info.startswith("/api/"):
            request.GET = _without_nul(request.GET)  # type: ignore[assignment]
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_: object) -> None:
        """Read the form: the token that guards it has been looked for in it by now."""
        reads = request.method == "POST" and not request.path_info.startswith("/api/")
        if reads and any(NUL in value for values in request.POST.lists() for value in values[1]):
            request.POST = _without_nul(request.POST)  # type: ignore[assignment]


def _without_nul(sent: QueryDict) -> QueryDict:
    plain = sent.copy()
    for name, values in sent.lists():
        plain.setlist(name, [value.replace(NUL, "") for value in values])
    return plain


class BuyerMiddleware:
    """Give every request `buyer` and `hats`, looked up when first used, and its language from the address."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if connection.connection is not None:
            is_staff = request.path_info.startswith("/staff/")
            connection.connection.prepare_threshold = None if is_staff else settings.PREPARE_AFTER
        if is_program(request):
            with translation.override(translation.get_language_from_request(request)):
                return self.get_response(request)
        request.hats = SimpleLazyObject(lambda: hats_of(request))  # type: ignore[attr-defined]
        ask_for_buyer(request)
        with translation.override(language_of(request)):
            response = self.get_response(request)
        if request.user.is_authenticated or request.session.accessed:
            response.setdefault("Cache-Control", "private, no-store")
        return response

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Answer what does not exist, and alike what this buyer may not see, with the same page.

        A form that lacks a field every form of its kind has was not filled in on our page: 400, no failure of ours.
        """
        if isinstance(exception, NotFound):
            return response_for_exception(request, Http404())
        if isinstance(exception, MultiValueDictKeyError):
            return response_for_exception(request, BadRequest("a field is missing"))
        return None


def language_of(request: HttpRequest) -> str:
    """Return the language in the address (`/nb/…`), or in the one to go back to (`?next=/nb/…`), else the person's, else
    the browser's, else the market's.
    """
    for address in (request.path_info, request.GET.get("next", "")):
        first = address.split("/", 2)[1] if address.startswith("/") else ""
        if first in LANGUAGES:
            return first
    if request.user.is_authenticated and request.user.language in LANGUAGES:
        return str(request.user.language)
    accepted = translation.get_language_from_request(request)
    market = find_market(host=request.get_host().split(":")[0], code=request.session.get(MARKET, ""))
    return (
        accepted
        if accepted in LANGUAGES and "HTTP_ACCEPT_LANGUAGE" in request.META
        else (market.languages[0] if market else "en")
    )
