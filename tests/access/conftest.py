"""One world per module, committed in a database of its own; every request in it is undone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings
from django.db import connections

from tests.access.world import World, build_world, finish_guests
from tests.ground import server_connection
from tests.races.conftest import _use
from truso.platform.shortlived import forget


@pytest.fixture(scope="module")
def world(django_db_blocker: Any) -> Iterator[World]:
    """Two tenants and everybody who may come by."""
    name, before = f"truso_access_{id(object())}", settings.DATABASES["default"]["NAME"]
    with django_db_blocker.unblock():
        _use(name, create=True)
        forget()
        built = build_world()
        finish_guests(built)
        yield built
        connections.close_all()
        _use(before)
    with server_connection() as link:
        link.execute(f'drop database if exists "{name}" with (force)')
    forget()


@pytest.fixture(autouse=True)
def plain_static_files(settings: Any) -> None:
    """Pages name style sheets plainly: nothing has been collected for tests."""
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
