"""Lists, favorites and suggestions by the API: the same operations as the pages'."""

from __future__ import annotations

from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest

from tests.api.conftest import key_for
from tests.factories import Shop
from truso.modules.cart.memory import Bought, note_purchases
from truso.modules.cart.suggestions import replace_together
from truso.platform import clock

pytestmark = pytest.mark.django_db


@pytest.fixture
def erp(shop: Shop) -> Any:
    company = shop.company()
    person = shop.member(company, "erp@example.com", "orderer")
    shop.add_article("A1", price="10", stock="50")
    shop.add_article("PACK", price="2", stock="500", quantity_multiple=100, minimum_quantity=100)
    return key_for(person, company)


def test_a_list_is_made_filled_changed_and_ordered(erp: Any) -> None:
    made = erp.post("lists", {"name": "Van", "sharing": "used", "project": "Quay 14"})
    assert made.status_code == 201
    at = f"lists/{made.json()['head']['uuid']}"

    filled = erp.post(
        f"{at}/lines", {"lines": [{"sku": "A1", "quantity": 5}, {"sku": "PACK", "quantity": "150", "reference": "x"}]}
    )
    lines = filled.json()["lines"]
    assert [(one["sku"], one["quantity"], one["reference"]) for one in lines] == [("A1", "5", ""), ("PACK", "150", "x")]

    changed = erp.call("PATCH", f"{at}/lines", {"changes": [{"uuid": lines[0]["uuid"], "quantity": 7, "minimum": "3"}]})
    assert [(one["quantity"], one["minimum"]) for one in changed.json()["lines"]] == [("7", "3"), ("150", None)]

    ordered = erp.post(f"{at}/cart", {})
    assert [(one["sku"], one["status"], [r["code"] for r in one["refusals"]]) for one in ordered.json()["results"]] == [
        ("A1", "added", []),
        ("PACK", "refused", ["quantity_not_multiple"]),
    ]
    assert [one["name"] for one in erp.get("lists?kind=list").json()["items"]] == ["Van"]
    assert erp.call("DELETE", at).status_code == 204
    assert erp.get(at).status_code == 404


def test_a_wrong_line_leaves_the_list_and_says_which(erp: Any) -> None:
    at = f"lists/{erp.post('lists', {'name': 'Van'}).json()['head']['uuid']}"
    refused = erp.post(f"{at}/lines", {"lines": [{"sku": "A1"}, {"sku": "NOPE"}, {"sku": "A1", "quantity": "many"}]})
    assert refused.status_code == 422
    assert erp.get(at).json()["lines"] == []
    assert erp.call("PATCH", f"{at}/lines", {"changes": [{"uuid": str(uuid4()), "quantity": 1}]}).status_code == 404


def test_a_cart_is_put_aside_and_stays_when_told(erp: Any) -> None:
    erp.post("cart/lines", {"lines": [{"sku": "A1", "quantity": 2}]})
    kept = erp.post("cart/aside", {"name": "Copy", "keep": True})
    assert (kept.status_code, kept.json()["head"]["kind"], len(erp.get("cart").json()["lines"])) == (201, "cart", 1)
    erp.post("cart/aside", {"name": "All"})
    assert erp.get("cart").json()["lines"] == []
    empty = erp.post("cart/aside", {"name": "None"})
    assert (empty.status_code, empty.json()["refusals"][0]["code"]) == (422, "cart_empty")


def test_favorites_are_put_and_taken_twice_alike(erp: Any) -> None:
    for _ in range(2):
        assert erp.call("PUT", "favorites/A1", {}).json() == {"skus": ["A1"]}
    assert erp.call("PUT", "favorites/NOPE", {}).status_code == 404
    for _ in range(2):
        assert erp.call("DELETE", "favorites/A1").json() == {"skus": []}


def test_what_is_due_is_suggested_until_it_is_dismissed(shop: Shop, erp: Any) -> None:
    from datetime import timedelta

    from truso.modules.customers.models import Customer

    for days in (100, 70, 40):
        note_purchases(
            customer_id=Customer.objects.get().pk,
            currency="NOK",
            at=clock.now() - timedelta(days=days),
            bought=[Bought(shop.variants["A1"].pk, Decimal(5), Decimal(10), 1)],
        )
    [found] = erp.get("suggestions").json()["items"]
    assert (found["sku"], found["reason"], found["every_days"], found["unit_price"]) == ("A1", "due", 30, "10.00")
    assert erp.call("DELETE", "suggestions/A1").status_code == 204
    assert erp.get("suggestions").json()["items"] == []


def test_what_is_often_bought_with_an_article_is_told_by_its_number(shop: Shop, erp: Any) -> None:
    other = shop.add_article("WITH")
    replace_together([(shop.variants["A1"].pk, other.pk, 7)])

    [found] = erp.get("suggestions?bought_with=A1&bought_with=UNKNOWN").json()["items"]

    assert (found["sku"], found["reason"], found["with_sku"], found["count"]) == ("WITH", "together", "A1", 7)
    assert erp.get("suggestions?bought_with=UNKNOWN").json()["items"] == []
