"""Ground for journeys: a real browser against a shop that really runs, on a database of its own."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Iterator
from socketserver import ThreadingMixIn
from typing import Any
from uuid import uuid4
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import pytest

from tests.ground import server_connection
from tests.journeys.settings import Setting

CHROMIUM = next(
    (found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), ""
)


class Quiet(WSGIRequestHandler):
    """Says nothing of each request."""

    def log_message(self, *_: Any) -> None:
        return


class Server(ThreadingMixIn, WSGIServer):
    """Answers side by side: a browser opens lines ahead of its need, and one line must not hold up the others."""

    daemon_threads = True

    def process_request_thread(self, request: Any, client_address: Any) -> None:
        from django.db import connections

        try:
            super().process_request_thread(request, client_address)
        finally:
            connections.close_all()  # this thread's own


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

    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    settings.ALLOWED_HOSTS = ["127.0.0.1"]
    settings.DEBUG_PROPAGATE_EXCEPTIONS = False
    handler = StaticFilesHandler(WSGIHandler())
    server = make_server("127.0.0.1", 0, handler, server_class=Server, handler_class=Quiet)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
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


@pytest.fixture
def visit(address: str, chromium: Any) -> Iterator[Any]:
    """Open windows for people; at the end nothing may have broken in any."""
    from tests.journeys.visit import Visit

    visits: list[Visit] = []

    def begin(setting: Setting, person: Any = None) -> Visit:
        visits.append(Visit(chromium, address, setting, person))
        return visits[-1]

    yield begin
    for one in visits:
        one.end()
