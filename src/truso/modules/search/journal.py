"""What is searched for: counted in this process and written down once a second at most, so that searches do not queue for it."""

from __future__ import annotations

import threading
import time
from collections import Counter
from datetime import date, timedelta

from django.db import connection

from truso.kernel.buyer import Buyer
from truso.kernel.value import Value
from truso.modules.search.models import SearchTally
from truso.modules.search.steering import text_key
from truso.platform import clock
from truso.platform.jobs import periodic

SECONDS, MOST = 1.0, 200
KEPT_FOR = timedelta(days=400)
SEARCHES, WITHOUT_HITS, CLICKS = "searches", "without_hits", "clicks"
_ADD = """
insert into search_searchtally as t (day, market_id, language, text, searches, without_hits, clicks)
select u.day, m.id, u.language, u.text, u.searches, u.without_hits, u.clicks
from unnest(%s::date[], %s::bigint[], %s::text[], %s::text[], %s::int[], %s::int[], %s::int[])
  as u(day, market, language, text, searches, without_hits, clicks) join markets_market m on m.id = u.market
on conflict (day, market_id, language, text) do update set searches = t.searches + excluded.searches,
    without_hits = t.without_hits + excluded.without_hits, clicks = t.clicks + excluded.clicks
"""
_REPORT = """
select text, language, sum(searches) as searches, sum(without_hits) as without_hits, sum(clicks) as clicks, max(day) as last_on
from search_searchtally where day >= %(since)s and (%(market)s::bigint is null or market_id = %(market)s)
group by text, language having %(kind)s = 'all' or (%(kind)s = 'without_hits' and sum(without_hits) > 0)
    or (%(kind)s = 'without_clicks' and sum(clicks) = 0 and sum(searches) > sum(without_hits))
order by case when %(kind)s = 'without_hits' then sum(without_hits) else sum(searches) end desc, text limit %(limit)s
"""

_Key = tuple[date, int, str, str]
_counted: Counter[tuple[_Key, str]] = Counter()
_lock = threading.Lock()
_written_at = time.monotonic()


def note_search(buyer: Buyer, text: str, total: int) -> None:
    """Count a search and whether it found anything."""
    _count(buyer, text, *((SEARCHES,) if total else (SEARCHES, WITHOUT_HITS)))


def note_click(buyer: Buyer, text: str) -> None:
    """Count that somebody went on from a search to a product."""
    _count(buyer, text, CLICKS)


def _count(buyer: Buyer, text: str, *what: str) -> None:
    global _written_at  # noqa: PLW0603
    key = text_key(text)
    if not key:
        return
    with _lock:
        for one in what:
            _counted[(buyer.today, buyer.market.id, buyer.language, key), one] += 1
        is_due = len(_counted) >= MOST or time.monotonic() - _written_at > SECONDS
        if is_due:
            _written_at = time.monotonic()
    if is_due:
        write_down()


def write_down() -> None:
    """Write what was counted since the last time, in one statement."""
    with _lock:
        taken = dict(_counted)
        _counted.clear()
    if not taken:
        return
    keys = sorted({key for key, _ in taken})
    counts = [[taken.get((key, what), 0) for key in keys] for what in (SEARCHES, WITHOUT_HITS, CLICKS)]
    with connection.cursor() as cursor:
        cursor.execute(_ADD, [*(list(column) for column in zip(*keys, strict=True)), *counts])


class SearchedText(Value, frozen=True):
    """A text people searched for, with how often, how often in vain, and how often it led to a product."""

    text: str
    language: str
    searches: int
    without_hits: int
    clicks: int
    last_on: date


def searched_texts(*, kind: str, days: int, market_id: int | None = None, limit: int = 100) -> list[SearchedText]:
    """Return what was searched for most in the last days: `all`, `without_hits` or `without_clicks`. For staff."""
    write_down()
    since = clock.now().date() - timedelta(days=days)
    with connection.cursor() as cursor:
        cursor.execute(_REPORT, {"since": since, "market": market_id, "kind": kind, "limit": limit})
        return [SearchedText(*row) for row in cursor.fetchall()]


@periodic("search.forget_old", "50 3 * * *")
def forget_old() -> None:
    """Forget what was searched for more than a year ago."""
    SearchTally.objects.filter(day__lt=clock.now().date() - KEPT_FOR).delete()
