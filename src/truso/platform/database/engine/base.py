"""The engine Django is told to use: PostgreSQL's own, but for how a kept connection is tested."""

from __future__ import annotations

import select
import time

from django.db.backends.postgresql import base

# A firewall forgets a silent connection without telling either end, and it takes minutes to.
ASKED_AFTER = 30.0


class DatabaseWrapper(base.DatabaseWrapper):
    """Tests a connection before a request's first statement by a look at its socket.

    A server never speaks first: when there is something to read, it has said goodbye (ended, restarted, failed over), and
    only then, after an error, or when the connection was long silent, is it asked by a statement whether it still works.
    """

    def connect(self) -> None:
        """Open a connection: it works."""
        super().connect()
        self._tested_at = time.monotonic()

    def is_usable(self) -> bool:
        """Tell whether the connection still works."""
        before, self._tested_at = self._tested_at, time.monotonic()
        is_recent = self._tested_at - before < ASKED_AFTER and not self.errors_occurred
        if is_recent and self.connection is not None and not self.connection.closed and not self._is_spoken_to():
            return True
        return bool(super().is_usable())

    def _is_spoken_to(self) -> bool:
        poll = select.poll()
        poll.register(self.connection.pgconn.socket, select.POLLIN)
        return bool(poll.poll(0))
