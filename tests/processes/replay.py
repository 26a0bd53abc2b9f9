"""Let planned orders happen through the operations a shop uses, each step at its own time."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, time, timedelta
from decimal import Decimal
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

from django.db import transaction

from demo.history.plan import PlannedOrder
from demo.history.write import Trade
from truso.kernel.buyer import Buyer
from truso.kernel.references import Reference
from truso.kernel.refusals import Refused
from truso.modules.approvals.models import ApprovalRequest
from truso.modules.cart.operations import NewLine, add_lines
from truso.modules.customers.queries import list_hats, make_buyer
from truso.modules.inventory.operations import receive_stock
from truso.modules.invoicing.models import Invoice
from truso.modules.markets.queries import market_for_buyer
from truso.modules.orders.models import Order
from truso.modules.payments.models import DemoCharge, Payment
from truso.modules.receivables.models import OpenItem
from truso.platform import clock
from truso.processes.approve import decide_order
from truso.processes.checkout import review_checkout
from truso.processes.pay import (
    capture_invoice,
    finish_payment,
    refund_credit_note,
    register_invoice_payment,
    start_payment,
)
from truso.processes.place_order import place_order
from truso.processes.returns import announce_return, receive_return
from truso.processes.review import INVOICE, CheckoutData
from truso.processes.ship import pick_order, ship

PLENTY = Decimal(100_000)


@dataclass
class Replay:
    """What happens when: a queue of steps, and the orders that came of the plans."""

    trade: Trade
    orders: dict[int, int] = field(default_factory=dict)  # index of the plan -> order
    refused: dict[int, str] = field(default_factory=dict)  # index of the plan -> why there is no order
    approved_at: dict[int, datetime] = field(default_factory=dict)
    _queue: list[tuple[datetime, int, Callable[[], None]]] = field(default_factory=list)
    _count: int = 0

    def run(self, plans: Sequence[PlannedOrder]) -> None:
        """Let all plans happen, up to the end of the history."""
        for index, plan in enumerate(plans):
            self._at(plan.placed_at, lambda i=index, p=plan: self._try(i, p))
        while self._queue:
            moment, _, act = heapq.heappop(self._queue)
            if moment < self.trade.until:
                with clock.moved_to(moment):
                    act()

    def _at(self, moment: datetime, act: Callable[[], None]) -> None:
        self._count += 1
        heapq.heappush(self._queue, (moment, self._count, act))

    def _buyer(self, person_id: int, plan: PlannedOrder) -> Buyer:
        hat = next(hat for hat in list_hats(person_id) if hat.customer.id == plan.customer_id)
        customer, person = self.trade.customers[plan.customer_id], self.trade.people[plan.person_id]
        return make_buyer(
            market=market_for_buyer(self.trade.markets[plan.market_code]), language=customer.language, now=clock.now(),
            person_id=person_id, person_name=str(person), hat=hat,
        )  # fmt: skip

    def _try(self, index: int, plan: PlannedOrder) -> None:
        try:
            with transaction.atomic():
                order = self._place(plan)
        except Refused as refused:
            self.refused[index] = str(refused)
            return
        self.orders[index] = order.pk
        self._follow(index, plan, order)

    def _place(self, plan: PlannedOrder) -> Order:
        buyer, person = self._buyer(plan.person_id, plan), self.trade.people[plan.person_id]
        add_lines(buyer=buyer, lines=[NewLine(variant, quantity) for variant, quantity in plan.lines])
        data = CheckoutData(
            email=person.email, name=str(person), phone=person.phone, payment=INVOICE if plan.is_business else "card",
            address=str(self._address(plan)), po_number=plan.po_number, reference=plan.reference, terms_accepted=True,
        )  # fmt: skip
        options = review_checkout(buyer, data).delivery_options
        chosen = next((option for option in options if not option.is_pickup), options[0])
        return place_order(buyer=buyer, data=replace(data, delivery=chosen.code))

    def _follow(self, index: int, plan: PlannedOrder, order: Order) -> None:
        if order.state == "pending_approval":
            decided_at = self.approved_at.get(index, plan.placed_at + timedelta(minutes=20))
            self._at(decided_at, lambda: self._approve(order, plan))
        elif order.state == "pending_payment":
            self._at(plan.placed_at + timedelta(seconds=70), lambda: self._pay_by_card(order))
        for number, (at, quantities) in enumerate(plan.parts, start=1):
            self._at(at, lambda q=quantities, n=number: self._ship(order, plan, q, n))

    def _address(self, plan: PlannedOrder) -> UUID:
        found = self.trade.customers[plan.customer_id].addresses.filter(is_default=True).get()
        return UUID(str(found.uuid))

    def _approve(self, order: Order, plan: PlannedOrder) -> None:
        request = ApprovalRequest.objects.get(subject_uuid=order.uuid)
        decide_order(
            buyer=self._buyer(self.trade.approvers[plan.customer_id], plan), request_uuid=request.uuid, approved=True
        )

    def _pay_by_card(self, order: Order) -> None:
        start_payment(order=order, return_url="/back/PAYMENT")
        payment = Payment.objects.get(subject_uuid=order.uuid)
        DemoCharge.objects.filter(reference=payment.gateway_reference).update(state="authorized")
        finish_payment(payment_uuid=payment.uuid)

    def _ship(self, order: Order, plan: PlannedOrder, quantities: Sequence[Decimal], number: int) -> None:
        lines = order.lines.filter(kind="item").order_by("position")
        wanted = {line.pk: quantity for line, quantity in zip(lines, quantities, strict=True) if quantity}
        at = clock.now()
        location = self.trade.locations[min(plan.location, len(self.trade.locations) - 1)]
        with clock.moved_to(at - timedelta(hours=2)):
            shipment = pick_order(order_id=order.pk, location=location, quantities=wanted, staff_id=self.trade.staff_id)
        invoice = ship(shipment_id=shipment.pk, tracking_number=f"T{number}", staff_id=self.trade.staff_id)
        if order.payment_method != INVOICE:
            capture_invoice(invoice.pk)
        elif plan.paid_after_days is not None:
            day = invoice.issued_on + timedelta(days=plan.paid_after_days)
            paid_at = max(datetime.combine(day, time(6, 30), ZoneInfo("UTC")), at + timedelta(hours=1))
            self._at(paid_at, lambda: self._pay_invoice(invoice))
        if plan.returned:
            self._at(plan.returned.at, lambda: self._return(order, plan))

    def _pay_invoice(self, invoice: Invoice) -> None:
        amount = OpenItem.objects.get(invoice=invoice).open_amount
        if amount > 0:
            register_invoice_payment(
                invoice=invoice, amount=amount, currency=invoice.currency, method="bank", booked_on=clock.now().date(),
                external_id=f"BANK-{invoice.number}",
            )  # fmt: skip

    def _return(self, order: Order, plan: PlannedOrder) -> None:
        assert plan.returned
        line = order.lines.get(position=plan.returned.line + 1)
        with clock.moved_to(clock.now() - timedelta(days=3)):
            record = announce_return(
                order_id=order.pk, lines=[(line.pk, plan.returned.quantity, plan.returned.reason)], by="buyer",
                person_id=plan.person_id,
            )  # fmt: skip
        note = receive_return(return_id=record.pk, location=self.trade.locations[0], staff_id=self.trade.staff_id)
        if order.payment_method != INVOICE:
            refund_credit_note(note.pk)


def fill_shelves(trade: Trade, plans: Sequence[PlannedOrder]) -> None:
    """Put plenty of what the plans need into every location."""
    variants = sorted({variant for plan in plans for variant, _ in plan.lines})
    for location in trade.locations:
        receive_stock(
            location_id=location.pk,
            subject=Reference("receipt", uuid4()),
            lines=[(variant, PLENTY) for variant in variants],
        )
