"""Zip files of documents: what lies in them, under which names, and that they are written piece by piece."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from django.core.files.base import ContentFile
from django.test import Client

from tests.factories import Shop
from truso.kernel.refusals import NotFound
from truso.modules.catalog.models import Document
from truso.processes.document_bundles import Bundle, Names, bundle_of_product, files_of_product, readable

PDF = b"%PDF-1.7 some words\n%%EOF\n"


@pytest.fixture(autouse=True)
def own_media(settings: Any, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path


def opened(bundle: Bundle) -> dict[str, bytes]:
    with ZipFile(BytesIO(b"".join(bundle.chunks))) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def filed(document: Document, content: bytes = PDF) -> Document:
    document.file.save("a.pdf", ContentFile(content), save=False)
    document.size, document.sha256 = len(content), f"{hash(content):064d}"[-64:]
    document.save()
    return document


def test_a_products_documents_have_readable_names_and_no_file_lies_twice(shop: Shop) -> None:
    company = shop.company()
    product = shop.add_article("A1").product
    filed(shop.add_document(product, title="Guide: A/B", language="en"))
    filed(shop.add_document(product, title="Guide: A/B", language="sv"), PDF + b"sv")
    filed(shop.add_document(shop.brand, title="guide a b"), PDF + b"brand")
    filed(shop.add_document(product, title="Same file again", customer=company))
    shop.add_document(product, title="Data sheet", language="en")
    shop.add_document(product, title="Datablad", language="sv")
    buyer = shop.buyer(shop.member(company, "a@example.com", "admin"), company)

    bundle = bundle_of_product(buyer, product.pk)
    files = opened(bundle)

    assert bundle.filename == "a1.zip"
    assert sorted(files) == ["Data sheet.pdf", "Guide A B (sv).pdf", "Guide A B.pdf", "guide a b (2).pdf"]
    assert (files["Guide A B.pdf"], files["Data sheet.pdf"][:5]) == (PDF, b"%PDF-")


def test_a_file_that_is_lost_is_told(shop: Shop) -> None:
    product = shop.add_article("A1").product
    filed(shop.add_document(product, title="There"))
    lost = filed(shop.add_document(product, title="Lost"), PDF + b"lost")
    lost.file.storage.delete(lost.file.name)

    assert opened(bundle_of_product(shop.visitor(), product.pk)) == {"There.pdf": PDF, "missing.txt": b"Lost.pdf"}


def test_a_large_file_comes_in_pieces(shop: Shop) -> None:
    product = shop.add_article("A1").product
    filed(shop.add_document(product, title="Large"), b"%PDF-1.7" + b"x" * 3_000_000)

    chunks = list(bundle_of_product(shop.visitor(), product.pk).chunks)

    assert max(map(len, chunks)) < 600_000


def test_staff_have_the_files_whoever_they_are_for(shop: Shop) -> None:
    product = shop.add_article("A1").product
    filed(shop.add_document(product, title="Agreed", customer=shop.company()))
    filed(shop.add_document(product, title="Old", language="pl", valid_to="2020-01-01"), PDF + b"old")

    assert sorted(opened(files_of_product(product))) == ["Agreed.pdf", "Old (pl).pdf"]


def test_where_there_is_nothing_there_is_no_zip(shop: Shop) -> None:
    product = shop.add_article("A1").product
    with pytest.raises(NotFound):
        bundle_of_product(shop.visitor(), product.pk)
    with pytest.raises(NotFound):
        files_of_product(product)
    assert Client().get("/en/p/a1-en/documents.zip").status_code == 404


def test_page_and_api_send_the_same(shop: Shop) -> None:
    product = shop.add_article("A1").product
    filed(shop.add_document(product, title="There"))

    answers = [
        Client().get("/en/p/a1-en/documents.zip"),
        Client().get(f"/api/v1/products/{product.uuid}/documents.zip"),
    ]
    for answer in answers:
        assert (answer.status_code, answer["Content-Type"]) == (200, "application/zip")
        assert answer["Content-Disposition"] == 'attachment; filename="a1.zip"'
        with ZipFile(BytesIO(answer.getvalue())) as archive:
            assert archive.namelist() == ["There.pdf"]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("../../etc/passwd", "etc passwd"),
        ("a\x00b", "a b"),
        (" . ", "document"),
        ("x" * 300, "x" * 100),
        ("Ł ø.", "Ł ø"),
    ],
)
def test_names_fit_any_system(title: str, name: str) -> None:
    assert readable(title) == name


def test_names_are_taken_once() -> None:
    names = Names()

    assert [names.take("f/", "A"), names.take("f/", "a"), names.take("", "A")] == ["f/A.pdf", "f/a (2).pdf", "A.pdf"]
