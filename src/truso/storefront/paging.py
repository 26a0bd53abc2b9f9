"""Pages of a list as links."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page


@dataclass(frozen=True, slots=True)
class PageLinks:
    """Which page this is, of how many; `shown` holds numbers, None for a gap."""

    number: int
    count: int
    total: int
    shown: tuple[int | None, ...]

    @property
    def previous(self) -> int:
        return self.number - 1

    @property
    def next(self) -> int:
        return self.number + 1


def page_of(page: Page[Any]) -> PageLinks:
    """Return the links around a page: the first, the last, and those near."""
    count = page.paginator.num_pages
    near = sorted({1, count, *(n for n in range(page.number - 1, page.number + 2) if 1 <= n <= count)})
    shown: list[int | None] = []
    for number in near:
        if shown and shown[-1] is not None and number - shown[-1] > 1:
            shown.append(None)
        shown.append(number)
    return PageLinks(page.number, count, page.paginator.count, tuple(shown))
