"""Run waiting jobs in this process, in order: for tests, rehearsals and one-off commands."""

from __future__ import annotations

import json
from datetime import datetime

from django.db import connection

from truso.platform import clock
from truso.platform.jobs.registry import RUNNER, follow, run_job


def run_due_jobs(*, until: datetime | None = None, limit: int = 10_000) -> int:
    """Run every waiting job that is due, also those the jobs add, then let followers catch up; return how many ran.

    A failure is raised.
    """
    done = _run_jobs(until, limit)
    follow()
    return done


def _run_jobs(until: datetime | None, limit: int) -> int:
    done = 0
    while done < limit:
        with connection.cursor() as cursor:
            cursor.execute(
                "select id, args from procrastinate_jobs where status = 'todo' and task_name = %s "
                "and (scheduled_at is null or scheduled_at <= %s) order by priority desc, id limit 1",
                [RUNNER, until or clock.now()],
            )
            row = cursor.fetchone()
        if row is None:
            return done
        args = row[1] if isinstance(row[1], dict) else json.loads(row[1])
        run_job(args["name"], args["args"])
        with connection.cursor() as cursor:
            cursor.execute("delete from procrastinate_jobs where id = %s", [row[0]])
        done += 1
    return done
