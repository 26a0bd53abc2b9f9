"""What an e-invoice needs beyond sums: parties one can send to and from, references, reasons for no VAT."""

from __future__ import annotations

from collections.abc import Iterator

from truso.kernel.refusals import Refusal, Refused
from truso.modules.output import parties
from truso.modules.output.checks import check_document
from truso.modules.output.documents import InvoiceDocument, Party

# Categories for which the buyer reads why there is no VAT. Source: EN 16931-1 BR-E-10, BR-AE-10, BR-IC-10, BR-G-10.
REASON_REQUIRED = frozenset({"E", "AE", "K", "G", "O"})
BUYER_VAT_NUMBER_REQUIRED = frozenset({"AE", "K"})


def check_invoice(document: InvoiceDocument) -> None:
    """Refuse an invoice that the receiver's access point would refuse, with every reason at once.

    Source: Peppol BIS Billing 3 (R003, R010, R020, COMMON-R041, NO-R-001, SE-R) and EN 16931-1.
    """
    check_document(document)
    refusals = [
        *_document(document),
        *_party(document.seller, "seller"),
        *_party(document.buyer, "buyer"),
        *_categories(document),
    ]
    if refusals:
        raise Refused(*refusals)


def _document(document: InvoiceDocument) -> Iterator[Refusal]:
    if document.prices_include_vat:
        yield Refusal("prices_include_vat", subject="prices_include_vat")
    if not (document.buyer_reference.strip() or document.buyer_order_reference.strip()):
        yield Refusal("reference_missing", subject="buyer_reference")
    if document.kind == "invoice" and document.payable > 0 and not document.due_on and not document.payment_terms_text:
        yield Refusal("due_date_missing", subject="due_on")
    if document.ship_to and not document.ship_to.country:
        yield Refusal("country_missing", subject="ship_to.country")


def _party(party: Party, role: str) -> Iterator[Refusal]:
    if not party.country:
        yield Refusal("country_missing", subject=f"{role}.country")
    if not (party.endpoint_scheme and party.endpoint_id):
        yield Refusal("endpoint_missing", subject=f"{role}.endpoint_id")
    elif not parties.is_valid_electronic_number(party.endpoint_scheme, party.endpoint_id):
        yield Refusal("endpoint_invalid", {"found": party.endpoint_id}, subject=f"{role}.endpoint_id")
    scheme = parties.LEGAL_SCHEMES.get(party.country, "")
    number = parties.legal_number(party)
    if number and not parties.is_valid_electronic_number(scheme, number):
        found = {"found": party.organization_number}
        yield Refusal("organization_number_invalid", found, subject=f"{role}.organization_number")
    if party.vat_number and not parties.is_valid_vat_number(party):
        yield Refusal("vat_number_invalid", {"found": party.vat_number}, subject=f"{role}.vat_number")


def _categories(document: InvoiceDocument) -> Iterator[Refusal]:
    categories = {group.category for group in document.vat_groups}
    if "O" in categories and len(categories) > 1:
        yield Refusal("vat_categories_exclusive", subject="vat_groups")
    if categories - {"O"} and not document.seller.vat_number:
        yield Refusal("vat_number_missing", subject="seller.vat_number")
    if categories & BUYER_VAT_NUMBER_REQUIRED and not document.buyer.vat_number:
        yield Refusal("vat_number_missing", subject="buyer.vat_number")
    if "K" in categories and not (document.delivered_on and document.ship_to):
        yield Refusal("delivery_missing", subject="ship_to")
    for index, group in enumerate(document.vat_groups):
        if group.category in REASON_REQUIRED and not group.exemption_reason.strip():
            yield Refusal("exemption_reason_missing", {"category": group.category}, subject=f"vat_groups.{index}")
