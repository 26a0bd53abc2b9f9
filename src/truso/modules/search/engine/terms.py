"""The index terms of a text: each begins with a mark that says how the word stands in it."""

from __future__ import annotations

from collections.abc import Mapping

from truso.kernel.identifiers import fold
from truso.modules.search.engine.compounds import COMPOUND_LANGUAGES, Lexicon, unlinked
from truso.modules.search.engine.stems import stems
from truso.modules.search.engine.text import MAX_TEXT_LENGTH, Token, index_tokens

EXACT, STEM, TAIL, PART, REVERSED, SPELLED = "=", "~", "+", "-", "<", "@"
SHORTEST_TAIL = 3
# How many words and how many short pieces of text are remembered; a longer piece is hardly met again.
_MEMORY, _PIECES, _SHORT = 300_000, 100_000, 60


class TermMaker:
    """Make the terms of texts in one catalog; remembers words, so make one per run."""

    def __init__(self, lexicons: Mapping[str, Lexicon]) -> None:
        self._lexicons = lexicons
        self._known: dict[tuple[str, Token], dict[str, None]] = {}
        self._pieces: dict[tuple[str, str], dict[str, None]] = {}

    def terms(self, text: str, language: str) -> str:
        """Return the terms of a text, parted by spaces; its lines are pieces that many texts may share."""
        found: dict[str, None] = {}
        for piece in text[:MAX_TEXT_LENGTH].split("\n"):
            found.update(self._piece_terms(piece, language) if len(piece) <= _SHORT else self._terms(piece, language))
        return " ".join(found)

    def _piece_terms(self, piece: str, language: str) -> dict[str, None]:
        key = (language, piece)
        terms = self._pieces.get(key)
        if terms is None:
            if len(self._pieces) > _PIECES:
                self._pieces.clear()
            terms = self._pieces[key] = self._terms(piece, language)
        return terms

    def _terms(self, text: str, language: str) -> dict[str, None]:
        found: dict[str, None] = {}
        for token in index_tokens(text):
            key = (language, token)
            terms = self._known.get(key)
            if terms is None:
                if len(self._known) > _MEMORY:
                    self._known.clear()
                terms = self._known[key] = dict.fromkeys(self._token_terms(token, language))
            found.update(terms)
        return found

    def _token_terms(self, token: Token, language: str) -> list[str]:
        terms = [] if not token.text else self._word_terms(token.text, language)
        for part in token.parts:
            plain = fold(part)
            if plain:
                terms.append(PART + plain)
                terms.extend(PART + stem for stem in stems(part, language))
        return terms

    def _word_terms(self, word: str, language: str) -> list[str]:
        plain = fold(word)
        if not plain:
            return []
        terms = [EXACT + plain, *(STEM + stem for stem in stems(word, language))]
        if plain != word:
            terms.append(f"{SPELLED}{plain}|{word}")
        if language in COMPOUND_LANGUAGES and plain.isalpha():
            terms.extend(REVERSED + stem[::-1] for stem in stems(word, language) if len(stem) > SHORTEST_TAIL)
            terms.extend(self._compound_terms(plain, language))
        return terms

    def _compound_terms(self, plain: str, language: str) -> list[str]:
        lexicon = self._lexicons.get(language)
        parts = lexicon.parts(plain) if lexicon else None
        if parts is None:
            return []
        modifiers, tail = parts
        terms = [TAIL + stem for stem in stems(tail, language)]
        for modifier in modifiers:
            for form in unlinked(modifier):
                terms.extend(PART + stem for stem in (form, *stems(form, language)))
        return terms
