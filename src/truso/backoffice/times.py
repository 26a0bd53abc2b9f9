"""The shop's own time: staff read moments in the default market's time zone."""

from __future__ import annotations

from datetime import UTC, date, datetime, tzinfo
from zoneinfo import ZoneInfo

from truso.modules.markets.queries import list_markets
from truso.platform import clock


def staff_timezone() -> tzinfo:
    """Return the time zone staff work in."""
    markets = list_markets()
    return ZoneInfo(markets[0].timezone) if markets else UTC


def staff_today() -> date:
    """Return the day it is where the shop works."""
    return clock.now().astimezone(staff_timezone()).date()


def start_of(day: date) -> datetime:
    """Return the instant a day begins where the shop works."""
    return datetime(day.year, day.month, day.day, tzinfo=staff_timezone())
