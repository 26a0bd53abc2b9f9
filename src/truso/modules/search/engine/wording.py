"""Text queries: how well a word meets a name or a body, in the asker's language and in the others.

Every way to meet has a fixed weight, a word counts by its best one, and the words of a text are added up. So the order
is the same on every node, before and after merges, and can be explained.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tantivy import Occur, Query, Schema

from truso.kernel.identifiers import fold, normalize_code
from truso.kernel.texts import LANGUAGES
from truso.modules.search.engine.compounds import COMPOUND_LANGUAGES, Lexicon, unlinked
from truso.modules.search.engine.schema import BODY_FIELDS, CODE_KINDS, CODES, MAX_CODE_LENGTH, NAME_FIELDS
from truso.modules.search.engine.stems import stems
from truso.modules.search.engine.terms import EXACT, PART, REVERSED, SHORTEST_TAIL, STEM, TAIL

# exact, stem, tail of a compound, ending of a word, beginning of a word, part of a word or measure
OWN_NAME, OWN_BODY = (60, 54, 48, 36, 30, 30), (24, 22, 18, 14, 12, 12)
OTHER_NAME, OTHER_BODY = (10, 9, 8, 6, 5, 5), (4, 4, 3, 3, 2, 2)
# Both parts of a compound, apart (`arbeidsbukse` finds "bukse for arbeid").
APART = 3
_SHORTEST_PREFIX = 2
# Goods whose name ends in a word of five letters or more are taken for its compounds. Shorter words end too many
# others by chance (ring: isolering), so they are tried only when nothing else is found.
_SHORTEST_SUFFIX, _SHORTEST_SUFFIX_STEM = 5, 4
# The pieces of a hyphenated word, apart.
PIECES = 20
_MAX_WORD_BYTES = 200
SHORTEST_CODE_PREFIX = 4


def _constant(query: Query, weight: int) -> Query:
    return Query.const_score_query(query, float(weight))


def _prefix(schema: Schema, field: str, text: str) -> Query:
    """Return a prefix query (an automaton of no edits: much cheaper to make than a regular expression)."""
    return Query.fuzzy_term_query(schema, field, text, distance=0, prefix=True)


@dataclass(frozen=True, slots=True)
class Manner:
    """How to meet words: the last may be half typed; `loose` takes short endings for tails of compounds too."""

    prefix: bool = False
    loose: bool = False


def _suffixes(plain: str, language: str, loose: bool) -> tuple[str, ...]:
    if language not in COMPOUND_LANGUAGES or not plain.isalpha():
        return ()
    if loose:
        return tuple(stem for stem in stems(plain, language) if len(stem) >= SHORTEST_TAIL)
    if len(plain) < _SHORTEST_SUFFIX:
        return ()
    return tuple(stem for stem in stems(plain, language) if len(stem) >= _SHORTEST_SUFFIX_STEM)


def _field_queries(
    schema: Schema, field: str, weights: Sequence[int], word: str, language: str, manner: Manner
) -> list[Query]:
    plain = fold(word)
    exact, stem, tail, suffix, beginning, part = weights

    def term(text: str, weight: int) -> Query:
        return _constant(Query.term_query(schema, field, text, "basic"), weight)

    found = [term(EXACT + plain, exact), term(PART + plain, part)]
    for root in stems(word, language):
        found += [term(STEM + root, stem), term(PART + root, part)]
        if language in COMPOUND_LANGUAGES:
            found.append(term(TAIL + root, tail))
    if manner.prefix and len(plain) >= _SHORTEST_PREFIX:
        found.append(_constant(_prefix(schema, field, EXACT + plain), beginning))
    for ending in _suffixes(plain, language, manner.loose):
        found.append(_constant(_prefix(schema, field, REVERSED + ending[::-1]), suffix))
    return found


def code_that_begins(text: str) -> str:
    """Return the text as the beginning of an identifier; empty for what is too short, too long or without a digit."""
    code = normalize_code(text)
    begins = SHORTEST_CODE_PREFIX <= len(code) <= MAX_CODE_LENGTH and any(c.isdigit() for c in code)
    return code if begins else ""


def code_query(schema: Schema, code: str) -> Query:
    """Return the query for goods one of whose identifiers begins so."""
    kinds = [(Occur.Should, _prefix(schema, CODES, f"{kind}:{code}")) for kind in CODE_KINDS]
    return Query.boolean_query(kinds)


def word_in_field(schema: Schema, field: str, word: str, language: str, *, prefix: bool) -> Query:
    """Return the query for one word, its forms and the tail of compounds in one field.

    `prefix` takes words that begin with it too, and in languages of compounds those that end with it.
    """
    plain = fold(word.replace("-", ""))[:_MAX_WORD_BYTES]
    found = [Query.term_query(schema, field, EXACT + plain, "basic")]
    for root in stems(word, language):
        found += [Query.term_query(schema, field, form + root, "basic") for form in (STEM, TAIL)]
    if prefix and len(plain) >= _SHORTEST_PREFIX:
        found.append(_prefix(schema, field, EXACT + plain))
        if language in COMPOUND_LANGUAGES and len(plain) >= SHORTEST_TAIL:
            found.append(_prefix(schema, field, REVERSED + plain[::-1]))
    return Query.boolean_query([(Occur.Should, one) for one in found])


def word_query(schema: Schema, word: str, language: str, manner: Manner, lexicons: Mapping[str, Lexicon]) -> Query:
    """Return the query for one word in all languages; it scores by the best way the word is met."""
    pieces = word.split("-")
    if len(pieces) > 1:
        joined = word_query(schema, "".join(pieces), language, manner, lexicons)
        apart = text_query(schema, pieces, language, manner, lexicons)
        return Query.disjunction_max_query([joined, _constant(apart, PIECES)])
    found: list[Query] = []
    for other in LANGUAGES:
        name, body = (OWN_NAME, OWN_BODY) if other == language else (OTHER_NAME, OTHER_BODY)
        found += _field_queries(schema, NAME_FIELDS[other], name, word, other, manner)
        found += _field_queries(schema, BODY_FIELDS[other], body, word, other, manner)
    lexicon = lexicons.get(language)
    parts = lexicon.split(fold(word)) if lexicon else None
    if parts is not None:
        found.append(_constant(_apart(schema, parts, language), APART))
    return Query.disjunction_max_query(found)


def _apart(schema: Schema, parts: tuple[str, str], language: str) -> Query:
    fields = (NAME_FIELDS[language], BODY_FIELDS[language])

    def either(forms: Sequence[str]) -> Query:
        roots = [STEM + root for form in forms for root in stems(form, language)]
        return Query.boolean_query([(Occur.Should, Query.term_set_query(schema, field, roots)) for field in fields])

    return Query.boolean_query([(Occur.Must, either(unlinked(parts[0]))), (Occur.Must, either((parts[1],)))])


def text_query(
    schema: Schema,
    words: Sequence[str],
    language: str,
    manner: Manner,
    lexicons: Mapping[str, Lexicon],
    *,
    any_word: bool = False,
) -> Query:
    """Return the query for all words (or any of them)."""
    occur = Occur.Should if any_word else Occur.Must
    last = len(words) - 1
    whole = Manner(prefix=False, loose=manner.loose)
    return Query.boolean_query(
        [
            (occur, word_query(schema, word, language, manner if place == last else whole, lexicons))
            for place, word in enumerate(words)
            if len(fold(word).encode()) <= _MAX_WORD_BYTES
        ]
    )
