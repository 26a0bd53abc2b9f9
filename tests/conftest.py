"""Fixtures every test may ask for."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck
from hypothesis import settings as examples

from tests.factories import Shop, open_shop
from tests.ground import server_connection

# On a busy machine examples are drawn slowly: that is no fault of the rule they are drawn for.
examples.register_profile("any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
examples.load_profile("any machine")


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Name bytes by their argument: some files hold the time they were written, and every process has to agree on names."""
    return argname if isinstance(val, bytes) else None


@pytest.fixture
def shop(db: None) -> Shop:
    """A shop with one market, two warehouses and nothing on its shelves yet."""
    return open_shop()


@pytest.fixture(scope="session")
def django_db_setup(django_db_blocker: pytest.FixtureRequest) -> Iterator[None]:
    """Give this process a copy of the template."""
    from django.conf import settings
    from django.db import connections

    name = f"truso_test_{os.environ.get('PYTEST_XDIST_WORKER', 'main')}_{os.getpid()}"
    with server_connection() as link:
        link.execute("select pg_advisory_lock(748)")  # a template is copied by one at a time
        link.execute(f'create database "{name}" template "{os.environ["TRUSO_TEST_TEMPLATE"]}"')
    with django_db_blocker.unblock():  # type: ignore[attr-defined]
        connections.close_all()
        settings.DATABASES["default"]["NAME"] = name
        connections["default"].settings_dict["NAME"] = name
    yield
    with django_db_blocker.unblock():  # type: ignore[attr-defined]
        connections.close_all()
    with server_connection() as link:
        link.execute(f'drop database if exists "{name}" with (force)')


@pytest.fixture(autouse=True)
def nothing_remembered(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let no test see what another one looked up, and none forget halfway: on a slow machine a budget would count it."""
    if "truso.platform.shortlived" in sys.modules:
        monkeypatch.setattr("truso.platform.shortlived.monotonic", lambda: 0.0)
    yield
    if "truso.platform.shortlived" in sys.modules:
        from truso.platform.shortlived import forget

        forget()


@pytest.fixture(autouse=True)
def own_folders(settings: Any, tmp_path: Path) -> None:
    """Let every test have an index and files of its own."""
    settings.SEARCH_ROOT = tmp_path / "search"
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.IMPORTS_IN_CHILD = False  # a child would look into another database
