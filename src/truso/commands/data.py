"""`truso import`, `reindex`, `verify`."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path
from typing import Any

from truso.commands.environment import CommandError, database
from truso.commands.imports import add_import_options, run_file_import

# What the importer of the back office takes; named here so that the help needs no database.
KINDS = (
    "products", "prices", "costs", "stock", "categories", "brands", "packaging", "pictures", "documents", "customers", "own_numbers",
)  # fmt: skip


def add_commands(commands: Any) -> None:
    """Register the commands of this file."""
    commands.add_parser("verify", help="prove that stock, orders, invoices and ledgers agree").set_defaults(
        run=run_verify
    )
    commands.add_parser("reindex", help="build the search index anew, beside the old one").set_defaults(run=run_reindex)
    importer = commands.add_parser("import", help="bring in a file, or another system's data")
    importer.add_argument("source", choices=[*KINDS, "adventureworks"], help="what it holds")
    importer.add_argument("path", type=Path, help="the file; of another system's data the folder of its files")
    add_import_options(importer)
    importer.set_defaults(run=run_import)


def _with_database(action: Callable[[], int | None]) -> int:
    with database():
        return action() or 0


def run_verify(_: Namespace) -> int:
    def act() -> int:
        from truso.processes.verify import CHECKS, verify

        findings = list(verify())
        for finding in findings:
            sys.stderr.write(f"{finding.check}: {finding.row}\n")
        sys.stdout.write(f"{len(CHECKS) + 1} checks, {len(findings)} findings\n")
        return 1 if findings else 0

    return _with_database(act)


def run_reindex(_: Namespace) -> int:
    def act() -> None:
        from truso.modules.search.operations import rebuild_index

        info = rebuild_index()
        sys.stdout.write(f"{info.documents} articles indexed\n")

    return _with_database(act)


def run_import(options: Namespace) -> int:
    if options.source != "adventureworks":
        return run_file_import(options)
    if not options.path.is_dir():
        raise CommandError(f"{options.path} is not a folder.")

    def act() -> None:
        from truso.commands.serve import migrate_and_collect
        from truso.integrations.adventureworks import ImportRefused, load

        migrate_and_collect()
        try:
            for line in load(options.path):
                sys.stdout.write(f"{line}\n")
                sys.stdout.flush()
        except ImportRefused as problem:
            raise CommandError(str(problem)) from problem

    return _with_database(act)
