"""Many rows of anything: the latest row of a table written again and again, as its constraints would not allow."""

from __future__ import annotations

from django.db import connection, models

# Read with the connection's own search path; a row's key is the only column that is made anew.
_UNIQUE = """
select 'alter table ' || c.conrelid::regclass || ' drop constraint ' || quote_ident(c.conname) || ' cascade'
from pg_constraint c where c.conrelid = %(table)s::regclass and c.contype in ('u', 'x')
union all
select 'drop index ' || i.indexrelid::regclass from pg_index i
where i.indrelid = %(table)s::regclass and i.indisunique and not i.indisprimary
  and not exists (select from pg_constraint c where c.conindid = i.indexrelid)
"""


def copy_latest(model: type[models.Model], many: int = 50, *, only: str = "true", **columns: str) -> None:
    """Write a table's latest row `many` times more: of those that `only` names in SQL.

    `columns` say in SQL what a copy `n` has otherwise.

    What keeps copies out (unique indexes, triggers) is taken away within the test's transaction.
    """
    table, key = model._meta.db_table, model._meta.pk.column if model._meta.pk else "id"
    names = [
        one.column
        for one in model._meta.concrete_model._meta.local_concrete_fields
        if one.column != key and not one.generated
    ]
    given = [columns.get(name, f't."{name}"') for name in names]
    written = ", ".join(f'"{name}"' for name in names)
    with connection.cursor() as cursor:
        cursor.execute("set constraints all immediate")
        cursor.execute(_UNIQUE, {"table": table})
        for (statement,) in cursor.fetchall():
            cursor.execute(statement)
        cursor.execute(f"alter table {table} disable trigger user")
        cursor.execute(
            f"insert into {table} ({written}) select {', '.join(given)} from {table} t,"
            f" generate_series(1, %(many)s) n where t.{key} = (select max({key}) from {table} where {only})",
            {"many": many},
        )
        cursor.execute(f"alter table {table} enable trigger user")
