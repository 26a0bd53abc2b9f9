"""`truso import <what> <file>`: the importer of the back office, from the command line."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path
from typing import Any

from truso.commands.environment import CommandError, database


def add_import_options(importer: Any) -> None:
    """Add what an import of a file takes."""
    importer.add_argument("--profile", help="read the file as the profile of this name says")
    importer.add_argument(
        "--map", action="append", default=[], metavar="COLUMN=FIELD", help="a column of the file and its field"
    )
    importer.add_argument(
        "--option", action="append", default=[], metavar="NAME=VALUE", help="what counts where a row says nothing"
    )
    importer.add_argument("--dry-run", action="store_true", help="try the file and change nothing")
    importer.add_argument("--errors", type=Path, help="write the refused rows to this CSV file")


def run_file_import(options: Namespace) -> int:
    """Try a file and import it; say how far it is, and what was refused."""
    if not options.path.is_file():
        raise CommandError(f"{options.path} is not a file.")
    with database():
        from truso.kernel.refusals import Refused
        from truso.processes.sentences import sentence_for

        try:
            return _import(options)
        except Refused as refused:
            raise CommandError(" ".join(sentence_for(one) for one in refused.refusals)) from refused


def _import(options: Namespace) -> int:
    from truso.platform.imports.models import ImportProfile, ImportRun
    from truso.platform.imports.operations import ask_import, ask_trial, create_run, set_mapping
    from truso.platform.imports.running import work_on

    with options.path.open("rb") as file:
        run = create_run(target=options.source, file=file, file_name=options.path.name, by="truso import")
    mapping, given = dict(run.mapping), dict(run.options)
    if options.profile:
        profile = ImportProfile.objects.filter(target=run.target, name=options.profile).first()
        if profile is None:
            raise CommandError(f"There is no profile named {options.profile}.")
        mapping, given = dict(profile.mapping), dict(profile.options)
    mapping |= _pairs(options.map)
    run = set_mapping(run_uuid=run.uuid, mapping=mapping, options={**given, **_pairs(options.option, at_end=False)})
    for column, field in run.mapping.items():
        sys.stdout.write(f"{column} → {field}\n")
    ask_trial(run_uuid=run.uuid)
    work_on(run.uuid, watch=_tell)
    run = ImportRun.objects.get(pk=run.pk)
    _sum_up(run, options)
    if run.state != "tried" or options.dry_run:
        return 0 if run.state == "tried" else 1
    ask_import(run_uuid=run.uuid)
    work_on(run.uuid, watch=_tell)
    run = ImportRun.objects.get(pk=run.pk)
    _sum_up(run, options)
    return 0 if run.state == "applied" and not run.counts.get("refused") else 1


def _pairs(texts: list[str], *, at_end: bool = True) -> dict[str, str]:
    pairs = [text.rpartition("=") if at_end else text.partition("=") for text in texts]
    if any(not sign for _name, sign, _value in pairs):
        raise CommandError("Write it as NAME=VALUE.")
    return {name: value for name, _sign, value in pairs}


def _tell(run: Any) -> None:
    from truso.platform.imports.queries import progress_of

    progress = progress_of(run)
    total = f" of {progress.total}" if progress.total else ""
    left = f", {progress.seconds_left:.0f} s left" if progress.seconds_left is not None else ""
    if sys.stdout.isatty():
        sys.stdout.write(f"\r{progress.done}{total} rows, {progress.rate:.0f} a second{left}   ")
        sys.stdout.flush()


def _sum_up(run: Any, options: Namespace) -> None:
    from truso.platform.imports.outputs import errors_file, reasons_of
    from truso.platform.imports.queries import refused_rows
    from truso.processes.sentences import sentence_for

    counts = run.counts or run.trial_counts
    told = ", ".join(f"{count} {kind}" for kind, count in counts.items())
    sys.stdout.write(f"\n{run.get_state_display()}: {told or 'nothing'} ({run.seconds:.1f} s)\n")
    if run.problem:
        sys.stdout.write(f"{run.problem['code']}\n")
    for place, row in enumerate(refused_rows(run)):
        if place == 20:
            sys.stdout.write("… more of them: --errors FILE writes all.\n")
            break
        sys.stdout.write(f"row {row.number} {row.key}: {' '.join(sentence_for(one) for one in reasons_of(row))}\n")
    if options.errors and counts.get("refused"):
        _name, content = errors_file(run, kind="csv", say=sentence_for, heading="What is wrong")
        with options.errors.open("wb") as file:
            file.writelines(content)
