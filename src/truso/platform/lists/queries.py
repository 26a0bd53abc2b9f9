"""Layouts of a list for the one who looks at it."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q

from truso.platform.lists.models import ListLayout


@dataclass(frozen=True, slots=True)
class Layouts:
    """The columns a person has chosen (none: the usual), and the views there are: own ones and those of others for all."""

    columns: tuple[str, ...] = ()
    views: tuple[ListLayout, ...] = ()

    @property
    def default(self) -> ListLayout | None:
        """The view the list opens with."""
        return next((one for one in self.views if one.is_default), None)


def layouts_for(person_id: int, list_code: str) -> Layouts:
    """Return the layouts of a list, in one query."""
    found = list(ListLayout.objects.filter(Q(person_id=person_id) | Q(is_shared=True), list_code=list_code)[:200])
    own = next((one.columns for one in found if one.person_id == person_id and not one.name), ())
    views = [one for one in found if one.name]
    for one in views:
        one.is_default = one.is_default and one.person_id == person_id
    return Layouts(tuple(own), tuple(views))
