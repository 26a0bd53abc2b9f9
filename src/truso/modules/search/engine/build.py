"""Building a whole generation of the index, and making it the one in use.

A root folder holds `CURRENT-<format>`, the name of the generation in use, and `generations/<name>/`, each with the text index
and the columns. A generation without a state file was never completed and counts for nothing.
"""

from __future__ import annotations

import marshal
import shutil
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import IO

import numpy as np
import tantivy

from truso.modules.search.engine.columns import (
    FORMAT,
    STATE_FILE,
    Array,
    ColumnWriter,
    State,
    read_state,
    sync_folder,
    write_durably,
)
from truso.modules.search.engine.compounds import COMPOUND_LANGUAGES, Lexicon, lexicons_to_json
from truso.modules.search.engine.lock import hold_writer_lock
from truso.modules.search.engine.naming import rank_names
from truso.modules.search.engine.rows import CodeBook, append_rows
from truso.modules.search.engine.schema import code_terms, create_index, make_document, plain_texts, popularity_of
from truso.modules.search.engine.terms import TermMaker
from truso.modules.search.engine.text import lexicon_words
from truso.modules.search.engine.values import GenerationInfo, IndexedVariant

# Each format has its own pointer: a version of the program sees only what it can read.
CURRENT_FILE = f"CURRENT-{FORMAT}"
OFFERED_FILE = f"OFFERED-{FORMAT}"
GENERATIONS, TEXT_INDEX, LEXICONS = "generations", "text", "lexicons"
_BATCH = 2048
_HEAP = 128_000_000


def build_generation(
    folder: Path, variants: Iterable[IndexedVariant], *, position: int = 0, built_at: int = 0
) -> GenerationInfo:
    """Write a complete generation into a new folder, reading the variants once and in batches; position and time are kept with it.

    Products' variants that come one after the other make the fastest index. When a variant comes twice, the last
    counts. Refuses (FileExistsError) a folder that holds a complete generation; what a crash left there is removed.
    """
    folder = Path(folder)
    if (folder / STATE_FILE).exists():
        raise FileExistsError(f"{folder.name} holds a complete generation")
    shutil.rmtree(folder, ignore_errors=True)
    (folder / TEXT_INDEX).mkdir(parents=True)
    columns, words = ColumnWriter(folder), {language: set[str]() for language in COMPOUND_LANGUAGES}
    spool = folder / "texts.spool"
    with spool.open("w+b") as file:
        _write_columns(columns, variants, file, words)
        lexicons = {language: Lexicon.from_words(found, language) for language, found in words.items()}
        file.seek(0)
        _write_texts(folder / TEXT_INDEX, file, TermMaker(lexicons))
    spool.unlink()
    columns.write_list(LEXICONS, lexicons_to_json(lexicons))
    rank_names(columns)
    alive = _latest_rows(columns.read("variant"))
    columns.replace("alive", alive, "<u1")
    documents = int(np.count_nonzero(alive))
    columns.commit(
        rows=len(alive), documents=documents, text_version=1, price_version=1, stock_version=1, position=position,
        built_at=built_at,
    )  # fmt: skip
    return GenerationInfo(folder, documents)


def _batches(variants: Iterable[IndexedVariant]) -> Iterator[list[IndexedVariant]]:
    source = iter(variants)
    while batch := list(islice(source, _BATCH)):
        yield batch


def _write_columns(
    columns: ColumnWriter, variants: Iterable[IndexedVariant], spool: IO[bytes], words: dict[str, set[str]]
) -> None:
    book = CodeBook(columns)
    append_rows(columns, book, [])
    for batch in _batches(variants):
        append_rows(columns, book, batch)
        for variant in batch:
            texts = plain_texts(variant)
            marshal.dump((code_terms(variant), texts, popularity_of(variant)), spool)
            for language in texts.keys() & words.keys():
                words[language] |= lexicon_words(" ".join(texts[language]))
    book.save()


def _write_texts(folder: Path, spool: IO[bytes], maker: TermMaker) -> None:
    writer: tantivy.IndexWriter = create_index(folder).writer(_HEAP, 1)
    row = 0
    while True:
        try:
            codes, texts, popularity = marshal.load(spool)  # noqa: S302  our own temporary file, written a moment ago
        except EOFError:
            break
        writer.add_document(make_document(row, codes, texts, popularity, maker))
        row += 1
    writer.commit()
    writer.wait_merging_threads()


def _latest_rows(variant_ids: Array) -> Array:
    """Return 1 for the last row of each variant, 0 for the rows it replaces."""
    alive = np.zeros(len(variant_ids), "<u1")
    _, from_the_end = np.unique(variant_ids[::-1], return_index=True)
    alive[len(variant_ids) - 1 - from_the_end] = 1
    return alive


def new_generation_folder(root: Path) -> Path:
    """Return a folder name for the next generation: one above the highest there is."""
    taken = [int(p.name) for p in (Path(root) / GENERATIONS).glob("*") if p.name.isdigit()]
    return Path(root) / GENERATIONS / f"{max(taken, default=0) + 1:06d}"


def current_generation(root: Path) -> str | None:
    """Return the name of the generation in use, None before the first."""
    try:
        return (Path(root) / CURRENT_FILE).read_text("utf-8").strip() or None
    except FileNotFoundError:
        return None


def publish(root: Path, generation: GenerationInfo) -> None:
    """Make a complete generation the one in use; all but it and the one before are removed.

    The folder must lie in the root's `generations`. Raises FileNotFoundError for an incomplete generation and
    WriterBusy while a writer is at work.
    """
    root = Path(root)
    folder = root / GENERATIONS / generation.name
    read_state(folder)
    with hold_writer_lock(root):
        before = current_generation(root)
        sync_folder(folder)
        write_durably(root / CURRENT_FILE, generation.name.encode())
        sync_folder(root)
        for old in (root / GENERATIONS).iterdir():
            if old.name not in (generation.name, before) and (old / STATE_FILE).exists():
                shutil.rmtree(old, ignore_errors=True)


def offer(root: Path, generation: GenerationInfo) -> None:
    """Ask whoever holds the writer's lock to make a complete generation the one in use."""
    write_durably(Path(root) / OFFERED_FILE, generation.name.encode())


def is_offered(root: Path) -> bool:
    """Tell whether a generation waits to be made the one in use."""
    return (Path(root) / OFFERED_FILE).exists()


def publish_offered(root: Path) -> str | None:
    """Make an offered generation the one in use and return its name; None when none is offered."""
    path = Path(root) / OFFERED_FILE
    try:
        name = path.read_text("utf-8").strip()
    except FileNotFoundError:
        return None
    folder = Path(root) / GENERATIONS / name
    if (folder / STATE_FILE).exists():
        publish(root, GenerationInfo(folder, read_state(folder).documents))
    path.unlink(missing_ok=True)
    return name


def state_in_use(root: Path) -> State | None:
    """Return what the generation in use says of itself; None when there is none that can be read."""
    name = current_generation(root)
    try:
        return read_state(Path(root) / GENERATIONS / name) if name else None
    except (FileNotFoundError, ValueError):
        return None
