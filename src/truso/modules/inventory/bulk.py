"""Counts of many articles at once: a ledger entry of each difference, in a constant number of statements."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from decimal import Decimal

from django.db import connection

from truso.kernel.refusals import Refusal
from truso.modules.inventory.models import EntryKind, StockEntry, StockItem
from truso.modules.inventory.operations import announce_stock
from truso.platform import clock
from truso.platform.database.copying import copy_rows
from truso.platform.database.updating import update_rows

StockKey = tuple[int, int]  # article, location

_READ = """
select s.id, s.variant_id, s.location_id, s.on_hand, s.reserved from inventory_stockitem s
join unnest(%s::bigint[], %s::bigint[]) as d(v, l) on s.variant_id = d.v and s.location_id = d.l order by s.id
"""
_READ_LOCKED = _READ + " for update of s"
SUBJECT = "import"


def read_stock(*, keys: Collection[StockKey], lock: bool = False) -> dict[StockKey, StockItem]:
    """Return balances, locked in the order of their keys when asked. What never moved has none."""
    wanted = sorted(keys)
    with connection.cursor() as cursor:
        cursor.execute(_READ_LOCKED if lock else _READ, [[key[0] for key in wanted], [key[1] for key in wanted]])
        return {
            (row[1], row[2]): StockItem(
                pk=row[0], variant_id=row[1], location_id=row[2], on_hand=row[3], reserved=row[4]
            )
            for row in cursor.fetchall()
        }


def ensure_items(*, keys: Collection[StockKey]) -> None:
    """Give articles a balance of nothing at locations where they have none."""
    StockItem.objects.bulk_create(
        [StockItem(variant_id=variant, location_id=location) for variant, location in sorted(keys)],
        ignore_conflicts=True,
    )


def check_count(on_hand: Decimal, reserved: Decimal, subject: str) -> list[Refusal]:
    """Return why a balance can't be set: below zero, beyond what a column holds, or below what orders were promised."""
    if on_hand < 0 or on_hand >= Decimal(10) ** 11:
        return [Refusal("value_invalid", {"found": on_hand}, subject)]
    if on_hand < reserved:
        return [Refusal("stock_below_reserved", {"reserved": reserved}, subject)]
    return []


def count_at(*, location_id: int, counted: Mapping[int, Decimal]) -> dict[int, Refusal]:
    """Set what many counts found at a location, by variant.

    Returns, per variant that was left as it is, why: `count_below_reserved` when more is promised to orders.
    """
    wanted = {(variant, location_id): quantity for variant, quantity in counted.items()}
    ensure_items(keys=wanted)
    items = read_stock(keys=wanted, lock=True)
    refused = {
        key[0]: Refusal("count_below_reserved", {"reserved": item.reserved}, "counted")
        for key, item in items.items()
        if wanted[key] < item.reserved
    }
    count_many(counts={key: wanted[key] for key in items if key[0] not in refused}, items=items, subject="count")
    return refused


def count_many(
    *, counts: Mapping[StockKey, Decimal], items: Mapping[StockKey, StockItem], subject: str = SUBJECT
) -> None:
    """Set balances of items the caller has locked and checked, note each difference, and announce it once."""
    now, entries, changed = clock.now(), [], []
    for key, counted in counts.items():
        item = items[key]
        if difference := counted - item.on_hand:
            entries.append((*key, EntryKind.COUNT, difference, subject, None, now))
            item.on_hand = counted
            changed.append(item)
    if not changed:
        return
    update_rows(StockItem, ["on_hand"], changed)
    names = ["variant_id", "location_id", "kind", "quantity", "subject_kind", "subject_uuid", "at"]
    copy_rows(StockEntry, names, entries)
    announce_stock(item.variant_id for item in changed)
