"""Choosing right: what fits what."""

from __future__ import annotations

from decimal import Decimal

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router

from truso.api.answers.catalog import (
    CompatibleList,
    CompatibleView,
    SelectorAnswerView,
    SelectorList,
    SelectorQuestionView,
    SelectorResult,
    SelectorView,
)
from truso.api.auth import Gate
from truso.api.encoding import quantity, reply
from truso.api.openapi import gives
from truso.api.present.catalog import article_views
from truso.api.problems import wrong
from truso.kernel.buyer import Buyer
from truso.modules.catalog.queries import cards_for, cards_of_products, category_tree, get_product_of_sku
from truso.modules.catalog.queries.compatibility import KINDS
from truso.modules.catalog.queries.selectors import SelectorView as Selector
from truso.modules.catalog.queries.selectors import get_selector, list_selectors
from truso.modules.catalog.selector_rules import QuestionView, known_answers, narrowing, next_question
from truso.modules.identity.rules import Scope
from truso.modules.search.queries import SearchRequest, search_catalog

router = Router(tags=["Catalog"])
OPEN = Gate(Scope.CATALOG, is_open=True)
MOST_ANSWERS, MOST_HITS = 24, 50


@router.get(
    "/compatible", auth=OPEN, url_name="compatible", operation_id="list_compatible", **gives(200, CompatibleList)
)
def compatible(request: HttpRequest, sku: str = Query(..., min_length=1, max_length=60)) -> HttpResponse:
    """Return what goes with the product of an article number: spare parts, accessories, replacements, what it fits."""
    buyer: Buyer = request.auth.buyer  # type: ignore[attr-defined]
    product = get_product_of_sku(buyer, sku)
    related = sorted(product.relations, key=lambda one: KINDS.index(one[0]))
    cards = cards_of_products(buyer, [to for _kind, to in related])
    views = article_views(buyer, cards)
    by_product = {card.product_id: view for card, view in zip(cards, views, strict=True)}
    items = [CompatibleView(kind=kind, article=by_product[to]) for kind, to in related if to in by_product]
    return reply(CompatibleList(product=product.uuid, items=items))


@router.get("/selectors", auth=OPEN, url_name="selectors", operation_id="list_selectors", **gives(200, SelectorList))
def selectors(request: HttpRequest) -> HttpResponse:
    """List the selectors with their questions and answers, in the caller's language."""
    buyer: Buyer = request.auth.buyer  # type: ignore[attr-defined]
    tree = category_tree(buyer).by_id
    return reply(SelectorList(items=[_selector(one, tree[one.category_id].code) for one in list_selectors(buyer)]))


@router.get(
    "/selectors/{code}/products",
    auth=OPEN,
    url_name="selector-products",
    operation_id="answer_selector",
    **gives(200, SelectorResult),
)
def answer_selector(
    request: HttpRequest,
    code: str,
    answer: list[str] = Query([], max_length=MOST_ANSWERS),
    limit: int = Query(MOST_HITS, ge=1, le=MOST_HITS),
) -> HttpResponse:
    """Return what fits the answers given, each as `attribute:answer` (`attribute:-` for one who does not know)."""
    buyer: Buyer = request.auth.buyer  # type: ignore[attr-defined]
    selector = get_selector(buyer, code)
    given = dict(one.partition(":")[::2] for one in answer)
    unknown = given.keys() - known_answers(selector.questions, given).keys()
    if unknown:
        raise wrong(422, "answer_unknown", "answer")
    narrowed = narrowing(selector.questions, given)
    found = search_catalog(
        buyer,
        SearchRequest(
            category_id=selector.category_id, choices=narrowed.choices, ranges=narrowed.ranges, sort="popularity", per_page=limit,
            collapse=True,
        ),
    )  # fmt: skip
    following = next_question(selector.questions, given)
    items = article_views(buyer, cards_for(buyer, [hit.variant_id for hit in found.hits]))
    return reply(
        SelectorResult(total=found.total, next_question=_question(following) if following else None, items=items)
    )


def _selector(one: Selector, category: str) -> SelectorView:
    return SelectorView(
        code=one.code, name=one.name, intro=one.intro, category=category,
        questions=[_question(question) for question in one.questions],
    )  # fmt: skip


def _question(question: QuestionView) -> SelectorQuestionView:
    answers = [
        SelectorAnswerView(
            code=one.code, name=one.name, values=list(one.values), minimum=_end(one.minimum), maximum=_end(one.maximum)
        )
        for one in question.answers
    ]
    return SelectorQuestionView(attribute=question.code, text=question.text, answers=answers)


def _end(number: Decimal | None) -> str | None:
    return None if number is None else quantity(number)
