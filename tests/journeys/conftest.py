"""Ground for journeys: a real browser against a shop that really runs, on a database of its own."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Iterator
from typing import Any
from uuid import uuid4
from wsgiref.simple_server import WSGIRequestHandler, make_server

import pytest

from tests.ground import server_connection

CHROMIUM = next(
    (found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), ""
)


class Quiet(WSGIRequestHandler):
    """Says nothing of each request."""

    def log_message(self, *_: Any) -> None:
        return


@pytest.fixture
def own_database(django_db_blocker: Any) -> Iterator[None]:
    """Point Django at a fresh copy of the template, so that the server's threads see what is committed."""
    from django.conf import settings
    from django.db import connections

    name, before = f"truso_journey_{uuid4().hex[:8]}", settings.DATABASES["default"]["NAME"]

    def use(database: str) -> None:
        connections.close_all()
        settings.DATABASES["default"]["NAME"] = database
        connections["default"].settings_dict["NAME"] = database

    with server_connection() as link:
        link.execute("select pg_advisory_lock(748)")
        link.execute(f'create database "{name}" template "{os.environ["TRUSO_TEST_TEMPLATE"]}"')
    with django_db_blocker.unblock():
        use(name)
        yield
        use(before)
    with server_connection() as link:
        link.execute(f'drop database if exists "{name}" with (force)')


@pytest.fixture
def address(own_database: None, settings: Any) -> Iterator[str]:
    """Run the shop on a free port and return its address."""
    from django.contrib.staticfiles.handlers import StaticFilesHandler
    from django.core.handlers.wsgi import WSGIHandler
    from django.db import connections

    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    settings.ALLOWED_HOSTS = ["127.0.0.1"]
    settings.DEBUG_PROPAGATE_EXCEPTIONS = False
    server = make_server("127.0.0.1", 0, StaticFilesHandler(WSGIHandler()), handler_class=Quiet)

    def serve() -> None:
        try:
            server.serve_forever(poll_interval=0.05)
        finally:
            connections.close_all()  # this thread's own

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    settings.WAGTAILADMIN_BASE_URL = f"http://127.0.0.1:{server.server_port}"
    yield settings.WAGTAILADMIN_BASE_URL
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """Start the browser once."""
    from playwright.sync_api import sync_playwright

    if not CHROMIUM:
        pytest.fail("Journeys need a Chromium: apt-get install chromium")
    # Its event loop would make Django refuse the database in this thread.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()
