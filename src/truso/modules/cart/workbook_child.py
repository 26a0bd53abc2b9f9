"""The child process that opens a spreadsheet: bytes in, the first filled sheet's cells as text out."""

from __future__ import annotations

import sys
from io import BytesIO
from typing import Any

import msgspec
from python_calamine import CalamineError, PasswordError, SheetVisibleEnum, load_workbook

from truso.modules.cart.columns import cell_text
from truso.platform.children import limit_resources

ENCRYPTED, UNREADABLE, TOO_LONG = "encrypted", "unreadable", "too long"
MOST_MEMORY = 1 << 30
MOST_SECONDS = 15
MOST_COLUMNS = 200
MOST_LETTERS = 300
# Heads and what stands above them come on top of the lines.
ROWS_BESIDE = 20


class Workbook(msgspec.Struct, frozen=True):
    """The rows that are not blank with their numbers, the sheet's name, and whether others hold something too."""

    rows: list[tuple[int, list[str]]] = []
    sheet: str = ""
    has_more: bool = False
    problem: str = ""


def open_workbook(content: bytes, most: int) -> Workbook:
    """Read the first visible sheet that holds anything; `problem` says why not."""
    try:
        return _read(load_workbook(BytesIO(content)), most)
    except PasswordError:
        return Workbook(problem=ENCRYPTED)
    except (CalamineError, OSError, ValueError):
        return Workbook(problem=UNREADABLE)


def _read(book: Any, most: int) -> Workbook:
    found: Workbook | None = None
    for about in book.sheets_metadata:
        if about.visible != SheetVisibleEnum.Visible:
            continue
        sheet = book.get_sheet_by_name(about.name)
        if sheet.height == 0:
            continue
        if found:
            return Workbook(found.rows, found.sheet, has_more=True)
        rows = _rows(sheet, most + ROWS_BESIDE)
        if len(rows) > most + ROWS_BESIDE:
            return Workbook(problem=TOO_LONG)
        if rows:
            found = Workbook(rows, about.name[:MOST_LETTERS])
    return found or Workbook()


def _rows(sheet: Any, most: int) -> list[tuple[int, list[str]]]:
    """Return the rows that are not blank, one more than `most` when there are more."""
    rows: list[tuple[int, list[str]]] = []
    for number, values in enumerate(sheet.iter_rows(), start=1):
        cells = [cell_text(value)[:MOST_LETTERS] for value in values[:MOST_COLUMNS]]
        if any(cells):
            rows.append((number, cells))
        if len(rows) > most:
            break
    return rows


if __name__ == "__main__":
    limit_resources(memory=MOST_MEMORY, seconds=MOST_SECONDS)
    sys.stdout.buffer.write(msgspec.json.encode(open_workbook(sys.stdin.buffer.read(), int(sys.argv[1]))))
