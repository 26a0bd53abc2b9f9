"""Reading lists of articles as people paste or upload them. Pure: what a code names is asked elsewhere.

A line may be parted by tabs, semicolons, commas or spaces, have the quantity first or last, or say `2 x ABC`. Where
two readings are possible both are kept, the likelier one first. No line is ever dropped: what can't be read is kept as
it was written.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

from truso.kernel.identifiers import fold
from truso.kernel.quantity import parse_quantity
from truso.kernel.value import Value

ONE = Decimal(1)
MAX_ROWS = 5000
MAX_CODE = 60
MAX_LINE = 300
# A number this long is an article's rather than a quantity.
LONG_NUMBER = 5
_NUMBER = r"[+-]?\d+(?:[.,]\d{1,3})?"
_UNIT = r"(?:(?:stk|st|szt|pcs|pc|ea|pk|pkt|pak|m|par|pr)\.?)"
_TIMES_FIRST = re.compile(rf"^({_NUMBER})\s*[x×*]\s+(\S.*)$", re.IGNORECASE)
_TIMES_LAST = re.compile(rf"^(\S.*?)\s+[x×*]\s*({_NUMBER})$", re.IGNORECASE)
_QUANTITY = re.compile(rf"^({_NUMBER})\s*{_UNIT}?$", re.IGNORECASE)
_SPACED_LAST = re.compile(rf"^(\S.*?)\s+({_NUMBER}(?:\s*{_UNIT})?)$", re.IGNORECASE)
_SPACED_FIRST = re.compile(rf"^({_NUMBER}(?:\s*{_UNIT})?)\s+(\S.*)$", re.IGNORECASE)
_CODE_HEADS = frozenset(
    """sku article articleno articlenumber item itemno itemnumber partno partnumber part product productno code number no
    artikkel artikkelnr artikkelnummer vare varenr varenummer nobb el elnummer produkt produktnr produktnummer
    artikel artikelnr artikelnummer artnr indeks numer nrartykulu artykul kod kodproduktu symbol ean gtin""".split()  # noqa: SIM905
)
_QUANTITY_HEADS = frozenset("quantity qty amount count antall ant mengde stk antal ilosc liczba szt sztuk".split())  # noqa: SIM905


class Reading(Value, frozen=True):
    """One way to read a line. `quantity` is None when what stands there is no number (`quantity_text`)."""

    code: str
    quantity: Decimal | None = ONE
    quantity_text: str = ""


class QuickLine(Value, frozen=True):
    """A line as pasted, with its number in the text (from 1) and its readings, the likeliest first."""

    row: int
    text: str
    readings: tuple[Reading, ...]

    @property
    def first(self) -> Reading:
        return self.readings[0]


class Pasted(Value, frozen=True):
    """All lines of a text. `header` is the line that named the columns, if one did."""

    lines: tuple[QuickLine, ...]
    header: str = ""


class Columns(Value, frozen=True):
    """Where a header says the code and the quantity stand."""

    code: int | None = None
    quantity: int | None = None


def parse_lines(text: str) -> Pasted:
    """Read a pasted list. Every line that is not blank comes back, in order, as a line or as the header."""
    rows = [(number, line.strip()) for number, line in enumerate(text.splitlines(), start=1)]
    rows = [(number, line) for number, line in rows if line]
    columns = _header(rows[0][1]) if rows else None
    header = rows[0][1] if columns else ""
    body = rows[1:] if columns else rows
    return Pasted(tuple(QuickLine(number, line, readings_of(line, columns)) for number, line in body), header)


def decode_file(content: bytes) -> str:
    """Return an uploaded list as text: UTF-8 or UTF-16 by their marks, else UTF-8 if it is that, else Windows-1252."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _cells(line: str) -> list[str]:
    """Part a line at the separator it uses; one cell when it uses none (spaces may belong to a code)."""
    for separator in ("\t", ";"):
        if separator in line:
            return [cell.strip().strip('"').strip() for cell in line.split(separator)]
    if "," in line and not _NUMBER_WITH_COMMA.search(line):
        return [cell.strip().strip('"').strip() for cell in line.split(",")]
    return [line]


# `ABC 2,5`: the comma belongs to the quantity, not between columns.
_NUMBER_WITH_COMMA = re.compile(r"^[^,]*(?:^|\s)[+-]?\d+,\d{1,3}(?:\s[^,]*)?$")


def _header(line: str) -> Columns | None:
    words = [re.sub(r"[^a-z]", "", fold(cell)) for cell in _cells(line)]
    if any(character.isdigit() for character in line):
        return None
    code = next((at for at, word in enumerate(words) if word in _CODE_HEADS), None)
    quantity = next((at for at, word in enumerate(words) if word in _QUANTITY_HEADS), None)
    if len(words) == 1 and code is None:  # `Artikkelnummer Antall` parted by spaces
        parts = [re.sub(r"[^a-z]", "", fold(part)) for part in line.split()]
        return Columns() if parts and all(part in _CODE_HEADS | _QUANTITY_HEADS for part in parts) else None
    return Columns(code, quantity) if code is not None or quantity is not None else None


def readings_of(line: str, columns: Columns | None = None) -> tuple[Reading, ...]:
    """Return the ways to read one line, at least one. What follows the first 300 characters is not read."""
    line = line[:MAX_LINE]
    cells = _cells(line)
    if len(cells) > 1:
        found = _by_columns(cells, columns) if columns else None
        return _once([found] if found else _by_cells(cells, line))
    return _once(_by_spaces(cells[0] or line))


def _by_columns(cells: Sequence[str], columns: Columns) -> Reading | None:
    code = cells[columns.code] if columns.code is not None and columns.code < len(cells) else ""
    if not code:
        return None
    quantity = cells[columns.quantity] if columns.quantity is not None and columns.quantity < len(cells) else ""
    return _reading(code, quantity)


def _by_cells(cells: Sequence[str], line: str) -> list[Reading]:
    filled = [cell for cell in cells if cell]
    if not filled:
        return [Reading(line)]
    if len(filled) == 1:
        return [_reading(filled[0], "")]
    numbers = [at for at, cell in enumerate(filled) if _QUANTITY.match(cell)]
    if not numbers:
        # Only names and codes: the cell after the code is no quantity when there are more; of two it was meant as one.
        return [_reading(filled[0], filled[1] if len(filled) == 2 else "")]
    if 0 not in numbers:
        # Whole numbers before decimals: those are prices more often.
        best = min(numbers, key=lambda at: (not _is_whole(filled[at]), at))
        return [_reading(filled[0], filled[best])]
    others = [at for at in range(1, len(filled)) if at not in numbers]
    if others:  # a number, then words: the quantity first, or a code whose quantity can't be read
        swapped, straight = _reading(filled[others[0]], filled[0]), _reading(filled[0], filled[(numbers + others)[1]])
        return [straight, swapped] if len(filled[0]) >= LONG_NUMBER else [swapped, straight]
    first, second = filled[0], filled[1]
    pair = [_reading(first, second), _reading(second, first)]
    # Two numbers: the longer one is the article's.
    return pair if len(first) >= len(second) else pair[::-1]


def _is_whole(cell: str) -> bool:
    return not re.search(r"[.,]", cell)


def _by_spaces(line: str) -> list[Reading]:
    found: list[Reading] = []
    if match := _TIMES_FIRST.match(line):
        found.append(_reading(match[2], match[1]))
    if match := _TIMES_LAST.match(line):
        found.append(_reading(match[1], match[2]))
    last, first = _SPACED_LAST.match(line), _SPACED_FIRST.match(line)
    by_last = [_reading(last[1], last[2])] if last else []
    by_first = [_reading(first[2], first[1])] if first else []
    if last and first and len(last[2]) > len(first[1]):  # `5 100200`: the longer number is the article's
        by_last, by_first = by_first, by_last
    return [*found, *by_last, *by_first, Reading(line[:MAX_CODE])]


def _reading(code: str, quantity: str) -> Reading:
    if not quantity:
        return Reading(code[:MAX_CODE])
    match = _QUANTITY.match(quantity)
    return Reading(code[:MAX_CODE], parse_quantity(match[1] if match else quantity), quantity[:MAX_CODE])


def _once(readings: Iterable[Reading]) -> tuple[Reading, ...]:
    return tuple(dict.fromkeys(readings))
