"""An import whose process is killed, and one that two processes want: every row is written once."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import pytest
from django.conf import settings
from django.db import connection

from tests.races.conftest import PATIENCE
from tests.races.shelf import PORTION, Shelf
from truso.platform import clock
from truso.platform.audit.models import AuditEntry
from truso.platform.imports import targets
from truso.platform.imports.models import ImportProfile, ImportRow, ImportRun
from truso.platform.imports.operations import ask_import, ask_trial, ask_undo, create_run, stop_run
from truso.platform.imports.running import work_on
from truso.platform.jobs.inline import run_due_jobs

ROWS = 1200


@pytest.fixture
def run(own_database: None, monkeypatch: pytest.MonkeyPatch) -> ImportRun:
    """A file that has been tried, and is asked to be imported."""
    monkeypatch.setitem(targets._targets, "shelf", Shelf())
    content = "sku;name\n" + "".join(f"A{one};Name {one % 7}\n" for one in range(ROWS))
    made = create_run(target="shelf", file=io.BytesIO(content.encode()), file_name="list.csv", by="Tester")
    ask_trial(run_uuid=made.uuid)
    work_on(made.uuid)
    return ask_import(run_uuid=made.uuid)


def environment() -> dict[str, str]:
    """Return where a process finds this test's database; files lie where those of all tests do."""
    at = urlsplit(os.environ["TRUSO_TEST_SERVER"])
    url = urlunsplit(at._replace(path=f"/{settings.DATABASES['default']['NAME']}"))
    return {"DATABASE_URL": url}


def worker(run: ImportRun) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "tests.races.shelf", str(run.uuid)]
    return subprocess.Popen(command, env={**os.environ, **environment()})


def until(holds: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < deadline
        time.sleep(0.02)


def now(run: ImportRun) -> ImportRun:
    return ImportRun.objects.get(pk=run.pk)


def kept() -> int:
    return ImportProfile.objects.filter(target="shelf").count()


def readers(pid: int) -> list[int]:
    return [int(one) for one in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def is_gone(pid: int) -> bool:
    try:
        return " Z " in Path(f"/proc/{pid}/stat").read_text()
    except FileNotFoundError:
        return True


def lapse(run: ImportRun) -> None:
    ImportRun.objects.filter(pk=run.pk).update(leased_until=clock.now())


def test_a_killed_import_goes_on_at_the_row_and_leaves_no_reader(run: ImportRun) -> None:
    first = worker(run)
    until(lambda: now(run).position > 10 * PORTION)
    reading = readers(first.pid)
    first.kill()
    first.wait()

    until(lambda: all(is_gone(pid) for pid in reading))
    cut = now(run)
    assert (cut.state, kept(), ImportRow.objects.filter(run=run).count()) == (
        "applying",
        cut.position - 1,
        cut.position - 1,
    )

    lapse(run)
    assert worker(run).wait(PATIENCE) == 0

    done = now(run)
    assert (done.state, done.counts, done.position) == (
        "applied",
        {"new": ROWS, "changed": 0, "same": 0, "refused": 0},
        ROWS + 1,
    )
    trail = AuditEntry.objects.filter(table="imports_importprofile").values_list("actor__label", flat=True)
    assert Counter(trail) == {f"import:{run.uuid}": ROWS}


def test_two_processes_that_want_one_import_write_every_row_once(run: ImportRun) -> None:
    both = [worker(run), worker(run)]

    assert [one.wait(PATIENCE) for one in both] == [0, 0]
    assert (now(run).state, kept(), now(run).counts["new"]) == ("applied", ROWS, ROWS)


def test_one_whose_lease_was_taken_in_the_middle_writes_nothing_more(run: ImportRun) -> None:
    first = worker(run)
    until(lambda: now(run).position > 5 * PORTION)
    lapse(run)
    second = worker(run)

    assert [first.wait(PATIENCE), second.wait(PATIENCE)] == [0, 0]
    assert (now(run).state, kept(), now(run).counts["new"]) == ("applied", ROWS, ROWS)


def test_an_import_is_stopped_from_outside_and_an_undo_of_its_part_can_be_cut_too(run: ImportRun) -> None:
    first = worker(run)
    until(lambda: now(run).position > 5 * PORTION)
    stop_run(run_uuid=run.uuid)
    assert first.wait(PATIENCE) == 0
    part = now(run)
    assert (part.state, kept()) == ("stopped", part.position - 1)

    ask_undo(run_uuid=run.uuid)
    undoing = worker(run)
    until(lambda: bool(now(run).kept_counts))
    undoing.kill()
    undoing.wait()
    connection.close()
    lapse(run)
    assert worker(run).wait(PATIENCE) == 0

    assert (now(run).state, kept(), now(run).kept_counts) == ("undone", 0, {"undone": part.position - 1, "kept": 0})


def test_the_job_works_in_a_process_that_knows_every_target(
    own_database: None, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.IMPORTS_IN_CHILD = True
    for name, value in environment().items():
        monkeypatch.setenv(name, value)
    made = create_run(target="products", file=io.BytesIO(b"sku;name\nA1;Bolt\n"), file_name="list.csv", by="Tester")
    ask_trial(run_uuid=made.uuid)

    run_due_jobs()

    assert (now(made).state, sum(now(made).trial_counts.values())) == ("tried", 1)
