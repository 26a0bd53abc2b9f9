"""Paying earlier or later changes the price as agreed: chosen at checkout, carried to the invoice."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from tests.factories import Shop, checkout_fields, texts
from truso.kernel.buyer import Buyer
from truso.modules.cart.operations import NewLine, add_lines, note_seen_prices, open_cart
from truso.modules.invoicing.queries import document_of
from truso.modules.markets.models import PaymentTerm
from truso.modules.output.checks import check_document
from truso.platform.shortlived import forget
from truso.processes.checkout import review_checkout
from truso.processes.place_order import place_order
from truso.processes.review import CheckoutData
from truso.processes.ship import pick_order, ship

pytestmark = pytest.mark.django_db
D = Decimal


def term(code: str, days: int, percent: str = "0", **fields: object) -> PaymentTerm:
    made = PaymentTerm.objects.create(
        code=code, names=texts(code), days=days, percent=D(percent), **{"is_offered": True, **fields}
    )
    forget()
    return made


def with_goods(shop: Shop, buyer: Buyer, quantity: int = 10) -> Buyer:
    if "A1" not in shop.variants:
        shop.add_article("A1", price="100", stock="100")
    add_lines(buyer=buyer, lines=[NewLine(shop.variants["A1"].pk, D(quantity))])
    return buyer


def company(shop: Shop, **fields: object) -> Buyer:
    return with_goods(shop, shop.buyer(shop.member(shop.company(**fields), "ola@example.com", "orderer")))


def wish(**fields: str) -> CheckoutData:
    return CheckoutData.read(checkout_fields(payment="invoice", **fields))


@pytest.mark.parametrize(
    ("chosen", "price", "percent"),
    [("", "100", "0"), ("60-days", "101.500000", "1.50"), ("14-days", "99.000000", "-1.00")],
)
def test_another_term_than_ones_own_changes_the_price_of_every_line(
    shop: Shop, chosen: str, price: str, percent: str
) -> None:
    term("60-days", 60, "1.5")
    term("14-days", 14, "-1")
    review = review_checkout(company(shop), wish(payment_term=chosen))
    (line,) = review.basket.lines
    assert (line.unit_price, review.basket.term_percent) == (D(price), D(percent))
    assert line.net == 10 * D(price)
    won = next(one for one in line.explanation if one.outcome == "won")
    assert won.source == ("payment_term" if chosen else "list")


def test_prices_are_those_of_the_customers_own_term(shop: Shop) -> None:
    sixty = term("60-days", 60, "1.5")
    term("14-days", 14, "-1")
    buyer = company(shop, payment_term=sixty)
    assert review_checkout(buyer, wish()).basket.lines[0].unit_price == 100
    assert review_checkout(buyer, wish(payment_term="14-days")).basket.lines[0].unit_price == D("97.500000")


def test_the_terms_on_offer_say_what_each_does(shop: Shop) -> None:
    term("14-days", 14, "-1", cash_percent=D(2), cash_days=5)
    term("secret", 90, is_offered=False)
    term("card", 0, "-3", is_prepaid=True)
    offered = review_checkout(company(shop), wish()).term_options
    own = shop.market.invoice_term
    assert [(one.code, one.percent, one.cash_percent, one.is_own) for one in offered] == [
        ("14-days", D(-1), D(2), False),
        (own.code, D(0), None, True),
    ]


def test_a_term_that_is_not_offered_is_refused(shop: Shop) -> None:
    term("secret", 90, "5", is_offered=False)
    review = review_checkout(company(shop), wish(payment_term="secret"))
    assert [(one.code, one.subject) for one in review.refusals] == [("payment_term_unknown", "payment_term")]


def test_who_pays_by_card_has_the_term_of_the_prepaid(shop: Shop) -> None:
    term("card", 0, "-3", is_prepaid=True)
    buyer = company(shop)
    assert review_checkout(buyer, wish()).basket.lines[0].unit_price == 100
    by_card = CheckoutData.read(checkout_fields(payment="card"))
    assert review_checkout(buyer, by_card).basket.lines[0].unit_price == 97


def test_consumers_pay_the_same_however_they_pay(shop: Shop) -> None:
    term("card", 0, "3", is_prepaid=True)
    term("60-days", 60, "1.5")
    buyer = with_goods(shop, shop.visitor())
    by_card = CheckoutData.read(checkout_fields(payment="card", payment_term="60-days"))
    review = review_checkout(buyer, by_card)
    assert (review.basket.lines[0].unit_price, review.term_options) == (100, ())


def test_a_price_of_another_term_is_no_changed_price(shop: Shop) -> None:
    term("60-days", 60, "1.5")
    buyer = company(shop)
    note_seen_prices(buyer=buyer, cart=open_cart(buyer=buyer))
    review = review_checkout(buyer, wish(payment_term="60-days"))
    assert review.lines[0].notes == ()


def test_the_term_is_carried_to_the_order_and_every_invoice(shop: Shop) -> None:
    sixty = term("60-days", 60, "1.5", cash_percent=D(2), cash_days=10)
    buyer = company(shop)
    seen = review_checkout(buyer, wish(payment_term="60-days"))

    order = place_order(buyer=buyer, data=wish(payment_term="60-days", expected_total=str(seen.basket.gross)))

    line = order.lines.get(kind="item")
    assert (order.payment_term, line.unit_price, line.net) == (sixty, D("101.500000"), D("1015.00"))
    invoices = []
    for quantity in (3, 7):
        picked = pick_order(order_id=order.pk, location=shop.main, quantities={line.pk: D(quantity)}, staff_id=None)
        invoices.append(ship(shipment_id=picked.pk))
    assert sum(one.gross for one in invoices) == order.gross
    for invoice in invoices:
        document = document_of(invoice)
        check_document(document)
        assert (document.due_on - document.issued_on).days == 60
        off = (invoice.gross * 2 / 100).quantize(D("0.01"))
        assert f"2\u00a0% cash discount, {off:,}\u00a0NOK, if paid by " in document.payment_terms_text


@pytest.mark.parametrize(
    "fields",
    [
        {"percent": D(60)},
        {"cash_percent": D(2)},
        {"cash_percent": D(2), "cash_days": 30},
        {"cash_percent": D(0), "cash_days": 5},
    ],
)
def test_a_term_that_makes_no_sense_is_kept_out_by_the_database(fields: dict[str, object]) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        PaymentTerm.objects.create(**{"code": "odd", "names": {}, "days": 30, **fields})
