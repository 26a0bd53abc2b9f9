"""The demo's library: documents with files, of a product, a family, a brand, and one that is a single customer's."""

from __future__ import annotations

import hashlib
from datetime import datetime, timedelta

from django.core.files.base import ContentFile

from demo.documents import WORDINGS
from demo.load.goods import Goods, identity
from truso.modules.catalog.document_child import read_words
from truso.modules.catalog.models import Brand, Document, DocumentLink, DocumentText, Family, Product
from truso.modules.customers.models import Customer
from truso.modules.output.documents import DataSheet, DataSheetText
from truso.modules.output.pdf import render_data_sheet

Type = Document.Type
LANGUAGE = "nb"


def load_library(*, now: datetime, goods: Goods, company: Customer) -> None:
    """Write documents of which two expire soon, and one belongs to a company alone."""
    code = next(
        spec.code
        for spec in goods.catalog.products
        if any(one.type == Type.SAFETY_DATA_SHEET for one in spec.documents)
    )
    product = goods.products[code]
    writer = _Writer(now)
    writer.add(Type.SAFETY_DATA_SHEET, f"Sikkerhetsdatablad, revisjon 4 – {code}", product, days=25)
    writer.add(Type.DECLARATION, "Samsvarserklæring for hele produktfamilien", product.family, days=50)
    writer.add(Type.CERTIFICATE, f"Sertifikat for kvalitetsledelse – {product.brand.name}", product.brand, days=700)
    writer.add(Type.OTHER, f"Avtalt bruk og opplæring – {company.name}", product, company=company)


class _Writer:
    def __init__(self, now: datetime) -> None:
        self._now = now

    def add(
        self, kind: str, title: str, target: Product | Family | Brand, *, days: int = 0, company: Customer | None = None
    ) -> None:
        """Write a document that belongs to the target, its words already read. Without days it does not expire."""
        content = render_data_sheet(self._sheet(kind, title, target))
        digest = hashlib.sha256(content).hexdigest()
        document = Document(
            uuid=identity("document", f"library:{kind}:{title}"), type=kind, language=LANGUAGE, title=title,
            size=len(content), sha256=digest, customer=company, created_at=self._now,
            valid_to=self._now.date() + timedelta(days=days) if days else None,
        )  # fmt: skip
        document.file.save(f"{digest[:24]}.pdf", ContentFile(content), save=False)
        document.save()
        DocumentLink.objects.create(document=document, **{type(target).__name__.lower(): target})
        read = read_words(content)
        DocumentText.objects.create(document=document, pages=read.pages, words=read.words, read_at=self._now)

    def _sheet(self, kind: str, title: str, target: Product | Family | Brand) -> DataSheet:
        known = WORDINGS.get(kind)
        texts = known(target.code, LANGUAGE) if known else _PLAIN[kind]
        return DataSheet(
            kind=kind if known else Type.DATA_SHEET, title=title, sku="", gtin="", brand="", language=LANGUAGE, summary="",
            picture=b"", attributes=(), texts=texts, article_columns=(), articles=(), publisher="Nordhavn",
            updated_on=self._now.date(),
        )  # fmt: skip


_PLAIN: dict[str, tuple[DataSheetText, ...]] = {
    Type.CERTIFICATE: (
        DataSheetText(
            heading="Sertifikat",
            body="Produsentens ledelsessystem for kvalitet er revidert og oppfyller kravene i NS-EN ISO 9001.",
        ),
    ),
    Type.OTHER: (
        DataSheetText(
            heading="Avtale",
            body="Produktet brukes av opplært personell. Opplæring holdes to ganger i året, og ved hver ny revisjon.",
        ),
    ),
}
