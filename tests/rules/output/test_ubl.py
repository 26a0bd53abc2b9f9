"""E-invoices pass the schema and every rule, ours and the official ones; what cannot be received is refused."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from lxml import etree

from tests.rules.output import samples
from tests.rules.output.rulefolders import needs_specs
from truso.kernel.refusals import Refused
from truso.modules.output.documents import InvoiceDocument, from_json, to_json
from truso.modules.output.rulecheck import RuleChecker
from truso.modules.output.ubl import write_ubl

D = Decimal
NS = {
    "cac": "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2",
    "cbc": "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2",
}
DOCUMENTS: dict[str, Callable[[], InvoiceDocument]] = {
    "Norwegian, two rates, freight, allowance, KID, PO": samples.no_invoice,
    "Swedish, OCR to bankgiro": samples.se_invoice,
    "Polish, three rates": samples.pl_invoice,
    "export at rate 0": samples.export_invoice,
    "credit note": samples.credit_note,
    "document allowance, part paid, rounded": samples.allowance_invoice,
    "300 lines": samples.long_invoice,
}
documents = pytest.mark.parametrize("document", [make() for make in DOCUMENTS.values()], ids=list(DOCUMENTS))


def texts(xml: bytes, path: str) -> list[str]:
    return [element.text or "" for element in etree.fromstring(xml).iterfind(path, NS)]


@documents
def test_a_document_passes_the_schema_and_the_bundled_rules(
    document: InvoiceDocument, bundled_rules: RuleChecker
) -> None:
    report = bundled_rules.check(write_ubl(document))
    assert (report.errors, report.warnings) == ((), ())


def of_category(category: str) -> InvoiceDocument:
    """An invoice without VAT to a Swedish buyer, for the reason the category stands for."""
    export = samples.export_invoice()
    seller = replace(samples.NO_SELLER, vat_number="") if category == "O" else samples.NO_SELLER
    buyer = replace(samples.SE_BUYER, vat_number="") if category == "O" else samples.SE_BUYER
    reason = "" if category == "Z" else "Reason for no VAT"
    return replace(
        export,
        seller=seller,
        buyer=buyer,
        ship_to=buyer,
        lines=tuple(replace(line, vat_category=category) for line in export.lines),
        charges=tuple(replace(charge, vat_category=category) for charge in export.charges),
        vat_groups=tuple(replace(group, category=category, exemption_reason=reason) for group in export.vat_groups),
    )


@needs_specs
@pytest.mark.parametrize("category", ["Z", "E", "AE", "K", "G", "O"])
def test_every_reason_for_no_vat_passes_the_official_rules(category: str, official_rules: RuleChecker) -> None:
    report = official_rules.check(write_ubl(of_category(category)))
    assert (report.errors, report.warnings) == ((), ())


@needs_specs
@documents
def test_a_document_passes_the_official_rules_of_may_2026(
    document: InvoiceDocument, official_rules: RuleChecker
) -> None:
    report = official_rules.check(write_ubl(document))
    assert (report.errors, report.warnings) == ((), ())


@documents
def test_a_document_read_back_from_its_json_gives_the_same_bytes(document: InvoiceDocument) -> None:
    assert write_ubl(from_json(InvoiceDocument, to_json(document))) == write_ubl(document)


def test_a_norwegian_invoice_carries_what_buyers_book_by() -> None:
    xml = write_ubl(samples.no_invoice())
    wanted = {
        "cac:OrderReference/cbc:ID": ["PO-4711"],
        "cac:OrderReference/cbc:SalesOrderID": ["SO-20418"],
        "cbc:BuyerReference": ["Kari Solheim, prosjekt 2207"],
        "cac:DespatchDocumentReference/cbc:ID": ["D-30977"],
        "cac:PaymentMeans/cbc:PaymentID": ["00001002450"],
        "cac:PaymentMeans/cac:PayeeFinancialAccount/cbc:ID": ["12345678903"],
        "cac:AccountingSupplierParty/cac:Party/cac:PartyTaxScheme/cbc:CompanyID": [
            "NO123456785MVA",
            "Foretaksregisteret",
        ],
        "cac:AllowanceCharge/cbc:AllowanceChargeReason": ["Frakt"],
        "cac:InvoiceLine/cac:OrderLineReference/cbc:LineID": ["10", "20", "30", "40"],
        "cac:InvoiceLine/cac:AllowanceCharge/cbc:Amount": ["523.50"],
        "cac:InvoiceLine/cac:Price/cbc:BaseQuantity": ["100"],
        "cac:LegalMonetaryTotal/cbc:ChargeTotalAmount": ["149.00"],
    }
    assert {path: texts(xml, path) for path in wanted} == wanted


def test_a_swedish_seller_is_paid_to_the_bankgiro_and_a_foreign_buyer_pays_to_the_iban() -> None:
    account = "cac:PaymentMeans/cac:PayeeFinancialAccount"
    swedish, abroad = write_ubl(samples.se_invoice()), write_ubl(samples.export_invoice())
    branch = f"{account}/cac:FinancialInstitutionBranch/cbc:ID"
    assert (texts(swedish, f"{account}/cbc:ID"), texts(swedish, branch)) == (["55551234"], ["SE:BANKGIRO"])
    assert (texts(abroad, f"{account}/cbc:ID"), texts(abroad, branch)) == (["NO9386011117947"], ["TRUSNOKK"])


def test_a_credit_note_names_its_invoice_and_has_positive_amounts() -> None:
    xml = write_ubl(samples.credit_note())
    assert etree.QName(etree.fromstring(xml)).localname == "CreditNote"
    assert texts(xml, "cac:BillingReference/cac:InvoiceDocumentReference/cbc:ID") == ["100245"]
    assert texts(xml, "cac:LegalMonetaryTotal/cbc:PayableAmount") == ["4144.38"]


@documents
def test_no_element_is_empty(document: InvoiceDocument) -> None:
    root = etree.fromstring(write_ubl(document))
    assert [e.tag for e in root.iter() if len(e) == 0 and not (e.text or "").strip()] == []


def test_markup_and_control_characters_in_texts_do_no_harm(bundled_rules: RuleChecker) -> None:
    invoice = samples.no_invoice()
    hostile = replace(invoice, notes="</Invoice>\x00\x0b & <script>", buyer_reference="]]>\ud800 \u2028 R&D")
    xml = write_ubl(hostile)
    assert texts(xml, "cbc:Note") == ["</Invoice> & <script>"]
    assert bundled_rules.check(xml).errors == ()


def broken() -> dict[str, tuple[dict[str, Any], list[tuple[str, str]]]]:
    no, buyer = samples.NO_SELLER, samples.NO_BUYER
    return {
        "payable one too much": ({"payable": samples.no_invoice().payable + 1}, [("payable_mismatch", "payable")]),
        "no references": (
            {"buyer_reference": "", "buyer_order_reference": " "},
            [("reference_missing", "buyer_reference")],
        ),
        "MVA missing": (
            {"seller": replace(no, vat_number="NO123456785")},
            [("vat_number_invalid", "seller.vat_number")],
        ),
        "MVA number with a wrong check digit": (
            {"seller": replace(no, vat_number="NO123456786MVA")},
            [("vat_number_invalid", "seller.vat_number")],
        ),
        "organization number with a wrong check digit": (
            {"buyer": replace(buyer, organization_number="987654321", endpoint_id="987654321")},
            [
                ("endpoint_invalid", "buyer.endpoint_id"),
                ("organization_number_invalid", "buyer.organization_number"),
            ],
        ),
        "nowhere to send it": (
            {"buyer": replace(buyer, endpoint_scheme="", endpoint_id="")},
            [("endpoint_missing", "buyer.endpoint_id")],
        ),
        "neither due date nor terms": ({"due_on": None, "payment_terms_text": ""}, [("due_date_missing", "due_on")]),
        "seller without VAT number": (
            {"seller": replace(no, vat_number="")},
            [("vat_number_missing", "seller.vat_number")],
        ),
    }


@pytest.mark.parametrize("name", broken())
def test_what_cannot_be_received_is_refused_for_its_reason(name: str) -> None:
    changes, reasons = broken()[name]
    with pytest.raises(Refused) as refused:
        write_ubl(replace(samples.no_invoice(), **changes))
    assert [(refusal.code, refusal.subject) for refusal in refused.value.refusals] == reasons


def test_prices_with_vat_are_refused_because_e_invoices_have_net_prices() -> None:
    with pytest.raises(Refused) as refused:
        write_ubl(samples.consumer_invoice())
    assert "prices_include_vat" in {refusal.code for refusal in refused.value.refusals}


def test_export_without_a_reason_and_reverse_charge_without_the_buyers_number_are_refused() -> None:
    export = samples.export_invoice()
    silent = replace(export, vat_groups=tuple(replace(group, exemption_reason="") for group in export.vat_groups))
    reverse = replace(
        export,
        lines=tuple(replace(line, vat_category="AE") for line in export.lines),
        charges=tuple(replace(charge, vat_category="AE") for charge in export.charges),
        vat_groups=tuple(replace(group, category="AE") for group in export.vat_groups),
    )
    for document, reason in (
        (silent, ("exemption_reason_missing", "vat_groups.0")),
        (reverse, ("vat_number_missing", "buyer.vat_number")),
    ):
        with pytest.raises(Refused) as refused:
            write_ubl(document)
        assert [(refusal.code, refusal.subject) for refusal in refused.value.refusals] == [reason]
