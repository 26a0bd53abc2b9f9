"""Writes to selectors: their questions and answers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from truso.kernel.refusals import Refusal, Refused, refuse
from truso.kernel.texts import LANGUAGES
from truso.modules.catalog.models import Attribute, Selector, SelectorQuestion
from truso.modules.catalog.selector_rules import MOST_QUESTIONS, check_answers

LONGEST_TEXT = 200


@dataclass(frozen=True, slots=True)
class QuestionChange:
    """A question as it shall be: about which attribute (its code), its words per language, its answers as they are kept."""

    attribute: str
    texts: Mapping[str, str]
    answers: Sequence[Mapping[str, Any]]


def save_questions(*, selector: Selector, questions: Sequence[QuestionChange]) -> None:
    """Put these questions, in this order, in place of a selector's. All or none.

    Refuses `too_many_lines`, and with the subject `questions.<place>` `selector_attribute` (unknown, or of a type
    nothing is narrowed by), `selector_question_twice`, `field_required` and what `check_answers` refuses.
    """
    if len(questions) > MOST_QUESTIONS:
        raise refuse("too_many_lines", most=MOST_QUESTIONS)
    attributes = {one.code: one for one in Attribute.objects.filter(code__in=[one.attribute for one in questions])}
    counts = Counter(one.attribute for one in questions)
    problems: list[Refusal] = []
    for place, question in enumerate(questions):
        subject, attribute = f"questions.{place}", attributes.get(question.attribute)
        if attribute is None:
            problems.append(Refusal("selector_attribute", subject=subject))
            continue
        if counts[question.attribute] > 1:
            problems.append(Refusal("selector_question_twice", subject=subject))
        if not _words(question.texts):
            problems.append(Refusal("field_required", subject=subject))
        choices = [str(choice.get("code", "")) for choice in attribute.choices]
        problems += check_answers(attribute.type, choices, question.answers, subject)
    if problems:
        raise Refused(*problems)
    selector.questions.all().delete()
    SelectorQuestion.objects.bulk_create(
        [
            SelectorQuestion(
                selector=selector, position=place, attribute=attributes[one.attribute], texts=_words(one.texts),
                answers=[{**answer, "names": _words(answer["names"])} for answer in one.answers],
            )
            for place, one in enumerate(questions)
        ]
    )  # fmt: skip


def _words(texts: Mapping[str, str]) -> dict[str, str]:
    return {code: texts[code].strip()[:LONGEST_TEXT] for code in LANGUAGES if texts.get(code, "").strip()}
