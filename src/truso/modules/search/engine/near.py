"""Identifiers that are nearly what was typed: one slip of the pen, only its beginning, or two slips in a long one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np
import tantivy
from tantivy import Query

from truso.kernel.identifiers import normalize_code, without_leading_zeros
from truso.modules.search.engine.columns import Array
from truso.modules.search.engine.filtering import Visible
from truso.modules.search.engine.scale import as_ids
from truso.modules.search.engine.schema import CODE_KINDS, CODES, MAX_CODE_LENGTH, ROW
from truso.modules.search.engine.snapshot import Snapshot
from truso.modules.search.engine.text import clean

_SHORTEST = 3
# Two slips in a shorter one, or in one of digits alone, leave little of what was meant.
_SHORTEST_WITH_TWO = 6
# Letters read for digits, as from a label or a photograph.
_LOOK_ALIKES = str.maketrans("OILSB", "01158")
# So many are looked at of a kind: the beginning `1` fits half a catalog.
_MOST_HITS = 512
_CHARACTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅÄÖ"


def near_variants(
    snapshot: Snapshot, visible: Visible, code: str, own_numbers: Mapping[str, int], most: int
) -> tuple[int, ...]:
    """Return up to `most` visible variants one of whose numbers is near the code: the nearest first, then the popular."""
    code = without_leading_zeros(normalize_code(clean(code)))
    if not _SHORTEST <= len(code) <= MAX_CODE_LENGTH:
        return ()
    found: dict[int, None] = dict.fromkeys(_visible(snapshot, visible, _own(snapshot, code, own_numbers)))
    for term, distance, is_prefix in _steps(code):
        if len(found) < most:
            found.update(dict.fromkeys(_visible(snapshot, visible, _rows(snapshot, term, distance, is_prefix))))
    return tuple(snapshot.column("variant")[list(found)[:most]].tolist())


def _steps(code: str) -> Iterator[tuple[str, int, bool]]:
    digits = code.translate(_LOOK_ALIKES)
    if digits != code and digits.isdigit():
        yield digits, 0, False
    yield code, 1, False
    yield code, 0, True
    if len(code) >= _SHORTEST_WITH_TWO and not code.isdigit():
        yield code, 2, False


def _own(snapshot: Snapshot, code: str, own_numbers: Mapping[str, int]) -> Array:
    bare = {without_leading_zeros(number): variant for number, variant in own_numbers.items()} if own_numbers else {}
    variants = [bare[one] for one in _one_edit(code) if one in bare] if bare else []
    return snapshot.rows_of_variants(as_ids(sorted(set(variants))))[0]


def _one_edit(code: str) -> Iterator[str]:
    for place in range(len(code) + 1):
        head, tail = code[:place], code[place:]
        if tail:
            yield head + tail[1:]
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]
        for character in _CHARACTERS:
            yield head + character + tail
            if tail:
                yield head + character + tail[1:]


def _rows(snapshot: Snapshot, term: str, distance: int, is_prefix: bool) -> Array:
    kinds = [
        (
            tantivy.Occur.Should,
            Query.fuzzy_term_query(snapshot.schema, CODES, f"{kind}0:{term}", distance=distance, prefix=is_prefix),
        )
        for kind in CODE_KINDS
    ]
    searcher = snapshot.searcher
    query = Query.const_score_query(Query.boolean_query(kinds), 1.0)
    hits = searcher.search(query, _MOST_HITS, count=False).hits
    return np.array(searcher.fast_field_values(ROW, [hit[1] for hit in hits]), "<i8") if hits else np.zeros(0, "<i8")


def _visible(snapshot: Snapshot, visible: Visible, rows: Array) -> list[int]:
    """Return those of the rows the asker may see, the popular first. Rows of a state after the snapshot's are left out."""
    rows = rows[rows < snapshot.rows]
    rows = np.sort(rows[visible.of(rows)])
    popularity = snapshot.column("popularity", "<f8")[rows]
    found: list[int] = rows[np.argsort(-popularity, kind="stable")].tolist()
    return found
