"""Keep how a list is wanted: its columns, and views of it under a name."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

from truso.backoffice.acting import act_once, staff_screen, tell
from truso.backoffice.layouts import view_query
from truso.platform.lists.models import ListLayout
from truso.platform.lists.operations import remove_view, save_view, set_columns

MOST_COLUMNS = 60


def _index(list_code: str) -> str:
    if not list_code.startswith("staff_") or len(list_code) > 60:
        raise Http404
    try:
        return reverse(f"{list_code}:index")
    except NoReverseMatch as problem:
        raise Http404 from problem


@staff_screen("wagtailadmin.access_admin", "POST")
def list_layout(request: HttpRequest, list_code: str) -> HttpResponse:
    """Choose columns, keep or forget a view; whichever button was pressed."""
    data, index, person = request.POST, _index(list_code), request.user.pk or 0
    query = data.get("query", "")[:1000]
    back = f"{index}?{query}" if query else f"{index}?plain=1"
    if "forget" in data:
        try:
            uuid = UUID(data["forget"])
        except ValueError as problem:
            raise Http404 from problem
        tell(request, act_once(request, lambda: remove_view(person_id=person, uuid=uuid), done=_("The view is gone.")))
        return HttpResponseRedirect(back)
    if "save" in data:
        made: list[ListLayout] = []

        def save() -> None:
            made.append(
                save_view(
                    person_id=person, list_code=list_code, name=data.get("name", ""), query=query,
                    columns=data.getlist("column")[:MOST_COLUMNS], is_shared="is_shared" in data,
                    is_default="is_default" in data,
                )
            )  # fmt: skip

        tell(request, act_once(request, save, done=_("The view is kept.")))
        return HttpResponseRedirect(f"{index}?{view_query(made[0])}" if made else back)
    chosen = [] if "usual" in data else _ordered(request)
    act_once(
        request,
        lambda: set_columns(person_id=person, list_code=list_code, columns=chosen),
        done=_("The columns are changed."),
    )
    return HttpResponseRedirect(back)


def _ordered(request: HttpRequest) -> list[str]:
    """Return the columns that are ticked, by the place each was given."""
    ticked = request.POST.getlist("show")[:MOST_COLUMNS]

    def place(name: str) -> int:
        typed = request.POST.get(f"place_{name}", "")
        return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 4 else 999

    return sorted(ticked, key=place)
