"""In which browsers a journey is walked: scripts, width, colors, language. Each pair of values is met once.

`script/test` takes a few rows for each journey, other ones for the next; ASSURE=1 takes every combination.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from itertools import product

import pytest

FULL = os.environ.get("ASSURE") == "1"
PHONE, TABLET, DESK = 390, 768, 1440


@dataclass(frozen=True, slots=True)
class Setting:
    """How somebody browses."""

    scripts: bool
    width: int
    theme: str
    language: str

    def __str__(self) -> str:
        return f"{self.language} {self.width} {self.theme} scripts {'on' if self.scripts else 'off'}"


# Every language meets both widths, both themes, scripts on and off; and those meet each other.
PAIRWISE = (
    Setting(True, DESK, "light", "en"),
    Setting(False, PHONE, "dark", "en"),
    Setting(True, PHONE, "light", "pl"),
    Setting(False, DESK, "dark", "pl"),
    Setting(True, DESK, "dark", "nb"),
    Setting(False, PHONE, "light", "nb"),
    Setting(True, PHONE, "dark", "sv"),
    Setting(False, DESK, "light", "sv"),
)
ALL = tuple(Setting(*row) for row in product((True, False), (DESK, PHONE), ("light", "dark"), ("nb", "sv", "pl", "en")))


def browsers(*rows: int) -> pytest.MarkDecorator:
    """Walk a journey in these rows of PAIRWISE, or in every combination."""
    return pytest.mark.parametrize("setting", ALL if FULL else [PAIRWISE[row] for row in rows], ids=str)
