"""What a person at a shell has: `truso` commands as real processes."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

PATIENCE = 240


def environment(**more: str) -> dict[str, str]:
    """Return what a person's shell would have: nothing of this test run."""
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("TRUSO_", "DATABASE_", "DJANGO_"))
    }
    return {**kept, **more}


def run(*arguments: str, before: tuple[str, ...] = (), **more: str) -> tuple[int, str, str]:
    """Run `truso …` and return exit code, output and errors."""
    command = [*before, sys.executable, "-W", "ignore", "-m", "truso", *arguments]
    done = subprocess.run(
        command, env=environment(**more), capture_output=True, text=True, cwd="/", timeout=PATIENCE, check=False
    )
    return done.returncode, done.stdout, done.stderr


def _hear_interrupts() -> None:
    """Undo what a shell does to commands in its background: they, and all they start, would ignore Ctrl-C."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


class Running:
    """`truso serve`, open for visitors."""

    started: list[Running] = []

    def __init__(self, home: Path) -> None:
        self.home = home
        self.port = free_port()
        self.errors = home.with_name("errors.txt").open("w+")
        self.process = subprocess.Popen(
            [sys.executable, "-m", "truso", "serve", "--home", str(home), "--port", str(self.port)],
            env=environment(),
            stdout=subprocess.PIPE,
            stderr=self.errors,
            text=True,
            start_new_session=True,
            preexec_fn=_hear_interrupts,  # noqa: PLW1509  no thread of the tests is alive in between
        )
        self.started.append(self)
        assert self.process.stdout
        self.said = self.process.stdout.readline()
        self.members = family(self.process.pid)

    def end(self, number: signal.Signals, *, group: bool = False) -> int:
        """Send a signal to the process, or to its whole group as a terminal does; return the exit code."""
        (os.killpg if group else os.kill)(self.process.pid, number)
        return self.wait()

    def wait(self) -> int:
        """Wait for the end and return the exit code."""
        code = self.process.wait(PATIENCE)
        self.process.stdout.close()  # type: ignore[union-attr]
        return code

    def complaint(self) -> str:
        """Return what was said on standard error."""
        self.errors.seek(0)
        return self.errors.read()

    def survivors(self) -> set[int]:
        """Return who still lives a few seconds after the end."""
        return living(self.members)


def living(pids: set[int], patience: float = 15) -> set[int]:
    """Return which processes still live after a few seconds."""
    deadline = time.monotonic() + patience
    while (alive := {pid for pid in pids if is_alive(pid)}) and time.monotonic() < deadline:
        time.sleep(0.05)
    return alive


def free_port() -> int:
    """Return a port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def family(pid: int) -> set[int]:
    """Return a process and everything it started."""
    parents = {}
    for entry in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = entry.read_text().rpartition(")")[2].split()
        except (FileNotFoundError, ProcessLookupError):
            continue
        parents[int(entry.parent.name)] = int(fields[1])
    found, size = {pid}, 0
    while len(found) > size:
        size = len(found)
        found |= {child for child, parent in parents.items() if parent in found}
    return found


def is_alive(pid: int) -> bool:
    """Tell whether a process runs; one that only waits to be reaped does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False
