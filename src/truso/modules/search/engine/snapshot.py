"""What a reader sees: one state of one generation, whole, for as long as it is held."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import tantivy

from truso.modules.search.engine.build import GENERATIONS, LEXICONS, TEXT_INDEX
from truso.modules.search.engine.columns import STATE_FILE, Array, ColumnFile, State, map_column, read_state
from truso.modules.search.engine.compounds import Lexicon, lexicons_from_json
from truso.modules.search.engine.rows import ASSORTMENTS_LIST, CODES_LIST
from truso.modules.search.engine.schema import open_index

_ATTEMPTS = 20


class CodeTable:
    """The facet codes by what they mean, and the meanings by code."""

    def __init__(self, keys: list[list[Any]]) -> None:
        self.keys: list[tuple[Any, ...]] = [tuple(key) for key in keys]
        self.by_key: dict[tuple[Any, ...], int] = {key: code for code, key in enumerate(self.keys)}
        self.choices: dict[str, list[int]] = {}
        for code, key in enumerate(self.keys):
            if key[0] == "choice":
                self.choices.setdefault(key[1], []).append(code)
        self.choice_codes = {attribute: np.array(codes, "<i8") for attribute, codes in self.choices.items()}
        self.brands = np.array([code for code, key in enumerate(self.keys) if key[0] == "brand"], "<i8")
        self.categories = np.array([code for code, key in enumerate(self.keys) if key[0] == "category"], "<i8")

    def __len__(self) -> int:
        return len(self.keys)


class Snapshot:
    """One state of the index: columns, text searcher and the tables that name things."""

    def __init__(self, folder: Path, state: State, index: tantivy.Index, previous: Snapshot | None) -> None:
        self.folder, self.state, self.rows, self.index = folder, state, state.rows, index
        known = previous._files() if previous and previous.folder == folder else {}
        self._columns: dict[str, tuple[ColumnFile, Array]] = {
            name: known[name] if name in known and known[name][0] == file else (file, map_column(folder, file))
            for name, file in state.columns.items()
        }
        self._lists: dict[str, tuple[str, Any]] = previous._lists.copy() if previous and known else {}
        self.codes: CodeTable = self._table(CODES_LIST, CodeTable)
        self.assortments: dict[int, int] = self._table(
            ASSORTMENTS_LIST, lambda ids: {key: i for i, key in enumerate(ids)}
        )
        self.lexicons: Mapping[str, Lexicon] = self._table(LEXICONS, lexicons_from_json)
        # The text index is opened after the columns: it holds at least their rows; those beyond are not looked at.
        index.reload()
        self.searcher: tantivy.Searcher = index.searcher()
        self.text_key = (folder.name, state.text_version)
        self.price_key = (folder.name, state.text_version, state.price_version)
        self.key = (folder.name, state.serial)

    @property
    def generation(self) -> str:
        """Name of the generation."""
        return self.folder.name

    @property
    def schema(self) -> tantivy.Schema:
        """Schema of the text index."""
        return self.index.schema

    def column(self, name: str, dtype: str = "<i8") -> Array:
        """Return a column; an empty one when nothing was ever written to it."""
        return self._columns[name][1] if name in self._columns else np.zeros(0, dtype)

    @cached_property
    def alive(self) -> Array:
        """True for the rows that count."""
        return self.column("alive", "<u1").view(bool)

    @cached_property
    def _variant_order(self) -> tuple[Array, Array]:
        rows = np.flatnonzero(self.alive)
        ids = self.column("variant")[rows]
        order = np.argsort(ids, kind="stable")
        return ids[order], rows[order]

    def rows_of_variants(self, variant_ids: Array) -> tuple[Array, Array]:
        """Return the rows of those variants that are there, and which of the ids given they belong to."""
        ids, rows = self._variant_order
        if not len(ids) or not len(variant_ids):
            return np.zeros(0, "<i8"), np.zeros(0, "<i8")
        place = np.searchsorted(ids, variant_ids)
        place[place == len(ids)] = 0
        found = np.flatnonzero(ids[place] == variant_ids)
        return rows[place[found]], found

    def rows_with_code(self, code: int) -> Array:
        """Return a mask over all rows: true where the row has the facet code."""
        mask = np.zeros(self.rows, bool)
        places = np.flatnonzero(self.column("codes.values", "<u4") == code)
        mask[np.searchsorted(self.column("codes.at"), places, side="right") - 1] = True
        return mask

    def codes_of(self, rows: Array) -> tuple[Array, Array]:
        """Return the facet codes of rows (one at least) one after the other, and how many each has."""
        at = self.column("codes.at")
        starts = at[rows]
        lengths = at[rows + 1] - starts
        ends = np.cumsum(lengths)
        places = np.arange(ends[-1]) + np.repeat(starts - (ends - lengths), lengths)
        return self.column("codes.values", "<u4")[places], lengths

    def numbers(self, attribute: str) -> tuple[Array, Array]:
        """Return the rows that have a number for the attribute, in order, and the numbers in millionths."""
        code = self.codes.by_key.get(("number", attribute), -1)
        places = np.flatnonzero(self.column("numbers.codes", "<u4") == code)
        rows = np.searchsorted(self.column("numbers.at"), places, side="right") - 1
        return rows, self.column("numbers.values")[places]

    def _files(self) -> dict[str, tuple[ColumnFile, Array]]:
        return self._columns

    def _table(self, name: str, make: Any) -> Any:
        file = self.state.lists[name]
        if name not in self._lists or self._lists[name][0] != file:
            self._lists[name] = (file, make(json.loads((self.folder / file).read_text("utf-8"))))
        return self._lists[name][1]


def signature(root: Path, name: str) -> tuple[int, ...]:
    """Return what changes whenever the generation's state is replaced."""
    stat = (root / GENERATIONS / name / STATE_FILE).stat()
    return stat.st_ino, stat.st_mtime_ns, stat.st_size


def open_snapshot(root: Path, name: str, previous: Snapshot | None) -> tuple[Snapshot, tuple[int, ...]]:
    """Map the present state; tries again when a writer or a new generation passes by in the meantime."""
    folder = root / GENERATIONS / name
    same = previous is not None and previous.folder == folder
    index = previous.index if previous is not None and same else open_index(folder / TEXT_INDEX)
    for attempt in range(_ATTEMPTS):
        before = signature(root, name)
        try:
            snapshot = Snapshot(folder, read_state(folder), index, previous)
        except FileNotFoundError:
            if attempt == _ATTEMPTS - 1:
                raise
            continue
        # Two commits in between would have taken rows out of the text index that these columns still count.
        if signature(root, name) == before:
            return snapshot, before
    return snapshot, before
