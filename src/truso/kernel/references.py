"""References: how a lower module points at an upper module's record without knowing it."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Reference:
    """A record named by kind (`order`, `return`) and UUID. `truso verify` proves that each one resolves."""

    kind: str
    uuid: UUID

    def __str__(self) -> str:
        return f"{self.kind}:{self.uuid}"
