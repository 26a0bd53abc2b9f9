"""`truso demo`: a shop to look at, filled and running."""

from __future__ import annotations

import os
import shutil
import sys
import time
from argparse import Namespace
from pathlib import Path
from typing import Any

from truso.commands import processes
from truso.commands.environment import CommandError, database, embedded_server, home_folder
from truso.commands.serve import migrate_and_collect, run_everything

_STEPS = {
    "goods": "Putting the goods on the shelves",
    "people": "Inviting the customers",
    "history": "Trading for two years",
}


def add_commands(commands: Any) -> None:
    """Register the commands of this file."""
    demo = commands.add_parser("demo", help="fill a demo shop and run it")
    demo.add_argument("--host", default="127.0.0.1", help="address to listen on (default 127.0.0.1)")
    demo.add_argument("--port", type=int, default=8000)
    demo.add_argument("--workers", type=int, default=2, help="web processes (default 2)")
    demo.add_argument("--reset", action="store_true", help="start over with a fresh shop")
    demo.add_argument("--prepare-only", action="store_true", help="fill the shop, but do not run it")
    demo.set_defaults(run=run_demo)


def run_demo(options: Namespace) -> int:
    """Fill the demo shop unless it is there, run everything, and say where and as whom to look."""
    began = time.monotonic()
    os.environ["TRUSO_DEMO"] = "1"
    # Mails carry absolute addresses: those of this very shop, on the port it is opened at.
    os.environ.setdefault("TRUSO_BASE_URL", f"http://{options.host}:{options.port}")
    processes.check_port(options.host, options.port)
    if options.reset:
        reset()
    _mark_new_folder()
    with database() as server:
        fill()
        if not options.prepare_only:
            run_everything(options, server, lambda: _welcome(options.host, options.port, time.monotonic() - began))
    return 0


def reset() -> None:
    """Remove the demo's database and files; only what the demo itself made."""
    server = embedded_server()
    if server is None:
        raise CommandError("--reset empties the embedded database only; empty the one in DATABASE_URL yourself.")
    if not (server.data / "PG_VERSION").exists():
        return
    if server.is_running():
        raise CommandError(f"The shop in {home_folder()} is open; close it first, then start over with --reset.")
    if not _mark().exists():
        raise CommandError(f"The shop in {home_folder()} was not made by the demo, so --reset leaves it alone.")
    server.destroy()
    for name in ("media", "private", "search"):
        shutil.rmtree(home_folder() / name, ignore_errors=True)


def _mark_new_folder() -> None:
    server = embedded_server()
    if server and not (server.data / "PG_VERSION").exists():
        home_folder().mkdir(parents=True, exist_ok=True)
        _mark().touch()


def _mark() -> Path:
    """Return the file that tells a data folder the demo filled from a shop of somebody's own."""
    return home_folder() / "demo"


def fill() -> None:
    """Bring the database to this version and load the demo shop once; build the index when there is none."""
    from demo.load import is_loaded, load_demo
    from truso.modules.search.engine import current_generation
    from truso.modules.search.operations import index_root, rebuild_index
    from truso.platform import clock

    tell("Preparing the database …")
    migrate_and_collect()
    if not is_loaded():
        _mark().touch()
        load_demo(now=clock.now(), tell=lambda step: tell(f"{_STEPS.get(step, step)} …"))
    if current_generation(index_root()) is None:
        tell("Building the search index …")
        rebuild_index()


def tell(text: str) -> None:
    """Say something to the person at the terminal."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def _welcome(host: str, port: int, seconds: float) -> str:
    from demo.load.parties import PASSWORD
    from demo.people import THREE_HATS

    at = f"http://{host}:{port}"
    rows = [
        ("Shop", f"{at}/nb/  (sv, pl, en)"),
        ("Back office", f"{at}/staff/"),
        ("Mail of the demo", f"{at}/demo/mail"),
        ("People to be", f"{at}/demo/people"),
        ("API", f"{at}/api/docs"),
        ("Orders for a company", "ola.myhre@fjordverk.example"),
        ("Approves", "hanne.dahl@fjordverk.example"),
        ("Private and two companies", THREE_HATS),
        ("Staff, everything", "admin@nordhavn.example"),
        ("Password of all", PASSWORD),
    ]
    lines = "\n".join(f"  {name:<26} {value}" for name, value in rows)
    return f"\nNordhavn Handel is open (ready in {seconds:.0f} s). Ctrl-C closes it.\n\n{lines}\n"
