"""What is asked of imports: take a file, say how it is read, try it, import it, stop it, undo it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import IO, Any
from uuid import UUID

import msgspec
from django.core.files.base import File
from django.db import transaction

from truso.kernel.refusals import NotFound, Refusal, Refused, refuse
from truso.platform import clock
from truso.platform.imports.mapping import suggest_mapping
from truso.platform.imports.models import ImportProfile, ImportRow, ImportRun, RunState
from truso.platform.imports.reading import Column, Look, look_at
from truso.platform.imports.targets import find_target
from truso.platform.imports.values import Target
from truso.platform.jobs import enqueue

WORK = "imports.work"
# After edits of single things by staff, whose jobs have none.
PRIORITY = -10
MOST_BYTES = 4 * 1024**3
# What may be begun from where, and what the run then is.
BEGINS = {
    RunState.TRYING: (RunState.LOOKED, RunState.TRIED, RunState.FAILED, RunState.STOPPED),
    RunState.APPLYING: (RunState.TRIED, RunState.STOPPED, RunState.FAILED),
    RunState.UNDOING: (RunState.APPLIED, RunState.STOPPED, RunState.FAILED),
}


def create_run(*, target: str, file: IO[bytes], file_name: str, by: str, by_id: int | None = None) -> ImportRun:
    """Keep a file, look at it, and propose how it is read: as the last file with the same headings, else by its headings.

    Refuses `import_target_unknown`, `file_too_large`, and what `look_at` refuses; nothing is kept then.
    """
    found = _target(target)
    size, digest = _measure(file)
    if size > MOST_BYTES:
        raise refuse("file_too_large", "file", most=MOST_BYTES // 1024**2)
    run = ImportRun(target=target, file_name=file_name[-200:], size=size, sha256=digest, by=by[:200], by_id=by_id)
    run.created_at = clock.now()
    suffix = "".join(c for c in file_name.rpartition(".")[2].lower() if c.isalnum())[:8]
    run.file.save(f"{run.uuid}.{suffix or 'csv'}", File(file), save=False)
    try:
        _look(run, found, {})
    except BaseException:
        run.file.delete(save=False)
        raise
    run.save()
    return run


def _measure(file: IO[bytes]) -> tuple[int, str]:
    digest, size = hashlib.sha256(), 0
    file.seek(0)
    while chunk := file.read(1 << 20):
        digest.update(chunk)
        size += len(chunk)
    file.seek(0)
    return size, digest.hexdigest()


def _look(run: ImportRun, target: Target, reading: Mapping[str, Any]) -> None:
    look = look_at(run.file.path, reading)
    # What the file shows by itself names its kind; what it shows once something was fixed is another matter.
    shown = run.look["shown"] if reading else [column.heading for column in look.columns]
    profile = None
    if not reading:
        profile = ImportProfile.objects.filter(target=run.target, headings=shown).order_by("-updated_at").first()
    if profile and profile.reading:
        look = look_at(run.file.path, profile.reading)
    run.look = {**msgspec.to_builtins(look), "shown": shown}
    run.profile = profile
    run.reading = dict(profile.reading) if profile else dict(reading)
    run.options = dict(profile.options) if profile else run.options
    keys = {column.key for column in look.columns}
    known = {key: field for key, field in profile.mapping.items() if key in keys} if profile else {}
    run.mapping = known or suggest_mapping(look.columns, target.fields())


def look_of(run: ImportRun) -> Look:
    """Return what was found in a run's file."""
    return msgspec.convert(run.look, Look)


def columns_of(run: ImportRun) -> tuple[Column, ...]:
    """Return the columns of a run's file."""
    return look_of(run).columns


def set_reading(*, run_uuid: UUID, reading: Mapping[str, Any]) -> ImportRun:
    """Fix what was found wrongly of a file's form (encoding, separator, header, sheet …) and look at it again."""
    with transaction.atomic():
        run = _lock(run_uuid)
        _refuse_unless_open(run)
        _look(run, _target(run.target), {key: value for key, value in reading.items() if value not in ("", None)})
        _back_to_start(run)
    return run


def set_mapping(*, run_uuid: UUID, mapping: Mapping[str, str], options: Mapping[str, Any] | None = None) -> ImportRun:
    """Say which column is which field; a trial of before no longer counts.

    Refuses `import_field_unknown`, `import_field_twice`, `import_column_unknown`, and `import_key_unmapped` when no column
    tells the rows apart (unless an option does, named as the field).
    """
    with transaction.atomic():
        run = _lock(run_uuid)
        _refuse_unless_open(run)
        chosen = {key: code for key, code in mapping.items() if code}
        run.options = {**run.options, **options} if options is not None else run.options
        if problems := _mapping_problems(run, chosen):
            raise Refused(*problems)
        run.mapping = chosen
        _back_to_start(run)
    return run


def _mapping_problems(run: ImportRun, mapping: Mapping[str, str]) -> list[Refusal]:
    fields = {field.code: field for field in _target(run.target).fields()}
    keys = {column.key for column in columns_of(run)}
    problems, used = [], set()
    for key, code in mapping.items():
        if key not in keys:
            problems.append(Refusal("import_column_unknown", {"column": key}, f"mapping.{key}"))
        if code not in fields:
            problems.append(Refusal("import_field_unknown", {"field": code}, f"mapping.{key}"))
        elif code in used:
            problems.append(Refusal("import_field_twice", {"field": str(fields[code].label)}, f"mapping.{key}"))
        used.add(code)
    wanted = [field for field in fields.values() if field.is_required]
    problems += [
        Refusal("import_key_unmapped", {"field": str(field.label)}, field.code)
        for field in wanted
        if field.code not in used and not run.options.get(field.code)
    ]
    return problems


def _back_to_start(run: ImportRun) -> None:
    run.state, run.position, run.trial_counts, run.problem = RunState.LOOKED, 0, {}, None
    run.save()
    ImportRow.objects.filter(run=run, is_trial=True).delete()


def _refuse_unless_open(run: ImportRun) -> None:
    """Refuse to change how a file is read once some of it is in: the rest would be read otherwise."""
    if run.is_working or run.state in {RunState.APPLIED, RunState.UNDONE} or run.counts:
        raise refuse("import_begun")


def save_profile(*, run_uuid: UUID, name: str) -> ImportProfile:
    """Keep how a run's file is read under a name, for the next file of the same sender. Refuses `field_required`."""
    if not name.strip():
        raise refuse("field_required", "name")
    with transaction.atomic():
        run = _lock(run_uuid)
        now = clock.now()
        values = {
            "mapping": run.mapping,
            "reading": run.reading,
            "options": run.options,
            "headings": run.look["shown"],
            "updated_at": now,
        }
        profile, _made = ImportProfile.objects.update_or_create(
            target=run.target, name=name.strip()[:120], defaults=values, create_defaults={**values, "created_at": now}
        )
        run.profile = profile
        run.save(update_fields=["profile"])
    return profile


def ask_trial(*, run_uuid: UUID) -> ImportRun:
    """Have a file tried: everything is judged, nothing is written. Refuses `import_state` and what a mapping lacks."""
    with transaction.atomic():
        run = _lock(run_uuid)
        if problems := _mapping_problems(run, run.mapping):
            raise Refused(*problems)
        if run.counts:
            raise refuse("import_begun")
        ImportRow.objects.filter(run=run, is_trial=True).delete()
        run.position, run.trial_counts, run.seconds, run.paused = 0, {}, 0, 0
        return _begin(run, RunState.TRYING)


def ask_import(*, run_uuid: UUID) -> ImportRun:
    """Have a file imported that was tried, or one go on that was stopped or broke off. Refuses `import_state`."""
    with transaction.atomic():
        run = _lock(run_uuid)
        # What has been taken back in part is no longer as the run's rows say: it can only be taken back to the end.
        if (run.state != RunState.TRIED and not run.counts) or run.kept_counts:
            raise refuse("import_state", state=run.state, action=RunState.APPLYING.value)
        if run.state == RunState.TRIED:
            run.position, run.seconds, run.paused = 0, 0, 0
            ImportRow.objects.filter(run=run, is_trial=True).delete()
        return _begin(run, RunState.APPLYING)


def ask_undo(*, run_uuid: UUID) -> ImportRun:
    """Have everything an import changed put back, where it is still as imported.

    Refuses `import_state`, and `import_file_gone` when its rows are no longer kept.
    """
    with transaction.atomic():
        run = _lock(run_uuid)
        if not run.counts:
            raise refuse("import_state", state=run.state, action=RunState.UNDOING.value)
        if not run.file:
            raise refuse("import_file_gone")
        run.seconds, run.paused = 0, 0
        return _begin(run, RunState.UNDOING)


def _begin(run: ImportRun, state: RunState) -> ImportRun:
    if run.state not in BEGINS[state]:
        raise refuse("import_state", state=run.state, action=state.value)
    run.state, run.is_stopping, run.problem, run.finished_at = state, False, None, None
    run.started_at, run.lease, run.leased_until = clock.now(), None, None
    run.save()
    enqueue(WORK, {"run": str(run.uuid)}, priority=PRIORITY)
    return run


def stop_run(*, run_uuid: UUID) -> ImportRun:
    """Have a run stop after the portion it is at; what is in stays, and it can go on. Nothing for one that is not under way."""
    with transaction.atomic():
        run = _lock(run_uuid)
        if run.is_working:
            run.is_stopping = True
            run.save(update_fields=["is_stopping"])
    return run


def _lock(run_uuid: UUID) -> ImportRun:
    run = ImportRun.objects.select_for_update().filter(uuid=run_uuid).first()
    if run is None:
        raise NotFound("import")
    return run


def _target(code: str) -> Target:
    target = find_target(code)
    if target is None:
        raise refuse("import_target_unknown", "target", found=code)
    return target
