"""Campaigns in the shop: codes in the cart, what is missing for more, gifts, offers that end when they say."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import Shop, texts
from tests.storefront.shopping import browser, put_in_cart, text_of, url
from truso.modules.cart.models import Cart
from truso.modules.pricing.models import Campaign
from truso.platform import clock
from truso.platform.shortlived import forget

pytestmark = pytest.mark.django_db
D = Decimal


def run(shop: Shop, code: str = "deal", **fields: Any) -> Campaign:
    now = clock.now()
    campaign = Campaign.objects.create(
        **{
            "code": code, "names": texts(code), "market": shop.market,
            "starts_at": now - timedelta(days=1), "ends_at": now + timedelta(days=3), **fields,
        }
    )  # fmt: skip
    forget()
    return campaign


def test_a_code_is_entered_counts_and_is_taken_out(shop: Shop) -> None:
    run(shop, kind="cart", amount=D(50), coupon="HELLO")
    client = browser()
    put_in_cart(client, shop.add_article("A1", price="80"), "3")

    page = text_of(client.post(url("cart_code"), {"code": " hello "}, follow=True))

    assert "HELLO" in page and "NOK −50.00" in page and "deal en" in page
    assert "250.00" in page
    page = text_of(client.post(url("cart_code_remove"), {"code": "HELLO"}, follow=True))
    assert "HELLO" not in page and "NOK\u00a0−50.00" not in page
    assert client.post(url("cart_code_remove"), {"code": "HELLO"}).status_code == 302


@pytest.mark.parametrize("code", ["", "nope", "<script>", "x" * 400])
def test_a_wrong_code_stays_in_its_field_with_the_reason(shop: Shop, code: str) -> None:
    client = browser()
    put_in_cart(client, shop.add_article("A1"), "1")
    answer = client.post(url("cart_code"), {"code": code})
    assert answer.status_code == 422
    html = answer.content.decode()
    assert 'id="code-error"' in html and "<script>" not in html.split("code-error")[1][:300]
    assert Cart.objects.get().codes == []


def test_a_code_that_takes_nothing_off_yet_is_kept_and_says_so(shop: Shop) -> None:
    run(shop, kind="cart", amount=D(50), minimum=D(500), coupon="HELLO")
    client = browser()
    put_in_cart(client, shop.add_article("A1", price="80"), "3")
    page = text_of(client.post(url("cart_code"), {"code": "hello"}, follow=True))
    assert "takes nothing off what is in the cart now" in page
    assert "Goods for NOK 200.00" in page


def test_the_cart_says_what_is_taken_off_which_line_what_is_given_and_what_is_missing(shop: Shop) -> None:
    gift = shop.add_article("CAP")
    run(shop, "three", kind="multiple", buy=3, pay=2)
    run(shop, "cap", kind="gift", gift=gift, minimum=D(100))
    client = browser()
    put_in_cart(client, shop.add_article("A1", price="80"), "4")
    page = text_of(client.get(url("cart")))
    assert "three en: NOK −100.00" in page
    assert "2 articles more for: three en." in page
    assert "Gift: cap en" in page and "CAP" in page


def test_a_product_says_what_it_counts_for_and_until_when(shop: Shop) -> None:
    article = shop.add_article("A1", price="80")
    campaign = run(shop, kind="multiple", buy=3, pay=2)
    address = url("product", slug="a1-en")
    html = browser().get(address).content.decode()
    assert "deal en" in html and f'datetime="{campaign.ends_at.isoformat()}"' in html
    Campaign.objects.update(category=None, product_ids=[0])
    forget()
    assert "deal en" not in browser().get(address).content.decode()
    assert article.pk


def test_campaigns_on_the_cart_cost_no_query_per_line(shop: Shop) -> None:
    run(shop, "three", kind="multiple", buy=3, pay=2)
    run(shop, "off", kind="cart", percent=D(10), combines=True)

    def queries(lines: int) -> int:
        client = browser()
        for number in range(lines):
            put_in_cart(client, shop.variants.get(f"A{number}") or shop.add_article(f"A{number}"), "2")
        client.get(url("cart"))
        forget()
        with CaptureQueriesContext(
            connection,
        ) as seen:
            assert client.get(url("cart")).status_code == 200
        return len(seen)

    assert queries(1) == queries(30)
