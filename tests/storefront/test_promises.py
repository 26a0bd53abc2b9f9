"""What the shop promises before and after an order: which part comes when, where to fetch it, what freight costs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal

import pytest

from tests.factories import START, Shop, checkout_fields, texts
from tests.storefront.shopping import browser, put_in_cart, send_order, text_of, url
from truso.modules.approvals.models import ApprovalRequest
from truso.modules.catalog.models import Variant
from truso.modules.delivery.models import DeliveryMethod, DeliveryRate
from truso.modules.orders.models import Order
from truso.platform import clock
from truso.processes.approve import decide_order

D = Decimal
# The day is 2 March 2026, a Monday; the post takes two days, and one goes to picking.
THURSDAY, LATER = "Thursday 5 March", "Thursday 19 March"


@pytest.fixture(autouse=True)
def a_monday() -> Iterator[None]:
    with clock.moved_to(START):
        yield


@pytest.fixture
def ladder(shop: Shop) -> Variant:
    return shop.add_article("LADDER", price="100", stock="20", lead_days=10)


@pytest.fixture
def pickup(shop: Shop) -> DeliveryMethod:
    method = DeliveryMethod.objects.create(
        code="pickup", market=shop.market, names=texts("Pickup"), tax_class=shop.tax_class, transit_days=0,
        is_pickup=True, pickup_place="Main warehouse, Quay 12, 3187 Horten", position=9,
    )  # fmt: skip
    DeliveryRate.objects.create(method=method, up_to_kg=D(5000), amount=0)
    return method


def test_the_page_of_a_product_tells_when_the_quantity_typed_leaves(shop: Shop, ladder: Variant) -> None:
    address = url("product_when", slug="ladder-en")

    def told(quantity: str) -> str:
        return browser().get(address, {"v": "LADDER", "quantity": quantity}).content.decode()

    assert told("20") == "Ships: 20 pcs Tuesday 3 March"
    assert told("254") == "Ships: 20 pcs Tuesday 3 March; 234 pcs about Tuesday 17 March"
    assert told("many") == ""
    ladder.lead_days = None
    ladder.save()
    assert told("254") == "Ships: 20 pcs Tuesday 3 March; 234 pcs on request"


def test_what_stock_does_not_cover_is_promised_for_later_in_cart_checkout_and_order(
    shop: Shop, ladder: Variant
) -> None:
    client = browser()
    DeliveryRate.objects.update(up_to_kg=D(10_000))
    put_in_cart(client, ladder, "254")
    parts = f"20 pcs {THURSDAY}; 234 pcs about {LATER}"
    whole = f"The first with you {THURSDAY}, everything about {LATER}"

    for page in ("cart", "checkout"):
        assert parts in text_of(client.get(url(page)))
        assert whole in text_of(client.get(url(page)))
    sent = client.get(send_order(client, payment="card").url)  # the demo's bank

    assert sent.status_code == 200
    line = Order.objects.get().lines.get(kind="item")
    assert [(part.quantity, f"{part.arrives_on:%d.%m}") for part in line.promise] == [
        (D(20), "05.03"),
        (D(234), "19.03"),
    ]


def test_an_order_that_waits_for_approval_is_promised_from_the_day_it_is_approved(shop: Shop, ladder: Variant) -> None:
    company = shop.company()
    ola = shop.member(company, "ola@example.com", "orderer", limit="100")
    hanne = shop.member(company, "hanne@example.com", "approver")
    client = browser(ola, company)
    put_in_cart(client, ladder, "2")
    send_order(client, payment="invoice")
    order = Order.objects.get()
    page = url("order", uuid=order.uuid)
    assert f"With you {THURSDAY}, if the order is approved today" in text_of(client.get(page))

    with clock.moved_to(clock.now() + timedelta(days=2)):
        assert "With you Monday 9 March, if the order is approved today" in text_of(client.get(page))
        buyer = shop.buyer(hanne, company)
        decide_order(buyer=buyer, request_uuid=ApprovalRequest.objects.get().uuid, approved=True, comment="Go on")

    order.refresh_from_db()
    assert (f"{order.promised_on:%d.%m}", f"{order.lines.get(kind='item').promised_on:%d.%m}") == ("09.03", "09.03")
    told = text_of(client.get(page))
    assert "With you Monday 9 March." in told or "With you Monday 9 March " in told
    assert "“Go on”" in told


def test_what_is_fetched_says_where_and_when_and_is_not_sent(
    shop: Shop, ladder: Variant, pickup: DeliveryMethod
) -> None:
    company = shop.company()
    client = browser(shop.member(company, "ola@example.com", "orderer"), company)
    put_in_cart(client, ladder)
    sent = send_order(client, delivery="pickup", payment="invoice", expected_total="")
    assert sent.status_code == 302, text_of(sent)
    order = Order.objects.get()

    told = text_of(client.get(url("order", uuid=order.uuid)))

    assert "Ready for pickup Tuesday 3 March, at Main warehouse, Quay 12, 3187 Horten" in told
    assert "With you" not in told
    assert " Sent " not in told


def test_what_is_too_heavy_for_a_delivery_says_so_and_what_is_possible(
    shop: Shop, ladder: Variant, pickup: DeliveryMethod
) -> None:
    DeliveryRate.objects.filter(method=shop.post).update(up_to_kg=D(35))
    client = browser()
    put_in_cart(client, ladder, "200")

    for page in ("cart", "checkout"):
        told = text_of(client.get(url(page)))
        assert "The goods weigh 100 kg together. That is too much for: Post en (up to 35 kg)." in told
        assert "So they can only be collected." in told
        assert "ready for pickup" in told


@pytest.mark.parametrize(
    ("is_company", "missing"),
    [
        (True, "NOK 100.00 more, and the freight is free (from NOK 300.00 for the goods excl. VAT, after discounts)."),
        (False, "NOK 125.00 more, and the freight is free (from NOK 375.00 for the goods incl. VAT, after discounts)."),
    ],
)
def test_the_cart_says_what_is_missing_for_free_freight_as_the_buyer_sees_prices(
    shop: Shop, ladder: Variant, is_company: bool, missing: str
) -> None:
    DeliveryMethod.objects.update(free_from=D(300))
    company = shop.company()
    client = browser(shop.member(company, "ola@example.com", "orderer"), company) if is_company else browser()
    put_in_cart(client, ladder, "2")
    assert missing in text_of(client.get(url("cart")))

    put_in_cart(client, ladder)

    told = text_of(client.get(url("cart")))
    assert "freight is free" not in told
    assert "Free" in told


def test_another_language_keeps_what_was_typed_at_checkout(shop: Shop, ladder: Variant) -> None:
    client = browser()
    put_in_cart(client, ladder)
    page = client.get(url("checkout")).content.decode()
    assert 'form="checkout-form" formaction="/nb/checkout/"' in page

    fields = checkout_fields(street="Storgata 7", instructions="Ring the bell")
    answer = client.post("/nb/checkout/", {**fields, "update": "language"})

    assert (answer.status_code, answer.url) == (302, "/nb/checkout/")
    kept = client.get(answer.url).content.decode()
    assert 'value="Storgata 7"' in kept
    assert 'value="Ring the bell"' in kept
