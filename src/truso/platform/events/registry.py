"""Announce events and deliver them to their handlers through jobs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any, TypeVar
from uuid import UUID, uuid4

from django.db import transaction

from truso.kernel.references import Reference
from truso.platform import clock
from truso.platform.jobs import enqueue, task


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


def publish(event: Event) -> None:
    """Store the event in the caller's transaction and queue its delivery to every handler."""
    from truso.platform.events.models import OutboxEvent

    values = {
        name: str(value) if isinstance(value, UUID) else value
        for name, value in asdict(event).items()
        if name != "aggregate"
    }
    stored = OutboxEvent.objects.create(
        uuid=uuid4(), kind=type(event).__name__, aggregate=str(event.aggregate), payload=values, occurred_at=clock.now()
    )
    for name, _ in _handlers[type(event).__name__]:
        enqueue("events.deliver", {"event": stored.pk, "handler": name}, lock=f"{name}:{event.aggregate}")


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
