"""The text index: one field for identifiers, two per language for words, and the row they stand for."""

from __future__ import annotations

import math
from pathlib import Path

import tantivy

from truso.kernel.identifiers import normalize_code, without_leading_zeros
from truso.kernel.texts import LANGUAGES
from truso.modules.search.engine.terms import TermMaker
from truso.modules.search.engine.text import clean
from truso.modules.search.engine.values import IndexedVariant

ROW = "row"
POPULARITY = "popularity"
CODES = "codes"
NAME_FIELDS = {language: f"name_{language}" for language in LANGUAGES}
BODY_FIELDS = {language: f"body_{language}" for language in LANGUAGES}
CODE_KINDS = ("sku", "gtin", "mpn")
MAX_CODE_LENGTH = 64
_TOKENIZER = "terms"


def _register(index: tantivy.Index) -> tantivy.Index:
    analyzer = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build()
    index.register_tokenizer(_TOKENIZER, analyzer)
    return index


def create_index(folder: Path) -> tantivy.Index:
    """Return a new, empty text index in an existing folder."""
    builder = tantivy.SchemaBuilder()
    builder.add_unsigned_field(ROW, indexed=True, fast=True)
    builder.add_float_field(POPULARITY, fast=True)
    for name in (CODES, *NAME_FIELDS.values(), *BODY_FIELDS.values()):
        builder.add_text_field(name, tokenizer_name=_TOKENIZER, index_option="basic")
    return _register(tantivy.Index(builder.build(), str(folder)))


def open_index(folder: Path) -> tantivy.Index:
    """Return the text index of a folder; it shows later commits only when told to reload."""
    index = _register(tantivy.Index.open(str(folder)))
    index.config_reader("manual")
    index.reload()
    return index


def code_terms(variant: IndexedVariant) -> str:
    """Return the identifiers as terms: whole (`sku:00A1`) and without leading zeros (`sku0:A1`)."""
    terms = []
    for kind, code in zip(CODE_KINDS, (variant.sku, variant.gtin, variant.mpn), strict=True):
        normal = normalize_code(clean(code))[:MAX_CODE_LENGTH]
        if normal:
            terms += [f"{kind}:{normal}", f"{kind}0:{without_leading_zeros(normal)}"]
    return " ".join(terms)


def make_document(
    row: int, codes: str, texts: dict[str, tuple[str, str]], popularity: float, maker: TermMaker
) -> tantivy.Document:
    """Return the document of a row; `texts` holds name and body by language."""
    document = tantivy.Document()
    document.add_unsigned(ROW, row)
    document.add_float(POPULARITY, popularity)
    document.add_text(CODES, codes)
    for language, (name, body) in texts.items():
        document.add_text(NAME_FIELDS[language], maker.terms(name, language))
        document.add_text(BODY_FIELDS[language], maker.terms(body, language))
    return document


def popularity_of(variant: IndexedVariant) -> float:
    """Return by what a variant is ordered among equals."""
    return float(variant.popularity) if math.isfinite(variant.popularity) else 0.0


def plain_texts(variant: IndexedVariant) -> dict[str, tuple[str, str]]:
    """Return name and body by language, without languages the engine does not know."""
    return {code: (text.name, text.body) for code, text in variant.texts.items() if code in NAME_FIELDS}
