"""Changes to the generation in use: gathered, then made visible together by `commit`."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from decimal import Decimal
from pathlib import Path
from types import TracebackType

import numpy as np
import tantivy

from truso.modules.search.engine.build import GENERATIONS, LEXICONS, TEXT_INDEX, current_generation
from truso.modules.search.engine.columns import Array, ColumnWriter
from truso.modules.search.engine.compounds import lexicons_from_json
from truso.modules.search.engine.lock import take_writer_lock
from truso.modules.search.engine.naming import rank_names
from truso.modules.search.engine.rows import CodeBook, append_rows, change_prices
from truso.modules.search.engine.scale import to_micro
from truso.modules.search.engine.schema import ROW, code_terms, make_document, open_index, plain_texts, popularity_of
from truso.modules.search.engine.terms import TermMaker
from truso.modules.search.engine.values import IndexedVariant

_HEAP = 30_000_000
# Rows replaced by the latest commit: readers of the state before may still be looking for them.
BURIED = "buried"


class NoGeneration(Exception):
    """The root has no generation in use yet."""


class Writer:
    """Change the generation in use; a context manager that holds the node's writer lock.

    Nothing is visible before `commit`. Leaving without it drops what was gathered. Raises WriterBusy and NoGeneration.
    The text index is written first and the columns last, and a replaced row is taken out of the text index one commit
    later: so every reader, whichever state it maps, finds its own rows whole.
    """

    def __init__(self, root: Path) -> None:
        self._lock: int | None = take_writer_lock(Path(root))
        try:
            name = current_generation(Path(root))
            if name is None:
                raise NoGeneration(str(root))
            folder = Path(root) / GENERATIONS / name
            self._columns = ColumnWriter(folder)
            self._maker = TermMaker(lexicons_from_json(self._columns.read_list(LEXICONS, {})))
            self._index = open_index(folder / TEXT_INDEX)
            self._text: tantivy.IndexWriter | None = None
            self._row_by_variant = self._alive_rows()
        except BaseException:
            self.close()
            raise
        self._clear()

    def upsert(self, variants: Iterable[IndexedVariant]) -> None:
        """Add variants, or replace those with the same id; what was set for them before counts no more."""
        for variant in variants:
            self._removed.discard(variant.variant_id)
            self._stock.pop(variant.variant_id, None)
            for prices in self._prices.values():
                prices.pop(variant.variant_id, None)
            self._upserted[variant.variant_id] = variant

    def remove(self, variant_ids: Iterable[int]) -> None:
        """Take variants out; unknown ids are nothing to do."""
        for variant_id in variant_ids:
            self._upserted.pop(variant_id, None)
            self._removed.add(variant_id)

    def set_stock(self, levels: Mapping[int, tuple[Decimal, int]]) -> None:
        """Set stock and lead days by variant id; unknown ids are nothing to do."""
        self._stock.update(levels)

    def set_prices(self, price_list_id: int, prices: Mapping[int, Decimal | None]) -> None:
        """Set net unit prices of a list by variant id, None takes one away; unknown ids are nothing to do."""
        self._prices.setdefault(price_list_id, {}).update(prices)

    @property
    def position(self) -> int:
        """The caller's mark, as the latest commit left it."""
        return self._columns.state.position

    @property
    def generation(self) -> str:
        """Name of the generation that is written to."""
        return self._columns.folder.name

    def commit(self, *, position: int | None = None) -> int:
        """Make all changes and the caller's mark visible at once and return the number of documents.

        After a failure the writer is closed.
        """
        try:
            return self._commit(self.position if position is None else position)
        except BaseException:
            self.close()
            raise

    def _commit(self, position: int) -> int:
        if self._upserted or self._removed:
            self._commit_rows()
        changed = {
            "price_version": self._columns.state.price_version + bool(self._prices or self._upserted),
            "stock_version": self._columns.state.stock_version + bool(self._stock or self._upserted),
            "text_version": self._columns.state.text_version + bool(self._upserted or self._removed),
        }
        self._commit_stock()
        for price_list_id, prices in self._prices.items():
            known = {row: p for v, p in prices.items() if (row := self._row_by_variant.get(v)) is not None}
            change_prices(self._columns, price_list_id, known)
        documents = len(self._row_by_variant)
        self._columns.commit(rows=self._columns.length("variant"), documents=documents, position=position, **changed)
        self._clear()
        return documents

    def close(self) -> None:
        """Let go of the index; what was not committed is dropped."""
        self._text = None
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None

    def __enter__(self) -> Writer:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _clear(self) -> None:
        self._upserted: dict[int, IndexedVariant] = {}
        self._removed: set[int] = set()
        self._stock: dict[int, tuple[Decimal, int]] = {}
        self._prices: dict[int, dict[int, Decimal | None]] = {}

    def _alive_rows(self) -> dict[int, int]:
        alive = np.flatnonzero(self._columns.read("alive", "<u1"))
        return dict(zip(self._columns.read("variant")[alive].tolist(), alive.tolist(), strict=True))

    def _open_text(self) -> tantivy.IndexWriter:
        """Return the text writer, once it has been told to drop what an interrupted commit left."""
        if self._text is None:
            self._text = self._index.writer(_HEAP, 1)
            rows = self._columns.state.rows
            beyond = tantivy.Query.range_query(
                self._index.schema, ROW, tantivy.FieldType.Unsigned, lower_bound=rows, use_inverted_index=True
            )
            self._text.delete_documents_by_query(beyond)
        return self._text

    def _commit_rows(self) -> None:
        """Write the new rows; those they replace stay in the text index until the next commit."""
        text, first = self._open_text(), self._columns.state.rows
        buried_before = self._columns.read_list(BURIED, [])
        if buried_before:
            # By query: deleting by term takes a number for a signed one and meets nothing in an unsigned field.
            text.delete_documents_by_query(tantivy.Query.term_set_query(self._index.schema, ROW, buried_before))
        variants = list(self._upserted.values())
        for row, variant in enumerate(variants, first):
            words = plain_texts(variant)
            text.add_document(make_document(row, code_terms(variant), words, popularity_of(variant), self._maker))
        text.commit()
        book = CodeBook(self._columns)
        append_rows(self._columns, book, variants)
        book.save()
        rank_names(self._columns)
        replaced = self._row_by_variant.keys() & (self._upserted.keys() | self._removed)
        buried = [self._row_by_variant.pop(variant_id) for variant_id in sorted(replaced)]
        self._row_by_variant.update((variant.variant_id, row) for row, variant in enumerate(variants, first))
        alive: Array = np.concatenate([self._columns.read("alive", "<u1"), np.ones(len(variants), "<u1")])
        alive[buried] = 0
        self._columns.replace("alive", alive, "<u1")
        self._columns.write_list(BURIED, buried)

    def _commit_stock(self) -> None:
        rows = {row: level for v, level in self._stock.items() if (row := self._row_by_variant.get(v)) is not None}
        if not rows:
            return
        at = np.fromiter(rows, "<i8", len(rows))
        stock, lead = self._columns.read("stock").copy(), self._columns.read("lead", "<i4").copy()
        stock[at] = [to_micro(quantity) for quantity, _ in rows.values()]
        lead[at] = [days for _, days in rows.values()]
        self._columns.replace("stock", stock, "<i8")
        self._columns.replace("lead", lead, "<i4")
