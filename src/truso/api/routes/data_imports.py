"""Imports of files for programs of the house: as the pages of the back office do them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal
from uuid import UUID

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from ninja import File, Query, Router
from ninja.files import UploadedFile

from truso.api.answers.data import ImportPage, ImportRowPage, ImportView
from truso.api.auth import Caller, Gate
from truso.api.encoding import reply
from truso.api.inputs import PAGE_SIZE, ImportIn
from truso.api.openapi import gives
from truso.api.paging import page_of
from truso.api.present.data import import_row_view, import_view
from truso.api.problems import wrong
from truso.api.routes.data import target_for
from truso.kernel.refusals import NotFound, Refusal, Refused
from truso.modules.identity.rules import Scope
from truso.platform.database.transactions import write
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
from truso.platform.imports.outputs import CONTENT_TYPES, errors_file
from truso.platform.imports.queries import get_run, rows_of
from truso.processes.imports.rights import closed_fields, may_import, may_see, seen_by
from truso.processes.sentences import sentence_for

router = Router(tags=["Imports"])
STAFF = Gate(Scope.DATA, needs_hat=False, is_staff=True)


def _run(request: HttpRequest, uuid: UUID, *, to_write: bool = False) -> ImportRun:
    """Return an import the caller may see (or work with); raises NotFound for others as for unknown ones."""
    run = get_run(uuid)
    may = may_import if to_write else may_see
    if not may(request.auth.person, run.target):  # type: ignore[attr-defined]
        raise NotFound("import")
    return run


@router.get("/imports", auth=STAFF, url_name="imports", operation_id="list_imports", **gives(200, ImportPage))
def imports(
    request: HttpRequest, cursor: UUID | None = Query(None), limit: int = Query(50, ge=1, le=PAGE_SIZE)
) -> HttpResponse:
    """List the imports of kinds the caller may see, the latest first."""
    kinds = seen_by(request.auth.person)  # type: ignore[attr-defined]
    found = ImportRun.objects.filter(target__in=kinds).select_related("profile")
    rows, following = page_of(found, "created_at", cursor, limit)
    return reply(ImportPage(items=[import_view(run) for run in rows], next_cursor=following))


@router.post("/imports", auth=STAFF, url_name="imports", operation_id="create_import", **gives(201, ImportView))
def create(
    request: HttpRequest,
    kind: str = Query(max_length=40),
    file: UploadedFile = File(...),
) -> HttpResponse:
    """Bring a file: it is looked at, and its columns are mapped as the last file with the same headings, else by guess.

    Nothing is imported yet: mend the mapping, try, then import.
    """
    caller: Caller = request.auth  # type: ignore[attr-defined]
    target_for(caller, kind, to_write=True)
    if file.file is None:
        raise wrong(400, "field_required", "file")
    run = create_run(
        target=kind, file=file.file, file_name=file.name or "", by=str(caller.person), by_id=caller.person.pk if caller.person else None
    )  # fmt: skip
    return reply(import_view(run), 201)


@router.get("/imports/{uuid}", auth=STAFF, url_name="import", operation_id="get_import", **gives(200, ImportView))
def show(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Return an import: its columns, mapping, progress and counts."""
    return reply(import_view(_run(request, uuid)))


@router.patch("/imports/{uuid}", auth=STAFF, url_name="import", operation_id="change_import", **gives(200, ImportView))
def change(request: HttpRequest, uuid: UUID, data: ImportIn) -> HttpResponse:
    """Say how the file is read; what is not named stays. `profile` keeps that under a name for the next file."""
    caller: Caller = request.auth  # type: ignore[attr-defined]
    run = _run(request, uuid, to_write=True)
    with write(caller.actor):
        if data.reading is not None:
            set_reading(run_uuid=run.uuid, reading=data.reading)
        if data.mapping is not None or data.options is not None:
            mapping = data.mapping if data.mapping is not None else get_run(run.uuid).mapping
            _refuse_closed(caller, run, mapping)
            set_mapping(run_uuid=run.uuid, mapping=mapping, options=data.options)
        if data.profile:
            save_profile(run_uuid=run.uuid, name=data.profile)
    return reply(import_view(get_run(run.uuid)))


def _refuse_closed(caller: Caller, run: ImportRun, mapping: dict[str, str]) -> None:
    closed = closed_fields(caller.person, run.target) & set(mapping.values())
    if closed:
        raise Refused(*(Refusal("import_field_closed", {"field": code}, code) for code in sorted(closed)))


@router.get(
    "/imports/{uuid}/rows",
    auth=STAFF,
    url_name="import-rows",
    operation_id="list_import_rows",
    **gives(200, ImportRowPage),
)
def rows(
    request: HttpRequest,
    uuid: UUID,
    kind: Literal["", "new", "changed", "refused", "kept"] = "",
    after: int = Query(0, ge=0, le=2**31 - 1),
    limit: int = Query(100, ge=1, le=1000),
) -> HttpResponse:
    """Return what became of the rows, or would (of a trial), in the order of the file; rows that change nothing are left out."""
    found = rows_of(_run(request, uuid), kind=kind, after=after, limit=limit)
    return reply(ImportRowPage(items=[import_row_view(row) for row in found]))


@router.get(
    "/imports/{uuid}/errors",
    auth=STAFF,
    url_name="import-errors",
    operation_id="get_import_errors",
    **gives(200, media="text/csv"),
)
def errors(request: HttpRequest, uuid: UUID, format: Literal["jsonl", "csv", "xlsx"] = "csv") -> StreamingHttpResponse:
    """Return the refused rows as a file with the original's columns and what is wrong, to be mended and sent again."""
    name, content = errors_file(_run(request, uuid), kind=format, say=sentence_for, heading="error")
    response = StreamingHttpResponse(content, content_type=CONTENT_TYPES[format])
    response["Content-Disposition"] = f'attachment; filename="{name.encode("ascii", "ignore").decode()}"'
    return response


_ACTIONS: dict[str, Callable[..., ImportRun]] = {
    "try": ask_trial, "start": ask_import, "stop": stop_run, "undo": ask_undo,
}  # fmt: skip


@router.post(
    "/imports/{uuid}/{action}",
    auth=STAFF,
    url_name="import-action",
    operation_id="act_on_import",
    **gives(202, ImportView),
)
def act(request: HttpRequest, uuid: UUID, action: Literal["try", "start", "stop", "undo"]) -> HttpResponse:
    """Have the file tried (nothing is written), imported, stopped, or everything it changed put back. It goes on by itself."""
    caller: Caller = request.auth  # type: ignore[attr-defined]
    run = _run(request, uuid, to_write=True)
    if action == "undo" and not caller.may("imports.undo_import"):
        raise NotFound("import")
    if action != "stop":
        _refuse_closed(caller, run, run.mapping)
    with write(caller.actor):
        _ACTIONS[action](run_uuid=run.uuid)
    return reply(import_view(get_run(run.uuid)), 202)
