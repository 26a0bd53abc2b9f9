"""Documents as PDF: tagged for screen readers (PDF/UA-1) and fit for the archive (PDF/A-3a).

Texts reach the templates as JSON, never as template source, so nothing in a name or note can act as markup.
Fonts are those in the typesetter itself: the same document gives the same bytes on every machine.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, date, datetime, time
from functools import cache
from pathlib import Path
from typing import Any

import typst

from truso.kernel.refusals import refuse
from truso.modules.output import pdf_values
from truso.modules.output.checks import check_document
from truso.modules.output.documents import DataSheet, DeliveryDocument, InvoiceDocument, OrderDocument, PickListDocument
from truso.modules.output.formats import breakable, format_day, locale_of
from truso.modules.output.texts import label, labels

TEMPLATES = Path(__file__).parent / "templates_typst"
PDF_STANDARDS: list[Any] = ["a-3a", "ua-1"]
_SIGNATURES = {b"\x89PNG\r\n\x1a\n": "png", b"\xff\xd8\xff": "jpg"}


def render_invoice(document: InvoiceDocument, *, logo: bytes = b"") -> bytes:
    """Write an invoice or credit note as PDF; `logo` is an SVG, PNG or JPEG file.

    Refuses, by the codes of `check_document`, what does not add up.
    """
    check_document(document)
    return _render("priced.typ", pdf_values.invoice_values(document), document.issued_on, logo)


def render_order_confirmation(document: OrderDocument, *, logo: bytes = b"") -> bytes:
    """Write an order confirmation as PDF. Refuses what does not add up."""
    check_document(document)
    return _render("priced.typ", pdf_values.order_values(document), document.placed_on, logo)


def render_delivery_note(document: DeliveryDocument, *, logo: bytes = b"") -> bytes:
    """Write a delivery note as PDF."""
    return _render("delivery.typ", pdf_values.delivery_values(document), document.shipped_on, logo)


def render_pick_list(document: PickListDocument, *, logo: bytes = b"") -> bytes:
    """Write a pick list as PDF."""
    return _render("pick_list.typ", pdf_values.pick_list_values(document), document.created_on, logo)


def render_data_sheet(sheet: DataSheet, *, logo: bytes = b"") -> bytes:
    """Write a product's data sheet, declaration, guide or safety data sheet as PDF."""
    language = sheet.language
    numbers = [(label("sku", language), sheet.sku), ("GTIN", sheet.gtin), (label("brand", language), sheet.brand)]
    values = {
        "language": language,
        "region": locale_of(language)[-2:].lower(),
        "labels": labels(language),
        "title": breakable(sheet.title),
        "kind": label(sheet.kind, language),
        "brand": breakable(sheet.brand),
        "numbers": [{"label": name, "value": breakable(value)} for name, value in numbers if value],
        "summary": sheet.summary,
        "picture": _picture(sheet.picture),
        "attributes": [{"name": breakable(name), "value": breakable(value)} for name, value in sheet.attributes],
        "texts": [{"heading": text.heading, "paragraphs": _paragraphs(text.body)} for text in sheet.texts],
        "article_columns": [
            label(column, language) if column in ("sku", "gtin") else column for column in sheet.article_columns
        ],
        "articles": [[breakable(value) for value in row] for row in sheet.articles],
        "publisher": sheet.publisher,
        "updated_on": format_day(sheet.updated_on, language),
    }
    return _render("data_sheet.typ", values, sheet.updated_on or date(2000, 1, 1), logo)


def render_svg_to_png(svg: bytes, width_px: int) -> bytes:
    """Draw an SVG file as PNG of the given width on a clear ground. Refuses (`picture_unreadable`) what is no SVG."""
    if not 1 <= width_px <= 4096:
        raise refuse("picture_size_invalid", found=width_px)
    # One point of the page is one pixel at 72 per inch.
    inputs = {"data": json.dumps({"picture": _picture(svg), "width": width_px})}
    return _compile("picture.typ", inputs, format="png", ppi=72.0)


def _render(template: str, values: dict[str, Any], day: date, logo: bytes) -> bytes:
    data = json.dumps({**values, "logo": _picture(logo)}, ensure_ascii=False)
    timestamp = datetime.combine(day, time(12), UTC)
    return _compile(template, {"data": data}, format="pdf", pdf_standards=PDF_STANDARDS, timestamp=timestamp)


def _compile(template: str, inputs: dict[str, str], **options: Any) -> bytes:
    compile_to_bytes: Callable[..., bytes] = typst.compile
    try:
        return compile_to_bytes(
            str(TEMPLATES / template),
            root=str(TEMPLATES),
            font_paths=_fonts(),
            ignore_system_fonts=True,
            sys_inputs=inputs,
            **options,
        )
    except typst.TypstError as error:
        if "image" in error.message.lower() or "svg" in error.message.lower():
            raise refuse("picture_unreadable", reason=error.message) from error
        raise


def _picture(content: bytes) -> dict[str, Any] | None:
    """Return a picture as its kind and its bytes, the only form JSON can carry them in."""
    if not content:
        return None
    kind = next((kind for signature, kind in _SIGNATURES.items() if content.startswith(signature)), "svg")
    if kind == "svg" and b"<svg" not in content[:4096]:
        raise refuse("picture_unreadable", reason="neither SVG, PNG nor JPEG")
    return {"kind": kind, "bytes": list(content)}


def _paragraphs(body: str) -> list[str]:
    return [" ".join(paragraph.split()) for paragraph in body.split("\n\n") if paragraph.strip()]


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True)
