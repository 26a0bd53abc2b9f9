"""What is not put in a box: services and files without freight, pieces cut to length as lines of their own."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from tests.factories import Shop, checkout_fields
from truso.kernel.buyer import Buyer
from truso.kernel.refusals import Refused
from truso.modules.cart.joining import take_over_visitor_cart
from truso.modules.cart.judging import judge_lines
from truso.modules.cart.operations import NewLine, add_lines, change_line
from truso.modules.cart.queries import find_cart, list_items
from truso.modules.cart.quick_order import parse_lines
from truso.modules.catalog.models import Variant
from truso.modules.invoicing.models import Invoice
from truso.modules.orders.models import Order
from truso.platform import clock
from truso.processes.checkout import review_cart, review_checkout
from truso.processes.place_order import place_order
from truso.processes.returns import announce_return
from truso.processes.review import CheckoutData
from truso.processes.ship import cancel_order, perform_services, pick_order, ship
from truso.processes.verify import verify

D = Decimal


def order_of(buyer: Buyer, *lines: tuple[Variant, str], **fields: Any) -> Order:
    add_lines(buyer=buyer, lines=[NewLine(variant.pk, D(quantity)) for variant, quantity in lines])
    return place_order(buyer=buyer, data=CheckoutData.read(checkout_fields(**fields)))


def codes(refused: pytest.ExceptionInfo[Refused]) -> list[str]:
    return [one.code for one in refused.value.refusals]


def company_buyer(shop: Shop) -> Buyer:
    customer = shop.company()
    return shop.buyer(shop.member(customer, "per@example.com", "orderer"), customer)


def add_service(shop: Shop, sku: str = "FITTING") -> Variant:
    return shop.add_article(sku, price="800", stock="0", kind="service", is_stocked=False, weight_kg=D(0))


def add_file(shop: Shop, sku: str = "MANUAL") -> Variant:
    return shop.add_article(sku, price="200", stock="0", kind="digital", is_stocked=False, weight_kg=D(3))


def add_cable(shop: Shop) -> Variant:
    return shop.add_article(
        "CABLE", price="12", stock="100", unit="MTR", is_cut_to_length=True, quantity_multiple=D("0.5"),
        minimum_quantity=D("0.5"), weight_kg=D("0.1"),
    )  # fmt: skip


@pytest.mark.parametrize("add", [add_service, add_file])
def test_what_is_not_sent_pays_no_freight_and_offers_no_delivery(shop: Shop, add: Any) -> None:
    buyer = shop.visitor()
    add_lines(buyer=buyer, lines=[NewLine(add(shop).pk, D(1))])

    review = review_cart(buyer)

    assert (review.needs_delivery, review.delivery, review.delivery_options) == (False, None, ())
    assert (review.basket.charges, review.weight_kg) == ((), D(0))


def test_beside_goods_only_the_goods_are_weighed_and_promised(shop: Shop) -> None:
    buyer, file = shop.visitor(), add_file(shop)
    add_lines(buyer=buyer, lines=[NewLine(shop.add_article("HAMMER", weight_kg=D(2)).pk, D(1)), NewLine(file.pk, D(1))])

    review = review_cart(buyer)

    assert (review.needs_delivery, review.weight_kg) == (True, D(2))
    assert [len(line.promise) for line in review.lines] == [1, 0]


def test_a_file_alone_asks_a_consumer_for_no_address_but_for_consent(shop: Shop) -> None:
    buyer = shop.visitor()
    add_lines(buyer=buyer, lines=[NewLine(add_file(shop).pk, D(1))])
    bare = checkout_fields(street="", postcode="", city="", delivery="")

    review = review_checkout(buyer, CheckoutData.read(bare))
    agreed = review_checkout(buyer, CheckoutData.read(bare | {"withdrawal_waived": "1"}))

    assert [one.code for one in review.refusals] == ["waiver_required"]
    assert (review.needs_address, review.needs_waiver, agreed.refusals) == (False, True, ())


def test_a_service_needs_a_place_to_come_to(shop: Shop) -> None:
    buyer = shop.visitor()
    add_lines(buyer=buyer, lines=[NewLine(add_service(shop).pk, D(1))])

    review = review_checkout(buyer, CheckoutData.read(checkout_fields(street="", delivery="")))

    assert [(one.code, one.subject) for one in review.refusals] == [("field_required", "street")]


def test_the_consent_stands_in_the_orders_story(shop: Shop) -> None:
    order = order_of(shop.visitor(), (add_file(shop), "1"), withdrawal_waived="1", delivery="")

    assert list(order.steps.values_list("kind", "by")) == [("placed", "buyer"), ("withdrawal_waived", "buyer")]
    assert order.delivery_method is None


def test_a_performed_service_is_invoiced_and_ends_the_order(shop: Shop) -> None:
    order = order_of(company_buyer(shop), (add_service(shop), "2"), payment="invoice", delivery="")
    line = order.lines.get()

    first = perform_services(order_id=order.pk, quantities={line.pk: D(1)}, staff_id=None)
    second = perform_services(order_id=order.pk, quantities={line.pk: D(1)}, staff_id=None)

    assert (first.net, second.net) == (D(800), D(800))
    assert first.document["delivered_on"] == str(order.market.day_of(clock.now()))
    order.refresh_from_db()
    assert (order.state, order.fulfillment_status, order.invoice_status) == ("completed", "shipped", "invoiced")
    assert list(verify()) == []


def test_freight_is_billed_with_the_goods_not_with_the_service(shop: Shop) -> None:
    buyer = company_buyer(shop)
    order = order_of(buyer, (add_service(shop), "1"), (shop.add_article("HAMMER"), "1"), payment="invoice")
    lines = {line.sku: line for line in order.lines.all()}

    service = perform_services(order_id=order.pk, quantities={lines["FITTING"].pk: D(1)}, staff_id=None)
    shipment = pick_order(order_id=order.pk, location=shop.main, quantities={lines["HAMMER"].pk: D(1)}, staff_id=None)
    goods = ship(shipment_id=shipment.pk)

    assert [line.order_line.kind for line in service.lines.all()] == ["item"]
    assert [line.order_line.kind for line in goods.lines.order_by("id")] == ["item", "charge"]
    assert sum(one.gross for one in Invoice.objects.filter(order=order)) == order.gross


def test_services_are_neither_picked_nor_taken_back_and_done_once(shop: Shop) -> None:
    order = order_of(company_buyer(shop), (add_service(shop), "1"), payment="invoice", delivery="")
    line = order.lines.get()

    with pytest.raises(Refused) as picked:
        pick_order(order_id=order.pk, location=shop.main, quantities={line.pk: D(1)}, staff_id=None)
    with pytest.raises(Refused) as nothing:
        perform_services(order_id=order.pk, quantities={}, staff_id=None)
    with pytest.raises(Refused) as twice:
        perform_services(order_id=order.pk, quantities={line.pk: D(2)}, staff_id=None)
    perform_services(order_id=order.pk, quantities={line.pk: D(1)}, staff_id=None)
    with pytest.raises(Refused) as back:
        announce_return(order_id=order.pk, lines=[(line.pk, D(1), "withdrawal")], by="buyer", person_id=None)

    assert [codes(one) for one in (picked, nothing, twice, back)] == [
        ["more_than_open"], ["nothing_to_perform"], ["more_than_open"], ["not_returnable"],
    ]  # fmt: skip


def test_a_service_that_will_not_be_done_is_cancelled_with_the_rest(shop: Shop) -> None:
    order = order_of(company_buyer(shop), (add_service(shop), "2"), payment="invoice", delivery="")
    line = order.lines.get()
    perform_services(order_id=order.pk, quantities={line.pk: D(1)}, staff_id=None)

    cancel_order(order_id=order.pk, by="staff", person_id=None, reason="moved")

    order.refresh_from_db()
    assert (order.state, order.lines.get().cancelled_quantity) == ("completed", D(1))


def test_each_length_is_a_piece_and_a_line_of_its_own(shop: Shop) -> None:
    buyer, cable = shop.visitor(), add_cable(shop)

    add_lines(buyer=buyer, lines=[NewLine(cable.pk, D("2.5")), NewLine(cable.pk, D("2.5"))])
    add_lines(buyer=buyer, lines=[NewLine(cable.pk, D(4))])

    assert [item.quantity for item in list_items(find_cart(buyer))] == [D("2.5"), D("2.5"), D(4)]


def test_a_piece_is_cut_longer_and_given_the_reference_of_another_without_joining_it(shop: Shop) -> None:
    buyer, cable = shop.visitor(), add_cable(shop)
    add_lines(buyer=buyer, lines=[NewLine(cable.pk, D(2), "roof"), NewLine(cable.pk, D(3))])
    _first, second = list_items(find_cart(buyer))

    change_line(buyer=buyer, line_uuid=second.uuid, quantity=D(5), reference="roof")

    assert [(item.quantity, item.reference) for item in list_items(find_cart(buyer))] == [(2, "roof"), (5, "roof")]


def test_a_visitors_pieces_stay_pieces_when_they_sign_in(shop: Shop) -> None:
    visitor, cable = shop.visitor(), add_cable(shop)
    buyer = shop.buyer(shop.consumer())
    add_lines(buyer=buyer, lines=[NewLine(cable.pk, D(1))])
    add_lines(buyer=visitor, lines=[NewLine(cable.pk, D(2)), NewLine(cable.pk, D(3))])

    take_over_visitor_cart(buyer=buyer, session_key="visitor-1")

    assert [item.quantity for item in list_items(find_cart(buyer))] == [1, 2, 3]


def test_a_piece_leaves_and_comes_back_whole(shop: Shop) -> None:
    order = order_of(company_buyer(shop), (add_cable(shop), "2.5"), payment="invoice")
    line = order.lines.get(kind="item")

    with pytest.raises(Refused) as part:
        pick_order(order_id=order.pk, location=shop.main, quantities={line.pk: D(1)}, staff_id=None)
    ship(
        shipment_id=pick_order(order_id=order.pk, location=shop.main, quantities={line.pk: D("2.5")}, staff_id=None).pk
    )
    with pytest.raises(Refused) as back:
        announce_return(order_id=order.pk, lines=[(line.pk, D(1), "withdrawal")], by="buyer", person_id=None)

    assert (line.is_cut, codes(part), codes(back)) == (True, ["piece_not_whole"], ["piece_not_whole"])


def test_lengths_pasted_into_quick_order_stay_pieces(shop: Shop) -> None:
    buyer = shop.visitor()
    add_cable(shop)

    judged = judge_lines(buyer, parse_lines("CABLE;2,5\nCABLE;4").lines)

    assert [(line.together, [note.code for note in line.notes], line.refusals) for line in judged] == [
        (D("2.5"), [], ()), (D(4), [], ()),
    ]  # fmt: skip
