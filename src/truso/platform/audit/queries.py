"""The trail of records, as those who look after them read it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db import connection

from truso.kernel.value import Value
from truso.platform.audit.models import AuditEntry

# Each record by its own index, the latest of it alone: as cheap for a record of ten thousand changes as for one of two.
_LATEST = """
select e.id from unnest(%(tables)s::text[], %(rows)s::text[]) as w("table", "row"), lateral (
    select a.id from audit_auditentry a
    where a."table" = w."table" and a."row" = w."row" and a.id < %(before)s order by a.id desc limit %(limit)s
) e order by e.id desc limit %(limit)s
"""
_NEVER = 2**62


class TrailPage(Value, frozen=True):
    """Entries, the latest first, and the key to go on before; None at the beginning of the trail."""

    entries: tuple[AuditEntry, ...]
    next_before: int | None


def trail_of(records: Sequence[tuple[str, int]], *, before: int | None = None, limit: int = 100) -> TrailPage:
    """Return the trail of records, given as (table, key). Personal values are not among them."""
    parameters: dict[str, Any] = {
        "tables": [table for table, _ in records],
        "rows": [str(key) for _, key in records],
        "before": before or _NEVER,
        "limit": limit + 1,
    }
    with connection.cursor() as cursor:
        cursor.execute(_LATEST, parameters)
        ids = [row[0] for row in cursor.fetchall()]
    found = {entry.pk: entry for entry in AuditEntry.objects.filter(pk__in=ids[:limit])}
    entries = tuple(found[one] for one in ids[:limit] if one in found)
    return TrailPage(entries, ids[limit - 1] if len(ids) > limit else None)
