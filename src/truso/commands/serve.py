"""`truso serve`, `web`, `worker`, `migrate`, `check`."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Callable
from typing import Any, cast

from truso.commands import processes
from truso.commands.environment import CommandError, check_given_database, database, home_folder, setup_django
from truso.platform.database.embedded import EmbeddedServer


def add_commands(commands: Any) -> None:
    """Register the commands of this file."""
    serve = commands.add_parser("serve", help="run everything: database, web and worker")
    web = commands.add_parser("web", help="run the web server against DATABASE_URL")
    for parser in (serve, web):
        parser.add_argument("--host", default="127.0.0.1", help="address to listen on (default 127.0.0.1)")
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--workers", type=int, default=2, help="web processes (default 2)")
    serve.set_defaults(run=run_serve)
    web.set_defaults(run=run_web)
    worker = commands.add_parser("worker", help="run background jobs against DATABASE_URL")
    worker.add_argument("--concurrency", type=int, default=2)
    worker.set_defaults(run=run_worker)
    commands.add_parser("indexer", help="keep this machine's search index up to date (`web` starts one)").set_defaults(
        run=run_indexer
    )
    commands.add_parser("migrate", help="bring the database to this version").set_defaults(run=run_migrate)
    commands.add_parser("check", help="check the installation").set_defaults(run=run_check)


def migrate_and_collect() -> None:
    """Bring the database to this version, and the style sheets and scripts to where they are served from."""
    from truso.platform.database.schema import bring_up_to_date

    bring_up_to_date()
    collect_static()


def collect_static() -> None:
    """Copy, hash and compress static files when this version's are not there yet."""
    import hashlib

    from django.conf import settings
    from django.contrib.staticfiles.finders import get_finders
    from django.core.management import call_command

    digest = hashlib.sha256()
    for finder in get_finders():
        for path, storage in finder.list([]):
            digest.update(f"{path}:{storage.size(path)}:{storage.get_modified_time(path)}".encode())
    stamp = settings.STATIC_ROOT / ".stamp"
    if not stamp.exists() or stamp.read_text() != digest.hexdigest():
        call_command("collectstatic", verbosity=0, interactive=False, clear=True)
        stamp.write_text(digest.hexdigest())


def run_serve(options: Namespace) -> int:
    processes.check_port(options.host, options.port)
    with database() as server:
        migrate_and_collect()
        run_everything(options, server, lambda: f"Truso runs at http://{options.host}:{options.port}/")
    return 0


def run_everything(options: Namespace, server: EmbeddedServer | None, welcome: Callable[[], str]) -> None:
    """Run web and worker until interrupted; say welcome once the web answers. The server is watched with them."""
    try:
        with processes.web_and_worker(options.host, options.port, options.workers) as children:
            processes.wait_until_open(options.host, options.port, children)
            sys.stdout.write(f"{welcome()}\n")
            sys.stdout.flush()
            watched = {**children, "database": server.process} if server and server.process else children
            processes.wait_for_end(watched)
    except KeyboardInterrupt:
        return


def run_web(options: Namespace) -> int:
    _require_database()
    processes.check_port(options.host, options.port)
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    processes.keep_running("indexer")
    Granian(
        "truso.config.wsgi:application",
        address=options.host,
        port=options.port,
        interface=Interfaces.WSGI,
        workers=options.workers,
        # One that is still starting does not hear that it should stop.
        workers_kill_timeout=8,
        blocking_threads=4,
        log_level=LogLevels.warning,
        respawn_failed_workers=True,
        process_name=None,
    ).serve()
    return 0


def _require_database() -> None:
    if not os.environ.get("DATABASE_URL"):
        raise CommandError("Set DATABASE_URL, or use `truso serve`, which starts a database too.")
    check_given_database(os.environ["DATABASE_URL"])


def run_worker(options: Namespace) -> int:
    _require_database()
    setup_django()
    from procrastinate.contrib.django import app

    worker_app = app.with_connector(cast(Any, app.connector).get_worker_connector())
    with worker_app.open():
        worker_app.run_worker(concurrency=options.concurrency, install_signal_handlers=True, delete_jobs="successful")
    return 0


def run_indexer(_: Namespace) -> int:
    _require_database()
    setup_django()
    from truso.modules.search.indexer import Indexer
    from truso.modules.search.operations import index_root

    Indexer(index_root()).run()
    return 0


def run_migrate(_: Namespace) -> int:
    with database():
        migrate_and_collect()
    return 0


def run_check(_: Namespace) -> int:
    with database():
        from django.core.management import call_command

        try:
            call_command("check", deploy=os.environ.get("TRUSO_HTTPS") == "1")
            call_command("migrate", check_unapplied=True, verbosity=1)
        except SystemExit as problem:
            raise CommandError(f"The database in {home_folder()} needs `truso migrate`.") from problem
    return 0
