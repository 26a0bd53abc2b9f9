"""Words to offer while somebody types: completions of the last word that find something the asker may see."""

from __future__ import annotations

import numpy as np

from truso.kernel.identifiers import fold
from truso.kernel.texts import language_order
from truso.modules.search.engine.columns import Array
from truso.modules.search.engine.matching import Matcher
from truso.modules.search.engine.schema import NAME_FIELDS
from truso.modules.search.engine.snapshot import Snapshot
from truso.modules.search.engine.terms import EXACT
from truso.modules.search.engine.text import query_words

_CANDIDATES = 48
_SHORTEST = 2


def suggest_terms(
    snapshot: Snapshot, matcher: Matcher, text: str, language: str, limit: int, visible: Array
) -> tuple[str, ...]:
    """Return whole texts: the words before as typed, the last one completed; those with most visible goods first."""
    words = query_words(text)
    if not words or text[-1:].isspace():
        return ()
    before, plain = words[:-1], fold(words[-1].replace("-", ""))
    if len(plain) < _SHORTEST:
        return ()
    allowed = visible
    if before:
        allowed = np.zeros(snapshot.rows, bool)
        rows = matcher.all_words(" ".join(before), before, language).rows
        allowed[rows] = visible[rows]
    counts: dict[str, int] = {}
    for code in language_order(language):
        if code not in NAME_FIELDS:
            continue
        _count_completions(snapshot, matcher, NAME_FIELDS[code], plain, allowed, counts)
        if counts:
            break
    best = sorted(counts, key=lambda term: (-counts[term], term))[:limit]
    return tuple(" ".join([*before, matcher.spelling(term, language)]) for term in best)


def _count_completions(
    snapshot: Snapshot, matcher: Matcher, field: str, plain: str, allowed: Array, counts: dict[str, int]
) -> None:
    for term, _ in snapshot.searcher.terms_with_prefix(field, EXACT + plain, limit=_CANDIDATES):
        count = int(np.count_nonzero(allowed[matcher.rows_of_term(field, term)]))
        if count:
            counts[term.removeprefix(EXACT)] = count
