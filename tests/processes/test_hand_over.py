"""Files and licence keys: handed over once, when an order stands; the rest when keys come; open to their owner alone."""

from __future__ import annotations

from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from tests.factories import Shop, checkout_fields
from truso.kernel.buyer import Buyer
from truso.kernel.refusals import NotFound, Refused
from truso.modules.cart.operations import NewLine, add_lines
from truso.modules.catalog.models import Variant
from truso.modules.digital.models import DigitalFile, DownloadEntry, LicenceKey
from truso.modules.digital.operations import add_file, remove_files, void_key
from truso.modules.digital.queries import count_keys, find_file, list_handed
from truso.modules.inventory.models import StockItem
from truso.modules.inventory.queries import availability_for
from truso.modules.invoicing.models import Invoice
from truso.modules.invoicing.operations import issue_credit_note
from truso.modules.orders.models import Order
from truso.modules.output.models import SentMail
from truso.processes.hand_over import hand_over, hand_over_waiting, store_keys
from truso.processes.notices import send_keys
from truso.processes.place_order import place_order
from truso.processes.review import CheckoutData
from truso.processes.ship import cancel_order, pick_order, ship
from truso.processes.verify import verify
from truso.storefront.order_links import order_address

D = Decimal


def add_licence(shop: Shop, *keys: str, sku: str = "CAD", **fields: Any) -> Variant:
    """Add software whose every licence is a key of its own."""
    variant = shop.add_article(sku, price="500", stock="0", kind="digital", weight_kg=D(0), **fields)
    if keys:
        store_keys(variant=variant, texts=keys, added_by_id=None)
    return variant


def company_buyer(shop: Shop) -> Buyer:
    customer = shop.company()
    return shop.buyer(shop.member(customer, "per@example.com", "orderer"), customer)


def order_of(buyer: Buyer, *lines: tuple[Variant, str], **fields: str) -> Order:
    add_lines(buyer=buyer, lines=[NewLine(variant.pk, D(quantity)) for variant, quantity in lines])
    return place_order(
        buyer=buyer, data=CheckoutData.read(checkout_fields(**{"payment": "invoice", "delivery": "", **fields}))
    )


def code_of(refused: pytest.ExceptionInfo[Refused]) -> str:
    return refused.value.refusals[0].code


def test_each_key_in_store_is_one_of_the_article(shop: Shop) -> None:
    variant = add_licence(shop, "K-1", "K-2", "  K-2 ", "")

    assert availability_for(None, [variant.pk])[variant.pk].available == D(2)
    assert store_keys(variant=variant, texts=["K-2", "K-3"], added_by_id=None) == 1
    assert count_keys(variant).free == 3
    assert list(verify()) == []


def test_an_order_that_stands_has_its_keys_and_files_and_is_billed_for_them(shop: Shop) -> None:
    variant = add_licence(shop, "K-1", "K-2", "K-3")
    add_file(variant=variant, upload=ContentFile(b"setup"), name="setup.exe", version="2.1")
    order = order_of(company_buyer(shop), (variant, "2"))

    hand_over(order_id=order.pk)

    (handed,) = list_handed(order.lines.all())
    assert (handed.keys, [file.name for file in handed.files], handed.waiting) == (("K-1", "K-2"), ["setup.exe"], 0)
    order.refresh_from_db()
    invoice = Invoice.objects.get(order=order)
    assert (order.state, order.invoice_status, invoice.net) == ("completed", "invoiced", D(1000))
    assert list(order.steps.values_list("kind", flat=True)) == ["placed", "handed_over", "invoiced", "complete"]
    item = StockItem.objects.get(variant=variant)
    assert (item.on_hand, item.reserved) == (D(1), D(0))
    assert list(verify()) == []


def test_handing_over_again_gives_nothing_more(shop: Shop) -> None:
    order = order_of(company_buyer(shop), (add_licence(shop, "K-1", "K-2"), "1"))

    assert [hand_over(order_id=order.pk), hand_over(order_id=order.pk)] == [D(1), D(0)]
    assert Invoice.objects.filter(order=order).count() == 1


@pytest.mark.parametrize("payment", ["card"])
def test_nothing_is_handed_over_before_it_is_paid(shop: Shop, payment: str) -> None:
    order = order_of(shop.visitor(), (add_licence(shop, "K-1"), "1"), payment=payment, withdrawal_waived="1")

    assert hand_over(order_id=order.pk) == D(0)
    assert LicenceKey.objects.get().order_line_id is None


def test_missing_keys_follow_when_they_come_the_oldest_order_first(shop: Shop) -> None:
    variant, buyer = add_licence(shop, "K-1", lead_days=3), company_buyer(shop)
    first, second = order_of(buyer, (variant, "2")), order_of(buyer, (variant, "1"))
    assert [hand_over(order_id=one.pk) for one in (first, second)] == [D(1), D(0)]

    store_keys(variant=variant, texts=["K-2", "K-3", "K-4"], added_by_id=None)
    hand_over_waiting(variant.pk)

    texts = [list_handed(one.lines.all())[0].keys for one in (first, second)]
    assert texts == [("K-1", "K-2"), ("K-3",)]
    assert [one.gross for one in Invoice.objects.order_by("id")] == [D(625)] * 3
    assert list(verify()) == []


def test_freight_stays_with_the_goods_of_a_mixed_order(shop: Shop) -> None:
    hammer, licence = shop.add_article("HAMMER"), add_licence(shop, "K-1")
    order = order_of(company_buyer(shop), (hammer, "1"), (licence, "1"), delivery="post")

    hand_over(order_id=order.pk)
    line = order.lines.get(sku="HAMMER")
    ship(shipment_id=pick_order(order_id=order.pk, location=shop.main, quantities={line.pk: D(1)}, staff_id=None).pk)

    first, second = Invoice.objects.filter(order=order).order_by("id")
    assert [one.order_line.sku for one in first.lines.all()] == ["CAD"]
    assert [one.order_line.kind for one in second.lines.order_by("id")] == ["item", "charge"]
    order.refresh_from_db()
    assert (order.state, first.gross + second.gross) == ("completed", order.gross)


def test_a_cancelled_order_gives_its_keys_back_to_the_store(shop: Shop) -> None:
    variant = add_licence(shop, "K-1")
    order = order_of(company_buyer(shop), (variant, "1"))

    cancel_order(order_id=order.pk, by="staff", person_id=None, reason="x")

    assert hand_over(order_id=order.pk) == D(0)
    assert availability_for(None, [variant.pk])[variant.pk].available == D(1)


def test_what_is_credited_altogether_is_closed(shop: Shop) -> None:
    variant = add_licence(shop, "K-1")
    file = add_file(variant=variant, upload=ContentFile(b"x"), name="a.zip")
    order = order_of(company_buyer(shop), (variant, "1"))
    hand_over(order_id=order.pk)
    line = order.lines.get()

    issue_credit_note(invoice=Invoice.objects.get(), quantities={line.pk: D(1)})

    (handed,) = list_handed(order.lines.all())
    assert (handed.keys, handed.files) == ((), ())
    with pytest.raises(NotFound):
        find_file(order.lines.all(), file.uuid)


def test_a_new_file_of_the_same_name_reaches_those_who_have_bought_it(shop: Shop) -> None:
    variant = shop.add_article("BOOK", stock="0", kind="digital", is_stocked=False)
    add_file(variant=variant, upload=ContentFile(b"first"), name="book.pdf")
    order = order_of(company_buyer(shop), (variant, "1"))
    hand_over(order_id=order.pk)

    add_file(variant=variant, upload=ContentFile(b"second"), name="book.pdf", version="2")

    (file,) = list_handed(order.lines.all())[0].files
    with file.file.open("rb") as stored:
        assert (file.version, stored.read()) == ("2", b"second")
    assert remove_files(variant=variant, names=["book.pdf"]) == 1
    assert list_handed(order.lines.all())[0].files == ()


@pytest.mark.parametrize(
    ("content", "name", "code"),
    [(b"", "a.zip", "file_empty"), (b"x", "", "file_name_invalid"), (b"x", "../..", "file_name_invalid")],
)
def test_what_is_no_file_is_refused(shop: Shop, content: bytes, name: str, code: str) -> None:
    variant = shop.add_article("BOOK", stock="0", kind="digital", is_stocked=False)

    with pytest.raises(Refused) as refused:
        add_file(variant=variant, upload=ContentFile(content), name=name)

    assert (code_of(refused), DigitalFile.objects.count()) == (code, 0)


def test_a_name_that_climbs_is_kept_flat(shop: Shop) -> None:
    variant = shop.add_article("BOOK", stock="0", kind="digital", is_stocked=False)

    file = add_file(variant=variant, upload=ContentFile(b"x"), name="../../etc/pass:wd")

    assert file.name == "_.._etc_pass_wd"
    assert ".." not in file.file.name


@pytest.mark.parametrize(
    ("fields", "keys", "code"),
    [
        ({"kind": "goods"}, ["K"], "not_digital"),
        ({"kind": "digital", "is_stocked": False}, ["K"], "keys_need_stock"),
        ({"kind": "digital"}, ["", " "], "field_required"),
        ({"kind": "digital"}, ["K" * 501], "key_too_long"),
        ({"kind": "digital"}, [str(number) for number in range(10_001)], "too_many_lines"),
    ],
)
def test_what_can_not_be_stored_as_keys_is_refused_and_nothing_kept(
    shop: Shop, fields: dict[str, Any], keys: list[str], code: str
) -> None:
    variant = shop.add_article("CAD", stock="0", **fields)

    with pytest.raises(Refused) as refused:
        store_keys(variant=variant, texts=keys, added_by_id=None)

    assert (code_of(refused), LicenceKey.objects.count()) == (code, 0)


def test_a_voided_key_is_out_of_stock_once(shop: Shop) -> None:
    variant = add_licence(shop, "K-1", "K-2")
    key = LicenceKey.objects.get(text="K-1")

    void_key(uuid=key.uuid, voided_by_id=None)
    void_key(uuid=key.uuid, voided_by_id=None)

    assert availability_for(None, [variant.pk])[variant.pk].available == D(1)
    assert list(verify()) == []


def test_a_key_that_is_promised_or_handed_over_is_not_voided(shop: Shop) -> None:
    order = order_of(company_buyer(shop), (add_licence(shop, "K-1"), "1"))
    key = LicenceKey.objects.get()

    with pytest.raises(Refused) as promised:
        void_key(uuid=key.uuid, voided_by_id=None)
    hand_over(order_id=order.pk)
    with pytest.raises(Refused) as handed:
        void_key(uuid=key.uuid, voided_by_id=None)
    with pytest.raises(NotFound):
        void_key(uuid=uuid4(), voided_by_id=None)

    assert (code_of(promised), code_of(handed)) == ("count_below_reserved", "key_handed_over")


def test_the_database_keeps_a_key_to_one_owner_and_one_text(shop: Shop) -> None:
    order = order_of(company_buyer(shop), (add_licence(shop, "K-1"), "1"))
    key, line = LicenceKey.objects.get(), order.lines.get()

    with pytest.raises(IntegrityError), transaction.atomic():
        LicenceKey.objects.filter(pk=key.pk).update(order_line=line)
    with pytest.raises(IntegrityError), transaction.atomic():
        LicenceKey.objects.create(variant=key.variant, location=key.location, text="K-1", added_at=key.added_at)


def test_the_buyer_is_written_to_once_with_keys_and_files(shop: Shop) -> None:
    variant = add_licence(shop, "K-1")
    add_file(variant=variant, upload=ContentFile(b"setup"), name="setup.exe")
    order = order_of(company_buyer(shop), (variant, "1"))
    hand_over(order_id=order.pk)
    from truso.modules.digital.events import DigitalHandedOver
    from truso.platform.events.models import OutboxEvent

    payload = OutboxEvent.objects.get(kind="DigitalHandedOver").payload
    from truso.kernel.references import Reference

    event = DigitalHandedOver(aggregate=Reference("order", order.uuid), **payload)
    send_keys(event)
    send_keys(event)

    mail = SentMail.objects.get(template="digital_delivery")
    assert "K-1" in mail.text
    assert "setup.exe" in mail.text


def test_the_owner_fetches_the_file_and_nobody_else(shop: Shop, client: Client) -> None:
    variant = shop.add_article("BOOK", stock="0", kind="digital", is_stocked=False)
    file = add_file(variant=variant, upload=ContentFile(b"the book"), name="The book é.pdf")
    buyer = company_buyer(shop)
    order = order_of(buyer, (variant, "1"))
    hand_over(order_id=order.pk)
    address = reverse("storefront:order_file", kwargs={"uuid": order.uuid, "file": file.uuid})
    client.force_login(order.person)

    page = client.get(order_address(order, "order"))
    fetched = client.get(address)
    stranger = Client().get(address)

    assert address in page.content.decode()
    assert b"".join(fetched.streaming_content) == b"the book"
    assert fetched["Content-Type"] == "application/octet-stream"
    assert "attachment" in fetched["Content-Disposition"]
    assert stranger.status_code == 404
    entry = DownloadEntry.objects.get()
    assert (entry.file_id, entry.person_id) == (file.pk, order.person_id)
