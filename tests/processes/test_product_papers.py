"""Documents of products: files as they are, the rest typeset in the document's language, for those who may see it."""

from __future__ import annotations

from io import BytesIO
from uuid import uuid4

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from pypdf import PdfReader

from tests.factories import Shop
from truso.kernel.refusals import NotFound
from truso.modules.catalog.models import Document
from truso.processes import product_papers
from truso.processes.product_papers import read_product_document


@pytest.fixture
def documents(shop: Shop) -> dict[str, Document]:
    """One document of each kind without a file, in Polish and Swedish by turns, of an article for sale."""
    product = shop.add_article("A-1").product
    languages = {"data_sheet": "pl", "declaration": "sv", "assembly_guide": "pl", "safety_data_sheet": "sv"}
    return {
        kind: shop.add_document(product, type=kind, language=language, title=f"{kind} A-1")
        for kind, language in languages.items()
    }


def text_of(content: bytes) -> str:
    return " ".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages)


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("data_sheet", ["Karta produktu", "Article A-1 pl"]),
        ("declaration", ["Försäkran om överensstämmelse", "på eget ansvar", "Article A-1 sv"]),
        ("assembly_guide", ["Instrukcja montażu", "Zanim zaczniesz"]),
        ("safety_data_sheet", ["Säkerhetsdatablad", "Första hjälpen"]),
    ],
)
def test_a_document_without_a_file_is_typeset_in_its_language(
    shop: Shop, documents: dict[str, Document], kind: str, words: list[str]
) -> None:
    found = read_product_document(shop.visitor(), documents[kind].uuid)

    assert (found.filename, found.content_type) == (f"{kind.replace('_', '-')}-a-1.pdf", "application/pdf")
    text = text_of(found.content)
    assert [word for word in words if word not in text] == []


def test_a_file_is_handed_out_as_it_is(shop: Shop, documents: dict[str, Document]) -> None:
    sheet = documents["data_sheet"]
    sheet.file.save("own.pdf", ContentFile(b"%PDF-1.7 own"))

    assert read_product_document(shop.visitor(), sheet.uuid).content == b"%PDF-1.7 own"


def test_pages_and_api_hand_out_the_same_document(shop: Shop, documents: dict[str, Document]) -> None:
    uuid = documents["declaration"].uuid
    client = Client()

    page = client.get(f"/sv/documents/{uuid}/")
    listed = client.get("/api/v1/products/a-1-sv", headers={"Accept-Language": "sv"}).json()["documents"]
    api = client.get(next(one["url"] for one in listed if one["uuid"] == str(uuid)))

    assert (page.status_code, api.status_code) == (200, 200)
    assert page.content == api.content
    assert (page["Content-Disposition"], api["Content-Disposition"]) == (
        'inline; filename="declaration-a-1.pdf"', 'attachment; filename="declaration-a-1.pdf"',
    )  # fmt: skip


def test_unknown_lost_and_wordless_documents_are_not_found(
    shop: Shop, documents: dict[str, Document], monkeypatch: pytest.MonkeyPatch
) -> None:
    lost = documents["data_sheet"]
    Document.objects.filter(pk=lost.pk).update(file="documents/lost.pdf")
    monkeypatch.delitem(product_papers._wordings, "declaration")

    for uuid in (uuid4(), lost.uuid, documents["declaration"].uuid):
        with pytest.raises(NotFound):
            read_product_document(shop.visitor(), uuid)
