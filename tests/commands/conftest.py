"""Ground for commands: real data folders, each in a place of its own outside the checkout."""

from __future__ import annotations

import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.commands.shell import Running, run


@pytest.fixture
def place() -> Iterator[Path]:
    """A folder every user may enter, so that a server started by root stays in it."""
    folder = Path(tempfile.mkdtemp(prefix="truso-test-")).resolve()
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


@pytest.fixture(scope="session")
def migrated() -> Iterator[Path]:
    """A data folder right after `truso migrate`; copy it."""
    folder = Path(tempfile.mkdtemp(prefix="truso-test-")).resolve()
    folder.chmod(0o755)
    assert run("migrate", "--home", str(folder / "home")) == (0, "", "")
    yield folder / "home"
    shutil.rmtree(folder)


@pytest.fixture
def home(migrated: Path, place: Path) -> Iterator[Path]:
    """A data folder of the test's own, migrated and empty. What a failed test left running over it is ended."""
    subprocess.run(["cp", "-a", migrated, place / "home"], check=True)
    yield place / "home"
    while Running.started:
        shop = Running.started.pop()
        if shop.process.poll() is None:
            shop.end(signal.SIGTERM)
        shop.errors.close()
