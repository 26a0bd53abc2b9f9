"""What goes wrong on an ordinary day: strange quantities, a session that ended, two clicks, a price that changed."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

import pytest
from django.conf import settings
from django.db import transaction
from playwright.sync_api import expect

from tests.factories import LANGUAGES, Shop, open_shop
from tests.journeys.settings import Setting, browsers
from tests.journeys.visit import GUEST
from truso.modules.cart.models import CartLine
from truso.modules.orders.models import Order
from truso.modules.pricing.models import Price


@pytest.fixture
def small_shop(address: str) -> Shop:
    with transaction.atomic():
        shop = open_shop()
        shop.market.languages = list(LANGUAGES)
        shop.market.save()
        shop.add_article("A1", price="100", stock="50")
    return shop


def fill_cart(guest: Any, quantity: int = 2) -> None:
    guest.quick_order(f"A1;{quantity}")
    guest.send("form.quick .quick-bar button.button-primary")


def to_checkout(guest: Any) -> None:
    fill_cart(guest)
    guest.open("checkout/")
    guest.fill(**GUEST)
    guest.page.check("[name=terms_accepted]")


@browsers(2, 5)
def test_a_quantity_that_is_none_is_kept_as_typed_with_the_reason_beside_it(
    visit: Any, small_shop: Shop, setting: Setting
) -> None:
    guest = visit(setting)
    fill_cart(guest)
    for typed, reason in (
        ("-3", "Write a quantity above zero."),
        ("two", "Write the quantity as a number."),
        ("9" * 12, "Write a quantity of at most %(maximum)s."),
    ):
        guest.open("cart/")
        box = guest.page.locator("[name^='quantity.']")
        box.fill(typed)
        if setting.scripts:
            box.press("Tab")
            guest.page.wait_for_selector(".note, .line-about .error, [aria-invalid=true]")
        else:
            guest.send(".cart-update button")
        assert guest.says(reason).partition("%(")[0] in guest.text()
        assert guest.page.input_value("[name^='quantity.']") == typed
        guest.fits()


@browsers(0)
def test_walking_past_a_lines_buttons_by_keyboard_presses_none(visit: Any, small_shop: Shop, setting: Setting) -> None:
    if not setting.scripts:
        pytest.skip("without scripts a change is sent by a button")
    with transaction.atomic():
        small_shop.add_article("B1", price="10", stock="50")
    guest = visit(setting)
    guest.quick_order("A1;2\nB1;2")
    guest.send("form.quick .quick-bar button.button-primary")
    guest.open("cart/")
    box = guest.page.locator("[name^='quantity.']").first
    box.fill("3")
    name = box.get_attribute("name").removeprefix("quantity.")

    with guest.page.expect_response("**/cart/change/"):
        guest.page.locator(f"#remove-{name}").focus()

    expect(guest.page.locator(".totals-sum dd")).to_have_text(re.compile(r"500[.,]00"))
    assert sorted(CartLine.objects.values_list("variant__sku", "quantity")) == [("A1", 3), ("B1", 2)]
    assert guest.page.evaluate("document.activeElement.id") == f"remove-{name}"


@browsers(3)
def test_a_session_that_ended_in_the_checkout_says_so(visit: Any, small_shop: Shop, setting: Setting) -> None:
    guest = visit(setting)
    to_checkout(guest)
    guest.context.clear_cookies(name=settings.SESSION_COOKIE_NAME)

    guest.send("[name=place]")

    assert guest.page.url.endswith(f"/{setting.language}/cart/")
    assert guest.says("Your session has ended. Start again, or sign in to find your cart.") in guest.text()
    assert Order.objects.count() == 0


@browsers(0)
def test_two_clicks_and_a_page_sent_again_are_one_order(visit: Any, small_shop: Shop, setting: Setting) -> None:
    guest = visit(setting)
    to_checkout(guest)
    form = guest.page.locator("form:has([name=place])")
    names = ("csrfmiddlewaretoken", "checkout_id", "expected_total", "country")
    kept = {name: form.locator(f"[name={name}]").first.input_value() for name in names}
    guest.page.dblclick("[name=place]")
    guest.page.wait_for_url("**/demo/gateway/**")

    again = guest.context.request.post(
        f"{guest.address}/{setting.language}/checkout/",
        form={**GUEST, **kept, "delivery": "post", "payment": "card", "terms_accepted": "1", "place": "1"},
    )

    assert again.url == guest.page.url  # the same payment of the same order
    assert Order.objects.count() == 1


@browsers(6)
def test_whoever_goes_back_from_the_bank_finds_the_payment_again(
    visit: Any, small_shop: Shop, setting: Setting
) -> None:
    guest = visit(setting)
    to_checkout(guest)
    guest.send("[name=place]")
    assert "/demo/gateway/" in guest.page.url

    guest.open("checkout/")

    assert guest.says("We are waiting for your payment") in guest.text()
    guest.send("main form button")
    assert "/demo/gateway/" in guest.page.url
    guest.send("main button[value=approve]")
    assert Order.objects.get().state == "confirmed"
    guest.open("checkout/")
    assert guest.page.url.endswith("/cart/")


@browsers(4)
def test_a_price_that_changed_meanwhile_is_shown_before_it_is_owed(
    visit: Any, small_shop: Shop, setting: Setting
) -> None:
    guest = visit(setting)
    to_checkout(guest)
    Price.objects.update(amount=Decimal(120))

    guest.send("[name=place]")

    assert Order.objects.count() == 0
    assert guest.money("300.00") in guest.text()  # two at 150 with VAT, and freight beside
    assert guest.page.input_value("[name=city]") == "Oslo"
    assert guest.page.locator("#problems a").count() >= 1
    guest.page.check("[name=terms_accepted]")
    guest.send("[name=place]")
    assert Order.objects.get().gross == 400


@browsers(7)
def test_an_empty_cart_has_no_checkout(visit: Any, small_shop: Shop, setting: Setting) -> None:
    guest = visit(setting)

    guest.open("checkout/")

    assert guest.page.url.endswith("/cart/")
    assert guest.says("Your cart is empty") in guest.text()
    guest.fits()


def test_an_unknown_page_says_so_in_the_readers_language(visit: Any, small_shop: Shop) -> None:
    for language in LANGUAGES:
        guest = visit(Setting(True, 390, "light", language))

        answer = guest.page.goto(f"{guest.address}/{language}/p/no-such-thing/")

        assert answer.status == 404
        assert guest.says("We can't find that page") in guest.text()
        assert guest.page.locator("main [name=q]").is_visible()
        guest.fits()
