"""Rows and columns: where a table begins, what its columns are called, which decimal mark it writes. The same for every format."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from truso.platform.imports.reader.shapes import MOST_COLUMNS, Column, Unreadable

Cells = Sequence[str]
_SPACES = "\u00a0\u202f\u2009 "
# Three figures may follow a thousands mark, but not after a zero.
_COMMA = re.compile(rf"^[-+]?((\d+|\d{{1,3}}([.{_SPACES}]\d{{3}})+),(\d{{1,2}}|\d{{4,}})|0,\d+)$")
_POINT = re.compile(rf"^[-+]?((\d+|\d{{1,3}}([,{_SPACES}]\d{{3}})+)\.(\d{{1,2}}|\d{{4,}})|0\.\d+)$")
_NUMERIC = re.compile(rf"^[-+]?[\d.,{_SPACES}]*\d[\d.,{_SPACES}]*%?$")
SAMPLES = 3


def filled(row: Cells) -> int:
    """Return how many cells of a row hold anything."""
    return sum(1 for cell in row if cell.strip())


def find_header(rows: Sequence[Cells]) -> tuple[int, bool]:
    """Return where the table begins (index of its first row), and whether that row names the columns.

    Above it may stand titles and blank rows: they fill fewer columns than the table does.
    """
    widths = Counter(filled(row) for row in rows if filled(row))
    if not widths:
        raise Unreadable("file_empty")
    usual = max(widths, key=lambda width: (widths[width], width))
    least = max(min(2, usual), round(usual * 0.6))
    first = next(place for place, row in enumerate(rows) if filled(row) >= least)
    below = [row for row in rows[first + 1 :] if filled(row)]
    return first, _names(rows[first], below)


def _names(head: Cells, below: Sequence[Cells]) -> bool:
    """Tell whether a row names what stands below: by words above figures, or by words that return nowhere."""
    words = [cell.strip().casefold() for cell in head if cell.strip()]
    if any(_NUMERIC.match(word) for word in words):
        return _names_quantities(head, below)
    for place, cell in enumerate(head):
        values = [row[place].strip() for row in below if place < len(row) and row[place].strip()]
        if cell.strip() and values and sum(1 for value in values if _NUMERIC.match(value)) * 2 > len(values):
            return True
    is_distinct = len(set(words)) == len(words)
    return is_distinct and not any(cell.strip().casefold() in set(words) for row in below for cell in row)


def _names_quantities(head: Cells, below: Sequence[Cells]) -> bool:
    """Tell whether figures in a row are headings (prices from 1, 10, 100): whole, rising, and beside a word above codes."""
    first, *rest = (cell.strip() for cell in head)
    figures = [cell for cell in rest if _NUMERIC.match(cell)]
    if not first or any(letter.isdigit() for letter in first) or not all(one.isdigit() for one in figures):
        return False
    codes = [row[0] for row in below if row and row[0].strip()]
    are_codes = bool(codes) and all(any(letter.isdigit() for letter in code) for code in codes)
    return are_codes and all(int(one) < int(next_one) for one, next_one in itertools.pairwise(figures))


def name_columns(head: Cells, width: int, *, has_header: bool) -> list[tuple[str, str]]:
    """Return (key, heading) of each column; the same heading twice is told apart by its place."""
    if width > MOST_COLUMNS:
        raise Unreadable("file_columns", most=MOST_COLUMNS)
    seen: set[str] = set()
    named = []
    for place in range(width):
        heading = " ".join(head[place].split())[:200] if has_header and place < len(head) else ""
        key = heading or f"#{place + 1}"
        own = next(
            one for one in itertools.chain([key], (f"{key} ({n})" for n in itertools.count(2))) if one not in seen
        )
        seen.add(own)
        named.append((own, heading))
    return named


def below_header(rows: Iterable[tuple[int, Cells]], reading: Mapping[str, Any]) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield the numbered rows below a table's header by the keys of their columns; blank cells and blank rows are left out."""
    has_header, header_row = bool(reading["has_header"]), int(reading["header_row"])
    keys: list[str] = []
    for number, row in rows:
        if number < header_row:
            continue
        if number == header_row:
            keys = [key for key, _heading in name_columns(row, len(row), has_header=has_header)]
            if has_header:
                continue
        if len(row) > MOST_COLUMNS:
            raise Unreadable("file_columns", most=MOST_COLUMNS)
        if len(row) > len(keys):
            keys += [f"#{place + 1}" for place in range(len(keys), len(row))]
        if cells := {key: cell for key, cell in zip(keys, row, strict=False) if cell.strip()}:
            yield number, cells


def with_samples(named: Sequence[tuple[str, str]], rows: Sequence[Cells]) -> tuple[Column, ...]:
    """Return columns with what stands in their first filled rows. Columns without a heading and without a value are left out."""
    columns = []
    for place, (key, heading) in enumerate(named):
        values = (row[place].strip() for row in rows if place < len(row))
        samples = [value[:80] for value in values if value][:SAMPLES]
        if heading or samples:
            columns.append(Column(key, heading, tuple(samples)))
    return tuple(columns)


def find_decimal(rows: Sequence[Cells], *, otherwise: str) -> str:
    """Return the decimal mark the figures write; `1,234` and `1.234` say nothing."""
    commas = points = 0
    for row in rows:
        for cell in row:
            text = cell.strip()
            if text and text[-1].isdigit():
                commas += bool(_COMMA.match(text))
                points += bool(_POINT.match(text))
    return otherwise if commas == points else "," if commas > points else "."
