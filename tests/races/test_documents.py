"""Invoice numbers without gap or twin under parallel writers, and one invoice per shipment."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.db import transaction
from django.db.models import Max

from tests.factories import Shop, checkout_fields
from tests.races.conftest import FULL, Meeting, all_at_once, drop_constraints, unique_names
from truso.modules.cart.operations import NewLine, add_lines
from truso.modules.inventory.models import StockItem
from truso.modules.invoicing import operations as invoicing
from truso.modules.invoicing.models import Invoice
from truso.modules.receivables.models import OpenItem
from truso.platform.database.transactions import write
from truso.processes.place_order import place_order
from truso.processes.review import CheckoutData
from truso.processes.ship import pick_order, ship

WRITERS = 8


class ThoughtBetter(Exception):
    """Raised to undo a transaction after its number was taken."""


def picked_shipments(shop: Shop, count: int) -> list[int]:
    """Return shipments ready to leave, each of an order of its own."""
    company = shop.company(credit_limit=Decimal(10_000_000))
    buyer = shop.buyer(shop.member(company, "ola@example.com", "orderer"))
    found = []
    for number in range(count):  # an article each: their stock's rows must not keep the writers apart
        article = shop.add_article(f"A{number}")
        with transaction.atomic():
            add_lines(buyer=buyer, lines=[NewLine(article.pk, Decimal(1))])
            order = place_order(buyer=buyer, data=CheckoutData.read(checkout_fields(payment="invoice")))
            line = order.lines.get(kind="item")
            shipment = pick_order(
                order_id=order.pk, location=shop.main, quantities={line.pk: Decimal(1)}, staff_id=None
            )
            found.append(shipment.pk)
    return found


def test_a_series_has_no_gap_and_no_twin_under_eight_writers(raced: Shop) -> None:
    each = 20 if FULL else 4
    shipments = picked_shipments(raced, WRITERS * each)

    def work(number: int) -> None:
        for shipment in shipments[number * each : (number + 1) * each]:
            try:  # every shipment is given up once after its number was taken
                with write():
                    ship(shipment_id=shipment)
                    raise ThoughtBetter
            except ThoughtBetter:
                pass
            with write():
                ship(shipment_id=shipment)

    outcome = all_at_once(WRITERS, work)

    assert outcome.codes() == []
    numbers = sorted(Invoice.objects.values_list("sequence", flat=True))
    assert numbers == list(range(10_001, 10_001 + WRITERS * each))
    assert OpenItem.objects.count() == WRITERS * each


def test_the_highest_number_plus_one_makes_twins(raced: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    shipments = picked_shipments(raced, WRITERS)
    drop_constraints(
        "invoicing_invoice",
        "invoice_sequence_once",
        "invoice_reference_once",
        *unique_names("invoicing_invoice", "number"),
    )

    def highest_plus_one(*, series: str, first: int) -> int:
        return (Invoice.objects.aggregate(top=Max("sequence"))["top"] or first - 1) + 1

    monkeypatch.setattr(invoicing, "take_number", highest_plus_one)
    monkeypatch.setattr(invoicing, "build_invoice", Meeting(WRITERS).before(invoicing.build_invoice))

    def work(number: int) -> None:
        with write():
            ship(shipment_id=shipments[number])

    assert all_at_once(WRITERS, work).codes() == []
    assert list(Invoice.objects.values_list("sequence", flat=True)) == [10_001] * WRITERS


def test_a_shipment_sent_twice_at_once_leaves_and_is_invoiced_once(raced: Shop) -> None:
    shipment = picked_shipments(raced, 1)[0]

    def send(_: int) -> str:
        with write():
            return ship(shipment_id=shipment).number

    outcome = all_at_once(6, send)

    assert (len(outcome.answers), outcome.codes()) == (1, ["shipment_already_sent"] * 5)
    assert (Invoice.objects.count(), OpenItem.objects.count()) == (1, 1)
    stock = StockItem.objects.get()
    assert (stock.on_hand, stock.reserved) == (9, 0)
