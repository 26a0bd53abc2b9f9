"""The cart: what goes in, hostile quantities, prices that change, packs, budgets of queries."""

from __future__ import annotations

import re
from decimal import Decimal
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import Shop
from tests.storefront.shopping import browser, put_in_cart, text_of, url
from truso.modules.cart.models import CartLine
from truso.modules.cart.operations import NewLine, add_lines, note_seen_prices
from truso.modules.cart.queries import find_cart
from truso.modules.cart.suggestions import replace_together
from truso.modules.catalog.models import Variant
from truso.modules.pricing.models import Price
from truso.platform.shortlived import forget

HOSTILE = ["-1", "1e9", "abc", "0,5", "999999999999", "0", "1.2345", "²", "1;drop", "NaN", "∞", "9" * 400]


@pytest.mark.parametrize("quantity", HOSTILE)
def test_a_hostile_quantity_is_told_and_nothing_enters(shop: Shop, quantity: str) -> None:
    client = browser()
    answer = client.post(
        url("cart_add"),
        {"variant": str(shop.add_article("A1").uuid), "quantity": quantity, "next": url("cart")},
        follow=True,
    )
    assert answer.status_code == 200
    assert CartLine.objects.count() == 0
    assert any(word in text_of(answer) for word in ("quantity", "number"))


@pytest.mark.parametrize("quantity", [one for one in HOSTILE if one != "0"])
def test_a_hostile_change_is_told_at_its_line_and_keeps_the_rest(shop: Shop, quantity: str) -> None:
    client = browser()
    put_in_cart(client, shop.add_article("A1"), "3")
    line = CartLine.objects.get()
    answer = client.post(url("cart_change"), {f"quantity.{line.uuid}": quantity})
    assert answer.status_code == 422
    assert f'id="about-{line.uuid}"' in answer.content.decode()
    line.refresh_from_db()
    assert line.quantity == 3


@pytest.mark.parametrize("variant", ["", "nonsense", "00000000-0000-4000-8000-000000000000"])
def test_an_unknown_article_is_told(shop: Shop, variant: str) -> None:
    answer = browser().post(url("cart_add"), {"variant": variant, "quantity": "1"}, follow=True)
    assert "find this article" in text_of(answer)


def test_a_page_to_go_back_to_is_never_another_site(shop: Shop) -> None:
    variant = shop.add_article("A1")
    for wanted in ("https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)"):
        answer = browser().post(url("cart_add"), {"variant": str(variant.uuid), "next": wanted})
        assert answer["Location"] == url("cart")


def test_scripts_get_the_header_and_a_message(shop: Shop) -> None:
    client = browser()
    answer = client.post(
        url("cart_add"), {"variant": str(shop.add_article("A1").uuid), "quantity": "2"}, headers={"HX-Request": "true"}
    )
    html = answer.content.decode()
    assert 'id="header-cart"' in html
    assert "NOK\u00a0250.00" in html
    assert 'hx-swap-oob="beforeend:#toast"' in html
    refused = client.post(url("cart_add"), {"variant": str(uuid4())}, headers={"HX-Request": "true"})
    assert refused.status_code == 422


def test_a_quantity_between_packs_is_mended_by_one_button(shop: Shop) -> None:
    client = browser()
    put_in_cart(client, shop.add_article("A1", stock="500", quantity_multiple=100, minimum_quantity=100), "100")
    line = CartLine.objects.get()
    answer = client.post(url("cart_change"), {f"quantity.{line.uuid}": "150"})
    assert "Sold in packs of 100. The nearest quantity is 200." in text_of(answer)
    client.post(url("cart_change"), {f"quantity.{line.uuid}": "150", "fix": f"{line.uuid}:200"})
    line.refresh_from_db()
    assert line.quantity == 200


def test_more_than_there_is_can_be_cut_to_what_there_is(shop: Shop) -> None:
    client = browser()
    put_in_cart(client, shop.add_article("A1", stock="7"), "9")
    line = CartLine.objects.get()
    page = client.get(url("cart"))
    assert "Only 7 in stock now" in text_of(page)
    assert f'value="{line.uuid}:7"' in page.content.decode()
    assert 'name="checkout"' not in page.content.decode()


def test_a_changed_price_is_told_until_it_is_taken_note_of(shop: Shop) -> None:
    client = browser()
    put_in_cart(client, shop.add_article("A1", price="100"))
    Price.objects.update(amount=Decimal(120))
    forget()
    told = "The price has changed from NOK 125.00 to NOK 150.00"
    assert told in text_of(client.get(url("cart")))
    assert told in text_of(client.get(url("cart")))
    client.post(url("cart_prices"))
    assert told not in text_of(client.get(url("cart")))


def test_lines_are_removed_and_the_cart_emptied(shop: Shop) -> None:
    client = browser()
    for sku in ("A1", "A2", "A3"):
        put_in_cart(client, shop.add_article(sku))
    first = CartLine.objects.first()
    client.post(
        url("cart_change"),
        {**{f"quantity.{line.uuid}": "1" for line in CartLine.objects.all()}, "remove": str(first.uuid)},
    )
    assert CartLine.objects.count() == 2
    gone = client.post(url("cart_change"), {f"quantity.{first.uuid}": "2"}, follow=True)
    assert "no longer in the cart" in text_of(gone)
    client.post(url("cart_empty"))
    assert CartLine.objects.count() == 0


def test_a_visitors_cart_follows_them_when_they_sign_in(shop: Shop) -> None:
    person = shop.consumer()
    person.set_password("korrekt hest 42")
    person.save()
    client = browser()
    put_in_cart(client, shop.add_article("A1"), "2")
    client.post("/account/login/", {"login": person.email, "password": "korrekt hest 42", "next": url("cart")})
    assert client.session.get("visitor") is None
    line = CartLine.objects.get()
    assert (line.cart.person, line.quantity) == (person, 2)


def test_references_join_lines_of_a_company(shop: Shop) -> None:
    company = shop.company()
    client = browser(shop.member(company, "ola@example.com", "orderer"))
    variant = shop.add_article("A1", stock="100")
    for reference in ("North", "South"):
        client.post(url("cart_add"), {"variant": str(variant.uuid), "quantity": "5", "reference": reference})
    north, south = CartLine.objects.order_by("position")
    client.post(
        url("cart_change"),
        {
            f"quantity.{north.uuid}": "5", f"reference.{north.uuid}": "South",
            f"quantity.{south.uuid}": "5", f"reference.{south.uuid}": "South",
        },
    )  # fmt: skip
    line = CartLine.objects.get()
    assert (line.reference, line.quantity) == ("South", 10)


def test_who_may_not_order_is_told_so(shop: Shop) -> None:
    client = browser(shop.member(shop.company(), "vera@example.com", "viewer"))
    answer = client.post(url("cart_add"), {"variant": str(shop.add_article("A1").uuid)}, follow=True)
    assert "Your role in this company does not include ordering." in text_of(answer)
    assert CartLine.objects.count() == 0


def queries_of(act) -> int:
    forget()
    act()
    forget()
    with CaptureQueriesContext(connection) as captured:
        act()
    return len(captured)


def test_a_cart_costs_the_same_number_of_queries_with_1_line_and_with_50(shop: Shop) -> None:
    company = shop.company()
    person = shop.member(company, "ola@example.com", "orderer")
    buyer, client = shop.buyer(person, company), browser(person)
    variants = [shop.add_article(f"A{number}", stock="100") for number in range(50)]
    counts = []
    for lines in (variants[:1], variants[1:]):
        cart = add_lines(buyer=buyer, lines=[NewLine(variant.pk, Decimal(1)) for variant in lines])
        note_seen_prices(buyer=buyer, cart=cart)
        counts.append(queries_of(lambda: client.get(url("cart"))))
    assert find_cart(buyer).lines.count() == 50
    assert counts[0] == counts[1]
    assert counts[0] <= 26


def test_a_list_of_orders_costs_the_same_number_of_queries_with_1_and_with_50(shop: Shop) -> None:
    from tests.storefront.test_company import order_of

    company = shop.company(credit_limit=Decimal(10_000_000))
    person = shop.member(company, "ola@example.com", "admin", "orderer")
    client = browser(person)
    shop.add_article("A1", stock="1000")
    counts = []
    for number in (1, 49):
        for _ in range(number):
            order_of(shop, person, company, "A1")
        counts.append(queries_of(lambda: client.get(url("orders"))))
    assert counts[0] == counts[1]
    assert counts[0] <= 14


def test_what_is_often_bought_together_is_offered_on_both_pages(shop: Shop) -> None:
    company = shop.company()
    person = shop.member(company, "ola@example.com", "orderer")
    buyer, client = shop.buyer(person, company), browser(person)
    drill, bit, hidden = (shop.add_article(sku) for sku in ("DRILL", "BIT", "HIDDEN"))
    Variant.objects.filter(pk=hidden.pk).update(status="discontinued")
    replace_together([(drill.pk, bit.pk, 5), (drill.pk, hidden.pk, 9)])
    add_lines(buyer=buyer, lines=[NewLine(drill.pk, Decimal(1))])

    cart, product = client.get(url("cart")), client.get("/en/p/drill-en/")

    for page, title in ((cart, "Often bought with what is in your cart"), (product, "Often bought with this")):
        [section] = re.findall(rf"<h2>{title}</h2>(.*?)</section>", page.content.decode(), re.DOTALL)
        assert ("Article BIT en" in section, "HIDDEN" in section) == (True, False)
    assert "Often bought" not in client.get("/en/p/bit-en/").content.decode()
