"""Models read by statements written by hand: where composing a statement anew costs more than running it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, TypeVar

from django.db import connection
from django.db.models import Model

M = TypeVar("M", bound=Model)


@cache
def columns_of(model: type[Model]) -> tuple[str, ...]:
    """Return the names of a model's columns, in the order `read_models` selects them."""
    return tuple(str(field.column) for field in model._meta.concrete_fields)


@cache
def _converters(model: type[Model]) -> tuple[tuple[int, Any], ...]:
    fields = enumerate(model._meta.concrete_fields)
    return tuple((place, field.from_db_value) for place, field in fields if hasattr(field, "from_db_value"))


@cache
def _names(model: type[Model]) -> tuple[str, ...]:
    return tuple(field.attname for field in model._meta.concrete_fields)


@cache
def _statement(model: type[Model], clause: str) -> str:
    columns = ", ".join(f'r."{name}"' for name in columns_of(model))
    return f'select {columns} from "{model._meta.db_table}" r {clause}'  # noqa: S608  the clause is the caller's own text


def read_models(model: type[M], clause: str, parameters: Sequence[Any] | Mapping[str, Any] = ()) -> list[M]:
    """Return models of a table named `r`, by a fixed clause (`where r.customer_id = %s order by r.id for update`)."""
    with connection.cursor() as cursor:
        cursor.execute(_statement(model, clause), parameters)
        return [make_model(model, row) for row in cursor.fetchall()]


def make_model(model: type[M], row: Sequence[Any]) -> M:
    """Return a model of a row of its columns, as the object-relational mapper would."""
    values = list(row)
    for place, convert in _converters(model):
        values[place] = convert(values[place], None, connection)
    return model.from_db(connection.alias, _names(model), values)
