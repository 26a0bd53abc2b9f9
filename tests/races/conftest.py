"""Ground for races: a database of its own per test, and callers with connections of their own that really commit."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

import pytest
from django.conf import settings
from django.db import connection, connections, transaction

from tests.factories import Shop, open_shop
from tests.ground import server_connection
from truso.platform.shortlived import forget

FULL = os.environ.get("ASSURE") == "1"
PATIENCE = 60


@dataclass
class Outcome:
    """What parallel callers got: answers by place, and what was raised."""

    answers: list[Any] = field(default_factory=list)
    errors: list[Exception] = field(default_factory=list)

    def codes(self) -> list[str]:
        """Return the codes of refusals, sorted; anything else that was raised is raised here."""
        found = []
        for error in self.errors:
            if not hasattr(error, "refusals"):
                raise error
            found.append(error.refusals[0].code)
        return sorted(found)


def all_at_once(callers: int, act: Callable[[int], Any]) -> Outcome:
    """Let callers act at the same moment, each on a connection of its own."""
    start, outcome, lock = threading.Barrier(callers), Outcome(), threading.Lock()

    def run(number: int) -> None:
        try:
            connection.ensure_connection()
            start.wait(PATIENCE)
            answer = act(number)
            with lock:
                outcome.answers.append(answer)
        except Exception as error:
            with lock:
                outcome.errors.append(error)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=(number,), daemon=True) for number in range(callers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(PATIENCE)
    assert not any(thread.is_alive() for thread in threads), (
        "a caller never came back: a deadlock, or a lock nobody gives up"
    )
    return outcome


class Meeting:
    """Where callers wait for each other in the middle of a step: the worst moment, every time."""

    def __init__(self, callers: int) -> None:
        self._barrier = threading.Barrier(callers)

    def before(self, function: Callable[..., Any]) -> Callable[..., Any]:
        """Return the function with the meeting in front of it."""

        def met(*args: Any, **kwargs: Any) -> Any:
            self._barrier.wait(PATIENCE)
            return function(*args, **kwargs)

        return met


@pytest.fixture
def own_database(django_db_blocker: Any) -> Iterator[None]:
    """Give the test a fresh copy of the template that is thrown away with all it committed."""
    name, before = f"truso_race_{uuid4().hex[:12]}", settings.DATABASES["default"]["NAME"]
    with django_db_blocker.unblock():
        _use(name, create=True)
        yield
        connections.close_all()
        _use(before)
    with server_connection() as link:
        link.execute(f'drop database if exists "{name}" with (force)')
    forget()


def _use(name: str, *, create: bool = False) -> None:
    connections.close_all()
    if create:
        with server_connection() as link:
            link.execute("select pg_advisory_lock(748)")  # a template is copied by one at a time
            link.execute(f'create database "{name}" template "{os.environ["TRUSO_TEST_TEMPLATE"]}"')
    settings.DATABASES["default"]["NAME"] = name
    connections["default"].settings_dict["NAME"] = name


@pytest.fixture
def raced(own_database: None) -> Shop:
    """A shop whose every row is committed."""
    shop = open_shop()
    shop.add_article = transaction.atomic(shop.add_article)  # type: ignore[method-assign]
    return shop


def drop_constraints(table: str, *names: str) -> None:
    """Take guards away, in this test's database only: a counter-proof must be able to go wrong."""
    with connection.cursor() as cursor:
        for name in names:
            cursor.execute(
                "select 1 from pg_constraint where conname = %s union all select 1 from pg_indexes where indexname = %s",
                [name, name],
            )
            assert cursor.fetchone(), f"{name} guards {table} no more"
            cursor.execute(f'alter table {table} drop constraint if exists "{name}"')
            cursor.execute(f'drop index if exists "{name}"')


def unique_names(table: str, column: str) -> list[str]:
    """Return the names of a column's own unique constraints."""
    with connection.cursor() as cursor:
        found = connection.introspection.get_constraints(cursor, table)
    return [name for name, one in found.items() if one["unique"] and one["columns"] == [column]]
