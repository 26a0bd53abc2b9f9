"""How complete a product is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from truso.modules.catalog.completeness_rules import Asked, Wanted, asked_of, measure

NAME = Asked("text:name", is_per_language=True)


@pytest.mark.parametrize(
    ("has", "asked", "scores", "lowest", "missing", "is_blocked"),
    [
        (set(), [], {"nb": 100, "pl": 100}, 100, (), False),
        ({"nb:text:name"}, [NAME], {"nb": 100, "pl": 0}, 0, ("pl:text:name",), False),
        ({"gtin", "nb:text:name"}, [NAME, Asked("gtin", 3)], {"nb": 100, "pl": 75}, 75, ("pl:text:name",), False),
        ({"nb:text:name", "pl:text:name"}, [NAME, Asked("gtin", is_blocking=True)], {"nb": 50, "pl": 50}, 50, ("gtin",), True),
        ({"gtin"}, [Asked("gtin", 2), Asked("mpn")], {"nb": 66, "pl": 66}, 66, ("mpn",), False),
    ],
)  # fmt: skip
def test_a_score_is_the_share_of_what_is_asked(
    has: set[str], asked: list[Asked], scores: dict[str, int], lowest: int, missing: tuple[str, ...], is_blocked: bool
) -> None:
    found = measure(has, asked, ["nb", "pl"])

    assert (found.scores, found.lowest, found.missing, found.is_blocked) == (scores, lowest, missing, is_blocked)


def test_the_nearest_requirement_counts() -> None:
    wanted = [
        Wanted(None, None, Asked("gtin", 1)), Wanted(None, 7, Asked("gtin", 2)), Wanted(3, None, Asked("gtin", 3)), Wanted(3, 7, Asked("gtin", 4)),
        Wanted(4, None, Asked("mpn")),
    ]  # fmt: skip

    assert [one.weight for one in asked_of(wanted, channel=3, family=7)] == [4]
    assert [one.weight for one in asked_of(wanted, channel=3, family=8)] == [3]
    assert [one.weight for one in asked_of(wanted, channel=5, family=7)] == [2]
    assert [(one.item, one.weight) for one in asked_of(wanted, channel=4, family=9)] == [("gtin", 1), ("mpn", 1)]


ASKED = st.lists(
    st.builds(Asked, st.sampled_from("abcdef"), st.integers(1, 100), st.booleans(), st.booleans()), unique_by=lambda one: one.item, max_size=6
)  # fmt: skip


@given(
    has=st.sets(st.sampled_from([*"abcdef", *(f"nb:{one}" for one in "abcdef"), *(f"pl:{one}" for one in "abcdef")])),
    asked=ASKED,
)
def test_it_is_whole_only_when_nothing_is_missing(has: set[str], asked: list[Asked]) -> None:
    found = measure(has, asked, ["nb", "pl"])

    assert all(0 <= score <= 100 for score in found.scores.values())
    assert (found.lowest == 100) == (not found.missing)
    assert found.is_blocked == any(
        one.is_blocking and any(item.endswith(one.item) for item in found.missing) for one in asked
    )
