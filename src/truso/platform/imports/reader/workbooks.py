"""Tables in workbooks (.xlsx). Numbers come as they are stored, with a point; formulas are not taken."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time
from typing import Any

from truso.platform.imports.reader.shapes import LOOKED_AT, MOST_CELL, MOST_COLUMNS, Look, RawRow, Unreadable
from truso.platform.imports.reader.tables import (
    below_header,
    filled,
    find_decimal,
    find_header,
    name_columns,
    with_samples,
)

FORMULA = "\x00="


def _open(path: str) -> Any:
    from openpyxl import load_workbook

    try:
        # An open file: of a path the library wants a name it likes. It is let go of with the child.
        file = open(path, "rb")  # noqa: SIM115
        return load_workbook(file, read_only=True, data_only=False, keep_links=False)
    except MemoryError:
        raise
    except Exception as problem:  # the library raises whatever a broken part makes of it
        raise Unreadable("file_broken", line=1) from problem


def _text(value: Any, data_type: str) -> str:
    if value is None:
        return ""
    if data_type == "f":
        return FORMULA
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ")
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, float):
        return repr(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    text = str(value)
    if len(text) > MOST_CELL:
        raise Unreadable("file_cell_long", line=0, most=MOST_CELL)
    return text


def _rows(book: Any, sheet: str) -> Iterator[tuple[int, list[str]]]:
    page = book[sheet] if sheet in book.sheetnames else book[book.sheetnames[0]]
    page.reset_dimensions()  # what a file says of its size is not to be believed
    try:
        for number, row in enumerate(page.iter_rows(), start=1):
            if len(row) > MOST_COLUMNS:
                raise Unreadable("file_columns", most=MOST_COLUMNS)
            yield number, [_text(cell.value, getattr(cell, "data_type", "n")) for cell in row]
    except (Unreadable, MemoryError):
        raise
    except Exception as problem:  # the library raises whatever a broken part makes of it
        raise Unreadable("file_broken", line=0) from problem


def look_at_workbook(path: str, fixed: Mapping[str, Any]) -> Look:
    """Look at the first rows of a workbook's sheet: the one asked for, else the first that holds anything."""
    book = _open(path)
    sheets = tuple(book.sheetnames)
    for sheet in [fixed["sheet"]] if fixed.get("sheet") in sheets else sheets:
        numbered = list(itertools.islice(_rows(book, sheet), LOOKED_AT))
        if any(filled(row) for _number, row in numbered):
            break
    rows = [[cell.replace(FORMULA, "=") for cell in row] for _number, row in numbered]
    first, has_header = find_header(rows)
    if "has_header" in fixed:
        has_header = bool(fixed["has_header"])
    body = rows[first + has_header :]
    width = max(len(row) for row in rows[first:])
    return Look(
        format="xlsx", has_header=has_header, header_row=numbered[first][0], sheet=sheet, sheets=sheets,
        columns=with_samples(name_columns(rows[first], width, has_header=has_header), body),
        decimal=fixed.get("decimal") or _decimal(body),
        rows_estimate=len(numbered) if len(numbered) < LOOKED_AT else 0,
    )  # fmt: skip


def _decimal(body: list[list[str]]) -> str:
    """Return the mark of figures kept as text; figures kept as numbers are read with a point whatever it is."""
    return find_decimal(body, otherwise=".")


def rows_of_workbook(path: str, reading: Mapping[str, Any]) -> Iterator[RawRow]:
    """Yield the rows of a workbook's sheet, from below its header."""
    decimal = str(reading.get("decimal") or ".")
    for number, cells in below_header(_rows(_open(path), str(reading["sheet"])), reading):
        wrong = tuple((key, "cell_formula") for key, cell in cells.items() if cell == FORMULA)
        yield RawRow(number, {key: _marked(cell, decimal) for key, cell in cells.items() if cell != FORMULA}, wrong)


def _marked(cell: str, decimal: str) -> str:
    """Write a stored number with the mark of the sheet's other figures, so that all are read alike."""
    if decimal != "," or "." not in cell:
        return cell
    try:
        float(cell)
    except ValueError:
        return cell
    return cell.replace(".", ",")
