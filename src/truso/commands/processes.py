"""Start web and worker as child processes, and end them whatever happens to us."""

from __future__ import annotations

import ctypes
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from types import FrameType

from truso.commands.environment import CommandError

_PR_SET_PDEATHSIG = 1


def check_port(host: str, port: int) -> None:
    """Refuse in one sentence when the port is taken."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OverflowError as problem:
            raise CommandError(f"{port} is not a port; use a number from 1 to 65535.") from problem
        except OSError as problem:
            raise CommandError(
                f"Port {port} on {host} can't be used ({(problem.strerror or '').lower()}); choose another with --port."
            ) from problem


def _die_with_parent() -> None:
    """Ask Linux to end the child when its parent is killed, so that kill -9 leaves nothing running."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)


def start(*arguments: str) -> subprocess.Popen[bytes]:
    """Start `truso …` as a child that ends with us."""
    # The child sets one flag of its own before it runs; no thread of ours is alive yet.
    return subprocess.Popen(
        [sys.executable, "-m", "truso", *arguments],
        preexec_fn=_die_with_parent,  # noqa: PLW1509
        start_new_session=True,
    )


def run_until_stopped(children: list[subprocess.Popen[bytes]], finish: Callable[[], None]) -> int:
    """Wait for Ctrl-C, a termination signal or the death of a child; then stop all children and finish."""
    stopping = False

    def stop(_signal: int, _frame: FrameType | None) -> None:
        nonlocal stopping
        stopping = True

    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, stop)
    code = 0
    try:
        while not stopping:
            ended = next((child for child in children if child.poll() is not None), None)
            if ended is not None:
                code = ended.returncode or 1
                break
            time.sleep(0.2)
    finally:
        stop_children(children)
        finish()
    return code


def stop_children(children: list[subprocess.Popen[bytes]], patience: float = 10) -> None:
    """End children politely, then firmly, each with everything it started."""
    for child in children:
        _signal_group(child, signal.SIGTERM)
    deadline = time.monotonic() + patience
    for child in children:
        try:
            child.wait(max(0.1, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            _signal_group(child, signal.SIGKILL)
            child.wait()


def _signal_group(child: subprocess.Popen[bytes], number: int) -> None:
    if child.poll() is None:
        try:
            os.killpg(child.pid, number)
        except ProcessLookupError:
            pass
