"""The library of documents in the back office: files put in, described, linked, replaced, found and taken out."""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO
from pathlib import Path
from typing import Any
from uuid import uuid4
from zipfile import ZipFile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.backoffice.conftest import Sign, place, send
from tests.factories import Shop
from truso.backoffice.times import staff_today
from truso.modules.catalog.models import Document, DocumentLink
from truso.modules.customers.models import Customer
from truso.modules.orders.models import Order
from truso.processes.document_bundles import bundle_of_order

PDF = b"%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"
NEW = "/staff/library/new/"
LIST = "/staff/library/"


@pytest.fixture(autouse=True)
def own_media(settings: Any, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path


def pdf(name: str = "Safety_sheet.pdf", more: bytes = b"") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, PDF + more + b"%%EOF\n", "application/pdf")


def page_of(document: Document) -> str:
    return reverse("backoffice:library_document", args=[document.uuid])


def test_several_files_are_added_at_once_and_titled_by_their_names(staff: Sign, shop: Shop) -> None:
    company = shop.company()
    shop.add_article("A1"), shop.add_article("B 2")
    sent = {"type": "safety_data_sheet", "language": "", "valid_to": "2031-05-01", "customer": company.number}

    answer = send(
        staff("product"), NEW, file=[pdf("One_two.pdf"), pdf("Three.pdf", b"x")], kind="product", codes="a1, b2", **sent
    )

    assert answer.status_code == 302
    rows = Document.objects.order_by("title")
    assert [(row.title, str(row.valid_to), row.customer) for row in rows] == [
        ("One two", "2031-05-01", company), ("Three", "2031-05-01", company),
    ]  # fmt: skip
    assert DocumentLink.objects.count() == 4


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"file": []}, "Choose a file."),
        ({"type": ""}, "Choose a type."),
        ({"valid_to": "tomorrow"}, "Write the date as year-month-day"),
        ({"customer": "nobody"}, "words that only one customer is found by"),
        ({"codes": "missing"}, "Nothing has the code “missing”."),
        ({"file": [SimpleUploadedFile("a.pdf", b"<html>")]}, "This is no PDF."),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_added(staff: Sign, shop: Shop, wrong: dict[str, Any], said: str) -> None:
    sent = {"file": [pdf()], "type": "other", "title": "Kept", "kind": "product", "codes": "", **wrong}
    answer = send(staff("product"), NEW, **sent)

    assert (answer.status_code, said in answer.content.decode()) == (422, True)
    assert not Document.objects.exists()


def test_the_same_file_again_is_said_with_which(staff: Sign, shop: Shop) -> None:
    client = staff("product")
    send(client, NEW, file=[pdf()], type="other", title="First", kind="product")
    again = send(client, NEW, file=[pdf("b.pdf")], type="other", title="Second", kind="product")

    assert "The library has this file already: “First”." in again.content.decode()
    assert Document.objects.count() == 1


def test_a_document_is_changed_linked_parted_replaced_and_removed(staff: Sign, shop: Shop) -> None:
    client, variant = staff("product"), shop.add_article("A1")
    send(client, NEW, file=[pdf()], type="other", title="Sheet", kind="family", codes=shop.family.code)
    document = Document.objects.get()
    page = page_of(document)

    send(client, page, act="save", title="Guide", type="assembly_guide", language="pl", valid_to="2030-01-01")
    send(client, page, act="link", kind="product", codes="A1")
    send(client, page, act="unlink", link=f"family:{shop.family.pk}")
    send(client, page, act="replace", file=pdf("new.pdf", b"new"))

    document.refresh_from_db()
    assert (document.title, document.type, document.language, str(document.valid_to)) == (
        "Guide", "assembly_guide", "pl", "2030-01-01",
    )  # fmt: skip
    assert [link.product for link in document.links.all()] == [variant.product]
    assert client.get(reverse("backoffice:library_file", args=[document.uuid])).content == PDF + b"new%%EOF\n"
    assert send(client, page, act="remove").status_code == 302
    assert (Document.objects.count(), client.get(page).status_code) == (0, 404)


def test_lists_show_what_ends_and_what_belongs_to_nothing(staff: Sign, shop: Shop) -> None:
    client, today = staff("product"), staff_today()
    shop.add_document(shop.brand, title="Old", valid_to=today - timedelta(days=1))
    shop.add_document(shop.brand, title="Soon", valid_to=today + timedelta(days=59))
    shop.add_document(shop.brand, title="Late", valid_to=today + timedelta(days=61))
    shop.add_document(title="Loose", language="sv")
    shop.add_document(title="Agreed", customer=shop.company())

    def shown(query: str) -> list[str]:
        return [row.title for row in client.get(f"{LIST}?{query}").context["object_list"]]

    assert shown("validity=ending") == ["Old", "Soon"]
    assert (shown("validity=expired"), shown("validity=soon")) == (["Old"], ["Soon"])
    assert (shown("belongs=nothing"), shown("belongs=customer")) == (["Agreed", "Loose"], ["Agreed"])
    assert (shown("language=sv"), shown("q=oo"), shown("type=declaration")) == (["Loose"], ["Loose", "Soon"], [])
    first_page = client.get(reverse("wagtailadmin_home")).content.decode()
    assert "Documents expired or soon to expire" in first_page


def test_a_products_page_tells_through_what_a_document_is_there(staff: Sign, shop: Shop) -> None:
    product = shop.add_article("A1").product
    for target in (shop.family, shop.brand, shop.category):
        shop.add_document(target, title=f"Of {target}")
    shown = staff("product").get(reverse("backoffice:product_documents", args=[product.uuid])).content.decode()

    reasons = [f"family {shop.family}", f"brand {shop.brand}", f"category {shop.category}"]
    assert [reason for reason in reasons if reason not in shown] == []


def test_an_orders_documents_lie_in_folders_and_shared_ones_apart(
    staff: Sign, shop: Shop, company: Customer, records: dict[str, Any]
) -> None:
    order, other = Order.objects.get(), shop.add_article("B1")
    shop.add_document(shop.variants["A1"].product, title="Own", file=pdf(), size=5)
    shop.add_document(shop.brand, title="Brand", file=pdf(more=b"b"), size=6)
    shop.add_document(other.product, title="Not ordered", file=pdf(more=b"c"), size=7)
    buyer = shop.buyer(company.memberships.get().person, company)

    def names(content: bytes) -> list[str]:
        return sorted(ZipFile(BytesIO(content)).namelist())

    own = names(b"".join(bundle_of_order(buyer, order).chunks))
    staffs = names(staff("service").get(reverse("backoffice:order_documents_zip", args=[order.uuid])).getvalue())
    folder = "A1 Article A1 en"
    assert own == [f"{folder}/Brand.pdf", f"{folder}/Own.pdf", f"{folder}/Sheet.pdf"]
    assert staffs == [f"{folder}/Brand.pdf", f"{folder}/Own.pdf"]


def test_what_several_articles_of_an_order_share_lies_once(shop: Shop, company: Customer) -> None:
    shop.add_article("A1"), shop.add_article("B1")
    shop.add_document(shop.brand, title="Brand", file=pdf(), size=5)
    shop.add_document(shop.variants["B1"].product, title="Own", file=pdf(more=b"b"), size=5)
    order = place(shop, company, A1=1, B1=1)

    bundle = bundle_of_order(shop.buyer(company.memberships.get().person, company), order)
    with ZipFile(BytesIO(b"".join(bundle.chunks))) as archive:
        assert archive.namelist() == ["Several articles/Brand.pdf", "B1 Article B1 en/Own.pdf"]


def test_unknown_documents_and_readers_without_a_right_are_not_found(staff: Sign, shop: Shop) -> None:
    document = shop.add_document(title="Sheet")

    assert staff("product").get(reverse("backoffice:library_document", args=[uuid4()])).status_code == 404
    assert staff("warehouse").get(page_of(document)).status_code == 200
    assert send(staff("warehouse"), page_of(document), act="remove").status_code == 404
    assert staff("product").get(reverse("backoffice:library_file", args=[document.uuid])).status_code == 404
