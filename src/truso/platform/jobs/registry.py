"""Which jobs exist, and how one is asked for. Procrastinate keeps, locks and retries them."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

logger = logging.getLogger("truso.jobs")

Job = Callable[..., None]
_jobs: dict[str, Job] = {}
_periodic: dict[str, str] = {}
_followers: dict[str, Callable[[], None]] = {}
RUNNER = "truso.run"
MAX_ATTEMPTS = 12


def task(name: str) -> Callable[[Job], Job]:
    """Register a function as the job `name` (`module.verb_noun`). It must bear being run twice."""

    def register_job(function: Job) -> Job:
        if name in _jobs and _jobs[name] is not function:
            raise RuntimeError(f"two jobs are named {name}")
        _jobs[name] = function
        return function

    return register_job


def periodic(name: str, cron: str) -> Callable[[Job], Job]:
    """Register a job that also runs by the clock; `cron` has five fields, in UTC."""

    def register_job(function: Job) -> Job:
        _periodic[name] = cron
        return task(name)(function)

    return register_job


def follower(name: str) -> Callable[[Callable[[], None]], Callable[[], None]]:
    """Register what each machine does for itself when something changed, by a process of its own.

    Where jobs are run in one process (tests, rehearsals), it is done after them.
    """

    def register_follower(function: Callable[[], None]) -> Callable[[], None]:
        _followers[name] = function
        return function

    return register_follower


def follow() -> None:
    """Let every follower catch up, in this process."""
    for function in _followers.values():
        function()


def enqueue(
    name: str,
    args: dict[str, Any] | None = None,
    *,
    run_at: datetime | None = None,
    priority: int = 0,
    lock: str | None = None,
    dedupe_key: str | None = None,
) -> None:
    """Defer a job inside the caller's transaction: it runs once that commits, at least once.

    Jobs of one `lock` run one after the other in the order they were deferred. While a job with the same
    `dedupe_key` waits, another is not added. `args` are plain JSON.
    """
    from procrastinate.contrib.django import app
    from procrastinate.exceptions import AlreadyEnqueued

    deferrer = app.configure_task(RUNNER, lock=lock, queueing_lock=dedupe_key, schedule_at=run_at, priority=priority)
    try:
        if dedupe_key:
            with transaction.atomic():
                deferrer.defer(name=name, args=args or {})
        else:
            deferrer.defer(name=name, args=args or {})
    except AlreadyEnqueued:
        logger.debug("%s is waiting already", name)


def enqueue_many(name: str, wanted: Sequence[tuple[dict[str, Any], str]]) -> None:
    """Defer several runs of one job, each with its arguments and lock, in one statement."""
    from procrastinate.contrib.django import app

    jobs = [app.configure_task(RUNNER, lock=lock).make_new_job(name=name, args=args) for args, lock in wanted]
    if jobs:
        app.job_manager.batch_defer_jobs(jobs=jobs)


def run_job(name: str, args: dict[str, Any]) -> None:
    """Run one job now, in this process."""
    _jobs[name](**args)


def list_jobs() -> dict[str, Job]:
    """Return the registered jobs by name."""
    return dict(_jobs)


def register(app: Any) -> None:
    """Tell Procrastinate about our one runner and the clock-driven jobs. Called when Django is ready."""
    from procrastinate import RetryStrategy

    @app.task(name=RUNNER, retry=RetryStrategy(max_attempts=MAX_ATTEMPTS, exponential_wait=3))
    def run(name: str, args: dict[str, Any]) -> None:
        from django.db import close_old_connections

        close_old_connections()
        try:
            run_job(name, args)
        finally:
            close_old_connections()

    def schedule(name: str, cron: str) -> None:
        @app.periodic(cron=cron, periodic_id=name)
        @app.task(name=f"truso.clock.{name}", queueing_lock=f"clock:{name}")
        def tick(timestamp: int) -> None:
            run(name=name, args={})

    for name, cron in _periodic.items():
        schedule(name, cron)
