"""Staff pick and ship part of an order, bill exactly that, send the rest later and book the payment."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.db import transaction

from tests.factories import LANGUAGES, add_person, checkout_fields, open_shop
from tests.journeys.settings import Setting, browsers
from truso.modules.cart.operations import NewLine, add_lines
from truso.modules.invoicing.models import Invoice
from truso.modules.orders.models import Order
from truso.modules.output.rulecheck import check_rules
from truso.processes.place_order import place_order
from truso.processes.review import CheckoutData


def order_of_ten() -> tuple[Any, Any, Order]:
    """A company's order of ten of A1 at 100, on invoice with freight of 80; an administrator."""
    with transaction.atomic():
        shop = open_shop()
        shop.market.languages = list(LANGUAGES)
        shop.market.save()
        article = shop.add_article("A1", price="100", stock="50")
        company = shop.company(endpoint_scheme="0192", endpoint_id="923456783", organization_number="923456783")
        ola = shop.member(company, "ola@example.com", "orderer", "finance")
        buyer = shop.buyer(ola, company)
        add_lines(buyer=buyer, lines=[NewLine(article.pk, Decimal(10))])
        order = place_order(
            buyer=buyer, data=CheckoutData.read(checkout_fields(payment="invoice", po_number="PO-7", reference="Ola"))
        )
        staff = add_person("admin@staff.example", is_staff=True, is_superuser=True, language="en")
    return ola, staff, order


def send_goods(desk: Any, order: Order, quantity: str) -> Invoice:
    """Pick a quantity of the only article, ship it, and return the invoice that came of it."""
    line = order.lines.get(kind="item")
    desk.page.goto(f"{desk.address}/staff/orders/{order.uuid}/")
    desk.send("main a.button:has-text('Pick')")
    desk.page.fill(f"[name=quantity_{line.pk}]", quantity)
    desk.send("form:has([name^=quantity_]) button[type=submit]")
    if "/shipments/" not in desk.page.url:
        desk.send("main table a.button-small")
    desk.page.fill("[name=tracking_number]", f"T-{quantity}")
    desk.send("form:has([name=tracking_number]) button[type=submit]")
    return Invoice.objects.latest("pk")


@browsers(0, 1)
def test_part_now_and_the_rest_later_are_billed_once_each_and_paid(visit: Any, setting: Setting) -> None:
    ola, staff, order = order_of_ten()
    desk, customer = visit(setting, staff), visit(setting, ola)

    first = send_goods(desk, order, "4")
    assert first.net == Decimal("480.00")
    second = send_goods(desk, order, "6")
    assert second.net == Decimal("600.00")
    assert int(second.number.removeprefix("NO")) == int(first.number.removeprefix("NO")) + 1

    for invoice in (first, second):
        desk.page.goto(f"{desk.address}/staff/invoices/{invoice.uuid}/")
        assert invoice.payment_reference and invoice.payment_reference in desk.text()
        files = desk.context.request
        pdf = files.get(f"{desk.address}/staff/invoices/{invoice.uuid}/invoice.pdf")
        assert pdf.body().startswith(b"%PDF-")
        ehf = files.get(f"{desk.address}/staff/invoices/{invoice.uuid}/ehf.xml")
        assert b"PO-7" in ehf.body()
        report = check_rules(ehf.body())
        assert (report.passed, report.errors) == (True, ())

    customer.open(f"account/orders/{order.uuid}/")
    assert first.number in customer.text() and second.number in customer.text()
    for number, invoice in enumerate((first, second)):
        desk.page.goto(f"{desk.address}/staff/invoices/{invoice.uuid}/")
        desk.page.fill("[name=external_id]", f"BANK-{number}")
        desk.send("form:has([name=external_id]) button[type=submit]")
        assert "The payment is booked." in desk.text()
    order.refresh_from_db()
    assert (order.state, order.payment_status, order.invoice_status) == ("completed", "paid", "invoiced")

    seen = customer.open(f"account/orders/{order.uuid}/")
    for step in ("Placed", "Sent", "Invoiced", "Paid"):
        assert customer.says(step) in seen
    assert all(customer.page.locator(".order-steps li").nth(at).get_attribute("class") == "is-done" for at in range(4))
    customer.fits()
    customer.open("account/invoices/?state=open")
    assert first.number not in customer.text()
