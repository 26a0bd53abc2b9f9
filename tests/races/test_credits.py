"""One invoice, many who credit it at the same moment: never more than it has."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.factories import Shop
from tests.races.conftest import Meeting, all_at_once, drop_constraints
from tests.races.test_documents import picked_shipments
from truso.modules.invoicing import operations as invoicing
from truso.modules.invoicing.models import Invoice, InvoiceLine
from truso.modules.orders.models import Order
from truso.platform.database.transactions import write
from truso.processes import crediting
from truso.processes.crediting import credit_invoice
from truso.processes.ship import ship

CLERKS = 4


def invoiced(shop: Shop) -> tuple[int, dict[int, Decimal]]:
    """Return an invoice over one piece, and what credits all of it."""
    with write():
        ship(shipment_id=picked_shipments(shop, 1)[0])
    lines = InvoiceLine.objects.filter(order_line__kind="item")
    return Invoice.objects.get().pk, {line.order_line_id: line.quantity for line in lines}


def test_an_invoice_credited_by_four_at_once_is_credited_once(raced: Shop) -> None:
    invoice, whole = invoiced(raced)

    def credit(_: int) -> str:
        with write():
            return credit_invoice(invoice_id=invoice, quantities=whole, reason="Wrong", staff_id=None).number

    outcome = all_at_once(CLERKS, credit)

    assert (len(outcome.answers), outcome.codes()) == (1, ["credit_more_than_invoiced"] * (CLERKS - 1))
    assert sorted(Invoice.objects.values_list("sequence", flat=True)) == [10_001, 10_002]


def test_without_lock_and_constraint_it_is_credited_by_each(raced: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    invoice, whole = invoiced(raced)
    drop_constraints("orders_orderline", "order_line_not_over_credited")
    monkeypatch.setattr(crediting, "lock_order", lambda order_id: Order.objects.get(pk=order_id))
    monkeypatch.setattr(invoicing, "count_on_lines", Meeting(CLERKS).before(invoicing.count_on_lines))

    def credit(_: int) -> str:
        with write():
            return credit_invoice(invoice_id=invoice, quantities=whole, reason="Wrong", staff_id=None).number

    assert all_at_once(CLERKS, credit).codes() == []
    assert Invoice.objects.filter(kind="credit_note").count() == CLERKS
