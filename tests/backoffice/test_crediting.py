"""An invoice is credited without goods coming back: whole or in part, once, with a reason, never more than is left."""

from __future__ import annotations

from decimal import Decimal
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from tests.backoffice.conftest import Sign, place, send
from tests.factories import Shop
from truso.kernel.refusals import Refused
from truso.modules.customers.models import Customer
from truso.modules.invoicing.models import Invoice
from truso.modules.orders.models import OrderLine
from truso.modules.receivables.models import OpenItem
from truso.processes.returns import announce_return, receive_return
from truso.processes.ship import pick_order, ship
from truso.processes.verify import verify


@pytest.fixture
def invoice(shop: Shop, company: Customer) -> Invoice:
    """An invoice over ten pieces at 100 net each, with 25 % VAT."""
    shop.add_article("A1", price="100", stock="50")
    order = place(shop, company, A1=10)
    line = order.lines.get(kind="item")
    ship(shipment_id=pick_order(order_id=order.pk, location=shop.main, quantities={line.pk: 10}, staff_id=None).pk)
    return Invoice.objects.get()


def address(invoice: Invoice) -> str:
    return reverse("backoffice:credit_invoice", args=[invoice.uuid])


def quantity(invoice: Invoice, amount: str) -> dict[str, str]:
    return {f"quantity_{invoice.lines.get(order_line__kind='item').order_line_id}": amount}


def open_amount(invoice: Invoice) -> Decimal:
    return OpenItem.objects.get(invoice=invoice).open_amount


def test_chosen_quantities_are_credited_and_no_longer_owed(invoice: Invoice, staff: Sign) -> None:
    finance = staff("finance")
    before = open_amount(invoice)

    sent = send(finance, address(invoice), reason="Damaged packaging", what="lines", **quantity(invoice, "3"))

    note = Invoice.objects.get(kind="credit_note")
    assert sent.status_code == 302
    assert (note.corrects_id, note.sequence, note.net, note.gross) == (invoice.pk, 10_002, 300, 375)
    assert note.document["notes"] == "Damaged packaging"
    assert (before - open_amount(invoice), open_amount(note)) == (375, 0)
    paper = finance.get(reverse("backoffice:invoice_pdf", args=[note.uuid]))
    assert paper.content[:5] == b"%PDF-"
    xml = finance.get(reverse("backoffice:invoice_xml", args=[note.uuid])).content
    assert b"<CreditNote" in xml
    assert invoice.number.encode() in xml
    assert list(verify()) == []


def test_all_that_is_left_is_credited_to_the_last_coin(invoice: Invoice, staff: Sign) -> None:
    finance = staff("finance")
    send(finance, address(invoice), reason="Part", what="lines", **quantity(invoice, "3"))

    send(finance, address(invoice), reason="The rest", what="all")

    notes = Invoice.objects.filter(kind="credit_note")
    assert sum(note.gross for note in notes) == invoice.gross
    assert open_amount(invoice) == 0
    assert "Everything on this invoice is credited." in finance.get(address(invoice)).content.decode()
    assert send(finance, address(invoice), reason="Again", what="all").status_code == 422
    assert notes.count() == 2
    assert list(verify()) == []


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"reason": "Too much", "typed": "10.5"}, "A1: More than was invoiced: 10 can be credited."),
        ({"reason": "", "typed": "1"}, "Say why"),
        ({"reason": "Nothing", "typed": ""}, "There is nothing to credit."),
        ({"reason": "Below", "typed": "-1"}, "is not a quantity"),
    ],
)
def test_what_can_not_be_credited_is_said_and_nothing_is_lost(
    invoice: Invoice, staff: Sign, fields: dict[str, str], said: str
) -> None:
    answer = send(
        staff("finance"), address(invoice), reason=fields["reason"], what="lines", **quantity(invoice, fields["typed"])
    )

    shown = answer.content.decode()
    assert (answer.status_code, said in shown, f'value="{fields["typed"]}"' in shown) == (422, True, True)
    assert Invoice.objects.count() == 1


def test_a_form_sent_twice_credits_once(invoice: Invoice, staff: Sign) -> None:
    finance, key = staff("finance"), str(uuid4())
    for _time in range(2):
        sent = send(finance, address(invoice), form_key=key, reason="Twice", what="lines", **quantity(invoice, "1"))
        assert sent.status_code == 302
    assert Invoice.objects.filter(kind="credit_note").count() == 1


def test_a_credit_note_can_not_be_credited(invoice: Invoice, staff: Sign) -> None:
    finance = staff("finance")
    send(finance, address(invoice), reason="All", what="all")
    note = Invoice.objects.get(kind="credit_note")

    assert finance.get(address(note)).status_code == 404
    assert send(finance, address(note), reason="x", what="all").status_code == 404


def test_goods_credited_before_are_not_credited_again_when_they_come_back(
    shop: Shop, invoice: Invoice, staff: Sign
) -> None:
    line = invoice.lines.get(order_line__kind="item").order_line
    record = announce_return(
        order_id=invoice.order_id, lines=[(line.pk, Decimal(2), "defect")], by="staff", person_id=None
    )
    send(staff("finance"), address(invoice), reason="All", what="all")

    with pytest.raises(Refused) as refused:
        receive_return(return_id=record.pk, location=shop.main, staff_id=None)

    assert refused.value.refusals[0].code == "credited_before"


def test_the_table_itself_refuses_more_than_was_invoiced(invoice: Invoice) -> None:
    line = invoice.lines.get(order_line__kind="item").order_line_id
    with pytest.raises(IntegrityError, match="order_line_not_over_credited"), transaction.atomic():
        OrderLine.objects.filter(pk=line).update(credited_quantity=11)
