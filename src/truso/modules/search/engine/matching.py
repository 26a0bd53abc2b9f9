"""From what was typed to rows: identifiers first, then words, then words with a slip of the pen put right, then any word."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from operator import itemgetter
from typing import Any

import numpy as np
from tantivy import Query

from truso.kernel.identifiers import fold, normalize_code, without_leading_zeros
from truso.kernel.texts import language_order
from truso.modules.search.engine.cache import RecentCache
from truso.modules.search.engine.columns import Array
from truso.modules.search.engine.filtering import Visible
from truso.modules.search.engine.scale import as_ids
from truso.modules.search.engine.schema import BODY_FIELDS, CODE_KINDS, CODES, MAX_CODE_LENGTH, NAME_FIELDS, ROW
from truso.modules.search.engine.snapshot import Snapshot
from truso.modules.search.engine.stems import STOP_WORDS, stems, without_stop_words
from truso.modules.search.engine.terms import EXACT, SPELLED, STEM
from truso.modules.search.engine.text import MAX_QUERY_LENGTH, clean, query_words
from truso.modules.search.engine.values import SearchScope
from truso.modules.search.engine.vocabulary import Vocabulary, slips_allowed
from truso.modules.search.engine.wording import Manner, code_query, code_that_begins, text_query

OWN = "own"
_KINDS = (OWN, *CODE_KINDS)
_ALL, _LOOSE, _ANY = "all", "loose", "any"
_CODE_PREFIX_WEIGHT = 12
_CANDIDATES = 16
_FEW = 256
_SHORTEST_TELLING = 3
_MANY = 64


@dataclass(frozen=True, slots=True)
class Matches:
    """Rows in rising order and how well each is met."""

    rows: Array
    scores: Array

    @property
    def nbytes(self) -> int:
        """Memory it takes."""
        return self.rows.nbytes + self.scores.nbytes

    def where(self, visible: Visible) -> Matches:
        """Return those the asker may see."""
        kept = visible.of(self.rows)
        return Matches(self.rows[kept], self.scores[kept])


def joined(first: Matches, second: Matches) -> Matches:
    """Return the rows of both; what both meet keeps its better score."""
    if not len(second.rows):
        return first
    rows = np.concatenate([first.rows, second.rows])
    order = np.lexsort((-np.concatenate([first.scores, second.scores]), rows))
    rows, scores = rows[order], np.concatenate([first.scores, second.scores])[order]
    kept = np.concatenate([[True], rows[1:] != rows[:-1]])
    return Matches(rows[kept], scores[kept])


def _in_order(rows: Array, scores: Array, size: int) -> Matches:
    """Put rows in rising order: many of them by writing them into all, which is quicker than sorting."""
    if len(rows) * _MANY < size:
        order = np.argsort(rows)
        return Matches(rows[order], scores[order])
    dense = np.zeros(size, "<i4")
    dense[rows] = scores
    found = np.flatnonzero(dense)
    return Matches(found, dense[found])


NOTHING = Matches(np.zeros(0, "<i8"), np.zeros(0, "<i4"))


@dataclass(frozen=True, slots=True)
class Found:
    """What a text found among the rows the asker may see; `kinds` names the identifier that met a row."""

    matches: Matches
    exact: bool = False
    kinds: Mapping[int, str] = field(default_factory=dict)
    corrected_text: str = ""


class Matcher:
    """Match texts against what one asker sees of one snapshot.

    `visible` belongs to `scope`; `cache` outlives both and is keyed by text version.
    """

    def __init__(self, snapshot: Snapshot, cache: RecentCache[Any], scope: SearchScope, visible: Visible) -> None:
        self._snapshot = snapshot
        self._cache = cache
        self._scope = scope
        self._visible = visible

    def find(
        self,
        text: str,
        language: str,
        own_numbers: Mapping[str, int],
        alternatives: Sequence[str] = (),
        also: Array | None = None,
    ) -> Found:
        """Return what a text, or another wording of it, finds among the visible rows; the rows of `also` join it, as the last."""
        text, visible = clean(text), self._visible
        kinds = self.identified(text, own_numbers)
        if kinds:
            rows = np.array(sorted(kinds), "<i8")
            scores = np.array([len(_KINDS) - _KINDS.index(kinds[row]) for row in rows.tolist()], "<i4")
            return Found(Matches(rows, scores), exact=True, kinds=kinds)
        words = query_words(text)
        met = self.all_words(text, words, language).where(visible)
        for other in alternatives:
            met = joined(met, self.all_words(other, query_words(other), language).where(visible))
        if also is not None and len(also):
            met = joined(met, Matches(also, np.ones(len(also), "<i4")).where(visible))
        if not len(met.rows) and words:
            met = self._words(without_stop_words(words, language), language, _LOOSE).where(visible)
        if len(met.rows) or not words:
            return Found(met)
        corrected = self._cache.get_or_make(
            (self._snapshot.text_key, "corrected", words, language, self._scope),
            lambda: self._corrected(words, language),
        )
        if corrected is not None:
            met = self.all_words(" ".join(corrected), corrected, language).where(visible)
            return Found(met, corrected_text=" ".join(corrected))
        telling = tuple(word for word in without_stop_words(words, language) if _tells(word))
        return Found(self._words(telling, language, _ANY).where(visible)) if telling else Found(NOTHING)

    def identified(self, text: str, own_numbers: Mapping[str, int]) -> dict[int, str]:
        """Return the visible rows one of whose identifiers is the text, by the kind that ranks first.

        Whole identifiers are tried first, then those that differ by leading zeros.
        """
        code = normalize_code(text[: 4 * MAX_CODE_LENGTH])
        if not code or len(code) > MAX_CODE_LENGTH:
            return {}
        bare = without_leading_zeros(code)
        return self._with_code(code, own_numbers, "") or self._with_code(
            bare, {without_leading_zeros(number): variant for number, variant in own_numbers.items()}, "0"
        )

    def _with_code(self, code: str, own_numbers: Mapping[str, int], suffix: str) -> dict[int, str]:
        visible = self._visible
        kinds: dict[int, str] = {}
        if code in own_numbers:
            rows, _ = self._snapshot.rows_of_variants(as_ids([own_numbers[code]]))
            kinds.update((row, OWN) for row in rows[visible.of(rows)].tolist())
        for kind in CODE_KINDS:
            rows = self._rows_of_code(f"{kind}{suffix}:{code}")
            for row in rows[visible.of(rows)].tolist():
                kinds.setdefault(row, kind)
        return kinds

    def all_words(self, text: str, words: tuple[str, ...], language: str) -> Matches:
        """Return the rows that meet every word that carries meaning, or whose identifier begins with the text."""
        if not words:
            return NOTHING
        met = self._words(without_stop_words(words, language), language)
        code = code_that_begins(text[:MAX_QUERY_LENGTH])
        return self._with_prefixes(met, code) if code else met

    def _with_prefixes(self, met: Matches, code: str) -> Matches:
        def make() -> Matches:
            query = code_query(self._snapshot.schema, code)
            return self._run(Query.const_score_query(query, float(_CODE_PREFIX_WEIGHT)))

        more = self._cache.get_or_make((self._snapshot.text_key, "code", code), make)
        added = ~np.isin(more.rows, met.rows)
        rows = np.concatenate([met.rows, more.rows[added]])
        order = np.argsort(rows)
        return Matches(rows[order], np.concatenate([met.scores, more.scores[added]])[order])

    def _words(self, words: tuple[str, ...], language: str, how: str = _ALL) -> Matches:
        snapshot = self._snapshot

        def make() -> Matches:
            manner = Manner(prefix=True, loose=how == _LOOSE)
            any_word = how == _ANY
            return self._run(text_query(snapshot.schema, words, language, manner, snapshot.lexicons, any_word=any_word))

        return self._cache.get_or_make((snapshot.text_key, words, language, how), make)

    def is_met(self, field_name: str, term: str, among: Array | None = None) -> bool:
        """Tell whether a row the asker may see holds an index term, one of those marked in a mask where one is given.

        Looks at a few rows before it looks at all.
        """
        searcher = self._snapshot.searcher
        query = Query.const_score_query(Query.term_query(self._snapshot.schema, field_name, term, "basic"), 1.0)
        hits = searcher.search(query, _FEW, count=False).hits
        few = np.array(searcher.fast_field_values(ROW, [address for _, address in hits]), "<i8")
        if self._allows(few[few < self._snapshot.rows], among):
            return True
        return len(hits) == _FEW and self._allows(self.rows_of_term(field_name, term), among)

    def _allows(self, rows: Array, among: Array | None) -> bool:
        return self._visible.any(rows if among is None else rows[among[rows]])

    def _rows_of_code(self, term: str) -> Array:
        """Return the rows that hold an identifier; quicker asked again than remembered."""
        query = Query.term_query(self._snapshot.schema, CODES, term, "basic")
        return self._run(Query.const_score_query(query, 1.0)).rows

    def rows_of_term(self, field_name: str, term: str) -> Array:
        """Return the rows that hold an index term."""

        def make() -> Matches:
            query = Query.term_query(self._snapshot.schema, field_name, term, "basic")
            return self._run(Query.const_score_query(query, 1.0))

        return self._cache.get_or_make((self._snapshot.text_key, "term", field_name, term), make).rows

    def _run(self, query: Query) -> Matches:
        """Return all rows a query meets, replaced ones included; rows of a state after the snapshot's are left out."""
        searcher = self._snapshot.searcher
        hits = searcher.search(query, max(searcher.num_docs, 1), count=False).hits
        if not hits:
            return NOTHING
        scores = np.fromiter(map(itemgetter(0), hits), "<f4", len(hits)).astype("<i4")
        rows = np.fromiter(searcher.fast_field_values(ROW, list(map(itemgetter(1), hits))), "<i8", len(hits))
        inside = rows < self._snapshot.rows
        return _in_order(rows[inside], scores[inside], self._snapshot.rows)

    # Corrections

    def _corrected(self, words: tuple[str, ...], language: str) -> tuple[str, ...] | None:
        """Return the words with those that find nothing visible put right; None when that fails."""
        stop = STOP_WORDS.get(language, frozenset())
        unknown = [word for word in words if word not in stop and not self._finds(word, language)]
        if not unknown:
            return None
        kept = [word for word in words if word not in unknown and word not in stop]
        replaced: dict[str, str] = {}
        for word in unknown:
            correction = self._correction(word, language, tuple([*kept, *replaced.values()]))
            if correction is None:
                return None
            replaced[word] = correction
        corrected = tuple(dict.fromkeys(replaced.get(word, word) for word in words))
        met = self._words(without_stop_words(corrected, language), language)
        return corrected if self._visible.any(met.rows) else None

    def _finds(self, word: str, language: str) -> bool:
        return self._visible.any(self._words((word,), language).rows)

    def _correction(self, word: str, language: str, others: tuple[str, ...]) -> str | None:
        plain = fold(word)
        if not slips_allowed(plain) or not plain.isalpha() or not plain.isascii():
            return None
        for candidate in self._known_words(plain, language):
            if not self._is_visible(candidate):
                continue
            spelled = self.spelling(candidate, language)
            met = self._words((*others, spelled), language)
            if self._visible.any(met.rows):
                return spelled
        return None

    def _known_words(self, plain: str, language: str) -> list[str]:
        """Return the index's words a slip or two away: the nearest first, then the asker's language, then the frequent."""
        searcher = self._snapshot.searcher
        vocabulary = self._cache.get_or_make((self._snapshot.text_key, "vocabulary"), self._vocabulary)
        own = (NAME_FIELDS.get(language, NAME_FIELDS["en"]), BODY_FIELDS.get(language, BODY_FIELDS["en"]))
        others = [f for names in (NAME_FIELDS, BODY_FIELDS) for f in names.values() if f not in own]
        ranked: list[tuple[int, bool, int, str]] = []
        for candidate, distance in vocabulary.near(plain, slips_allowed(plain)):
            in_own = sum(searcher.doc_freq(name, EXACT + candidate) for name in own)
            count = in_own or sum(searcher.doc_freq(name, EXACT + candidate) for name in others)
            ranked.append((distance, not in_own, -count, candidate))
        return [candidate for *_, candidate in sorted(ranked)[:_CANDIDATES]]

    def _vocabulary(self) -> Vocabulary:
        searcher = self._snapshot.searcher
        return Vocabulary(
            term.removeprefix(EXACT)
            for name in (*NAME_FIELDS.values(), *BODY_FIELDS.values())
            for term, _ in searcher.terms_with_prefix(name, EXACT)
        )

    def _is_visible(self, plain: str) -> bool:
        """Tell whether goods the asker may see hold a word, in this form or another; as part of a longer one is not enough."""
        for code in NAME_FIELDS:
            forms = [EXACT + plain, *(STEM + root for root in stems(plain, code))]
            fields = (NAME_FIELDS[code], BODY_FIELDS[code])
            if any(self.is_met(name, form) for form in forms for name in fields):
                return True
        return False

    def spelling(self, plain: str, language: str) -> str:
        """Return a folded word as the visible goods spell it, the asker's language first."""
        for code in language_order(language):
            for name in (NAME_FIELDS.get(code), BODY_FIELDS.get(code)):
                if name is None:
                    continue
                if self.is_met(name, EXACT + plain):
                    return self._spelled_in(name, plain)
        return plain

    def _spelled_in(self, field_name: str, plain: str) -> str:
        found = self._snapshot.searcher.terms_with_prefix(field_name, f"{SPELLED}{plain}|", limit=5)
        for term, _ in found:
            if self.is_met(field_name, term):
                return term.partition("|")[2]
        return plain


def _tells(word: str) -> bool:
    """Tell whether a word alone says what is looked for: a number or a letter or two stands in half the catalog."""
    return len(word) >= _SHORTEST_TELLING and not word.isdigit()
