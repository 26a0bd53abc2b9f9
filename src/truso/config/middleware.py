"""Puts the Buyer on the request: who is looking, in which hat, market and language."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from django.core.handlers.exception import response_for_exception
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import translation
from django.utils.functional import SimpleLazyObject

from truso.kernel.buyer import Buyer
from truso.kernel.refusals import NotFound
from truso.kernel.texts import LANGUAGES
from truso.modules.customers.queries import Hat, choose_hat, list_hats, make_buyer
from truso.modules.markets.queries import find_market, list_markets, market_for_buyer
from truso.platform import clock
from truso.platform.sessions import HAT, MARKET, VISITOR

__all__ = ["HAT", "MARKET", "VISITOR", "BuyerMiddleware", "buyer_of", "language_of"]


class BuyerMiddleware:
    """Give every request `buyer` and `hats`, looked up when first used, and its language from the address."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.hats = SimpleLazyObject(lambda: _hats(request))  # type: ignore[attr-defined]
        request.buyer = SimpleLazyObject(lambda: buyer_of(request))  # type: ignore[attr-defined]
        with translation.override(language_of(request)):
            response = self.get_response(request)
        if request.user.is_authenticated or request.session.accessed:
            response.setdefault("Cache-Control", "private, no-store")
        return response

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Answer what does not exist, and alike what this buyer may not see, with the same page."""
        return response_for_exception(request, Http404()) if isinstance(exception, NotFound) else None


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


def _hats(request: HttpRequest) -> list[Hat]:
    return list_hats(request.user.pk) if request.user.is_authenticated else []


def buyer_of(request: HttpRequest) -> Buyer:
    """Look up who is buying. A hat the person does not have (any more) is not worn."""
    wanted = request.session.get(HAT)
    hats = list(request.hats)  # type: ignore[attr-defined]
    hat = choose_hat(hats, UUID(wanted) if wanted else None)
    language = translation.get_language() or "en"
    market = None
    if hat:
        market = next((market for market in list_markets() if market.pk == hat.market_id), None)
    market = market or find_market(
        host=request.get_host().split(":")[0], code=request.session.get(MARKET, ""), language=language
    )
    if market is None:
        raise RuntimeError("There is no market yet: run `truso demo`, or create one in the back office.")
    return make_buyer(
        market=market_for_buyer(market),
        language=language,
        now=clock.now(),
        person_id=request.user.pk,
        person_name=str(request.user) if request.user.is_authenticated else "",
        hat=hat,
        session_key=request.session.get(VISITOR, ""),
    )
