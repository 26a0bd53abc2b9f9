"""The words of documents: read in a child that may die of the file, kept, and found by."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from tests.factories import Shop
from truso.modules.catalog import document_text
from truso.modules.catalog.document_text import read_content, read_documents
from truso.modules.catalog.documents import DocumentData, Links, add_document, replace_file
from truso.modules.catalog.models import Document, DocumentText
from truso.modules.catalog.queries.document_search import find_documents
from truso.modules.catalog.queries.documents import ids_by_words
from truso.platform.jobs.registry import run_job


@pytest.fixture(autouse=True)
def own_media(settings: Any, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path


def written(words: str, password: str = "", bomb: int = 0) -> bytes:
    """Return a PDF of one page with these words; a bomb unfolds to so many bytes."""
    writer = PdfWriter()
    page = writer.add_blank_page(400, 400)
    font = DictionaryObject(
        {NameObject(name): NameObject(value) for name, value in (("/Type", "/Font"), ("/Subtype", "/Type1"), ("/BaseFont", "/Helvetica"))}
    )  # fmt: skip
    page[NameObject("/Resources")] = DictionaryObject(
        {NameObject("/Font"): DictionaryObject({NameObject("/F1"): writer._add_object(font)})}
    )
    stream = DecodedStreamObject()
    stream.set_data(f"BT /F1 12 Tf 10 200 Td ({words}) Tj ET".encode() + b" " * bomb)
    page[NameObject("/Contents")] = writer._add_object(stream.flate_encode())
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def test_words_are_read() -> None:
    assert (read_content(written("Isopropanol flammable")).words, read_content(written("x")).pages) == (
        "Isopropanol flammable", 1,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"%PDF-1.7 garbage %%EOF", "unreadable"),
        (b"", "unreadable"),
        (written("secret", password="owner"), "encrypted"),
    ],
    ids=["garbage", "nothing", "encrypted"],
)
def test_what_cannot_be_read_says_why(content: bytes, problem: str) -> None:
    assert (read_content(content).problem, read_content(content).words) == (problem, "")


def test_a_bomb_does_not_take_the_process_with_it() -> None:
    bomb = written("small", bomb=400_000_000)
    assert len(bomb) < 1_000_000

    assert read_content(bomb).problem == "unreadable"


def test_a_child_that_takes_too_long_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(document_text, "TIMEOUT_SECONDS", 0.01)

    assert read_content(written("slow")).problem == "unreadable"


def add(content: bytes, title: str = "Sheet") -> Document:
    return add_document(content=content, data=DocumentData(type="other", title=title), links=Links())


def found(words: str) -> list[int]:
    return [row["document_id"] for row in ids_by_words(words)]


def test_documents_are_found_by_the_beginnings_of_their_words(shop: Shop) -> None:
    document = add(written("Isopropanol is flammable"))
    add(written("Water is not"), "Other")
    for one in Document.objects.all():
        run_job("catalog.read_document", {"document": one.pk})

    assert (found("isoprop FLAMM"), found("isoprop water"), found("' | ! ("), found("%")) == ([document.pk], [], [], [])
    assert len(found("is")) == 2


def test_a_replaced_file_is_read_anew_and_a_lost_one_says_so(shop: Shop) -> None:
    document = add(written("before"))
    run_job("catalog.read_document", {"document": document.pk})
    replace_file(document=document, content=written("after"))
    assert not DocumentText.objects.exists()

    run_job("catalog.read_document", {"document": document.pk})
    assert DocumentText.objects.get().words == "after"
    document.file.storage.delete(document.file.name)
    run_job("catalog.read_document", {"document": document.pk})
    assert (DocumentText.objects.get().problem, found("after")) == ("missing", [])


def test_what_nobody_has_read_is_read_at_night(shop: Shop) -> None:
    read = add(written("read"))
    run_job("catalog.read_document", {"document": read.pk})
    shop.add_document(title="Typeset")
    shop.add_document(title="Moved", file="documents/moved.pdf")

    read_documents()

    run_job("catalog.read_document", {"document": Document.objects.get(title="Moved").pk})
    assert DocumentText.objects.get(document__title="Moved").problem == "missing"
    run_job("catalog.read_document", {"document": 9_999_999})


def test_the_shop_finds_documents_by_title_and_text_with_their_products(shop: Shop) -> None:
    product = shop.add_article("A1").product
    linked = Links(product=(product.pk,))
    sheet = DocumentData(type="other", title="Sheet 100%", language="en")
    first = add_document(content=written("Isopropanol flammable"), data=sheet, links=linked)
    run_job("catalog.read_document", {"document": first.pk})
    shop.add_document(product, title="Ark", language="nb")
    shop.add_document(shop.brand, title="Brand note")
    shop.add_document(product, title="Agreed sheet", customer=shop.company())
    add(written("loose isopropanol"), "Loose")
    buyer = shop.visitor()

    def titles(words: str = "", **fields: int) -> list[str]:
        return [one.document.title for one in find_documents(buyer, words=words, **fields)]

    assert titles() == ["Brand note", "Sheet 100%"]
    assert (titles("isoprop"), titles("sheet 100"), titles("ark"), titles("%"), titles("x_y")) == (
        ["Sheet 100%"], ["Sheet 100%"], ["Ark"], [], [],
    )  # fmt: skip
    assert (titles(limit=1), titles(start=1, limit=1)) == (["Brand note"], ["Sheet 100%"])
    assert find_documents(buyer, words="isoprop")[0].products == (("Article A1 en", "a1-en"),)
    assert "Sheet 100%" in Client().get("/en/documents/?q=flammable").content.decode()
    listed = Client().get("/api/v1/documents?q=flammable", headers={"Accept-Language": "en"}).json()
    assert [(one["title"], one["products"]) for one in listed["items"]] == [
        ("Sheet 100%", [{"name": "Article A1 en", "slug": "a1-en"}])
    ]
    first_page = Client().get("/api/v1/documents?limit=1", headers={"Accept-Language": "en"}).json()
    assert (len(first_page["items"]), first_page["next_page"]) == (1, 2)
    assert "No document fits that" in Client().get("/en/documents/?q=nothing").content.decode()
