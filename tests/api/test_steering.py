"""Staff's programs steer searches by the same operations as the screens."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest

from tests.api.conftest import Caller, key_for
from tests.backoffice.conftest import staff_person
from tests.factories import Shop
from truso.backoffice.roles import ensure_roles
from truso.modules.search.journal import note_search
from truso.modules.search.models import Merchandising, Redirect, SearchTally, Synonym

pytestmark = pytest.mark.django_db


@pytest.fixture
def marketing(shop: Shop) -> Caller:
    ensure_roles()
    shop.add_article("A1")
    return key_for(staff_person("marketing"), None, "data")


def test_synonyms_are_added_changed_and_removed(marketing: Caller) -> None:
    made = marketing.post("search/synonyms", {"language": "nb", "terms": ["gips", "gipsplate"]})
    assert made.status_code == 201
    at = f"search/synonyms/{made.json()['uuid']}"
    changed = marketing.call("PUT", at, {"terms": ["gips", "plate"]})
    assert (changed.json()["terms"], changed.json()["language"]) == (["gips", "plate"], "")
    few = marketing.call("PUT", at, {"terms": ["alone"]})
    assert (few.status_code, few.json()["refusals"][0]["code"]) == (422, "synonym_too_few")
    assert marketing.get("search/synonyms").json()["items"] == [{**changed.json()}]
    assert marketing.call("DELETE", at).status_code == 204
    assert (marketing.call("DELETE", at).status_code, Synonym.objects.count()) == (404, 0)


def test_redirects_lead_within_the_shop(marketing: Caller) -> None:
    made = marketing.post("search/redirects", {"text": "returns", "target": "/{language}/guides/"})
    assert (made.status_code, made.json()["target"]) == (201, "/{language}/guides/")
    foreign = marketing.post("search/redirects", {"text": "x", "target": "//elsewhere.example"})
    assert (foreign.status_code, foreign.json()["refusals"][0]["code"]) == (422, "redirect_foreign")
    at = f"search/redirects/{made.json()['uuid']}"
    changed = marketing.call("PUT", at, {"text": "send back", "target": "/{language}/guides/returns/"})
    assert (changed.status_code, changed.json()["text"]) == (200, "send back")
    foreign = marketing.call("PUT", at, {"text": "x", "target": "//elsewhere.example"})
    assert (foreign.status_code, Redirect.objects.get().text) == (422, "send back")
    assert marketing.call("DELETE", at).status_code == 204
    assert not Redirect.objects.exists()


def test_rules_name_their_records_by_code(shop: Shop, marketing: Caller) -> None:
    product = shop.variants["A1"].product
    rule: dict[str, Any] = {
        "place": "category",
        "category": "goods",
        "action": "pin",
        "product": product.code,
        "ends_on": "2030-01-31",
    }
    made = marketing.post("search/rules", rule)
    assert made.status_code == 201
    assert marketing.get("search/rules").json()["items"] == [made.json()]
    for change, code in (
        ({"product": "nope"}, "code_unknown"),
        ({"category": ""}, "rule_place_missing"),
        ({"brand": "nord"}, "rule_subject_missing"),
    ):
        refused = marketing.post("search/rules", {**rule, **change})
        assert (refused.status_code, refused.json()["refusals"][0]["code"]) == (422, code)
    at = f"search/rules/{made.json()['uuid']}"
    changed = marketing.call("PUT", at, {**rule, "product": "", "brand": "nord", "action": "bury", "ends_on": None})
    assert (changed.status_code, changed.json()["brand"], changed.json()["ends_on"]) == (200, "nord", None)
    refused = marketing.call("PUT", at, {**rule, "category": ""})
    assert (refused.status_code, Merchandising.objects.get().action) == (422, "bury")
    assert Merchandising.objects.count() == 1
    assert marketing.call("DELETE", f"search/rules/{uuid4()}").status_code == 404
    assert marketing.call("DELETE", f"search/rules/{made.json()['uuid']}").status_code == 204


def test_what_found_nothing_is_listed(shop: Shop, marketing: Caller) -> None:
    SearchTally.objects.all().delete()
    note_search(shop.visitor(), "Gipsplate", 0)
    note_search(shop.visitor(), "skrue", 3)
    [row] = marketing.get("search/texts").json()["items"]
    assert (row["text"], row["searches"], row["without_hits"], row["clicks"]) == ("gipsplate", 1, 1, 0)
    assert len(marketing.get("search/texts?show=all&days=7").json()["items"]) == 2


def test_who_lacks_the_right_finds_nothing_there(shop: Shop, marketing: Caller) -> None:
    warehouse = key_for(staff_person("warehouse"), None, "data")
    assert warehouse.get("search/synonyms").status_code == 404
    assert warehouse.post("search/synonyms", {"terms": ["a", "b"]}).status_code == 404
    buyer = key_for(shop.consumer(), None, "data")
    assert buyer.get("search/synonyms").status_code == 403
