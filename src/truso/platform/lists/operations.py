"""Every write to layouts of lists. Each belongs to the person who made it; nobody changes another's."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from truso.kernel.refusals import NotFound, refuse
from truso.platform.lists.models import ListLayout

MOST_VIEWS = 30
MOST_NAME, MOST_QUERY = 80, 1000


def set_columns(*, person_id: int, list_code: str, columns: Sequence[str]) -> None:
    """Say which columns a person sees of a list, in which order; none for the usual ones."""
    ListLayout.objects.update_or_create(
        person_id=person_id, list_code=list_code, name="", defaults={"columns": list(dict.fromkeys(columns))}
    )


def save_view(
    *, person_id: int, list_code: str, name: str, query: str, columns: Sequence[str], is_shared: bool, is_default: bool
) -> ListLayout:
    """Keep a view of a list under a name; one of the person's with that name is replaced.

    Refuses `field_required` (`name`), `text_too_long`, and `too_many_views` beyond 30 of one list.
    """
    name = " ".join(name.split())
    if not name:
        raise refuse("field_required", "name")
    if len(name) > MOST_NAME or len(query) > MOST_QUERY:
        raise refuse("text_too_long", "name", most=MOST_NAME)
    own = ListLayout.objects.select_for_update().filter(person_id=person_id, list_code=list_code).exclude(name="")
    if len(own.exclude(name=name)) >= MOST_VIEWS:
        raise refuse("too_many_views", "name", most=MOST_VIEWS)
    if is_default:
        own.filter(is_default=True).update(is_default=False)
    saved, _made = ListLayout.objects.update_or_create(
        person_id=person_id,
        list_code=list_code,
        name=name,
        defaults={"query": query, "columns": list(columns), "is_shared": is_shared, "is_default": is_default},
    )
    return saved


def remove_view(*, person_id: int, uuid: UUID) -> None:
    """Forget a view of the person's; raises NotFound for others' as for unknown ones."""
    gone, _what = ListLayout.objects.filter(person_id=person_id, uuid=uuid).exclude(name="").delete()
    if not gone:
        raise NotFound("view")
