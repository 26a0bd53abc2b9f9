"""The engine Django is told to use: PostgreSQL's own, but for how a kept connection is tested and lists of ids are sent."""

from __future__ import annotations

import select
import time
from typing import Any

from django.db.backends.postgresql import base
from django.db.backends.utils import CursorWrapper

from truso.platform.database.engine.lists import AnyListDumper

# A firewall forgets a silent connection without telling either end, and it takes minutes to.
ASKED_AFTER = 30.0


class DatabaseWrapper(base.DatabaseWrapper):
    """Tests a connection before a request's first statement by a look at its socket.

    A server never speaks first: when there is something to read, it has said goodbye (ended, restarted, failed over), and
    only then, after an error, or when the connection was long silent, is it asked by a statement whether it still works.
    """

    health_check_done: bool

    def connect(self) -> None:
        """Open a connection: it works."""
        super().connect()
        self._tested_at = time.monotonic()

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        """Return a new connection of the driver."""
        connection = super().get_new_connection(conn_params)
        connection.adapters.register_dumper(list, AnyListDumper)
        return connection

    def cursor(self) -> Any:
        """Return a cursor; where the connection is open and tested without Django's preparations, half of a statement's cost."""
        if self.connection is None or self.queries_logged or not self.health_check_done or self.pool:
            return super().cursor()
        self.validate_thread_sharing()
        return CursorWrapper(self.connection.cursor(), self)

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
