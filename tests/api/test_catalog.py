"""Looking through the API: what is open, what it costs, what a caller may not see."""

from __future__ import annotations

from uuid import uuid4

import pytest

from tests.api.conftest import Caller, key_for
from tests.factories import LANGUAGES, Shop, texts
from truso.modules.catalog.attachments import add_relation
from truso.modules.catalog.models import Assortment, AssortmentRule, AssortmentVariant, Category
from truso.modules.search.operations import rebuild_index

NOT_FOUND = {
    "type": "/api/docs#not_found",
    "title": "There is no such thing, or it is not yours to see.",
    "status": 404,
    "code": "not_found",
    "refusals": [
        {
            "code": "not_found",
            "subject": "",
            "params": {},
            "message": "There is no such thing, or it is not yours to see.",
        }
    ],
}


def test_a_visitor_reads_prices_with_vat_as_strings(stocked: Shop) -> None:
    answer = Caller().get("articles/A-1", Accept_Language="en")

    assert answer.status_code == 200
    assert answer["Cache-Control"] == "private, no-store"
    article = answer.json()["variants"][0]["article"]
    assert article["name"] == "Article A-1 en"
    assert article["price"] == {
        "currency": "NOK",
        "price_unit": 1,
        "unit_price": "159.20",
        "unit_price_gross": "199.00",
        "list_price": "159.20",
        "list_price_gross": "199.00",
        "vat_percent": "25",
        "campaign": "",
    }


def test_articles_come_page_by_page_and_each_once(stocked: Shop) -> None:
    first = Caller().get("articles?limit=2").json()
    second = Caller().get(f"articles?limit=2&cursor={first['next_cursor']}").json()

    assert [one["sku"] for one in first["items"] + second["items"]] == ["A-1", "TEN", "GONE"]
    assert second["next_cursor"] is None


def test_a_category_shows_what_lies_below_it_and_nothing_beside(stocked: Shop) -> None:
    child = Category.objects.create(
        code="bolts", parent=stocked.category, names=texts("Bolts"), slugs={code: "bolts" for code in LANGUAGES}
    )
    child.path = [stocked.category.pk, child.pk]
    child.save()
    stocked.add_article("BOLT", category=child)

    assert [one["sku"] for one in Caller().get("articles?category=bolts").json()["items"]] == ["BOLT"]
    assert len(Caller().get("articles?category=goods").json()["items"]) == 4
    assert Caller().get("articles?category=none", Accept_Language="en").json() == NOT_FOUND


@pytest.mark.parametrize("path", ["products/a-1-en", "articles/A-1"])
def test_a_product_is_found_by_slug_and_number(stocked: Shop, path: str) -> None:
    assert Caller().get(path).json()["code"] == "a-1"


def test_what_a_company_may_not_buy_does_not_exist_for_it(stocked: Shop) -> None:
    company = stocked.company()
    caller = key_for(stocked.member(company, "ola@example.com", "orderer"), company)
    range_ = Assortment.objects.create(code="small", names=texts("Small"))
    AssortmentVariant.objects.create(assortment=range_, variant=stocked.variants["TEN"])
    AssortmentRule.objects.create(assortment=range_, customer=company)
    hidden = Caller().get("articles/A-1").json()["uuid"]

    assert [one["sku"] for one in caller.get("articles").json()["items"]] == ["TEN"]
    unknown = caller.get(f"products/{uuid4()}")
    for path in ("articles/A-1", "products/a-1-en", f"products/{hidden}", "articles/NO-SUCH"):
        answer = caller.get(path)
        assert (answer.status_code, answer.content) == (404, unknown.content)
    hidden_one, mine, unknown_one = caller.get("availability?sku=A-1&sku=TEN&sku=NONE").json()["items"]
    assert (mine["sku"], mine["refusals"]) == ("TEN", [])
    for one, sku in ((hidden_one, "A-1"), (unknown_one, "NONE")):
        [refusal] = one.pop("refusals")
        assert one == {"sku": sku, "available": "0", "is_stocked": True, "lead_days": None}
        assert (refusal["code"], refusal["subject"]) == ("article_not_found", sku)
    assert caller.post("articles/match", {"codes": ["A-1"]}).json() == {
        "items": [{"code": "A-1", "matches": [], "near": []}],
        "near_left_out": 0,
    }
    prices = caller.post("prices", {"lines": [{"sku": "A-1"}]}).json()
    assert [refusal["code"] for refusal in prices["lines"][0]["refusals"]] == ["article_not_found"]
    for cursor in (stocked.variants["A-1"].uuid, uuid4()):
        assert caller.get(f"articles?cursor={cursor}").json()["code"] == "cursor_invalid"


def test_prices_explain_themselves_and_add_up_without_the_refused(stocked: Shop) -> None:
    company = stocked.company()
    caller = key_for(stocked.member(company, "ola@example.com", "orderer"), company)
    variant = str(stocked.variants["TEN"].uuid)

    answer = caller.post(
        "prices",
        {
            "lines": [
                {"sku": "A-1", "quantity": 3},
                {"variant": variant, "quantity": "20"},
                {"sku": "A-1", "quantity": "1e3"},
            ]
        },
    ).json()

    assert [(line["net"], line["gross"]) for line in answer["lines"]] == [
        ("477.60", "597.00"),
        ("200.00", "250.00"),
        (None, None),
    ]
    assert (answer["net"], answer["vat"], answer["gross"]) == ("677.60", "169.40", "847.00")
    assert answer["lines"][0]["explanation"][0]["outcome"] == "won"
    assert answer["lines"][2]["refusals"][0]["code"] == "quantity_invalid"


def test_a_number_and_an_id_that_contradict_each_other_name_nothing(stocked: Shop) -> None:
    line = {"sku": "A-1", "variant": str(stocked.variants["TEN"].uuid)}

    answer = Caller().post("prices", {"lines": [line]}).json()

    assert answer["lines"][0]["refusals"][0]["code"] == "article_not_found"


def test_codes_are_matched_by_every_number_there_is(stocked: Shop) -> None:
    gtin = stocked.variants["TEN"].gtin

    found = Caller().post("articles/match", {"codes": ["a 1", gtin, "M-GONE", "?"]}).json()["items"]

    assert [[(one["kind"], one["article"]["sku"]) for one in code["matches"]] for code in found] == [
        [("sku", "A-1")],
        [("gtin", "TEN")],
        [("mpn", "GONE")],
        [],
    ]


def test_a_code_that_names_nothing_comes_with_the_nearest_at_the_callers_price(
    stocked: Shop, settings, tmp_path, django_assert_max_num_queries
) -> None:
    settings.SEARCH_ROOT = str(tmp_path)
    stocked.add_article("HAM-1200", price="12")
    rebuild_index()
    codes = [f"HAM-12{number:02}" for number in range(1, 26)]

    with django_assert_max_num_queries(12):
        answer = Caller().post("articles/match", {"codes": ["A-1", *codes]}).json()

    assert answer["items"][0]["near"] == []
    assert [(one["sku"], one["price"]["unit_price"]) for one in answer["items"][1]["near"]] == [("HAM-1200", "12.00")]
    assert [len(one["near"]) for one in answer["items"]][1:] == [1] * 20 + [0] * 5
    assert answer["near_left_out"] == 5


@pytest.mark.parametrize("language", ["nb", "sv", "pl", "en"])
def test_words_come_in_the_language_asked_for(stocked: Shop, language: str) -> None:
    answer = Caller().get("categories", Accept_Language=language)

    assert answer.json()["items"][0]["name"] == f"Goods {language}"


def test_a_page_needs_the_same_queries_for_one_and_for_many(stocked: Shop, django_assert_max_num_queries) -> None:
    for number in range(45):
        stocked.add_article(f"N-{number}")

    with django_assert_max_num_queries(12):
        assert len(Caller().get("articles?limit=48").json()["items"]) == 48


def test_searching_finds_counts_and_filters_in_the_callers_range(stocked: Shop, settings, tmp_path) -> None:
    settings.SEARCH_ROOT = str(tmp_path)
    rebuild_index()
    company = stocked.company()
    caller = key_for(stocked.member(company, "ola@example.com", "orderer"), company)

    everything = caller.get("products?category=goods&sort=price").json()
    assert [one["sku"] for one in everything["items"]] == ["GONE", "TEN", "A-1"]
    assert (everything["total"], everything["page_count"]) == (3, 1)
    assert everything["brands"] == [{"code": "nord", "name": "Nord", "count": 3}]
    by_number = caller.get("products?text=a-1").json()
    assert [(one["sku"], one["price"]["unit_price"]) for one in by_number["items"]] == [("A-1", "159.20")]
    assert caller.get("products?brand=none").json()["total"] == 0
    assert [one["sku"] for one in caller.get("products?in_stock=true&sort=price&limit=1&page=2").json()["items"]] == [
        "A-1"
    ]
    assert caller.get("products?category=none").status_code == 404
    assert caller.get("products?sort=cost").status_code == 400


def test_a_search_keeps_to_what_is_meant_for_an_article(stocked: Shop) -> None:
    product = {sku: variant.product for sku, variant in stocked.variants.items()}
    add_relation(product=product["TEN"], to=product["A-1"], kind="fits")
    rebuild_index()
    company = stocked.company()
    caller = key_for(stocked.member(company, "ola@example.com", "orderer"), company)

    found = caller.get("products?fits=a1").json()

    assert [item["sku"] for item in found["items"]] == ["TEN"]
    assert caller.get("products?fits=UNKNOWN").json()["total"] == 0
    assert [item["sku"] for item in caller.get("products?sort=-sku").json()["items"]] == ["TEN", "GONE", "A-1"]


WRONG = {"lines": [{"sku": 1, "quantity": "1", "many": 2}, {"variant": "no"}]}


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", {"there is no such field", "a text is wanted", "a UUID is wanted"}),
        ("nb", {"feltet finnes ikke", "her skal det stå en tekst", "her skal det stå en UUID"}),
        ("sv", {"fältet finns inte", "här ska det stå en text", "här ska det stå ett UUID"}),
        ("pl", {"nie ma takiego pola", "wymagany jest tekst", "wymagany jest UUID"}),
    ],
)
def test_what_does_not_fit_is_said_in_the_language_asked_for(stocked: Shop, language: str, told: set[str]) -> None:
    answer = Caller().post("prices", WRONG, Accept_Language=language).json()
    assert {refusal["params"]["reason"] for refusal in answer["refusals"]} == told
    assert all(refusal["params"]["reason"] in refusal["message"] for refusal in answer["refusals"])
