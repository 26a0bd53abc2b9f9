"""One writer at a time, over all processes of a node; a crash lets go of the lock."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

LOCK_FILE = "writer.lock"


class WriterBusy(Exception):
    """Somebody else is writing to this index."""


def take_writer_lock(root: Path) -> int:
    """Return a handle that holds the lock until it is closed; raises WriterBusy."""
    root.mkdir(parents=True, exist_ok=True)
    handle = os.open(root / LOCK_FILE, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        _lock(handle)
    except OSError as error:
        os.close(handle)
        raise WriterBusy(str(root)) from error
    return handle


def _lock(handle: int) -> None:
    if os.name == "nt":
        import msvcrt

        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
    else:
        import fcntl

        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def hold_writer_lock(root: Path) -> Iterator[None]:
    """Hold the lock for a block of code."""
    handle = take_writer_lock(root)
    try:
        yield
    finally:
        os.close(handle)
