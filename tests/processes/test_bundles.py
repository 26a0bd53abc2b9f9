"""A bundle: priced, stocked, ordered, sent, billed and taken back as what it holds."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.factories import Shop, checkout_fields
from truso.kernel.buyer import Buyer
from truso.kernel.refusals import Refused
from truso.modules.cart.operations import NewLine, add_lines
from truso.modules.catalog.bundles import Part, end_bundle, save_bundle
from truso.modules.catalog.models import Bundle, BundlePart, Variant
from truso.modules.inventory.models import Reservation, StockItem
from truso.modules.inventory.operations import count_stock
from truso.modules.inventory.queries import availability_for
from truso.modules.orders.models import Order
from truso.modules.pricing.models import Price
from truso.modules.pricing.queries import own_prices, price_basket, prices_for
from truso.modules.pricing.values import Basket, BasketLine
from truso.modules.tax.models import TaxClass
from truso.processes.checkout import review_cart
from truso.processes.place_order import place_order
from truso.processes.returns import announce_return, receive_return
from truso.processes.review import CheckoutData
from truso.processes.ship import cancel_order, pick_order, ship
from truso.processes.verify import verify

D = Decimal


def make_kit(shop: Shop, *, pricing: str = "own", discount: str = "0") -> Variant:
    """A kit of one drill and two batteries: 10 and 7 in stock, so three whole kits."""
    shop.add_article("DRILL", price="1000", stock="10")
    shop.add_article("BATTERY", price="300.50", stock="7")
    kit = shop.add_article("KIT", price="1500" if pricing == "own" else "", stock="0", weight_kg=D(0))
    parts = [Part(shop.variants["DRILL"].pk, D(1)), Part(shop.variants["BATTERY"].pk, D(2))]
    save_bundle(variant=kit, pricing=pricing, parts=parts, discount=D(discount))
    return kit


def order_of(buyer: Buyer, *lines: tuple[Variant, int]) -> Order:
    add_lines(buyer=buyer, lines=[NewLine(variant.pk, D(quantity)) for variant, quantity in lines])
    return place_order(buyer=buyer, data=CheckoutData.read(checkout_fields()))


def stock_of(shop: Shop, sku: str) -> tuple[Decimal, Decimal]:
    item = StockItem.objects.get(variant=shop.variants[sku])
    return item.on_hand, item.reserved


def test_there_are_as_many_as_the_scarcest_part_makes(shop: Shop) -> None:
    kit = make_kit(shop)

    found = availability_for(None, [kit.pk])[kit.pk]

    assert (found.available, found.is_stocked, found.lead_days) == (D(3), True, None)
    assert found.by_location == (("main", D(3)),)
    assert (found.covers(D(3)), found.covers(D(4))) == (True, False)


def test_what_runs_short_is_waited_for_as_long_as_that_part_takes(shop: Shop) -> None:
    kit = make_kit(shop)
    Variant.objects.filter(pk=shop.variants["BATTERY"].pk).update(lead_days=6)

    found = availability_for(None, [kit.pk])[kit.pk]

    assert found.parts(D(5)) == ((D(3), 0), (D(2), 6))
    assert (found.covers(D(10)), found.covers(D(11))) == (True, False)  # then the drills run out


def test_a_kit_takes_from_the_parts_of_the_next_line(shop: Shop) -> None:
    kit, buyer = make_kit(shop), shop.visitor()
    add_lines(buyer=buyer, lines=[NewLine(kit.pk, D(3)), NewLine(shop.variants["BATTERY"].pk, D(2))])

    review = review_cart(buyer)

    codes = {line.item.variant_id: [one.code for one in line.refusals] for line in review.lines}
    assert codes == {kit.pk: [], shop.variants["BATTERY"].pk: ["out_of_stock"]}


def test_priced_as_one_it_has_its_own_price(shop: Shop) -> None:
    kit = make_kit(shop)

    priced = price_basket(shop.visitor(), Basket((BasketLine("1", kit.pk, D(2)),)))

    assert (priced.net, [offer.source for offer in priced.lines[0].explanation]) == (D("3000.00"), ["list"])


def test_priced_as_its_parts_it_costs_what_they_do_less_its_percentage(shop: Shop) -> None:
    kit = make_kit(shop, pricing="parts", discount="10")

    line = price_basket(shop.visitor(), Basket((BasketLine("1", kit.pk, D(2)),))).lines[0]

    assert (line.unit_price, line.list_price) == (D("1440.900000"), D("1601.000000"))
    assert [(offer.source, offer.name, offer.amount, offer.outcome) for offer in line.explanation] == [
        ("part", "DRILL", D("1000.000000"), "counted"),
        ("part", "BATTERY", D("601.000000"), "counted"),
        ("bundle", "", D("1440.900000"), "won"),
    ]


def test_steps_of_the_parts_are_reached_by_what_the_kits_take(shop: Shop) -> None:
    kit, buyer = make_kit(shop, pricing="parts"), shop.visitor()
    Price.objects.create(
        price_list=shop.price_list, variant=shop.variants["BATTERY"], amount=D(200), minimum_quantity=D(5)
    )

    price = prices_for(buyer, [kit.pk], with_steps=True)[kit.pk]

    assert [(step.minimum_quantity, step.unit_price) for step in price.steps] == [(D(1), D(1601)), (D(3), D(1400))]


def test_a_companys_price_for_a_part_is_its_price_for_the_kit(shop: Shop) -> None:
    kit, company = make_kit(shop, pricing="parts"), shop.company()
    buyer = shop.buyer(shop.member(company, "ola@example.com", "orderer"), company)
    own = shop.price_list.__class__.objects.create(
        code="own", kind="contract", customer=company, currency="NOK", names={"en": "Contract"}
    )
    Price.objects.create(price_list=own, variant=shop.variants["DRILL"], amount=D(800))

    assert own_prices(buyer) == {shop.variants["DRILL"].pk: D(800), kit.pk: D(1401)}


def test_a_part_nobody_has_a_price_for_leaves_the_kit_without_one(shop: Shop) -> None:
    kit = make_kit(shop, pricing="parts")
    Price.objects.filter(variant=shop.variants["DRILL"]).delete()

    priced = price_basket(shop.visitor(), Basket((BasketLine("1", kit.pk, D(1)),)))

    assert priced.unpriced == ("1",)


def test_an_order_holds_its_parts_and_keeps_what_it_was_placed_with(shop: Shop) -> None:
    kit = make_kit(shop)

    order = order_of(shop.visitor(), (kit, 2))
    save_bundle(variant=kit, pricing="own", parts=[Part(shop.variants["DRILL"].pk, D(1))])

    line = order.lines.get(kind="item")
    assert [(one.sku, one.quantity) for one in line.contents] == [("DRILL", D(1)), ("BATTERY", D(2))]
    assert (stock_of(shop, "DRILL"), stock_of(shop, "BATTERY")) == ((D(10), D(2)), (D(7), D(4)))
    assert {one.subject_uuid for one in Reservation.objects.all()} == {line.uuid}


def test_more_kits_than_the_parts_make_are_refused_in_kits_and_nothing_is_held(shop: Shop) -> None:
    kit = make_kit(shop)
    buyer = shop.visitor()
    add_lines(buyer=buyer, lines=[NewLine(kit.pk, D(4))])

    with pytest.raises(Refused) as refused:
        place_order(buyer=buyer, data=CheckoutData.read(checkout_fields()))

    assert [(one.code, one.params) for one in refused.value.refusals] == [
        ("out_of_stock", {"available": D(3), "wanted": D(4)})
    ]
    assert not Reservation.objects.exists()


def test_sent_in_parts_and_taken_back_its_parts_move(shop: Shop) -> None:
    kit, company = make_kit(shop), shop.company()
    buyer = shop.buyer(shop.member(company, "ola@example.com", "orderer"), company)
    add_lines(buyer=buyer, lines=[NewLine(kit.pk, D(3))])
    order = place_order(buyer=buyer, data=CheckoutData.read(checkout_fields(payment="invoice")))
    line = order.lines.get(kind="item")

    first = pick_order(order_id=order.pk, location=shop.main, quantities={line.pk: D(2)}, staff_id=None)
    invoice = ship(shipment_id=first.pk)

    assert (stock_of(shop, "DRILL"), stock_of(shop, "BATTERY")) == ((D(8), D(1)), (D(3), D(2)))
    assert invoice.net == D("3080.00")  # two kits and the freight
    assert invoice.document["lines"][0]["description"] == (
        "1 × Article DRILL en (DRILL), 2 × Article BATTERY en (BATTERY)"
    )
    assert not list(verify())

    back = announce_return(order_id=order.pk, lines=[(line.pk, D(1), "withdrawal")], by="buyer", person_id=None)
    receive_return(return_id=back.pk, location=shop.main, staff_id=None)
    assert (stock_of(shop, "DRILL"), stock_of(shop, "BATTERY")) == ((D(9), D(1)), (D(5), D(2)))

    cancel_order(order_id=order.pk, by="staff", person_id=None)
    assert (stock_of(shop, "DRILL"), stock_of(shop, "BATTERY")) == ((D(9), D(0)), (D(5), D(0)))
    assert not list(verify())


@pytest.mark.parametrize(
    ("change", "codes"),
    [
        ({"pricing": "gift"}, ["bundle_pricing_unknown"]),
        ({"discount": D(100), "pricing": "parts"}, ["bundle_discount"]),
        ({"discount": D(5)}, ["bundle_discount"]),
        ({"parts": []}, ["bundle_empty"]),
    ],
)
def test_what_cannot_be_a_bundle_is_refused(shop: Shop, change: dict[str, object], codes: list[str]) -> None:
    kit = make_kit(shop)
    before = list(BundlePart.objects.values_list("variant_id", "quantity"))
    wanted: dict[str, object] = {"pricing": "own", "parts": [Part(shop.variants["DRILL"].pk, D(1))], **change}

    with pytest.raises(Refused) as refused:
        save_bundle(variant=kit, **wanted)  # type: ignore[arg-type]

    assert [one.code for one in refused.value.refusals] == codes
    assert list(BundlePart.objects.values_list("variant_id", "quantity")) == before


def test_parts_that_do_not_fit_are_refused_each_with_its_reason(shop: Shop) -> None:
    kit = make_kit(shop)
    other = shop.add_article("OTHER", stock="0")
    food = shop.add_article("FOOD", tax_class=TaxClass.objects.create(code="food", names={"en": "Food"}))
    by_ten = shop.add_article("TEN", quantity_multiple=D(10))
    parts = [Part(kit.pk, D(1)), Part(food.pk, D(1)), Part(by_ten.pk, D(5)), Part(999999, D(1)), Part(other.pk, D(1))]

    with pytest.raises(Refused) as refused:
        save_bundle(variant=other, pricing="own", parts=parts)

    assert [(one.code, one.subject) for one in refused.value.refusals] == [
        ("bundle_in_bundle", "parts.0"),
        ("bundle_tax_differs", "parts.1"),
        ("bundle_part_quantity", "parts.2"),
        ("article_not_found", "parts.3"),
        ("bundle_in_bundle", "parts.4"),
    ]


def test_a_part_of_a_bundle_becomes_no_bundle(shop: Shop) -> None:
    make_kit(shop)
    other = shop.add_article("OTHER")

    with pytest.raises(Refused, match="bundle_in_bundle"):
        save_bundle(variant=shop.variants["DRILL"], pricing="own", parts=[Part(other.pk, D(1))])


def test_a_bundle_has_no_stock_of_its_own(shop: Shop) -> None:
    kit = make_kit(shop)

    with pytest.raises(Refused, match="bundle_has_no_stock"):
        count_stock(location_id=shop.main.pk, variant_id=kit.pk, counted=D(5))


def test_an_ended_bundle_is_an_article_again(shop: Shop) -> None:
    kit = make_kit(shop)

    end_bundle(variant=kit)

    assert not Bundle.objects.exists()
    assert availability_for(None, [kit.pk])[kit.pk].components == ()


def test_a_kit_without_a_weight_weighs_what_it_holds(shop: Shop) -> None:
    assert make_kit(shop).weight_kg == D("1.5")
