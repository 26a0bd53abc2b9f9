"""A small cache for many threads: the entries used least recently go first."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Generic, TypeVar

V = TypeVar("V")


class RecentCache(Generic[V]):
    """Keep the latest results by key: at most `capacity` of them, and at most `most_bytes` by their `nbytes`."""

    def __init__(self, capacity: int, most_bytes: int = 1 << 28) -> None:
        self._capacity = capacity
        self._most_bytes = most_bytes
        self._bytes = 0
        self._entries: OrderedDict[Hashable, V] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Hashable) -> V | None:
        """Return what is kept under a key, if anything is."""
        with self._lock:
            if key not in self._entries:
                return None
            self._entries.move_to_end(key)
            return self._entries[key]

    def get_or_make(self, key: Hashable, make: Callable[[], V]) -> V:
        """Return the cached result, or make and keep it; two threads may make the same one at the same time."""
        with self._lock:
            if key in self._entries:
                self._entries.move_to_end(key)
                return self._entries[key]
        value = make()
        with self._lock:
            if key in self._entries:
                return self._entries[key]
            self._entries[key] = value
            self._bytes += _weight(value)
            while len(self._entries) > self._capacity or (self._bytes > self._most_bytes and len(self._entries) > 1):
                _, oldest = self._entries.popitem(last=False)
                self._bytes -= _weight(oldest)
        return value

    def __len__(self) -> int:
        return len(self._entries)


def _weight(value: object) -> int:
    return int(getattr(value, "nbytes", 0))
