"""Choosing by questions: what is asked next, what answers narrow to, which answers may stand."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from truso.modules.catalog.selector_rules import (
    SKIP,
    AnswerView,
    QuestionView,
    check_answers,
    known_answers,
    narrowing,
    next_question,
)

PLACE = QuestionView(
    "place", "Where?", (AnswerView("in", "Inside", ("zn",)), AnswerView("out", "Outside", ("a2", "a4")))
)
LENGTH = QuestionView("length", "How thick?", (AnswerView("thin", "Thin", (), None, Decimal(20)), AnswerView("thick", "Thick", (), Decimal(20))))  # fmt: skip
BOTH = (PLACE, LENGTH)


@pytest.mark.parametrize(
    ("answers", "asked"),
    [
        ({}, "place"),
        ({"place": "in"}, "length"),
        ({"place": SKIP}, "length"),
        ({"length": "thin"}, "place"),
        ({"place": "nonsense"}, "place"),
        ({"place": "in", "length": SKIP}, None),
    ],
)
def test_the_first_question_without_a_known_answer_is_asked(answers: dict[str, str], asked: str | None) -> None:
    found = next_question(BOTH, answers)
    assert (found.code if found else None) == asked


def test_answers_narrow_by_values_and_ranges_and_skipping_narrows_nothing() -> None:
    found = narrowing(BOTH, {"place": "out", "length": "thin"})
    assert (found.choices, found.ranges) == ({"place": ("a2", "a4")}, {"length": (None, Decimal(20))})
    skipped = narrowing(BOTH, {"place": SKIP, "length": "nonsense"})
    assert (skipped.choices, skipped.ranges) == ({}, {})


@given(st.dictionaries(st.sampled_from(["place", "length", "other"]), st.text(max_size=6)))
def test_no_answer_from_outside_gets_in(answers: dict[str, str]) -> None:
    assert set(known_answers(BOTH, answers)) <= {"place", "length"}
    assert set(narrowing(BOTH, answers).choices) <= {"place"}


def one(code: str, **meant: Any) -> dict[str, Any]:
    return {"code": code, "names": {"en": code}, **meant}


@pytest.mark.parametrize(
    ("kind", "answers", "codes"),
    [
        ("choice", [one("a", values=["a2"]), one("b", values=["a4"])], []),
        ("boolean", [one("a", values=["yes"]), one("b", values=["no"])], []),
        ("number", [one("a", maximum="8"), one("b", minimum="8")], []),
        ("text", [one("a", values=["x"]), one("b", values=["y"])], ["selector_attribute"]),
        ("choice", [one("a", values=["a2"])], ["selector_answers_count"]),
        ("choice", [one("a", values=["a2"]), one("a", values=["a4"])], ["selector_answer_twice"]),
        ("choice", [one("a", values=["a9"]), one("b", values=["a4"])], ["selector_answer_invalid"]),
        ("choice", [one("a", values=[]), one("b", values=["a4"])], ["selector_answer_invalid"]),
        ("choice", [one("-", values=["a2"]), one("b", values=["a4"])], ["selector_answer_invalid"]),
        ("number", [one("a", minimum="9", maximum="8"), one("b", minimum="8")], ["selector_answer_invalid"]),
        ("number", [one("a", minimum="NaN"), one("b", minimum="x")], ["selector_answer_invalid"] * 2),
        ("number", [one("a"), one("b", minimum="8")], ["selector_answer_invalid"]),
        (
            "choice",
            [{"code": "a", "names": {}, "values": ["a2"]}, one("b", values=["a4"])],
            ["selector_answer_invalid"],
        ),
    ],
)
def test_what_answers_may_say(kind: str, answers: list[dict[str, Any]], codes: list[str]) -> None:
    assert [problem.code for problem in check_answers(kind, {"a2", "a4"}, answers, "questions.0")] == codes
