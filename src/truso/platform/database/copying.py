"""Write many rows by COPY: constraints and triggers see them as they see any other row."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from enum import Enum
from typing import Any

from django.db import connection, models


def reserve_keys(model: type[models.Model], count: int) -> list[int]:
    """Take keys from the table's own sequence, so that rows can refer to each other before they are written."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select nextval(pg_get_serial_sequence(%s, 'id')) from generate_series(1, %s)",
            [model._meta.db_table, count],
        )
        return [row[0] for row in cursor.fetchall()]


def copy_rows(model: type[models.Model], names: Sequence[str], rows: Iterable[Sequence[Any]]) -> int:
    """Write rows given as values of the named columns (`attname`s) and return how many there were.

    Columns not named get the model's default; the key, when not named, comes from the table's sequence. Rows may be a
    generator: none is kept in memory. No other statement may run on the connection while they are written.
    """
    given: list[Any] = [model._meta.get_field(name) for name in names]
    others = [field for field in model._meta.concrete_fields if field not in given and not field.primary_key]
    columns = ", ".join(f'"{field.column}"' for field in (*given, *others))
    writers = [_writer(field) for field in given]
    defaults = [_default(field) for field in others]
    count = 0
    connection.ensure_connection()
    with (
        connection.cursor() as cursor,
        cursor.cursor.copy(f'copy "{model._meta.db_table}" ({columns}) from stdin') as copy,
    ):
        for row in rows:
            values = [write(value) for write, value in zip(writers, row, strict=True)]
            copy.write_row(values + [default() for default in defaults])
            count += 1
    return count


def _writer(field: Any) -> Callable[[Any], Any]:
    if isinstance(field, models.JSONField):
        return lambda value: json.dumps(value, ensure_ascii=False)
    return lambda value: value.value if isinstance(value, Enum) else value


def _default(field: Any) -> Callable[[], Any]:
    write = _writer(field)
    if field.has_default() and callable(field.default):
        return lambda: write(field.default())
    fixed = field.get_default()
    fixed = None if fixed is None else write(fixed)
    return lambda: fixed
