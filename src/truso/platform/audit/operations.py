"""Seal the trail into a hash chain, and erase a person's values from it."""

from __future__ import annotations

import hashlib

from django.db import connection, transaction

from truso.platform import clock
from truso.platform.audit.models import AuditPersonalValue, AuditSeal
from truso.platform.jobs import periodic

# Only entries of transactions that every later reader sees as finished: ids may commit out of order.
_UNSEALED = """
select id, uid::text || '|' || "table" || '|' || "row" || '|' || action || '|' || at::text || '|' || actor::text || '|' || changes::text
from audit_auditentry
where id > %s and id <= %s and transaction < txid_snapshot_xmin(txid_current_snapshot()) order by id
"""
_STILL_OPEN = (
    "select min(id) from audit_auditentry where id > %s and transaction >= txid_snapshot_xmin(txid_current_snapshot())"
)
BATCH = 50_000


@periodic("audit.seal", "*/10 * * * *")
def seal_entries() -> None:
    """Add a link to the chain over the entries that came since the last one."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(hashtext('truso.audit.seal'))")
        previous = AuditSeal.objects.order_by("-last_entry").first()
        start = previous.last_entry if previous else 0
        cursor.execute(_STILL_OPEN, [start])
        open_from = cursor.fetchone()[0]
        last_allowed = min(start + BATCH, open_from - 1 if open_from else start + BATCH)
        digest, count, last = digest_entries(previous.digest if previous else "", start, last_allowed)
        if count:
            AuditSeal.objects.create(
                first_entry=start + 1, last_entry=last, entries=count, digest=digest, sealed_at=clock.now()
            )


def digest_entries(previous: str, after: int, until: int) -> tuple[str, int, int]:
    """Return the digest, the count and the last id of the entries in `(after, until]`, chained to a digest."""
    digest, count, last = hashlib.sha256(previous.encode()), 0, after
    with connection.cursor() as cursor:
        cursor.execute(_UNSEALED, [after, until])
        for row_id, text in cursor.fetchall():
            digest.update(f"{row_id}|{text}\n".encode())
            count, last = count + 1, row_id
    return digest.hexdigest(), count, last


def find_broken_seals() -> list[int]:
    """Return the last entry of every link that no longer matches its entries; empty when the trail is whole."""
    broken, previous = [], ""
    for seal in AuditSeal.objects.order_by("last_entry"):
        digest, count, _ = digest_entries(previous, seal.first_entry - 1, seal.last_entry)
        if digest != seal.digest or count != seal.entries:
            broken.append(seal.last_entry)
        previous = seal.digest
    return broken


def erase_personal_values(*, person_id: int) -> int:
    """Erase what the trail holds of a person; the entries and their digests stay. Returns how many went."""
    return AuditPersonalValue.objects.filter(person_id=person_id).delete()[0]
