"""How an import makes way for the shop: it looks at how much others do in the database, and waits in proportion."""

from __future__ import annotations

import os
import time
from contextlib import suppress

from django.db import connection

# Transactions of others per second below which the shop counts as idle: clocks and workers that look for jobs.
IDLE = 15.0
# What one portion may at most be waited for, in portions: at a busy hour the import has a fifth of the machine.
MOST = 4.0
_COMMITS = "select xact_commit + xact_rollback from pg_stat_database where datname = current_database()"


class Courtesy:
    """Waits after each portion as long as others ask for. `own` counts our transactions, which are no reason to wait."""

    def __init__(self) -> None:
        self._commits = self._count()
        self._at = time.monotonic()
        self.paused = 0.0

    @staticmethod
    def _count() -> int:
        with connection.cursor() as cursor:
            cursor.execute(_COMMITS)
            return int(cursor.fetchone()[0])

    def give_way(self, *, worked: float, own: int) -> None:
        """Wait in proportion to what others did since the last look. `worked` are the portion's seconds."""
        now, commits = time.monotonic(), self._count()
        others = max(commits - self._commits - own - 1, 0) / max(now - self._at, 0.001)
        self._at, self._commits = now, commits
        if others <= IDLE:
            return
        pause = worked * min(others / IDLE, MOST)
        time.sleep(pause)
        self.paused += pause


def be_patient() -> None:
    """Let everything else run first: this process, and the database's process that works for it where that is ours to say."""
    with suppress(OSError, AttributeError):
        os.nice(10)
    with suppress(OSError, AttributeError), connection.cursor() as cursor:
        cursor.execute("select pg_backend_pid(), inet_client_addr() is null")
        pid, is_local = cursor.fetchone()
        if is_local and _is_postgres(pid):
            os.setpriority(os.PRIO_PROCESS, pid, 10)


def _is_postgres(pid: int) -> bool:
    """Tell whether a process of this machine is PostgreSQL's: over a forwarded socket the number names another's."""
    with suppress(OSError), open(f"/proc/{pid}/cmdline", "rb") as file:
        return b"postgres" in file.read(200)
    return False
