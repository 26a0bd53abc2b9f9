"""A kept connection: used again without being asked, replaced when it broke."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection, connections

from truso.platform.database.engine import base

pytestmark = pytest.mark.django_db


@pytest.fixture
def link() -> Iterator[Any]:
    """A connection of its own, as a thread of the web server keeps one."""
    kept = connections.create_connection("default")
    _pid(kept)
    yield kept
    kept.close()


def _pid(link: Any) -> int:
    with link.cursor() as cursor:
        cursor.execute("select pg_backend_pid()")
        return int(cursor.fetchone()[0])


def _last_statement(pid: int) -> str:
    with connection.cursor() as cursor:
        cursor.execute("select query from pg_stat_activity where pid = %s", [pid])
        return str(cursor.fetchone()[0])


def _next_request(link: Any) -> None:
    link.close_if_unusable_or_obsolete()
    link.close_if_health_check_failed()


def test_the_next_request_uses_the_connection_without_asking_whether_it_works(link: Any) -> None:
    pid = _pid(link)
    _next_request(link)
    assert _last_statement(pid) == "select pg_backend_pid()"
    assert _pid(link) == pid


def test_the_next_request_gets_a_new_connection_when_the_server_ended_it(link: Any) -> None:
    pid = _pid(link)
    _next_request(link)
    with connection.cursor() as cursor:
        cursor.execute("select pg_terminate_backend(%s, 5000)", [pid])
        assert cursor.fetchone() == (True,)
    _next_request(link)
    assert _pid(link) != pid


def test_a_connection_that_was_long_silent_is_asked(link: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    pid = _pid(link)
    _next_request(link)
    monkeypatch.setattr(base, "ASKED_AFTER", 0.0)
    _next_request(link)
    assert _last_statement(pid) == "SELECT 1"


def test_a_connection_that_failed_is_asked(link: Any) -> None:
    pid = _pid(link)
    _next_request(link)
    link.errors_occurred = True
    _next_request(link)
    assert _last_statement(pid) == "SELECT 1"


@pytest.mark.parametrize(
    ("values", "kind"),
    [
        ([1, 2], "bigint[]"),
        ([-1, 2**63 - 1], "bigint[]"),
        ([1, 2**63], "numeric[]"),
        ([1, None], "smallint[]"),
        ([True, False], "boolean[]"),
        ([[1, 2], [3, 4]], "smallint[]"),
    ],
)
def test_whole_numbers_are_sent_as_one_type_and_other_lists_as_the_driver_sends_them(
    values: list[Any], kind: str
) -> None:
    with connection.cursor() as cursor:
        cursor.execute("select %s, pg_typeof(%s)::text", [values, values])
        assert cursor.fetchone() == (values, kind)


def test_an_empty_list_and_texts_take_the_type_that_is_asked_for() -> None:
    with connection.cursor() as cursor:
        cursor.execute("select %s::bigint[], %s::text[]", [[], ['a "b"', "1"]])
        assert cursor.fetchone() == ([], ['a "b"', "1"])
