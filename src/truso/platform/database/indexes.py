"""Indexes that more than one module has."""

from __future__ import annotations

from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db.models.functions import Upper


def trigram_index(*columns: str, name: str) -> GinIndex:
    """Return an index by which words are found anywhere in columns, whatever their case (`icontains`, `istartswith`).

    The extension `pg_trgm` comes with the first module's migrations; the database's owner may create it.
    """
    return GinIndex(*(OpClass(Upper(column), name="gin_trgm_ops") for column in columns), name=name)
