"""What the API answers about orders, shipments, approvals and invoices."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from truso.api.answers.base import View
from truso.api.answers.cart import AllowanceView
from truso.api.answers.catalog import ContentView, PromisedPartView
from truso.api.encoding import Amount, Percent, Quantity, UnitPrice


class PlaceView(View, frozen=True):
    """An address as it was copied into an order."""

    name: str
    contact: str
    street: str
    street2: str
    postcode: str
    city: str
    country: str
    phone: str


class OrderSummary(View, frozen=True):
    """An order as lists show it."""

    uuid: UUID
    number: str
    state: str
    fulfillment_status: str
    invoice_status: str
    payment_status: str
    placed_at: datetime
    currency: str
    net: Amount
    vat: Amount
    gross: Amount
    po_number: str
    reference: str
    ordered_by: str


class OrderPage(View, frozen=True):
    """A page of orders, the latest first."""

    items: list[OrderSummary]
    next_cursor: UUID | None


class OrderLineView(View, frozen=True):
    """A frozen line and what has happened to it. Charges have no article number.

    `supply` is `goods`, `service` or `digital`; `is_cut` marks one piece, cut to the quantity's length.
    """

    uuid: UUID
    kind: str
    sku: str
    name: str
    buyer_number: str
    reference: str
    supply: str
    is_cut: bool
    unit: str
    price_unit: int
    quantity: Quantity
    unit_price: UnitPrice
    vat_percent: Percent
    net: Amount
    vat: Amount
    gross: Amount
    shipped: Quantity
    invoiced: Quantity
    cancelled: Quantity
    returned: Quantity
    promise: list[PromisedPartView]
    contents: list[ContentView]
    allowances: list[AllowanceView]


class DigitalFileView(View, frozen=True):
    """A file that was bought; fetch it at `/orders/{uuid}/files/{file}`. The size is in bytes."""

    uuid: UUID
    name: str
    version: str
    size: int
    sha256: str


class DigitalView(View, frozen=True):
    """What was handed over of a line: keys in clear and files; `waiting` counts what is still to come."""

    line: UUID
    sku: str
    keys: list[str]
    files: list[DigitalFileView]
    waiting: int


class StepOfOrder(View, frozen=True):
    """Something that happened to an order."""

    kind: str
    at: datetime
    by: str
    params: dict[str, str]


class OrderView(View, frozen=True):
    """An order as it was placed, with its lines and what has happened since.

    `promise_counts_from` is `order`, or `approval` while the order waits for one: days are then as if approved today.
    `no_vat` says why there is no VAT, by category of EN 16931; `vat_number` is the number that decided it.
    """

    uuid: UUID
    number: str
    checkout_id: UUID
    state: str
    fulfillment_status: str
    invoice_status: str
    payment_status: str
    placed_at: datetime
    confirmed_at: datetime | None
    promised_on: date | None
    promise_counts_from: str
    is_pickup: bool
    pickup_place: str
    currency: str
    prices_include_vat: bool
    net: Amount
    vat: Amount
    gross: Amount
    no_vat: dict[str, str]
    vat_number: str
    payment_method: str
    payment_method_name: str
    po_number: str
    reference: str
    contact_name: str
    email: str
    phone: str
    ordered_by: str
    delivery_address: PlaceView
    billing_address: PlaceView
    lines: list[OrderLineView]
    digital: list[DigitalView]
    steps: list[StepOfOrder]


class PaymentStart(View, frozen=True):
    """Where to send the buyer to pay."""

    redirect_url: str


class ShipmentLineView(View, frozen=True):
    """A quantity of an order line in a shipment."""

    order_line: UUID
    sku: str
    name: str
    quantity: Quantity


class ShipmentView(View, frozen=True):
    """A shipment that left."""

    uuid: UUID
    number: str
    shipped_at: datetime
    tracking_number: str
    tracking_url: str
    packages: int
    lines: list[ShipmentLineView]


class ShipmentList(View, frozen=True):
    """What was sent of an order, first sent first."""

    items: list[ShipmentView]


class ApprovalView(View, frozen=True):
    """A request to approve an order."""

    uuid: UUID
    state: str
    order: UUID
    order_number: str
    amount: Amount
    limit: Amount
    currency: str
    requested_by: str
    requested_at: datetime
    deadline_at: datetime
    decided_by: str
    decided_at: datetime | None
    comment: str


class ApprovalList(View, frozen=True):
    """Requests, the latest first, at most 100."""

    items: list[ApprovalView]


class InvoiceSummary(View, frozen=True):
    """An invoice or credit note as lists show it."""

    uuid: UUID
    number: str
    kind: str
    order: UUID
    order_number: str
    issued_on: date
    due_on: date
    currency: str
    net: Amount
    vat: Amount
    gross: Amount
    open_amount: Amount
    payment_reference: str


class InvoicePage(View, frozen=True):
    """A page of invoices, the latest first."""

    items: list[InvoiceSummary]
    next_cursor: UUID | None


class InvoiceLineView(View, frozen=True):
    """A line as it was issued."""

    position: int
    sku: str
    name: str
    quantity: Quantity
    net: Amount
    vat: Amount
    gross: Amount
    vat_percent: Percent


class InvoiceView(View, frozen=True):
    """An invoice or credit note with its lines and where its files are."""

    summary: InvoiceSummary
    lines: list[InvoiceLineView]
    pdf_url: str
    ubl_url: str
