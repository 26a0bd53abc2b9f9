"""Decisions of selectors: which question comes next, what the answers given narrow the range to, what answers may say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from typing import Any, Final

from truso.kernel.refusals import Refusal
from truso.kernel.value import Value

# The answer of one who does not know: the question narrows nothing.
SKIP: Final = "-"
MOST_QUESTIONS, MOST_ANSWERS, MOST_VALUES = 12, 10, 60
# Attributes that a list can be narrowed by.
CHOOSABLE: Final = ("choice", "multi_choice", "boolean", "number")
Bounds = tuple[Decimal | None, Decimal | None]


class AnswerView(Value, frozen=True):
    """An answer: what it is called, and the values or the range it stands for (in the attribute's unit)."""

    code: str
    name: str
    values: tuple[str, ...] = ()
    minimum: Decimal | None = None
    maximum: Decimal | None = None


class QuestionView(Value, frozen=True):
    """A question about the attribute named by `code`."""

    code: str
    text: str
    answers: tuple[AnswerView, ...]

    def answer(self, code: str) -> AnswerView | None:
        """Return the answer of a code."""
        return next((one for one in self.answers if one.code == code), None)


class Narrowing(Value, frozen=True):
    """What a list is narrowed by: values per attribute, and ranges of numbers in the attributes' units."""

    choices: Mapping[str, tuple[str, ...]]
    ranges: Mapping[str, Bounds]


def known_answers(questions: Sequence[QuestionView], given: Mapping[str, str]) -> dict[str, str]:
    """Keep the answers there are, in the order of the questions (attribute code -> answer code or `SKIP`)."""
    return {
        one.code: given[one.code]
        for one in questions
        if one.code in given and (given[one.code] == SKIP or one.answer(given[one.code]) is not None)
    }


def next_question(questions: Sequence[QuestionView], given: Mapping[str, str]) -> QuestionView | None:
    """Return the first question that is neither answered nor skipped; None when all are."""
    return next((one for one in questions if one.code not in known_answers(questions, given)), None)


def narrowing(questions: Sequence[QuestionView], given: Mapping[str, str]) -> Narrowing:
    """Return what the answers given narrow the range to; skipped and unknown ones narrow nothing."""
    choices: dict[str, tuple[str, ...]] = {}
    ranges: dict[str, Bounds] = {}
    for question in questions:
        answer = question.answer(given.get(question.code, SKIP))
        if answer is None:
            continue
        if answer.values:
            choices[question.code] = answer.values
        else:
            ranges[question.code] = (answer.minimum, answer.maximum)
    return Narrowing(choices, ranges)


def check_answers(
    kind: str, choices: Collection[str], answers: Sequence[Mapping[str, Any]], subject: str
) -> list[Refusal]:
    """Return what is wrong with a question's answers, for an attribute of a type with these codes of choices.

    `selector_attribute` for a type nothing is narrowed by, `selector_answers_count`, `selector_answer_twice` and
    `selector_answer_invalid` (no code, no name, an unknown value, an empty or reversed range).
    """
    if kind not in CHOOSABLE:
        return [Refusal("selector_attribute", subject=subject)]
    if not 2 <= len(answers) <= MOST_ANSWERS:
        return [Refusal("selector_answers_count", {"most": MOST_ANSWERS}, subject)]
    counts = Counter(str(answer.get("code", "")) for answer in answers)
    problems = [
        Refusal("selector_answer_twice", {"answer": code}, subject) for code, many in counts.items() if many > 1
    ]
    allowed = {"yes", "no"} if kind == "boolean" else set(choices)
    for answer in answers:
        fits = _is_range(answer) if kind == "number" else _are_choices(answer, allowed)
        if not (fits and _is_code(answer.get("code")) and answer.get("names")):
            problems.append(Refusal("selector_answer_invalid", {"answer": str(answer.get("code", ""))[:60]}, subject))
    return problems


def _is_code(code: object) -> bool:
    return (
        isinstance(code, str)
        and 0 < len(code) <= 40
        and code.replace("_", "").replace("-", "").isalnum()
        and code != SKIP
    )


def _are_choices(answer: Mapping[str, Any], allowed: Collection[str]) -> bool:
    values = answer.get("values") or []
    return 0 < len(values) <= MOST_VALUES and all(value in allowed for value in values)


def _is_range(answer: Mapping[str, Any]) -> bool:
    try:
        ends = [Decimal(str(answer[name])) for name in ("minimum", "maximum") if answer.get(name) not in (None, "")]
    except InvalidOperation:
        return False
    return bool(ends) and not answer.get("values") and all(end.is_finite() for end in ends) and ends[0] <= ends[-1]
