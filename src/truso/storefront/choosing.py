"""Choosing by questions: the address holds the answers (`q.<attribute>=<answer>`), so each step is a page one can go back to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from truso.kernel.buyer import Buyer
from truso.kernel.value import Value
from truso.modules.catalog.queries import cards_for
from truso.modules.catalog.queries.selectors import SelectorView
from truso.modules.catalog.selector_rules import SKIP, QuestionView, known_answers, narrowing, next_question
from truso.modules.search.queries import SearchResult
from truso.storefront.cards import ProductCard, write_cards
from truso.storefront.listing.view import find_narrowed

PREFIX = "q."
SHOWN = 12


class AnswerLink(Value, frozen=True):
    """An answer to follow, and how many products it leaves."""

    name: str
    url: str
    count: int


class GivenAnswer(Value, frozen=True):
    """An answer that was given, and the address at which its question is asked again."""

    question: str
    answer: str
    url: str


class Step(Value, frozen=True):
    """Where somebody stands: the question to answer (none at the end), what was answered, what is left."""

    question: str
    number: int
    of: int
    answers: tuple[AnswerLink, ...]
    skip_url: str
    given: tuple[GivenAnswer, ...]
    total: int
    cards: Sequence[ProductCard]
    list_url: str


def step_of(buyer: Buyer, selector: SelectorView, parameters: Mapping[str, str], category_url: str) -> Step:
    """Return the step an address stands for. One search for what is left, and one per answer of the question."""
    asked = {one.code: str(parameters.get(PREFIX + one.code, "")) for one in selector.questions}
    given = known_answers(selector.questions, asked)
    question = next_question(selector.questions, given)
    left = _find(buyer, selector, given, SHOWN)
    cards = write_cards(buyer, cards_for(buyer, [hit.variant_id for hit in left.hits]))
    return Step(
        question=question.text if question else "", number=len(given) + 1, of=len(selector.questions),
        answers=_answers(buyer, selector, question, given) if question else (),
        skip_url=_url({**given, question.code: SKIP}) if question else "", given=_given(selector, given),
        total=left.total, cards=cards, list_url=category_url + _list_query(selector, given),
    )  # fmt: skip


def _find(buyer: Buyer, selector: SelectorView, given: Mapping[str, str], limit: int) -> SearchResult:
    narrowed = narrowing(selector.questions, given)
    return find_narrowed(
        buyer, category_id=selector.category_id, choices=narrowed.choices, ranges=narrowed.ranges, limit=limit
    )


def _answers(
    buyer: Buyer, selector: SelectorView, question: QuestionView, given: Mapping[str, str]
) -> tuple[AnswerLink, ...]:
    links = []
    for answer in question.answers:
        with_it = {**given, question.code: answer.code}
        links.append(AnswerLink(answer.name, _url(with_it), _find(buyer, selector, with_it, 1).total))
    return tuple(links)


def _given(selector: SelectorView, given: Mapping[str, str]) -> tuple[GivenAnswer, ...]:
    answers = []
    for question in selector.questions:
        if question.code not in given:
            continue
        answer = question.answer(given[question.code])
        without = {code: value for code, value in given.items() if code != question.code}
        answers.append(GivenAnswer(question.text, answer.name if answer else _("Don't know"), _url(without)))
    return tuple(answers)


def _url(given: Mapping[str, str]) -> str:
    return "?" + urlencode({PREFIX + code: answer for code, answer in given.items()})


def _list_query(selector: SelectorView, given: Mapping[str, str]) -> str:
    """Return the same narrowing as filters of the category's list."""
    narrowed = narrowing(selector.questions, given)
    pairs = [(f"a.{code}", value) for code, values in narrowed.choices.items() for value in values]
    for code, (least, most) in narrowed.ranges.items():
        pairs += [(f"min.{code}", f"{least:f}")] if least is not None else []
        pairs += [(f"max.{code}", f"{most:f}")] if most is not None else []
    return f"?{urlencode(pairs)}" if pairs else ""
