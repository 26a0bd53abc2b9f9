"""The price lists that have a column in the index, each on the day it is in its market: prices hold by the market's day."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.db import connection

from truso.modules.markets.queries import list_markets
from truso.modules.pricing.models import PriceList

SHARED = (PriceList.Kind.MARKET, PriceList.Kind.SEGMENT, PriceList.Kind.COST)
# From so many changed rows on, a list's column is written anew rather than article by article.
MANY_ROWS = 5000
_TURNED = """
select distinct variant_id from pricing_price
where price_list_id = %(list)s and (valid_from = %(day)s or valid_to = %(day)s) limit %(most)s
"""


def days_of_lists(now: datetime) -> dict[int, date]:
    """Return the active lists of markets, segments and costs with their day; one of no market has the default market's."""
    today = {one.pk: now.astimezone(ZoneInfo(one.timezone)).date() for one in list_markets()}
    usual = usual_day(now)
    lists = PriceList.every.filter(kind__in=SHARED, is_active=True)
    return {key: today.get(market, usual) for key, market in lists.order_by("pk").values_list("pk", "market_id")}


def usual_day(now: datetime) -> date:
    """Return the day it is in the default market: what belongs to no market holds by it."""
    return next((now.astimezone(ZoneInfo(one.timezone)).date() for one in list_markets()), now.date())


def parameters(days: Mapping[int, date]) -> dict[str, Any]:
    """Return lists and days as statements take them: two arrays."""
    return {"lists": list(days), "days": list(days.values())}


def lists_of_new_day(now: datetime) -> dict[int, date]:
    """Return the lists of markets whose day has begun within the hour."""
    before = days_of_lists(now - timedelta(hours=1))
    return {key: day for key, day in days_of_lists(now).items() if before.get(key) != day}


def articles_turned(price_list_id: int, day: date) -> Collection[int] | None:
    """Return the articles one of whose prices in a list begins or ends with a day; None when they are very many."""
    with connection.cursor() as cursor:
        cursor.execute(_TURNED, {"list": price_list_id, "day": day, "most": MANY_ROWS})
        found = [row[0] for row in cursor.fetchall()]
    return found if len(found) < MANY_ROWS else None
