"""Starting, stopping and being killed: nothing is left behind, nothing is lost."""

from __future__ import annotations

import os
import signal
import socket
import stat
import subprocess
import sys
import time
from pathlib import Path

import psycopg
import pytest

from tests.commands.shell import Running, environment, family, free_port, is_alive, living, run
from truso.commands import processes
from truso.commands.environment import CommandError

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="reads /proc, and only Linux ends children of the killed")
pytestmark = LINUX


def write_row(home: Path) -> None:
    with psycopg.connect(host=str(home / "postgres"), user="truso", dbname="truso") as link:
        link.execute("insert into auth_group (name) values ('kept')")


def kept_rows(home: Path) -> int:
    with psycopg.connect(host=str(home / "postgres"), user="truso", dbname="truso") as link:
        return len(link.execute("select from auth_group where name = 'kept'").fetchall())


def listening(pids: set[int]) -> set[tuple[str, int]]:
    """Return the TCP addresses these processes listen on."""
    inodes = set()
    for pid in pids:
        for descriptor in Path(f"/proc/{pid}/fd").glob("*"):
            try:
                inodes.add(os.readlink(descriptor).removeprefix("socket:[").removesuffix("]"))
            except FileNotFoundError:
                continue
    found = set()
    for table, kind in (("tcp", socket.AF_INET), ("tcp6", socket.AF_INET6)):
        for line in Path(f"/proc/net/{table}").read_text().splitlines()[1:]:
            fields = line.split()
            if fields[3] == "0A" and fields[9] in inodes:
                address, port = fields[1].split(":")
                words = [bytes.fromhex(address[at : at + 8])[::-1] for at in range(0, len(address), 8)]
                found.add((socket.inet_ntop(kind, b"".join(words)), int(port, 16)))
    return found


def test_interrupt_ends_everything_and_the_next_start_has_lost_nothing(home: Path) -> None:
    shop = Running(home)
    assert shop.said == f"Truso runs at http://127.0.0.1:{shop.port}/\n"
    assert len(shop.members) > 6  # this one, web with two processes, indexer, worker, database with its helpers
    assert listening(shop.members) == {("127.0.0.1", shop.port)}
    assert stat.S_IMODE((home / "postgres").stat().st_mode) == 0o700
    assert stat.S_IMODE((home / "postgres" / ".s.PGSQL.5432").stat().st_mode) == 0o700
    write_row(home)
    assert shop.end(signal.SIGINT) == 0
    assert shop.survivors() == set()
    assert shop.complaint() == ""

    again = Running(home)
    assert kept_rows(home) == 1
    assert again.end(signal.SIGINT, group=True) == 0  # as a terminal does on Ctrl-C
    assert again.survivors() == set()
    assert again.complaint() == ""


def test_after_kill_nothing_lives_on_and_the_next_start_works_at_once(home: Path) -> None:
    shop = Running(home)
    write_row(home)
    shop.end(signal.SIGKILL)

    again = Running(home)
    assert again.said.startswith("Truso runs at")
    assert kept_rows(home) == 1
    assert shop.survivors() == set()

    # Now its database is killed: it says so and ends, and the lock files left behind hinder nobody.
    database = int((home / "postgres" / "data" / "postmaster.pid").read_text().split()[0])
    os.kill(database, signal.SIGKILL)
    assert again.wait() == 1
    assert "truso: The database ended by itself (exit code -9), so everything was stopped." in again.complaint()
    assert again.survivors() == set()
    assert (home / "postgres" / "data" / "postmaster.pid").exists()
    assert run("migrate", "--home", str(home)) == (0, "", "")


def indexers(shop: Running) -> set[int]:
    """Return the processes that keep the search index."""
    return {pid for pid in family(shop.process.pid) if is_alive(pid) and b"indexer" in command_of(pid)}


def command_of(pid: int) -> bytes:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except FileNotFoundError:
        return b""


def test_the_process_that_keeps_the_index_is_started_again_when_it_dies(home: Path) -> None:
    shop = Running(home)
    [first] = indexers(shop)

    os.kill(first, signal.SIGKILL)

    deadline = time.monotonic() + 30
    while not (again := indexers(shop) - {first}) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert len(again) == 1
    assert shop.end(signal.SIGINT) == 0
    assert shop.survivors() == set()
    assert living(again) == set()


def test_port_in_use_is_one_sentence_and_nothing_is_started(place: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = str(other.getsockname()[1])
        for command in ("serve", "demo"):
            code, out, errors = run(command, "--home", str(place / "home"), "--port", port)
            assert (code, out) == (1, "")
            assert errors == (
                f"truso: Port {port} on 127.0.0.1 can't be used (address already in use); choose another with --port.\n"
            )
    assert not (place / "home").exists()


def test_child_that_ends_before_the_web_answers_is_told_in_one_sentence() -> None:
    child = subprocess.Popen(["false"])
    child.wait()
    with pytest.raises(
        CommandError, match=r"^The worker ended by itself \(exit code 1\), so everything was stopped\.$"
    ):
        processes.wait_until_open("127.0.0.1", free_port(), {"worker": child})


def test_group_of_a_dead_child_is_ended_too() -> None:
    child = subprocess.Popen(
        ["sh", "-c", "sleep 600 & echo $!"],
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
        env=environment(),
    )
    assert child.stdout
    with child.stdout:
        grandchild = int(child.stdout.readline())
    child.wait()
    assert is_alive(grandchild)
    processes.stop_children([child])  # type: ignore[list-item]
    assert living({grandchild}) == set()
