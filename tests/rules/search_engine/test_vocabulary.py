"""Words nearly written so."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from truso.modules.search.engine.vocabulary import Vocabulary, slips, slips_allowed


@pytest.mark.parametrize(
    ("left", "right", "count"),
    [
        ("skrue", "skrue", 0),
        ("skrrue", "skrue", 1),
        ("skure", "skrue", 1),
        ("srkeu", "skrue", 2),
        ("hamer", "hammer", 1),
        ("hamar", "hammer", 2),
        ("", "abc", 3),
    ],
)
def test_a_slip_adds_leaves_out_changes_or_swaps_a_letter(left: str, right: str, count: int) -> None:
    assert (slips(left, right), slips(right, left)) == (count, count)


def test_how_many_slips_a_word_may_hold_goes_by_its_length() -> None:
    assert [slips_allowed("x" * length) for length in (1, 3, 4, 6, 7, 20)] == [0, 0, 1, 1, 2, 2]


WORDS = st.text("abcd", min_size=1, max_size=8)


@given(st.lists(WORDS, max_size=30), WORDS, st.integers(1, 2))
def test_near_words_are_all_and_only_those_at_most_so_many_slips_away(words: list[str], word: str, most: int) -> None:
    expected = {known: slips(word, known) for known in words if 0 < slips(word, known) <= most}
    assert dict(Vocabulary(words).near(word, most)) == expected
