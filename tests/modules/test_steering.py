"""Staff steer searches: synonyms, redirects, rules by market, segment and day; and what is searched for is counted."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from tests.factories import Shop
from tests.storefront.shopping import browser
from truso.kernel.refusals import Refused
from truso.modules.cart.suggestions import suggest_purchases
from truso.modules.catalog.models import Brand, DocumentText
from truso.modules.customers.models import Segment
from truso.modules.search.journal import searched_texts, write_down
from truso.modules.search.models import Merchandising, Redirect, SearchTally, Synonym
from truso.modules.search.operations import rebuild_index
from truso.modules.search.queries import SearchRequest, search_catalog
from truso.modules.search.steering import (
    alternatives_of,
    redirect_for,
    save_redirect,
    save_rule,
    save_synonym,
    steering_for,
)
from truso.platform import clock

pytestmark = pytest.mark.django_db


@pytest.fixture
def nuts(shop: Shop) -> Shop:
    for sku in ("A1", "A2", "A3"):
        shop.add_article(sku)
    rebuild_index()
    return shop


def synonym(*terms: str, language: str = "") -> Synonym:
    return save_synonym(synonym=Synonym(terms=list(terms), language=language))


def rule(shop: Shop, sku: str, action: str = "pin", **fields: Any) -> Merchandising:
    place = {"place": "query", "text": "Article"} if "place" not in fields else {}
    return save_rule(rule=Merchandising(product=shop.variants[sku].product, action=action, **place, **fields))


def found(shop: Shop, text: str) -> list[int]:
    return [hit.variant_id for hit in search_catalog(shop.visitor(), SearchRequest(text=text)).hits]


def test_a_synonym_finds_what_its_twin_finds_in_its_languages(nuts: Shop) -> None:
    assert found(nuts, "dings") == []
    synonym("Dings", "article", "vare ting")
    everything = {one.pk for one in nuts.variants.values()}
    assert set(found(nuts, "dings")) == set(found(nuts, "vare ting")) == everything
    synonym("duppe", "article", language="nb")
    assert found(nuts, "duppe") == []  # the visitor reads English


def test_each_wording_in_a_longer_text_is_replaced(db: None) -> None:
    synonym("hi-vis", "high visibility")
    assert alternatives_of("green hi-vis jacket", "en") == ("green high visibility jacket",)
    assert alternatives_of("green high visibility jacket", "en") == ("green hi-vis jacket",)
    assert alternatives_of("jacket", "en") == ()


@pytest.mark.parametrize("terms", [[], ["one"], ["One", "one "], ["", "x"]])
def test_one_wording_alone_is_no_synonym(db: None, terms: list[str]) -> None:
    with pytest.raises(Refused, match="synonym_too_few"):
        synonym(*terms)
    assert not Synonym.objects.exists()


def test_a_redirect_leads_to_its_page_in_its_language_and_no_other_house(nuts: Shop) -> None:
    save_redirect(redirect=Redirect(text="Returns ", target="/{language}/guides/returns/"))
    save_redirect(redirect=Redirect(text="returns", language="nb", target="/nb/guides/retur/"))

    assert redirect_for("RETURNS", "en") == "/en/guides/returns/"
    assert redirect_for("returns", "nb") == "/nb/guides/retur/"
    answer = browser().get("/en/search/?q=returns")
    assert (answer.status_code, answer["Location"]) == (302, "/en/guides/returns/")
    for target in ("https://evil.example/", "//evil.example", "/\\evil.example", "guides/", "javascript:alert(1)"):
        with pytest.raises(Refused, match="redirect_foreign"):
            save_redirect(redirect=Redirect(text="x", target=target))
    with pytest.raises(Refused, match="redirect_twice"):
        save_redirect(redirect=Redirect(text="RETURNS", target="/en/"))


def test_rules_hold_for_their_market_segment_and_days(nuts: Shop) -> None:
    trade = Segment.objects.create(code="trade", names={"en": "Trade"})
    company = nuts.company()
    company.segments.add(trade)
    member = nuts.buyer(nuts.member(company, "ola@example.com", "orderer"), company)
    today = nuts.visitor().today
    rule(nuts, "A1", segment=trade)
    rule(nuts, "A2", "bury", starts_on=today, ends_on=today)
    rule(nuts, "A3", "bury", ends_on=today - timedelta(days=1))

    keys = {sku: one.product_id for sku, one in nuts.variants.items()}
    buried = (("product", keys["A2"]),)
    assert (steering_for(member, text=" ARTICLE").pinned, steering_for(member, text="article").buried) == (
        (keys["A1"],),
        buried,
    )
    assert (
        steering_for(nuts.visitor(), text="article").pinned,
        steering_for(nuts.visitor(), text="article").buried,
    ) == (
        (),
        buried,
    )
    assert found(nuts, "article")[-1] == nuts.variants["A2"].pk


def test_a_preview_can_leave_the_rules_out(nuts: Shop) -> None:
    rule(nuts, "A1", "bury")
    plain = search_catalog(nuts.visitor(), SearchRequest(text="article", is_steered=False))
    assert plain.hits[0].variant_id == nuts.variants["A1"].pk
    assert found(nuts, "article")[-1] == nuts.variants["A1"].pk


WRONG: dict[str, tuple[dict[str, Any], str]] = {
    "no text": ({"place": "query", "text": " "}, "rule_place_missing"),
    "no category": ({"place": "category"}, "rule_place_missing"),
    "no subject": ({"product": None}, "rule_subject_missing"),
    "a pinned brand": ({"product": None, "brand": "nord", "action": "pin"}, "rule_pins_products"),
    "a suggested brand": ({"product": None, "brand": "nord", "place": "suggestions", "action": "boost"}, "rule_pins_products"),
    "upside down": ({"starts_on": "later", "ends_on": "earlier"}, "period_upside_down"),
}  # fmt: skip


@pytest.mark.parametrize("case", WRONG)
def test_a_rule_that_says_nothing_is_refused(nuts: Shop, case: str) -> None:
    changes, code = WRONG[case]
    today = nuts.visitor().today
    days = {"later": today + timedelta(days=2), "earlier": today}
    fields = {"place": "query", "text": "x", "action": "pin", "product": nuts.variants["A1"].product, **changes}
    fields = {name: days.get(value, value) if isinstance(value, str) else value for name, value in fields.items()}
    if "brand" in fields:
        fields["brand"] = Brand.objects.get(code="nord")
    with pytest.raises(Refused, match=code):
        save_rule(rule=Merchandising(**fields))
    assert not Merchandising.objects.exists()


def test_the_database_refuses_what_the_operation_would(nuts: Shop) -> None:
    brand = Brand.objects.get(code="nord")
    for fields in (
        {"place": "query", "action": "pin", "product": nuts.variants["A1"].product},
        {"place": "query", "text_key": "x", "action": "pin", "brand": brand},
        {"place": "query", "text_key": "x", "action": "bury"},
    ):
        with pytest.raises(IntegrityError, match="search_merchandising"), transaction.atomic():
            Merchandising.objects.create(**fields)


def test_what_the_merchant_promotes_is_suggested(nuts: Shop) -> None:
    buyer = nuts.buyer(nuts.consumer())
    rule(nuts, "A2", "boost", place="suggestions")
    assert [(one.variant_id, one.reason) for one in suggest_purchases(buyer)] == [(nuts.variants["A2"].pk, "promoted")]


def test_words_of_a_document_find_its_products_for_those_who_may_have_it(nuts: Shop) -> None:
    company, other = nuts.company(), nuts.company("Other AS")
    mine = nuts.buyer(nuts.member(company, "ola@example.com", "orderer"), company)
    theirs = nuts.buyer(nuts.member(other, "per@example.com", "orderer"), other)
    for title, customer, words, sku in (
        ("Open", None, "torque moment forty", "A1"),
        ("Agreed", company, "confidential flange", "A2"),
    ):
        document = nuts.add_document(nuts.variants[sku].product, title=title, customer=customer)
        DocumentText.objects.update_or_create(document=document, defaults={"words": words, "read_at": clock.now()})

    def hits(buyer: Any, text: str) -> list[int]:
        return [hit.variant_id for hit in search_catalog(buyer, SearchRequest(text=text)).hits]

    assert hits(theirs, "torque forty") == hits(mine, "torque forty") == [nuts.variants["A1"].pk]
    assert (hits(mine, "confidential"), hits(theirs, "confidential"), hits(nuts.visitor(), "confidential")) == (
        [nuts.variants["A2"].pk],
        [],
        [],
    )


def test_searches_are_counted_with_what_they_found_and_led_to(nuts: Shop) -> None:
    SearchTally.objects.all().delete()
    write_down()
    shopper = browser()
    for _ in range(2):
        shopper.get("/en/search/?q=Article")
    shopper.get("/en/search/?q=zzzzqq")
    shopper.get("/en/search/?q=Article&page=2")  # the same search, further on
    shopper.get(
        f"/en/p/{nuts.variants['A1'].product.texts.get(language='en').slug}/",
        headers={"referer": "http://testserver/en/search/?q=Article"},
    )

    rows = {one.text: (one.searches, one.without_hits, one.clicks) for one in searched_texts(kind="all", days=7)}

    assert rows == {"article": (2, 0, 1), "zzzzqq": (1, 1, 0)}
    assert [one.text for one in searched_texts(kind="without_hits", days=7)] == ["zzzzqq"]
    assert searched_texts(kind="without_clicks", days=7) == []
