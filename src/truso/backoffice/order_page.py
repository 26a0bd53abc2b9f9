"""Everything the order page shows, read in a constant number of queries."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_FLOOR, Decimal
from typing import Any
from uuid import UUID

from django.db.models import Prefetch

from truso.backoffice.times import staff_today
from truso.backoffice.words import by_text, step_text
from truso.kernel.money import ZERO
from truso.kernel.references import Reference
from truso.kernel.refusals import NotFound
from truso.modules.approvals.models import ApprovalRequest
from truso.modules.approvals.queries import find_for_subject
from truso.modules.fulfillment.models import Shipment, ShipmentLine
from truso.modules.identity.models import Person
from truso.modules.inventory.models import Location, Reservation, StockItem
from truso.modules.inventory.operations import list_locations
from truso.modules.invoicing.models import Invoice
from truso.modules.orders.models import LineKind, Order, OrderLine
from truso.modules.output.models import SentMail
from truso.modules.output.queries import list_mails
from truso.modules.payments.models import Payment
from truso.modules.receivables.queries import CreditStatus
from truso.modules.returns.models import Return, ReturnLine, ReturnState
from truso.processes.credit import credit_of

ONE = Decimal(1)


@dataclass(frozen=True, slots=True)
class LineView:
    """A line and how far it is. `picked` counts what was picked at all, `open` what of goods nobody has begun with.

    `undone` is what has not been delivered, be it goods, a file or a service.
    """

    line: OrderLine
    picked: Decimal
    open: Decimal
    returnable: Decimal
    undone: Decimal

    @property
    def is_item(self) -> bool:
        return self.line.kind == LineKind.ITEM

    @property
    def to_perform(self) -> Decimal:
        """What of a service is still to be done."""
        return self.undone if self.is_item and self.line.supply == "service" else ZERO


@dataclass(frozen=True, slots=True)
class StepView:
    """A step of the timeline in words."""

    text: str
    comment: str
    who: str
    at: Any


@dataclass(frozen=True, slots=True)
class OrderPage:
    """An order with all that hangs on it."""

    order: Order
    lines: list[LineView]
    shipments: list[Shipment]
    invoices: list[Invoice]
    returns: list[Return]
    steps: list[StepView]
    payments: list[Payment]
    mails: list[SentMail]
    credit: CreditStatus | None
    approval: ApprovalRequest | None

    @property
    def can_pick(self) -> bool:
        """True when something is open and the order stands."""
        return self.order.state == "confirmed" and any(line.open > ZERO for line in self.lines if line.is_item)

    @property
    def can_perform(self) -> bool:
        """True when a service is to be done and the order stands."""
        return self.order.state == "confirmed" and any(line.to_perform > ZERO for line in self.lines)

    @property
    def can_cancel(self) -> bool:
        return self.order.state in {"pending_approval", "pending_payment", "confirmed"}

    @property
    def is_part_shipped(self) -> bool:
        return any(line.line.shipped_quantity > ZERO for line in self.lines)

    @property
    def can_return(self) -> bool:
        return any(line.returnable > ZERO for line in self.lines if line.is_item)

    @property
    def unpaid_invoices(self) -> list[Invoice]:
        """The invoices on which money is still to come."""
        return [one for one in self.invoices if one.kind == "invoice" and _open_amount(one) > ZERO]

    @property
    def names(self) -> dict[str, str]:
        """What refusals call the lines, by key and by identity."""
        found = {}
        for view in self.lines:
            found[str(view.line.pk)] = found[str(view.line.uuid)] = view.line.sku or view.line.name
        return found


def _open_amount(invoice: Invoice) -> Decimal:
    item = getattr(invoice, "open_item", None)
    return item.open_amount if item else ZERO


def find_order(uuid: UUID) -> Order:
    """Return an order for staff; raises NotFound."""
    found = (
        Order.objects.filter(uuid=uuid)
        .select_related(
            "customer", "customer__contact_person", "person", "staff", "market", "payment_term", "delivery_method"
        )
        .first()
    )
    if found is None:
        raise NotFound("order")
    return found


def read_order(uuid: UUID) -> OrderPage:
    """Return an order's page; raises NotFound. The number of queries is the same for one line and for a thousand."""
    order = find_order(uuid)
    shipments = list(
        Shipment.objects.filter(order=order).select_related("location").prefetch_related("lines").order_by("id")
    )
    returns = list(Return.objects.filter(order=order).select_related("credit_note").prefetch_related("lines"))
    invoices = Invoice.objects.filter(order=order).select_related("open_item", "corrects").defer("document")
    return OrderPage(
        order=order,
        lines=_lines(order, shipments, returns),
        shipments=shipments,
        invoices=list(invoices.order_by("id")),
        returns=returns,
        steps=_steps(order),
        payments=list(Payment.objects.filter(subject_kind="order", subject_uuid=order.uuid).order_by("id")),
        mails=list(list_mails(subject=Reference("order", order.uuid))[:20]),
        credit=credit_of(order.customer_id, staff_today()) if order.customer_id and order.is_business else None,
        approval=find_for_subject(order.uuid),
    )


def _lines(order: Order, shipments: list[Shipment], returns: list[Return]) -> list[LineView]:
    picked: dict[int, Decimal] = {}
    under_way: dict[int, Decimal] = {}
    for shipment in shipments:
        if shipment.state == Shipment.State.CANCELLED:
            continue
        for part in shipment.lines.all():
            picked[part.order_line_id] = picked.get(part.order_line_id, ZERO) + part.quantity
            if shipment.state == Shipment.State.PICKING:
                under_way[part.order_line_id] = under_way.get(part.order_line_id, ZERO) + part.quantity
    announced: dict[int, Decimal] = {}
    for record in returns:
        if record.state == ReturnState.REQUESTED:
            for back in record.lines.all():
                announced[back.order_line_id] = announced.get(back.order_line_id, ZERO) + back.quantity
    views = []
    for line in order.lines.select_related("variant"):
        undone = line.quantity - line.shipped_quantity - line.cancelled_quantity
        views.append(
            LineView(
                line,
                picked.get(line.pk, ZERO),
                undone - under_way.get(line.pk, ZERO) if line.is_shipped_goods else ZERO,
                line.shipped_quantity - line.returned_quantity - announced.get(line.pk, ZERO)
                if line.is_shipped_goods
                else ZERO,
                undone,
            )
        )
    return views


def _steps(order: Order) -> list[StepView]:
    steps = list(order.steps.all())
    people = {person.pk: str(person) for person in Person.objects.filter(pk__in={one.person_id for one in steps})}
    return [
        StepView(
            step_text(step.kind, step.params),
            str(step.params.get("comment", "")),
            people.get(step.person_id or 0) or by_text(step.by),
            step.at,
        )
        for step in reversed(steps)
    ]


@dataclass(frozen=True, slots=True)
class PickLine:
    """A line to pick from one location: what is open, what lies there for it, what the form begins with."""

    line: OrderLine
    open: Decimal
    there: Decimal
    suggested: Decimal


@dataclass(frozen=True, slots=True)
class PickOffer:
    """A location and what can be picked from it."""

    location: Location
    lines: list[PickLine]

    @property
    def covers(self) -> int:
        """How many lines it can serve at least in part."""
        return sum(1 for line in self.lines if line.suggested > ZERO)


def pick_offers(page: OrderPage) -> list[PickOffer]:
    """Return, per active location, what of the order's open lines can be taken there; the best location first.

    What lies free and what is reserved for the line itself can be taken; articles not kept in stock always.
    """
    open_lines = [view for view in page.lines if view.is_item and view.open > ZERO]
    takes = {view.line.pk: view.line.stock_moved(ONE) for view in open_lines}
    variants = {variant for needs in takes.values() for variant, _ in needs}
    free = {
        (item.variant_id, item.location_id): item.on_hand - item.reserved
        for item in StockItem.objects.filter(variant_id__in=variants)
    }
    own: dict[tuple[UUID, int, int], Decimal] = {
        (held.subject_uuid, held.variant_id, held.location_id): held.quantity
        for held in Reservation.objects.filter(
            subject_kind="order_line", subject_uuid__in=[view.line.uuid for view in open_lines]
        )
    }
    offers = []
    for location in list_locations():
        lines = []
        left = {variant: quantity for (variant, place), quantity in free.items() if place == location.pk}
        for view in open_lines:
            held = {
                variant: own.get((view.line.uuid, variant, location.pk), ZERO) for variant, _ in takes[view.line.pk]
            }
            there = _there(takes[view.line.pk], left, held, view.open)
            suggested = max(min(view.open, there), ZERO)
            for variant, per in takes[view.line.pk]:
                left[variant] = left.get(variant, ZERO) - max(suggested * per - held[variant], ZERO)
            lines.append(PickLine(view.line, view.open, max(there, ZERO), suggested))
        offers.append(PickOffer(location, lines))
    return sorted(offers, key=lambda offer: -offer.covers)


def _there(
    takes: list[tuple[int, Decimal]], left: dict[int, Decimal], held: dict[int, Decimal], wanted: Decimal
) -> Decimal:
    """Return how much of a line lies at a place: as much as its scarcest part makes; all of what is kept nowhere."""
    if not takes:
        return wanted
    parts = [(left.get(variant, ZERO) + held[variant], per) for variant, per in takes]
    return min(there if per == ONE else (there / per).to_integral_value(ROUND_FLOOR) for there, per in parts)


def read_shipment(uuid: UUID) -> Shipment:
    """Return a shipment with its lines; raises NotFound."""
    found = (
        Shipment.objects.filter(uuid=uuid)
        .select_related("order", "order__customer", "order__market", "order__delivery_method", "location", "created_by")
        .prefetch_related(
            Prefetch("lines", ShipmentLine.objects.select_related("order_line", "order_line__variant")), "invoices"
        )
        .first()
    )
    if found is None:
        raise NotFound("shipment")
    return found


def read_return(uuid: UUID) -> Return:
    """Return a return with its lines; raises NotFound."""
    found = (
        Return.objects.filter(uuid=uuid)
        .select_related("order", "order__customer", "credit_note")
        .prefetch_related(Prefetch("lines", ReturnLine.objects.select_related("order_line")))
        .first()
    )
    if found is None:
        raise NotFound("return")
    return found
