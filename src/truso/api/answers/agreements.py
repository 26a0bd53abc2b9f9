"""What the API answers about a company's agreements."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from truso.api.answers.base import View
from truso.api.encoding import Amount, Percent, Quantity, UnitPrice


class AgreementSummary(View, frozen=True):
    """A version of an agreement. `state` is sent, signed, active, expired, terminated or replaced; `valid_to` counts no more."""

    uuid: UUID
    number: str
    version: int
    title: str
    state: str
    valid_from: date
    valid_to: date | None


class AgreementList(View, frozen=True):
    """The company's agreements, the latest first."""

    items: list[AgreementSummary]


class BonusStepView(View, frozen=True):
    """What is paid back on the year's purchase from a sum on."""

    from_amount: Amount
    percent: Percent


class SignatureView(View, frozen=True):
    """Who signed, when, and the fingerprint of what was signed."""

    name: str
    at: datetime
    sha256: str


class WishView(View, frozen=True):
    """A change that was asked for: of an article (`sku`) or of the terms. `state` is open, agreed or declined."""

    uuid: UUID
    sku: str
    text: str
    price: UnitPrice | None
    state: str
    answer: str
    asked_at: datetime


class AgreementView(AgreementSummary, frozen=True):
    """An agreement in full. `sha256` is the fingerprint of the document that was sent; `range` is all, first, ask or only."""

    sha256: str
    may_sign: bool
    notice_days: int
    renews_months: int | None
    best_price_wins: bool
    payment_term: str
    free_freight_from: Amount | None
    delivery_method: str
    delivery_terms: str
    service_level: str
    other_terms: str
    range: str
    minimum_purchase: Amount | None
    bonus: list[BonusStepView]
    po_number_required: bool
    reference_required: bool
    owner: str
    orderers: list[str]
    receivers: list[str]
    contact: str
    signatures: list[SignatureView]
    wishes: list[WishView]
    bought: Amount


class AgreedPriceView(View, frozen=True):
    """A price of the agreement: net per `price_unit`, from a quantity, between days (`valid_to` counts no more)."""

    sku: str
    variant: UUID
    own_number: str
    name: str
    unit: str
    price_unit: int
    minimum_quantity: Quantity
    price: UnitPrice
    valid_from: date
    valid_to: date | None


class AgreedPriceList(View, frozen=True):
    """Prices by article number, 100 at a time; `has_more` when another page follows."""

    items: list[AgreedPriceView]
    has_more: bool
