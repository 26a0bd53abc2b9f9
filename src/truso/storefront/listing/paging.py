"""Which pages of a long list are linked."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PageLinks:
    """A page among others. `shown` holds the numbers linked, None where some are left out."""

    number: int
    count: int

    @property
    def shown(self) -> list[int | None]:
        near = {1, self.count, self.number - 1, self.number, self.number + 1}
        numbers = sorted(number for number in near if 1 <= number <= self.count)
        shown: list[int | None] = []
        for number in numbers:
            previous = shown[-1] if shown else None
            if previous is not None and number - previous == 2:
                shown.append(number - 1)
            elif previous is not None and number - previous > 2:
                shown.append(None)
            shown.append(number)
        return shown

    @property
    def previous(self) -> int:
        return max(1, self.number - 1)

    @property
    def next(self) -> int:
        return min(self.count, self.number + 1)
