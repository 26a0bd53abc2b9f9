"""Every change of stock: receive, reserve, release, ship, count."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from django.db import connection

from truso.kernel.money import ZERO
from truso.kernel.references import Reference
from truso.kernel.refusals import Refusal, Refused
from truso.modules.catalog.bundles import refuse_bundles
from truso.modules.inventory.events import StockChanged
from truso.modules.inventory.models import EntryKind, Location, Reservation, StockEntry, StockItem
from truso.modules.inventory.rules import Balance, Wish, allocate
from truso.platform import clock
from truso.platform.events import publish

# Rows are locked in the order of their key, whoever asks, so that two orders never wait for each other.
_LOCK = """
select s.id, s.variant_id, s.location_id, s.on_hand, s.reserved, l.priority
from inventory_stockitem s join inventory_location l on l.id = s.location_id
where s.variant_id = any(%s::bigint[]) and l.is_active order by s.id for update of s
"""
_ADD_RESERVED = """
update inventory_stockitem s set reserved = s.reserved + d.quantity
from unnest(%s::bigint[], %s::numeric[]) as d(id, quantity) where s.id = d.id
"""


def reserve_stock(*, subject_kind: str, wishes: Sequence[tuple[UUID, Wish]], expires_at: datetime | None) -> None:
    """Hold stock for subjects (order lines), all or nothing. Refuses `out_of_stock` per line that can't be met.

    `wishes` pairs each subject's UUID with its wish; a wish's key is the caller's name for the line and becomes the
    refusal's subject. Wishes that may wait reserve what there is.
    """
    if not wishes:
        return
    with connection.cursor() as cursor:
        cursor.execute(_LOCK, [sorted({wish.variant_id for _, wish in wishes})])
        rows = cursor.fetchall()
    rows.sort(key=lambda row: (row[5], row[0]))
    takes, shortages = allocate([wish for _, wish in wishes], [Balance(*row[:5]) for row in rows])
    if shortages:
        # Of a bundle the part of which there is least says how many there are.
        least = {short.key: short for short in sorted(shortages, key=lambda short: -short.available)}
        raise Refused(
            *(
                Refusal("out_of_stock", {"available": short.available, "wanted": short.wanted}, short.key)
                for short in least.values()
            )
        )
    _add_reserved((take.item_id, take.quantity) for take in takes)
    subjects = {wish.key: uuid for uuid, wish in wishes}
    now = clock.now()
    Reservation.objects.bulk_create(
        Reservation(
            variant_id=take.variant_id,
            location_id=take.location_id,
            quantity=take.quantity,
            subject_kind=subject_kind,
            subject_uuid=subjects[take.key],
            expires_at=expires_at,
            created_at=now,
        )
        for take in takes
    )
    announce_stock(take.variant_id for take in takes)


def _add_reserved(changes: Iterable[tuple[int, Decimal]]) -> None:
    summed: dict[int, Decimal] = defaultdict(lambda: ZERO)
    for item, quantity in changes:
        summed[item] += quantity
    if summed:
        with connection.cursor() as cursor:
            cursor.execute(_ADD_RESERVED, [list(summed), list(summed.values())])


def confirm_reservations(*, subject_kind: str, subject_uuids: Iterable[UUID]) -> None:
    """Let reservations stand without an end (the order is paid or approved)."""
    Reservation.objects.filter(subject_kind=subject_kind, subject_uuid__in=list(subject_uuids)).update(expires_at=None)


def release_reservations(*, subject_kind: str, subject_uuids: Iterable[UUID]) -> None:
    """Give held stock back; subjects without a reservation are passed over."""
    held = list(Reservation.objects.filter(subject_kind=subject_kind, subject_uuid__in=list(subject_uuids)))
    if not held:
        return
    items = _lock_items({reservation.variant_id for reservation in held})
    held = list(Reservation.objects.filter(pk__in=[one.pk for one in held]))  # as it stands now that the rows are ours
    _add_reserved((items[one.variant_id, one.location_id].pk, -one.quantity) for one in held)
    Reservation.objects.filter(pk__in=[one.pk for one in held]).delete()
    announce_stock(one.variant_id for one in held)


def _lock_items(variant_ids: Iterable[int]) -> dict[tuple[int, int], StockItem]:
    rows = StockItem.objects.select_for_update().filter(variant_id__in=set(variant_ids)).order_by("pk")
    return {(item.variant_id, item.location_id): item for item in rows}


def ship_stock(
    *, location_id: int, reservation_kind: str, subject: Reference, lines: Sequence[tuple[UUID, int, Decimal]]
) -> None:
    """Take goods out of a location: (subject of the reservation, variant, quantity) per line, for one shipment.

    Uses what is reserved for the line there, then what is free, then the line's reservation elsewhere is given back.
    Refuses `not_on_hand` per line whose goods are not there or are held for others.
    """
    items = _lock_items(variant for _, variant, _ in lines)
    reservations: dict[tuple[UUID, int], list[Reservation]] = defaultdict(list)
    for held in Reservation.objects.filter(
        subject_kind=reservation_kind, subject_uuid__in=[line[0] for line in lines]
    ).order_by("pk"):
        reservations[held.subject_uuid, held.variant_id].append(held)
    missing = []
    for uuid, variant, quantity in lines:
        item = items.get((variant, location_id))
        own = reservations[uuid, variant]
        here = sum((held.quantity for held in own if held.location_id == location_id), ZERO)
        free = item.on_hand - item.reserved + here if item else ZERO
        if item is None or quantity > free:
            missing.append(Refusal("not_on_hand", {"available": max(free, ZERO), "wanted": quantity}, str(uuid)))
            continue
        _consume(own, quantity, location_id, items)
        item.on_hand -= quantity
    if missing:
        raise Refused(*missing)
    StockItem.objects.bulk_update(items.values(), ["on_hand", "reserved"])
    _write_entries(EntryKind.SHIPMENT, location_id, subject, [(variant, -quantity) for _, variant, quantity in lines])
    announce_stock(variant for _, variant, _ in lines)


def _consume(
    held: list[Reservation], quantity: Decimal, location_id: int, items: dict[tuple[int, int], StockItem]
) -> None:
    """Shrink a line's reservations by what leaves: first those at the location, then those elsewhere."""
    for one in sorted(held, key=lambda reservation: reservation.location_id != location_id):
        part = min(one.quantity, quantity)
        if part <= ZERO:
            continue
        items[one.variant_id, one.location_id].reserved -= part
        quantity -= part
        one.quantity -= part
        if one.quantity > ZERO:
            one.save(update_fields=["quantity"])
        else:
            one.delete()
            one.quantity = ZERO


def receive_stock(
    *, location_id: int, subject: Reference, lines: Sequence[tuple[int, Decimal]], kind: EntryKind = EntryKind.RECEIPT
) -> None:
    """Put goods into a location: (variant, quantity) per line. The same subject is received once.

    Refuses `bundle_has_no_stock`: a bundle is received as its parts.
    """
    refuse_bundles(variant for variant, _ in lines)
    StockItem.objects.bulk_create(
        [StockItem(variant_id=variant, location_id=location_id) for variant, _ in lines], ignore_conflicts=True
    )
    items = _lock_items(variant for variant, _ in lines)
    for variant, quantity in lines:
        items[variant, location_id].on_hand += quantity
    StockItem.objects.bulk_update(items.values(), ["on_hand"])
    _write_entries(kind, location_id, subject, lines)
    announce_stock(variant for variant, _ in lines)


def count_stock(*, location_id: int, variant_id: int, counted: Decimal) -> None:
    """Set what a count found; refuses `bundle_has_no_stock`, and `count_below_reserved` when more is promised to orders."""
    refuse_bundles([variant_id])
    StockItem.objects.get_or_create(variant_id=variant_id, location_id=location_id)
    item = _lock_items([variant_id])[variant_id, location_id]
    if counted < item.reserved:
        raise Refused(Refusal("count_below_reserved", {"reserved": item.reserved}, "counted"))
    difference = counted - item.on_hand
    if difference == ZERO:
        return
    item.on_hand = counted
    item.save(update_fields=["on_hand"])
    StockEntry.objects.create(
        variant_id=variant_id,
        location_id=location_id,
        kind=EntryKind.COUNT,
        quantity=difference,
        subject_kind="count",
        subject_uuid=None,
        at=clock.now(),
    )
    announce_stock([variant_id])


def withdraw_stock(*, location_id: int, subject: Reference, variant_id: int, quantity: Decimal) -> None:
    """Take out what is no longer there to sell; refuses `count_below_reserved` when it is promised to orders."""
    item = _lock_items([variant_id]).get((variant_id, location_id))
    left = (item.on_hand if item else ZERO) - quantity
    if item is None or left < item.reserved:
        raise Refused(Refusal("count_below_reserved", {"reserved": item.reserved if item else ZERO}, "counted"))
    item.on_hand = left
    item.save(update_fields=["on_hand"])
    _write_entries(EntryKind.COUNT, location_id, subject, [(variant_id, -quantity)])
    announce_stock([variant_id])


def _write_entries(kind: EntryKind, location_id: int, subject: Reference, lines: Sequence[tuple[int, Decimal]]) -> None:
    summed: dict[int, Decimal] = defaultdict(lambda: ZERO)
    for variant, quantity in lines:
        summed[variant] += quantity
    StockEntry.objects.bulk_create(
        StockEntry(
            variant_id=variant,
            location_id=location_id,
            kind=kind,
            quantity=quantity,
            subject_kind=subject.kind,
            subject_uuid=subject.uuid,
            at=clock.now(),
        )
        for variant, quantity in summed.items()
    )


def announce_stock(variant_ids: Iterable[int]) -> None:
    """Tell search and others that the stock of articles is another."""
    changed = sorted(set(variant_ids))
    if changed:
        publish(StockChanged(aggregate=Reference("stock", _STOCK), variant_ids=changed))


# All stock is one aggregate for ordering: what matters is that the last state is read, not each step.
_STOCK = UUID(int=0)


def list_locations() -> list[Location]:
    """Return the active locations in the order stock is taken from them."""
    return list(Location.objects.filter(is_active=True))
