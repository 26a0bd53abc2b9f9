"""Imports as staff look at them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from uuid import UUID

from truso.kernel.refusals import NotFound
from truso.kernel.value import Value
from truso.platform.imports.models import ImportRow, ImportRun, RunState


class Progress(Value, frozen=True):
    """How far a run is: rows done and in all (None while the end is not known), rows a second, seconds left, and counts."""

    state: str
    done: int
    total: int | None
    rate: float
    seconds_left: float | None
    counts: Mapping[str, int]
    is_stopping: bool


def get_run(uuid: UUID) -> ImportRun:
    """Return a run; raises NotFound."""
    found = ImportRun.objects.select_related("profile").filter(uuid=uuid).first()
    if found is None:
        raise NotFound("import")
    return found


def progress_of(run: ImportRun) -> Progress:
    """Return how far a run is. How many rows there are is known once it has been tried to the end."""
    is_undo = run.state in {RunState.UNDOING, RunState.UNDONE}
    counts = run.trial_counts if run.state in {RunState.TRYING, RunState.TRIED, RunState.LOOKED} else run.counts
    if is_undo:
        done = sum(run.kept_counts.values())
        total: int | None = run.counts.get("new", 0) + run.counts.get("changed", 0)
    else:
        done, total = sum(counts.values()), _total(run)
    rate = done / run.seconds if run.seconds else 0.0
    left = (total - done) / rate if total is not None and rate and run.is_working else None
    return Progress(
        state=run.state, done=done, total=total, rate=rate,
        seconds_left=None if left is None else max(left, 0.0),
        counts=run.kept_counts if is_undo else counts, is_stopping=run.is_stopping,
    )  # fmt: skip


def _total(run: ImportRun) -> int | None:
    """Return how many rows there are: counted by the trial, or estimated from the file's first rows."""
    if run.state == RunState.APPLYING or run.state in {RunState.STOPPED, RunState.FAILED}:
        return sum(run.trial_counts.values()) or None
    if run.state == RunState.TRYING:
        estimate = run.look.get("rows_estimate") or 0
        return max(int(estimate), sum(run.trial_counts.values())) or None
    return sum((run.counts or run.trial_counts).values()) or None


def rows_of(run: ImportRun, *, kind: str = "", after: int = 0, limit: int = 100) -> list[ImportRow]:
    """Return what became of a run's rows (of its trial, before it is imported), in the order of the file."""
    rows = ImportRow.objects.filter(run=run, is_trial=not run.counts, number__gt=after)
    if kind:
        rows = rows.filter(kind=kind)
    return list(rows.order_by("number")[:limit])


def refused_rows(run: ImportRun) -> Iterator[ImportRow]:
    """Yield a run's refused rows in the order of the file, few at a time."""
    rows = ImportRow.objects.filter(run=run, is_trial=not run.counts, kind="refused")
    yield from rows.order_by("number").iterator(chunk_size=1000)
