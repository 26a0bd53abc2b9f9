"""Change many rows to values of their own in one statement."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from django.db import connection, models


def update_rows(model: type[models.Model], names: Sequence[str], records: Iterable[models.Model]) -> int:
    """Write the named columns (`attname`s) of records that exist and return how many rows there were.

    One statement, whatever their number; triggers and constraints see it as one. The caller holds the rows' locks.
    """
    fields: list[Any] = [model._meta.pk, *(model._meta.get_field(name) for name in names)]
    records = list(records)
    if not records or not names:
        return 0
    values = [[_text(field, getattr(one, field.attname)) for one in records] for field in fields]
    places = ", ".join(["%s::text[]"] * len(fields))
    columns = ", ".join(f'"{field.column}"' for field in fields)
    sets = ", ".join(f'"{field.column}" = d."{field.column}"::{field.db_type(connection)}' for field in fields[1:])
    key = fields[0].column
    with connection.cursor() as cursor:
        cursor.execute(
            f'update "{model._meta.db_table}" t set {sets} from unnest({places}) as d({columns}) '  # noqa: S608
            f'where t."{key}" = d."{key}"::bigint',
            values,
        )
        return int(cursor.rowcount)


def _text(field: Any, value: Any) -> str | None:
    if isinstance(field, models.JSONField):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, bool):
        return "true" if value else "false"
    return None if value is None else str(value)
