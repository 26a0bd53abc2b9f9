"""Reading lists of articles as people paste or upload them. Pure: what a code names is asked elsewhere.

A line may be parted by tabs, semicolons, commas or spaces, have the quantity first or last, or say `2 x ABC`. Where
two readings are possible both are kept, the likelier one first. No line is ever dropped: what can't be read is kept as
it was written.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

from truso.kernel.quantity import parse_quantity
from truso.kernel.value import Value, replace
from truso.modules.cart.columns import (
    CODE_HEADS,
    LONG_NUMBER,
    MAX_CODE,
    NUMBER,
    QUANTITY,
    QUANTITY_HEADS,
    UNIT,
    Columns,
    columns_named,
    head_word,
)

ONE = Decimal(1)
MAX_ROWS = 5000
MAX_LINE = 300
_TIMES_FIRST = re.compile(rf"^({NUMBER})\s*[x×*]\s+(\S.*)$", re.IGNORECASE)
_TIMES_LAST = re.compile(rf"^(\S.*?)\s+[x×*]\s*({NUMBER})$", re.IGNORECASE)
_TIMES_ALONE = re.compile(r"^(?:[x×*]\s+)?(\S.*?)(?:\s+[x×*])?$", re.IGNORECASE)
_TIMES = frozenset("xX×*")
_SPACED_LAST = re.compile(rf"^(\S.*?)\s+({NUMBER}(?:\s*{UNIT})?)$", re.IGNORECASE)
_SPACED_FIRST = re.compile(rf"^({NUMBER}(?:\s*{UNIT})?)\s+(\S.*)$", re.IGNORECASE)


class Reading(Value, frozen=True):
    """One way to read a line. `quantity` is None when what stands there is no number (`quantity_text`)."""

    code: str
    quantity: Decimal | None = ONE
    quantity_text: str = ""


class QuickLine(Value, frozen=True):
    """A line as it came, with its number (from 1), its readings, the likeliest first, and the buyer's own reference."""

    row: int
    text: str
    readings: tuple[Reading, ...]
    reference: str = ""

    @property
    def first(self) -> Reading:
        return self.readings[0]


class Pasted(Value, frozen=True):
    """All lines of a list. `header` is the line that named the columns, if one did, `above` what stood over it.

    `sheet` names the one that was read where a workbook has more.
    """

    lines: tuple[QuickLine, ...]
    header: str = ""
    above: tuple[str, ...] = ()
    sheet: str = ""


def parse_lines(text: str) -> Pasted:
    """Read a pasted list. Every line that is not blank comes back, in order, as a line or as the header."""
    rows = [(number, line.strip()) for number, line in enumerate(text.splitlines(), start=1)]
    rows = [(number, line) for number, line in rows if line]
    columns = _header(rows[0][1]) if rows else None
    header = rows[0][1] if columns else ""
    body = rows[1:] if columns else rows
    return Pasted(tuple(QuickLine(number, line, readings_of(line, columns)) for number, line in body), header)


def join_lists(first: Pasted, second: Pasted) -> Pasted:
    """Return two lists as one; the rows of the second are numbered on. What either says of itself is kept."""
    if not first.lines and not first.header:
        return second
    last = max((line.row for line in first.lines), default=1)
    more = tuple(replace(line, row=line.row + last) for line in second.lines)
    headers = [header for header in (first.header, second.header) if header]
    return Pasted((*first.lines, *more), " · ".join(headers), (*first.above, *second.above), second.sheet)


def _cells(line: str) -> list[str]:
    """Part a line at the separator it uses; one cell when it uses none (spaces may belong to a code)."""
    for separator in ("\t", ";"):
        if separator in line:
            return [cell.strip().strip('"').strip() for cell in line.split(separator)]
    if "," in line and not NUMBER_WITH_COMMA.search(line):
        return [cell.strip().strip('"').strip() for cell in line.split(",")]
    return [line]


# `ABC 2,5`: the comma belongs to the quantity, not between columns.
NUMBER_WITH_COMMA = re.compile(r"^[^,]*(?:^|\s)[+-]?\d+,\d{1,3}(?:\s[^,]*)?$")


def _header(line: str) -> Columns | None:
    cells = _cells(line)
    columns = columns_named(cells)
    if columns or len(cells) > 1:
        return columns
    parts = [head_word(part) for part in line.split()]  # `Artikkelnummer Antall` parted by spaces
    return Columns() if parts and all(part in CODE_HEADS | QUANTITY_HEADS for part in parts) else None


def readings_of(line: str, columns: Columns | None = None) -> tuple[Reading, ...]:
    """Return the ways to read one line, at least one. What follows the first 300 characters is not read."""
    line = line[:MAX_LINE]
    cells = _cells(line)
    if len(cells) > 1:
        found = _by_columns(cells, columns) if columns else None
        return _once([found] if found else by_cells(cells, line))
    return _once(_by_spaces(cells[0] or line))


def _by_columns(cells: Sequence[str], columns: Columns) -> Reading | None:
    code = next((cells[at] for at in columns.codes if at < len(cells) and cells[at]), "")
    if not code:
        return None
    quantity = cells[columns.quantity] if columns.quantity is not None and columns.quantity < len(cells) else ""
    return reading(code, quantity)


def by_cells(cells: Sequence[str], line: str) -> list[Reading]:
    """Return the ways to read the cells of one line alone."""
    filled = [cell for cell in cells if cell]
    if not filled:
        return [Reading(line)]
    if len(filled) == 1:
        return [reading(filled[0], "")]
    numbers = [at for at, cell in enumerate(filled) if QUANTITY.match(cell)]
    if not numbers:
        # Only names and codes: the cell after the code is no quantity when there are more; of two it was meant as one.
        return [reading(filled[0], filled[1] if len(filled) == 2 else "")]
    if 0 not in numbers:
        # Whole numbers before decimals: those are prices more often.
        best = min(numbers, key=lambda at: (not _is_whole(filled[at]), at))
        return [reading(filled[0], filled[best])]
    others = [at for at in range(1, len(filled)) if at not in numbers]
    if others:  # a number, then words: the quantity first, or a code whose quantity can't be read
        swapped, straight = reading(filled[others[0]], filled[0]), reading(filled[0], filled[(numbers + others)[1]])
        return [straight, swapped] if len(filled[0]) >= LONG_NUMBER else [swapped, straight]
    first, second = filled[0], filled[1]
    pair = [reading(first, second), reading(second, first)]
    # Two numbers: the longer one is the article's.
    return pair if len(first) >= len(second) else pair[::-1]


def _is_whole(cell: str) -> bool:
    return not re.search(r"[.,]", cell)


def _by_spaces(line: str) -> list[Reading]:
    found: list[Reading] = []
    if match := _TIMES_FIRST.match(line):
        found.append(reading(match[2], match[1]))
    if match := _TIMES_LAST.match(line):
        found.append(reading(match[1], match[2]))
    alone = _TIMES_ALONE.match(line)
    if not found and alone and alone[1] != line:  # `ABC x`: the number of pieces was left out
        found.append(reading(alone[1], ""))
    last, first = _SPACED_LAST.match(line), _SPACED_FIRST.match(line)
    by_last = [reading(last[1], last[2])] if last else []
    by_first = [reading(first[2], first[1])] if first else []
    if last and first and len(last[2]) > len(first[1]):  # `5 100200`: the longer number is the article's
        by_last, by_first = by_first, by_last
    return [*found, *by_last, *by_first, Reading(line[:MAX_CODE])]


def reading(code: str, quantity: str) -> Reading:
    """Return a code with its quantity as written; one when nothing is."""
    if not quantity or quantity in _TIMES:
        return Reading(code[:MAX_CODE])
    match = QUANTITY.match(quantity)
    return Reading(code[:MAX_CODE], parse_quantity(match[1] if match else quantity), quantity[:MAX_CODE])


def _once(readings: Iterable[Reading]) -> tuple[Reading, ...]:
    return tuple(dict.fromkeys(readings))
