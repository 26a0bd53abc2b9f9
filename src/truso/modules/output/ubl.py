"""UBL 2.1 Invoice and CreditNote after Peppol BIS Billing 3, in Norway known as EHF Billing 3."""

from __future__ import annotations

import re
from decimal import Decimal

from lxml import etree

from truso.kernel.money import add_up, round_amount
from truso.kernel.quantity import format_quantity
from truso.modules.output import parties
from truso.modules.output.documents import Charge, DocumentLine, InvoiceDocument, Party, VatGroup
from truso.modules.output.texts import label
from truso.modules.output.ubl_checks import check_invoice

CBC = "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"
CAC = "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"
CUSTOMIZATION = "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0"
PROFILE = "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0"
GTIN_SCHEME = "0160"

# UNTDID 1001 and 4461.
_TYPE_CODE = {"invoice": "380", "credit_note": "381"}
_CREDIT_TRANSFER = "30"
_INSTRUMENT_NOT_DEFINED = "1"
# What XML 1.0 cannot hold, and what line breaks become.
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write_ubl(document: InvoiceDocument) -> bytes:
    """Write an invoice or credit note as UTF-8 UBL, ready to send.

    Refuses, by the codes of `check_document` and `check_invoice`, what does not add up or cannot be received.
    Amounts are written as they stand. Source: Peppol BIS Billing 3.0 (May 2026), EN 16931-1.
    """
    check_invoice(document)
    return _Writer(document).write()


class _Writer:
    """Builds one document. Empty texts leave no element, so no element is ever empty (Peppol R008)."""

    def __init__(self, document: InvoiceDocument) -> None:
        self.document = document
        self.is_invoice = document.kind == "invoice"
        name = "Invoice" if self.is_invoice else "CreditNote"
        main = f"urn:oasis:names:specification:ubl:schema:xsd:{name}-2"
        self.root = etree.Element(f"{{{main}}}{name}", nsmap={None: main, "cac": CAC, "cbc": CBC})

    def write(self) -> bytes:
        self._header()
        self._references()
        self._party("AccountingSupplierParty", self.document.seller, is_seller=True)
        self._party("AccountingCustomerParty", self.document.buyer)
        self._delivery()
        self._payment()
        for charge in self.document.charges:
            self._charge(charge)
        self._vat_total()
        self._totals()
        for line in self.document.lines:
            self._line(line)
        return etree.tostring(self.root, xml_declaration=True, encoding="UTF-8", pretty_print=True)

    def _header(self) -> None:
        document, root = self.document, self.root
        _text(root, "CustomizationID", CUSTOMIZATION)
        _text(root, "ProfileID", PROFILE)
        _text(root, "ID", document.number)
        _text(root, "IssueDate", document.issued_on.isoformat())
        if self.is_invoice and document.due_on:
            _text(root, "DueDate", document.due_on.isoformat())
        _text(root, "InvoiceTypeCode" if self.is_invoice else "CreditNoteTypeCode", _TYPE_CODE[document.kind])
        _text(root, "Note", document.notes)
        _text(root, "DocumentCurrencyCode", document.currency)
        _text(root, "BuyerReference", document.buyer_reference)

    def _references(self) -> None:
        document = self.document
        if document.buyer_order_reference.strip():
            order = _group(self.root, "OrderReference")
            _text(order, "ID", document.buyer_order_reference)
            _text(order, "SalesOrderID", document.sales_order_reference or document.order_number)
        if document.preceding_invoice_number:
            billing = _group(_group(self.root, "BillingReference"), "InvoiceDocumentReference")
            _text(billing, "ID", document.preceding_invoice_number)
            if document.preceding_invoice_issued_on:
                _text(billing, "IssueDate", document.preceding_invoice_issued_on.isoformat())
        if document.despatch_reference:
            _text(_group(self.root, "DespatchDocumentReference"), "ID", document.despatch_reference)
        if document.contract_reference:
            _text(_group(self.root, "ContractDocumentReference"), "ID", document.contract_reference)

    def _party(self, role: str, party: Party, *, is_seller: bool = False) -> None:
        element = _group(_group(self.root, role), "Party")
        _text(element, "EndpointID", party.endpoint_id, schemeID=party.endpoint_scheme)
        _text(_group(element, "PartyName"), "Name", party.name)
        _address(_group(element, "PostalAddress"), party)
        if party.vat_number:
            self._tax_scheme(element, parties.vat_number(party), "VAT")
        if is_seller and party.country == "NO" and party.registered_in_register_of_business_enterprises:
            self._tax_scheme(element, "Foretaksregisteret", "TAX")
        legal = _group(element, "PartyLegalEntity")
        _text(legal, "RegistrationName", party.name)
        scheme = {"schemeID": parties.LEGAL_SCHEMES[party.country]} if party.country in parties.LEGAL_SCHEMES else {}
        _text(legal, "CompanyID", parties.legal_number(party), **scheme)
        if party.contact or party.phone or party.email:
            contact = _group(element, "Contact")
            _text(contact, "Name", party.contact)
            _text(contact, "Telephone", party.phone)
            _text(contact, "ElectronicMail", party.email)

    @staticmethod
    def _tax_scheme(party: etree._Element, number: str, scheme: str) -> None:
        element = _group(party, "PartyTaxScheme")
        _text(element, "CompanyID", number)
        _text(_group(element, "TaxScheme"), "ID", scheme)

    def _delivery(self) -> None:
        ship_to, delivered_on = self.document.ship_to, self.document.delivered_on
        if not (ship_to or delivered_on):
            return
        delivery = _group(self.root, "Delivery")
        if delivered_on:
            _text(delivery, "ActualDeliveryDate", delivered_on.isoformat())
        if ship_to:
            _address(_group(_group(delivery, "DeliveryLocation"), "Address"), ship_to)
            if ship_to.name:
                _text(_group(_group(delivery, "DeliveryParty"), "PartyName"), "Name", ship_to.name)

    def _payment(self) -> None:
        document, seller = self.document, self.document.seller
        has_account = bool(seller.bank_account or seller.iban)
        if self.is_invoice and (has_account or document.payment_reference):
            means = _group(self.root, "PaymentMeans")
            _text(means, "PaymentMeansCode", _CREDIT_TRANSFER if has_account else _INSTRUMENT_NOT_DEFINED)
            _text(means, "PaymentID", document.payment_reference)
            if has_account:
                self._account(_group(means, "PayeeFinancialAccount"))
        terms = document.payment_terms_text or ("" if self.is_invoice else label("credit_terms", document.language))
        if terms:
            _text(_group(self.root, "PaymentTerms"), "Note", terms)

    def _account(self, element: etree._Element) -> None:
        """Domestic buyers pay to the domestic number, all others to the IBAN."""
        seller = self.document.seller
        abroad = bool(seller.iban) and self.document.buyer.country != seller.country
        giro = parties.swedish_giro(seller.bank_account) if seller.country == "SE" and not abroad else None
        if giro:
            _text(element, "ID", giro[1])
            _text(_group(element, "FinancialInstitutionBranch"), "ID", giro[0])
        elif seller.bank_account and not abroad:
            _text(element, "ID", parties.digits(seller.bank_account))
        else:
            _text(element, "ID", seller.iban.replace(" ", ""))
            if seller.bic:
                _text(_group(element, "FinancialInstitutionBranch"), "ID", seller.bic)

    def _charge(self, charge: Charge) -> None:
        is_charge = charge.amount >= 0
        element = _group(self.root, "AllowanceCharge")
        _text(element, "ChargeIndicator", "true" if is_charge else "false")
        default = label("charge" if is_charge else "allowance", self.document.language)
        _text(element, "AllowanceChargeReason", charge.reason or default)
        self._amount(element, "Amount", abs(charge.amount))
        _tax_category(_group(element, "TaxCategory"), charge.vat_category, charge.vat_rate)

    def _vat_total(self) -> None:
        total = _group(self.root, "TaxTotal")
        self._amount(total, "TaxAmount", add_up(group.vat_amount for group in self.document.vat_groups))
        for group in self.document.vat_groups:
            self._vat_group(_group(total, "TaxSubtotal"), group)

    def _vat_group(self, element: etree._Element, group: VatGroup) -> None:
        self._amount(element, "TaxableAmount", group.taxable_amount)
        self._amount(element, "TaxAmount", group.vat_amount)
        _tax_category(_group(element, "TaxCategory"), group.category, group.rate, group.exemption_reason)

    def _totals(self) -> None:
        document = self.document
        charges = add_up(charge.amount for charge in document.charges if charge.amount > 0)
        allowances = -add_up(charge.amount for charge in document.charges if charge.amount < 0)
        element = _group(self.root, "LegalMonetaryTotal")
        self._amount(element, "LineExtensionAmount", document.line_total)
        self._amount(element, "TaxExclusiveAmount", document.tax_exclusive)
        self._amount(element, "TaxInclusiveAmount", document.tax_inclusive)
        optional = {
            "AllowanceTotalAmount": allowances,
            "ChargeTotalAmount": charges,
            "PrepaidAmount": document.prepaid,
            "PayableRoundingAmount": document.rounding,
        }
        for name, amount in optional.items():
            if amount:
                self._amount(element, name, amount)
        self._amount(element, "PayableAmount", document.payable)

    def _line(self, line: DocumentLine) -> None:
        element = _group(self.root, "InvoiceLine" if self.is_invoice else "CreditNoteLine")
        _text(element, "ID", str(line.position))
        _text(element, "Note", line.note)
        quantity = "InvoicedQuantity" if self.is_invoice else "CreditedQuantity"
        _text(element, quantity, format_quantity(line.quantity), unitCode=line.unit)
        self._amount(element, "LineExtensionAmount", line.net_amount)
        if line.order_line_reference:
            _text(_group(element, "OrderLineReference"), "LineID", line.order_line_reference)
        for allowance in line.allowances:
            part = _group(element, "AllowanceCharge")
            _text(part, "ChargeIndicator", "false")
            reason = allowance.reason or label("allowance", self.document.language)
            _text(part, "AllowanceChargeReason", reason)
            self._amount(part, "Amount", allowance.amount)
        self._item(_group(element, "Item"), line)
        price = _group(element, "Price")
        _text(price, "PriceAmount", format_quantity(line.unit_price), currencyID=self.document.currency)
        if line.price_base_quantity != 1:
            _text(price, "BaseQuantity", format_quantity(line.price_base_quantity), unitCode=line.unit)

    @staticmethod
    def _item(item: etree._Element, line: DocumentLine) -> None:
        _text(item, "Description", line.description)
        _text(item, "Name", line.name)
        if line.buyer_item_number:
            _text(_group(item, "BuyersItemIdentification"), "ID", line.buyer_item_number)
        if line.sku:
            _text(_group(item, "SellersItemIdentification"), "ID", line.sku)
        if line.gtin:
            _text(_group(item, "StandardItemIdentification"), "ID", line.gtin, schemeID=GTIN_SCHEME)
        _tax_category(_group(item, "ClassifiedTaxCategory"), line.vat_category, line.vat_rate)

    def _amount(self, parent: etree._Element, name: str, amount: Decimal) -> None:
        rounded = round_amount(amount, self.document.currency) + 0
        _text(parent, name, f"{rounded:f}", currencyID=self.document.currency)


def _address(element: etree._Element, party: Party) -> None:
    _text(element, "StreetName", party.street)
    _text(element, "AdditionalStreetName", party.street2)
    _text(element, "CityName", party.city)
    _text(element, "PostalZone", party.postcode)
    _text(_group(element, "Country"), "IdentificationCode", party.country)


def _tax_category(element: etree._Element, category: str, rate: Decimal, reason: str = "") -> None:
    _text(element, "ID", category)
    if category != "O":  # Outside the scope of VAT there is no rate, not even zero (BR-O-05).
        _text(element, "Percent", format_quantity(rate))
    _text(element, "TaxExemptionReason", reason)
    _text(_group(element, "TaxScheme"), "ID", "VAT")


def _group(parent: etree._Element, name: str) -> etree._Element:
    return etree.SubElement(parent, f"{{{CAC}}}{name}")


def _text(parent: etree._Element, name: str, text: str, **attributes: str) -> None:
    clean = _NOT_XML.sub("", text).strip()
    if clean:
        etree.SubElement(parent, f"{{{CBC}}}{name}", attributes).text = clean
