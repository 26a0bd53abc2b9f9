"""What a checkout is and what it offers: plain values, and the pure decisions behind them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from truso.kernel.money import ZERO
from truso.kernel.refusals import Refusal
from truso.kernel.texts import one_line
from truso.kernel.value import Value
from truso.modules.cart.queries import CartItem
from truso.modules.catalog.articles import Article
from truso.modules.delivery.queries import DeliveryOption, DeliveryTooHeavy
from truso.modules.delivery.rules import PromisedPart
from truso.modules.inventory.queries import Availability
from truso.modules.pricing.values import PricedBasket, PricedLine
from truso.processes.terms import TermOption

FREIGHT = "freight"
INVOICE = "invoice"
YES_OR_NO = ("keep_address", "terms_accepted", "withdrawal_waived")
_EMAIL = re.compile(r"^[^\s@]{1,64}@[^\s@]+\.[^\s@]{2,}$")
_POSTCODES = {"NO": re.compile(r"^\d{4}$"), "SE": re.compile(r"^\d{3} ?\d{2}$"), "PL": re.compile(r"^\d{2}-\d{3}$")}


@dataclass(frozen=True, slots=True)
class CheckoutData:
    """What the buyer fills in. `address` is the UUID of a kept address; without it the address fields count.

    With `keep_address` those go into the buyer's address book as the order is placed. `withdrawal_waived` is the consent to
    have files and keys at once and lose the right of withdrawal (Directive 2011/83/EU, article 16 (m); angrerettloven § 22 n).
    """

    email: str = ""
    name: str = ""
    phone: str = ""
    address: str = ""
    street: str = ""
    street2: str = ""
    postcode: str = ""
    city: str = ""
    country: str = ""
    delivery: str = ""
    payment: str = ""
    payment_term: str = ""
    po_number: str = ""
    reference: str = ""
    instructions: str = ""
    keep_address: bool = False
    terms_accepted: bool = False
    withdrawal_waived: bool = False
    expected_total: str = ""

    @classmethod
    def read(cls, data: Mapping[str, Any]) -> CheckoutData:
        """Take the known fields of a form or stored draft; control characters and over-long texts are cut."""
        known: dict[str, Any] = {}
        for one in fields(cls):
            value = data.get(one.name)
            if one.name in YES_OR_NO:
                known[one.name] = str(value).lower() in {"on", "true", "1", "yes"}
            elif value is not None:
                known[one.name] = one_line(str(value))[:500]
        return cls(**known)


class ReviewLine(Value, frozen=True):
    """A cart line as it can be bought now. `refusals` stop the order; `notes` tell what changed."""

    item: CartItem
    article: Article | None
    price: PricedLine | None
    availability: Availability | None
    promise: tuple[PromisedPart, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    notes: tuple[Refusal, ...] = ()

    @property
    def is_goods(self) -> bool:
        """True for what is packed and sent; so is an article that can't be found."""
        return self.article is None or self.article.is_goods

    @property
    def is_missing(self) -> bool:
        """True when it can't be bought because its article is short or no longer sold."""
        return any(one.code in {"out_of_stock", "article_discontinued"} for one in self.refusals)


@dataclass(frozen=True, slots=True)
class PaymentOption:
    """A way to pay, and why it can't be used if it can't."""

    code: str
    refusal: Refusal | None = None

    @property
    def is_allowed(self) -> bool:
        return self.refusal is None


@dataclass(frozen=True, slots=True)
class ApprovalNeed:
    """The order is over the person's limit: who may approve it (names), and by when."""

    amount: Decimal
    limit: Decimal
    approver_names: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CartReview:
    """What a cart costs and how it can be delivered, at this moment; freight is that of `delivery`.

    `gifts` are what campaigns give with it, as lines that cost nothing; those that can't be had are left out.
    `term` is the payment term its prices are for, `ship_to` the country its tax is that of.
    """

    cart_id: int | None
    checkout_id: UUID | None
    data: CheckoutData
    lines: tuple[ReviewLine, ...]
    basket: PricedBasket
    delivery_options: tuple[DeliveryOption, ...]
    delivery: DeliveryOption | None
    weight_kg: Decimal
    gifts: tuple[ReviewLine, ...] = ()
    term: TermOption | None = None
    ship_to: str = ""

    @property
    def with_gifts(self) -> tuple[ReviewLine, ...]:
        """What is ordered and what is given with it."""
        return (*self.lines, *self.gifts)

    @property
    def needs_delivery(self) -> bool:
        """True when there is something to bring; services and files alone are not shipped and pay no freight."""
        return not self.lines or any(line.is_goods for line in self.lines)

    @property
    def has_only_digital(self) -> bool:
        """True when everything is handed over over the net."""
        return bool(self.lines) and all(line.article and line.article.kind == "digital" for line in self.lines)

    @property
    def has_digital(self) -> bool:
        """True when there are files or keys to hand over."""
        return any(line.article and line.article.kind == "digital" for line in self.lines)

    @property
    def arrives_on(self) -> date | None:
        """The day the last of the goods arrive."""
        return self.delivery.arrives_on if self.delivery else None

    @property
    def first_on(self) -> date | None:
        """The day the first of the goods arrive."""
        return self.delivery.first_on if self.delivery else None

    @property
    def missing_for_free_freight(self) -> Decimal:
        """What the goods lack for free freight, as the buyer sees prices; nothing when it is free, or never is."""
        if self.delivery is None or not self.delivery.amount or self.delivery.free_from is None:
            return ZERO
        return max(self.delivery.free_from - self.basket.goods_shown, ZERO)


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckoutReview(CartReview):
    """Everything a checkout page or API call offers. Without refusals the order can be placed."""

    payment_options: tuple[PaymentOption, ...]
    term_options: tuple[TermOption, ...]
    approval: ApprovalNeed | None
    too_heavy: tuple[DeliveryTooHeavy, ...]
    needs_address: bool
    needs_waiver: bool
    refusals: tuple[Refusal, ...]

    @property
    def is_ready(self) -> bool:
        """True when nothing stands in the way of the order."""
        return not self.refusals

    def refusals_about(self, subject: str) -> list[Refusal]:
        """Return what is wrong with one field or line."""
        return [refusal for refusal in self.refusals if refusal.subject == subject]


def check_contact(data: CheckoutData, *, needs_address: bool, market_country: str) -> list[Refusal]:
    """Return what is missing or malformed in the contact and address fields."""
    refusals = []
    if not _EMAIL.match(data.email) or len(data.email) > 254:
        refusals.append(Refusal("email_invalid", subject="email"))
    if not data.name:
        refusals.append(Refusal("field_required", subject="name"))
    if not needs_address:
        return refusals
    refusals += [
        Refusal("field_required", subject=name) for name in ("street", "postcode", "city") if not getattr(data, name)
    ]
    country = data.country.upper() or market_country
    pattern = _POSTCODES.get(country)
    if data.postcode and pattern and not pattern.match(data.postcode):
        refusals.append(Refusal("postcode_invalid", {"country": country}, "postcode"))
    return refusals


def check_po_number(po_number: str, *, required: bool, pattern: str) -> Refusal | None:
    """Return what is wrong with the purchase order number, if anything."""
    if not po_number:
        return Refusal("po_number_required", subject="po_number") if required else None
    if pattern and not re.fullmatch(pattern, po_number):
        return Refusal("po_number_pattern", {"pattern": pattern}, "po_number")
    return None
