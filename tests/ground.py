"""The ground of every test: one embedded server, one template database per schema, a fresh copy per process.

With `DATABASE_URL` set the same tests run on that server (its user must be allowed to create databases).
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path
from urllib.parse import quote

import psycopg

ROOT = Path(__file__).resolve().parent.parent
HOME = ROOT / "var" / "test"
# Not durable, so faster: what a test server holds may be lost with the machine.
SETTINGS = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "max_connections": "200",
    "shared_buffers": "'256MB'",
}

# Whether this process found a `DATABASE_URL`: that server is somebody's, and is left as it was.
given = False


def prepare_environment() -> None:
    """Start the server, and tell Django where it is, before settings are read."""
    sys.path[:0] = [str(ROOT / "src"), str(ROOT)]
    os.environ["PYTHONPATH"] = f"{ROOT / 'src'}:{ROOT}"  # for what tests start as processes of their own
    os.environ.setdefault("TRUSO_HOME", str(HOME))
    os.environ.setdefault("TRUSO_DEMO", "1")
    os.environ.setdefault("TRUSO_SECRET_KEY", "only-for-tests")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "truso.config.settings")
    (Path(os.environ["TRUSO_HOME"]) / "static").mkdir(
        parents=True, exist_ok=True
    )  # WhiteNoise warns when it is missing
    if "TRUSO_TEST_SERVER" in os.environ:
        return
    global given  # noqa: PLW0603
    given = bool(os.environ.get("DATABASE_URL"))
    if not given:
        from truso.platform.database.embedded import EmbeddedServer

        server = EmbeddedServer(HOME / "postgres", settings=SETTINGS)
        server.start(stays=True)
        at = server.connection
        os.environ["DATABASE_URL"] = f"postgresql://{at.user}@/postgres?host={quote(at.host)}"
    os.environ["TRUSO_TEST_SERVER"] = os.environ["DATABASE_URL"]
    os.environ["TRUSO_TEST_TEMPLATE"] = make_template()


def schema_digest() -> str:
    """Return a digest of everything that decides the schema."""
    digest = hashlib.sha256()
    paths = [
        *ROOT.glob("src/truso/**/migrations/*.py"),
        *ROOT.glob("src/truso/**/models.py"),
        *ROOT.glob("src/truso/**/models/*.py"),
        *ROOT.glob("src/truso/platform/audit/*.py"),
        ROOT / "src" / "truso" / "platform" / "apps.py",
        *ROOT.glob("src/truso/platform/database/schema.*"),
        ROOT / "src" / "truso" / "backoffice" / "roles.py",
    ]
    for path in sorted(
        [*paths, ROOT / "requirements" / "base.lock", ROOT / "src" / "truso" / "config" / "settings.py"]
    ):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def server_connection() -> psycopg.Connection:
    return psycopg.connect(os.environ["TRUSO_TEST_SERVER"], autocommit=True)


def make_template() -> str:
    """Return the name of a migrated, empty database; made once per schema."""
    name = f"truso_template_{schema_digest()}"
    with server_connection() as link:
        link.execute("select pg_advisory_lock(747)")
        if link.execute("select 1 from pg_database where datname = %s and datistemplate", [name]).fetchone():
            return name
        if not given:
            for (old,) in link.execute("select datname from pg_database where datname like 'truso_te%'").fetchall():
                drop(link, old)
        link.execute(f'create database "{name}"')
        migrate(name)
        link.execute(f'alter database "{name}" is_template true')
    return name


def drop(link: psycopg.Connection, name: str) -> None:
    """Remove a database, a template too."""
    link.execute(f'alter database "{name}" is_template false')
    link.execute(f'drop database if exists "{name}" with (force)')


def pytest_unconfigure() -> None:
    """Leave a server that was given without our template; only the process that made it comes here with `given`."""
    if given:
        with server_connection() as link:
            drop(link, os.environ["TRUSO_TEST_TEMPLATE"])


def migrate(name: str, statement: str = "bring_up_to_date()") -> None:
    """Bring a database to this version, in a process of its own; or do something else to its schema there."""
    environment = {**os.environ, "DATABASE_URL": with_database(name), "PYTHONHASHSEED": "0"}
    program = f"import django; django.setup(); from truso.platform.database.schema import *; {statement}"
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", program], env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise RuntimeError(done.stdout + done.stderr)


def with_database(name: str) -> str:
    """Return the server's address with another database."""
    url = os.environ["TRUSO_TEST_SERVER"]
    start, _, query = url.partition("?")
    return f"{start.rsplit('/', 1)[0]}/{name}" + (f"?{query}" if query else "")


# Loaded by `-p tests.ground`, before Django's plugin reads the settings.
prepare_environment()
