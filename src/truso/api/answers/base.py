"""What every answer of the API is made of."""

from __future__ import annotations

import msgspec


class View(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A value as the API shows it."""
