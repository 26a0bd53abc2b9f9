"""Lists in columns, as files hold them: rows of cells become the same lines a pasted list gives. Pure."""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from io import StringIO

from truso.kernel.value import Value
from truso.modules.cart.columns import Columns, columns_by_looking, columns_named
from truso.modules.cart.quick_order import (
    MAX_LINE,
    NUMBER_WITH_COMMA,
    Pasted,
    QuickLine,
    Reading,
    by_cells,
    parse_lines,
    reading,
    readings_of,
)

MAX_REFERENCE = 100
# A title, an address and a date may stand above the heads.
_ROWS_TO_HEADS = 15
_SEPARATOR_LINE = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)
_WHOLE_WITH_POINT = re.compile(r"^(\d+)[.,]0+$")


class Row(Value, frozen=True):
    """A row that is not blank: its number in the file (from 1) and its cells."""

    number: int
    cells: tuple[str, ...]

    @property
    def text(self) -> str:
        return "; ".join(cell for cell in self.cells if cell)[:MAX_LINE]


def read_table(rows: Sequence[Row]) -> Pasted:
    """Read rows of cells. Every row comes back: as a line, as the header, or as what stands above it."""
    heads = next((at for at in range(min(len(rows), _ROWS_TO_HEADS)) if _is_header(rows, at)), None)
    body = rows if heads is None else rows[heads + 1 :]
    named = None if heads is None else columns_named(rows[heads].cells)
    columns = named if named and named.codes else columns_by_looking([row.cells for row in body]) or named
    if named and columns and not named.codes:
        columns = Columns(columns.codes, named.quantity, named.reference)
    return Pasted(
        tuple(QuickLine(row.number, row.text, _readings(row, columns), _reference(row, columns)) for row in body),
        header="" if heads is None else rows[heads].text,
        above=() if heads is None else tuple(row.text for row in rows[:heads]),
    )


def _is_header(rows: Sequence[Row], at: int) -> bool:
    """Tell whether a row names the columns; below the first, only one that names both number and quantity does."""
    columns = columns_named(rows[at].cells)
    return columns is not None and (at == 0 or (bool(columns.codes) and columns.quantity is not None))


def _readings(row: Row, columns: Columns | None) -> tuple[Reading, ...]:
    filled = [cell for cell in row.cells if cell]
    codes = [_code(cell) for cell in (_cell(row, at) for at in columns.codes) if cell] if columns else []
    if columns and codes:
        if columns.quantity is None:
            return tuple(dict.fromkeys(reading(code, "") for code in codes))
        # Where a quantity has its column, none is written for what is not wanted: never one of everything.
        quantity = _cell(row, columns.quantity)
        return tuple(dict.fromkeys(reading(code, quantity) if quantity else Reading(code, None) for code in codes))
    if len(filled) == 1:
        return readings_of(filled[0])
    return tuple(dict.fromkeys(by_cells([_code(cell) for cell in row.cells], row.text)))


def _code(cell: str) -> str:
    """Return a number as an article's: programs that take it for an amount write `4500123456789.0`."""
    match = _WHOLE_WITH_POINT.match(cell)
    return match[1] if match else cell


def _cell(row: Row, at: int | None) -> str:
    return row.cells[at] if at is not None and at < len(row.cells) else ""


def _reference(row: Row, columns: Columns | None) -> str:
    return _cell(row, columns.reference)[:MAX_REFERENCE] if columns else ""


def read_text(text: str) -> Pasted:
    """Read a text file: columns where it has them, else as if it had been pasted. Raises `csv.Error` for no text at all."""
    hint = _SEPARATOR_LINE.match(text)
    for separator in (hint[1],) if hint else ("\t", ";", ","):
        rows = _split(text[hint.end() :] if hint else text, separator, first=2 if hint else 1)
        if rows and sum(_is_parted(row, separator) for row in rows) * 2 > len(rows):
            return read_table(rows)
    return parse_lines(text)


def _is_parted(row: Row, separator: str) -> bool:
    # `ABC 2,5`: that comma belongs to a quantity.
    return len(row.cells) > 1 and not (separator == "," and NUMBER_WITH_COMMA.match(",".join(row.cells)))


def _split(text: str, separator: str, *, first: int) -> list[Row]:
    # A quote that is never closed (`12" pipe`) would swallow the lines after it.
    source = csv.reader(
        StringIO(text.replace("\0", "")),
        delimiter=separator,
        quoting=csv.QUOTE_NONE if text.count('"') % 2 else csv.QUOTE_MINIMAL,
    )
    rows, before = [], 0
    for cells in source:
        number, before = before + first, source.line_num
        clean = tuple(" ".join(cell.split()).strip('"') for cell in cells)
        if any(clean):
            rows.append(Row(number, clean))
    return rows
