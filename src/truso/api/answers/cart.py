"""What the API answers about carts and checkouts."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from truso.api.answers.base import View
from truso.api.answers.catalog import AvailabilityView, ContentView, PriceView, PromisedPartView, SubstituteView
from truso.api.encoding import Amount, Percent, Quantity
from truso.api.problems import RefusalView


class VisitorView(View, frozen=True):
    """A visitor's token: send it as `Truso-Visitor` to keep a cart."""

    token: str


class LineResult(View, frozen=True):
    """What became of a line sent: added (with the cart line's UUID) or refused (with the reasons)."""

    index: int
    sku: str
    status: str
    line: UUID | None
    refusals: list[RefusalView]


class LineResults(View, frozen=True):
    """What became of each line, in the order sent, and how many lines the cart has now."""

    results: list[LineResult]
    added: int
    refused: int
    cart_lines: int


class AllowanceView(View, frozen=True):
    """What a campaign takes off a line: with VAT where the prices hold it. The line's amounts are what remains."""

    name: str
    amount: Amount


class CodeView(View, frozen=True):
    """A code in the cart. `outcome` is counts, nothing (it takes nothing off these goods, or another campaign gives more) or
    why it is not valid: code_not_found, code_ended, code_used_up, code_used_before, code_needs_sign_in.
    """

    code: str
    outcome: str
    campaign: str


class GiftView(View, frozen=True):
    """An article given with the cart."""

    sku: str
    variant: UUID
    name: str
    campaign: str


class HintView(View, frozen=True):
    """What is missing for a campaign: so many articles, or goods for so much as the caller sees prices."""

    campaign: str
    kind: str
    articles: int
    amount: Amount


class CartLineView(View, frozen=True):
    """A line of the cart as it can be bought now."""

    uuid: UUID
    sku: str
    variant: UUID | None
    name: str
    quantity: Quantity
    reference: str
    unit: str
    price: PriceView | None
    net: Amount | None
    vat: Amount | None
    gross: Amount | None
    availability: AvailabilityView | None
    promise: list[PromisedPartView]
    refusals: list[RefusalView]
    notes: list[RefusalView]
    contents: list[ContentView]
    substitutes: list[SubstituteView]
    allowances: list[AllowanceView]


class CartView(View, frozen=True):
    """The cart with today's prices. `checkout_id` names the next submission of it; there is none before the first line.

    `free_freight` names the campaign that frees the freight, if one does.
    """

    checkout_id: UUID | None
    currency: str
    prices_include_vat: bool
    lines: list[CartLineView]
    codes: list[CodeView]
    gifts: list[GiftView]
    hints: list[HintView]
    free_freight: str
    net: Amount
    vat: Amount
    gross: Amount


class DeliveryOptionView(View, frozen=True):
    """A way to deliver these goods: the first of them arrive on `first_on`, all on `arrives_on`; counted from the approval
    of an order that needs one. Freight is free when the goods, as the caller sees prices and after discounts, come to
    `free_from`.
    """

    code: str
    name: str
    description: str
    net: Amount
    first_on: date
    arrives_on: date
    is_pickup: bool
    pickup_place: str
    free_from: Amount | None


class DeliveryTooHeavyView(View, frozen=True):
    """A way to deliver that is not offered as the goods weigh too much for it."""

    name: str
    is_pickup: bool
    most_kg: Quantity


class PaymentOptionView(View, frozen=True):
    """A way to pay, and why it can't be used if it can't."""

    code: str
    is_allowed: bool
    refusal: RefusalView | None


class PaymentTermView(View, frozen=True):
    """A payment term of orders on invoice. `percent` is what it puts on the prices of goods; `cash_percent` of the total may be
    kept back by who pays within `cash_days`. `is_chosen` marks the one these prices are for.
    """

    code: str
    name: str
    days: int
    percent: Percent
    cash_percent: Percent | None
    cash_days: int | None
    is_chosen: bool


class ApprovalNeedView(View, frozen=True):
    """The order would wait for one of these people, as it is over the person's limit."""

    amount: Amount
    limit: Amount
    approvers: list[str]


class ChargeView(View, frozen=True):
    """Something charged beside goods, such as freight."""

    code: str
    net: Amount
    vat: Amount
    gross: Amount


class ReviewView(View, frozen=True):
    """Everything a checkout offers. When `is_ready`, `POST /orders` with the same data places the order.

    `ship_to` is the country the VAT is counted for; `no_vat` says why there is none, by category of EN 16931.
    """

    is_ready: bool
    cart: CartView
    charges: list[ChargeView]
    net: Amount
    vat: Amount
    gross: Amount
    ship_to: str
    no_vat: dict[str, str]
    delivery: str | None
    first_on: date | None
    arrives_on: date | None
    missing_for_free_freight: Amount
    delivery_options: list[DeliveryOptionView]
    weight_kg: Quantity
    too_heavy: list[DeliveryTooHeavyView]
    needs_delivery: bool
    needs_address: bool
    needs_waiver: bool
    payment_options: list[PaymentOptionView]
    payment_terms: list[PaymentTermView]
    approval: ApprovalNeedView | None
    refusals: list[RefusalView]
