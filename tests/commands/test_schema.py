"""The snapshot of the schema is what the migrations make, to the last name, row and counter."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from difflib import unified_diff

import pytest

from tests.ground import migrate, server_connection, with_database
from truso.platform.database.embedded import find_binaries
from truso.platform.database.schema import dump

ADVICE = "The snapshot is not what the migrations make. Write it anew: script/snapshot"


@pytest.fixture
def databases() -> Iterator[dict[str, str]]:
    """Names of three databases: one migrated plainly, one the snapshot alone filled, one both."""
    names = {
        "migrations": "call_command('migrate', verbosity=0)",
        "snapshot": "load_snapshot() or exit('nothing loaded')",
        "both": "bring_up_to_date()",
    }
    made = {kind: f"truso_test_schema_{kind}_{os.getpid()}" for kind in names}
    with server_connection() as link:
        try:
            for kind, statement in names.items():
                link.execute(f'create database "{made[kind]}" template template0')
                migrate(made[kind], f"from django.core.management import call_command; {statement}")
            yield made
        finally:
            for name in made.values():
                link.execute(f'drop database if exists "{name}" with (force)')


def test_snapshot_is_what_the_migrations_make(databases: dict[str, str]) -> None:
    plain, snapshot, both = (contents(databases[kind]) for kind in ("migrations", "snapshot", "both"))
    assert plain.count("CREATE TABLE") > 100
    assert not difference(plain, snapshot), ADVICE
    assert not difference(plain, both), ADVICE


def contents(name: str) -> str:
    """Return a database as SQL, as every server and every way there would write it."""
    text = dump(find_binaries() / "pg_dump", with_database(name))
    # The word pg_dump invents for each file.
    text = re.sub(r"^\\(un)?restrict .*\n", "", text, flags=re.M)
    # What some servers note at each column for themselves.
    text = re.sub(r"^ALTER TABLE ONLY \S+ ALTER COLUMN \S+ SET \(\w+=\d+\);\n", "", text, flags=re.M)
    # PostgreSQL writes a list of texts otherwise once it has read what it wrote itself.
    return re.sub(r"\(ARRAY\[([^]]*)\]\)::text\[\]", lambda found: f"ARRAY[{_as_texts(found[1])}]", text)


def _as_texts(values: str) -> str:
    return re.sub(r"('[^']*'::character varying)", r"(\1)::text", values)


def difference(one: str, other: str) -> str:
    return "\n".join(unified_diff(one.splitlines(), other.splitlines(), lineterm="", n=1))
