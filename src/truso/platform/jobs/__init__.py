"""Background jobs in PostgreSQL: deferred in the business transaction, run at least once by a worker."""

from truso.platform.jobs.registry import enqueue, enqueue_many, follower, periodic, task

__all__ = ["enqueue", "enqueue_many", "follower", "periodic", "task"]
