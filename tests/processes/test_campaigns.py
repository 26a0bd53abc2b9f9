"""Campaigns from the cart to the invoice and back: what an order keeps of them, and what it gives back."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from tests.factories import Shop, checkout_fields, texts
from truso.kernel.buyer import Buyer
from truso.kernel.refusals import Refused
from truso.modules.cart.codes import enter_code
from truso.modules.cart.operations import NewLine, add_lines
from truso.modules.inventory.models import StockItem
from truso.modules.invoicing.queries import document_of
from truso.modules.orders.models import Order
from truso.modules.output.checks import check_document
from truso.modules.pricing.models import Campaign, CampaignUse
from truso.platform import clock
from truso.platform.shortlived import forget
from truso.processes.checkout import review_checkout
from truso.processes.crediting import credit_invoice
from truso.processes.place_order import place_order
from truso.processes.review import CheckoutData
from truso.processes.ship import cancel_order, pick_order, ship

D = Decimal


def run(shop: Shop, code: str = "deal", **fields: Any) -> Campaign:
    now = clock.now()
    campaign = Campaign.objects.create(
        **{
            "code": code, "names": texts(code), "market": shop.market, "for_businesses": True,
            "starts_at": now - timedelta(days=1), "ends_at": now + timedelta(days=1), **fields,
        }
    )  # fmt: skip
    forget()
    return campaign


def fill(shop: Shop, buyer: Buyer, **quantities: int) -> None:
    add_lines(buyer=buyer, lines=[NewLine(shop.variants[sku].pk, D(number)) for sku, number in quantities.items()])


def order(buyer: Buyer, **fields: str) -> Order:
    return place_order(buyer=buyer, data=CheckoutData.read(checkout_fields(**fields)))


def on_invoice(shop: Shop) -> Buyer:
    return shop.buyer(shop.member(shop.company(), "ola@example.com", "orderer"))


def test_three_for_two_is_carried_to_every_part_delivery_and_its_credit(shop: Shop) -> None:
    shop.add_article("A1", price="33.33", stock="100")
    shop.add_article("B1", price="10.01", stock="100")
    run(shop, kind="multiple", buy=3, pay=2)
    buyer = on_invoice(shop)
    fill(shop, buyer, A1=7, B1=4)

    placed = order(buyer, payment="invoice")

    # 11 articles: three are free, the cheapest, and all bear their share.
    a, b = placed.lines.filter(kind="item").order_by("position")
    assert (a.allowance + b.allowance, a.net + b.net) == (D("30.03"), D("243.32"))
    assert a.allowances == [["deal en", "25.63"]]
    assert a.net == 7 * a.unit_price - a.allowance
    invoices = []
    for take_a, take_b in ((1, 1), (4, 2), (2, 1)):
        picked = pick_order(
            order_id=placed.pk, location=shop.main, quantities={a.pk: D(take_a), b.pk: D(take_b)}, staff_id=None
        )
        invoices.append(ship(shipment_id=picked.pk))
    assert sum(one.net for one in invoices) == placed.net
    assert sum(one.gross for one in invoices) == placed.gross
    credits = [
        credit_invoice(invoice_id=invoices[1].pk, quantities=wanted, reason="sent back", staff_id=None)
        for wanted in ({a.pk: D(1)}, None)
    ]
    assert sum(one.gross for one in credits) == invoices[1].gross
    for one in (*invoices, *credits):
        document = document_of(one)
        check_document(document)
        for line in document.lines:
            (allowance,) = line.allowances
            assert line.quantity * line.unit_price - allowance.amount == line.net_amount
            assert allowance.reason == "deal en"


def test_a_consumer_pays_what_the_cart_says_to_the_coin(shop: Shop) -> None:
    shop.add_article("A1", price="79.92")  # 99.90
    run(shop, kind="multiple", buy=3, pay=2)
    buyer = shop.visitor()
    fill(shop, buyer, A1=3)
    review = review_checkout(buyer)
    assert review.basket.goods_shown == D("199.80")
    placed = order(buyer, expected_total=str(review.basket.gross))
    line = placed.lines.get(kind="item")
    assert (line.gross, line.allowance, line.net + line.tax) == (D("199.80"), D("99.90"), D("199.80"))


def test_freight_is_free_from_the_minimum_on(shop: Shop) -> None:
    shop.add_article("A1", price="80", stock="100")
    run(shop, kind="freight", minimum=D(300))
    buyer = shop.visitor()
    fill(shop, buyer, A1=2)
    before = review_checkout(buyer)
    assert [(one.kind, one.amount) for one in before.basket.deals.hints] == [("freight", D("100.00"))]
    assert before.basket.charges[0].gross > 0
    fill(shop, buyer, A1=1)
    after = review_checkout(buyer)
    assert (after.basket.deals.free_freight, after.basket.charges[0].gross) == ("deal en", 0)
    assert after.basket.gross == 300


def test_a_gift_goes_along_for_nothing_while_there_is_one(shop: Shop) -> None:
    shop.add_article("A1", price="80", stock="100")
    gift = shop.add_article("CAP", price="40", stock="1")
    campaign = run(shop, kind="gift", gift=gift, minimum=D(200), most_uses=5)
    first, second = shop.visitor("one"), shop.visitor("two")
    for buyer in (first, second):
        fill(shop, buyer, A1=2)
        assert [line.article.sku for line in review_checkout(buyer).gifts if line.article] == ["CAP"]

    placed = order(first)

    given = placed.lines.get(sku="CAP")
    assert (given.quantity, given.unit_price, given.gross) == (1, 0, 0)
    assert StockItem.objects.get(variant=gift).reserved == 1
    campaign.refresh_from_db()
    assert (campaign.used_count, campaign.used_amount) == (1, 0)
    # Nobody is kept from buying because the gift is gone.
    forget()
    assert review_checkout(second.at(second.now)).gifts == ()
    assert order(second).lines.filter(kind="item").count() == 1
    campaign.refresh_from_db()
    assert campaign.used_count == 1


def test_an_order_that_comes_to_nothing_gives_its_use_back(shop: Shop) -> None:
    shop.add_article("A1", price="400")
    campaign = run(shop, kind="cart", amount=D(125), coupon="ONCE", most_uses=1)
    buyer = shop.visitor()
    fill(shop, buyer, A1=1)
    enter_code(buyer=buyer, code="once")

    placed = order(buyer)

    campaign.refresh_from_db()
    assert (campaign.used_count, campaign.used_amount, CampaignUse.objects.get().amount) == (1, D(100), D(100))
    cancel_order(order_id=placed.pk, by="buyer", person_id=None)
    campaign.refresh_from_db()
    assert (campaign.used_count, campaign.used_amount) == (0, 0)
    assert CampaignUse.objects.get().released_at is not None


def test_who_comes_too_late_is_told_and_nothing_is_written(shop: Shop) -> None:
    shop.add_article("A1", price="400")
    campaign = run(shop, kind="cart", amount=D(125), coupon="ONCE", most_uses=1)
    buyer = shop.visitor()
    fill(shop, buyer, A1=1)
    enter_code(buyer=buyer, code="once")
    review_checkout(buyer)  # seen while there was one
    Campaign.objects.filter(pk=campaign.pk).update(
        used_count=1
    )  # another was faster, and this process has not seen it yet

    with pytest.raises(Refused) as refused:
        order(buyer)

    assert [(one.code, one.params) for one in refused.value.refusals] == [("campaign_used_up", {"name": "deal en"})]
    campaign.refresh_from_db()
    assert campaign.used_count == 1


def test_a_campaign_that_ends_between_cart_and_order_is_not_charged_silently(shop: Shop) -> None:
    shop.add_article("A1", price="400")
    campaign = run(shop, kind="cart", amount=D(125))
    buyer = shop.visitor()
    fill(shop, buyer, A1=1)
    seen = str(review_checkout(buyer).basket.gross)
    late = buyer.at(campaign.ends_at)
    with pytest.raises(Refused) as refused:
        place_order(buyer=late, data=CheckoutData.read(checkout_fields(expected_total=seen)))
    assert [one.code for one in refused.value.refusals] == ["total_changed"]
    assert Order.objects.count() == 0
