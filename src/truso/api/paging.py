"""Lists page by page: the cursor is the UUID of the last record shown."""

from __future__ import annotations

from typing import Any, TypeVar
from uuid import UUID

from django.db.models import Model, Q, QuerySet

from truso.api.problems import wrong

M = TypeVar("M", bound=Model)


def page_of(found: QuerySet[M], by: str, cursor: UUID | None, limit: int) -> tuple[list[M], UUID | None]:
    """Return a page of a list that is ordered by a column, latest first, and the cursor of the next one.

    The cursor must be in the list itself: unknown and foreign ones are refused alike (`cursor_invalid`).
    """
    ordered = found.order_by(f"-{by}", "-pk")
    if cursor:
        last: Any = ordered.filter(uuid=cursor).values_list(by, "pk").first()
        if last is None:
            raise wrong(400, "cursor_invalid", "cursor")
        ordered = ordered.filter(Q(**{f"{by}__lt": last[0]}) | Q(**{by: last[0], "pk__lt": last[1]}))
    rows = list(ordered[: limit + 1])
    page = rows[:limit]
    return page, page[-1].uuid if len(rows) > limit else None  # type: ignore[attr-defined]
