"""Pay through a gateway: prepared in a transaction, called outside, finished in a transaction."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from uuid import UUID

from django.db import transaction

from truso.kernel.money import ZERO
from truso.kernel.references import Reference
from truso.kernel.refusals import NotFound, Refused
from truso.modules.invoicing.models import Invoice
from truso.modules.markets.queries import return_hosts_of
from truso.modules.orders.models import Order, OrderState
from truso.modules.orders.operations import add_step, lock_order
from truso.modules.payments.gateways import get_gateway
from truso.modules.payments.models import Payment, PaymentEntry
from truso.modules.payments.operations import (
    cancel_attempt,
    expire_attempt,
    find_authorized,
    finish_entry,
    lock_payment,
    note_started,
    prepare_entry,
    settle_attempt,
)
from truso.modules.payments.rules import check_return_address
from truso.modules.receivables.operations import register_payment, register_refund
from truso.platform import clock
from truso.platform.database.transactions import outside_transaction, write
from truso.platform.jobs import enqueue, periodic, task
from truso.processes.holds import confirm_order, give_up_order, refresh_statuses
from truso.processes.place_order import ORDER


def start_payment(*, order: Order, return_url: str) -> str:
    """Take the order's open payment to its gateway and return where to send the buyer. Outside any transaction.

    Refuses `return_url_invalid` and `return_host_unknown` for an address to come back to that is not the shop's own or
    registered for the order's market. `PAYMENT` in it becomes the payment's identity.
    """
    outside_transaction("start_payment")
    problem = check_return_address(return_url, return_hosts_of(order.market))
    if problem:
        raise Refused(problem)
    payment = (
        Payment.objects.filter(subject_kind=ORDER, subject_uuid=order.uuid, state=Payment.State.CREATED)
        .order_by("-id")
        .first()
    )
    if payment is None:
        raise NotFound("payment")
    started = get_gateway(payment.gateway).start(
        key=str(payment.uuid),
        amount=payment.amount,
        currency=payment.currency,
        return_url=return_url.replace("PAYMENT", str(payment.uuid)),
    )
    with transaction.atomic():
        note_started(payment=payment, gateway_reference=started.reference)
    return started.redirect_url


def finish_payment(*, payment_uuid: UUID) -> Order:
    """Ask the gateway what became of a payment and settle it. May be called by the returning buyer, a webhook, the sweeper,
    in any order and number: it has one outcome. Outside any transaction.
    """
    outside_transaction("finish_payment")
    payment = Payment.objects.filter(uuid=payment_uuid).first()
    if payment is None:
        raise NotFound("payment")
    outcome = get_gateway(payment.gateway).status(reference=payment.gateway_reference)
    with write():
        order = lock_order(order_id=Order.objects.only("pk").get(uuid=payment.subject_uuid).pk)
        locked = lock_payment(uuid=payment_uuid)
        just_authorized = settle_attempt(payment=locked, outcome=outcome)
        if just_authorized and order.state == OrderState.PENDING_PAYMENT:
            confirm_order(order=order, action="pay", by="buyer", person_id=order.person_id)
        elif just_authorized and order.state != OrderState.CONFIRMED:
            # Paid too late: the goods are promised to others. The reservation at the bank is lifted.
            add_step(order=order, kind="paid_too_late")
            enqueue("payments.cancel", {"payment": str(locked.uuid)})
        elif locked.state in {"refused", "cancelled", "expired"} and order.state == OrderState.PENDING_PAYMENT:
            give_up_order(
                order=order,
                action="cancel" if locked.state != "expired" else "expire",
                by="system",
                comment=locked.refusal,
            )
    return order


@task("payments.cancel")
def cancel_payment(payment: str) -> None:
    """Lift what a gateway has reserved for an order that will not be delivered, and let the order know."""
    found = Payment.objects.get(uuid=UUID(payment))
    if get_gateway(found.gateway).cancel(reference=found.gateway_reference):
        with write():
            order = lock_order(order_id=Order.objects.only("pk").get(uuid=found.subject_uuid).pk)
            if cancel_attempt(payment=lock_payment(uuid=found.uuid)):
                add_step(order=order, kind="payment_lifted")
                refresh_statuses(order=order)


@task("payments.capture")
def capture_invoice(invoice: int) -> None:
    """Capture what an invoice bills from the order's authorization, once, and book it as paid."""
    found = Invoice.objects.select_related("order").get(pk=invoice)
    _move_money(found, PaymentEntry.Kind.CAPTURE)


@task("payments.refund")
def refund_credit_note(credit_note: int) -> None:
    """Give back what a credit note credits, once, and book it."""
    found = Invoice.objects.select_related("order").get(pk=credit_note)
    _move_money(found, PaymentEntry.Kind.REFUND)


def _move_money(document: Invoice, kind: PaymentEntry.Kind) -> None:
    subject = Reference("invoice", document.uuid)
    with transaction.atomic():
        payment = find_authorized(subject=Reference(ORDER, document.order.uuid))
        if payment is None or document.gross == ZERO:
            return
        entry = (
            prepare_entry(payment=payment, kind=kind, amount=document.gross, subject=subject)
            or PaymentEntry.objects.filter(
                subject_uuid=document.uuid, kind=kind, state=PaymentEntry.State.PREPARED
            ).first()
        )
    if entry is None:
        return
    gateway = get_gateway(payment.gateway)
    call = gateway.capture if kind == PaymentEntry.Kind.CAPTURE else gateway.refund
    done = call(reference=payment.gateway_reference, key=str(entry.uuid), amount=entry.amount)
    with write():
        order = lock_order(order_id=document.order_id)
        finish_entry(entry=entry, done=done)
        if done:
            _book(document, entry, kind)
        else:
            add_step(order=order, kind=f"{kind}_failed", params={"document": document.number})
        refresh_statuses(order=order)


def _book(document: Invoice, entry: PaymentEntry, kind: PaymentEntry.Kind) -> None:
    # Booked on the day it is where the document was issued, as the document itself.
    today = document.market.day_of(clock.now())
    if kind == PaymentEntry.Kind.CAPTURE:
        register_payment(
            invoice=document,
            amount=entry.amount,
            currency=document.currency,
            method=entry.payment.gateway,
            booked_on=today,
            external_id=str(entry.uuid),
        )
    else:
        register_refund(
            credit_note=document,
            amount=entry.amount,
            method=entry.payment.gateway,
            booked_on=today,
            external_id=str(entry.uuid),
        )


@periodic("orders.expire", "* * * * *")
def expire_orders() -> None:
    """Give up orders whose time to be paid or approved has run out, after asking the gateway one last time."""
    now = clock.now()
    late = Payment.objects.filter(subject_kind=ORDER, state=Payment.State.CREATED, expires_at__lte=now).values_list(
        "uuid", "subject_uuid", "gateway_reference"
    )
    for payment_uuid, order_uuid, reference in late[:500]:
        if reference:
            finish_payment(payment_uuid=payment_uuid)
        with write():
            order = lock_order(order_id=Order.objects.only("pk").get(uuid=order_uuid).pk)
            if expire_attempt(payment=lock_payment(uuid=payment_uuid)) and order.state == OrderState.PENDING_PAYMENT:
                give_up_order(order=order, action="expire", by="system")
    _expire_approvals()


def _expire_approvals() -> None:
    from truso.modules.approvals.models import ApprovalRequest

    waiting = ApprovalRequest.objects.filter(
        state=ApprovalRequest.State.WAITING, deadline_at__lte=clock.now(), subject_kind=ORDER
    )
    for order_uuid in list(waiting.values_list("subject_uuid", flat=True)[:500]):
        with write():
            order = lock_order(order_id=Order.objects.only("pk").get(uuid=order_uuid).pk)
            if order.state == OrderState.PENDING_APPROVAL:
                give_up_order(order=order, action="expire", by="system")


def register_invoice_payment(
    *, invoice: Invoice, amount: Decimal, currency: str, method: str, booked_on: date, external_id: str = ""
) -> Invoice:
    """Book a payment that came in by the bank, and let the order know. Refuses as `receivables.register_payment` does."""
    order = lock_order(order_id=invoice.order_id)
    entry = register_payment(
        invoice=invoice,
        amount=amount,
        currency=currency,
        method=method,
        booked_on=booked_on,
        external_id=external_id,
    )
    if entry:
        add_step(
            order=order,
            kind="payment_registered",
            by="staff",
            params={"invoice": invoice.number, "amount": str(amount), "currency": currency},
        )
        refresh_statuses(order=order)
    return invoice


@task("payments.cancel_for_order")
def cancel_payments_for_order(order: int) -> None:
    """Lift every authorization of an order that was cancelled before anything was captured."""
    uuid = Order.objects.values_list("uuid", flat=True).get(pk=order)
    for payment in Payment.objects.filter(
        subject_kind=ORDER, subject_uuid=uuid, state=Payment.State.AUTHORIZED, captured=0
    ):
        cancel_payment(str(payment.uuid))
