"""Choosing by questions in the shop: step by step, back and forth, in one's own range."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.factories import Shop, texts
from tests.storefront.search_by_database import search_catalog
from truso.kernel.refusals import Refused
from truso.modules.catalog.models import Attribute, Selector, SelectorQuestion
from truso.modules.catalog.selectors import QuestionChange, save_questions
from truso.platform.shortlived import forget

pytestmark = pytest.mark.django_db
WHERE = [
    {"code": "in", "names": {"en": "Indoors"}, "values": ["zn"]},
    {"code": "out", "names": {"en": "Outdoors"}, "values": ["a2", "a4"]},
    {"code": "sea", "names": {"en": "At sea"}, "values": ["hdg"]},
]
LONG = [
    {"code": "short", "names": {"en": "Up to 50 mm"}, "maximum": "50"},
    {"code": "long", "names": {"en": "Longer"}, "minimum": "50.1"},
]


@pytest.fixture
def selector(shop: Shop) -> Selector:
    choices = [{"code": code, "names": texts(code)} for code in ("zn", "a2", "a4", "hdg")]
    Attribute.objects.create(code="finish", names=texts("Finish"), type="choice", choices=choices)
    Attribute.objects.create(code="length", names=texts("Length"), type="number", unit="mm")
    for sku, finish, length in (("S-1", "zn", "40"), ("S-2", "a2", "40"), ("S-3", "a4", "80")):
        shop.add_article(sku, attributes={"finish": finish, "length": length})
    made = Selector.objects.create(code="screws", names=texts("Which screw"), category=shop.category)
    questions = [QuestionChange("finish", {"en": "Where?"}, WHERE), QuestionChange("length", {"en": "How long?"}, LONG)]
    save_questions(selector=made, questions=questions)
    forget()
    return made


def page(client: Client, query: str = "") -> str:
    response = client.get(f"/en/choose/screws/{query}")
    assert response.status_code == 200
    return response.content.decode()


def test_the_category_leads_to_its_selector(selector: Selector, client: Client):
    assert "/en/choose/screws/" in client.get("/en/c/goods/").content.decode()


def test_the_first_question_says_what_each_answer_leaves(selector: Selector, client: Client):
    first = page(client)
    assert "Question 1 of 2" in first
    assert '<span>Outdoors</span><span class="soft numbers">2' in first
    assert "?q.finish=sea" not in first, "an answer that leaves nothing is no link"
    assert "3 products left" in first


def test_answers_narrow_step_by_step_to_what_fits(selector: Selector, client: Client):
    second = page(client, "?q.finish=out")
    assert "Question 2 of 2" in second
    assert "2 products left" in second
    last = page(client, "?q.finish=out&q.length=long")
    assert "1 product fits" in last
    assert "/en/p/s-3-en/" in last
    assert "/en/p/s-2-en/" not in last
    assert "a.finish=a2&amp;a.finish=a4&amp;min.length=50.1" in last


def test_who_does_not_know_goes_on(selector: Selector, client: Client):
    assert "3 products left" in page(client, "?q.finish=-")
    assert "2 products fit" in page(client, "?q.finish=-&q.length=short")


@pytest.mark.parametrize("query", ["?q.finish=nonsense", "?q.other=1", "?q.finish=%00", "?q.finish=" + "x" * 3000])
def test_a_strange_answer_asks_again(selector: Selector, client: Client, query: str):
    assert "Question 1 of 2" in page(client, query)


def test_an_inactive_or_unknown_selector_does_not_exist(selector: Selector, client: Client):
    Selector.objects.update(is_active=False)
    forget()
    assert client.get("/en/choose/screws/").status_code == 404
    assert "/en/choose/" not in client.get("/en/c/goods/").content.decode()
    assert client.get("/en/choose/none/").status_code == 404


def test_reading_selectors_takes_as_many_statements_however_many_there_are(
    selector: Selector, shop: Shop, client: Client
):
    client.get("/en/c/goods/")
    forget()
    with CaptureQueriesContext(connection) as few:
        client.get("/en/c/goods/")
    for number in range(5):
        one = Selector.objects.create(code=f"more-{number}", names=texts("More"), category=shop.category)
        save_questions(selector=one, questions=[QuestionChange("finish", {"en": "Where?"}, WHERE)])
    forget()
    with CaptureQueriesContext(connection) as many:
        client.get("/en/c/goods/")
    assert len(many) == len(few)


def test_questions_are_replaced_all_or_none(selector: Selector):
    with pytest.raises(Refused) as refused, transaction.atomic():
        save_questions(
            selector=selector,
            questions=[
                QuestionChange("length", {"en": "How long?"}, LONG),
                QuestionChange("length", {}, LONG),
                QuestionChange("nothing", {"en": "?"}, LONG),
            ],
        )
    assert [(one.code, one.subject) for one in refused.value.refusals] == [
        ("selector_question_twice", "questions.0"),
        ("selector_question_twice", "questions.1"),
        ("field_required", "questions.1"),
        ("selector_attribute", "questions.2"),
    ]
    assert [one.attribute.code for one in selector.questions.all()] == ["finish", "length"]


def test_the_database_keeps_a_question_from_having_no_answers(selector: Selector):
    with pytest.raises(IntegrityError), transaction.atomic():
        SelectorQuestion.objects.update(answers=[])


def test_the_api_asks_and_answers(selector: Selector, client: Client, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("truso.api.routes.guides.search_catalog", search_catalog)
    listed = client.get("/api/v1/selectors").json()["items"]
    assert [(one["code"], [question["attribute"] for question in one["questions"]]) for one in listed] == [
        ("screws", ["finish", "length"])
    ]
    answer = client.get("/api/v1/selectors/screws/products?answer=finish:out").json()
    assert (answer["total"], answer["next_question"]["attribute"]) == (2, "length")
    last = client.get("/api/v1/selectors/screws/products?answer=finish:out&answer=length:long").json()
    assert ([one["sku"] for one in last["items"]], last["next_question"]) == (["S-3"], None)
    assert client.get("/api/v1/selectors/screws/products?answer=finish:gold").status_code == 422
    assert client.get("/api/v1/selectors/none/products").status_code == 404
