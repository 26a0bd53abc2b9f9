"""What the API answers staff about steering searches."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from truso.api.answers.base import View


class SynonymView(View, frozen=True):
    """Wordings that mean the same, in a language or (empty) in all."""

    uuid: UUID
    language: str
    terms: list[str]


class SynonymList(View, frozen=True):
    """All synonyms."""

    items: list[SynonymView]


class RedirectView(View, frozen=True):
    """A text that leads to a page of the shop instead of to hits."""

    uuid: UUID
    language: str
    text: str
    target: str


class RedirectList(View, frozen=True):
    """All redirects."""

    items: list[RedirectView]


class RuleView(View, frozen=True):
    """What stands first or last: `place` is query, category or suggestions; `action` pin, boost or bury."""

    uuid: UUID
    place: str
    text: str
    category: str
    action: str
    product: str
    brand: str
    market: str
    segment: str
    position: int
    starts_on: date | None
    ends_on: date | None


class RuleList(View, frozen=True):
    """All rules."""

    items: list[RuleView]


class SearchedView(View, frozen=True):
    """A text people searched for: how often, how often in vain, how often somebody went on to a product."""

    text: str
    language: str
    searches: int
    without_hits: int
    clicks: int
    last_on: date


class SearchedList(View, frozen=True):
    """What people searched for, the most frequent first."""

    items: list[SearchedView]
