"""Staff keep files and licence keys of a digital article, and note services as performed."""

from __future__ import annotations

from decimal import Decimal

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.backoffice.conftest import Sign, send
from tests.factories import Shop, checkout_fields
from truso.modules.cart.operations import NewLine, add_lines
from truso.modules.catalog.models import Variant
from truso.modules.digital.models import DigitalFile, LicenceKey
from truso.modules.invoicing.models import Invoice
from truso.modules.orders.models import Order
from truso.processes.place_order import place_order
from truso.processes.review import CheckoutData


def software(shop: Shop) -> Variant:
    return shop.add_article("CAD", stock="0", kind="digital", weight_kg=Decimal(0))


def service_order(shop: Shop) -> Order:
    service = shop.add_article("FITTING", price="800", stock="0", kind="service", is_stocked=False)
    customer = shop.company()
    buyer = shop.buyer(shop.member(customer, "per@example.com", "orderer"), customer)
    add_lines(buyer=buyer, lines=[NewLine(service.pk, Decimal(2))])
    return place_order(buyer=buyer, data=CheckoutData.read(checkout_fields(payment="invoice", delivery="")))


def test_keys_are_pasted_found_and_voided(shop: Shop, staff: Sign) -> None:
    address = reverse("backoffice:digital", args=[software(shop).uuid])
    product = staff("product")

    stored = send(product, address, add_keys="1", keys="K-1\nK-2\n\nK-2\n")
    page = product.get(address + "?q=K-1").content.decode()
    send(product, address, void=str(LicenceKey.objects.get(text="K-1").uuid))

    assert stored.status_code == 302
    assert "<code>K-1</code>" in page
    assert "<code>K-2</code>" not in page
    assert [(key.text, key.voided_at is None) for key in LicenceKey.objects.all()] == [("K-1", False), ("K-2", True)]


def test_refused_keys_stay_in_the_form(shop: Shop, staff: Sign) -> None:
    address = reverse("backoffice:digital", args=[software(shop).uuid])

    page = send(staff("product"), address, add_keys="1", keys="FINE\n" + "K" * 501)

    assert page.status_code == 422
    assert "Line 2: a key has at most 500 characters." in page.content.decode()
    assert "FINE" in page.content.decode()
    assert not LicenceKey.objects.exists()


def test_files_are_added_fetched_and_taken_away(shop: Shop, staff: Sign) -> None:
    variant = software(shop)
    address, product = reverse("backoffice:digital", args=[variant.uuid]), staff("product")
    uploads = [SimpleUploadedFile("setup.exe", b"MZ"), SimpleUploadedFile("read me.txt", b"hello")]

    added = send(product, address, files=uploads, version="2.1")
    file = DigitalFile.objects.get(name="setup.exe")
    fetched = product.get(reverse("backoffice:digital_file", args=[variant.uuid, file.uuid]))
    send(product, address, remove="setup.exe")

    assert added.status_code == 302
    assert b"".join(fetched.streaming_content) == b"MZ"
    assert [one.name for one in DigitalFile.objects.filter(removed_at=None)] == ["read me.txt"]


def test_service_looks_and_does_not_touch(shop: Shop, staff: Sign) -> None:
    address, service = reverse("backoffice:digital", args=[software(shop).uuid]), staff("service")

    page = service.get(address)
    written = send(service, address, add_keys="1", keys="K-1")

    assert (page.status_code, written.status_code) == (200, 404)
    assert b"add_keys" not in page.content


def test_a_service_is_noted_as_performed_in_parts(shop: Shop, staff: Sign) -> None:
    order, warehouse = service_order(shop), staff("warehouse")
    line, address = order.lines.get(), reverse("backoffice:perform", args=[order.uuid])

    shown = warehouse.get(address).content.decode()
    done = send(warehouse, address, **{f"quantity_{line.pk}": "1"})
    again = send(warehouse, address, **{f"quantity_{line.pk}": "5"})

    assert f'name="quantity_{line.pk}" value="2"' in shown
    assert (done.status_code, again.status_code) == (302, 422)
    assert 'value="5"' in again.content.decode()
    assert Invoice.objects.get().net == Decimal(800)
    page = warehouse.get(reverse("backoffice:order", args=[order.uuid])).content.decode()
    assert reverse("backoffice:pick", args=[order.uuid]) not in page
    assert address in page
