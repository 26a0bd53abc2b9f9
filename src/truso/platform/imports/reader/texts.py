"""Tables written as text: which encoding, which separator, where the table begins."""

from __future__ import annotations

import codecs
import csv
import itertools
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any, TextIO

from truso.platform.imports.reader.shapes import LOOKED_AT, MOST_CELL, Look, RawRow, Unreadable
from truso.platform.imports.reader.tables import (
    below_header,
    find_decimal,
    find_header,
    name_columns,
    with_samples,
)

SCANNED = 64 * 1024 * 1024
# The comma last: where another one parts as many cells, it is the decimal mark.
SEPARATORS = (";", "\t", "|", ",")
MOST_LINE = 4 * 1024 * 1024  # signs, more than which no row of this trade has
ENCODINGS = ("utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "cp1250")
# Letters that cp1250 and cp1252 write as the same bytes: ą ę ł ś ź ż of the one, and å ø of the other.
_POLISH = frozenset(b"\xb9\xea\xb3\x9c\x9f\xbf\xa5\xca\xa3\x8c\x8f\xaf")
_NORDIC = frozenset(b"\xe5\xc5\xf8\xd8")


def find_encoding(path: str) -> str:
    """Return the encoding of a text: by its mark, by the pattern of its zeros, as UTF-8 if it is that, else by its letters."""
    with open(path, "rb") as file:
        start = file.read(1 << 16)
        if start.startswith(codecs.BOM_UTF8):
            return "utf-8-sig"
        if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            return "utf-16"
        zeros = [start[0::2].count(0), start[1::2].count(0)]
        if max(zeros) > len(start) * 0.15:
            if min(zeros) > len(start) * 0.1:
                raise Unreadable("file_not_a_table")
            return "utf-16-be" if zeros[0] > zeros[1] else "utf-16-le"
        if 0 in start:
            raise Unreadable("file_not_a_table")
        file.seek(0)
        return _eight_bits(file)


def _eight_bits(file: Any) -> str:
    decoder = codecs.getincrementaldecoder("utf-8")()
    letters: Counter[int] = Counter()
    is_utf8 = True
    for chunk in iter(lambda: file.read(1 << 20), b""):
        if is_utf8:
            try:
                decoder.decode(chunk)
            except UnicodeDecodeError:
                is_utf8 = False
        if not chunk.isascii():
            letters.update(chunk.translate(None, bytes(range(128))))
        if file.tell() > SCANNED:
            break
    if is_utf8:
        return "utf-8-sig"
    polish, nordic = sum(letters[one] for one in _POLISH), sum(letters[one] for one in _NORDIC)
    return "cp1250" if polish > nordic else "cp1252"


def open_text(path: str, encoding: str) -> TextIO:
    """Open a text; letters that do not fit its encoding are an error, not question marks."""
    if encoding not in ENCODINGS:
        raise Unreadable("encoding_unknown", found=encoding)
    return open(path, encoding=encoding, newline="")


def find_separator(lines: list[str]) -> str:
    """Return the separator that parts most lines into the same number of cells."""
    best, score = ";", 0.0
    for separator in SEPARATORS:
        widths = Counter(len(row) for row in csv.reader(lines, delimiter=separator) if row)
        if not widths:
            continue
        width, count = max(widths.items(), key=lambda one: (one[1] * (one[0] > 1), one[0]))
        found = count / sum(widths.values()) * min(width, 20) if width > 1 else 0
        if found > score:
            best, score = separator, found
    return best


def _rows(file: TextIO, separator: str) -> Iterator[tuple[int, list[str]]]:
    """Yield rows with the line each begins on. A quoted cell may hold line breaks."""
    csv.field_size_limit(MOST_CELL)
    reader = csv.reader(_lines(file), delimiter=separator)
    line = 1
    while True:
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as problem:
            code = "file_cell_long" if "limit" in str(problem) else "file_broken"
            raise Unreadable(code, line=line, most=MOST_CELL) from problem
        except UnicodeDecodeError as problem:
            raise Unreadable("file_encoding", line=line) from problem
        yield line, row
        line = reader.line_num + 1


def _lines(file: TextIO) -> Iterator[str]:
    """Yield lines, none longer than memory is meant for."""
    number = 0
    while line := file.readline(MOST_LINE):
        number += 1
        if len(line) == MOST_LINE:
            raise Unreadable("file_cell_long", line=number, most=MOST_CELL)
        yield line.replace("\x00", "")


def look_at_text(path: str, fixed: Mapping[str, Any]) -> Look:
    """Look at the first rows of a table written as text."""
    encoding = fixed.get("encoding") or find_encoding(path)
    with open_text(path, encoding) as file:
        try:
            head = file.read(1 << 20)
        except UnicodeDecodeError as problem:
            raise Unreadable("file_encoding", line=1) from problem
        lines = head.splitlines(keepends=True)[: LOOKED_AT * 2]
        csv.field_size_limit(MOST_CELL)
        if fixed.get("separator", ";") not in SEPARATORS:
            raise Unreadable("separator_unknown", found=str(fixed["separator"])[:10])
        try:
            separator = fixed.get("separator") or find_separator(lines[:60])
        except csv.Error:
            separator = ";"
        file.seek(0)
        numbered = list(itertools.islice(_rows(file, separator), LOOKED_AT))
    rows = [row for _line, row in numbered]
    first, has_header = find_header(rows)
    if "has_header" in fixed:
        has_header = bool(fixed["has_header"])
    body = rows[first + has_header :]
    width = max(len(row) for row in rows[first:])
    columns = with_samples(name_columns(rows[first], width, has_header=has_header), body)
    return Look(
        format="csv", encoding=encoding, separator=separator, has_header=has_header, header_row=numbered[first][0],
        columns=columns, decimal=fixed.get("decimal") or find_decimal(body, otherwise="," if separator == ";" else "."),
        rows_estimate=_estimate(path, numbered),
    )  # fmt: skip


def _estimate(path: str, numbered: list[tuple[int, list[str]]]) -> int:
    """Return about how many rows there are, from the size of the first ones."""
    import os

    size = sum(sum(len(cell.encode()) + 1 for cell in row) + 1 for _line, row in numbered)
    return len(numbered) if len(numbered) < LOOKED_AT else int(os.path.getsize(path) / max(size, 1) * len(numbered))


def rows_of_text(path: str, reading: Mapping[str, Any]) -> Iterator[RawRow]:
    """Yield the rows of a table written as text, from below its header."""
    with open_text(path, reading["encoding"]) as file:
        for line, cells in below_header(_rows(file, reading["separator"]), reading):
            yield RawRow(line, cells)
