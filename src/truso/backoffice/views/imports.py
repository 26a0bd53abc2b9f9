"""Imports and exports: a file is looked at, its columns are mapped, it is tried, imported, and taken back."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, QueryDict, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from truso.backoffice.acting import act_once, staff_screen
from truso.backoffice.import_page import (
    RunView,
    field_groups,
    importable_by,
    target_choices,
    view_of,
)
from truso.backoffice.pages import page
from truso.backoffice.refusals import words_of
from truso.kernel.refusals import Refusal, Refused
from truso.platform.imports import find_target
from truso.platform.imports.models import ImportRun
from truso.platform.imports.operations import (
    ask_import,
    ask_trial,
    ask_undo,
    create_run,
    save_profile,
    set_mapping,
    set_reading,
    stop_run,
)
from truso.platform.imports.outputs import CONTENT_TYPES, FORMATS, errors_file, write_table
from truso.platform.imports.queries import get_run
from truso.platform.imports.sifting import WORDS
from truso.processes.imports.rights import closed_fields, may_import, may_see, seen_by

READING = ("encoding", "separator", "decimal", "sheet", "row_path")


def _seen(request: HttpRequest, uuid: UUID) -> ImportRun:
    """Return an import whose kind of file the person may see; others are not there for them."""
    run = get_run(uuid)
    if not may_see(request.user, run.target):
        raise Http404
    return run


def _trail() -> list[tuple[Any, str]]:
    return [(_("Imports and exports"), "staff_imports:index")]


@staff_screen("imports.run_import", "GET", "HEAD", "POST")
def new_import(request: HttpRequest) -> HttpResponse:
    """Take a file: say what it holds, and it is looked at."""
    problems: list[str] = []
    if request.method == "POST":
        file = request.FILES.get("file")
        target = request.POST.get("target", "")
        if file is None or file.file is None:
            problems = [words_of(Refusal("file_missing", subject="file"))]
        elif not may_import(request.user, target):
            problems = [words_of(Refusal("import_target_unknown", {"found": target}, "target"))]
        else:
            try:
                run = create_run(
                    target=target, file=file.file, file_name=file.name or "", by=str(request.user),
                    by_id=request.user.pk,
                )  # fmt: skip
            except Refused as refused:
                problems = [words_of(refusal) for refusal in refused.refusals]
            else:
                return redirect("backoffice:import_run", uuid=run.uuid)
    context = {"problems": problems, "targets": importable_by(request.user), "chosen": request.POST.get("target", "")}
    return page(request, "import_new.html", _("New import"), _trail(), context, status=422 if problems else 200)


@staff_screen("imports.view_importrun", "GET", "HEAD", "POST")
def import_run(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Show an import: what was found in the file, what its columns are, what would become or became of its rows."""
    run = _seen(request, uuid)
    closed = closed_fields(request.user, run.target)
    problems: list[str] = []
    if request.method == "POST":
        act = request.POST.get("act", "")
        if not may_import(request.user, run.target) or (
            act == "undo" and not request.user.has_perm("imports.undo_import")
        ):
            raise Http404
        if not_theirs := _not_theirs(act, run, request.POST, closed):
            problems = [words_of(refusal) for refusal in not_theirs]
        elif act in _ACTS:
            prepared, done = _ACTS[act](run, request.POST)
            problems = act_once(request, prepared, done=done, names=view_of(run).names)
        else:
            problems = [words_of(Refusal("idempotency_key_invalid"))]
        if not problems:
            return redirect("backoffice:import_run", uuid=uuid)
    view = view_of(
        run,
        kind=request.GET.get("kind", ""),
        after=request.GET.get("after", ""),
        typed=request.POST if problems else None,
        closed=closed,
    )
    title = f"{view.target_name}: {run.file_name}"
    return page(
        request,
        "import_run.html",
        title,
        _trail(),
        {"problems": problems, **_context(request, view)},
        422 if problems else 200,
    )


def _context(request: HttpRequest, view: RunView) -> dict[str, Any]:
    return {
        "view": view,
        "run": view.run,
        "may_run": may_import(request.user, view.run.target),
        "may_undo": may_import(request.user, view.run.target) and request.user.has_perm("imports.undo_import"),
        "formats": FORMATS,
        "encodings": _ENCODINGS,
        "separators": [(";", ";"), (",", ","), ("\t", _("tab")), ("|", "|")],
    }


_ENCODINGS = (
    ("utf-8-sig", "UTF-8"), ("utf-16", "UTF-16"), ("cp1252", "Windows-1252 (nordisk, English)"), ("cp1250", "Windows-1250 (polski)"),
)  # fmt: skip
Prepared = tuple[Callable[[], Any], str]


def _not_theirs(act: str, run: ImportRun, data: QueryDict, closed: Collection[str]) -> list[Refusal]:
    """Return which fields stand in the way: what somebody may not write by hand they do not write by a file."""
    posted = {str(value) for key, value in data.items() if key.startswith("column_")}
    written = {"try": posted, "import": set(run.mapping.values()), "undo": set(run.mapping.values())}.get(act, set())
    return [Refusal("import_field_closed", {"field": code}) for code in sorted(written & set(closed))]


def _read(run: ImportRun, data: QueryDict) -> Prepared:
    reading: dict[str, Any] = {name: data.get(name, "") for name in READING}
    if "has_header" in data:
        reading["has_header"] = data["has_header"] == "yes"
    return lambda: set_reading(run_uuid=run.uuid, reading=reading), _("The file was looked at again.")


def _mapped(run: ImportRun, data: QueryDict) -> None:
    columns = run.look.get("columns", ())
    mapping = {column["key"]: data.get(f"column_{place}", "") for place, column in enumerate(columns)}
    options = {
        key.removeprefix("option_"): str(value).strip()[:200]
        for key, value in data.items()
        if key.startswith("option_")
    }
    options |= {
        f"{WORDS}{column['key']}": str(data.get(f"words_{place}", "")).strip()[:2000]
        for place, column in enumerate(columns)
    }
    set_mapping(run_uuid=run.uuid, mapping=mapping, options=options)


def _try(run: ImportRun, data: QueryDict) -> Prepared:
    def act() -> None:
        _mapped(run, data)
        if name := str(data.get("profile", "")).strip():
            save_profile(run_uuid=run.uuid, name=name)
        ask_trial(run_uuid=run.uuid)

    return act, _("The file is being tried. Nothing is changed.")


def _begin(run: ImportRun, _data: QueryDict) -> Prepared:
    return lambda: ask_import(run_uuid=run.uuid), _("The import has begun.")


def _stop(run: ImportRun, _data: QueryDict) -> Prepared:
    return lambda: stop_run(run_uuid=run.uuid), _("The import stops after the rows it is at.")


def _undo(run: ImportRun, _data: QueryDict) -> Prepared:
    return lambda: ask_undo(run_uuid=run.uuid), _("The import is being undone.")


_ACTS: dict[str, Callable[[ImportRun, QueryDict], Prepared]] = {
    "read": _read, "try": _try, "import": _begin, "stop": _stop, "undo": _undo,
}  # fmt: skip


@staff_screen("imports.view_importrun")
def progress(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Return how far an import is, as the part of its page that is renewed."""
    response = render(
        request, "backoffice/parts/import_progress.html", {"view": view_of(_seen(request, uuid), rows=False)}
    )
    response["Cache-Control"] = "no-store"
    return response


@staff_screen("imports.view_importrun")
def errors(request: HttpRequest, uuid: UUID, kind: str) -> HttpResponse | StreamingHttpResponse:
    """Return the refused rows as a file: with the original's columns and what is wrong, to be mended and sent again."""
    if kind not in FORMATS:
        raise Http404
    run = _seen(request, uuid)
    name, content = errors_file(run, kind=kind, say=words_of, heading=str(_("What is wrong")))
    return _file(name, kind, content)


@staff_screen("imports.view_importrun")
def export(request: HttpRequest) -> HttpResponse | StreamingHttpResponse:
    """Choose what goes into a file, and hand it over; brought in again it changes nothing."""
    seen = seen_by(request.user)
    target = find_target(request.GET.get("target", "")) if request.GET.get("target", "") in seen else None
    kind = request.GET.get("format", "")
    if target is None or kind not in FORMATS:
        offered = target or find_target(next(iter(seen), ""))
        context = {
            "targets": [(code, name) for code, name in target_choices() if code in seen],
            "formats": FORMATS,
            "fields": field_groups(offered.fields() if offered else ()),
        }
        return page(request, "import_export.html", _("Export"), _trail(), context)
    headings, rows = target.export(request.GET.getlist("field"), {})
    return _file(f"{target.code}.{kind}", kind, write_table(kind, headings, rows))


def _file(name: str, kind: str, content: Any) -> StreamingHttpResponse:
    response = StreamingHttpResponse(content, content_type=CONTENT_TYPES[kind])
    safe = "".join(sign if sign.isalnum() or sign in "._-" else "-" for sign in name)
    response["Content-Disposition"] = (
        f'attachment; filename="{safe}"' if safe.isascii() else f'attachment; filename="export.{kind}"'
    )
    response["X-Content-Type-Options"] = "nosniff"
    return response
