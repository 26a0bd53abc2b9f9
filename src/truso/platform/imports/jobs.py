"""Imports in the background: each in a process of its own, that gives way to everything else and dies with its worker."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from datetime import timedelta
from uuid import UUID

from django.conf import settings
from django.db import connection
from django.db.models import Q

from truso.platform import clock
from truso.platform.children import ends_with_parent, python_environment
from truso.platform.imports.models import WORKING, ImportRow, ImportRun
from truso.platform.imports.operations import PRIORITY, WORK
from truso.platform.imports.planned import carry_out
from truso.platform.imports.running import work_on
from truso.platform.jobs import enqueue, periodic, task

__all__ = ["carry_out", "resume_imports", "sweep_imports", "work"]
KEPT_DAYS = 90
WAIT = timedelta(seconds=10)  # before looking again whether another import is done


@task(WORK)
def work(run: str) -> None:
    """Work through a run. In a process of its own: what an import needs of memory and time is its own too.

    One at a time: a worker does few things at once, and mails must not wait for the second of two long imports.
    """
    at_work = ImportRun.objects.filter(state__in=WORKING, leased_until__gt=clock.now()).exclude(uuid=run)
    if at_work.exists():
        enqueue(WORK, {"run": run}, priority=PRIORITY, run_at=clock.now() + WAIT, dedupe_key=f"imports.resume:{run}")
        return
    if not settings.IMPORTS_IN_CHILD:
        work_on(UUID(run))
        return
    child = subprocess.Popen(
        [sys.executable, "-m", "truso.platform.imports", run],
        env={**python_environment(), "DJANGO_SETTINGS_MODULE": os.environ["DJANGO_SETTINGS_MODULE"]},
        preexec_fn=ends_with_parent(signal.SIGTERM),  # noqa: PLW1509  the child sets one flag of its own before it runs
    )
    connection.close()  # nothing is asked of it for as long as the child works
    if code := child.wait():
        raise RuntimeError(f"the import {run} ended with exit code {code}")


@periodic("imports.resume", "* * * * *")
def resume_imports() -> None:
    """Have runs go on whose worker is gone."""
    gone = Q(leased_until__lt=clock.now()) | Q(
        leased_until__isnull=True, started_at__lt=clock.now() - timedelta(minutes=2)
    )
    for run in ImportRun.objects.filter(gone, state__in=WORKING).only("uuid"):
        enqueue(WORK, {"run": str(run.uuid)}, priority=PRIORITY, dedupe_key=f"imports.resume:{run.uuid}")


@periodic("imports.sweep", "40 3 * * *")
def sweep_imports() -> None:
    """Let go of files and rows of imports that ended 90 days ago; the runs themselves stay, and can't be undone any more."""
    old = ImportRun.objects.filter(created_at__lt=clock.now() - timedelta(days=KEPT_DAYS)).exclude(state__in=WORKING)
    for run in old.exclude(file="").iterator():
        ImportRow.objects.filter(run=run).delete()
        run.file.delete(save=False)
        run.file = ""
        run.save(update_fields=["file"])
