"""Product data, batches and imports as the API shows them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from truso.api.answers.data import (
    BatchResult,
    ChangeView,
    DataField,
    DataKind,
    ImportColumn,
    ImportRowView,
    ImportView,
    RowResult,
)
from truso.api.problems import refusal_view
from truso.kernel.refusals import Refusal
from truso.platform.imports import FieldSpec, Kind, Outcome, Target
from truso.platform.imports.batches import Batch
from truso.platform.imports.models import ImportRow, ImportRun
from truso.platform.imports.operations import columns_of
from truso.platform.imports.outputs import reasons_of
from truso.platform.imports.queries import progress_of

STATUS = {Kind.NEW: "created", Kind.CHANGED: "changed", Kind.SAME: "unchanged", Kind.REFUSED: "refused"}
SAMPLES = 3


def kind_view(target: Target, *, may_write: bool) -> DataKind:
    """Show a kind of data with its fields."""
    return DataKind(code=target.code, may_write=may_write, fields=[_field(spec) for spec in target.fields()])


def _field(spec: FieldSpec) -> DataField:
    return DataField(
        code=spec.code,
        label=str(spec.label),
        type=spec.type,
        is_key=spec.is_key,
        is_required=spec.is_required,
        hint=str(spec.hint),
        group=str(spec.group),
    )


def batch_view(batch: Batch) -> BatchResult:
    """Show what became of a batch."""
    counts = {kind: sum(one.kind == kind for one in batch.outcomes) for kind in Kind}
    return BatchResult(
        is_kept=batch.is_kept,
        created=counts[Kind.NEW],
        changed=counts[Kind.CHANGED],
        unchanged=counts[Kind.SAME],
        refused=counts[Kind.REFUSED],
        results=[_result(one, batch.left.get(one.number, ())) for one in batch.outcomes],
    )


def _result(one: Outcome, left: Sequence[str]) -> RowResult:
    return RowResult(
        index=one.number - 1,
        key=one.key,
        status=STATUS[one.kind],
        changes=_changes(one.changes) if one.kind == Kind.CHANGED else [],
        left=list(left),
        refusals=[refusal_view(reason) for reason in one.reasons],
    )


def _changes(changes: Mapping[str, Any]) -> list[ChangeView]:
    return [
        ChangeView(field=field, before=_plain(pair[0]), after=_plain(pair[1]))
        for field, pair in sorted(changes.items())
    ]


def _plain(value: Any) -> Any:
    return value if value is None or isinstance(value, str | bool | int | list | dict) else str(value)


def import_view(run: ImportRun) -> ImportView:
    """Show an import."""
    progress = progress_of(run)
    return ImportView(
        uuid=run.uuid,
        kind=run.target,
        file_name=run.file_name,
        state=run.state,
        created_at=run.created_at,
        finished_at=run.finished_at,
        by=run.by,
        columns=[
            ImportColumn(key=one.key, heading=one.heading, samples=list(one.samples[:SAMPLES]))
            for one in columns_of(run)
        ],
        mapping=run.mapping,
        options={name: str(value) for name, value in run.options.items()},
        profile=run.profile.name if run.profile else "",
        rows_done=progress.done,
        rows_total=progress.total,
        rate=round(progress.rate),
        seconds_left=None if progress.seconds_left is None else round(progress.seconds_left),
        counts=dict(progress.counts),
        problem=refusal_view(Refusal(**run.problem)) if run.problem else None,
    )


def import_row_view(row: ImportRow) -> ImportRowView:
    """Show what became of a row of a file."""
    return ImportRowView(
        number=row.number,
        key=row.key,
        status=STATUS.get(Kind(row.kind), row.kind) if row.kind in set(Kind) else row.kind,
        changes=_changes(row.changes),
        refusals=[refusal_view(reason) for reason in reasons_of(row)],
    )
