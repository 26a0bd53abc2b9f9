"""Lists of ids as the driver sends them: written in one go, and always as `bigint[]`."""

from __future__ import annotations

from typing import Any

from psycopg.abc import DumperKey
from psycopg.adapt import Dumper, PyFormat
from psycopg.postgres import types
from psycopg.types.array import ListDumper

_MOST = 2**63 - 1


class IdListDumper(Dumper):
    """Writes a list of whole numbers. The driver's own writes each by itself and takes as long as the statement needs to run."""

    oid = types["int8"].array_oid

    def dump(self, obj: list[int]) -> bytes:
        """Return the array as text."""
        return f"{{{','.join(map(str, obj))}}}".encode()


class AnyListDumper(ListDumper):
    """Hands lists of whole numbers to `IdListDumper`, all others to the driver's own.

    The driver would make the array's type of the largest number (`smallint[]` of small ids): a statement would be
    prepared and planned once more for each.
    """

    def get_key(self, obj: list[Any], format: PyFormat) -> DumperKey:
        """Return what tells lists apart that need another dumper."""
        return (self.cls, IdListDumper) if _is_of_ids(obj) else super().get_key(obj, format)

    def upgrade(self, obj: list[Any], format: PyFormat) -> Any:
        """Return the dumper for a list."""
        return IdListDumper(self.cls, self._tx) if _is_of_ids(obj) else super().upgrade(obj, format)


def _is_of_ids(values: list[Any]) -> bool:
    return set(map(type, values)) == {int} and max(values) <= _MOST and min(values) >= -_MOST
