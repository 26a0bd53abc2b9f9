"""Nordic compounds (`arbeidsbukse`, `skruvmejsel`) are opened with the words of the catalog itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from truso.kernel.identifiers import fold
from truso.modules.search.engine.stems import STOP_WORDS, stems

COMPOUND_LANGUAGES = ("nb", "sv")
_SHORTEST_COMPOUND = 6
_SHORTEST_PART = 3
# A part this long is trusted even beside one the catalog does not know.
_TELLING = 5


def is_lexicon_word(word: str) -> bool:
    """Tell whether a word may help to open compounds: letters only, three or more."""
    return len(word) >= _SHORTEST_PART and word.isalpha()


@dataclass(frozen=True)
class Lexicon:
    """The words of a catalog in one language, without accents, and the modifiers that take several tails."""

    language: str
    words: frozenset[str] = frozenset()
    modifiers: frozenset[str] = frozenset()
    word_stems: frozenset[str] = field(default=frozenset(), repr=False)

    @classmethod
    def from_words(cls, words: Iterable[str], language: str) -> Lexicon:
        """Learn from the catalog's words: a modifier seen before two known tails is taken as a word."""
        if language not in COMPOUND_LANGUAGES:
            return cls(language)
        stop = {fold(word) for word in STOP_WORDS[language]}
        known = frozenset(plain for word in words if is_lexicon_word(plain := fold(word)) and plain not in stop)
        lexicon = cls(language, known, frozenset(), frozenset(stem for word in known for stem in stems(word, language)))
        tails: dict[str, set[str]] = defaultdict(set)
        for word in known:
            for cut in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1):
                if lexicon._is_known(word[cut:]):
                    tails[word[:cut]].add(stems(word[cut:], language)[-1])
        modifiers = frozenset(modifier for modifier, found in tails.items() if len(found) >= 2)
        return cls(language, known, modifiers, lexicon.word_stems)

    def _is_known(self, word: str) -> bool:
        if word in self.words:
            return True
        return len(word) > _SHORTEST_PART and not self.word_stems.isdisjoint(stems(word, self.language))

    def _is_modifier(self, modifier: str, tail: str) -> bool:
        linked = modifier[:-1] if modifier[-1] in "se" and len(modifier) > _SHORTEST_PART else modifier
        known = modifier in self.words or linked in self.words or modifier in self.modifiers
        if len(tail) == _SHORTEST_PART:
            return known and len(modifier) > _SHORTEST_PART
        return known or len(tail) >= _TELLING

    def split(self, word: str) -> tuple[str, str] | None:
        """Return modifier and tail of a compound, the longest tail first; None for a simple word.

        The word is given without accents; a linking s or e stays with the modifier.
        """
        if len(word) < _SHORTEST_COMPOUND or not word.isalpha() or not self.words:
            return None
        for cut in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1):
            modifier, tail = word[:cut], word[cut:]
            if self._is_known(tail) and self._is_modifier(modifier, tail):
                return modifier, tail
        return self._split_after_known(word)

    def _split_after_known(self, word: str) -> tuple[str, str] | None:
        """Return the longest telling word the compound begins with and what is left of it (`nøkkel-sett`)."""
        for cut in range(len(word) - _SHORTEST_PART, _TELLING - 1, -1):
            if word[:cut] in self.words:
                return word[:cut], word[cut:]
        return None

    def parts(self, word: str) -> tuple[tuple[str, ...], str] | None:
        """Return all modifiers of a compound, outermost first, and its tail."""
        found = self.split(word)
        if found is None:
            return None
        modifiers, rest = [found[0]], self.split(found[0])
        while rest is not None:
            modifiers.extend(rest)
            rest = self.split(rest[0])
        return tuple(modifiers), found[1]


def unlinked(modifier: str) -> tuple[str, ...]:
    """Return the forms a modifier has as a word of its own (`arbeids` is also arbeid)."""
    return (modifier, modifier[:-1]) if modifier[-1] in "se" and len(modifier) > _SHORTEST_PART else (modifier,)


def lexicons_to_json(lexicons: Mapping[str, Lexicon]) -> dict[str, dict[str, list[str]]]:
    """Return plain lists to keep in a file."""
    return {
        language: {"words": sorted(item.words), "modifiers": sorted(item.modifiers), "stems": sorted(item.word_stems)}
        for language, item in lexicons.items()
    }


def lexicons_from_json(data: Mapping[str, Mapping[str, list[str]]]) -> dict[str, Lexicon]:
    """Return the lexicons kept in a file."""
    return {
        language: Lexicon(language, frozenset(item["words"]), frozenset(item["modifiers"]), frozenset(item["stems"]))
        for language, item in data.items()
    }
