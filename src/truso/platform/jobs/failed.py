"""Jobs that gave up: let them run again."""

from __future__ import annotations

from django.db import IntegrityError, connection, transaction

from truso.kernel.refusals import refuse

_RETRY = """
update procrastinate_jobs set status = 'todo', attempts = 0, scheduled_at = null, worker_id = null
where id = %s and status in ('failed', 'aborted', 'cancelled')
"""


def retry_job(*, job_id: int) -> None:
    """Let a job that failed run again, from its first attempt.

    Refuses `job_not_failed`, and `job_waits_already` when the same work has been asked for again meanwhile.
    """
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(_RETRY, [job_id])
            found = cursor.rowcount
    except IntegrityError as waiting:
        raise refuse("job_waits_already") from waiting
    if not found:
        raise refuse("job_not_failed")
