"""What can be wrong with a machine is one clear sentence, and nothing of anybody else's is touched."""

from __future__ import annotations

import os
import shutil
import socket
import stat
import struct
import subprocess
import threading
from pathlib import Path

import pytest

from tests.commands.shell import environment, free_port, run
from truso.commands import demo
from truso.commands.environment import CommandError
from truso.platform.database.embedded import EmbeddedServer, find_binaries

ROOT = os.geteuid() == 0
AS_OTHER = ("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups") if ROOT else ()


def sentence(result: tuple[int, str, str]) -> str:
    """Return the one sentence a refused command says."""
    code, out, errors = result
    assert (code, out) == (1, ""), errors
    assert errors.startswith("truso: ") and errors.count("\n") == 1
    return errors.removeprefix("truso: ").strip()


def other_user_can_run() -> bool:
    python = run("--help", before=AS_OTHER)
    return python[0] == 0


def modes(folder: Path) -> dict[Path, tuple[int, int, int]]:
    """Return mode and owners of a folder and of all above it."""
    return {path: (path.stat().st_mode, path.stat().st_uid, path.stat().st_gid) for path in (folder, *folder.parents)}


def test_full_disk_and_start_once_there_is_room(place: Path) -> None:
    if not ROOT:
        pytest.skip("only root can make a small disk")
    disk = place / "disk"
    disk.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=24m,mode=755", "none", disk], check=False)
    if mounted.returncode:
        pytest.skip("this machine lets nobody mount a small disk")
    try:
        home = str(disk / "home")
        assert sentence(run("migrate", "--home", home)) == (
            f"The disk is full: the database needs about 100 MB in {home}/postgres."
        )
        subprocess.run(["mount", "-o", "remount,size=60m", disk], check=True)
        assert sentence(run("migrate", "--home", home)).startswith("The disk is full: the database ")
        subprocess.run(["mount", "-o", "remount,size=300m", disk], check=True)
        assert run("migrate", "--home", home) == (0, "", "")
    finally:
        subprocess.run(["umount", disk], check=True)


def test_missing_system_library(place: Path) -> None:
    binaries = place / "postgresql" / "bin"
    shutil.copytree(find_binaries(), binaries)  # without the libraries that lie beside it
    said = sentence(run("migrate", "--home", str(place / "home"), TRUSO_POSTGRES_BIN=str(binaries)))
    assert said.startswith("PostgreSQL can't start because the system library lib")
    assert said.endswith(" is missing; install it, or set DATABASE_URL.")


def test_missing_postgresql(place: Path) -> None:
    said = sentence(run("migrate", "--home", str(place / "home"), TRUSO_POSTGRES_BIN=str(place)))
    assert said == f"TRUSO_POSTGRES_BIN names {place}, but there is no PostgreSQL in it."


def test_folder_without_right_to_write(place: Path) -> None:
    if not other_user_can_run():
        pytest.skip("this Python lies where no other user can run it")
    (place / "closed").mkdir(mode=0o555)
    said = sentence(run("migrate", "--home", str(place / "closed" / "home"), before=AS_OTHER))
    assert said == f"No right to write to {place}/closed/home; choose another data folder with --home."


def test_file_where_the_folder_should_be(place: Path) -> None:
    (place / "home").write_text("")
    said = sentence(run("migrate", "--home", str(place / "home")))
    assert said == f"{place}/home is not a folder; choose another data folder with --home."


def test_ordinary_user(place: Path) -> None:
    if not other_user_can_run():
        pytest.skip("this Python lies where no other user can run it")
    own = place / "own"
    own.mkdir()
    if ROOT:
        os.chown(own, 65534, 65534)
    before = modes(own)
    assert run("migrate", "--home", str(own / "home"), before=AS_OTHER, HOME=str(own)) == (0, "", "")
    assert modes(own) == before
    assert stat.S_IMODE((own / "home" / "postgres").stat().st_mode) == 0o700


@pytest.mark.skipif(not ROOT, reason="only root starts the server as another user")
def test_root_changes_no_folder_above_the_servers_own(place: Path) -> None:
    closed = place / "closed"
    (closed / "home").mkdir(parents=True)
    closed.chmod(0o700)
    before = modes(closed / "home")
    server = EmbeddedServer(closed / "home" / "postgres")
    try:
        assert server.start()
        assert modes(closed / "home") == before
        assert not server.home.is_relative_to(place)  # the other user can't pass the closed folder
        assert server.home.stat().st_uid != 0
        assert stat.S_IMODE(server.home.stat().st_mode) == 0o700
    finally:
        server.destroy()
        shutil.rmtree(server.home)


def test_process_number_of_a_killed_server_taken_over_by_a_stranger(home: Path) -> None:
    user = {"user": 65534, "group": 65534, "extra_groups": []} if ROOT else {}
    stranger = subprocess.Popen(["sleep", "600"], cwd="/", env=environment(), **user)  # type: ignore[call-overload]
    lock = home / "postgres" / "data" / "postmaster.pid"
    lock.write_text(f"{stranger.pid}\n{home}/postgres/data\n1790000000\n5432\n{home}/postgres\n\n  1  1\nready   \n")
    server = EmbeddedServer(home / "postgres")
    try:
        assert server.start()
        assert stranger.poll() is None
    finally:
        stranger.kill()
        stranger.wait()
        server.stop()


def test_reset_removes_only_what_the_demo_made(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRUSO_HOME", str(home))
    monkeypatch.delenv("DATABASE_URL")
    for name in ("media/picture.svg", "private/invoice.pdf", "search/index", "own/notes.txt", "notes.txt"):
        (home / name).parent.mkdir(exist_ok=True)
        (home / name).write_text("")
    with pytest.raises(CommandError, match=r"was not made by the demo, so --reset leaves it alone\.$"):
        demo.reset()
    assert (home / "postgres" / "data" / "PG_VERSION").exists() and (home / "media" / "picture.svg").exists()

    (home / "demo").touch()  # the mark the demo leaves in a folder it filled
    secret = (home / "secret_key").read_text()
    demo.reset()
    assert sorted(path.name for path in home.iterdir()) == [
        "demo", "notes.txt", "own", "postgres", "secret_key", "static",
    ]  # fmt: skip
    assert not (home / "postgres" / "data").exists()
    assert (home / "own" / "notes.txt").exists() and (home / "secret_key").read_text() == secret


def test_reset_leaves_an_open_shop_alone(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRUSO_HOME", str(home))
    monkeypatch.delenv("DATABASE_URL")
    (home / "demo").touch()
    monkeypatch.setattr(EmbeddedServer, "is_running", lambda _server: True)

    with pytest.raises(CommandError, match=r"is open; close it first, then start over with --reset\.$"):
        demo.reset()

    assert (home / "postgres" / "data" / "PG_VERSION").exists()


def test_reset_of_a_given_database_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://127.0.0.1/shop")
    with pytest.raises(CommandError, match=r"^--reset empties the embedded database only"):
        demo.reset()


@pytest.mark.parametrize("command", ["serve", "migrate", "web", "worker"])
def test_unreachable_database(command: str, place: Path) -> None:
    url = f"postgresql://127.0.0.1:{free_port()}/shop"
    said = sentence(run("--home", str(place), command, DATABASE_URL=url))
    assert said.startswith("The database of DATABASE_URL can't be reached: connection ") and "refused" in said


def test_address_of_another_kind_of_database(place: Path) -> None:
    said = sentence(run("--home", str(place), "migrate", DATABASE_URL="mysql://127.0.0.1/shop"))
    assert said == "DATABASE_URL must start with postgresql://."


def test_too_old_database(place: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        threading.Thread(target=answer_as_postgresql, args=(listener, "14.9"), daemon=True).start()
        url = f"postgresql://shop@127.0.0.1:{listener.getsockname()[1]}/shop?sslmode=disable&gssencmode=disable"
        said = sentence(run("--home", str(place), "migrate", DATABASE_URL=url))
    assert said == "Truso needs PostgreSQL 15 or later; DATABASE_URL leads to PostgreSQL 14."


def answer_as_postgresql(listener: socket.socket, version: str) -> None:
    """Greet one client as a PostgreSQL of some version does, and let it go."""
    client, _ = listener.accept()
    with client:
        client.recv(1000)
        settings = {"server_version": version, "client_encoding": "UTF8", "server_encoding": "UTF8"}
        answer = b"R" + struct.pack("!ii", 8, 0)
        for name, value in settings.items():
            body = f"{name}\0{value}\0".encode()
            answer += b"S" + struct.pack("!i", len(body) + 4) + body
        client.sendall(answer + b"Z" + struct.pack("!i", 5) + b"I")
        client.recv(1000)
