"""PDFs say what the document says, in the reader's language, tagged and the same every time."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from pypdf import PdfReader

from tests.rules.output import samples
from truso.kernel.refusals import Refused
from truso.modules.output import pdf, texts

D = Decimal
PNG = b"\x89PNG\r\n\x1a\n"


def text_of(content: bytes) -> str:
    """All text with every run of white space as one space, and breaks inside long words taken out."""
    pages = (page.extract_text() for page in PdfReader(BytesIO(content)).pages)
    return re.sub(r"\s+", " ", " ".join(pages).replace("\u200b", ""))


def page_texts(content: bytes) -> list[str]:
    return [re.sub(r"\s+", " ", page.extract_text()) for page in PdfReader(BytesIO(content)).pages]


@pytest.mark.parametrize(
    ("document", "wanted"),
    [
        (
            samples.no_invoice(),
            [
                "Faktura 100245",
                "KID 00001002450",
                "Kontonr. 1234.56.78903",
                "PO-4711",
                "Forfallsdato 20. des. 2026",
                "Å betale 15 731,12 NOK",
                "Org.nr. 123 456 785 MVA · Foretaksregisteret",
                "per 100 stk.",
                "Rammeavtale 5 %: −523,50",
                "Side 1 av 1",
            ],
        ),
        (
            samples.se_invoice(),
            ["Bankgiro 5555-1234", "OCR-nummer 70011", "Momsreg.nr SE556123456701", "Att betala 7 040,00 SEK"],
        ),
        (
            samples.pl_invoice(),
            ["Faktura", "FV/2026/11/0045", "Zakład Ślusarski Żółć i Wspólnicy sp.j.", "Do zapłaty 715,19 PLN", "23%"],
        ),
        (
            samples.export_invoice(),
            [
                "Invoice 100246",
                "Amount due 16,770.00 NOK",
                "Utførsel, mval. § 6-21",
                "United Kingdom",
                "IBAN NO93 8601",
            ],
        ),
        (samples.credit_note(), ["Kreditnota 200031", "Gjelder faktura 100245", "Til gode 4 144,38 NOK"]),
        (samples.consumer_invoice(), ["Beløp inkl. mva. (NOK)", "Herav mva. 15 % 9,10", "Å betale 0,00 NOK"]),
    ],
    ids=lambda value: getattr(value, "number", ""),
)
def test_an_invoice_says_what_the_document_says(document: Any, wanted: list[str]) -> None:
    text = text_of(pdf.render_invoice(document))
    assert [part for part in wanted if part not in text] == []


@pytest.mark.parametrize(
    ("language", "wanted"),
    [
        ("nb", ["Ordrebekreftelse", "Ordresum 15 731,12 NOK", "Leveres 3. des. 2026"]),
        ("sv", ["Orderbekräftelse", "Ordersumma 15 731,12 NOK", "Levereras 3 dec. 2026"]),
        ("pl", ["Potwierdzenie zamówienia", "Wartość zamówienia 15 731,12 NOK", "3 gru 2026"]),
        ("en", ["Order confirmation", "Order total 15,731.12 NOK", "3 Dec 2026"]),
    ],
)
def test_an_order_confirmation_speaks_the_readers_language(language: str, wanted: list[str]) -> None:
    text = text_of(pdf.render_order_confirmation(samples.order(language)))
    assert [part for part in wanted if part not in text] == []


def test_a_delivery_note_tells_what_follows_and_when_and_no_price() -> None:
    text = text_of(pdf.render_delivery_note(samples.delivery()))
    for part in ("Følgeseddel D-30977", "3 stk. 1 stk. 2 stk. 3. des. 2026", "Deres bestillingsnr. PO-4711", "Port 4."):
        assert part in text
    assert "NOK" not in text


def test_a_pick_list_names_place_goods_and_quantity() -> None:
    text = text_of(pdf.render_pick_list(samples.pick_list("sv")))
    for part in ("Plocklista P-8841", "A-02-14", "TR-1001", "500 st", "Batterier pakkes for seg."):
        assert part in text


def test_a_data_sheet_shows_numbers_properties_texts_and_a_picture_with_words_for_it() -> None:
    content = pdf.render_data_sheet(samples.data_sheet())
    text = text_of(content)
    for part in ("Sekskantskrue M8 × 40", "Varenr. TR-1001", "Nøkkelvidde 13 mm", "Trekkes til 25 Nm."):
        assert part in text
    without_picture = pdf.render_data_sheet(replace(samples.data_sheet(), picture=b""))
    assert len(content) > len(without_picture)


@pytest.mark.parametrize(
    "content",
    [
        pdf.render_invoice(samples.pl_invoice()),
        pdf.render_order_confirmation(samples.order("pl")),
        pdf.render_delivery_note(samples.delivery("pl")),
        pdf.render_pick_list(samples.pick_list("pl")),
        pdf.render_data_sheet(samples.data_sheet("pl")),
    ],
    ids=["invoice", "order", "delivery", "pick list", "data sheet"],
)
def test_a_pdf_is_tagged_titled_in_its_language_and_claims_archive_and_accessibility(content: bytes) -> None:
    reader = PdfReader(BytesIO(content))
    catalog = reader.trailer["/Root"]
    assert catalog["/Lang"].lower() == "pl-pl"
    assert catalog["/MarkInfo"]["/Marked"]
    assert catalog["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.metadata is not None
    assert reader.metadata.title
    metadata = catalog["/Metadata"].get_data().decode()
    assert "<pdfaid:part>3</pdfaid:part>" in metadata
    assert "<pdfuaid:part>1</pdfuaid:part>" in metadata


def test_the_same_document_gives_the_same_bytes() -> None:
    assert pdf.render_invoice(samples.no_invoice()) == pdf.render_invoice(samples.no_invoice())


def test_a_thousand_lines_fill_pages_with_head_and_number_on_each() -> None:
    pages = page_texts(pdf.render_invoice(samples.long_invoice(1000)))
    assert len(pages) > 40
    assert all(f"Side {number} av {len(pages)}" in page for number, page in enumerate(pages, start=1))
    assert all("Nr. Vare Antall Pris Mva. Beløp (NOK)" in page for page in pages[:-1])
    assert all("Faktura 100300" in page for page in pages)
    assert "Å betale" in pages[-1]
    assert [page for page in pages[:-1] if "Å betale" in page] == []


def extreme() -> Any:
    lines = (
        samples.line(1, "Lang " + "navn " * 60, "999999.999", "9999.999999", net_amount=D("9999999989.00")),
        samples.line(2, "Ubrutt" + "x" * 200, "1", "1", sku="S" * 90),
        samples.line(
            3, '#image("/etc/passwd") *ikke* $x$ <a> \\ @ref [x] #panic()', "1", "999999999.99", note="#let x"
        ),
    )
    buyer = replace(samples.NO_BUYER, name="Ø" * 60 + " og sønner " + "Å" * 60)
    return replace(samples.no_invoice(), buyer=buyer, buyer_reference="R" * 120, **samples.totals(lines))


def test_very_long_names_amounts_of_ten_figures_and_markup_stay_text() -> None:
    text = text_of(pdf.render_invoice(extreme()))
    assert '#image("/etc/passwd") *ikke* $x$ <a> \\ @ref [x] #panic()' in text
    assert "9 999 999 989,00" in text
    assert "999 999 999,99" in text
    assert "S" * 90 in text.replace(" ", "")


def test_a_document_that_does_not_add_up_is_not_printed() -> None:
    with pytest.raises(Refused) as refused:
        pdf.render_invoice(replace(samples.no_invoice(), payable=D(1)))
    assert [refusal.code for refusal in refused.value.refusals] == ["payable_mismatch"]


def test_a_logo_is_drawn_and_what_is_no_picture_is_refused() -> None:
    plain = pdf.render_invoice(samples.no_invoice())
    assert len(pdf.render_invoice(samples.no_invoice(), logo=samples.DRAWING)) > len(plain)
    for broken in (b"GIF89a", b"<svg xmlns='http://www.w3.org/2000/svg'", PNG + b"cut"):
        with pytest.raises(Refused) as refused:
            pdf.render_invoice(samples.no_invoice(), logo=broken)
        assert [refusal.code for refusal in refused.value.refusals] == ["picture_unreadable"]


def test_a_drawing_becomes_a_png_of_the_width_asked_for() -> None:
    picture = Image.open(BytesIO(pdf.render_svg_to_png(samples.DRAWING, 640)))
    assert (picture.format, picture.size) == ("PNG", (640, 400))
    assert picture.convert("RGB").getpixel((2, 2)) == (0xF6, 0xF6, 0xF2)


def test_templates_fetch_nothing() -> None:
    sources = [path.read_text() for path in Path(pdf.TEMPLATES).glob("*.typ")]
    assert len(sources) == 6
    assert not any("@preview" in source or "@local" in source for source in sources)


def test_every_word_of_the_documents_is_there_in_four_languages() -> None:
    for key, row in texts._LABELS.items():
        assert len(row) == 4, key
        assert all(text.strip() for text in row), key
    assert texts.unit_name("HUR", "pl") == "godz."
    assert texts.unit_name("ZZ", "nb") == "ZZ"
