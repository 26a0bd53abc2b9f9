"""Django's sessions in the database, read by a statement written by hand: it is asked at every page."""

from __future__ import annotations

from django.contrib.sessions.backends.db import SessionStore as DatabaseStore
from django.contrib.sessions.base_session import AbstractBaseSession

from truso.platform import clock
from truso.platform.database.reading import read_models


class SessionStore(DatabaseStore):
    """Keeps its name: what is stored is signed with it."""

    def _get_session_from_db(self) -> AbstractBaseSession | None:
        clause = "where r.session_key = %s and r.expire_date > %s"
        found = read_models(self.model, clause, [self.session_key, clock.now()])
        if not found:
            self._session_key = None
        return found[0] if found else None
