"""Who calls: an API key, a signed-in browser, or a visitor; and whether they may."""

from __future__ import annotations

import hashlib
import re
import secrets
from dataclasses import dataclass
from uuid import UUID

from django.http import HttpRequest
from django.utils import translation
from ninja.utils import check_csrf

from truso.api.problems import wrong
from truso.kernel.buyer import Buyer
from truso.kernel.texts import LANGUAGES
from truso.modules.customers.queries import Hat, choose_hat, find_key_and_hats, list_hats, make_buyer
from truso.modules.identity.models import ApiKey, Person
from truso.modules.identity.operations import note_key_used
from truso.modules.identity.rules import Scope
from truso.modules.markets.models import Market
from truso.modules.markets.queries import find_market, list_markets, market_for_buyer
from truso.platform import clock
from truso.platform.database.transactions import Actor
from truso.platform.sessions import HAT

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
VISITOR_HEADER = "Truso-Visitor"
CUSTOMER_HEADER = "Truso-Customer"
MARKET_HEADER = "Truso-Market"
_TOKEN = re.compile(r"[A-Za-z0-9_-]{43}")


@dataclass(frozen=True, slots=True)
class Caller:
    """Who calls, as whom, with which key if any."""

    buyer: Buyer
    person: Person | None
    hats: tuple[Hat, ...]
    hat: Hat | None
    key: ApiKey | None
    address: str

    @property
    def actor(self) -> Actor:
        """Who writes, for the audit trail."""
        return Actor(
            person_id=self.buyer.person_id,
            api_key_id=self.key.pk if self.key else None,
            customer_id=self.buyer.customer_id,
            address=self.address,
            label="api",
        )

    def may(self, permission: str) -> bool:
        """Tell whether the caller is somebody with a right of the staff's."""
        return self.person is not None and self.person.has_perm(permission)

    @property
    def answer_scope(self) -> str:
        """Whose idempotency keys these are: two callers never share one."""
        buyer = self.buyer
        return f"{buyer.person_id or ''}:{buyer.customer_id or ''}:{'' if buyer.customer else buyer.session_key}"


@dataclass(frozen=True, slots=True)
class Gate:
    """What an operation asks of its caller: the key's scope; a person; a hat, or to be of the staff. Visitors come in only
    where it is open.
    """

    scope: Scope | None
    is_open: bool = False
    needs_hat: bool = True
    is_staff: bool = False

    def __call__(self, request: HttpRequest) -> Caller:
        """Return the caller, or refuse them: 401 for who they are, 403 for what they may."""
        _refuse_nul(request)
        caller = identify(request)
        if caller.key and self.scope and self.scope not in caller.key.scopes:
            raise wrong(403, "scope_missing", scope=self.scope.value)
        if caller.person is None and not self.is_open:
            raise wrong(401, "credentials_required")
        if caller.person and self.is_staff and not (caller.person.is_staff and caller.person.is_active):
            raise wrong(403, "staff_required")
        if caller.person and caller.hat is None and self.needs_hat and not self.is_open:
            raise wrong(403, "customer_required")
        request.buyer = caller.buyer  # type: ignore[attr-defined]
        return caller


def new_visitor_token() -> str:
    """Return a token that names a visitor's cart: 256 random bits."""
    return secrets.token_urlsafe(32)


def identify(request: HttpRequest) -> Caller:
    """Find out who calls. A key or header that is there but wrong is refused, never passed over."""
    key, hats = _key(request)
    person = key.person if key else _session_person(request)
    if person and not key:
        hats = tuple(list_hats(person.pk))
    hat = _hat(request, key, hats)
    market = _market(request, hat)
    language = _language(request, person, market)
    translation.activate(language)
    buyer = make_buyer(
        market=market_for_buyer(market),
        language=language,
        now=clock.now(),
        person_id=person.pk if person else None,
        person_name=str(person) if person else "",
        hat=hat,
        session_key="" if hat else _visitor(request),
    )
    return Caller(buyer, person, hats, hat, key, request.META.get("REMOTE_ADDR", ""))


def _key(request: HttpRequest) -> tuple[ApiKey | None, tuple[Hat, ...]]:
    given = request.headers.get("Authorization")
    if given is None:
        return None, ()
    kind, _, secret = given.partition(" ")
    found = find_key_and_hats(secret=secret.strip(), now=clock.now()) if kind.lower() == "bearer" else None
    if found is None:
        raise wrong(401, "credentials_invalid")
    key, hats = found
    note_key_used(key=key)
    return key, tuple(hats)


def _session_person(request: HttpRequest) -> Person | None:
    if not request.user.is_authenticated:
        return None
    # A browser sends its cookie also when another site asks it to.
    if request.method not in SAFE and check_csrf(request) is not None:
        raise wrong(403, "csrf_failed")
    return request.user  # type: ignore[return-value]


def _hat(request: HttpRequest, key: ApiKey | None, hats: tuple[Hat, ...]) -> Hat | None:
    wanted = _uuid(request.headers.get(CUSTOMER_HEADER))
    if key and key.customer_uuid:
        bound = next((hat for hat in hats if hat.customer.uuid == key.customer_uuid), None)
        if bound is None:  # the person has left the company: the key must not fall back to another hat
            raise wrong(401, "credentials_invalid")
        if wanted not in (None, key.customer_uuid):
            raise wrong(404, "customer_not_found", CUSTOMER_HEADER)
        return bound
    if wanted:
        chosen = next((hat for hat in hats if hat.customer.uuid == wanted), None)
        if chosen is None:
            raise wrong(404, "customer_not_found", CUSTOMER_HEADER)
        return chosen
    if not hats:
        return None
    return choose_hat(list(hats), None if key else _uuid(request.session.get(HAT)))


def _uuid(text: str | None) -> UUID | None:
    if text is None:
        return None
    try:
        return UUID(text)
    except ValueError:
        raise wrong(400, "header_invalid", CUSTOMER_HEADER) from None


def _market(request: HttpRequest, hat: Hat | None) -> Market:
    markets = list_markets()
    wanted = request.headers.get(MARKET_HEADER, "")
    if wanted and not any(market.code == wanted for market in markets):
        raise wrong(400, "market_unknown", MARKET_HEADER)
    own = next((market for market in markets if hat and market.pk == hat.market_id), None)
    host = request.get_host().split(":")[0]
    market = own or (next(market for market in markets if market.code == wanted) if wanted else find_market(host=host))
    if market is None:
        raise wrong(503, "no_market")
    return market


def _language(request: HttpRequest, person: Person | None, market: Market) -> str:
    if "Accept-Language" in request.headers:
        accepted = translation.get_language_from_request(request)
        if accepted in LANGUAGES:
            return accepted
    if person and person.language in LANGUAGES:
        return str(person.language)
    return next((language for language in market.languages if language in LANGUAGES), "en")


def _visitor(request: HttpRequest) -> str:
    """Return the key of a visitor's cart: a digest, so that a leaked table gives nobody a cart."""
    token = request.headers.get(VISITOR_HEADER)
    if token is None:
        return ""
    if not _TOKEN.fullmatch(token):
        raise wrong(400, "visitor_token_invalid", VISITOR_HEADER)
    return "api:" + hashlib.sha256(token.encode()).hexdigest()[:56]


def _refuse_nul(request: HttpRequest) -> None:
    """Refuse what PostgreSQL can't hold before it reaches a query."""
    if "\x00" in request.path_info or any("\x00" in value for values in request.GET.lists() for value in values[1]):
        raise wrong(400, "address_invalid")
