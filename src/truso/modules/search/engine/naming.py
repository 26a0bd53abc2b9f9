"""Name order: a rank per row and language, and by article number, with gaps, so that new ones find a place between their neighbors."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict

import numpy as np

from truso.kernel.texts import LANGUAGES
from truso.modules.search.engine.columns import Array, ColumnWriter

_GAP = 1 << 32
# What rows are ranked by: their names in each language, and their article numbers.
NUMBER = "sku"
RANKED = (*LANGUAGES, NUMBER)


class _Keys:
    """The sort keys of a language as they lie in the columns."""

    def __init__(self, columns: ColumnWriter, language: str) -> None:
        self._at = columns.read(f"name_{language}.at")
        self._values = columns.read(f"name_{language}.values", "<u1")

    def __getitem__(self, row: int) -> bytes:
        return self._values[self._at[row] : self._at[row + 1]].tobytes()


def rank_names(columns: ColumnWriter) -> None:
    """Give every row without a rank its place in each language and by number."""
    rows = columns.length("variant")
    for language in RANKED:
        name, keys = f"rank_{language}", _Keys(columns, language)
        done = columns.length(name)
        if done == rows:
            continue
        new = _ranks_between(columns.read(name), keys, done, rows) if done else None
        if new is None:
            columns.replace(name, _rank_anew(keys, rows), "<i8")
        else:
            columns.append(name, new, "<i8")


def _rank_anew(keys: _Keys, rows: int) -> Array:
    order: dict[bytes, list[int]] = defaultdict(list)
    for row in range(rows):
        order[keys[row]].append(row)
    ranks = np.zeros(rows, "<i8")
    for place, key in enumerate(sorted(order), 1):
        ranks[order[key]] = place * _GAP
    return ranks


class _RankedKeys:
    """The keys of ranked rows in order, as a sequence to look a key up in."""

    def __init__(self, keys: _Keys, ranks: Array) -> None:
        self._keys = keys
        self.ranks, self._rows = np.unique(ranks, return_index=True)

    def __len__(self) -> int:
        return len(self._rows)

    def __getitem__(self, place: int) -> bytes:
        return self._keys[int(self._rows[place])]


def _ranks_between(ranks: Array, keys: _Keys, done: int, rows: int) -> list[int] | None:
    """Return the ranks of the rows from `done` on; None when there is no room and all must be ranked anew."""
    if (rows - done) * 4 > done:
        return None
    known = _RankedKeys(keys, ranks)
    found: dict[bytes, int] = {}
    gaps: dict[int, list[bytes]] = defaultdict(list)
    for key in sorted({keys[row] for row in range(done, rows)}):
        place = bisect_left(known, key)
        if place < len(known) and known[place] == key:
            found[key] = int(known.ranks[place])
        else:
            gaps[place].append(key)
    for place, inside in gaps.items():
        low = int(known.ranks[place - 1]) if place else 0
        high = int(known.ranks[place]) if place < len(known) else low + _GAP * (len(inside) + 1)
        step = (high - low) // (len(inside) + 1)
        if step == 0:
            return None
        found.update((key, low + step * (i + 1)) for i, key in enumerate(inside))
    return [found[keys[row]] for row in range(done, rows)]
