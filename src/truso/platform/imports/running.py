"""Work through a file: try it, import it, take it back, a portion at a time.

A portion's writes, what became of its rows and the run's position are one transaction: cut off anywhere, the run goes on
at the next row. Who works on a run holds a lease on it; a portion is written only while that lasts.
"""

from __future__ import annotations

import time
import zipfile
from collections import Counter
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import msgspec
from django.db.models import Q

from truso.kernel.refusals import Refusal, Refused
from truso.platform import clock
from truso.platform.database.copying import copy_rows
from truso.platform.database.transactions import Actor, write
from truso.platform.imports.attached import ARCHIVE
from truso.platform.imports.courtesy import Courtesy
from truso.platform.imports.models import WORKING, ImportRow, ImportRun, RunState
from truso.platform.imports.operations import look_of
from truso.platform.imports.owners import of_others, source_of
from truso.platform.imports.reading import RawRow, read_rows
from truso.platform.imports.sifting import LONGEST_KEY, Sieve
from truso.platform.imports.targets import find_target
from truso.platform.imports.values import DoneRow, Kind, Outcome, Row, Target

PORTION = 1000
LEASE = timedelta(seconds=45)
# A portion's transactions, with those of the jobs it gives the worker (events told, search taking its articles over).
OWN = 30
_PROGRESS = ["position", "counts", "trial_counts", "kept_counts", "seconds", "paused", "leased_until"]
_ENDS = {RunState.TRYING: RunState.TRIED, RunState.APPLYING: RunState.APPLIED, RunState.UNDOING: RunState.UNDONE}


class LostLease(Exception):
    """Somebody else works on the run."""


class Stopped(Exception):
    """The run was asked to stop."""


def work_on(run_uuid: UUID, *, portion: int = PORTION, watch: Callable[[ImportRun], None] = lambda _run: None) -> None:
    """Do what a run is asked to do until it is done, stopped or broken off; nothing when somebody else is at it.

    `watch` is told of the run after each portion.
    """
    run = _take(run_uuid)
    target = find_target(run.target) if run else None
    if run is None:
        return
    try:
        if target is None:
            raise Refused(Refusal("import_target_unknown", {"found": run.target}))
        worker = _Worker(run, target, portion, watch)
        if run.state == RunState.UNDOING:
            worker.undo()
        else:
            worker.read()
        _end(run, _ENDS[RunState(run.state)])
    except LostLease:
        return
    except Stopped:
        _end(run, RunState.STOPPED)
    except Refused as refused:
        _end(run, RunState.FAILED, refused.refusals[0])
    except FileNotFoundError:
        _end(run, RunState.FAILED, Refusal("import_file_gone"))
    except Exception:
        _end(run, RunState.FAILED, Refusal("import_broke_off"))
        raise


def _take(run_uuid: UUID) -> ImportRun | None:
    lease, now = uuid4(), clock.now()
    free = Q(leased_until__isnull=True) | Q(leased_until__lt=now)
    taken = ImportRun.objects.filter(free, uuid=run_uuid, state__in=WORKING).update(
        lease=lease, leased_until=now + LEASE
    )
    return ImportRun.objects.get(uuid=run_uuid) if taken else None


def _end(run: ImportRun, state: RunState, problem: Refusal | None = None) -> None:
    ImportRun.objects.filter(pk=run.pk, lease=run.lease).update(
        state=state,
        is_stopping=False,
        lease=None,
        leased_until=None,
        finished_at=clock.now(),
        problem={"code": problem.code, "params": msgspec.to_builtins(problem.params)} if problem else None,
        **({"rows_total": run.position} if state in {RunState.TRIED, RunState.APPLIED} else {}),
    )


class _Worker:
    def __init__(self, run: ImportRun, target: Target, portion: int, watch: Callable[[ImportRun], None]) -> None:
        # Rows with files beside them are many times as much work each.
        self.run, self.target, self.watch = run, target, watch
        self.portion = min(portion, getattr(target, "portion", portion))
        self.options = {**run.options, ARCHIVE: run.file.path if zipfile.is_zipfile(run.file.path) else None}
        self.is_trial = run.state == RunState.TRYING
        self.actor = Actor(staff_id=run.by_id, label=f"import:{run.uuid}")
        self.courtesy = Courtesy()
        self.began = time.monotonic()

    # Reading

    def read(self) -> None:
        """Try or import every row after the run's position."""
        run = self.run
        others = of_others(run.target, source_of(run))
        mapping = {column: field for column, field in run.mapping.items() if field not in others}
        sieve = Sieve(self.target.fields(), mapping, run.options, look_of(run).decimal)
        last: list[RawRow] = []
        # One portion behind, so that the end of the file is known while the last one is judged.
        with closing(self._portions(sieve)) as portions:
            for raw in portions:
                if last:
                    self._do(last, *sieve.sift(last))
                last = raw
        if last:
            self._do(last, *sieve.sift(last, is_last=True))

    def _portions(self, sieve: Sieve) -> Generator[list[RawRow]]:
        """Yield what is still to do; of what was done before only the keys are noted."""
        with closing(read_rows(self.run.file.path, self.run.look, portion=self.portion)) as rows:
            for raw in rows:
                if before := [row for row in raw if row.number <= self.run.position]:
                    sieve.sift(before)
                if after := raw[len(before) :]:
                    yield after

    def _do(self, raw: Sequence[RawRow], rows: Sequence[Row], refused: Sequence[Outcome]) -> None:
        with self._portion(raw[-1].number):
            outcomes = [*self.target.judge(rows, self.options), *refused] if rows else list(refused)
            if not self.is_trial:
                outcomes = self._apply(outcomes)
            self._keep(outcomes, {row.number: row.cells for row in raw})
        self._give_way()

    def _give_way(self) -> None:
        self.courtesy.give_way(worked=time.monotonic() - self.began, own=OWN)
        self.began = time.monotonic()

    def _apply(self, outcomes: list[Outcome]) -> list[Outcome]:
        wanted = [one for one in outcomes if one.kind in {Kind.NEW, Kind.CHANGED}]
        others = [one for one in outcomes if one.kind not in {Kind.NEW, Kind.CHANGED}]
        return [*(self.target.apply(wanted, self.options) if wanted else ()), *others]

    def _keep(self, outcomes: Sequence[Outcome], cells: Mapping[int, Mapping[str, str]]) -> None:
        counts = Counter(one.kind.value for one in outcomes)
        kept = self.run.trial_counts if self.is_trial else self.run.counts
        total = {kind.value: kept.get(kind.value, 0) + counts[kind.value] for kind in Kind}
        if self.is_trial:
            self.run.trial_counts = total
        else:
            self.run.counts = total
        told = sorted((one for one in outcomes if one.kind != Kind.SAME), key=lambda one: one.number)
        copy_rows(
            ImportRow,
            ("run_id", "is_trial", "number", "kind", "key", "changes", "reasons", "values"),
            (self._row(one, cells) for one in told),
        )

    def _row(self, one: Outcome, cells: Mapping[int, Mapping[str, str]]) -> tuple[Any, ...]:
        reasons = [{"code": why.code, "params": _plain(why.params), "subject": why.subject} for why in one.reasons]
        values = dict(cells.get(one.number, {})) if one.kind == Kind.REFUSED else {}
        return (
            self.run.pk,
            self.is_trial,
            one.number,
            one.kind.value,
            one.key[:LONGEST_KEY],
            _plain(one.changes),
            reasons,
            values,
        )

    # Portions

    @contextmanager
    def _portion(self, position: int) -> Iterator[None]:
        """Open a portion's transaction while the run is still ours; close it with the run's position and the time it took."""
        run = self.run
        before = (run.counts, run.trial_counts, run.kept_counts)
        try:
            with write(self.actor):
                now = ImportRun.objects.select_for_update().get(pk=run.pk)
                if now.lease != run.lease:
                    raise LostLease
                if now.is_stopping:
                    raise Stopped
                yield
                run.position, run.paused = position, self.courtesy.paused
                run.seconds += time.monotonic() - self.began
                run.leased_until = clock.now() + LEASE
                run.save(update_fields=_PROGRESS)
            self.watch(run)
        except BaseException:
            run.counts, run.trial_counts, run.kept_counts = before
            raise

    # Taking back

    def undo(self) -> None:
        """Put back what the run wrote, the last row first; what has been put back is forgotten."""
        while True:
            rows = list(
                ImportRow.objects.filter(
                    run=self.run, is_trial=False, kind__in=[Kind.NEW.value, Kind.CHANGED.value]
                ).order_by("-number")[: self.portion]
            )
            if not rows:
                return
            with self._portion(rows[-1].number - 1):
                done = [
                    DoneRow(
                        row.number, Kind(row.kind), row.key, {code: tuple(pair) for code, pair in row.changes.items()}
                    )
                    for row in rows
                ]
                outcomes = self.target.undo(done)
                kept = [one for one in outcomes if one.kind == Kind.REFUSED]
                counts = self.run.kept_counts
                self.run.kept_counts = {
                    "undone": counts.get("undone", 0) + len(rows) - len(kept),
                    "kept": counts.get("kept", 0) + len(kept),
                }
                ImportRow.objects.filter(pk__in=[row.pk for row in rows]).delete()
                self._tell_kept(kept)
            self._give_way()

    def _tell_kept(self, kept: Sequence[Outcome]) -> None:
        rows = [self._row(one, {}) for one in sorted(kept, key=lambda one: one.number)]
        ImportRow.objects.bulk_create(
            ImportRow(run=self.run, number=row[2], kind="kept", key=row[4], reasons=row[6]) for row in rows
        )


def _plain(value: Any) -> Any:
    return msgspec.to_builtins(value, builtin_types=(), enc_hook=str)
