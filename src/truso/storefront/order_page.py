"""A placed order as its pages show it: lines with how far they are, sums, steps, timeline."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from truso.kernel.buyer import Buyer
from truso.kernel.money import ZERO, add_up
from truso.modules.fulfillment.models import Shipment
from truso.modules.fulfillment.queries import list_shipments
from truso.modules.invoicing.models import Invoice
from truso.modules.invoicing.queries import list_invoices_of
from truso.modules.orders.models import LineKind, Order, OrderLine, OrderState
from truso.modules.pricing.rules import gross_unit_price
from truso.processes.review import INVOICE
from truso.storefront.arrival import order_arrival, order_parts
from truso.storefront.formats import format_day, format_money, format_number
from truso.storefront.timeline import TimelineEntry, write_timeline
from truso.storefront.totals import TotalRow, TotalsView, goods_rows, vat_note
from truso.storefront.units import price_per, unit_name


@dataclass(frozen=True, slots=True)
class OrderLineView:
    """A frozen line: what was ordered, what of it was sent and invoiced."""

    name: str
    sku: str
    own_number: str
    reference: str
    quantity: str
    unit: str
    unit_price: str
    per: str
    amount: str
    shipped: str
    invoiced: str
    cancelled: str
    returned: str
    is_sent: bool
    promised: str
    contents: tuple[str, ...] = ()
    deals: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StepView:
    """A step of the order's way; `state` is done, current, problem or nothing."""

    name: str
    note: str
    state: str


@dataclass(frozen=True, slots=True)
class OrderView:
    """Everything an order's page shows beside the order's own fields."""

    lines: tuple[OrderLineView, ...]
    totals: TotalsView
    steps: tuple[StepView, ...]
    timeline: tuple[TimelineEntry, ...]
    shipments: tuple[Shipment, ...]
    invoices: tuple[Invoice, ...]
    next_steps: tuple[tuple[str, str], ...]
    badge: str
    badge_kind: str
    is_pickup: bool
    arrives: str
    vat_note: str


def write_order(buyer: Buyer, order: Order) -> OrderView:
    """Write an order for the reader, in its own currency and by its own way of showing VAT."""
    shipments, invoices = list_shipments(order), list_invoices_of(order)
    lines = list(order.lines.all())
    writer = _Writer(buyer, order)
    badge, kind = order_badge(order)
    return OrderView(
        lines=tuple(writer.line(line) for line in lines if line.kind == LineKind.ITEM),
        totals=writer.totals(lines),
        steps=tuple(write_steps(order, buyer)),
        timeline=tuple(write_timeline(order, buyer)),
        shipments=tuple(shipments),
        invoices=tuple(invoices),
        next_steps=tuple(_next_steps(order, buyer)),
        badge=badge,
        badge_kind=kind,
        is_pickup=order.is_pickup,
        arrives=order_arrival(buyer, order) if order.state in _OPEN else "",
        vat_note=_("incl. VAT") if order.prices_include_vat else _("excl. VAT"),
    )


def order_badge(order: Order) -> tuple[str, str]:
    """Return an order's state in one word for the buyer, and its kind (good, warning, problem)."""
    if order.state == OrderState.CONFIRMED and order.fulfillment_status != "not_shipped":
        if order.is_pickup:
            return _("Ready for pickup") if order.fulfillment_status == "shipped" else _(
                "Partly ready for pickup"
            ), "good"
        return str(order.get_fulfillment_status_display()), "good"
    kinds = {
        OrderState.PENDING_APPROVAL: "warning",
        OrderState.PENDING_PAYMENT: "warning",
        OrderState.CONFIRMED: "good",
        OrderState.COMPLETED: "",
        OrderState.REJECTED: "problem",
        OrderState.EXPIRED: "problem",
        OrderState.CANCELLED: "problem",
    }
    return str(order.get_state_display()), kinds[OrderState(order.state)]


class _Writer:
    def __init__(self, buyer: Buyer, order: Order) -> None:
        self.buyer, self.order, self.gross = buyer, order, order.prices_include_vat

    def money(self, amount: Decimal) -> str:
        return format_money(amount, self.order.currency, self.buyer.language)

    def number(self, value: Decimal) -> str:
        return format_number(value, self.buyer.language)

    def line(self, line: OrderLine) -> OrderLineView:
        unit_price = line.unit_price
        if self.gross:
            unit_price = gross_unit_price(line.unit_price, line.tax_rate, self.order.currency)
        return OrderLineView(
            name=line.name,
            sku=line.sku,
            own_number=line.buyer_number,
            reference=line.reference,
            quantity=self.number(line.quantity),
            unit=unit_name(line.unit),
            unit_price=self.money(unit_price.normalize()) if unit_price else _("Free"),
            per=price_per(line.unit, line.price_unit, self.buyer.language),
            amount=self.money(line.gross if self.gross else line.net),
            shipped=self.number(line.shipped_quantity),
            invoiced=self.number(line.invoiced_quantity),
            cancelled=self.number(line.cancelled_quantity) if line.cancelled_quantity else "",
            returned=self.number(line.returned_quantity) if line.returned_quantity else "",
            is_sent=line.shipped_quantity >= line.quantity - line.cancelled_quantity,
            promised=order_parts(self.buyer, self.order, line, unit_name(line.unit)),
            contents=tuple(f"{self.number(one.quantity)} × {one.name} ({one.sku})" for one in line.contents),
            deals=tuple(f"{name}: {self.money(-amount)}" for name, amount in line.taken_off),
        )

    def totals(self, lines: list[OrderLine]) -> TotalsView:
        goods = [line for line in lines if line.kind == LineKind.ITEM]
        taken: dict[str, Decimal] = {}
        for line in goods:
            for name, amount in line.taken_off:
                taken[name] = taken.get(name, ZERO) + amount
        worth = add_up(line.gross if self.gross else line.net for line in goods)
        rows = goods_rows(self.buyer, self.order.currency, worth, taken)
        for line in lines:
            if line.kind == LineKind.CHARGE:
                amount = line.gross if self.gross else line.net
                rows.append(TotalRow(_("Delivery"), self.money(amount) if amount else _("Free"), line.name))
        if not self.gross:
            rows.append(TotalRow(_("Total excl. VAT"), self.money(self.order.net)))
            rows.append(TotalRow(_("VAT"), self.money(self.order.tax)))
        note = vat_note(self.money(self.order.tax), self.gross, self.order.tax_reasons)
        return TotalsView(tuple(rows), self.money(self.order.gross), _("Total incl. VAT"), note)


_OPEN = {OrderState.PENDING_APPROVAL, OrderState.PENDING_PAYMENT, OrderState.CONFIRMED}
_STOPPED = {OrderState.REJECTED, OrderState.EXPIRED, OrderState.CANCELLED}


def write_steps(order: Order, buyer: Buyer) -> list[StepView]:
    """Return the order's way in steps: placed, approved or paid, sent, invoiced or delivered, paid."""
    found = {step.kind: step.at for step in order.steps.all()}
    on_invoice = order.payment_method == INVOICE

    def day(kind: str) -> str:
        return format_day(buyer.at(found[kind]).today, buyer.language, "short") if kind in found else ""

    steps = [StepView(_("Placed"), day("placed"), "done")]
    if order.state in _STOPPED:
        kind = {"rejected": "reject", "expired": "expire", "cancelled": "cancel"}[order.state]
        return [*steps, StepView(str(order.get_state_display()), day(kind), "problem")]
    if order.state == OrderState.PENDING_APPROVAL or "approve" in found:
        done = "approve" in found
        name = _("Approved") if done else _("Waiting for approval")
        steps.append(StepView(name, day("approve"), "done" if done else "current"))
    if not on_invoice and not order.source:  # an order brought in was paid where it was placed
        done = "pay" in found
        name = _("Payment reserved") if done else _("Waiting for payment")
        steps.append(StepView(name, day("pay"), "done" if done else "current"))
    confirmed = order.state in {OrderState.CONFIRMED, OrderState.COMPLETED}
    ready = (_("Ready for pickup"), _("Partly ready for pickup"), _("Being prepared"), _("Ready for pickup"))
    sent = (_("Sent"), _("Partly sent"), _("Being prepared"), _("Sent"))
    steps.append(_extent(order.fulfillment_status, confirmed, ready if order.is_pickup else sent))
    invoicing = (_("Invoiced"), _("Partly invoiced"), _("Invoiced"), _("Invoiced"))
    steps.append(_extent(order.invoice_status, False, invoicing))
    paid = order.payment_status in {"paid", "refunded"}
    started = order.payment_status == "partly_paid"
    name = _("Paid") if paid or not started else _("Partly paid")
    steps.append(StepView(name, "", "done" if paid else "current" if started else ""))
    return steps


def _extent(status: str, is_next: bool, names: tuple[str, str, str, str]) -> StepView:
    """Return a step that can be done in part; `names` for done, partly done, about to be done, still to come."""
    if status in {"shipped", "invoiced"}:
        return StepView(names[0], "", "done")
    if status.startswith("partly"):
        return StepView(names[1], "", "current")
    return StepView(names[2], "", "current") if is_next else StepView(names[3], "", "")


def _next_steps(order: Order, buyer: Buyer) -> list[tuple[str, str]]:
    """Tell what happens now, in sentences with an icon each."""
    told: list[tuple[str, str]] = []
    if order.promised_on and order.state in {OrderState.CONFIRMED, OrderState.PENDING_APPROVAL}:
        told.append(("store" if order.is_pickup else "truck", f"{order_arrival(buyer, order)}."))
    if order.payment_method == INVOICE:
        fetched = _("The invoice follows when the goods are ready.")
        told.append(("file-text", fetched if order.is_pickup else _("The invoice follows when the goods are sent.")))
    elif order.state == OrderState.CONFIRMED:
        fetched = _("The amount is reserved on your card and charged when the goods are ready.")
        sent = _("The amount is reserved on your card and charged when the goods are sent.")
        told.append(("credit-card", fetched if order.is_pickup else sent))
    return told


def open_total(order: Order) -> Decimal:
    """Return the order's total as the buyer sees prices."""
    return order.gross if order.prices_include_vat else order.net or ZERO
