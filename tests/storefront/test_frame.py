"""The frame of a page: each reader finds their own hat, cart and ways in it, whoever looked before."""

from __future__ import annotations

import re

import pytest

from tests.factories import Shop, texts
from tests.storefront.shopping import browser, hidden, put_in_cart, url
from truso.modules.customers.models import Membership
from truso.modules.markets.models import Market
from truso.platform import clock
from truso.platform.shortlived import forget

pytestmark = pytest.mark.django_db


def page_of(response) -> str:
    return response.content.decode()


def header_of(client) -> str:
    page = page_of(client.get(url("home")))
    return page[page.index('<header class="site-header') : page.index("</header>")]


def count_in(header: str) -> str:
    found = re.search(r'<span class="action-count">([^<]*)</span>', header)
    assert found
    return found[1]


def test_one_page_after_another_shows_each_reader_their_own_name_company_and_cart(shop: Shop):
    article = shop.add_article("A-1")
    fjell, hav = shop.company("Fjellbygg AS"), shop.company("Havbygg <AS>")
    ola = browser(shop.member(fjell, "ola@example.com", "orderer"), fjell)
    kari = browser(shop.member(hav, "kari@example.com", "orderer"), hav)
    put_in_cart(ola, article)
    first, second, again = header_of(ola), header_of(kari), header_of(ola)
    assert ("Fjellbygg AS" in first, "Havbygg" in first, count_in(first)) == (True, False, "1")
    assert ("Fjellbygg AS" in second, "Havbygg &lt;AS&gt;" in second, count_in(second)) == (False, True, "")
    assert again == first


def test_a_person_with_two_hats_can_switch_in_the_header_with_a_token_of_their_own(shop: Shop):
    fjell, hav = shop.company("Fjellbygg AS"), shop.company("Havbygg AS")
    person = shop.member(fjell, "ola@example.com", "orderer")
    Membership.objects.create(customer=hav, person=person, roles=["orderer"], joined_at=clock.now())
    one, other = browser(person, hav), browser(person, hav)
    header = header_of(one)
    assert re.search(
        r'value="([^"]*)"><input type="hidden" name="next" value="/en/"><button class="choice" aria-current="true">',
        header,
    )
    assert {str(fjell.uuid), str(hav.uuid)} == set(re.findall(r'name="hat" value="([^"]*)"', header))
    assert hidden(header, "csrfmiddlewaretoken") != hidden(header_of(other), "csrfmiddlewaretoken")


def test_a_visitor_is_led_back_to_the_page_they_sign_in_from(shop: Shop):
    shop.add_article("A-1")
    visitor = browser()
    for query, quoted in (("a b", "/en/search/%3Fq%3Da%2Bb"), ('"<', "/en/search/%3Fq%3D%2522%253C")):
        page = page_of(visitor.get(url("search"), {"q": query}))
        assert f'?next={quoted}"' in page
    assert 'name="q" value="&quot;&lt;"' in page


def test_only_a_visitor_of_a_shop_with_several_markets_chooses_one_in_the_footer(shop: Shop):
    company = shop.company()
    member = browser(shop.member(company, "ola@example.com", "orderer"), company)
    assert 'name="market"' not in page_of(browser().get(url("home")))
    Market.objects.create(
        code="se",
        names=texts("Sweden"),
        country="SE",
        currency="SEK",
        languages=["sv"],
        invoice_term=shop.market.invoice_term,
    )
    forget()
    page = page_of(browser().get(url("home")))
    assert re.findall(r'name="market" value="(\w+)"( aria-current="true")?', page) == [
        ("no", ' aria-current="true"'),
        ("se", ""),
    ]
    assert hidden(page, "csrfmiddlewaretoken")
    assert 'name="market"' not in page_of(member.get(url("home")))


def test_the_header_says_what_the_cart_holds_now_also_when_only_it_is_sent(shop: Shop):
    article = shop.add_article("A-1")
    visitor = browser()
    answer = visitor.post(
        url("cart_add"),
        {"variant": str(article.uuid), "quantity": "2", "next": url("cart")},
        headers={"HX-Request": "true"},
    )
    assert 'id="header-cart"' in page_of(answer)
    assert 'hx-swap-oob="true"' in page_of(answer)
    assert count_in(page_of(answer)) == count_in(header_of(visitor)) == "1"
