"""Bring a database to this version: an empty one by the snapshot of the schema, every one by the migrations after it.

`schema.sql` is what the migrations make of an empty database, written down by `script/snapshot`. Loading it takes a
second; running the two hundred migrations behind it takes half a minute.
"""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

SNAPSHOT = Path(__file__).with_name("schema.sql")
_LOCK = 7_300_115
_EMPTY = """
    select current_schema() = 'public'
       and not exists (select from pg_class where relnamespace = 'public'::regnamespace)
"""
_HEADER = """\
-- What the migrations make of an empty database. Written by script/snapshot, loaded by schema.py.
set local search_path = '';
set local check_function_bodies = off;
set local client_min_messages = warning;
"""
# What pg_dump says to its own client: session settings (some unknown before PostgreSQL 17), psql's commands, headings.
_PREAMBLE = re.compile(
    r"^(SET \w+ = [^;\n]+;|SELECT pg_catalog\.set_config\('search_path'.*|\\(un)?restrict .*)\n+", re.M
)
_HEADINGS = re.compile(r"\n*^--\n-- .*\n--\n+|^-- Dumped .*\n+", re.M)
_ROW = re.compile(r"^\t\(.*$", re.M)
_INSTANT = re.compile(r"'\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d+)?[+-]\d\d(:\d\d)?'")
_UUID = re.compile(r"'[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}'")


def bring_up_to_date() -> None:
    """Bring the database Django stands on to this version."""
    from django.core.management import call_command

    load_snapshot()
    call_command("migrate", verbosity=0, interactive=False)


def load_snapshot() -> bool:
    """Fill an empty database; tell whether it was done. A database that holds anything is left to the migrations."""
    from django.db import connection, transaction
    from django.db.migrations.loader import MigrationLoader

    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("select pg_advisory_xact_lock(%s)", [_LOCK])
            cursor.execute(_EMPTY)
            if not cursor.fetchone()[0]:
                return False
            cursor.execute(SNAPSHOT.read_text(encoding="utf-8"))
            cursor.execute("select app, name from public.django_migrations")
            recorded = set(cursor.fetchall())
        if recorded <= set(MigrationLoader(None).disk_migrations or ()):
            return True
        # Another release of a library is installed than the snapshot was made with, and it is older.
        transaction.set_rollback(True)
        return False


def dump(pg_dump: Path, url: str) -> str:
    """Return a database as SQL: schema, rows and counters. Its moments and random ids stand there as calls."""
    arguments = ["--no-owner", "--no-privileges", "--no-comments", "--rows-per-insert=500", "--dbname", url]
    text = subprocess.run([str(pg_dump), *arguments], check=True, capture_output=True, encoding="utf-8").stdout
    return _ROW.sub(lambda row: _UUID.sub("gen_random_uuid()", _INSTANT.sub("now()", row[0])), text)


def as_snapshot(dumped: str) -> str:
    """Return a dump as the snapshot: without what only `psql` or a newer server understands."""
    return _HEADER + _HEADINGS.sub("\n", _PREAMBLE.sub("", dumped)).strip() + "\n"
