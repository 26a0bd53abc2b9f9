"""What the API answers about lists, favorites and suggestions."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from truso.api.answers.base import View
from truso.api.encoding import Quantity, UnitPrice


class ListHead(View, frozen=True):
    """A list without its lines. `kind` is favorites, list or cart (one put aside); `sharing` private, used or edited."""

    uuid: UUID
    name: str
    kind: str
    sharing: str
    project: str
    address: UUID | None
    owner: str
    is_own: bool
    line_count: int
    updated_at: datetime
    taken_at: datetime | None
    taken_by: str


class ListHeads(View, frozen=True):
    """Lists, the latest changed first."""

    items: list[ListHead]
    next_cursor: UUID | None


class ListLineView(View, frozen=True):
    """A line of a list. `sku` is told also of an article that can't be bought any more; then `variant` is null."""

    uuid: UUID
    sku: str
    variant: UUID | None
    name: str
    quantity: Quantity
    minimum: Quantity | None
    reference: str


class ListView(View, frozen=True):
    """A list with its lines in their order, and what the caller may do with it."""

    head: ListHead
    may_change: bool
    may_manage: bool
    lines: list[ListLineView]


class FavoriteView(View, frozen=True):
    """The numbers of the caller's favorites."""

    skus: list[str]


class SuggestionView(View, frozen=True):
    """An article the caller may want. `reason` is due, together, usual, promoted or popular.

    `last_on`, `every_days` and `due_on` go with what is due again; `with_sku` names what it is often bought with; `count` how
    many orders (together), purchases (usual) or customers of the trade (popular) say so.
    """

    sku: str
    variant: UUID
    name: str
    reason: str
    last_on: date | None
    due_on: date | None
    every_days: int
    with_sku: str
    count: int
    unit_price: UnitPrice | None
    price_unit: int


class SuggestionList(View, frozen=True):
    """Suggestions, the surest first."""

    items: list[SuggestionView]
