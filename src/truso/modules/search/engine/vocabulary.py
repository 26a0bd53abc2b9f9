"""The words of a catalog, to find those nearly written so: a slip or two of the pen, swapped letters included."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from truso.modules.search.engine.columns import Array

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_PLACE = {letter: place for place, letter in enumerate(_LETTERS)}


def slips_allowed(word: str) -> int:
    """Return how many slips a word may hold and still be known: none in a short one, two in a long one."""
    if len(word) < 4:
        return 0
    return 1 if len(word) < 7 else 2


def slips(left: str, right: str) -> int:
    """Return how many letters must be added, left out, changed or swapped with the next to make one word of the other."""
    two_before: list[int] = []
    before = list(range(len(right) + 1))
    for row, letter in enumerate(left, start=1):
        now = [row]
        for column, other in enumerate(right, start=1):
            best = min(before[column] + 1, now[-1] + 1, before[column - 1] + (letter != other))
            if row > 1 and column > 1 and letter == right[column - 2] and other == left[row - 2]:
                best = min(best, two_before[column - 2] + 1)
            now.append(best)
        two_before, before = before, now
    return before[-1]


class Vocabulary:
    """Folded words, each with how often it holds each letter: most that differ too much are told apart by that alone."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = sorted({word for word in words if word.isascii() and word.isalpha()})
        self._letters = np.zeros((len(self._words), len(_LETTERS)), "i1")
        for row, word in enumerate(self._words):
            self._letters[row] = _count(word)

    @property
    def nbytes(self) -> int:
        """Memory it takes."""
        return int(self._letters.nbytes) + 64 * len(self._words)

    def near(self, word: str, most: int) -> list[tuple[str, int]]:
        """Return the words at most so many slips away, with how many: the nearest first."""
        if not self._words:
            return []
        # A slip changes the count of at most two letters by one each.
        rows = np.flatnonzero(np.abs(self._letters - _count(word)).sum(axis=1) <= 2 * most)
        found = [(known, slips(word, known)) for known in (self._words[row] for row in rows.tolist())]
        return sorted((one for one in found if 0 < one[1] <= most), key=lambda one: (one[1], one[0]))


def _count(word: str) -> Array:
    counts = np.zeros(len(_LETTERS), "i1")
    for letter in word[:100]:
        if letter in _PLACE:
            counts[_PLACE[letter]] += 1
    return counts
