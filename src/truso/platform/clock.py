"""The one clock: what the house calls now. Tests and rehearsals move it; rules get `now` handed in."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

_offset = timedelta()


def now() -> datetime:
    """Return the present moment in UTC, as far as the house is concerned."""
    return datetime.now(UTC) + _offset


def advance(by: timedelta) -> None:
    """Move the clock of this process forward (or back)."""
    global _offset  # noqa: PLW0603
    _offset += by


@contextmanager
def moved_to(moment: datetime) -> Iterator[None]:
    """Let the clock start again at another moment for a while."""
    global _offset  # noqa: PLW0603
    before = _offset
    _offset = moment - datetime.now(UTC)
    try:
        yield
    finally:
        _offset = before
