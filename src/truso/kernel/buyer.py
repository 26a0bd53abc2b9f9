"""Buyer: who is looking or buying, in which hat. Every query and operation for buyers takes one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from uuid import UUID


class Right(StrEnum):
    """What a member may do for a customer. A consumer holds all but APPROVE for their own account."""

    VIEW_PRICES = "view_prices"
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
    display_gross: bool
    price_list_ids: tuple[int, ...]
    assortment_id: int | None


@dataclass(frozen=True, slots=True)
class BuyerCustomer:
    """The trading party behind the hat: a business, or a consumer.

    `ancestor_ids` runs from the parent upward. Terms are data here, never asked by kind.
    """

    id: int
    uuid: UUID
    name: str
    is_business: bool
    ancestor_ids: tuple[int, ...]
    segment_ids: tuple[int, ...]
    currency: str
    display_gross: bool
    payment_term_id: int | None
    order_limit: str | None
    po_number_required: bool
    invoice_allowed: bool


@dataclass(frozen=True, slots=True)
class Buyer:
    """Who is buying: market, person and hat, rights, prices and range in force, language and the moment.

    `price_list_ids` are the candidate price lists in rank order (contract, customer, segment, market);
    `assortment_ids` limits the range when not empty (a variant must be in at least one of them).
    `staff_id` is the staff member acting for the person, if any. `session_key` holds an anonymous cart.
    """

    market: BuyerMarket
    language: str
    now: datetime
    person_id: int | None = None
    person_name: str = ""
    customer: BuyerCustomer | None = None
    rights: frozenset[Right] = frozenset()
    price_list_ids: tuple[int, ...] = ()
    assortment_ids: tuple[int, ...] = ()
    best_price_wins: bool = False
    staff_id: int | None = None
    session_key: str = ""

    @property
    def currency(self) -> str:
        """The currency prices are shown and charged in."""
        return self.customer.currency if self.customer else self.market.currency

    @property
    def display_gross(self) -> bool:
        """True when prices are shown including VAT."""
        return self.customer.display_gross if self.customer else self.market.display_gross

    @property
    def customer_id(self) -> int | None:
        return self.customer.id if self.customer else None

    @property
    def is_business(self) -> bool:
        """True in a company hat. For what to show, ask the terms above instead; this names the audience."""
        return bool(self.customer and self.customer.is_business)

    def can(self, right: Right) -> bool:
        """Tell whether this hat carries the right."""
        return right in self.rights

    def at(self, moment: datetime) -> Buyer:
        """Return the same buyer at another moment."""
        return replace(self, now=moment)
