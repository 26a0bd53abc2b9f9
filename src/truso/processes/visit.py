"""Who a request comes from: the Buyer in the hat, market and language of the session."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from django.http import HttpRequest
from django.utils import translation
from django.utils.functional import SimpleLazyObject

from truso.kernel.buyer import Buyer
from truso.modules.customers.queries import Hat, choose_hat, list_hats, make_buyer
from truso.modules.markets.queries import find_market, list_markets, market_for_buyer
from truso.platform import clock
from truso.platform.sessions import HAT, MARKET, VISITOR


def hats_of(request: HttpRequest) -> list[Hat]:
    """Return the hats of the signed-in person; none for a visitor."""
    return list_hats(request.user.pk) if request.user.is_authenticated else []


def buyer_on(request: HttpRequest) -> Buyer:
    """Return who is buying: looked up when first asked for, then put in the place of their stand-in, which costs at each look."""
    if isinstance(request.buyer, SimpleLazyObject):  # type: ignore[attr-defined]
        request.buyer = buyer_of(request)  # type: ignore[attr-defined]
    found: Buyer = request.buyer  # type: ignore[attr-defined]
    return found


def ask_for_buyer(request: HttpRequest) -> None:
    """Let the buyer be looked up (anew, after signing in or starting a cart) when somebody asks."""
    request.buyer = SimpleLazyObject(partial(buyer_on, request))  # type: ignore[attr-defined]


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
