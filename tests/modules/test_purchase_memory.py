"""What a customer has bought is remembered on placing, and says what is due again, dearer since, bought together, popular."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest

from tests.factories import Shop, checkout_fields
from truso.kernel.buyer import Buyer
from truso.modules.cart.judging import judge_lines
from truso.modules.cart.memory import Bought, due_again, note_purchases, purchases_of, remember_anew, usual_purchases
from truso.modules.cart.models import BoughtTogether, PopularInSegment
from truso.modules.cart.operations import NewLine, add_lines
from truso.modules.cart.quick_order import parse_lines
from truso.modules.cart.suggestions import count_popular, dismiss_suggestion, often_with, suggest_purchases
from truso.modules.catalog.models import Variant
from truso.modules.customers.models import Customer, Segment
from truso.modules.orders.jobs import relate_purchases
from truso.modules.orders.queries import all_purchases
from truso.modules.pricing.models import Price
from truso.platform import clock
from truso.processes.place_order import place_order
from truso.processes.review import CheckoutData

pytestmark = pytest.mark.django_db
D = Decimal
DAY = timedelta(days=1)


def buy(buyer: Buyer, *lines: tuple[Variant, str]) -> None:
    add_lines(buyer=buyer, lines=[NewLine(variant.pk, D(quantity)) for variant, quantity in lines])
    place_order(buyer=buyer, data=CheckoutData.read(checkout_fields(payment="invoice")))


@pytest.fixture
def ola(shop: Shop) -> Buyer:
    company = shop.company(credit_limit=D(1_000_000))
    return shop.buyer(shop.member(company, "ola@example.com", "orderer"), company)


def remembered(buyer: Buyer, variant: Variant, *days_ago: int, quantity: str = "10", price: str = "100") -> None:
    assert buyer.customer
    for ago in days_ago:
        note_purchases(
            customer_id=buyer.customer.id,
            currency="NOK",
            at=buyer.now - ago * DAY,
            bought=[Bought(variant.pk, D(quantity), D(price), 1)],
        )


def test_placing_an_order_is_remembered_with_price_quantity_and_time(shop: Shop, ola: Buyer) -> None:
    screw = shop.add_article("A1", price="8", stock="100")
    buy(ola, (screw, "3"))
    Price.objects.update(amount=D(9))
    with clock.moved_to(clock.now() + 10 * DAY):
        later = ola.at(clock.now())
        buy(later, (screw, "5"))

    found = purchases_of(later, [screw.pk])[screw.pk]

    assert (found.times, found.last_quantity, found.last_price) == (2, 5, 9)
    assert found.rhythm and found.rhythm // DAY == 10
    assert remember_anew(all_purchases()) == 1
    assert purchases_of(later, [screw.pk]) == {screw.pk: found}


def test_nobody_elses_purchases_are_remembered_for_a_buyer(shop: Shop, ola: Buyer) -> None:
    screw = shop.add_article("A1", stock="100")
    buy(ola, (screw, "3"))
    other = shop.company("Other AS")
    stranger = shop.buyer(shop.member(other, "other@example.com", "orderer"), other)
    assert purchases_of(stranger, [screw.pk]) == {}
    assert purchases_of(shop.visitor(), [screw.pk]) == {}


def test_an_older_order_moves_no_last_price(shop: Shop, ola: Buyer) -> None:
    screw = shop.add_article("A1")
    remembered(ola, screw, 5, price="9")
    remembered(ola, screw, 50, price="4")
    found = purchases_of(ola, [screw.pk])[screw.pk]
    assert (found.times, found.last_price, found.rhythm) == (2, 9, 45 * DAY)


def test_a_quick_order_says_that_the_price_is_another_than_last_time(shop: Shop, ola: Buyer) -> None:
    changed, same = shop.add_article("A1", price="8"), shop.add_article("A2", price="8")
    remembered(ola, changed, 5, price="6")
    remembered(ola, same, 5, price="8")

    judged = judge_lines(ola, parse_lines("A1 2\nA2 2").lines)

    notes = [[(note.code, note.params) for note in line.notes] for line in judged]
    expected = {"before": D(6), "now": D(8), "day": (ola.now - 5 * DAY).date()}
    assert notes == [[("price_changed_since", expected)], []]
    assert all(line.is_good for line in judged)


def test_what_is_bought_in_a_rhythm_is_due_again(shop: Shop, ola: Buyer) -> None:
    due, soon, fresh, twice, given_up = (shop.add_article(f"A{number}") for number in range(5))
    remembered(ola, due, 100, 70, 40)  # each 30 days: due 10 days ago
    remembered(ola, soon, 74, 49, 24)  # each 25 days: due tomorrow
    remembered(ola, fresh, 60, 31, 2)
    remembered(ola, twice, 60, 30)
    remembered(ola, given_up, 400, 390, 380)

    assert [one.variant_id for one in due_again(ola)] == [due.pk, soon.pk]
    assert due_again(ola)[0].due_on == (ola.now - 10 * DAY).date()
    assert [one.variant_id for one in usual_purchases(ola, limit=2)] == [fresh.pk, soon.pk]


def test_suggestions_say_why_and_leave_out_the_cart_and_what_was_dismissed(shop: Shop, ola: Buyer) -> None:
    due, in_cart, dismissed, gone = (shop.add_article(f"A{number}") for number in range(4))
    for variant in (due, in_cart, dismissed, gone):
        remembered(ola, variant, 100, 70, 40)
    add_lines(buyer=ola, lines=[NewLine(in_cart.pk, D(1))])
    dismiss_suggestion(buyer=ola, variant_id=dismissed.pk)
    Variant.objects.filter(pk=gone.pk).update(status="discontinued")

    found = suggest_purchases(ola)

    day = date.fromordinal(ola.now.date().toordinal() - 10)
    assert [(one.variant_id, one.reason, one.every_days, one.due_on) for one in found] == [(due.pk, "due", 30, day)]
    later = ola.at(ola.now + 91 * DAY)
    assert dismissed.pk not in {one.variant_id for one in suggest_purchases(later)}  # given up by then
    assert suggest_purchases(shop.visitor()) == []


def test_what_is_usually_bought_is_suggested_after_what_is_due(shop: Shop, ola: Buyer) -> None:
    due, usual, twice, given_up = (shop.add_article(f"A{number}") for number in range(4))
    remembered(ola, due, 100, 70, 40)
    remembered(ola, usual, 90, 60, 31, 2)
    remembered(ola, twice, 20, 2)
    remembered(ola, given_up, 300, 290, 280)

    found = suggest_purchases(ola)

    day = (ola.now - 2 * DAY).date()
    assert [(one.variant_id, one.reason) for one in found] == [(due.pk, "due"), (usual.pk, "usual")]
    assert (found[1].count, found[1].last_on) == (4, day)


def test_what_three_orders_hold_together_is_offered_with_it(shop: Shop, ola: Buyer) -> None:
    drill, bit, other = (shop.add_article(sku, stock="100") for sku in ("DRILL", "BIT", "OTHER"))
    for _ in range(3):
        buy(ola, (drill, "1"), (bit, "1"))
    buy(ola, (drill, "1"), (other, "1"))

    relate_purchases()

    assert list(BoughtTogether.objects.order_by("variant_id").values_list("variant_id", "other_id", "orders")) == [
        (drill.pk, bit.pk, 3),
        (bit.pk, drill.pk, 3),
    ]
    assert [(one.variant_id, one.count) for one in often_with(ola, [drill.pk])] == [(bit.pk, 3)]
    add_lines(buyer=ola, lines=[NewLine(drill.pk, D(1))])
    assert [(one.variant_id, one.reason, one.with_variant) for one in suggest_purchases(ola)] == [
        (bit.pk, "together", drill.pk)
    ]


def test_what_three_of_a_trade_buy_is_suggested_to_the_fourth_and_two_stay_private(shop: Shop) -> None:
    trade = Segment.objects.create(code="joiners", names={"en": "Joiners"})
    popular, rare = shop.add_article("A1"), shop.add_article("A2")
    buyers = []
    for number in range(4):
        firm: Customer = shop.company(f"Joiner {number}")
        firm.segments.add(trade)
        buyers.append(shop.buyer(shop.member(firm, f"joiner{number}@example.com", "orderer"), firm))
    for buyer in buyers[:3]:
        remembered(buyer, popular, 20)
    for buyer in buyers[:2]:
        remembered(buyer, rare, 20)

    count_popular()

    assert list(PopularInSegment.objects.values_list("variant_id", "customers")) == [(popular.pk, 3)]
    assert [(one.variant_id, one.reason, one.count) for one in suggest_purchases(buyers[3])] == [
        (popular.pk, "popular", 3)
    ]
    assert suggest_purchases(buyers[0]) == []  # has it already
