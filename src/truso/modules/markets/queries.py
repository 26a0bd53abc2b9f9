"""Which markets there are, and which one a visitor is in."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.conf import settings

from truso.kernel.buyer import BuyerMarket
from truso.modules.markets.models import Market, PaymentTerm
from truso.platform.shortlived import short_lived


@short_lived(seconds=15)
def list_markets() -> tuple[Market, ...]:
    """Return the active markets, the default first."""
    return tuple(Market.objects.filter(is_active=True).select_related("invoice_term"))


def get_market(market_id: int) -> Market:
    """Return a market by its id."""
    found = next((market for market in list_markets() if market.pk == market_id), None)
    return found or Market.objects.select_related("invoice_term").get(pk=market_id)


@short_lived(seconds=15)
def list_terms() -> tuple[PaymentTerm, ...]:
    """Return every payment term, the soonest due first."""
    return tuple(PaymentTerm.objects.order_by("days", "pk"))


def get_term(term_id: int | None) -> PaymentTerm | None:
    """Return a payment term by its id."""
    found = next((term for term in list_terms() if term.pk == term_id), None)
    return found or (PaymentTerm.objects.filter(pk=term_id).first() if term_id is not None else None)


def shop_name_of(market: Market | None) -> str:
    """Return what the shop is called in a market; the installation's own name where none is given."""
    return (market.shop_name if market else "") or str(settings.WAGTAIL_SITE_NAME)


def return_hosts_of(market: Market) -> frozenset[str]:
    """Return the hosts a payment in a market may lead back to: the shop's own, and those registered for the market.

    A host that begins with a dot stands for all below it.
    """
    own = {host for one in list_markets() for host in one.hosts}
    own |= {host for host in settings.ALLOWED_HOSTS if host != "*"}
    own.add(urlsplit(settings.WAGTAILADMIN_BASE_URL).hostname or "")
    return frozenset(host.lower() for host in (*own, *market.return_hosts) if host)


def find_market(*, host: str = "", code: str = "", language: str = "") -> Market | None:
    """Return the market of a host name, else the one chosen, else the only one of the language, else the default."""
    markets = list_markets()
    for fits in (lambda market: host and host in market.hosts, lambda market: code and market.code == code):
        found = next((market for market in markets if fits(market)), None)
        if found:
            return found
    # A language that several markets speak first (English, German) says nothing about where the visitor is.
    speaking = [market for market in markets if language and market.languages[:1] == [language]]
    if len(speaking) == 1:
        return speaking[0]
    return markets[0] if markets else None


def market_for_buyer(market: Market) -> BuyerMarket:
    """Return what a Buyer carries of a market."""
    return BuyerMarket(
        id=market.pk,
        code=market.code,
        country=market.country,
        currency=market.currency,
        timezone=market.timezone,
        languages=tuple(market.languages),
        display_gross=market.display_gross,
        price_gate=market.price_gate,
        ships_to=tuple(market.ships_to),
        oss_since=market.oss_since,
    )
