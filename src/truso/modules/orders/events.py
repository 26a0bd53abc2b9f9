"""What orders announce. Ids only; who listens reads the rest."""

from __future__ import annotations

from dataclasses import dataclass

from truso.platform.events import Event


@dataclass(frozen=True, kw_only=True)
class OrderPlaced(Event):
    """An order was written; it may still wait for approval or payment."""

    order_id: int


@dataclass(frozen=True, kw_only=True)
class OrderConfirmed(Event):
    """An order stands: it may be picked."""

    order_id: int


@dataclass(frozen=True, kw_only=True)
class OrderEnded(Event):
    """An order ended without delivery: rejected, expired or cancelled."""

    order_id: int
    state: str
