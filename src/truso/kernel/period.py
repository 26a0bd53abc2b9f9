"""Periods of validity: from a day or moment, up to but not including another; open ends are None."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Period:
    """A run of days `[valid_from, valid_to)`; None on either side means open."""

    valid_from: date | None = None
    valid_to: date | None = None

    def __post_init__(self) -> None:
        if self.valid_from and self.valid_to and self.valid_from >= self.valid_to:
            raise ValueError("a period ends after it starts")

    def contains(self, day: date) -> bool:
        """Tell whether the day lies in the period."""
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day < self.valid_to)

    def overlaps(self, other: Period) -> bool:
        """Tell whether the two periods share at least one day."""
        starts_before_other_ends = self.valid_from is None or other.valid_to is None or self.valid_from < other.valid_to
        other_starts_before_end = other.valid_from is None or self.valid_to is None or other.valid_from < self.valid_to
        return starts_before_other_ends and other_starts_before_end


def add_months(day: date, months: int) -> date:
    """Return the day so many months later; of a shorter month its last day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def read_day(text: str) -> date | None:
    """Read a day as a browser's field sends it (ISO 8601); None for what is none."""
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return None
