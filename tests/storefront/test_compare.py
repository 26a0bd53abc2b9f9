"""Articles side by side: named by the address, remembered, four at most, never one out of range."""

from __future__ import annotations

import re

import pytest

from tests.factories import Shop, texts
from tests.storefront.shopping import browser, text_of
from truso.modules.catalog.models import Assortment, AssortmentVariant, Attribute, FamilyAttribute
from truso.modules.catalog.operations import limit_customer

pytestmark = pytest.mark.django_db


@pytest.fixture
def drills(shop: Shop) -> Shop:
    for code, is_compared in (("power", True), ("weight", True), ("note", False)):
        attribute = Attribute.objects.create(
            code=code, names=texts(code.title()), type="number" if code != "note" else "text"
        )
        FamilyAttribute.objects.create(family=shop.family, attribute=attribute, is_compared=is_compared)
    for number in range(1, 6):
        shop.add_article(f"A{number}", attributes={"power": number * 100, "weight": 2, "note": f"n{number}"})
    return shop


def compared(html: str) -> list[str]:
    return re.findall(r'compare-card.*?<span class="fine soft numbers">([^<]*)</span>', html, re.DOTALL)


def test_properties_stand_side_by_side_and_what_differs_is_marked(drills: Shop) -> None:
    html = browser().get("/en/compare/?v=A1&v=A3").content.decode()
    assert compared(html) == ["A1", "A3"]
    different = re.findall(
        r'<tr class="is-different"><th scope="row">([^<]*)</th><td>([^<]*)</td><td>([^<]*)</td>', html
    )
    assert different == [("Power en", "100", "300")]
    assert "Weight en" in html and "Note en" not in html
    only = browser().get("/en/compare/?v=A1&v=A3&differences=1").content.decode()
    assert "Power en" in only and "Weight en" not in only


def test_four_fit_and_the_fifth_is_told(drills: Shop) -> None:
    answer = browser().get("/en/compare/?v=A1&v=A2&v=A3&v=A4&v=A5")
    assert compared(answer.content.decode()) == ["A1", "A2", "A3", "A4"]
    assert "These are the first four." in text_of(answer)


def test_what_is_compared_is_remembered_and_added_to(drills: Shop) -> None:
    shopper = browser()
    shopper.get("/en/compare/?v=A1&v=A2")
    assert compared(shopper.get("/en/compare/").content.decode()) == ["A1", "A2"]
    joined = shopper.get("/en/compare/?add=A4", follow=True)
    assert compared(joined.content.decode()) == ["A1", "A2", "A4"]
    shopper.get("/en/compare/?none=1")
    assert compared(shopper.get("/en/compare/").content.decode()) == []


@pytest.mark.parametrize("query", ["v=NOPE", "v=%00", "v=", "v=" + "x" * 5000, "add=%22%3Cscript%3E", "v=A1&v=A1"])
def test_odd_addresses_are_answered(drills: Shop, query: str) -> None:
    answer = browser().get(f"/en/compare/?{query}", follow=True)
    assert answer.status_code == 200
    assert compared(answer.content.decode()) == (["A1"] if "A1" in query else [])


def test_a_broken_memory_is_no_error(drills: Shop) -> None:
    shopper = browser()
    for value in ("%5B", "7", "%7B%22a%22%3A1%7D", "%5B1%2C%22A1%22%5D"):
        shopper.cookies["compared"] = value
        assert shopper.get("/en/compare/").status_code == 200


def test_what_a_buyer_may_not_buy_is_compared_with_nothing(drills: Shop) -> None:
    company = drills.company()
    own = Assortment.objects.create(code="own", names=texts("Own"))
    AssortmentVariant.objects.create(assortment=own, variant=drills.variants["A1"])
    limit_customer(customer_id=company.pk, assortment_id=own.pk)
    person = drills.member(company, "ola@example.com", "orderer")
    html = browser(person, company).get("/en/compare/?v=A1&v=A2").content.decode()
    assert compared(html) == ["A1"] and ">A2<" not in html
