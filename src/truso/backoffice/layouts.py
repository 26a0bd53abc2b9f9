"""Lists as each member of staff wants them: columns chosen and ordered, views kept under a name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.functional import cached_property

from truso.backoffice.columns import PickColumn
from truso.platform.lists.models import ListLayout
from truso.platform.lists.queries import Layouts, layouts_for

# Not part of what is kept: where one is, and what only asks for another form of the same.
_PASSING = ("p", "export", "view", "_w_filter_fragment", "plain")


@dataclass(frozen=True, slots=True)
class ColumnChoice:
    """A column that can be shown, and at which place it is."""

    code: str
    label: str
    place: int
    is_shown: bool


class OptionalColumn:
    """A column shown when it is asked for, and what the list must read for it."""

    def __init__(self, column: Any, prepare: Callable[[QuerySet[Any]], QuerySet[Any]] | None = None) -> None:
        self.column, self.prepare = column, prepare


class LaidOut:
    """What lists add to Wagtail's: the columns a person wants, and their views."""

    request: HttpRequest
    index_url_name: str
    optional_columns: Sequence[OptionalColumn] = ()

    @cached_property
    def list_code(self) -> str:
        """What the list is called where layouts are kept."""
        return self.index_url_name.partition(":")[0]

    @cached_property
    def layouts(self) -> Layouts:
        return layouts_for(self.request.user.pk or 0, self.list_code)

    @cached_property
    def view_shown(self) -> ListLayout | None:
        """The saved view that is looked at."""
        wanted = self.request.GET.get("view", "")
        return next((one for one in self.layouts.views if str(one.uuid) == wanted), None)

    @cached_property
    def usual_columns(self) -> list[Any]:
        return list(super().columns)  # type: ignore[misc]

    @cached_property
    def columns(self) -> list[Any]:
        """The columns to show: chosen ones that still exist, after the row's box and its name, else the usual ones."""
        chosen = (self.view_shown.columns if self.view_shown else ()) or self.layouts.columns
        known = {one.name: one for one in (*self.usual_columns, *(extra.column for extra in self.optional_columns))}
        shown = [known[name] for name in chosen if name in known]
        if not shown:
            return self.usual_columns
        fixed = [one for one in self.usual_columns if isinstance(one, PickColumn)]
        name = next(one for one in self.usual_columns if not isinstance(one, PickColumn))
        return [*fixed, name, *(one for one in shown if one not in (*fixed, name))]

    def prepared(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        """Let the rows hold what the shown columns need, and nothing for the others."""
        for extra in self.optional_columns:
            if extra.prepare and extra.column in self.columns:
                rows = extra.prepare(rows)
        return rows

    def column_choices(self) -> list[ColumnChoice]:
        """Return every column that can be chosen: shown ones in their order, then the others."""
        fixed = {one.name for one in self.usual_columns if isinstance(one, PickColumn)}
        fixed |= {next(one.name for one in self.usual_columns if one.name not in fixed)}
        shown = [one for one in self.columns if one.name not in fixed]
        every = [*self.usual_columns, *(extra.column for extra in self.optional_columns)]
        rest = [one for one in every if one.name not in fixed and one not in shown]
        return [
            ColumnChoice(one.name, str(one.label), place, place <= len(shown))
            for place, one in enumerate([*shown, *rest], start=1)
        ]

    def kept_query(self) -> str:
        """Return search, filters and order as a view keeps them."""
        data = self.request.GET.copy()
        for name in _PASSING:
            data.pop(name, None)
        return data.urlencode()

    def to_default(self) -> HttpResponse | None:
        """Lead to the view the person has chosen to begin with, when nothing else is asked for."""
        if self.request.GET or not self.layouts.default or self.request.headers.get("x-requested-with"):
            return None
        default = self.layouts.default
        return HttpResponseRedirect(f"{self.request.path}?{view_query(default)}")

    def layout_context(self) -> dict[str, Any]:
        """Return what the page shows of all that."""
        return {
            "list_code": self.list_code,
            "saved_views": [
                {
                    "view": one,
                    "query": view_query(one),
                    "is_current": one == self.view_shown,
                    "is_own": one.person_id == self.request.user.pk,
                }
                for one in self.layouts.views
            ],
            "column_choices": self.column_choices(),
            "column_places": range(1, len(self.column_choices()) + 1),
            "shown_columns": [one.name for one in self.columns],
            "kept_query": self.kept_query(),
            "has_own_columns": bool(self.layouts.columns),
        }


def view_query(view: ListLayout) -> str:
    """Return the address's end that shows a saved view."""
    return f"{view.query}&view={view.uuid}" if view.query else f"view={view.uuid}"
