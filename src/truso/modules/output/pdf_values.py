"""What the document templates show: every text ready to print, in the order it is read."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from truso.modules.output import parties
from truso.modules.output.documents import (
    Charge,
    DeliveryDocument,
    DocumentLine,
    InvoiceDocument,
    OrderDocument,
    Party,
    PickListDocument,
    VatGroup,
)
from truso.modules.output.formats import (
    breakable,
    country_name,
    format_day,
    format_measure,
    format_money,
    format_number,
    format_rate,
    format_unit_price,
    locale_of,
)
from truso.modules.output.texts import label, labels, unit_name

Values = dict[str, Any]
Priced = InvoiceDocument | OrderDocument
# A payment reference goes by the name the seller's banks have for it.
_REFERENCE_LABELS = {"NO": "kid", "SE": "ocr"}


def invoice_values(document: InvoiceDocument) -> Values:
    """Return what an invoice or credit note shows."""
    is_invoice, language = document.kind == "invoice", document.language
    references = [
        ("invoice_number" if is_invoice else "credit_note_number", document.number),
        ("issued_on" if is_invoice else "credited_on", format_day(document.issued_on, language)),
        ("due_on", format_day(document.due_on, language)),
        ("preceding_invoice", _preceding(document)),
        ("purchase_order", document.buyer_order_reference),
        ("your_reference", document.buyer_reference),
        ("order_number", document.order_number or document.sales_order_reference),
        ("despatch", document.despatch_reference),
        ("delivered_on", format_day(document.delivered_on, language)),
        ("contract", document.contract_reference),
    ]
    return {
        **_frame(document.kind, document.number, language, document.seller, document.issued_on),
        **_priced(document, "payable" if is_invoice else "credited"),
        "parties": _parties("bill_to", document, language),
        "references": _pairs(references, language),
        "payment": payment_pairs(document, language),
        "terms": document.payment_terms_text or ("" if is_invoice else label("credit_terms", language)),
    }


def order_values(document: OrderDocument) -> Values:
    """Return what an order confirmation shows."""
    language = document.language
    references = [
        ("order_number", document.number),
        ("order_date", format_day(document.placed_on, language)),
        ("expected_on", format_day(document.expected_on, language)),
        ("purchase_order", document.buyer_order_reference),
        ("your_reference", document.buyer_reference),
        ("ordered_by", document.ordered_by),
        ("contract", document.contract_reference),
        ("delivery_method", document.delivery_method),
    ]
    return {
        **_frame("order_confirmation", document.number, language, document.seller, document.placed_on),
        **_priced(document, "order_total"),
        "parties": _parties("customer", document, language),
        "references": _pairs(references, language),
        "payment": [],
        "terms": document.payment_terms_text,
    }


def delivery_values(document: DeliveryDocument) -> Values:
    """Return what a delivery note shows."""
    language = document.language
    weight = f"{format_number(document.weight_kg, language)}\u00a0kg" if document.weight_kg else ""
    references = [
        ("delivery_note_number", document.number),
        ("shipped_on", format_day(document.shipped_on, language)),
        ("order_number", document.order_number),
        ("purchase_order", document.buyer_order_reference),
        ("your_reference", document.buyer_reference),
        ("carrier", document.carrier),
        ("tracking", document.tracking_number),
        ("parcels", str(document.parcels or "")),
        ("weight", weight),
    ]
    lines = [
        {
            "position": str(line.position),
            "name": breakable(line.name),
            "details": _details(line, language),
            "note": line.note,
            "ordered": format_measure(line.ordered, line.unit, language),
            "delivered": format_measure(line.delivered, line.unit, language),
            "outstanding": format_measure(line.outstanding, line.unit, language) if line.outstanding else "–",
            "is_outstanding": line.outstanding > 0,
            "expected_on": format_day(line.expected_on, language) if line.outstanding else "",
        }
        for line in document.lines
    ]
    return {
        **_frame("delivery_note", document.number, language, document.seller, document.shipped_on),
        "parties": _parties("customer", document, language),
        "references": _pairs(references, language),
        "lines": lines,
        "notes": document.notes,
    }


def pick_list_values(document: PickListDocument) -> Values:
    """Return what a pick list shows."""
    language = document.language
    references = [
        ("pick_list_number", document.number),
        ("created_on", format_day(document.created_on, language)),
        ("location", document.location),
        ("order_number", document.order_number),
        ("delivery_method", document.delivery_method),
        ("ship_on", format_day(document.ship_on, language)),
    ]
    lines = [
        {
            "position": str(line.position),
            "bin": breakable(line.bin),
            "name": breakable(line.name),
            "details": _details(line, language),
            "note": line.note,
            "quantity": format_number(line.quantity, language),
            "unit": unit_name(line.unit, language),
        }
        for line in document.lines
    ]
    return {
        **_frame("pick_list", document.number, language, document.seller, document.created_on),
        "parties": _pick_parties(document),
        "references": _pairs(references, language),
        "lines": lines,
        "notes": document.notes,
    }


def _frame(title: str, number: str, language: str, seller: Party, day: date) -> Values:
    """What surrounds every document: title, number, words, the seller at top and foot."""
    return {
        "language": language,
        "region": locale_of(language)[-2:].lower(),
        "title": label(title, language),
        "number": breakable(number),
        "day": format_day(day, language),
        "labels": labels(language),
        "seller": {
            "name": breakable(seller.name),
            "address": _address(seller, language),
            "foot": _foot(seller, language),
        },
    }


def _priced(document: Priced, total_label: str) -> Values:
    language, gross = document.language, document.prices_include_vat
    return {
        "currency": document.currency,
        "price_label": label("unit_price_gross" if gross else "unit_price", language),
        "amount_label": f"{label('amount_gross' if gross else 'amount', language)} ({document.currency})",
        "lines": [_line(line, document) for line in document.lines],
        "totals": [_total(row, document) for row in total_rows(document, language)],
        "vat_groups": [_vat_group(group, document) for group in document.vat_groups],
        "payable": {
            "label": label(total_label, language),
            "amount": format_money(document.payable, document.currency, language, with_currency=True),
        },
        "notes": document.notes,
    }


def _line(line: DocumentLine, document: Priced) -> Values:
    language = document.language
    base = ""
    if line.price_base_quantity != 1:
        measure = format_measure(line.price_base_quantity, line.unit, language)
        base = f"{label('per', language)}\u00a0{measure}"
    allowances = [
        f"{allowance.reason or label('discount', language)}: "
        f"{format_money(-allowance.amount, document.currency, language)}"
        for allowance in line.allowances
    ]
    expected = format_day(line.expected_on, language)
    return {
        "position": str(line.position),
        "name": breakable(line.name),
        "details": _details(line, language),
        "extra": [breakable(text) for text in (line.description, *allowances) if text],
        "note": breakable(line.note),
        "expected_on": f"{label('line_expected', language)} {expected}" if expected else "",
        "quantity": format_measure(line.quantity, line.unit, language),
        "unit_price": format_unit_price(line.unit_price, language),
        "base": base,
        "vat_rate": format_rate(line.vat_rate, language) if line.vat_category != "O" else "–",
        "amount": format_money(line.net_amount, document.currency, language),
    }


def _details(line: Any, language: str) -> str:
    """The numbers of the goods in one quiet line: ours, the maker's, the buyer's own."""
    own = getattr(line, "buyer_item_number", "")
    parts = [
        breakable(line.sku),
        f"GTIN\u00a0{line.gtin}" if line.gtin else "",
        f"{label('buyer_item_number', language)} {breakable(own)}" if own else "",
    ]
    return "  ·  ".join(part for part in parts if part)


def total_rows(document: Priced, language: str) -> list[tuple[str, Decimal, bool]]:
    """Return the rows (label, amount, is it a sum) that lead from the lines to what is to be paid."""
    rows = []
    if document.charges:
        rows.append((label("line_total", language), document.line_total, False))
    rows += [(_charge_label(charge, language), charge.amount, False) for charge in document.charges]
    groups = [
        (_vat_label(group, document, language), group.vat_amount, False) for group in document.vat_groups if group.rate
    ]
    if document.prices_include_vat:
        rows.append((label("tax_inclusive", language), document.tax_inclusive, True))
        rows += groups
    else:
        rows.append((label("tax_exclusive", language), document.tax_exclusive, True))
        rows += groups
        rows.append((label("tax_inclusive", language), document.tax_inclusive, True))
    if document.prepaid:
        rows.append((label("prepaid", language), -document.prepaid, False))
    if document.rounding:
        rows.append((label("rounding", language), document.rounding, False))
    return rows


def _charge_label(charge: Charge, language: str) -> str:
    return charge.reason or label("charge" if charge.amount >= 0 else "allowance", language)


def _vat_label(group: VatGroup, document: Priced, language: str) -> str:
    word = label("of_which_vat" if document.prices_include_vat else "vat", language)
    return f"{word} {format_rate(group.rate, language)}"


def _total(row: tuple[str, Decimal, bool], document: Priced) -> Values:
    name, amount, is_sum = row
    return {
        "label": breakable(name),
        "amount": format_money(amount, document.currency, document.language),
        "is_sum": is_sum,
    }


def _vat_group(group: VatGroup, document: Priced) -> Values:
    language = document.language
    return {
        "rate": format_rate(group.rate, language) if group.rate else label("no_vat", language),
        "taxable": format_money(group.taxable_amount, document.currency, language),
        "vat": format_money(group.vat_amount, document.currency, language),
        "reason": breakable(group.exemption_reason),
    }


def payment_pairs(document: InvoiceDocument, language: str) -> list[Values]:
    """Return what one types into the bank as labels and values; empty when there is nothing left to pay."""
    if document.kind != "invoice" or document.payable <= 0:
        return []
    seller = document.seller
    abroad = bool(seller.iban) and document.buyer.country != seller.country
    giro = parties.swedish_giro(seller.bank_account) if seller.country == "SE" else None
    account = giro[0].removeprefix("SE:").lower() if giro else "bank_account"
    pairs = _pairs([(account, "" if abroad else seller.bank_account)], language)
    if abroad or not seller.bank_account:
        pairs += [{"label": "IBAN", "value": _grouped(seller.iban)}, {"label": "BIC", "value": seller.bic}]
    reference = _REFERENCE_LABELS.get(seller.country, "payment_reference")
    pairs += _pairs([(reference, document.payment_reference)], language)
    pairs += _pairs([("due_on", format_day(document.due_on, language))], language)
    return [pair for pair in pairs if pair["value"]]


def _grouped(iban: str) -> str:
    """An IBAN in groups of four, as people read it, kept on one line."""
    compact = "".join(iban.split())
    return "\u00a0".join(compact[start : start + 4] for start in range(0, len(compact), 4))


def _parties(role: str, document: Priced | DeliveryDocument, language: str) -> list[Values]:
    home = document.seller.country
    values = [_party(label(role, language), document.buyer, language, home)]
    if document.ship_to:
        values.append(_party(label("ship_to", language), document.ship_to, language, home))
    return values


def _pick_parties(document: PickListDocument) -> list[Values]:
    language, home = document.language, document.seller.country
    rows = [("customer", Party(name=document.customer_name)), ("ship_to", document.ship_to)]
    return [_party(label(role, language), party, language, home) for role, party in rows if party and party.name]


def _party(role: str, party: Party, language: str, home: str) -> Values:
    numbers = []
    if party.organization_number:
        numbers.append(f"{label('organization_number', language)} {party.organization_number}")
    if party.vat_number and (party.country != "NO" or not party.organization_number):
        numbers.append(f"{label('vat_number', language)} {party.vat_number}")
    return {
        "role": role,
        "name": breakable(party.name),
        "lines": [breakable(text) for text in (*_address(party, language, home), party.contact, *numbers) if text],
    }


def _address(party: Party, language: str, home: str = "") -> list[str]:
    """The address in lines, with the country when the reader would not take it for granted."""
    place = f"{party.postcode} {party.city}".strip()
    country = country_name(party.country, language) if party.country and party.country != home and place else ""
    return [text for text in (party.street, party.street2, place, country) if text]


def _foot(seller: Party, language: str) -> list[str]:
    """The seller's particulars in two lines. Source: bokføringsforskriften 5-1-2, foretaksregisterloven 10-2."""
    numbers = []
    vat = parties.vat_number(seller)
    if seller.country == "NO" and seller.organization_number:
        suffix = " MVA" if vat.endswith("MVA") else ""
        numbers.append(f"{label('organization_number', language)} {seller.organization_number}{suffix}")
        if seller.registered_in_register_of_business_enterprises:
            numbers.append(label("register", language))
    else:
        if seller.organization_number:
            numbers.append(f"{label('organization_number', language)} {seller.organization_number}")
        if vat:
            numbers.append(f"{label('vat_number', language)} {vat}")
    reach = [", ".join(_address(seller, language)), seller.phone, seller.email]
    return [_joined([seller.name, *numbers]), _joined(reach)]


def _joined(parts: Iterable[str]) -> str:
    return "  ·  ".join(part for part in parts if part)


def _pairs(rows: list[tuple[str, str]], language: str) -> list[Values]:
    return [{"label": label(key, language), "value": breakable(value)} for key, value in rows if value]


def _preceding(document: InvoiceDocument) -> str:
    day = format_day(document.preceding_invoice_issued_on, document.language)
    return ", ".join(part for part in (document.preceding_invoice_number, day) if part)
