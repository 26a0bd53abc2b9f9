"""The log of what indexes have to take over, and how far each node is: by transactions, so that nothing slips between two looks.

A transaction below the horizon (PostgreSQL's `xmin`) has ended: whatever it wrote can be seen now, and nothing more of it will
come. What later ones wrote is taken over as soon as it is seen, and remembered until the horizon has passed it.
"""

from __future__ import annotations

import socket
from collections.abc import Collection
from datetime import timedelta
from typing import Any

from django.db import connection

from truso.kernel.value import Value
from truso.modules.search.models import SearchNode
from truso.platform import clock

# A node that was not heard of for so long builds its index anew when it comes back: nothing waits for it.
FORGOTTEN = timedelta(days=1)
_WRITE = """
insert into search_searchchange (kind, target_id, created_at, is_bulk, transaction)
select %s, target, %s, %s, pg_current_xact_id()::text::bigint from unnest(%s::bigint[]) target
"""
_HORIZON = "select pg_snapshot_xmin(pg_current_snapshot())::text::bigint"
_UNSEEN = """
select c.id, c.kind, c.target_id, c.transaction from search_searchchange c
where c.transaction >= %(position)s and not exists (select from unnest(%(seen)s::bigint[]) s(id) where s.id = c.id)
"""
_FIRST_UNSEEN = f"select min(u.transaction) from ({_UNSEEN}) u"  # noqa: S608
_NEXT = f"{_UNSEEN} order by c.is_bulk, c.id limit %(most)s"
# What all nodes have taken over. A node unheard of is forgotten first.
_PRUNE = """
delete from search_searchchange where transaction < (select coalesce(min(horizon), 0) from search_searchnode)
"""


class Change(Value, frozen=True):
    """An entry of the log."""

    id: int
    kind: str
    target: int
    transaction: int


def write_changes(kind: str, targets: list[int], *, is_bulk: bool) -> None:
    """Write entries in the caller's transaction."""
    with connection.cursor() as cursor:
        cursor.execute(_WRITE, [kind, clock.now(), is_bulk, targets])


def horizon() -> int:
    """Return the transaction before which all have ended."""
    with connection.cursor() as cursor:
        cursor.execute(_HORIZON)
        return int(cursor.fetchone()[0])


def next_changes(position: int, seen: Collection[int], most: int) -> tuple[list[Change], int]:
    """Return changes that were not seen yet, single ones first, and the position when they are taken over as well."""
    ended = horizon()
    values: dict[str, Any] = {"position": position, "seen": list(seen), "most": most}
    with connection.cursor() as cursor:
        cursor.execute(_NEXT, values)
        found = [Change(*row) for row in cursor.fetchall()]
        if len(found) < most:
            return found, ended
        cursor.execute(_FIRST_UNSEEN, values | {"seen": [*seen, *(one.id for one in found)]})
        first = cursor.fetchone()[0]
    return found, ended if first is None else min(ended, int(first))


def report_node(key: str, position: int, documents: int) -> None:
    """Say how far a node is, and let go of what all have taken over."""
    SearchNode.objects.update_or_create(
        key=key,
        defaults={"host": socket.gethostname(), "horizon": position, "documents": documents, "seen_at": clock.now()},
    )
    SearchNode.objects.filter(seen_at__lt=clock.now() - FORGOTTEN).delete()
    with connection.cursor() as cursor:
        cursor.execute(_PRUNE)


def knows_node(key: str) -> bool:
    """Tell whether a node is waited for: whether the log holds all it has not taken over."""
    return SearchNode.objects.filter(key=key).exists()


def forget_node(key: str) -> None:
    """Wait for a node no longer."""
    SearchNode.objects.filter(key=key).delete()
