"""A company's home: what its people come for, as far as there is something to show."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, F, Q
from django.utils.translation import gettext as _

from truso.kernel.buyer import Buyer, Right
from truso.kernel.texts import in_language
from truso.modules.agreements.queries import terms_in_force
from truso.modules.approvals.queries import list_requests
from truso.modules.cart.lists.queries import list_lists
from truso.modules.catalog.queries import cards_for
from truso.modules.content.queries import ArticleLink, list_articles
from truso.modules.customers.queries import get_customer
from truso.modules.orders.models import LineKind, OrderState
from truso.modules.orders.queries import last_bought, list_orders
from truso.storefront.basket import free_from_words
from truso.storefront.cards import ProductCard, write_cards
from truso.storefront.formats import format_money
from truso.storefront.list_page import ListEntry, write_entry
from truso.storefront.shell import optional_url
from truso.storefront.suggested import SuggestedCard, suggested_cards

ROWS, NEWS = 5, 3


@dataclass(frozen=True, slots=True)
class DeskOrder:
    """A recent order: its number, when, how much, and where to see or repeat it."""

    number: str
    placed_on: date
    reference: str
    amount: str
    url: str
    reorder_url: str


@dataclass(frozen=True, slots=True)
class DeskApproval:
    """An order that waits for a decision."""

    title: str
    by: str
    amount: str
    url: str


@dataclass(frozen=True, slots=True)
class DeskDelivery:
    """Goods on their way: when, and from which order."""

    due_on: date
    order_number: str
    lines: int
    is_late: bool
    url: str


@dataclass(frozen=True, slots=True)
class DeskAgreement:
    """The agreement the company buys on."""

    number: str
    title: str
    valid_to: date | None
    payment_term: str
    freight: str
    url: str


@dataclass(frozen=True, slots=True)
class DeskContact:
    """The person who looks after the company."""

    name: str
    initials: str
    email: str
    phone: str


@dataclass(frozen=True, slots=True)
class Desk:
    """Everything on a company's home page."""

    orders: tuple[DeskOrder, ...] = ()
    approvals: tuple[DeskApproval, ...] = ()
    deliveries: tuple[DeskDelivery, ...] = ()
    agreement: DeskAgreement | None = None
    contact: DeskContact | None = None
    bought: tuple[ProductCard, ...] = ()
    suggested: tuple[SuggestedCard, ...] = ()
    lists: tuple[ListEntry, ...] = ()
    news: tuple[ArticleLink, ...] = ()


def build_desk(buyer: Buyer) -> Desk:
    """Collect what the buyer's rights let them see."""
    bought = cards_for(buyer, last_bought(buyer, limit=8)) if buyer.can(Right.ORDER) else []
    return Desk(
        orders=_orders(buyer), approvals=_approvals(buyer), deliveries=_deliveries(buyer), agreement=_agreement(buyer),
        contact=_contact(buyer), bought=tuple(write_cards(buyer, bought, with_steps=True)),
        suggested=tuple(suggested_cards(buyer, limit=ROWS)) if buyer.can(Right.ORDER) else (),
        lists=tuple(write_entry(buyer, one) for one in list_lists(buyer)[:ROWS]),
        news=tuple(list_articles(buyer.language, "guide")[:NEWS]),
    )  # fmt: skip


def _orders(buyer: Buyer) -> tuple[DeskOrder, ...]:
    return tuple(
        DeskOrder(
            number=order.number, placed_on=buyer.at(order.placed_at).today, reference=order.reference or order.po_number,
            amount=format_money(order.net if not buyer.display_gross else order.gross, order.currency, buyer.language),
            url=optional_url("storefront:order", uuid=order.uuid), reorder_url=optional_url("storefront:reorder", uuid=order.uuid),
        )
        for order in list_orders(buyer)[:ROWS]
    )  # fmt: skip


def _approvals(buyer: Buyer) -> tuple[DeskApproval, ...]:
    if not buyer.can(Right.APPROVE):
        return ()
    return tuple(
        DeskApproval(
            title=_("Order to approve"), by=str(request.requested_by),
            amount=format_money(request.amount, request.currency, buyer.language),
            url=optional_url("storefront:approval", uuid=request.uuid),
        )
        for request in list_requests(buyer)[:ROWS]
    )  # fmt: skip


def _deliveries(buyer: Buyer) -> tuple[DeskDelivery, ...]:
    orders = list_orders(buyer, state=OrderState.CONFIRMED).exclude(promised_on=None).annotate(waiting=_waiting_lines())
    return tuple(
        DeskDelivery(
            promised_on,
            order.number,
            order.waiting,
            promised_on < buyer.today,
            optional_url("storefront:order", uuid=order.uuid),
        )
        for order in orders.filter(waiting__gt=0).order_by("promised_on", "id")[:ROWS]
        if (promised_on := order.promised_on)
    )


def _waiting_lines() -> Count:
    return Count(
        "lines",
        filter=Q(
            lines__kind=LineKind.ITEM, lines__quantity__gt=F("lines__shipped_quantity") + F("lines__cancelled_quantity")
        ),
    )


def _agreement(buyer: Buyer) -> DeskAgreement | None:
    terms = terms_in_force(buyer) if buyer.can(Right.VIEW_AGREEMENT) else None
    if terms is None:
        return None
    free_from = terms.free_freight_from
    freight = "" if free_from is None else _("Free freight %(limit)s") % {"limit": free_from_words(buyer, free_from)}
    return DeskAgreement(
        number=terms.number, title=terms.title, valid_to=terms.valid_to, freight=freight,
        payment_term=in_language(terms.payment_term.names, buyer.language) if terms.payment_term else "",
        url=optional_url("storefront:agreement", uuid=terms.uuid) or optional_url("storefront:agreements"),
    )  # fmt: skip


def _contact(buyer: Buyer) -> DeskContact | None:
    terms = terms_in_force(buyer)
    person = (terms.contact if terms else None) or get_customer(buyer).contact_person
    if person is None:
        return None
    initials = "".join(part[0] for part in (person.first_name, person.last_name) if part).upper()
    return DeskContact(str(person), initials or str(person)[:1].upper(), person.email, person.phone)
