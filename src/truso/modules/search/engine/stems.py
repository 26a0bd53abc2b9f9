"""Stems of words in the four languages, written without accents; and words too common to search for."""

from __future__ import annotations

import re
from functools import lru_cache
from threading import Lock

import Stemmer

from truso.kernel.identifiers import fold

_ALGORITHMS = {"nb": "norwegian", "sv": "swedish", "pl": "polish", "en": "english"}
# A stemmer keeps state while it works, so two threads must not share one at the same moment.
_LOCK = Lock()
_STEMMERS = {language: Stemmer.Stemmer(name) for language, name in _ALGORITHMS.items()}

# The stemmers leave short words alone (skrue, skruer, skruen; byxan); these endings go when three letters remain.
_SHORT_ENDINGS = {
    "nb": ("ene", "ane", "er", "en", "et", "ar", "a", "e"),
    "sv": ("arna", "orna", "erna", "ar", "or", "er", "an", "en", "et", "a", "e"),
}
# A vowel that comes and goes: kabel/kabler, nøkkel/nøkler, hammer/hamrer; kabel/kable, kubek/kubki.
_FLEETING = {
    "nb": re.compile(r"([^\Waeiouyæøå\d])e([lrn])$"),
    "sv": re.compile(r"([^\Waeiouyåäö\d])e([lrn])$"),
    "pl": re.compile(r"([^\Waeiouyąęó\d])e([klrc])$"),
}
_DOUBLED = re.compile(r"([^\W\d])\1([lrn])$")

_STOP_WORD_LISTS = {
    "nb": "og i på til med for av en et ei den det de som fra er ved eller",
    "sv": "och i på till med för av en ett den det de som från är vid eller",
    "pl": "i oraz do z ze na w we dla od o po lub się jest przy",
    "en": "and in on to with for of a an the from is at or by",
}
STOP_WORDS = {language: frozenset(words.split()) for language, words in _STOP_WORD_LISTS.items()}


def _contracted(form: str, language: str) -> str:
    pattern = _FLEETING.get(language)
    if pattern is None or len(form) < 5:
        return form
    shorter = pattern.sub(r"\1\2", form)
    return _DOUBLED.sub(r"\1\2", shorter) if shorter != form else form


def _without_short_ending(form: str, language: str) -> str:
    ending = next((e for e in _SHORT_ENDINGS.get(language, ()) if form.endswith(e)), "")
    return form[: -len(ending)] if ending and len(form) >= 5 and len(form) - len(ending) >= 3 else form


@lru_cache(maxsize=200_000)
def stems(word: str, language: str) -> tuple[str, ...]:
    """Return the stems of a word, best first; two words meet when they share one."""
    if not word.isalpha() or language not in _STEMMERS:
        return (fold(word),)
    with _LOCK:
        stemmer = _STEMMERS[language]
        found = [stemmer.stemWord(form) for form in (word, fold(word))]
    forms = [*found, word, fold(word)]
    found.extend(shorter for form in forms if (shorter := _without_short_ending(form, language)) != form)
    found.extend(shorter for form in forms if (shorter := _contracted(form, language)) != form)
    return tuple(dict.fromkeys(fold(stem) for stem in found))


def without_stop_words(words: tuple[str, ...], language: str) -> tuple[str, ...]:
    """Return the words that carry meaning; all of them when none does."""
    kept = tuple(word for word in words if word not in STOP_WORDS.get(language, frozenset()))
    return kept or words
