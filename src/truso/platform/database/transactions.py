"""The one way to open a write: a transaction that knows who acts, for the audit trail."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass

from django.db import connection, transaction

from truso.platform.shortlived import forget


@dataclass(frozen=True, slots=True)
class Actor:
    """Who writes: a person, a staff member (perhaps for a person), an API key or the system; and from where."""

    person_id: int | None = None
    staff_id: int | None = None
    api_key_id: int | None = None
    customer_id: int | None = None
    address: str = ""
    label: str = "system"


SYSTEM = Actor()


@contextmanager
def write(actor: Actor = SYSTEM, *, keeps_remembered: bool = False) -> Iterator[None]:
    """Open a transaction and tell the audit triggers who acts. Nested use joins the outer one.

    With `keeps_remembered` the process goes on with what it remembers (`short_lived`): for writes to carts and orders,
    of which nothing is remembered. Otherwise every buyer's click would make everybody look prices and ranges up anew.
    """
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("select set_config('truso.actor', %s, true)", [json.dumps(asdict(actor))])
        yield
        if not keeps_remembered:
            transaction.on_commit(forget)


def outside_transaction(step: str) -> None:
    """Refuse to go on inside a transaction: a network call there would hold its locks."""
    if any(not getattr(block, "_from_testcase", False) for block in connection.atomic_blocks):
        raise RuntimeError(f"{step} calls the network and must not run inside a transaction")
