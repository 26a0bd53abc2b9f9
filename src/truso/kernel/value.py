"""Frozen values that are made by the thousand: prices, articles, lines."""

from __future__ import annotations

import msgspec
from msgspec.structs import replace

__all__ = ["Value", "replace"]


class Value(msgspec.Struct, frozen=True):
    """A frozen value, written like a dataclass but made in a tenth of the time; `replace` gives a changed copy.

    A page of 24 articles makes some six hundred values, and a frozen dataclass of twenty fields takes ten microseconds.
    """
