"""Buyer: who is looking or buying, in which hat. Every query and operation for buyers takes one."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo


class Right(StrEnum):
    """What a hat may do. Which role carries which right stands in `customers.rules`."""

    ORDER = "order"
    APPROVE = "approve"
    VIEW_ALL_ORDERS = "view_all_orders"
    VIEW_INVOICES = "view_invoices"
    RECEIVE = "receive"
    MANAGE_MEMBERS = "manage_members"
    MANAGE_ADDRESSES = "manage_addresses"
    VIEW_AGREEMENT = "view_agreement"


@dataclass(frozen=True, slots=True)
class BuyerMarket:
    """The market's data a buyer needs on every page."""

    id: int
    code: str
    country: str
    currency: str
    timezone: str
    languages: tuple[str, ...]
    display_gross: bool
    price_gate: str = ""
    ships_to: tuple[str, ...] = ()
    oss_since: date | None = None


@dataclass(frozen=True, slots=True)
class BuyerCustomer:
    """The trading party behind the hat: a business, or a consumer.

    `ancestor_ids` runs from the parent upward. Terms are data here, never asked by kind. `vat_number` is one that was found
    valid and counts until `vat_valid_until`; what nobody has confirmed is not here.
    """

    id: int
    uuid: UUID
    number: str
    name: str
    is_business: bool
    display_gross: bool
    ancestor_ids: tuple[int, ...] = ()
    segment_ids: tuple[int, ...] = ()
    payment_term_id: int | None = None
    invoice_allowed: bool = False
    is_blocked: bool = False
    po_number_required: bool = False
    po_number_pattern: str = ""
    vat_number: str = ""
    vat_valid_until: date | None = None
    has_exemption: bool = False

    @property
    def ids(self) -> tuple[int, ...]:
        """The customer and those it inherits terms from, nearest first."""
        return (self.id, *self.ancestor_ids)


@dataclass(frozen=True, slots=True)
class Buyer:
    """Who is buying: market, person and hat, rights, language and the moment.

    `order_limit` is what the person may order without approval (ex VAT, incl. freight; None means no limit).
    `staff_id` is the staff member acting for the person, if any. `session_key` holds a visitor's cart.
    `memo` keeps what has been looked up for this buyer already; it lives as long as the request.
    """

    market: BuyerMarket
    language: str
    now: datetime
    person_id: int | None = None
    person_name: str = ""
    customer: BuyerCustomer | None = None
    rights: frozenset[Right] = frozenset()
    order_limit: Decimal | None = None
    staff_id: int | None = None
    session_key: str = ""
    memo: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)

    @property
    def currency(self) -> str:
        """The currency prices are shown and charged in."""
        return self.market.currency

    @property
    def display_gross(self) -> bool:
        """True when prices are shown including VAT."""
        return self.customer.display_gross if self.customer else self.market.display_gross

    @property
    def customer_id(self) -> int | None:
        return self.customer.id if self.customer else None

    @property
    def is_business(self) -> bool:
        """True in a company hat. It names the audience; for terms, ask the data above instead."""
        return bool(self.customer and self.customer.is_business)

    @property
    def today(self) -> date:
        """The day it is in the buyer's market."""
        return self.now.astimezone(ZoneInfo(self.market.timezone)).date()

    def can(self, right: Right) -> bool:
        """Tell whether this hat carries the right."""
        return right in self.rights

    def at(self, moment: datetime) -> Buyer:
        """Return the same buyer at another moment."""
        return replace(self, now=moment, memo={})

    def reading(self, language: str) -> Buyer:
        """Return the same buyer reading another language."""
        return replace(self, language=language, memo={})
