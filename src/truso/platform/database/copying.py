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
    makers = {index: _default(field) for index, field in enumerate(others) if _is_made(field)}
    defaults = [None if index in makers else _default(field)() for index, field in enumerate(others)]
    count = 0
    connection.ensure_connection()
    with (
        connection.cursor() as cursor,
        cursor.cursor.copy(f'copy "{model._meta.db_table}" ({columns}) from stdin') as copy,
    ):
        for row in rows:
            values = [write(value) if write else value for write, value in zip(writers, row, strict=True)]
            for index, make in makers.items():
                defaults[index] = make()
            copy.write_row(values + defaults)
            count += 1
    return count


def _writer(field: Any) -> Callable[[Any], Any] | None:
    """Return how a field's values become what COPY takes; None when they are that already."""
    if isinstance(field, models.JSONField):
        return _json
    return _plain if isinstance(field, models.CharField) else None


_json = json.JSONEncoder(ensure_ascii=False).encode


def _plain(value: Any) -> Any:
    return value.value if isinstance(value, Enum) else value


def _is_made(field: Any) -> bool:
    return field.has_default() and callable(field.default)


def _default(field: Any) -> Callable[[], Any]:
    write = _writer(field) or _plain
    if _is_made(field):
        return lambda: write(field.default())
    fixed = field.get_default()
    return lambda: None if fixed is None else write(fixed)
