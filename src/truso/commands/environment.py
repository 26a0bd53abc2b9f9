"""What commands stand on: the data folder, the database, Django."""

from __future__ import annotations

import errno
import os
import shutil
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from urllib.parse import quote

from truso.platform.database.embedded import DatabaseUnavailable, EmbeddedServer
from truso.platform.database.url import parse_database_url

OLDEST_POSTGRESQL = 15
_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
_FULL = 64 * 1024 * 1024


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


@contextmanager
def database() -> Iterator[EmbeddedServer | None]:
    """Have a database, and Django over it, for as long as the block runs; a signal ends the block like Ctrl-C.

    Gives the embedded server when it was started for the block.
    """
    for number in _SIGNALS:
        if signal.getsignal(number) != signal.SIG_IGN:
            signal.signal(number, _interrupt)
    server = start_database()
    try:
        setup_django()
        yield server
    finally:
        ignore_signals()
        if server:
            server.stop()


def ignore_signals() -> None:
    """Let nothing interrupt what ends: whoever presses Ctrl-C twice wants it ended too."""
    for number in _SIGNALS:
        signal.signal(number, signal.SIG_IGN)


def _interrupt(_number: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def start_database() -> EmbeddedServer | None:
    """Start the embedded server unless `DATABASE_URL` names one; make its database; point Django at it.

    Returns the server when this call started it, so that the caller stops it.
    """
    server = embedded_server()
    if server is None:
        check_given_database(os.environ["DATABASE_URL"])
        return None
    try:
        started = server.start()
    except DatabaseUnavailable as problem:
        raise CommandError(str(problem)) from problem
    connection = server.connection
    try:
        _make_database(connection.host, connection.user)
    except BaseException:
        if started:
            server.stop()
        raise
    os.environ["DATABASE_URL"] = f"postgresql://{connection.user}@/truso?host={quote(connection.host)}"
    return server if started else None


def check_given_database(url: str) -> None:
    """Refuse a `DATABASE_URL` that leads nowhere, or to a PostgreSQL we don't know."""
    import psycopg

    try:
        parse_database_url(url)
        with psycopg.connect(url, connect_timeout=10) as link:
            version = link.info.server_version // 10_000
    except ValueError as problem:
        raise CommandError(f"{problem}.") from problem
    except psycopg.Error as problem:
        raise CommandError(f"The database of DATABASE_URL can't be reached: {_first_line(problem)}.") from problem
    if version < OLDEST_POSTGRESQL:
        raise CommandError(
            f"Truso needs PostgreSQL {OLDEST_POSTGRESQL} or later; DATABASE_URL leads to PostgreSQL {version}."
        )


def _make_database(host: str, user: str) -> None:
    import psycopg

    with psycopg.connect(host=host, user=user, dbname="postgres", autocommit=True) as link:
        if not link.execute("select 1 from pg_database where datname = 'truso'").fetchone():
            link.execute("create database truso")


def setup_django() -> None:
    """Load Django over the database that is running."""
    import django

    django.setup()


def explain(problem: Exception) -> str | None:
    """Put a failure that lies outside the program into a sentence; None for any other."""
    import psycopg
    from django.db import utils

    if isinstance(problem, OSError):
        return _explain_system(problem)
    if isinstance(problem, utils.OperationalError | utils.InterfaceError | psycopg.OperationalError):
        if "No space left on device" in str(problem) or _is_full():
            return f"The disk is full: the database can't write to {home_folder()}."
        return f"The database failed: {_first_line(problem)}."
    return None


def _explain_system(problem: OSError) -> str | None:
    place = problem.filename or home_folder()
    if problem.errno in (errno.ENOSPC, errno.EDQUOT):
        return f"The disk is full: nothing more can be written to {place}."
    if problem.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return f"No right to write to {place}; choose another data folder with --home."
    if problem.errno in (errno.ENOTDIR, errno.EEXIST):
        return f"{place} is not a folder; choose another data folder with --home."
    if problem.errno == errno.ENOEXEC:
        return f"{place} was not made for this machine; install PostgreSQL 15 or later, or set DATABASE_URL."
    return None


def _is_full() -> bool:
    try:
        return shutil.disk_usage(home_folder()).free < _FULL
    except OSError:
        return False


def _first_line(problem: Exception) -> str:
    return str(problem).strip().split("\n", 1)[0].rstrip(".")
