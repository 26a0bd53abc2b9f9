"""The library of documents: what a buyer may have and in which order, and what is refused."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import START, Shop, texts
from truso.kernel.buyer import Buyer
from truso.kernel.refusals import NotFound, Refused
from truso.modules.catalog.documents import (
    DocumentData,
    Links,
    add_document,
    change_document,
    remove_document,
    replace_file,
    set_links,
)
from truso.modules.catalog.models import (
    Assortment,
    AssortmentRule,
    AssortmentVariant,
    Category,
    Document,
    DocumentLink,
    Product,
)
from truso.modules.catalog.queries import documents_for, get_document, get_product
from truso.modules.customers.models import Customer

PDF = b"%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"
OTHER_PDF = PDF + b"\n%%EOF\n"
SHEET = DocumentData(type="safety_data_sheet", title="Sheet", language="nb")


@pytest.fixture(autouse=True)
def own_media(settings: Any, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def product(shop: Shop) -> Product:
    return shop.add_article("A1").product


def content(document: Document) -> bytes:
    with document.file.open("rb") as file:
        return bytes(file.read())


def titles(buyer: Buyer, product: Product) -> list[str]:
    found = [one.title for one in documents_for(buyer, [product.pk]).get(product.pk, ())]
    assert [one.title for one in get_product(buyer, product.pk).documents] == found
    return found


def test_documents_come_through_product_family_brand_and_categories_above(shop: Shop, product: Product) -> None:
    top = Category.objects.create(code="top", names=texts("Top"), slugs=texts("top"), family=shop.family)
    top.path = [top.pk]
    top.save()
    shop.category.path = [top.pk, shop.category.pk]
    shop.category.save()
    beside = Category.objects.create(code="beside", names=texts("B"), slugs=texts("b"), path=[], family=shop.family)
    for number, target in enumerate((product, shop.family, shop.brand, shop.category, top, beside)):
        shop.add_document(target, title=f"{number}")
    twice = shop.add_document(product, shop.brand, title="twice")

    assert titles(shop.visitor(), product) == ["0", "1", "2", "3", "4", "twice"]
    assert get_document(shop.visitor(), twice.uuid).product_id == product.pk


def test_the_readers_language_comes_first_then_none_then_others(shop: Shop, product: Product) -> None:
    for language in ("sv", "", "pl", "nb", "en"):
        shop.add_document(product, title=language or "none", language=language)

    assert titles(shop.visitor(language="nb"), product) == ["nb", "none", "sv", "en", "pl"]
    assert titles(shop.visitor(language="en"), product)[:2] == ["en", "none"]


def test_an_agreements_document_is_its_customers_and_the_subsidiaries_alone(shop: Shop, product: Product) -> None:
    parent = shop.company("Parent AS")
    child, other = shop.company("Child AS", parent=parent), shop.company("Other AS")
    people = {one: shop.member(one, f"{one.pk}@example.com", "admin") for one in (parent, child, other)}
    document = shop.add_document(product, title="Agreed", customer=parent)
    loose = shop.add_document(title="Loose", customer=child)

    def may(customer: Customer | None, one: Document) -> bool:
        buyer = shop.buyer(people[customer], customer) if customer else shop.visitor()
        try:
            return get_document(buyer, one.uuid).document == one
        except NotFound:
            return False

    assert [may(one, document) for one in (parent, child, other, None)] == [True, True, False, False]
    assert [may(one, loose) for one in (parent, child, other, None)] == [False, True, False, False]
    assert titles(shop.buyer(people[child], child), product) == ["Agreed"]
    assert titles(shop.visitor(), product) == titles(shop.buyer(people[other], other), product) == []


@pytest.mark.parametrize(("days", "shown"), [(-1, []), (0, ["Sheet"]), (1, ["Sheet"]), (None, ["Sheet"])])
def test_what_has_expired_is_not_offered(shop: Shop, product: Product, days: int | None, shown: list[str]) -> None:
    buyer = shop.visitor()
    until = None if days is None else buyer.today + timedelta(days=days)
    document = shop.add_document(product, title="Sheet", valid_to=until)

    assert titles(buyer, product) == shown
    if not shown:
        with pytest.raises(NotFound):
            get_document(buyer, document.uuid)


def test_out_of_range_and_loose_documents_are_not_found(shop: Shop, product: Product) -> None:
    company = shop.company()
    buyer = shop.buyer(shop.member(company, "a@example.com", "admin"), company)
    own = Assortment.objects.create(code="own", names=texts("Own"))
    AssortmentVariant.objects.create(assortment=own, variant=shop.add_article("B1"))
    AssortmentRule.objects.create(assortment=own, customer=company)
    hidden, loose = shop.add_document(product), shop.add_document()
    draft = shop.add_document(shop.add_article("D1", product_status="draft").product)

    for uuid in (hidden.uuid, loose.uuid, draft.uuid, uuid4()):
        with pytest.raises(NotFound):
            get_document(buyer, uuid)
    assert documents_for(buyer, [product.pk]) == {}


def test_many_products_cost_one_statement(shop: Shop) -> None:
    products = [shop.add_article(f"N{number}").product.pk for number in range(5)]
    shop.add_document(shop.family)
    buyer = shop.visitor()
    documents_for(buyer, products)

    with CaptureQueriesContext(connection) as captured:
        found = documents_for(buyer, products)
    assert (len(captured), {key: len(one) for key, one in found.items()}) == (1, dict.fromkeys(products, 1))


def test_a_document_is_added_changed_replaced_and_removed(shop: Shop, product: Product) -> None:
    links = Links(product=(product.pk,), family=(shop.family.pk,))
    document = add_document(content=PDF, data=SHEET, links=links)
    assert (document.size, document.links.count(), content(document)) == (len(PDF), 2, PDF)
    first_name = document.file.name

    change_document(document=document, data=DocumentData(type="other", title=" New ", valid_to=date(2030, 1, 1)))
    replace_file(document=document, content=OTHER_PDF)
    set_links(document=document, links=Links(brand=(shop.brand.pk,)))

    document = Document.objects.get()
    assert (document.title, document.type, document.language, document.valid_to) == (
        "New",
        "other",
        "",
        date(2030, 1, 1),
    )
    assert (content(document), document.size) == (OTHER_PDF, len(OTHER_PDF))
    assert document.file.storage.exists(first_name)
    assert [link.brand for link in DocumentLink.objects.all()] == [shop.brand]
    remove_document(document=document)
    assert not DocumentLink.objects.exists()


def test_the_same_file_is_there_once_for_the_same_readers(shop: Shop) -> None:
    company = shop.company()
    add_document(content=PDF, data=SHEET, links=Links())
    own = DocumentData(type="other", title="Agreed", customer_id=company.pk)
    agreed = add_document(content=PDF, data=own, links=Links())
    moved = Document.objects.create(
        type="other", title="Moved", created_at=START, file=f"documents/{agreed.sha256[:24]}_a.pdf", customer=None
    )

    with pytest.raises(Refused) as again:
        add_document(content=PDF, data=DocumentData(type="other", title="Again"), links=Links())
    assert (again.value.refusals[0].code, again.value.refusals[0].params["title"]) in [
        ("document_twice", "Sheet"), ("document_twice", moved.title),
    ]  # fmt: skip
    with pytest.raises(Refused, match="document_twice"):
        change_document(document=agreed, data=SHEET)


@pytest.mark.parametrize(
    ("content", "data", "code"),
    [
        (PDF, DocumentData(type="other", title=" "), "field_required"),
        (PDF, DocumentData(type="poem", title="x"), "type_unknown"),
        (PDF, DocumentData(type="other", title="x", language="xx"), "language_unknown"),
        (PDF, DocumentData(type="other", title="x", customer_id=9_999_999), "customer_unknown"),
        (b"", SHEET, "file_empty"),
        (b"<html>", SHEET, "document_unreadable"),
    ],
)
def test_what_is_wrong_is_refused(shop: Shop, content: bytes, data: DocumentData, code: str) -> None:
    with pytest.raises(Refused, match=code):
        add_document(content=content, data=data, links=Links())
    assert not Document.objects.exists()


def test_links_to_nothing_are_not_found(shop: Shop) -> None:
    with pytest.raises(NotFound):
        add_document(content=PDF, data=SHEET, links=Links(brand=(9_999_999,)))
