"""Who sees prices: gates of a market and of categories, at the one door everything prices through."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import Shop, texts
from tests.storefront.shopping import browser, put_in_cart, text_of, url
from truso.kernel.buyer import Buyer
from truso.modules.cart.operations import NewLine, add_lines
from truso.modules.catalog.models import Category, Variant
from truso.modules.pricing.explaining import explain_price
from truso.modules.pricing.queries import gates_of, own_prices, price_basket, prices_for
from truso.modules.pricing.values import Basket, BasketLine
from truso.modules.search.operations import rebuild_index
from truso.modules.search.queries import SearchRequest, search_catalog
from truso.platform.shortlived import forget
from truso.processes.checkout import review_checkout

pytestmark = pytest.mark.django_db
D = Decimal


def buyers(shop: Shop) -> dict[str, Buyer]:
    company = shop.company()
    return {
        "visitor": shop.visitor(),
        "person": shop.buyer(shop.consumer()),
        "company": shop.buyer(shop.member(company, "ola@example.com", "orderer")),
    }


def seen(found: dict[str, Buyer], article: Variant) -> set[str]:
    forget()
    return {
        name
        for name, buyer in found.items()
        if prices_for(buyer.at(buyer.now), [article.pk]).get(article.pk) is not None
    }


@pytest.mark.parametrize(
    ("gate", "expected"),
    [("", {"visitor", "person", "company"}), ("signed_in", {"person", "company"}), ("companies", {"company"})],
)
def test_a_market_shows_its_prices_to_whom_it_says(shop: Shop, gate: str, expected: set[str]) -> None:
    article = shop.add_article("A1", price="100")
    shop.market.price_gate = gate
    shop.market.save()
    assert seen(buyers(shop), article) == expected


@pytest.mark.parametrize(("gate", "expected"), [("signed_in", {"person", "company"}), ("companies", {"company"})])
def test_a_category_closes_what_lies_below_it_and_nothing_else(shop: Shop, gate: str, expected: set[str]) -> None:
    below = Category.objects.create(code="below", names=texts("Below"), parent=shop.category, path=[])
    Category.objects.filter(pk=below.pk).update(path=[*shop.category.path, below.pk])
    below.refresh_from_db()
    aside = Category.objects.create(code="aside", names=texts("Aside"))
    Category.objects.filter(pk=aside.pk).update(path=[aside.pk])
    closed, opened = shop.add_article("A1", category=below), shop.add_article("B1", category=aside)
    Category.objects.filter(pk=shop.category.pk).update(price_gate=gate)
    found = buyers(shop)
    assert seen(found, closed) == expected
    assert seen(found, opened) == {"visitor", "person", "company"}
    visitor = found["visitor"].at(found["visitor"].now)
    assert gates_of(visitor, [closed.pk, opened.pk]) == {closed.pk: gate}


def test_nothing_tells_a_closed_price(shop: Shop) -> None:
    article = shop.add_article("A1", price="100")
    shop.add_article("B1", price="7")
    Category.objects.filter(pk=shop.category.pk).update(price_gate="signed_in")
    rebuild_index()
    forget()
    buyer = shop.visitor()
    basket = price_basket(buyer, Basket((BasketLine("1", article.pk, D(2)),)))
    assert (basket.lines, basket.unpriced, basket.gross) == ((), ("1",), 0)
    told = explain_price(buyer, article.pk, D(1))
    assert (told.line, [one.amount for one in told.sources]) == (None, [None])
    assert own_prices(buyer) == {}
    found = search_catalog(buyer, SearchRequest(sort="price"))
    assert (found.price_range, {hit.price for hit in found.hits}) == ((None, None), {None})
    assert len(found.hits) == 2
    assert search_catalog(buyer, SearchRequest(price_range=(D(1), D(200)))).hits == ()
    member = shop.buyer(shop.consumer())
    assert len(search_catalog(member, SearchRequest(price_range=(D(1), D(200)))).hits) == 2


def test_what_was_put_into_the_cart_before_the_gate_closed_is_not_sold(shop: Shop) -> None:
    article = shop.add_article("A1", price="100")
    buyer = shop.visitor()
    add_lines(buyer=buyer, lines=[NewLine(article.pk, D(1))])
    shop.market.price_gate = "companies"
    shop.market.save()
    forget()
    assert {one.code for one in review_checkout(shop.visitor()).refusals} >= {"no_price"}


def test_pages_say_how_to_see_the_price(shop: Shop) -> None:
    article = shop.add_article("A1", price="100")
    shop.market.price_gate = "signed_in"
    shop.market.save()
    forget()
    page = browser().get(url("product", slug="a1-en"))
    assert "Sign in to see the price" in text_of(page)
    html = page.content.decode()
    assert "125" not in text_of(page) and '"offers"' not in html and "cart/add" not in html
    client = browser()
    put_in_cart(client, article, "1")
    assert "125" not in text_of(client.get(url("cart")))


def test_gates_cost_no_query_where_there_are_none(shop: Shop) -> None:
    article = shop.add_article("A1", price="")
    gates_of(shop.visitor(), [article.pk])
    with CaptureQueriesContext(connection) as asked:
        assert gates_of(shop.visitor(), [article.pk]) == {}
    assert len(asked) == 0
