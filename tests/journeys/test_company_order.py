"""An orderer buys for her company over her limit, and the approver lets it through from his own window."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.db import transaction

from tests.factories import LANGUAGES, open_shop, texts
from tests.journeys.settings import Setting, browsers
from truso.modules.customers.models import Address
from truso.modules.identity.models import Person
from truso.modules.orders.models import Order
from truso.modules.pricing.models import Price, PriceList
from truso.modules.search.operations import rebuild_index

PASSWORD = "green-harbour-42"


def shop_with_company() -> tuple[Person, Person]:
    """A company with a price of its own for A1, an orderer with a limit of 500, an approver, two addresses."""
    with transaction.atomic():
        shop = open_shop()
        shop.market.languages = list(LANGUAGES)
        shop.market.save()
        for sku, price in (("A1", "100"), ("A2", "20")):
            shop.add_article(sku, price=price, stock="100")
        company = shop.company(po_number_required=True)
        Address.objects.create(
            customer=company, label="Site", name="Fjellbygg AS", street="Byggeveien 7", postcode="3187", city="Horten",
            country="NO",
        )  # fmt: skip
        own = PriceList.objects.create(
            code="frame", names=texts("Frame"), kind="contract", currency="NOK", customer=company
        )
        Price.objects.create(price_list=own, variant=shop.variants["A1"], amount=Decimal("77.31"))
        kari = shop.member(company, "kari@example.com", "orderer", limit="500")
        anne = shop.member(company, "anne@example.com", "approver", limit="100000")
        kari.set_password(PASSWORD)
        kari.save()
    rebuild_index()
    return kari, anne


@browsers(2, 1, 7)
def test_an_order_over_the_limit_is_pasted_sent_and_approved(visit: Any, setting: Setting) -> None:
    kari, anne = shop_with_company()
    orderer = visit(setting)
    page = orderer.page
    page.goto(f"{orderer.address}/account/login/")
    orderer.fill(login=kari.email, password=PASSWORD)
    orderer.send("main form:has([name=password]) button[type=submit]")

    own, ex = orderer.money("77.31"), orderer.says("excl. VAT")
    assert own.split()[0] in orderer.open("c/goods/?view=table")
    assert page.locator("table.articles").count() == 1
    assert own in orderer.open("search/?q=A1&view=grid")
    article = orderer.open(f"p/a1-{setting.language}/")
    assert own in article and ex in article

    orderer.quick_order("A1\t10\n3 x A2\nZZ9;4\nA2;-1")
    rows = page.locator("tr.is-wrong")
    assert rows.count() == 2
    orderer.send("form.quick .quick-bar button.button-primary")
    assert orderer.money("1141.38") in orderer.open("cart/")  # (773.10 + 60 + 80) and 25 %
    assert orderer.money("500.00") in orderer.text()
    orderer.fits()
    orderer.send(".cart-sum [name=checkout]")

    page.check("[name=address] >> nth=1")
    page.check("[name=payment][value=invoice]")
    orderer.send("[name=place]")
    assert orderer.says("Your company requires a purchase order number.") in orderer.text()
    orderer.fill(po_number="PO-4711", reference="Hall 3")
    orderer.send("[name=place]")
    order = Order.objects.get()
    assert (order.state, order.po_number, order.net) == ("pending_approval", "PO-4711", Decimal("913.10"))
    assert orderer.says("Sent for approval") in orderer.text()

    approver = visit(setting, anne)
    approver.open("account/approvals/")
    approver.send(f"main a:text-is('{order.number}')")
    assert all(fact in approver.text() for fact in ("PO-4711", "Hall 3", "Horten", approver.money("413.10")))
    approver.fits()
    approver.page.fill("[name=comment]", "Go on")
    approver.send("[value=approve]")
    assert order.number in approver.text()

    order.refresh_from_db()
    assert order.state == "confirmed"
    assert "Anne Test" in orderer.open(f"account/orders/{order.uuid}/")
    orderer.open("account/approvals/?state=all")
    orderer.send(f"main a:text-is('{order.number}')")
    assert "“Go on”" in orderer.text()
