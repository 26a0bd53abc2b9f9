"""Answers of pure functions that are worked out once for all who ask the same."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import TypeVar, cast

F = TypeVar("F", bound=Callable[..., object])


def kept(*, most: int) -> Callable[[F], F]:
    """Keep up to `most` answers of a function, those asked for last, per process.

    Nothing but its arguments may decide what the function answers (no clock, no database, no active language), they must be
    hashable, and nobody may change what it returns. Such an answer never grows old.
    """

    def decorate(function: F) -> F:
        return cast(F, lru_cache(maxsize=most)(function))

    return decorate
