"""One person, private and in two companies: a click changes the hat, and nothing of one shows in another."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.db import transaction

from tests.factories import LANGUAGES, checkout_fields, open_shop, texts
from tests.journeys.settings import Setting, browsers
from truso.modules.cart.operations import NewLine, add_lines
from truso.modules.customers.models import Customer
from truso.modules.orders.models import Order
from truso.modules.pricing.models import Price, PriceList
from truso.modules.search.operations import rebuild_index
from truso.processes.place_order import place_order
from truso.processes.review import CheckoutData


def person_with_three_hats() -> tuple[Any, dict[str, Customer], dict[str, Order]]:
    """Alfa pays 80 for A1, Beta 60, everybody 100; each has ordered once, and each has its own cart."""
    with transaction.atomic():
        shop = open_shop()
        shop.market.languages = list(LANGUAGES)
        shop.market.save()
        article = shop.add_article("A1", price="100", stock="100")
        person = shop.consumer("mia@example.com")
        hats = {"private": Customer.objects.get(consumer_person=person)}
        for name, price in (("Alfa", "80"), ("Beta", "60")):
            company = hats[name] = shop.company(f"{name} AS")
            company.addresses.update(street=f"{name} street 1")
            company.memberships.create(person=person, roles=["admin", "orderer"], joined_at=company.created_at)
            own = PriceList.objects.create(
                code=name.lower(), names=texts(name), kind="contract", currency="NOK", customer=company
            )
            Price.objects.create(price_list=own, variant=article, amount=Decimal(price))
    rebuild_index()
    orders = {}
    for number, name in enumerate(("Alfa", "Beta"), start=1):
        with transaction.atomic():
            buyer = shop.buyer(person, hats[name])
            add_lines(buyer=buyer, lines=[NewLine(article.pk, Decimal(number))])
            data = CheckoutData.read(checkout_fields(payment="invoice", po_number=f"PO-{name}"))
            orders[name] = place_order(buyer=buyer, data=data)
            add_lines(buyer=buyer, lines=[NewLine(article.pk, Decimal(10 + number))])
    return person, hats, orders


@browsers(4, 1)
def test_another_hat_has_its_own_prices_cart_and_history(visit: Any, setting: Setting) -> None:
    person, hats, orders = person_with_three_hats()
    mia = visit(setting, person)
    page, article = mia.page, f"p/a1-{setting.language}/"
    expected = {"private": "125.00", "Alfa": "80.00", "Beta": "60.00"}
    carts = {"private": "", "Alfa": "11", "Beta": "12"}

    for name in ("Alfa", "private", "Beta"):
        mia.open(article)
        mia.wear(hats[name])
        assert article in page.url  # the hat changes, the page stays
        shown = mia.text()
        for other, amount in expected.items():
            assert (mia.money(amount) in shown) == (other == name), other
        assert mia.says("incl. VAT" if name == "private" else "excl. VAT") in shown
        mia.open("cart/")
        quantities = [one.input_value() for one in page.locator(".quantity input").all()]
        assert quantities == ([carts[name]] if carts[name] else [])
        for path in ("account/", "account/orders/", "account/addresses/"):
            seen = mia.open(path)
            for other, order in orders.items():
                if other != name:
                    assert order.number not in seen
                    assert f"{other} street" not in seen
                elif path != "account/addresses/":
                    assert order.number in seen
        mia.fits()


@browsers(6)
def test_going_back_after_a_change_of_hat_shows_no_other_hats_price(visit: Any, setting: Setting) -> None:
    person, hats, _ = person_with_three_hats()
    mia = visit(setting, person)
    mia.open("")
    mia.wear(hats["Alfa"])
    mia.open(f"p/a1-{setting.language}/")
    mia.wear(hats["Beta"])
    assert mia.money("60.00") in mia.text()

    mia.page.go_back()

    assert mia.money("60.00") in mia.text()
    assert mia.money("80.00") not in mia.text()
