"""`truso demo`: a shop to look at."""

from __future__ import annotations

from typing import Any


def add_commands(commands: Any) -> None:
    """Register the commands of this file."""
