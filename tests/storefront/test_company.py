"""Companies buy: references, limits, approval, invoices, and one person in several hats."""

from __future__ import annotations

import re
from decimal import Decimal
from uuid import uuid4

import pytest
from django.test import Client

from tests.factories import Shop, checkout_fields
from tests.storefront.shopping import browser, put_in_cart, send_order, text_of, url, wear
from truso.modules.approvals.models import ApprovalRequest
from truso.modules.cart.models import CartLine
from truso.modules.cart.operations import NewLine, add_lines
from truso.modules.customers.models import Address, Customer
from truso.modules.invoicing.models import Invoice
from truso.modules.orders.models import Order
from truso.modules.output.models import SentMail
from truso.modules.pricing.models import Price
from truso.platform.jobs.inline import run_due_jobs
from truso.processes.place_order import place_order
from truso.processes.review import CheckoutData
from truso.processes.ship import pick_order, ship


def order_of(shop: Shop, person, company: Customer, sku: str, quantity: int = 1) -> Order:
    """Return an order of a company, on invoice."""
    buyer = shop.buyer(person, company)
    add_lines(buyer=buyer, lines=[NewLine(shop.variants[sku].pk, Decimal(quantity))])
    return place_order(buyer=buyer, data=CheckoutData.read(checkout_fields(payment="invoice")))


def send_all(shop: Shop, order: Order) -> Invoice:
    line = order.lines.get(kind="item")
    shipment = pick_order(order_id=order.pk, location=shop.main, quantities={line.pk: line.quantity}, staff_id=None)
    return ship(shipment_id=shipment.pk, tracking_number="370000000001")


def test_an_order_over_the_limit_is_approved_from_the_approvers_page(shop: Shop) -> None:
    company = shop.company(po_number_required=True)
    orderer = shop.member(company, "ola@example.com", "orderer", limit="500")
    approver = shop.member(company, "anne@example.com", "approver")
    client, other = browser(orderer), browser(approver)
    put_in_cart(client, shop.add_article("A1", price="100"), "6")
    address = Address.objects.get()

    cart = text_of(client.get(url("cart")))
    assert "NOK 680.00 excl. VAT is over your limit of NOK 500.00. It goes to Anne Test" in cart
    assert "Send for approval" in text_of(client.get(url("checkout")))
    refused = send_order(client, payment="invoice", address=str(address.uuid))
    assert "Your company requires a purchase order number." in text_of(refused)
    sent = send_order(client, payment="invoice", address=str(address.uuid), po_number="PO-7", reference="Site 4")
    order = Order.objects.get()
    assert sent["Location"] == url("order_confirmation", order.uuid)
    assert "Sent for approval" in text_of(client.get(sent["Location"]))
    run_due_jobs()
    assert [(mail.template, mail.recipient) for mail in SentMail.objects.all()] == [
        ("approval_requested", "anne@example.com")
    ]

    request = ApprovalRequest.objects.get()
    assert url("approval", request.uuid) in other.get(url("approvals")).content.decode()
    page = text_of(other.get(url("approval", request.uuid)))
    for fact in (
        "Article A1 en",
        "PO-7",
        "Site 4",
        "NOK 680.00",
        "NOK 500.00",
        "NOK 180.00",
        "Ola Test",
        "Verkstedveien 1",
    ):
        assert fact in page
    client.post(url("approval", request.uuid), {"answer": "approve"})
    assert not _confirmed(order)
    other.post(url("approval", request.uuid), {"answer": "approve", "comment": "Fine"})

    assert _confirmed(order)
    run_due_jobs()
    assert SentMail.objects.get(template="order_approved").recipient == "kari@example.com"
    again = other.post(url("approval", request.uuid), {"answer": "reject"}, follow=True)
    assert "This order has been decided on already." in text_of(again)


def _confirmed(order: Order) -> bool:
    order.refresh_from_db()
    return order.state == "confirmed"


def test_an_order_not_approved_gives_the_cart_back_and_tells_why(shop: Shop) -> None:
    company = shop.company()
    orderer = shop.member(company, "ola@example.com", "orderer", limit="50")
    approver = shop.member(company, "anne@example.com", "approver")
    shop.add_article("A1")
    order = order_of(shop, orderer, company, "A1", 2)
    request = ApprovalRequest.objects.get()

    browser(approver).post(url("approval", request.uuid), {"answer": "reject", "comment": "Use the old ones"})
    run_due_jobs()

    client = browser(orderer)
    assert "Use the old ones" in text_of(client.get(url("order", order.uuid)))
    assert CartLine.objects.get(cart__state="open").quantity == 2
    assert "Use the old ones" in SentMail.objects.get(template="order_rejected").text


def test_another_hat_shows_nothing_of_the_first(shop: Shop) -> None:
    person = shop.consumer("mia@example.com")
    private = Customer.objects.get(consumer_person=person)
    first, second = shop.company("Alfa AS"), shop.company("Beta AS")
    for company in (first, second):
        company.memberships.create(person=person, roles=["admin", "orderer"], joined_at=company.created_at)
    shop.add_article("A1")
    order = order_of(shop, person, first, "A1")
    invoice = send_all(shop, order)
    client = browser(person)
    wear(client, first)
    put_in_cart(client, shop.variants["A1"], "4")
    assert order.number in text_of(client.get(url("orders")))
    assert invoice.number in text_of(client.get(url("invoices")))

    for hat in (second, private):
        wear(client, hat)
        for page in ("orders", "invoices", "account", "addresses", "cart"):
            seen = text_of(client.get(url(page)))
            assert order.number not in seen
            assert invoice.number not in seen
        for name, uuid in (("order", order.uuid), ("invoice", invoice.uuid), ("order_confirmation", order.uuid)):
            assert client.get(url(name, uuid)).status_code == 404
    assert "Your cart is empty" in text_of(client.get(url("cart")))


def test_foreign_and_unknown_things_answer_alike(shop: Shop) -> None:
    company, stranger = shop.company("Alfa AS"), shop.company("Beta AS")
    ola = shop.member(company, "ola@example.com", "admin", "orderer")
    eve = shop.member(stranger, "eve@example.com", "admin", "orderer", "approver")
    shop.add_article("A1")
    order = order_of(shop, ola, company, "A1")
    invoice = send_all(shop, order)
    client = browser(eve)

    for name, uuid in (
        ("order", order.uuid),
        ("order_confirmation", order.uuid),
        ("order_tracking", order.uuid),
        ("invoice", invoice.uuid),
        ("invoice_pdf", invoice.uuid),
        ("address", Address.objects.get(customer=company).uuid),
        ("approval", uuid4()),
        ("agreement", uuid4()),
    ):
        foreign, unknown = client.get(url(name, uuid)), client.get(url(name, uuid4()))
        assert (foreign.status_code, unknown.status_code) == (404, 404), name
        assert text_of(foreign) == text_of(unknown), name
    for name in ("reorder", "address_remove"):
        target = order.uuid if name == "reorder" else Address.objects.get(customer=company).uuid
        assert client.post(url(name, target)).status_code == 404
    put_in_cart(client, shop.variants["A1"])
    assert (
        send_order(client, payment="invoice", address=str(Address.objects.get(customer=company).uuid)).status_code
        == 404
    )
    assert Order.objects.count() == 1
    assert Address.objects.filter(is_active=True).count() == 2


@pytest.mark.parametrize(
    ("role", "page", "status"),
    [
        ("orderer", "invoices", 404),
        ("finance", "invoices", 200),
        ("orderer", "addresses", 404),
        ("admin", "addresses", 200),
        ("orderer", "members", 404),
        ("admin", "members", 200),
        ("viewer", "agreements", 404),
        ("orderer", "agreements", 200),
        ("viewer", "orders", 200),
    ],
)
def test_the_role_decides_which_pages_there_are(shop: Shop, role: str, page: str, status: int) -> None:
    client = browser(shop.member(shop.company(), "x@example.com", role))
    answer = client.get(url(page))
    assert answer.status_code == status
    shown = url(page) in client.get(url("account")).content.decode()
    assert shown == (status == 200)


def test_an_order_shows_each_step_with_its_papers(shop: Shop) -> None:
    company = shop.company()
    ola = shop.member(company, "ola@example.com", "admin", "orderer", "finance")
    shop.add_article("A1")
    order = order_of(shop, ola, company, "A1", 3)
    invoice = send_all(shop, order)
    run_due_jobs()
    client = browser(ola)

    page = client.get(url("order", order.uuid))
    shipment = order.shipments.get()
    for fact in ("Ordered", "3 pcs", "370000000001", invoice.number, f"Delivery {shipment.number}", "Sent"):
        assert fact in text_of(page)
    for address in (
        url("invoice_pdf", invoice.uuid),
        url("order_invoice", order.uuid, invoice.uuid),
        url("order_delivery", order.uuid, shipment.uuid),
    ):
        file = client.get(address)
        assert file["Content-Type"] == "application/pdf"
        assert file.content.startswith(b"%PDF-")
    assert {mail.template for mail in SentMail.objects.all()} == {
        "order_confirmation",
        "shipment_sent",
        "invoice_issued",
    }
    assert SentMail.objects.get(template="invoice_issued").attachments.get().filename == f"invoice-{invoice.number}.pdf"


def test_ordering_again_tells_what_is_different(shop: Shop) -> None:
    company = shop.company()
    ola = shop.member(company, "ola@example.com", "orderer")
    for sku in ("A1", "A2", "A3", "A4"):
        shop.add_article(sku, price="100", stock="20")
    buyer = shop.buyer(ola, company)
    add_lines(buyer=buyer, lines=[NewLine(variant.pk, Decimal(5), "Site 4") for variant in shop.variants.values()])
    order = place_order(buyer=buyer, data=CheckoutData.read(checkout_fields(payment="invoice")))
    Price.objects.filter(variant=shop.variants["A1"]).update(amount=Decimal(120))
    type(shop.variants["A2"]).objects.filter(pk=shop.variants["A2"].pk).update(status="discontinued")
    type(shop.variants["A3"]).objects.filter(pk=shop.variants["A3"].pk).update(quantity_multiple=4, minimum_quantity=4)

    page = browser(ola).post(url("reorder", order.uuid), follow=True)

    lines = {line.variant.sku: line for line in CartLine.objects.filter(cart__state="open").select_related("variant")}
    assert {sku: (line.quantity, line.reference) for sku, line in lines.items()} == {
        "A1": (5, "Site 4"),
        "A3": (8, "Site 4"),
        "A4": (5, "Site 4"),
    }
    text = text_of(page)
    assert "3 lines are in your cart." in text
    assert "1 price has changed since then." in text
    assert "Article A2 en was left out. This article is no longer sold." in text
    assert "Article A3 en: Sold in packs of 4. The nearest quantity is 8." in text


def test_addresses_are_kept_and_chosen_at_checkout(shop: Shop) -> None:
    company = shop.company()
    client = browser(shop.member(company, "ola@example.com", "admin", "orderer"))
    missing = client.post(url("address_new"), {"name": "Lager", "street": "", "postcode": "0150", "city": "Oslo"})
    assert missing.status_code == 422
    assert "Write the street and number." in text_of(missing)
    client.post(
        url("address_new"), {"label": "Site 4", "name": "Lager", "street": "Gata 9", "postcode": "0151", "city": "Oslo"}
    )
    kept = Address.objects.get(label="Site 4")
    put_in_cart(client, shop.add_article("A1"))
    assert "Gata 9" in text_of(client.get(url("checkout")))
    send_order(client, payment="invoice", address=str(kept.uuid))
    assert Order.objects.get().delivery_address["street"] == "Gata 9"
    client.post(url("address_remove", kept.uuid))
    assert "Gata 9" not in text_of(client.get(url("addresses")))
    assert Order.objects.get().delivery_address["street"] == "Gata 9"


def ticked(client: Client) -> bool | None:
    """Tell whether the box that keeps the address is ticked; None when there is none."""
    found = re.search(r'name="keep_address" value="1"( checked)?', client.get(url("checkout")).content.decode())
    return bool(found[1]) if found else None


@pytest.mark.parametrize(
    ("roles", "expected"), [(("orderer", "admin"), False), (("orderer",), None)], ids=["admin", "orderer"]
)
def test_a_companys_box_that_keeps_the_address_is_for_those_who_may_and_not_ticked(
    shop: Shop, roles: tuple[str, ...], expected: bool | None
) -> None:
    company = shop.company()
    client = browser(shop.member(company, "kari@example.com", *roles), company)
    put_in_cart(client, shop.add_article("A1"))

    assert ticked(client) is expected
    assert 'autocomplete="postal-code" inputmode="numeric"' in client.get(url("checkout")).content.decode()


def test_a_private_persons_first_address_is_kept_once_and_chosen_next_time(shop: Shop) -> None:
    article = shop.add_article("A1")
    visitor = browser()
    put_in_cart(visitor, article)
    assert ticked(visitor) is None
    person = shop.consumer("eva@example.com")
    client = browser(person)
    put_in_cart(client, article)
    assert ticked(client) is True

    refused = send_order(client, keep_address="1", postcode="1")
    assert (refused.status_code, Address.objects.count()) == (422, 0)
    send_order(client, keep_address="1")
    kept = Address.objects.get()
    assert (kept.street, kept.postcode, kept.city, kept.person_id) == ("Storgata 1", "0155", "Oslo", person.pk)

    put_in_cart(client, article)
    assert ticked(client) is False
    send_order(client, keep_address="1", address="other", street="STORGATA 1", city="oslo")
    assert (Order.objects.count(), Address.objects.count()) == (2, 1)


def test_an_unticked_box_stays_unticked_and_keeps_nothing(shop: Shop) -> None:
    client = browser(shop.consumer("eva@example.com"))
    put_in_cart(client, shop.add_article("A1"))
    client.post(url("checkout"), {"update": "1", "street": "Gata 2"})

    assert ticked(client) is False
    send_order(client)
    assert (Order.objects.count(), Address.objects.count()) == (1, 0)
