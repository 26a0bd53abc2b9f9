"""What to offer while somebody types: words that find something the asker may see, and the goods most likely meant."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

import numpy as np
import tantivy
from tantivy import Occur, Query

from truso.kernel.identifiers import fold
from truso.modules.search.engine.columns import Array
from truso.modules.search.engine.filtering import Visible
from truso.modules.search.engine.matching import NOTHING, Matcher, Matches, joined
from truso.modules.search.engine.schema import BODY_FIELDS, NAME_FIELDS, POPULARITY, ROW
from truso.modules.search.engine.snapshot import Snapshot
from truso.modules.search.engine.stems import without_stop_words
from truso.modules.search.engine.terms import EXACT
from truso.modules.search.engine.text import query_words
from truso.modules.search.engine.wording import code_query, code_that_begins, word_in_field

_CANDIDATES = 48
_SHORTEST = 2
# A beginning shorter than this stands in many descriptions: they are asked only when no name has it.
_IN_PASSING, _SHORTEST_IN_PASSING = 1, 5
# The beginning of a word may stand in half the catalog: of what it meets, so many are looked at, the popular first.
_LOOKED_AT = 2000


def suggest_terms(snapshot: Snapshot, matcher: Matcher, text: str, language: str, limit: int) -> tuple[str, ...]:
    """Return whole texts: the words before as typed, the last one completed in the reader's language; frequent words first."""
    words = query_words(text)
    if not words or text[-1:].isspace():
        return ()
    before, plain = words[:-1], fold(words[-1].replace("-", ""))
    if len(plain) < _SHORTEST:
        return ()
    among = None
    if before:
        among = np.zeros(snapshot.rows, bool)
        among[matcher.all_words(" ".join(before), before, language).rows] = True
    field = NAME_FIELDS.get(language, NAME_FIELDS["en"])
    found = islice(_completions(snapshot, matcher, field, plain, among), limit)
    return tuple(" ".join([*before, matcher.spelling(term, language)]) for term in found)


def _completions(snapshot: Snapshot, matcher: Matcher, field: str, plain: str, among: Array | None) -> Iterator[str]:
    """Yield the words that begin so and stand in the name of allowed goods, frequent ones first."""
    terms = snapshot.searcher.terms_with_prefix(field, EXACT + plain, limit=_CANDIDATES)
    for term, _ in sorted(terms, key=lambda found: (-found[1], found[0])):
        if matcher.is_met(field, term, among):
            yield term.removeprefix(EXACT)


class Likely:
    """The goods a text that is being typed most likely means, best first: by whole words of their name, by a word's
    beginning, by an identifier's beginning, and last by their other words; all in the asker's language.
    """

    def __init__(self, snapshot: Snapshot, visible: Visible, language: str) -> None:
        self._snapshot, self._visible = snapshot, visible
        self._language = language if language in NAME_FIELDS else "en"

    def matches(self, texts: Sequence[str], products: int) -> Matches:
        """Return rows of so many products if there are as many; `texts` are the text and other wordings of it.

        Of what a beginning meets, the `_LOOKED_AT` most popular are looked at.
        """
        found = NOTHING
        wordings = [words for text in texts if (words := without_stop_words(query_words(text), self._language))]
        name, body = NAME_FIELDS[self._language], BODY_FIELDS[self._language]
        code = code_that_begins(texts[0])
        steps = (
            (4, self._queries(wordings, name, prefix=False)),
            (3, self._queries(wordings, name, prefix=True)),
            (2, [code_query(self._snapshot.schema, code)] if code else []),
            (_IN_PASSING, self._queries(wordings, body, prefix=True)),
        )
        for score, queries in steps:
            if score == _IN_PASSING and len(found.rows) and len(texts[0].strip()) < _SHORTEST_IN_PASSING:
                break
            for query in queries:
                rows = self._popular(query)
                found = joined(found, Matches(rows, np.full(len(rows), score, "<i4")))
            if len(np.unique(self._snapshot.column("product")[found.rows])) >= products:
                break
        return found

    def _queries(self, wordings: Sequence[Sequence[str]], field: str, *, prefix: bool) -> list[Query]:
        schema = self._snapshot.schema
        return [
            Query.boolean_query(
                [
                    (
                        Occur.Must,
                        word_in_field(schema, field, word, self._language, prefix=prefix and place == len(words) - 1),
                    )
                    for place, word in enumerate(words)
                ]
            )
            for words in wordings
        ]

    def _popular(self, query: Query) -> Array:
        """Return the most popular rows a query meets, of those the asker may see."""
        searcher: tantivy.Searcher = self._snapshot.searcher
        hits = searcher.search(query, _LOOKED_AT, count=False, order_by_field=POPULARITY).hits
        if not hits:
            return NOTHING.rows
        rows = np.array(searcher.fast_field_values(ROW, [address for _, address in hits]), "<i8")
        rows = np.sort(rows[rows < self._snapshot.rows])
        return rows[self._visible.of(rows)]
