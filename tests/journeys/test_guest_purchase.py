"""A guest buys in a real browser: on a phone and on a desk, with scripts and without."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import transaction

from tests.factories import open_shop
from truso.modules.orders.models import Order
from truso.modules.output.models import SentMail
from truso.platform.jobs.inline import run_due_jobs


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts on", "scripts off"])
@pytest.mark.parametrize("width", [1440, 390])
def test_a_guest_fills_a_cart_pays_by_card_and_follows_the_order(
    address: str, chromium: Any, scripts: bool, width: int
) -> None:
    with transaction.atomic():
        shop = open_shop()
        for sku, price in (("A1", "159.20"), ("A2", "20")):
            shop.add_article(sku, price=price)
    context = chromium.new_context(
        viewport={"width": width, "height": 900}, java_script_enabled=scripts, locale="en-GB", has_touch=width < 500
    )
    page = context.new_page()
    broken: list[str] = []
    page.on("pageerror", lambda error: broken.append(str(error)))
    page.on("response", lambda answer: broken.append(answer.url) if answer.status >= 500 else None)

    page.goto(f"{address}/en/quick-order/")
    page.fill("#lines", "A1;2\n3 x A2")
    page.click("text=Check the list")
    page.click("text=Put 2 lines into the cart")
    page.wait_for_url("**/en/cart/")
    page.fill("[aria-label='Quantity of A2']", "1")
    if scripts:
        page.keyboard.press("Tab")
    else:
        page.click("text=Update the cart")
    page.wait_for_selector("text=NOK 523.00")
    page.click("text=To checkout")
    page.wait_for_url("**/en/checkout/")
    for name, value in {
        "email": "kari@example.com", "name": "Kari Nordmann", "street": "Storgata 1", "postcode": "0155", "city": "Oslo",
    }.items():  # fmt: skip
        page.fill(f"[name={name}]", value)
    page.click("text=Order with obligation to pay")
    page.wait_for_selector("#terms-error")
    assert page.input_value("[name=city]") == "Oslo"
    page.check("[name=terms_accepted]")
    page.click("text=Order with obligation to pay")
    page.click("text=Approve >> nth=-1")
    page.wait_for_selector("text=Thank you for your order")
    order = Order.objects.get()
    assert (order.state, order.gross) == ("confirmed", 523)
    assert order.number in page.inner_text("main")
    page.click("text=Follow the order")
    page.wait_for_selector("text=Payment reserved")

    run_due_jobs()
    mail = SentMail.objects.get()
    page.goto(f"{address}/demo/mail/{mail.uuid}/")
    assert order.number in page.frame_locator("iframe").locator("body").inner_text()
    assert broken == []
    context.close()
