"""Announce events and deliver them to their handlers through jobs."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, fields
from typing import Any, TypeVar
from uuid import UUID, uuid4

from django.db import connection, transaction

from truso.kernel.references import Reference
from truso.platform import clock
from truso.platform.jobs import enqueue_many, task


@dataclass(frozen=True, kw_only=True)
class Event:
    """Something that happened, in the past tense. Fields are ids and plain values; `aggregate` orders delivery."""

    aggregate: Reference


E = TypeVar("E", bound=Event)
Handler = Callable[[Any], None]
_handlers: dict[str, list[tuple[str, Handler]]] = defaultdict(list)
_kinds: dict[str, type[Event]] = {}


def subscribe(kind: type[E]) -> Callable[[Callable[[E], None]], Callable[[E], None]]:
    """Register a handler. It runs in a transaction of its own, after the change committed, and takes each event once."""

    def register(function: Callable[[E], None]) -> Callable[[E], None]:
        _kinds[kind.__name__] = kind
        name = f"{function.__module__}.{function.__qualname__}"
        if all(existing != name for existing, _ in _handlers[kind.__name__]):
            _handlers[kind.__name__].append((name, function))
        return function

    return register


_STORE = """
insert into events_outboxevent (uuid, kind, aggregate, payload, occurred_at)
select * from unnest(%s::uuid[], %s::text[], %s::text[], %s::jsonb[], %s::timestamptz[]) returning id
"""


def publish(*events: Event) -> None:
    """Store events in the caller's transaction and queue their delivery to every handler, in the order given."""
    now = clock.now()
    with connection.cursor() as cursor:
        kinds, aggregates = [type(event).__name__ for event in events], [str(event.aggregate) for event in events]
        payloads = [json.dumps(_payload(event)) for event in events]
        cursor.execute(_STORE, [[uuid4() for _ in events], kinds, aggregates, payloads, [now] * len(events)])
        keys = [row[0] for row in cursor.fetchall()]
    enqueue_many(
        "events.deliver",
        [
            ({"event": key, "handler": name}, f"{name}:{event.aggregate}")
            for key, event in zip(keys, events, strict=True)
            for name, _ in _handlers[type(event).__name__]
        ],
    )


def _payload(event: Event) -> dict[str, Any]:
    values = {field.name: getattr(event, field.name) for field in fields(event) if field.name != "aggregate"}
    return {name: str(value) if isinstance(value, UUID) else value for name, value in values.items()}


@task("events.deliver")
def deliver(event: int, handler: str) -> None:
    """Hand one stored event to one handler, exactly once as far as the database is concerned."""
    from truso.platform.events.models import HandledEvent, OutboxEvent

    stored = OutboxEvent.objects.get(pk=event)
    function = next((found for name, found in _handlers[stored.kind] if name == handler), None)
    if function is None:  # the handler was removed by an upgrade
        return
    kind, uuid = stored.aggregate.split(":", 1)
    with transaction.atomic():
        _, fresh = HandledEvent.objects.get_or_create(
            event=stored, handler=handler, defaults={"handled_at": clock.now()}
        )
        if fresh:
            function(_kinds[stored.kind](aggregate=Reference(kind, UUID(uuid)), **stored.payload))
