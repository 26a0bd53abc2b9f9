"""What commands stand on: the data folder, the database, Django."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from urllib.parse import quote

from truso.platform.database.embedded import DatabaseUnavailable, EmbeddedServer


class CommandError(Exception):
    """A foreseeable failure, told in one sentence."""


def home_folder() -> Path:
    """Return the data folder: `TRUSO_HOME`, else `var` beside the program."""
    return Path(os.environ.get("TRUSO_HOME") or Path(__file__).resolve().parents[3] / "var").resolve()


def embedded_server() -> EmbeddedServer | None:
    """Return the embedded server of the data folder, or None when `DATABASE_URL` names another."""
    if os.environ.get("DATABASE_URL"):
        return None
    try:
        return EmbeddedServer(home_folder() / "postgres")
    except DatabaseUnavailable as problem:
        raise CommandError(str(problem)) from problem
    except OSError as problem:
        raise CommandError(explain(problem)) from problem


def start_database() -> EmbeddedServer | None:
    """Start the embedded server unless `DATABASE_URL` names one; make its database; point Django at it.

    Returns the server when this call started it, so that the caller stops it.
    """
    server = embedded_server()
    if server is None:
        return None
    try:
        started = server.start()
    except DatabaseUnavailable as problem:
        raise CommandError(str(problem)) from problem
    except OSError as problem:
        raise CommandError(explain(problem)) from problem
    connection = server.connection
    _make_database(connection.host, connection.user)
    os.environ["DATABASE_URL"] = f"postgresql://{connection.user}@/truso?host={quote(connection.host)}"
    return server if started else None


def _make_database(host: str, user: str) -> None:
    import psycopg

    with psycopg.connect(host=host, user=user, dbname="postgres", autocommit=True) as link:
        if not link.execute("select 1 from pg_database where datname = 'truso'").fetchone():
            link.execute("create database truso")


def setup_django() -> None:
    """Load Django over the database that is running."""
    import django

    try:
        django.setup()
    except OSError as problem:
        raise CommandError(explain(problem)) from problem


def explain(problem: OSError) -> str:
    """Put an operating-system error into a sentence."""
    place = problem.filename or home_folder()
    if problem.errno == errno.ENOSPC:
        return f"The disk is full: nothing more can be written to {place}."
    if problem.errno in (errno.EACCES, errno.EPERM):
        return f"No right to write to {place}; choose another data folder with --home."
    if problem.errno == errno.EADDRINUSE:
        return "The port is in use; choose another with --port."
    return f"{problem.strerror or problem} ({place})."
