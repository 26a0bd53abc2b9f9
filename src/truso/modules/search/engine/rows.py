"""Rows: what a variant becomes in the columns. A row number is given once and never used for another variant."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from itertools import accumulate

import numpy as np

from truso.kernel.texts import LANGUAGES, in_language
from truso.modules.search.engine.collation import collation_key
from truso.modules.search.engine.columns import ColumnWriter
from truso.modules.search.engine.naming import NUMBER
from truso.modules.search.engine.scale import to_instant, to_micro
from truso.modules.search.engine.schema import popularity_of
from truso.modules.search.engine.values import IndexedVariant

ASSORTMENTS_PER_WORD = 64
CODES_LIST, ASSORTMENTS_LIST = "codes", "assortments"
_PLAIN: dict[str, tuple[str, Callable[[IndexedVariant], int | float]]] = {
    "variant": ("<i8", lambda v: v.variant_id),
    "product": ("<i8", lambda v: v.product_id),
    "tax_class": ("<i8", lambda v: v.tax_class_id),
    "popularity": ("<f8", popularity_of),
    "published": ("<i8", lambda v: to_instant(v.published_at)),
    "stock": ("<i8", lambda v: to_micro(v.stock)),
    "lead": ("<i4", lambda v: v.lead_days),
}


class CodeBook:
    """Small numbers for brands, families, categories, choices and numeric attributes, given in order of first use."""

    def __init__(self, columns: ColumnWriter) -> None:
        self._columns = columns
        self._codes = {tuple(key): i for i, key in enumerate(columns.read_list(CODES_LIST, []))}
        self._assortments = {key: i for i, key in enumerate(columns.read_list(ASSORTMENTS_LIST, []))}
        self._saved = (len(self._codes), len(self._assortments))

    def code(self, *key: str | int) -> int:
        """Return the number of a key, new if need be."""
        return self._codes.setdefault(key, len(self._codes))

    def assortment(self, assortment_id: int) -> int:
        """Return the bit of an assortment, new if need be."""
        return self._assortments.setdefault(assortment_id, len(self._assortments))

    @property
    def assortment_words(self) -> int:
        """Number of 64-bit words that hold all assortments."""
        return -(-len(self._assortments) // ASSORTMENTS_PER_WORD)

    def save(self) -> None:
        """Write the books beside the columns when they have grown."""
        size = (len(self._codes), len(self._assortments))
        if size != self._saved or not self._columns.state.lists:
            self._columns.write_list(CODES_LIST, list(self._codes))
            self._columns.write_list(ASSORTMENTS_LIST, list(self._assortments))
            self._saved = size


def codes_of(variant: IndexedVariant, book: CodeBook) -> list[int]:
    """Return the facet codes of a variant, each once."""
    keys: list[tuple[str | int, ...]] = [("brand", variant.brand_id), ("family", variant.family_id)]
    keys += [("category", category_id) for category_id in variant.category_ids]
    keys += [("choice", attribute, choice) for attribute, found in variant.choices.items() for choice in found]
    return list(dict.fromkeys(book.code(*key) for key in keys))


def append_rows(columns: ColumnWriter, book: CodeBook, variants: Sequence[IndexedVariant]) -> None:
    """Add a row to every column for each variant."""
    first = columns.length("variant")
    for name, (dtype, value) in _PLAIN.items():
        columns.append(name, [value(variant) for variant in variants], dtype)
    _append_ragged(columns, "codes", [codes_of(variant, book) for variant in variants], "<u4")
    numbers = [sorted((book.code("number", a), to_micro(n)) for a, n in v.numbers.items()) for v in variants]
    columns.append("numbers.values", [micro for row in numbers for _, micro in row], "<i8")
    _append_ragged(columns, "numbers", [[code for code, _ in row] for row in numbers], "<u4", values="numbers.codes")
    _append_assortments(columns, book, variants, first)
    _append_names(columns, variants)
    prices: dict[int, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for row, variant in enumerate(variants, first):
        for price_list_id, price in variant.prices.items():
            prices[price_list_id][0].append(row)
            prices[price_list_id][1].append(to_micro(price))
    for price_list_id, (rows, micros) in prices.items():
        columns.append(f"price:{price_list_id}:rows", rows, "<u4")
        columns.append(f"price:{price_list_id}:values", micros, "<i8")


def _append_ragged(
    columns: ColumnWriter, name: str, rows: Sequence[Sequence[int] | bytes], dtype: str, values: str = ""
) -> None:
    """Add rows of any length: their values one after the other, and where each row ends."""
    values = values or f"{name}.values"
    if not columns.length(f"{name}.at"):
        columns.append(f"{name}.at", [0], "<i8")
    start = columns.length(values)
    columns.append(f"{name}.at", list(accumulate((len(row) for row in rows), initial=start))[1:], "<i8")
    columns.append(values, [item for row in rows for item in row], dtype)


def _append_assortments(columns: ColumnWriter, book: CodeBook, variants: Sequence[IndexedVariant], first: int) -> None:
    bits = [[book.assortment(a) for a in variant.assortment_ids] for variant in variants]
    for word in range(book.assortment_words):
        name = f"assortments.{word}"
        missing = first - columns.length(name)
        if missing:
            columns.append(name, np.zeros(missing, "<u8"), "<u8")
        low, high = word * ASSORTMENTS_PER_WORD, (word + 1) * ASSORTMENTS_PER_WORD
        masks = [sum(1 << (bit - low) for bit in set(row) if low <= bit < high) for row in bits]
        columns.append(name, np.array(masks, dtype="<u8"), "<u8")


def _append_names(columns: ColumnWriter, variants: Sequence[IndexedVariant]) -> None:
    for language in LANGUAGES:
        keys = []
        for variant in variants:
            names = {code: text.name for code, text in variant.texts.items()}
            keys.append(collation_key(in_language(names, language) or variant.sku, language))
        _append_keys(columns, language, keys)
    _append_keys(columns, NUMBER, [collation_key(variant.sku, "en") for variant in variants])


def _append_keys(columns: ColumnWriter, name: str, keys: Sequence[bytes]) -> None:
    if not columns.length(f"name_{name}.at"):
        columns.append(f"name_{name}.at", [0], "<i8")
    start = columns.length(f"name_{name}.values")
    ends = list(accumulate((len(key) for key in keys), initial=start))[1:]
    columns.append(f"name_{name}.at", ends, "<i8")
    columns.append(f"name_{name}.values", np.frombuffer(b"".join(keys), np.uint8), "<u1")


def change_prices(columns: ColumnWriter, price_list_id: int, changes: Mapping[int, Decimal | None]) -> None:
    """Write a price list's columns anew with the changes (row -> net price, None takes it away)."""
    name = f"price:{price_list_id}"
    rows, values = columns.read(f"{name}:rows", "<u4"), columns.read(f"{name}:values")
    kept = ~np.isin(rows, np.fromiter(changes, "<u4", len(changes)))
    priced = {row: to_micro(price) for row, price in changes.items() if price is not None}
    rows = np.concatenate([rows[kept], np.fromiter(priced, "<u4", len(priced))])
    values = np.concatenate([values[kept], np.fromiter(priced.values(), "<i8", len(priced))])
    order = np.argsort(rows, kind="stable")
    columns.replace(f"{name}:rows", rows[order], "<u4")
    columns.replace(f"{name}:values", values[order], "<i8")
