"""Look at a product as somebody else would see it: their market, agreement and range, at any time. Nothing can be bought so."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from django.core import signing

from truso.kernel.buyer import Buyer
from truso.kernel.refusals import NotFound
from truso.kernel.value import Value
from truso.modules.customers.queries import hat_of_customer, make_buyer
from truso.modules.markets.queries import list_markets, market_for_buyer
from truso.platform import clock

SALT = "product preview"
MINUTES = 60


class Look(Value, frozen=True):
    """As whom and when: a market by its code, a customer by its key (none: a visitor), a moment (none: now)."""

    market: str
    customer_id: int | None = None
    at: datetime | None = None


def look_token(look: Look) -> str:
    """Return what an address of a preview carries. It is good for an hour, and for staff who may see products alone."""
    at = look.at.isoformat() if look.at else None
    return signing.dumps({"market": look.market, "customer": look.customer_id, "at": at}, salt=SALT)


def read_look(token: str) -> Look:
    """Return what a token says; raises NotFound for one that is not ours or too old."""
    try:
        found = signing.loads(token, salt=SALT, max_age=MINUTES * 60)
    except signing.BadSignature as problem:
        raise NotFound("preview") from problem
    at = datetime.fromisoformat(found["at"]) if found["at"] else None
    return Look(found["market"], found["customer"], at)


def noon_of(buyer: Buyer, day: date) -> datetime:
    """Return noon of a day in the buyer's market."""
    return datetime.combine(day, time(12), ZoneInfo(buyer.market.timezone))


def buyer_for(look: Look, language: str) -> Buyer:
    """Return the buyer a look is taken as: without a person, a cart or any right."""
    market = next((one for one in list_markets() if one.code == look.market), None)
    hat = hat_of_customer(look.customer_id) if look.customer_id else None
    if hat:
        market = next((one for one in list_markets() if one.pk == hat.market_id), market)
    if market is None:
        raise NotFound("market")
    buyer = make_buyer(market=market_for_buyer(market), language=language, now=look.at or clock.now(), hat=hat)
    return replace(buyer, rights=frozenset())
