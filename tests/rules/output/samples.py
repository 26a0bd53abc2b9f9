"""Documents to test with, computed here by the rules of EN 16931. All firms are fictional."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from tests.rules.output.parties import GB_BUYER, NO_BUYER, NO_SELLER, NO_SITE, PL_BUYER, PL_SELLER, SE_BUYER, SE_SELLER
from truso.kernel.identifiers import gtin_check_digit, payment_reference
from truso.kernel.money import add_up, round_amount
from truso.modules.output.documents import (
    Charge,
    DataSheet,
    DataSheetText,
    DeliveryDocument,
    DeliveryLine,
    DocumentLine,
    InvoiceDocument,
    LineAllowance,
    OrderDocument,
    Party,
    PickLine,
    PickListDocument,
    VatGroup,
)

D = Decimal
REASONS = {"G": "Utførsel, mval. § 6-21", "E": "Unntatt, mval. § 3-6", "AE": "Snudd avregning", "O": "Utenfor mva."}


def gtin(number: int) -> str:
    """A GTIN-13 of the range for use inside a firm."""
    body = f"20{number:010d}"
    return body + gtin_check_digit(body)


def line(position: int, name: str, quantity: str, price: str, rate: str = "25", **changes: Any) -> DocumentLine:
    """A line whose net amount follows from quantity, price, base quantity and allowances."""
    allowances = changes.get("allowances", ())
    base = changes.get("price_base_quantity", D(1))
    net = D(quantity) * D(price) / base - add_up(allowance.amount for allowance in allowances)
    values: dict[str, Any] = {
        "sku": f"TR-{1000 + position}",
        "gtin": gtin(position),
        "vat_category": "S" if D(rate) else "Z",
        "net_amount": round_amount(net, "NOK"),
    }
    return DocumentLine(
        position=position,
        name=name,
        quantity=D(quantity),
        unit_price=D(price),
        vat_rate=D(rate),
        **{**values, **changes},
    )


def totals(lines: tuple[DocumentLine, ...], charges: tuple[Charge, ...] = (), *, gross: bool = False) -> dict[str, Any]:
    """Lines, charges, VAT groups and totals: VAT per category and rate, never per line."""
    parts: dict[tuple[str, Decimal], Decimal] = defaultdict(Decimal)
    for part in lines:
        parts[part.vat_category, part.vat_rate] += part.net_amount
    for charge in charges:
        parts[charge.vat_category, charge.vat_rate] += charge.amount
    groups = []
    for (category, rate), amount in sorted(parts.items(), key=lambda item: -item[0][1]):
        vat = round_amount(amount * rate / ((100 + rate) if gross else 100), "NOK")
        taxable = amount - vat if gross else amount
        groups.append(
            VatGroup(
                category=category,
                rate=rate,
                taxable_amount=taxable,
                vat_amount=vat,
                exemption_reason=REASONS.get(category, ""),
            )
        )
    exclusive = add_up(group.taxable_amount for group in groups)
    inclusive = exclusive + add_up(group.vat_amount for group in groups)
    return {
        "lines": lines,
        "charges": charges,
        "vat_groups": tuple(groups),
        "line_total": add_up(part.net_amount for part in lines),
        "charge_total": add_up(charge.amount for charge in charges),
        "tax_exclusive": exclusive,
        "tax_inclusive": inclusive,
        "payable": inclusive,
        "prices_include_vat": gross,
    }


def no_invoice(**changes: Any) -> InvoiceDocument:
    """A Norwegian business invoice: two VAT rates, freight, a line allowance, KID and purchase order."""
    lines = (
        line(
            1,
            "Sekskantskrue M8 × 40, elforsinket 8.8",
            "500",
            "189.50",
            price_base_quantity=D(100),
            order_line_reference="10",
            buyer_item_number="FB-80040",
        ),
        line(
            2,
            "Slagdrill 18 V, børsteløs, med to batterier 5,0 Ah",
            "3",
            "3490",
            order_line_reference="20",
            allowances=(LineAllowance(amount=D("523.50"), reason="Rammeavtale 5 %"),),
        ),
        line(3, "Kaffe, filtermalt 500 g", "12", "62.40", rate="15", order_line_reference="30"),
        line(4, "Armeringsnett K131", "2.5", "341.20", unit="MTK", order_line_reference="40", note="Kappes i 1,25 m"),
    )
    values: dict[str, Any] = {
        "kind": "invoice",
        "number": "100245",
        "issued_on": date(2026, 11, 20),
        "due_on": date(2026, 12, 20),
        "delivered_on": date(2026, 11, 19),
        "currency": "NOK",
        "language": "nb",
        "seller": NO_SELLER,
        "buyer": NO_BUYER,
        "ship_to": NO_SITE,
        "order_number": "SO-20418",
        "buyer_order_reference": "PO-4711",
        "buyer_reference": "Kari Solheim, prosjekt 2207",
        "despatch_reference": "D-30977",
        "contract_reference": "RA-2026-14",
        "payment_reference": payment_reference("0000100245"),
        "payment_terms_text": "30 dager netto. Ved forsinket betaling beregnes rente etter forsinkelsesrenteloven.",
        **totals(lines, (Charge(amount=D("149.00"), reason="Frakt", vat_rate=D(25)),)),
    }
    return InvoiceDocument(**{**values, **changes})


def se_invoice() -> InvoiceDocument:
    """A Swedish business invoice paid to a bankgiro with an OCR number."""
    lines = (line(1, "Skyddsstövel S3, storlek 44", "4", "1249.00"), line(2, "Arbetshandskar, 12-pack", "2", "318.00"))
    return replace(
        no_invoice(),
        number="7001",
        currency="SEK",
        language="sv",
        seller=SE_SELLER,
        buyer=SE_BUYER,
        ship_to=None,
        buyer_order_reference="",
        buyer_reference="Ref 8812 Björn Åkerlund",
        payment_reference=payment_reference("7001"),
        payment_terms_text="30 dagar netto. Därefter dröjsmålsränta enligt räntelagen.",
        **totals(lines),
    )


def pl_invoice() -> InvoiceDocument:
    """A Polish business invoice with three rates."""
    lines = (
        line(1, "Śruba z łbem sześciokątnym M10 × 60, kl. 8.8", "200", "1.18", rate="23"),
        line(2, "Wkład do apteczki zakładowej", "3", "94.20", rate="8"),
        line(3, "Woda źródlana, zgrzewka 6 × 1,5 l", "10", "11.40", rate="5"),
    )
    return replace(
        no_invoice(),
        number="FV/2026/11/0045",
        currency="PLN",
        language="pl",
        seller=PL_SELLER,
        buyer=PL_BUYER,
        ship_to=None,
        buyer_order_reference="ZAM 88/2026",
        buyer_reference="Łukasz Żółć",
        payment_reference="",
        payment_terms_text="Przelew, 14 dni",
        **totals(lines),
    )


def export_invoice() -> InvoiceDocument:
    """A Norwegian invoice to a buyer abroad, category G, rate 0."""
    lines = (
        line(1, "Torque wrench 40-200 Nm", "6", "1890", rate="0", vat_category="G"),
        line(2, "Bit set, 32 pieces", "20", "249", rate="0", vat_category="G"),
    )
    charges = (Charge(amount=D("450.00"), reason="Freight", vat_category="G"),)
    return replace(
        no_invoice(),
        number="100246",
        language="en",
        buyer=GB_BUYER,
        ship_to=replace(GB_BUYER, endpoint_scheme="", endpoint_id=""),
        payment_terms_text="30 days net",
        **totals(lines, charges),
    )


def credit_note() -> InvoiceDocument:
    """A credit note for one returned drill."""
    lines = (line(1, "Slagdrill 18 V, børsteløs, med to batterier 5,0 Ah", "1", "3315.50"),)
    return replace(
        no_invoice(),
        kind="credit_note",
        number="200031",
        due_on=None,
        preceding_invoice_number="100245",
        preceding_invoice_issued_on=date(2026, 11, 20),
        payment_reference="",
        payment_terms_text="",
        **totals(lines),
    )


def allowance_invoice() -> InvoiceDocument:
    """An invoice with a bonus on the whole document, part paid and rounded to whole kroner."""
    lines = (line(1, "Vernebriller, klare", "40", "59.33"),)
    charges = (Charge(amount=D("-118.66"), reason="Årsbonus 5 %", vat_rate=D(25)),)
    values = totals(lines, charges)
    rounding = round_amount(values["tax_inclusive"].quantize(D(1)) - values["tax_inclusive"], "NOK")
    payable = values["tax_inclusive"] + rounding - 1000
    return replace(no_invoice(), **{**values, "prepaid": D("1000.00"), "rounding": rounding, "payable": payable})


def long_invoice(count: int = 300) -> InvoiceDocument:
    """An invoice of many lines with every third at a line allowance."""
    lines = tuple(
        line(
            number,
            f"Maskinskrue M{4 + number % 9} × {10 + number % 70}, A4 syrefast, TX-spor, undersenket hode",
            str(number % 17 + 1),
            f"{number % 83 + 1}.{number % 100:02d}",
            allowances=(LineAllowance(amount=D("0.35"), reason="Kvantum"),) if number % 3 == 0 else (),
        )
        for number in range(1, count + 1)
    )
    return replace(no_invoice(), number="100300", **totals(lines))


def consumer_invoice() -> InvoiceDocument:
    """A consumer's receipt with prices including VAT, paid by card."""
    lines = (line(1, "Eplekniv med treskaft", "3", "9.99"), line(2, "Havregryn 1 kg", "2", "34.90", rate="15"))
    values = totals(lines, (Charge(amount=D("79.00"), reason="Hjemlevering", vat_rate=D(25)),), gross=True)
    buyer = Party(name="Solveig Østby", street="Kirkeveien 3 B", postcode="0266", city="Oslo", country="NO")
    return replace(
        no_invoice(),
        number="100247",
        buyer=buyer,
        ship_to=None,
        due_on=None,
        buyer_order_reference="",
        buyer_reference="",
        contract_reference="",
        payment_reference="",
        payment_terms_text="Betalt med kort 20. november 2026",
        **{**values, "prepaid": values["tax_inclusive"], "payable": D("0.00")},
    )


def order(language: str = "nb") -> OrderDocument:
    """An order confirmation with a promised day per line."""
    invoice = no_invoice()
    days = (date(2026, 11, 23), date(2026, 12, 3), date(2026, 11, 23), None)
    lines = tuple(replace(part, expected_on=day) for part, day in zip(invoice.lines, days, strict=True))
    return OrderDocument(
        number="SO-20418",
        placed_on=date(2026, 11, 18),
        expected_on=date(2026, 12, 3),
        currency="NOK",
        language=language,
        seller=invoice.seller,
        buyer=invoice.buyer,
        ship_to=invoice.ship_to,
        ordered_by="Kari Solheim",
        buyer_order_reference="PO-4711",
        buyer_reference="Prosjekt 2207",
        delivery_method="Bil til byggeplass, 07-15",
        payment_terms_text="30 dager netto",
        **totals(lines, invoice.charges),
    )


def delivery(language: str = "nb") -> DeliveryDocument:
    """The first of two deliveries: some lines whole, some in part, one not at all."""
    rows = (
        ("Sekskantskrue M8 × 40, elforsinket 8.8", "500", "500", "C62"),
        ("Slagdrill 18 V, børsteløs, med to batterier 5,0 Ah", "3", "1", "C62"),
        ("Kaffe, filtermalt 500 g", "12", "0", "C62"),
        ("Armeringsnett K131", "2.5", "2.5", "MTK"),
    )
    lines = tuple(
        DeliveryLine(
            position=number,
            sku=f"TR-{1000 + number}",
            gtin=gtin(number),
            name=name,
            unit=unit,
            ordered=D(ordered),
            delivered=D(delivered),
            outstanding=D(ordered) - D(delivered),
            order_line_reference=str(number * 10),
            expected_on=None if ordered == delivered else date(2026, 12, 3),
        )
        for number, (name, ordered, delivered, unit) in enumerate(rows, start=1)
    )
    return DeliveryDocument(
        number="D-30977",
        shipped_on=date(2026, 11, 19),
        language=language,
        seller=NO_SELLER,
        buyer=NO_BUYER,
        ship_to=NO_SITE,
        lines=lines,
        order_number="SO-20418",
        buyer_order_reference="PO-4711",
        buyer_reference="Kari Solheim, prosjekt 2207",
        carrier="Nordfrakt",
        tracking_number="370700001234567890",
        parcels=2,
        weight_kg=D("38.4"),
        notes="Ring 30 minutter før levering. Port 4.",
    )


def pick_list(language: str = "nb") -> PickListDocument:
    """A pick list in walking order."""
    rows = (("A-02-14", "Sekskantskrue M8 × 40", "500"), ("A-11-03", "Kaffe, filtermalt 500 g", "12"))
    lines = tuple(
        PickLine(
            position=number, bin=place, sku=f"TR-{1000 + number}", gtin=gtin(number), name=name, quantity=D(quantity)
        )
        for number, (place, name, quantity) in enumerate(rows, start=1)
    )
    return PickListDocument(
        number="P-8841",
        created_on=date(2026, 11, 19),
        language=language,
        seller=NO_SELLER,
        location="Trondheim, hovedlager",
        lines=lines,
        order_number="SO-20418",
        customer_name=NO_BUYER.name,
        ship_to=NO_SITE,
        delivery_method="Bil til byggeplass",
        ship_on=date(2026, 11, 19),
        notes="Batterier pakkes for seg.",
    )


DRAWING = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 200"><rect width="320" height="200" fill="#f6f6f2"/>'
    b'<g fill="none" stroke="#23423a" stroke-width="2.5">'
    b'<path d="M40 70h34v60H40z"/><path d="M74 84h190l12 16-12 16H74z"/>'
    b'<path d="M74 150v22M276 150v22M74 166h202" stroke-width="1"/></g>'
    b'<text x="160" y="160" font-family="sans-serif" font-size="15" fill="#23423a">40 mm</text></svg>'
)


def data_sheet(language: str = "nb") -> DataSheet:
    """A data sheet with a drawing."""
    return DataSheet(
        title="Sekskantskrue M8 × 40, elforsinket 8.8",
        sku="TR-1001",
        gtin=gtin(1),
        brand="Fjellgrep",
        language=language,
        summary="Maskinskrue med hel gjenge for stål og maskinbygg, elforsinket for bruk innendørs.",
        picture=DRAWING,
        attributes=(("Gjenge", "M8"), ("Lengde", "40 mm"), ("Nøkkelvidde", "13 mm"), ("Fasthetsklasse", "8.8")),
        texts=(DataSheetText(heading="Bruk", body="Trekkes til 25 Nm.\n\nIkke for utendørs bruk."),),
        publisher="Truso Handel AS",
        updated_on=date(2026, 10, 1),
    )
