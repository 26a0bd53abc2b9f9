"""What the child tells: plain values, sent as msgpack."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec


class Column(msgspec.Struct, frozen=True):
    """A column of a file. `key` names it for good: its heading, its place (`#3`) without one, or its path in XML."""

    key: str
    heading: str
    samples: tuple[str, ...] = ()


class Look(msgspec.Struct, frozen=True, kw_only=True):
    """What a file was found to be. Each of `encoding`, `separator`, `has_header`, `decimal`, `sheet`, `row_path` can be fixed."""

    format: str
    columns: tuple[Column, ...] = ()
    encoding: str = ""
    separator: str = ""
    has_header: bool = True
    header_row: int = 0
    decimal: str = "."
    sheet: str = ""
    sheets: tuple[str, ...] = ()
    row_path: str = ""
    row_paths: tuple[str, ...] = ()
    rows_estimate: int = 0


class RawRow(msgspec.Struct, frozen=True, array_like=True):
    """A row as it stands in the file: its number as a person counts, its cells by column, blanks left out.

    `problems` pairs a column with why its cell can't be taken (`cell_formula`).
    """

    number: int
    cells: Mapping[str, str]
    problems: tuple[tuple[str, str], ...] = ()


class Unreadable(Exception):
    """The file can't be read; `code` says why, as a refusal."""

    def __init__(self, code: str, **params: Any) -> None:
        super().__init__(code)
        self.code, self.params = code, params


MOST_COLUMNS = 2_000
MOST_CELL = 1_000_000  # signs
LOOKED_AT = 200  # rows
