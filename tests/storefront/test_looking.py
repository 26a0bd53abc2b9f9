"""Pages for looking: what they show, to whom, and what a strange address gets."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from uuid import UUID

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.factories import Shop
from tests.storefront.shopping import browser, url
from tests.storefront.shopping import text_of as words_of
from truso.modules.catalog.models import OldSlug
from truso.modules.pricing.models import Price, PriceList
from truso.platform.shortlived import forget

pytestmark = pytest.mark.django_db


def sign_in(client: Client, person, customer=None) -> Client:
    client.force_login(person)
    if customer:
        session = client.session
        session["hat"] = str(customer.uuid)
        session.save()
    return client


def text_of(response) -> str:
    return response.content.decode()


@pytest.fixture
def company_client(shop: Shop, client: Client) -> Client:
    company = shop.company("Fjellbygg AS")
    contract = PriceList.objects.create(
        code="contract", names={"en": "Frame"}, kind="contract", currency="NOK", customer=company
    )
    article = shop.add_article("A-1", price="100")
    Price.objects.create(price_list=contract, variant=article, amount=Decimal("77.31"))
    return sign_in(client, shop.member(company, "ola@example.com", "orderer"), company)


def test_the_root_leads_to_the_readers_language(shop: Shop, client: Client):
    assert client.get("/", headers={"Accept-Language": "pl"})["Location"] == "/pl/"
    assert client.get("/")["Location"] == "/nb/"


@pytest.mark.parametrize("language", ["nb", "sv", "pl", "en"])
def test_every_page_speaks_the_language_of_its_address(shop: Shop, client: Client, language: str):
    shop.add_article("A-1")
    for path in ("", "c/goods/", f"p/a-1-{language}/", "search/?q=article", "brand/nord/", "guides/", "display/"):
        response = client.get(f"/{language}/{path}")
        assert response.status_code == 200, path
        assert f'<html lang="{language}"' in text_of(response)


def test_a_visitor_sees_the_price_with_vat_and_a_company_its_own_without(shop: Shop, company_client: Client):
    assert "NOK\u00a0125.00" in text_of(Client().get("/en/p/a-1-en/"))
    page = text_of(company_client.get("/en/p/a-1-en/"))
    assert "NOK\u00a077.31" in page
    assert "NOK\u00a0125.00" not in page


def test_structured_data_has_the_consumers_price_and_is_missing_for_a_company(shop: Shop, company_client: Client):
    page = text_of(Client().get("/en/p/a-1-en/"))
    data = json.loads(re.search(r'<script type="application/ld\+json"[^>]*>(.*?)</script>', page).group(1))
    assert (data["offers"]["price"], data["offers"]["priceCurrency"], data["sku"]) == ("125.00", "NOK", "A-1")
    assert "ld+json" not in text_of(company_client.get("/en/p/a-1-en/"))


def test_a_company_reads_why_its_price_is_what_it_is_and_a_consumer_does_not(shop: Shop, company_client: Client):
    page = text_of(company_client.get("/en/p/a-1-en/"))
    assert "Agreement price · Frame" in page
    assert "An agreed price goes before it" in page
    assert "Why this price" not in text_of(Client().get("/en/p/a-1-en/"))


def test_a_company_gets_a_table_a_consumer_pictures_and_each_may_switch(shop: Shop, company_client: Client):
    visitor = Client()
    assert 'class="products' in text_of(visitor.get("/en/c/goods/"))
    assert 'class="table table-sticky articles' in text_of(company_client.get("/en/c/goods/"))
    visitor.get("/en/c/goods/?view=table")
    assert 'class="table table-sticky articles' in text_of(visitor.get("/en/c/goods/"))


def test_an_old_and_a_foreign_address_lead_to_todays(shop: Shop, client: Client):
    article = shop.add_article("A-1")
    OldSlug.objects.create(language="en", slug="was-a-1", product=article.product)
    for path in ("/en/p/was-a-1/?v=A-1", "/en/p/a-1-nb/?v=A-1"):
        response = client.get(path)
        assert (response.status_code, response["Location"]) == (301, "/en/p/a-1-en/?v=A-1")


@pytest.mark.parametrize(
    "path",
    ["/en/p/nothing/", "/en/c/nothing/", "/en/brand/nothing/", "/en/guides/nothing/", "/en/nothing/", "/en/p/%00/"],
)
def test_what_does_not_exist_gets_the_shops_own_page(shop: Shop, client: Client, path: str):
    response = client.get(path)
    assert response.status_code == 404
    assert "find that page" in text_of(response)


@pytest.mark.parametrize(
    "query",
    [
        "page=99999", "page=0", "page=-1", "page=x", "a.nothing=1", "min.nothing=9&max.nothing=1",
        "price_min=900&price_max=1", "sort=%27;--",
        "q=" + "x" * 10_000, "q=%00%01%1b", "view=cloud", "brand=" + "b" * 500, "a.=&=&.&q=%F0%9F%94%A9",
    ],
)  # fmt: skip
def test_a_strange_address_gives_an_ordinary_list(shop: Shop, client: Client, query: str):
    shop.add_article("A-1")
    for path in ("/en/c/goods/", "/en/search/", "/en/brand/nord/", "/en/suggest/"):
        assert client.get(f"{path}?{query}").status_code == 200, path


def test_a_page_beyond_the_end_shows_the_last_one(shop: Shop, client: Client):
    for number in range(26):
        shop.add_article(f"A-{number}")
    page = text_of(client.get("/en/c/goods/?page=50"))
    assert '<span aria-current="page">2</span>' in page
    assert page.count('<article class="product-card">') == 2


def test_an_article_number_leads_straight_to_its_page(shop: Shop, client: Client):
    shop.add_article("A-1")
    assert client.get("/en/search/?q=a1")["Location"].startswith("/en/p/a-1-en/")


def test_changing_a_filter_in_place_sends_the_list_alone(shop: Shop, client: Client):
    shop.add_article("A-1")
    response = client.get("/en/c/goods/", headers={"HX-Request": "true", "HX-Target": "listing"})
    assert "<html" not in text_of(response)
    assert 'id="listing"' in text_of(response)
    assert {"HX-Request", "HX-Target"} <= {part.strip() for part in response["Vary"].split(",")}


def test_filters_and_searches_are_one_page_to_search_engines(shop: Shop, client: Client):
    shop.add_article("A-1")
    assert '<link rel="canonical" href="http://testserver/en/c/goods/">' in text_of(
        client.get("/en/c/goods/?stock=1&sort=price")
    )
    assert 'name="robots" content="noindex"' in text_of(client.get("/en/search/?q=article"))


def test_languages_point_at_each_other(shop: Shop, client: Client):
    shop.add_article("A-1")
    page = text_of(client.get("/en/p/a-1-en/"))
    for language in ("nb", "sv", "pl", "en"):
        assert f'hreflang="{language}" href="http://testserver/{language}/p/a-1-{language}/"' in page
    assert 'hreflang="x-default" href="http://testserver/en/p/a-1-en/"' in page


def test_the_sitemap_lists_what_a_visitor_sees(shop: Shop, client: Client):
    shop.add_article("A-1")
    assert "<loc>http://testserver/sitemap-nb.xml</loc>" in text_of(client.get("/sitemap.xml"))
    assert "<loc>http://testserver/nb/p/a-1-nb/</loc>" in text_of(client.get("/sitemap-nb.xml"))
    assert client.get("/sitemap-xx.xml").status_code == 404
    assert "Disallow: /nb/cart/" in text_of(client.get("/robots.txt"))


def test_a_hat_is_put_on_only_by_who_has_it(shop: Shop, client: Client):
    mine, others = shop.company("Mitt AS"), shop.company("Andres AS")
    sign_in(client, shop.member(mine, "ola@example.com", "orderer"))
    response = client.post("/en/hat/", {"hat": str(mine.uuid), "next": "/en/search/?q=m8"})
    assert (response["Location"], client.session["hat"]) == ("/en/search/?q=m8", str(mine.uuid))
    for wrong in (str(others.uuid), "x", ""):
        client.post("/en/hat/", {"hat": wrong})
        assert client.session["hat"] == str(mine.uuid)


@pytest.mark.parametrize(
    "target",
    ["https://elsewhere.example/", "//elsewhere.example/", "/\\elsewhere.example", "javascript:alert(1)", "/nowhere"],
)
def test_nobody_is_sent_to_another_site(shop: Shop, client: Client, target: str):
    assert client.post("/en/market/", {"market": "no", "next": target})["Location"] == "/en/"


def test_display_settings_are_kept_and_shown(shop: Shop, client: Client):
    client.post("/en/display/", {"theme": "dark", "text": "larger", "links": "nonsense"})
    assert '<html lang="en" data-text="larger" data-theme="dark">' in text_of(client.get("/en/"))
    client.post("/en/display/", {"reset": "1"})
    assert '<html lang="en">' in text_of(client.get("/en/"))


def test_no_page_has_inline_styles_or_scripts_without_a_nonce(shop: Shop, company_client: Client):
    for path in ("/en/", "/en/c/goods/", "/en/p/a-1-en/", "/en/search/?q=a"):
        for visitor in (Client(), company_client):
            page = text_of(visitor.get(path, follow=True))
            assert ' style="' not in page
            assert not re.search(r"\son\w+=", page)
            assert all("nonce=" in tag or "src=" in tag for tag in re.findall(r"<script[^>]*>", page))


def test_the_style_sheet_is_kept_for_good_under_todays_address_only(shop: Shop, client: Client):
    address = re.search(r"/styles/\w+\.css", text_of(client.get("/en/"))).group()
    assert "immutable" in client.get(address)["Cache-Control"]
    assert client.get("/styles/0000.css")["Cache-Control"] == "no-cache"


def test_only_the_widths_and_formats_there_are_can_be_asked_for(shop: Shop, client: Client):
    for path in ("333.webp", "320.gif", "320.webp"):
        assert client.get(f"/media/p/{UUID(int=1)}/{path}").status_code == 404


def test_a_list_takes_as_many_queries_for_one_article_as_for_twenty(shop: Shop, client: Client):
    def queries() -> int:
        client.get("/en/c/goods/")
        forget()
        with CaptureQueriesContext(connection) as caught:
            assert client.get("/en/c/goods/").status_code == 200
        return len(caught)

    shop.add_article("A-0")
    one = queries()
    for number in range(1, 20):
        shop.add_article(f"A-{number}")
    assert queries() == one


def test_the_page_for_a_failure_needs_no_database_and_speaks_the_readers_language(rf, django_assert_num_queries):
    from truso.storefront.views.errors import failed

    with django_assert_num_queries(0):
        norwegian, polish = failed(rf.get("/nb/cart/")), failed(rf.get("/account/", headers={"Accept-Language": "pl"}))
    assert (norwegian.status_code, polish.status_code) == (500, 500)
    assert "Noe gikk galt hos oss" in text_of(norwegian)
    assert "Coś poszło nie tak po naszej stronie" in text_of(polish)


def test_a_search_that_finds_nothing_shows_ways_out(shop: Shop) -> None:
    shop.add_article("A-1")
    page = browser().get(url("search"), {"q": "qwertyuiop"})
    assert 'href="/en/c/goods/"' in page.content.decode()
    assert "Still not found? Ask us: shop@example.com" in words_of(page)
