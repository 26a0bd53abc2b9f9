"""Which rows of a portion a target is asked about: those that can be read, have their key, and have it for the first time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from truso.kernel.refusals import Refusal
from truso.platform.imports.cells import adds_up, is_total, read_words, to_rows
from truso.platform.imports.keys import SeenKeys
from truso.platform.imports.reader.shapes import RawRow
from truso.platform.imports.values import CLEAR, FieldSpec, Kind, Outcome, Row

LONGEST_KEY = 200
# Options every import has: what the words of a column stand for (`words:<column>`), and which rows are taken at all
# (`Status=Current`, several by `;`).
WORDS, ONLY = "words:", "only"


class Sieve:
    """Reads the rows of one file in their order, and remembers the keys it met."""

    def __init__(
        self, fields: Sequence[FieldSpec], mapping: Mapping[str, str], options: Mapping[str, Any], decimal: str
    ) -> None:
        self._fields, self._mapping, self._decimal = fields, mapping, decimal
        self._keys = {one.code: str(options.get(one.code) or "") for one in fields if one.is_key}
        self._required = [one.code for one in fields if one.is_key and one.is_required and not self._keys[one.code]]
        self._seen = SeenKeys()
        given = {
            name.removeprefix(WORDS): read_words(str(text)) for name, text in options.items() if name.startswith(WORDS)
        }
        self._words = {column: words for column, words in given.items() if words}
        self._only = [part.partition("=") for part in str(options.get(ONLY) or "").split(";") if "=" in part]

    def sift(self, raw: Sequence[RawRow], *, is_last: bool = False) -> tuple[list[Row], list[Outcome]]:
        """Return the rows to judge and those already refused.

        Reasons are those of cells, `key_missing` and `cell_too_long` about the key's field, and `key_twice` with the line
        the key stood in before. A row of sums at the end of the file (`is_last`) is none of either.
        """
        wanted = [row for row in raw if self._is_wanted(row)] if self._only else raw
        rows, refused = to_rows(wanted, self._mapping, self._fields, decimal=self._decimal, words=self._words)
        if is_last and rows and rows[-1].number == raw[-1].number and self._is_sum(raw[-1], rows[-1]):
            rows = rows[:-1]
        named = []
        for row in rows:
            if problem := self._key_problem(row):
                refused.append(Outcome(row.number, Kind.REFUSED, reasons=(problem,)))
            else:
                named.append(row)
        return self._first_met(named, refused), refused

    def _is_wanted(self, row: RawRow) -> bool:
        return all(
            row.cells.get(column.strip(), "").strip().casefold() == value.strip().casefold()
            for column, _sign, value in self._only
        )

    def _first_met(self, rows: Sequence[Row], refused: list[Outcome]) -> list[Row]:
        keys = [[(row.values.get(code) or given).strip() for code, given in self._keys.items()] for row in rows]
        firsts = self._seen.add(["\x1f".join(parts).casefold() for parts in keys], [row.number for row in rows])
        refused += [
            Outcome(row.number, Kind.REFUSED, " · ".join(filter(None, parts)), reasons=(_twice(first),))
            for row, parts, first in zip(rows, keys, firsts, strict=True)
            if first
        ]
        return [row for row, first in zip(rows, firsts, strict=True) if not first]

    def _key_problem(self, row: Row) -> Refusal | None:
        for code in self._required:
            if row.values.get(code, CLEAR) == CLEAR:
                return Refusal("key_missing", subject=code)
        for code in self._keys:
            if len(row.values.get(code, "")) > LONGEST_KEY:
                return Refusal("cell_too_long", {"most": LONGEST_KEY}, code)
        return None

    def _is_sum(self, raw: RawRow, row: Row) -> bool:
        if any(row.values.get(code) for code in self._required):
            return is_total(raw)
        return adds_up(raw)


def _twice(line: int) -> Refusal:
    return Refusal("key_twice", {"line": line})
