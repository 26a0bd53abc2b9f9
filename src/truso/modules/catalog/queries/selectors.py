"""Selectors as buyers see them: only those of categories in which the buyer finds something."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from truso.kernel.buyer import Buyer
from truso.kernel.refusals import NotFound
from truso.kernel.texts import in_language
from truso.kernel.value import Value
from truso.modules.catalog.models import Selector
from truso.modules.catalog.queries.categories import category_tree
from truso.modules.catalog.selector_rules import AnswerView, QuestionView
from truso.platform.shortlived import short_lived


class SelectorView(Value, frozen=True):
    """A selector in the reader's language."""

    code: str
    name: str
    intro: str
    category_id: int
    questions: tuple[QuestionView, ...]


def list_selectors(buyer: Buyer, *, category_id: int | None = None) -> list[SelectorView]:
    """Return the selectors a buyer can use, of one category or of all; a change shows within half a minute."""
    tree = category_tree(buyer).by_id
    return [
        one
        for one in _selectors(buyer.language)
        if one.category_id in tree and (category_id is None or one.category_id == category_id)
    ]


def get_selector(buyer: Buyer, code: str) -> SelectorView:
    """Return a selector by its code; raises NotFound alike for unknown ones and those out of the buyer's range."""
    found = next((one for one in list_selectors(buyer) if one.code == code), None)
    if found is None:
        raise NotFound("selector")
    return found


@short_lived(seconds=30)
def _selectors(language: str) -> tuple[SelectorView, ...]:
    rows = Selector.objects.filter(is_active=True).prefetch_related("questions__attribute")
    views = [
        SelectorView(
            row.code, in_language(row.names, language) or row.code, in_language(row.intros, language), row.category_id,
            tuple(
                QuestionView(one.attribute.code, in_language(one.texts, language), tuple(_answer(answer, language) for answer in one.answers))
                for one in row.questions.all()
            ),
        )
        for row in rows
    ]  # fmt: skip
    return tuple(view for view in views if view.questions)


def _answer(answer: Mapping[str, Any], language: str) -> AnswerView:
    return AnswerView(
        code=str(answer["code"]), name=in_language(answer.get("names"), language) or str(answer["code"]),
        values=tuple(str(value) for value in answer.get("values") or ()),
        minimum=_number(answer.get("minimum")), maximum=_number(answer.get("maximum")),
    )  # fmt: skip


def _number(text: object) -> Decimal | None:
    return None if text in (None, "") else Decimal(str(text))
