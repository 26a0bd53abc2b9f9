"""A visitor buys by card, scripts off: every step is a plain form."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client

from tests.factories import Shop
from tests.storefront.shopping import browser, hidden, put_in_cart, send_order, text_of, url
from truso.modules.cart.models import Cart, CartLine
from truso.modules.orders.models import Order
from truso.modules.output.models import SentMail
from truso.modules.payments.models import DemoCharge
from truso.platform.jobs.inline import run_due_jobs


def pay(client: Client, address: str, answer: str) -> str:
    """Answer at the demo's bank and come back; return where the shop sends the buyer."""
    back = parse_qs(urlsplit(address).query)["return"][0]
    returned = client.post(address, {"return": back, "answer": answer})
    assert returned["Location"] == back
    return client.get(back)["Location"]


def test_a_visitor_sees_freight_and_total_then_pays_by_card_and_follows_the_order(shop: Shop) -> None:
    client = browser()
    added = put_in_cart(client, shop.add_article("A1", price="159.20"), "2")
    assert added["Location"] == url("cart")
    cart = text_of(client.get(url("cart")))
    assert "Article A1 en is in your cart." in cart
    assert "Goods NOK 398.00 Delivery Post en NOK 100.00 Total incl. VAT NOK 498.00" in cart

    bank = send_order(client)["Location"]
    assert bank.startswith("/demo/gateway/")
    assert "NOK 498.00" in text_of(client.get(bank))
    confirmation = pay(client, bank, "approve")

    order = Order.objects.get()
    assert (order.state, order.gross) == ("confirmed", 498)
    assert order.number in text_of(client.get(confirmation))
    assert order.number in text_of(browser().get(confirmation))
    run_due_jobs()
    mail = SentMail.objects.get()
    assert (mail.template, mail.recipient) == ("order_confirmation", "kari@example.com")
    link = urlsplit(mail.html[mail.html.index("http://127.0.0.1:8000/en/order/") :].split('"')[0].replace("&amp;", "&"))
    assert browser().get(f"{link.path}?{link.query}").status_code == 200
    assert browser().get(link.path).status_code == 404
    assert browser().get(f"{link.path}?token=forged").status_code == 404


def test_a_refused_card_leads_back_with_the_cart_intact(shop: Shop) -> None:
    client = browser()
    put_in_cart(client, shop.add_article("A1"), "3")
    bank = send_order(client, name="Kari Nordmann")["Location"]

    back = pay(client, bank, "decline")

    assert back == url("checkout")
    page = client.get(back)
    assert "nothing was charged" in text_of(page)
    assert 'value="Kari Nordmann"' in page.content.decode()
    assert CartLine.objects.get().quantity == 3
    assert Order.objects.get().state == "cancelled"
    assert pay(client, send_order(client)["Location"], "approve").startswith(
        url("order_confirmation", Order.objects.latest("id").uuid)
    )


def test_sending_the_order_twice_makes_one_order(shop: Shop) -> None:
    client = browser()
    put_in_cart(client, shop.add_article("A1"))
    page = client.get(url("checkout")).content.decode()
    first = send_order(client)
    again = send_order_as(client, page)

    assert first["Location"] == again["Location"]
    assert Order.objects.count() == 1
    assert DemoCharge.objects.count() == 1


def send_order_as(client: Client, page: str):
    from tests.factories import checkout_fields

    values = {name: hidden(page, name) for name in ("checkout_id", "expected_total")}
    return client.post(url("checkout"), {**checkout_fields(), **values, "place": "1"})


def test_a_page_from_before_the_cart_was_ordered_is_told_to_be_old(shop: Shop) -> None:
    client = browser()
    put_in_cart(client, shop.add_article("A1"))
    page = client.get(url("checkout")).content.decode()
    pay(client, send_order(client)["Location"], "decline")

    again = send_order_as(client, page)

    assert again["Location"] == url("checkout")
    assert Order.objects.filter(state="cancelled").count() == 1


@pytest.mark.parametrize(
    ("changes", "text"),
    [
        ({"email": "nobody"}, "Write an e-mail address such as name@example.com."),
        ({"name": ""}, "Write your name."),
        ({"street": ""}, "Write the street and number."),
        ({"postcode": "ABC"}, "Check the postcode."),
        ({"payment": ""}, "Choose how you want to pay."),
        ({"payment": "invoice"}, "Choose how you want to pay."),
        ({"delivery": "drone"}, "Choose how you want the goods delivered."),
        ({"terms_accepted": ""}, "Accept the terms of sale to go on."),
        ({"country": "US"}, "deliver to that country from here"),
        ({"expected_total": "1.00"}, "The total has changed from NOK 1.00 to NOK 225.00."),
    ],
)
def test_what_is_wrong_is_said_at_its_field_and_nothing_typed_is_lost(
    shop: Shop, changes: dict[str, str], text: str
) -> None:
    client = browser()
    put_in_cart(client, shop.add_article("A1"))

    answer = send_order(client, **{"city": "Oslo Sentrum", **changes})

    assert answer.status_code == 422
    assert text in text_of(answer)
    assert 'value="Oslo Sentrum"' in answer.content.decode()
    assert Order.objects.count() == 0


def test_an_empty_cart_has_no_checkout(shop: Shop) -> None:
    client = browser()
    assert client.get(url("checkout"))["Location"] == url("cart")
    assert "Your cart is empty" in text_of(client.get(url("cart")))


def test_a_session_that_has_ended_is_told_and_changes_nothing(shop: Shop) -> None:
    client = browser()
    put_in_cart(client, shop.add_article("A1"))
    page = client.get(url("checkout")).content.decode()
    client.session.flush()
    client.cookies.clear()

    answer = send_order_as(client, page)

    assert answer["Location"] == url("cart")
    assert "Your session has ended" in text_of(client.get(url("cart")))
    assert Order.objects.count() == 0


def test_a_visitor_who_looks_without_a_cart_costs_no_query_for_it(shop: Shop, django_assert_num_queries) -> None:
    from truso.storefront.header_cart import HeaderCart, header_cart

    buyer = shop.visitor(session_key="")
    with django_assert_num_queries(0):
        assert header_cart(buyer) == HeaderCart()


def test_a_guests_order_can_be_moved_to_the_account_made_afterwards(shop: Shop) -> None:
    client = browser()
    put_in_cart(client, shop.add_article("A1"))
    confirmation = pay(client, send_order(client)["Location"], "approve")
    signed_up = client.post(
        "/account/signup/", {"email": "new@example.com", "password1": "korrekt hest 42", "next": confirmation}
    )
    assert signed_up["Location"] == confirmation
    order, token = Order.objects.get(), confirmation.partition("?")[2]
    assert "Move it to my account" in text_of(client.get(confirmation))

    moved = client.post(f"{url('order_claim', order.uuid)}?{token}")

    assert moved["Location"] == url("order", order.uuid)
    order.refresh_from_db()
    assert order.customer.consumer_person.email == "new@example.com"
    assert client.get(url("order", order.uuid)).status_code == 200
    assert browser().get(confirmation).status_code == 404


def test_a_delivery_chosen_before_that_is_no_longer_offered_gives_way_to_the_first(shop: Shop) -> None:
    client = browser()
    put_in_cart(client, shop.add_article("A1", price="159.20"), "2")
    Cart.objects.update(checkout_data={"delivery": "balloon"})

    page = text_of(client.get(url("checkout")))

    assert "Post en" in page
    assert "NOK 498.00" in page


def test_the_quantity_advised_is_what_there_is_to_add(shop: Shop) -> None:
    client = browser()
    pack = shop.add_article("PACK", stock="1000", quantity_multiple=100, minimum_quantity=100)
    put_in_cart(client, pack, "100")

    refused = put_in_cart(client, pack, "150")

    assert "200" in text_of(refused if refused.status_code == 422 else client.get(refused["Location"]))
    put_in_cart(client, pack, "200")
    assert CartLine.objects.get().quantity == 300
