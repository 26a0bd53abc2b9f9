"""Product data for programs of the house: every kind that can be imported, read as a whole and written in batches."""

from __future__ import annotations

from typing import Literal

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from ninja import Query, Router

from truso.api.answers.data import BatchResult, DataKinds
from truso.api.auth import Caller, Gate
from truso.api.encoding import reply
from truso.api.inputs import BatchIn
from truso.api.once import write_once
from truso.api.openapi import gives
from truso.api.present.data import batch_view, kind_view
from truso.kernel.refusals import NotFound
from truso.modules.identity.rules import Scope
from truso.platform.imports import Target, all_targets, find_target
from truso.platform.imports.batches import write_batch
from truso.platform.imports.outputs import CONTENT_TYPES, write_table
from truso.platform.imports.owners import STAFF as STAFF_SOURCE
from truso.platform.imports.owners import key_source
from truso.processes.imports.rights import closed_fields, may_import, may_see

router = Router(tags=["Product data"])
STAFF = Gate(Scope.DATA, needs_hat=False, is_staff=True)


def target_for(caller: Caller, kind: str, *, to_write: bool = False) -> Target:
    """Return a kind of data the caller may read (or write); raises NotFound for others as for those there are none of."""
    target = find_target(kind)
    may = may_import if to_write else may_see
    if target is None or not may(caller.person, kind):
        raise NotFound("kind of data")
    return target


def _source(caller: Caller) -> str:
    """Return as whom the caller writes, for fields that have an owner."""
    return key_source(caller.key.uuid) if caller.key else STAFF_SOURCE


@router.get("/data", auth=STAFF, url_name="data-kinds", operation_id="list_data_kinds", **gives(200, DataKinds))
def kinds(request: HttpRequest) -> HttpResponse:
    """List the kinds of data the caller may read, with the fields of the moment: attributes, languages, price lists."""
    person = request.auth.person  # type: ignore[attr-defined]
    found = [target for target in all_targets() if may_see(person, target.code)]
    return reply(DataKinds(items=[kind_view(target, may_write=may_import(person, target.code)) for target in found]))


@router.get(
    "/data/{kind}", auth=STAFF, url_name="data", operation_id="export_data", **gives(200, media="application/x-ndjson")
)
def export(
    request: HttpRequest,
    kind: str,
    fields: list[str] = Query([], max_length=500),
    format: Literal["jsonl", "csv", "xlsx"] = "jsonl",
) -> StreamingHttpResponse:
    """Return everything of a kind, a line per record, with the field codes `POST` takes: sent back, nothing changes.

    `fields` names those wanted; without it all are given.
    """
    target = target_for(request.auth, kind)  # type: ignore[attr-defined]
    headings, rows = target.export(fields, {})
    response = StreamingHttpResponse(write_table(format, headings, rows), content_type=CONTENT_TYPES[format])
    response["Content-Disposition"] = f'attachment; filename="{target.code}.{format}"'
    return response


@router.post(
    "/data/{kind}", auth=STAFF, url_name="data", operation_id="write_data", **gives(200, BatchResult, key="optional")
)
def write(request: HttpRequest, kind: str, data: BatchIn) -> HttpResponse:
    """Create and change up to 1,000 records; tells of each what became of it, and why where it was refused.

    What is right is kept though other rows are refused, unless `all_or_none` is asked for.
    """
    caller: Caller = request.auth  # type: ignore[attr-defined]
    target = target_for(caller, kind, to_write=True)
    closed = closed_fields(caller.person, kind)

    def act() -> tuple[int, BatchResult]:
        batch = write_batch(
            target,
            data.rows,
            options=data.options,
            closed=closed,
            source=_source(caller),
            is_trial=data.dry_run,
            all_or_none=data.all_or_none,
        )
        return 200, batch_view(batch)

    return write_once(request, f"write_data:{kind}"[:60], data, act)
