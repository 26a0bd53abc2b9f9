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
    """Return whole texts: the words before as typed, the last one completed; frequent words first."""
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
    found: list[str] = []
    for code in language_order(language):
        if code in NAME_FIELDS and not found:
            found = _completions(snapshot, matcher, NAME_FIELDS[code], plain, allowed)[:limit]
    return tuple(" ".join([*before, matcher.spelling(term, language)]) for term in found)


def _completions(snapshot: Snapshot, matcher: Matcher, field: str, plain: str, allowed: Array) -> list[str]:
    """Return the words that begin so and stand in the name of allowed goods, frequent ones first."""
    terms = snapshot.searcher.terms_with_prefix(field, EXACT + plain, limit=_CANDIDATES)
    ranked = sorted(terms, key=lambda found: (-found[1], found[0]))
    return [term.removeprefix(EXACT) for term, _ in ranked if matcher.is_met(field, term, allowed)]
