"""Background jobs in PostgreSQL: deferred in the business transaction, run at least once by a worker."""

from truso.platform.jobs.registry import enqueue, periodic, task

__all__ = ["enqueue", "periodic", "task"]
