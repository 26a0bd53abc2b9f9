"""Documents of products: the file that was put there, else typeset from the product's own data when asked for."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from truso.kernel.buyer import Buyer
from truso.kernel.identifiers import slugify
from truso.kernel.refusals import NotFound
from truso.modules.catalog.models import Document, Picture, Product
from truso.modules.catalog.queries import get_document, get_product
from truso.modules.catalog.rules import format_value, group_attributes
from truso.modules.catalog.values import ProductView
from truso.modules.markets.models import Market
from truso.modules.output.documents import DataSheet, DataSheetText
from truso.modules.output.pdf import render_data_sheet
from truso.processes.downloads import Download

PDF = "application/pdf"
DATA_SHEET = Document.Type.DATA_SHEET
DRAWABLE = ("image/svg+xml", "image/png", "image/jpeg")
# What a document says beyond the product's data: (code of the product, language) to headed texts.
Wording = Callable[[str, str], tuple[DataSheetText, ...]]
_wordings: dict[str, Wording] = {DATA_SHEET: lambda _code, _language: ()}


def register_wording(kind: str, wording: Wording) -> None:
    """Let documents of a kind be typeset with these texts. Called by the composition (`config`)."""
    _wordings[kind] = wording


def read_product_document(buyer: Buyer, uuid: UUID) -> Download:
    """Return a document of a product the buyer may see, in the document's own language.

    Raises NotFound alike for unknown and hidden ones, lost files, and kinds nobody has the words for.
    """
    found = get_document(buyer, uuid)
    return Download(f"{slugify(found.document.title)}.pdf", PDF, content_of(buyer, found.document, found.product_id))


def content_of(buyer: Buyer, document: Document, product_id: int | None) -> bytes:
    """Return a document the buyer was found to have: its file, else typeset from the product; raises NotFound as above."""
    if document.file:
        try:
            with document.file.open("rb") as file:
                return bytes(file.read())
        except FileNotFoundError as problem:
            raise NotFound("document") from problem
    if document.type not in _wordings or product_id is None:
        raise NotFound("document")
    language = document.language or buyer.language
    product = get_product(buyer.reading(language), product_id)
    return render_data_sheet(_sheet(buyer, document.type, product, language))


def _sheet(buyer: Buyer, kind: str, product: ProductView, language: str) -> DataSheet:
    only = product.variants[0] if len(product.variants) == 1 else None
    shown = {**product.attributes, **(only.attributes if only else {})}
    groups = group_attributes(product.definitions, shown, language, product.documents)
    heads, rows = ((), ()) if only else _articles(product, language)
    return DataSheet(
        kind=kind,
        title=product.name,
        sku=only.sku if only else "",
        gtin=only.gtin if only else "",
        brand=product.brand,
        language=language,
        summary=product.summary,
        picture=_picture(product),
        attributes=tuple((line.name, line.value) for group in groups for line in group.lines),
        texts=_wordings[kind](product.code, language),
        article_columns=heads,
        articles=rows,
        publisher=Market.objects.values_list("seller_name", flat=True).get(pk=buyer.market.id),
        updated_on=Product.objects.values_list("updated_at", flat=True).get(pk=product.id).date(),
    )


def _articles(product: ProductView, language: str) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Return the heads and rows of the product's articles: what tells them apart, and their codes."""
    axes = product.axes
    rows = tuple(
        (variant.sku, *(format_value(axis, variant.attributes.get(axis.code), language) for axis in axes), variant.gtin)
        for variant in product.variants
    )
    used = [index for index in range(len(axes) + 2) if index == 0 or any(row[index] for row in rows)]
    heads = ("sku", *(axis.name for axis in axes), "gtin")
    return tuple(heads[index] for index in used), tuple(tuple(row[index] for index in used) for row in rows)


def _picture(product: ProductView) -> bytes:
    if not product.pictures:
        return b""
    picture = Picture.objects.filter(uuid=product.pictures[0].uuid, content_type__in=DRAWABLE).first()
    try:
        return picture.file.read() if picture else b""
    except FileNotFoundError:
        return b""
