"""Prices by the thousand: locked, written and taken away in a constant number of statements per list."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from decimal import Decimal

from django.db import connection

from truso.modules.pricing.models import PriceList
from truso.modules.pricing.operations import NewPrice, announce_prices, note_change, set_prices

PriceKey = tuple[int, int, Decimal, date]  # list, article, from quantity, first day

_READ = """
select p.price_list_id, p.variant_id, p.minimum_quantity, p.valid_from, p.amount, p.valid_to
from pricing_price p join unnest(%s::bigint[], %s::bigint[], %s::numeric[], %s::date[]) as d(l, v, q, f)
  on p.price_list_id = d.l and p.variant_id = d.v and p.minimum_quantity = d.q and p.valid_from = d.f
order by p.id
"""
_READ_LOCKED = _READ + " for update of p"


def read_prices(*, keys: Collection[PriceKey], lock: bool = False) -> dict[PriceKey, tuple[Decimal, date | None]]:
    """Return amount and end of prices there are. With `lock` their lists stay as they are until the transaction ends."""
    wanted = sorted(keys)
    if lock:
        lists = sorted({key[0] for key in wanted})
        list(PriceList.every.filter(pk__in=lists).order_by("pk").select_for_update(no_key=True).values_list("pk"))
    with connection.cursor() as cursor:
        cursor.execute(_READ_LOCKED if lock else _READ, [[key[place] for key in wanted] for place in range(4)])
        return {(row[0], row[1], row[2], row[3]): (row[4], row[5]) for row in cursor.fetchall()}


def save_prices(
    *, price_list: PriceList, prices: Sequence[NewPrice], ended: Sequence[PriceKey] = (), reason: str = ""
) -> None:
    """Write prices of a list and take others away, and announce it once. Refuses what `set_prices` refuses."""
    if ended:
        note_change(reason)
        with connection.cursor() as cursor:
            cursor.execute(
                "delete from pricing_price p using unnest(%s::bigint[], %s::bigint[], %s::numeric[], %s::date[]) "
                "as d(l, v, q, f) where p.price_list_id = d.l and p.variant_id = d.v and p.minimum_quantity = d.q "
                "and p.valid_from = d.f",
                [[key[place] for key in ended] for place in range(4)],
            )
    if prices:
        set_prices(price_list=price_list, prices=prices, reason=reason)
        return
    announce_prices(price_list, sorted({key[1] for key in ended}))
