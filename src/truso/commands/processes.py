"""Start web and worker as child processes, and end them whatever happens to us."""

from __future__ import annotations

import http.client
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

from truso.commands.environment import CommandError, ignore_signals
from truso.platform.children import ends_with_parent

# Seconds the web may take to answer for the first time, on a slow and busy machine too.
PATIENCE = 120
Children = dict[str, subprocess.Popen[bytes]]


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


def start(*arguments: str) -> subprocess.Popen[bytes]:
    """Start `truso …` as a child that ends with us."""
    # The child sets one flag of its own before it runs; no thread of ours is alive yet.
    return subprocess.Popen(
        [sys.executable, "-m", "truso", *arguments],
        preexec_fn=ends_with_parent(signal.SIGTERM),  # noqa: PLW1509
        start_new_session=True,
    )


def keep_running(*arguments: str) -> None:
    """Run `truso …` as a child for as long as we live, and start it again when it ends by itself."""

    def keep(child: subprocess.Popen[bytes]) -> None:
        while True:
            child.wait()
            time.sleep(1)
            child = start(*arguments)

    threading.Thread(target=keep, args=(start(*arguments),), daemon=True, name=arguments[0]).start()


@contextmanager
def web_and_worker(host: str, port: int, workers: int) -> Iterator[Children]:
    """Run web and worker for as long as the block does."""
    children: Children = {}
    try:
        children["web server"] = start("web", "--host", host, "--port", str(port), "--workers", str(workers))
        children["worker"] = start("worker")
        yield children
    finally:
        ignore_signals()
        stop_children(list(children.values()))


def wait_until_open(host: str, port: int, children: Children) -> None:
    """Return when the web answers; refuse when a child ended before, or when it takes too long."""
    reachable = {"0.0.0.0": "127.0.0.1", "": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        _refuse_if_ended(children)
        if _answers(reachable, port):
            return
        time.sleep(0.05)
    raise CommandError(f"The web server did not answer within {PATIENCE} seconds.")


def wait_for_end(children: Children) -> None:
    """Wait until a signal interrupts us; refuse when a child ends by itself."""
    while True:
        _refuse_if_ended(children)
        time.sleep(0.2)


def _refuse_if_ended(children: Children) -> None:
    for name, child in children.items():
        if child.poll() is not None:
            raise CommandError(f"The {name} ended by itself (exit code {child.returncode}), so everything was stopped.")


def _answers(host: str, port: int) -> bool:
    """Tell whether anything comes back over HTTP: which answer it is does not matter."""
    from django.conf import settings

    name = next((name for name in settings.ALLOWED_HOSTS if not name.startswith(("*", "."))), host)
    connection = http.client.HTTPConnection(host, port, timeout=10)
    try:
        connection.request("HEAD", "/", headers={"Host": name})
        connection.getresponse()
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()
    return True


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
    # The child may be gone already and have left some of its own behind: its group is asked all the same.
    try:
        os.killpg(child.pid, number)
    except (ProcessLookupError, PermissionError):
        pass
