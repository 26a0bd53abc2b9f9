"""Frozen documents named by the terms of EN 16931 in plain English.

A document arrives computed and is stored as JSON; every rendering (PDF, UBL, mail) comes from that JSON, so that
what was sent can be written again, letter by letter, years later. Amounts are `Decimal` in the document's currency.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal, TypeVar

import msgspec

from truso.kernel.money import ZERO
from truso.kernel.refusals import refuse

ONE = Decimal(1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A seller, buyer or recipient (BG-4, BG-7, BG-13).

    `organization_number` is the legal number without prefix; `vat_number` carries its country prefix, Norwegian
    ones also `MVA`. `endpoint_scheme` is an electronic address scheme (0192 Norway, 0007 Sweden, 9945 Poland).
    `bank_account` is the domestic number as written on paper: Norwegian account, bankgiro (`5555-1234`) or
    plusgiro (`12 34 56-7`).
    """

    name: str
    organization_number: str = ""
    vat_number: str = ""
    street: str = ""
    street2: str = ""
    postcode: str = ""
    city: str = ""
    country: str = ""
    email: str = ""
    phone: str = ""
    contact: str = ""
    endpoint_scheme: str = ""
    endpoint_id: str = ""
    registered_in_register_of_business_enterprises: bool = False
    bank_account: str = ""
    iban: str = ""
    bic: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LineAllowance:
    """A reduction of one line (BG-27); the amount is positive."""

    amount: Decimal
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentLine:
    """A line with its price (BG-25). `unit` is a code of UN/ECE recommendation 20 (`C62` piece, `MTR`, `KGM`, `HUR`).

    `net_amount` is what remains after the line's allowances, rounded: quantity x unit price / base quantity less
    allowances. It excludes VAT, as do the unit price and allowances, unless the document says `prices_include_vat`.
    `expected_on` is the day the line is promised for (order confirmations).
    """

    position: int
    sku: str
    name: str
    quantity: Decimal
    unit_price: Decimal
    net_amount: Decimal
    gtin: str = ""
    description: str = ""
    unit: str = "C62"
    price_base_quantity: Decimal = ONE
    allowances: tuple[LineAllowance, ...] = ()
    vat_category: str = "S"
    vat_rate: Decimal = ZERO
    buyer_item_number: str = ""
    order_line_reference: str = ""
    note: str = ""
    expected_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class VatGroup:
    """The VAT of one category and rate (BG-23). `category` is one of S, Z, E, AE, K, G, O."""

    category: str
    rate: Decimal
    taxable_amount: Decimal
    vat_amount: Decimal
    exemption_reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Charge:
    """Freight or another charge on the whole document (BG-21); a negative amount is an allowance (BG-20)."""

    amount: Decimal
    reason: str = ""
    vat_category: str = "S"
    vat_rate: Decimal = ZERO


@dataclass(frozen=True, slots=True, kw_only=True)
class InvoiceDocument:
    """An invoice or credit note. Amounts of a credit note are positive: the kind says which way they go.

    `buyer_order_reference` is the buyer's purchase order number (BT-13), `buyer_reference` the person or cost center
    (BT-10), `order_number` the shop's own order. `payment_reference` is the KID or OCR number (BT-83).
    `charge_total` is the signed sum of `charges`; `prepaid` and `rounding` lead from `tax_inclusive` to `payable`.
    """

    kind: Literal["invoice", "credit_note"]
    number: str
    issued_on: date
    currency: str
    language: str
    seller: Party
    buyer: Party
    lines: tuple[DocumentLine, ...]
    vat_groups: tuple[VatGroup, ...]
    line_total: Decimal
    tax_exclusive: Decimal
    tax_inclusive: Decimal
    payable: Decimal
    charges: tuple[Charge, ...] = ()
    charge_total: Decimal = ZERO
    prepaid: Decimal = ZERO
    rounding: Decimal = ZERO
    due_on: date | None = None
    ship_to: Party | None = None
    delivered_on: date | None = None
    order_number: str = ""
    buyer_order_reference: str = ""
    buyer_reference: str = ""
    sales_order_reference: str = ""
    despatch_reference: str = ""
    contract_reference: str = ""
    preceding_invoice_number: str = ""
    preceding_invoice_issued_on: date | None = None
    payment_reference: str = ""
    payment_terms_text: str = ""
    prices_include_vat: bool = False
    notes: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderDocument:
    """An order confirmation: what was agreed, with the prices that the invoice will carry."""

    number: str
    placed_on: date
    currency: str
    language: str
    seller: Party
    buyer: Party
    lines: tuple[DocumentLine, ...]
    vat_groups: tuple[VatGroup, ...]
    line_total: Decimal
    tax_exclusive: Decimal
    tax_inclusive: Decimal
    payable: Decimal
    charges: tuple[Charge, ...] = ()
    charge_total: Decimal = ZERO
    prepaid: Decimal = ZERO
    rounding: Decimal = ZERO
    ship_to: Party | None = None
    expected_on: date | None = None
    # What of a line (by its position) comes on which day, where it does not all come together.
    expected_parts: tuple[tuple[int, Decimal, date], ...] = ()
    counts_from_approval: bool = False
    is_pickup: bool = False
    pickup_place: str = ""
    ordered_by: str = ""
    buyer_order_reference: str = ""
    buyer_reference: str = ""
    contract_reference: str = ""
    delivery_method: str = ""
    payment_terms_text: str = ""
    prices_include_vat: bool = False
    notes: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliveryLine:
    """What was ordered, what lies in this delivery and what is still to come."""

    position: int
    sku: str
    name: str
    ordered: Decimal
    delivered: Decimal
    outstanding: Decimal
    unit: str = "C62"
    gtin: str = ""
    description: str = ""
    buyer_item_number: str = ""
    order_line_reference: str = ""
    expected_on: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliveryDocument:
    """A delivery note: no prices, all references, what is outstanding and when it comes."""

    number: str
    shipped_on: date
    language: str
    seller: Party
    buyer: Party
    lines: tuple[DeliveryLine, ...]
    ship_to: Party | None = None
    is_pickup: bool = False
    pickup_place: str = ""
    order_number: str = ""
    buyer_order_reference: str = ""
    buyer_reference: str = ""
    carrier: str = ""
    tracking_number: str = ""
    parcels: int | None = None
    weight_kg: Decimal | None = None
    notes: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PickLine:
    """Goods to fetch: where they lie and how many."""

    position: int
    bin: str
    sku: str
    name: str
    quantity: Decimal
    unit: str = "C62"
    gtin: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PickListDocument:
    """A pick list for one warehouse, lines in walking order."""

    number: str
    created_on: date
    language: str
    seller: Party
    location: str
    lines: tuple[PickLine, ...]
    order_number: str = ""
    customer_name: str = ""
    ship_to: Party | None = None
    delivery_method: str = ""
    ship_on: date | None = None
    notes: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DataSheetText:
    """A headed paragraph of a data sheet; blank lines in the body part paragraphs."""

    heading: str
    body: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DataSheet:
    """A document about a product. `picture` holds the bytes of an SVG, PNG or JPEG file; rows are (attribute, value).

    `kind` is data_sheet, declaration, assembly_guide or safety_data_sheet. Of `article_columns`, `sku` and `gtin` are
    put into words; each row of `articles` has a value per column.
    """

    title: str
    sku: str
    language: str
    brand: str = ""
    gtin: str = ""
    summary: str = ""
    picture: bytes = b""
    attributes: tuple[tuple[str, str], ...] = ()
    texts: tuple[DataSheetText, ...] = ()
    article_columns: tuple[str, ...] = ()
    articles: tuple[tuple[str, ...], ...] = ()
    kind: str = "data_sheet"
    publisher: str = ""
    updated_on: date | None = None


Document = TypeVar("Document", InvoiceDocument, OrderDocument, DeliveryDocument, PickListDocument, DataSheet)


def to_json(document: InvoiceDocument | OrderDocument | DeliveryDocument | PickListDocument | DataSheet) -> str:
    """Write a document as JSON: decimals and dates as strings, no digit lost."""
    return msgspec.json.encode(document).decode()


def from_json(kind: type[Document], data: str | bytes) -> Document:
    """Read a document written by `to_json`. Refuses (`document_unreadable`) what is not one of that kind."""
    try:
        return msgspec.json.decode(data, type=kind)
    except msgspec.DecodeError as error:
        raise refuse("document_unreadable", kind=kind.__name__, reason=str(error)) from error
