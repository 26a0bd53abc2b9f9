"""`truso demo`: a shop to look at, filled and running."""

from __future__ import annotations

import os
import shutil
import sys
import time
from argparse import Namespace
from typing import Any

from truso.commands import processes
from truso.commands.environment import CommandError, embedded_server, explain, home_folder, setup_django, start_database
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
    processes.check_port(options.host, options.port)
    if options.reset:
        reset()
    server = start_database()
    setup_django()
    try:
        fill()
    except OSError as problem:
        raise CommandError(explain(problem)) from problem
    finally_stop = server.stop if server else lambda: None
    if options.prepare_only:
        finally_stop()
        return 0
    tell(_welcome(options.host, options.port, time.monotonic() - began))
    return run_everything(options.host, options.port, options.workers, server)


def reset() -> None:
    """Remove the demo's database and files; only what the demo itself made."""
    if os.environ.get("DATABASE_URL"):
        raise CommandError("--reset empties the embedded database only; empty the one in DATABASE_URL yourself.")
    server = embedded_server()
    if server:
        server.destroy()
    for name in ("media", "private", "search"):
        shutil.rmtree(home_folder() / name, ignore_errors=True)


def fill() -> None:
    """Bring the database to this version and load the demo shop once; build the index when there is none."""
    from demo.load import is_loaded, load_demo
    from truso.modules.search.engine import current_generation
    from truso.modules.search.operations import index_root, rebuild_index
    from truso.platform import clock

    tell("Preparing the database …")
    migrate_and_collect()
    if not is_loaded():
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
