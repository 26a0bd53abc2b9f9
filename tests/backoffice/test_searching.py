"""Synonyms, redirects and merchandising rules by their forms; what was searched for; a search seen as somebody."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from tests.backoffice.conftest import Sign
from tests.factories import Shop
from truso.modules.search.journal import note_search
from truso.modules.search.models import Merchandising, Redirect, SearchTally, Synonym
from truso.modules.search.operations import rebuild_index

pytestmark = pytest.mark.django_db


def test_a_synonym_is_written_one_wording_to_a_line_and_removed(staff: Sign) -> None:
    client = staff("marketing")
    assert (
        client.post(reverse("staff_synonyms:add"), {"language": "nb", "terms": "gipsskrue\ngipsskruer\n\n"}).status_code
        == 302
    )
    made = Synonym.objects.get()
    assert (made.terms, made.language) == (["gipsskrue", "gipsskruer"], "nb")

    again = client.post(reverse("staff_synonyms:edit", args=[made.pk]), {"language": "", "terms": "alone"})
    assert "Write at least two wordings, one per line." in again.content.decode()
    assert Synonym.objects.get().terms == ["gipsskrue", "gipsskruer"]

    assert client.post(reverse("staff_synonyms:delete", args=[made.pk])).status_code == 302
    assert not Synonym.objects.exists()


def test_a_redirect_to_another_house_is_refused_with_what_was_typed(staff: Sign) -> None:
    client = staff("product")
    typed = {"text": "returns", "language": "", "target": "https://elsewhere.example/"}
    page = client.post(reverse("staff_redirects:add"), typed).content.decode()
    assert "A search leads to a page of this shop" in page and "https://elsewhere.example/" in page
    assert client.post(reverse("staff_redirects:add"), {**typed, "target": "/en/guides/"}).status_code == 302
    assert Redirect.objects.get().text_key == "returns"


def test_a_rule_names_its_product_by_an_article_and_its_category_by_code(staff: Sign, shop: Shop) -> None:
    variant = shop.add_article("A-1")
    client = staff("marketing")
    typed = {
        "place": "category",
        "category": "goods",
        "action": "pin",
        "product": "a 1",
        "position": "1",
        "ends_on": "2030-01-31",
    }

    assert client.post(reverse("staff_merchandising:add"), typed).status_code == 302

    rule = Merchandising.objects.get()
    assert (rule.product, rule.category, str(rule.ends_on)) == (variant.product, shop.category, "2030-01-31")
    page = client.get(reverse("staff_merchandising:edit", args=[rule.pk])).content.decode()
    assert 'value="A-1"' in page and 'value="goods"' in page and "2030-01-31" in page


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"product": "NOPE"}, "There is no article with this number."),
        ({"category": "nope"}, "There is no category with this code."),
        ({"product": ""}, "Name either a product or a brand."),
        ({"place": "query", "text": ""}, "Say which search or category this is for."),
    ],
)
def test_a_wrong_rule_is_refused_at_its_field(staff: Sign, shop: Shop, change: dict[str, str], words: str) -> None:
    shop.add_article("A-1")
    typed = {"place": "category", "category": "goods", "action": "pin", "product": "A-1", "position": "1", **change}
    page = staff("marketing").post(reverse("staff_merchandising:add"), typed)
    assert (page.status_code, words in page.content.decode()) == (200, True)
    assert not Merchandising.objects.exists()


def test_the_report_shows_what_found_nothing_with_a_way_to_mend_it(staff: Sign, shop: Shop) -> None:
    SearchTally.objects.all().delete()
    for total in (0, 0, 5):
        note_search(shop.visitor(), "Gipsplate" if not total else "skrue", total)
    client = staff("marketing")

    page = client.get(reverse("backoffice:search_report")).content.decode()
    assert "gipsplate" in page and "skrue" not in page
    assert f"{reverse('staff_synonyms:add')}?language=en&amp;terms=gipsplate" in page
    filled = client.get(f"{reverse('staff_synonyms:add')}?language=en&terms=gipsplate").content.decode()
    assert ">\ngipsplate</textarea>" in filled
    everything = client.get(reverse("backoffice:search_report"), {"show": "all", "days": "7"}).content.decode()
    assert "gipsplate" in everything and "skrue" in everything
    assert (
        client.get(reverse("backoffice:search_report"), {"show": "x", "days": "-4", "market": "zz"}).status_code == 200
    )


def test_a_search_is_seen_as_a_customer_with_and_without_rules(staff: Sign, shop: Shop) -> None:
    company = shop.company()
    for sku in ("A-1", "A-2"):
        shop.add_article(sku)
    Merchandising.objects.create(
        place="query", text="article", text_key="article", action="pin", product=shop.variants["A-2"].product
    )
    rebuild_index()
    client = staff("sales")

    page = client.get(
        reverse("backoffice:search_preview"), {"text": "article", "customer": company.number}
    ).content.decode()

    steered, plain = page.split("Without what you have set")
    assert steered.index("A-2") < steered.index("A-1") and "Pinned" in steered
    assert plain.index("A-1") < plain.index("A-2")
    unknown = client.get(reverse("backoffice:search_preview"), {"text": "article", "customer": "999"}).content.decode()
    assert "There is no customer with this number." in unknown
    nowhere = client.get(reverse("backoffice:search_preview"), {"category": "nope"}).content.decode()
    assert "There is no category with this code." in nowhere


def test_a_search_is_seen_by_the_rules_of_another_day(staff: Sign, shop: Shop) -> None:
    for sku in ("A-1", "A-2"):
        shop.add_article(sku)
    day = shop.visitor().today + timedelta(days=40)
    Merchandising.objects.create(
        place="query", text="article", text_key="article", action="pin", product=shop.variants["A-2"].product, starts_on=day,
    )  # fmt: skip
    rebuild_index()
    client = staff("sales")

    def first(**asked: str) -> str:
        page = client.get(reverse("backoffice:search_preview"), {"text": "article", **asked}).content.decode()
        steered = page.split("Without what you have set")[0]
        return "A-2" if steered.index("A-2") < steered.index("A-1") else "A-1"

    assert first() == "A-1"
    assert first(day=day.isoformat()) == "A-2"
    assert first(day="2026-13-41") == "A-1"
