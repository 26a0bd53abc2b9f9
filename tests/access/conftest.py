"""One world per module, committed in a database of its own; every request in it is undone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import connections
from django.test import override_settings

from tests.access.world import World, build_world, finish_guests
from tests.ground import server_connection
from tests.races.conftest import _use
from truso.platform.shortlived import forget


@pytest.fixture(scope="module")
def files_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("media")


@pytest.fixture(scope="module")
def world(django_db_blocker: Any, files_folder: Path) -> Iterator[World]:
    """Two tenants and everybody who may come by."""
    name, before = f"truso_access_{id(object())}", settings.DATABASES["default"]["NAME"]
    with django_db_blocker.unblock():
        _use(name, create=True)
        forget()
        with override_settings(MEDIA_ROOT=files_folder):
            built = build_world()
            finish_guests(built)
        yield built
        connections.close_all()
        _use(before)
    with server_connection() as link:
        link.execute(f'drop database if exists "{name}" with (force)')
    forget()


@pytest.fixture(autouse=True)
def files_of_the_world(settings: Any, own_folders: None, files_folder: Path) -> None:
    """Files lie where the world's were put; pages name style sheets plainly, as nothing has been collected for tests."""
    settings.MEDIA_ROOT = files_folder
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
