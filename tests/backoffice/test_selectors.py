"""Selectors as staff keep them: their name in a form, their questions as lines, refusals in words."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse

from tests.backoffice.conftest import Sign, send
from tests.factories import Shop, texts
from truso.modules.catalog.models import Attribute, Selector


@pytest.fixture
def selector(shop: Shop) -> Selector:
    choices = [{"code": code, "names": texts(code)} for code in ("zn", "a2")]
    Attribute.objects.create(code="finish", names=texts("Finish"), type="choice", choices=choices)
    Attribute.objects.create(code="length", names=texts("Length"), type="number", unit="mm", decimals=1)
    return Selector.objects.create(code="screws", names=texts("Which screw"), category=shop.category)


def question(key: int, attribute: str, lines: str, **more: Any) -> dict[str, Any]:
    return {
        f"attribute_{key}": attribute, f"text_{key}_nb": f"Hva {attribute}?", f"answers_{key}": lines, f"position_{key}": str(key), **more,
    }  # fmt: skip


FINISH = "in: Inne | Inne | Wewnątrz | Indoors = zn\nout: Ute = a2, zn"
LENGTH = "short: Kort = ..50,5\nlong: Lang = 50,6.."


def test_questions_are_kept_in_the_order_asked_for_and_shown_as_typed(selector: Selector, staff: Sign) -> None:
    client, address = staff("product"), reverse("backoffice:selector", args=[selector.pk])

    sent = send(
        client,
        address,
        row=["0", "1"],
        **question(0, "length", LENGTH, position_0="9"),
        **question(1, "finish", FINISH),
    )

    assert sent.status_code == 302
    kept = [(one.attribute.code, one.answers) for one in selector.questions.all()]
    assert [code for code, _answers in kept] == ["finish", "length"]
    assert kept[0][1][0]["names"] == {"nb": "Inne", "sv": "Inne", "pl": "Wewnątrz", "en": "Indoors"}
    assert [answer["values"] for answer in kept[0][1]] == [["zn"], ["a2", "zn"]]
    assert [(answer.get("minimum"), answer.get("maximum")) for answer in kept[1][1]] == [(None, "50.5"), ("50.6", None)]
    assert "out: Ute |  |  |  = a2, zn" in client.get(address).content.decode()


def test_what_does_not_fit_is_said_and_nothing_is_kept(selector: Selector, staff: Sign) -> None:
    client, address = staff("product"), reverse("backoffice:selector", args=[selector.pk])

    sent = send(client, address, row=["0"], **question(0, "finish", "in: Inne = gold\nout: Ute = a2"))

    assert sent.status_code == 422
    assert "The answer “in” lacks a code, a name, or values of the attribute." in sent.content.decode()
    assert "in: Inne = gold" in sent.content.decode(), "what was typed stays"
    assert not selector.questions.exists()


def test_a_question_is_taken_out(selector: Selector, staff: Sign) -> None:
    client, address = staff("product"), reverse("backoffice:selector", args=[selector.pk])
    send(client, address, row=["0", "1"], **question(0, "finish", FINISH), **question(1, "length", LENGTH))

    send(
        client, address, row=["0", "1"], **question(0, "finish", FINISH, remove_0="on"), **question(1, "length", LENGTH)
    )

    assert [one.attribute.code for one in selector.questions.all()] == ["length"]


def test_a_selector_is_made_in_its_form(selector: Selector, shop: Shop, staff: Sign) -> None:
    client = staff("product")

    sent = client.post(
        reverse("staff_selectors:add"),
        {"code": "nuts", "names_en": "Which nut", "category": shop.category.pk, "is_active": "on"},
    )

    assert sent.status_code == 302, sent.context["form"].errors
    assert Selector.objects.get(code="nuts").names == {"en": "Which nut"}
    assert "Which nut" in client.get(reverse("staff_selectors:index")).content.decode()
