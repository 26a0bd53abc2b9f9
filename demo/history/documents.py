"""The paper of the history: invoices in the order of their days, payments, returns, credit notes."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import msgspec

from demo.history.ledger import Ledger
from demo.history.plan import PlannedOrder, PlannedReturn
from truso.kernel.identifiers import payment_reference
from truso.kernel.money import ZERO
from truso.modules.fulfillment.models import Shipment, ShipmentLine
from truso.modules.inventory.models import EntryKind, StockEntry
from truso.modules.invoicing.document import build_invoice
from truso.modules.invoicing.models import Invoice, InvoiceLine
from truso.modules.invoicing.rules import BilledLine, CreditedLine, bill, credit, due_date, payment_reference_body
from truso.modules.orders.models import LineKind, Order, OrderLine, OrderStep
from truso.modules.output.documents import to_json
from truso.modules.payments.models import DemoCharge, Payment, PaymentEntry
from truso.modules.pricing.values import Totals
from truso.modules.receivables.models import Allocation, OpenItem, ReceivableEntry
from truso.modules.returns.models import Return, ReturnLine, ReturnState
from truso.platform.numbering.models import NumberSeries
from truso.processes.review import INVOICE

if TYPE_CHECKING:
    from demo.history.write import Trade

FIRST_INVOICE, FIRST_SHIPMENT, FIRST_RETURN = 10_001, 500_001, 10_001


class Documents:
    """Writes documents in the order of time, whatever order they are told of, so that numbers follow days."""

    def __init__(self, ledger: Ledger, trade: Trade) -> None:
        self.ledger, self.trade = ledger, trade
        self.orders: list[tuple[Order, Sequence[OrderLine]]] = []
        self.paid: dict[int, Decimal] = defaultdict(lambda: ZERO)
        self.refunded: dict[int, Decimal] = defaultdict(lambda: ZERO)
        self.last_invoiced: dict[int, datetime] = {}
        self._events: list[tuple[datetime, int, Callable[[datetime], None]]] = []
        self._count = 0
        self._numbers: dict[str, int] = {}
        self._payments: dict[int, Payment] = {}
        self._billed: dict[int, tuple[Decimal, Decimal]] = defaultdict(lambda: (ZERO, ZERO))
        self._invoiced: dict[int, list[CreditedLine]] = defaultdict(list)

    def follow(
        self,
        order: Order,
        lines: Sequence[OrderLine],
        plan: PlannedOrder,
        shipments: Sequence[tuple[Shipment, list[ShipmentLine]]],
    ) -> None:
        """Take on an order: what was shipped is invoiced, paid and perhaps returned, each at its time."""
        self.orders.append((order, lines))
        if order.payment_method != INVOICE:
            self._authorize(order)
        for shipment, rows in shipments:
            at = shipment.shipped_at or order.placed_at
            self._at(at, lambda moment, s=shipment, r=rows: self._ship(order, lines, plan, s, r, moment))  # type: ignore[misc]

    def finish(self) -> None:
        """Let everything happen, in order, up to the end of the history; then let the number series go on from here."""
        while self._events:
            moment, _, act = heapq.heappop(self._events)
            if moment < self.trade.until:
                act(moment)
        for series, following in self._numbers.items():
            NumberSeries.objects.update_or_create(code=series, defaults={"next_number": following})

    def _at(self, moment: datetime, act: Callable[[datetime], None]) -> None:
        self._count += 1
        heapq.heappush(self._events, (moment, self._count, act))

    def _number(self, series: str, first: int) -> int:
        number = self._numbers.get(series, first)
        self._numbers[series] = number + 1
        return number

    def _step(self, order: Order, kind: str, at: datetime, by: str = "system", **params: str) -> None:
        self.ledger.add(OrderStep(order=order, kind=kind, at=at, by=by, params=params))

    def _ship(
        self,
        order: Order,
        lines: Sequence[OrderLine],
        plan: PlannedOrder,
        shipment: Shipment,
        rows: list[ShipmentLine],
        at: datetime,
    ) -> None:
        shipment.number = str(self._number("shipment", FIRST_SHIPMENT))
        self._step(order, "picking", shipment.created_at, "staff", shipment=shipment.number)
        self._step(order, "shipped", at, "staff", shipment=shipment.number, tracking=shipment.tracking_number)
        invoice, item = self._invoice(order, lines, shipment, rows, at)
        if order.payment_method != INVOICE:
            self._capture(order, invoice, item, at + timedelta(seconds=4))
        elif plan.paid_after_days is not None:
            paid_at = datetime.combine(
                invoice.issued_on + timedelta(days=plan.paid_after_days), time(6, 30), ZoneInfo("UTC")
            )
            self._at(max(paid_at, at + timedelta(hours=1)), lambda moment: self._pay(order, invoice, item, moment))
        if plan.returned:
            self._at(plan.returned.at, partial(self._return, order, lines, invoice, item, plan.returned))

    def _invoice(
        self, order: Order, lines: Sequence[OrderLine], shipment: Shipment, rows: list[ShipmentLine], at: datetime
    ) -> tuple[Invoice, OpenItem]:
        shipped = {row.order_line.pk: row for row in rows}
        parts = {str(line.pk): shipped[line.pk].quantity for line in lines if line.pk in shipped}
        parts |= {
            str(line.pk): line.quantity for line in lines if line.kind == LineKind.CHARGE and not line.invoiced_quantity
        }
        totals = bill(
            [self._billed_line(line) for line in lines],
            parts,
            currency=order.currency,
            prices_include_vat=order.prices_include_vat,
        )
        chosen = [line for line in lines if str(line.pk) in parts]
        extra = {
            "delivered_on": at.astimezone(ZoneInfo(order.market.timezone)).date(),
            "despatch_reference": shipment.number,
        }
        invoice = self._document(order, "invoice", chosen, parts, totals, at, shipment=shipment, extra=extra)
        self._write_lines(order, invoice, chosen, parts, totals, {pk: row.pk for pk, row in shipped.items()})
        for line in chosen:
            line.invoiced_quantity += parts[str(line.pk)]
        self.last_invoiced[order.pk] = at
        self._step(order, "invoiced", at, invoice=invoice.number, amount=str(invoice.gross), currency=invoice.currency)
        return invoice, self._book(invoice, at)

    def _billed_line(self, line: OrderLine) -> BilledLine:
        amount, tax = self._billed[line.pk]
        return BilledLine(
            str(line.pk),
            line.quantity,
            line.unit_price,
            line.price_unit,
            line.tax_category,
            line.tax_rate,
            line.invoiced_quantity,
            amount,
            tax,
        )

    def _write_lines(
        self,
        order: Order,
        invoice: Invoice,
        lines: Sequence[OrderLine],
        parts: dict[str, Decimal],
        totals: Totals,
        shipment_lines: dict[int, int],
    ) -> None:
        sums = {line.key: line for line in totals.lines}
        for position, line in enumerate(lines, start=1):
            part = sums[str(line.pk)]
            is_credit = invoice.kind == Invoice.Kind.CREDIT_NOTE
            self.ledger.add(
                InvoiceLine(
                    invoice=invoice, order_line=line, shipment_line_id=shipment_lines.get(line.pk), is_credit=is_credit, position=position,
                    quantity=parts[str(line.pk)], net=part.net, tax=part.tax, gross=part.gross, tax_category=line.tax_category, tax_rate=line.tax_rate,
                )
            )  # fmt: skip
            if not is_credit:
                amount, tax = self._billed[line.pk]
                shown = part.gross if order.prices_include_vat else part.net
                self._billed[line.pk] = (amount + shown, tax + part.tax)
                self._invoiced[invoice.pk].append(
                    CreditedLine(part.key, parts[part.key], shown, part.tax, line.tax_category, line.tax_rate)
                )

    def _document(  # noqa: PLR0913  a document is made of this many things
        self, order: Order, kind: Any, lines: Sequence[OrderLine], parts: dict[str, Decimal], totals: Totals, at: datetime, *,
        shipment: Shipment | None = None, corrects: Invoice | None = None, extra: dict[str, Any],
    ) -> Invoice:  # fmt: skip
        issued_on = at.astimezone(ZoneInfo(order.market.timezone)).date()
        due_on = due_date(issued_on, order.payment_term.days if order.payment_term and kind == "invoice" else 0)
        series = f"invoice:{order.market.code}"
        sequence = self._number(series, FIRST_INVOICE)
        if kind == "invoice":
            extra["payment_reference"] = payment_reference(
                payment_reference_body(order.customer.number if order.customer else "", sequence)
            )
        number = f"{order.market.code.upper()}{sequence}"
        document = build_invoice(
            order=order, kind=kind, number=number, issued_on=issued_on, due_on=due_on, lines=lines, quantities=parts, totals=totals,
            customer=order.customer, extra=extra,
        )  # fmt: skip
        return self.ledger.add(  # type: ignore[no-any-return]
            Invoice(
                kind=kind, series=series, sequence=sequence, number=number, market=order.market, customer=order.customer,
                person_id=None if order.is_business else order.person_id, order=order, shipment=shipment, corrects=corrects, issued_on=issued_on,
                due_on=due_on, currency=order.currency, net=totals.net, tax=totals.tax, gross=totals.gross,
                payment_reference=document.payment_reference, payment_method=order.payment_method,
                document=msgspec.json.decode(to_json(document)), created_at=at, sent_at=at,
            )
        )  # fmt: skip

    def _book(self, invoice: Invoice, at: datetime) -> OpenItem:
        amount = -invoice.gross if invoice.kind == Invoice.Kind.CREDIT_NOTE else invoice.gross
        entry = self._entry(invoice, invoice.kind, amount, at, invoice=invoice, booked_on=invoice.issued_on)
        item = self.ledger.add(
            OpenItem(
                invoice=invoice, customer=invoice.customer, currency=invoice.currency, amount=amount, open_amount=amount,
                due_on=invoice.due_on, closed_at=at if amount == ZERO else None,
            )
        )  # fmt: skip
        item.entry = entry
        return item  # type: ignore[no-any-return]

    def _entry(
        self, document: Invoice, kind: str, amount: Decimal, at: datetime, *, booked_on: date, **fields: Any
    ) -> ReceivableEntry:
        return self.ledger.add(  # type: ignore[no-any-return]
            ReceivableEntry(
                market=document.market, customer=document.customer, kind=kind, amount=amount, currency=document.currency, booked_on=booked_on,
                created_at=at, **fields,
            )
        )  # fmt: skip

    def _allocate(self, entry: ReceivableEntry, item: OpenItem, amount: Decimal, at: datetime) -> None:
        self.ledger.add(Allocation(entry=entry, open_item=item, amount=amount, created_at=at))
        item.open_amount -= amount
        item.closed_at = at if item.open_amount == ZERO else None

    def _pay(self, order: Order, invoice: Invoice, item: OpenItem, at: datetime) -> None:
        if item.open_amount <= ZERO:
            return
        amount = item.open_amount
        entry = self._entry(
            invoice,
            "payment",
            -amount,
            at,
            booked_on=_day(at, order),
            method="bank",
            external_id=f"BANK-{invoice.number}",
        )
        self._allocate(entry, item, amount, at)
        self.paid[order.pk] += amount
        self._step(
            order,
            "payment_registered",
            at,
            "staff",
            invoice=invoice.number,
            amount=str(amount),
            currency=invoice.currency,
        )

    def _authorize(self, order: Order) -> None:
        payment = self.ledger.add(
            Payment(
                subject_kind="order", subject_uuid=order.uuid, gateway="card", amount=order.gross, currency=order.currency,
                state=Payment.State.AUTHORIZED, created_at=order.placed_at, expires_at=order.placed_at + timedelta(minutes=30),
            )
        )  # fmt: skip
        payment.gateway_reference = str(payment.uuid)
        payment.charge = self.ledger.add(
            DemoCharge(
                reference=payment.gateway_reference, amount=order.gross, currency=order.currency, state="authorized"
            )
        )
        self._payments[order.pk] = payment
        self._step(order, "pay", order.placed_at + timedelta(seconds=70), "buyer")

    def _move(self, order: Order, document: Invoice, kind: str, at: datetime) -> PaymentEntry:
        payment: Any = self._payments[order.pk]
        column = "captured" if kind == "capture" else "refunded"
        for side in (payment, payment.charge):
            setattr(side, column, getattr(side, column) + document.gross)
        return self.ledger.add(  # type: ignore[no-any-return]
            PaymentEntry(
                payment=payment, kind=kind, amount=document.gross, subject_kind="invoice", subject_uuid=document.uuid, state="done",
                created_at=at, finished_at=at,
            )
        )  # fmt: skip

    def _capture(self, order: Order, invoice: Invoice, item: OpenItem, at: datetime) -> None:
        moved = self._move(order, invoice, "capture", at)
        entry = self._entry(
            invoice,
            "payment",
            -invoice.gross,
            at,
            booked_on=_day(at, order),
            method="card",
            external_id=str(moved.uuid),
        )
        self._allocate(entry, item, invoice.gross, at)
        self.paid[order.pk] += invoice.gross

    def _return(
        self,
        order: Order,
        lines: Sequence[OrderLine],
        invoice: Invoice,
        item: OpenItem,
        wanted: PlannedReturn,
        at: datetime,
    ) -> None:
        line = lines[wanted.line]
        record = self.ledger.add(
            Return(
                number=f"R{self._number('return', FIRST_RETURN)}", order=order, state=ReturnState.CREDITED,
                requested_at=at - timedelta(days=3), received_at=at,
            )
        )  # fmt: skip
        restocked = wanted.reason not in {"defect", "damaged"}
        self.ledger.add(
            ReturnLine(
                return_record=record,
                order_line=line,
                quantity=wanted.quantity,
                reason=wanted.reason,
                restocked=restocked,
            )
        )
        line.returned_quantity += wanted.quantity
        line.credited_quantity += wanted.quantity
        if restocked and line.variant_id:
            self.ledger.add(
                StockEntry(
                    variant_id=line.variant_id, location=self.trade.locations[0], kind=EntryKind.RETURN, quantity=wanted.quantity,
                    subject_kind="return", subject_uuid=record.uuid, at=at,
                )
            )  # fmt: skip
        self._step(order, "return_announced", record.requested_at, "buyer", **{"return": record.number})
        record.credit_note = self._credit(order, line, invoice, item, wanted.quantity, record.number, at)

    def _credit(
        self,
        order: Order,
        line: OrderLine,
        invoice: Invoice,
        item: OpenItem,
        quantity: Decimal,
        reason: str,
        at: datetime,
    ) -> Invoice:
        """Credit one whole line of an invoice, settle it against what is open, and give card money back."""
        parts = {str(line.pk): quantity}
        totals = credit(
            self._invoiced[invoice.pk], parts, currency=order.currency, prices_include_vat=order.prices_include_vat
        )
        extra = {
            "preceding_invoice_number": invoice.number,
            "preceding_invoice_issued_on": invoice.issued_on,
            "notes": reason,
        }
        note = self._document(order, "credit_note", [line], parts, totals, at, corrects=invoice, extra=extra)
        self._write_lines(order, note, [line], parts, totals, {})
        booked: Any = self._book(note, at)
        part = min(item.open_amount, note.gross)
        if part > ZERO:
            self._allocate(booked.entry, item, part, at)
            self._allocate(booked.entry, booked, -part, at)
        self._step(order, "credited", at, "staff", invoice=note.number, amount=str(note.gross), currency=note.currency)
        if order.payment_method != INVOICE:
            moved = self._move(order, note, "refund", at)
            entry = self._entry(
                note, "refund", note.gross, at, booked_on=_day(at, order), method="card", external_id=str(moved.uuid)
            )
            self._allocate(entry, booked, -note.gross, at)
            self.refunded[order.pk] += note.gross
        return note


def _day(at: datetime, order: Order) -> date:
    """Return the day it is in the order's market."""
    return at.astimezone(ZoneInfo(order.market.timezone)).date()
