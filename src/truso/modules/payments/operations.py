"""Payments step by step: prepared in a transaction, called outside, settled in a transaction."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from uuid import UUID

from truso.kernel.money import ZERO
from truso.kernel.references import Reference
from truso.modules.payments.gateways import Outcome
from truso.modules.payments.models import DemoCharge, Payment, PaymentEntry
from truso.platform import clock


def create_payment(
    *, subject: Reference, gateway: str, amount: Decimal, currency: str, expires_at: datetime | None
) -> Payment:
    """Begin an attempt to pay a subject."""
    return Payment.objects.create(
        subject_kind=subject.kind,
        subject_uuid=subject.uuid,
        gateway=gateway,
        amount=amount,
        currency=currency,
        created_at=clock.now(),
        expires_at=expires_at,
    )


def note_started(*, payment: Payment, gateway_reference: str) -> None:
    """Remember the gateway's reference of an attempt."""
    payment.gateway_reference = gateway_reference
    payment.save(update_fields=["gateway_reference"])


def lock_payment(*, uuid: UUID) -> Payment:
    """Return an attempt's row locked for the rest of the transaction."""
    return Payment.objects.select_for_update().get(uuid=uuid)


def settle_attempt(*, payment: Payment, outcome: Outcome) -> bool:
    """Record what the gateway said on a locked attempt; return True when that just authorized it.

    An authorization over another amount or currency than asked for is refused (`wrong_amount`), never taken.
    """
    if payment.state != Payment.State.CREATED or outcome.state == Payment.State.CREATED:
        return False
    state, refusal = outcome.state, outcome.refusal
    if state == Payment.State.AUTHORIZED and (outcome.amount, outcome.currency) != (payment.amount, payment.currency):
        state, refusal = Payment.State.REFUSED, "wrong_amount"
    payment.state, payment.refusal = state, refusal
    payment.save(update_fields=["state", "refusal"])
    return state == Payment.State.AUTHORIZED


def cancel_attempt(*, payment: Payment) -> bool:
    """Note on a locked attempt that its authorization was lifted; return True when this call did.

    One that moved money already stays as it is.
    """
    if payment.captured != ZERO or payment.state == Payment.State.CANCELLED:
        return False
    payment.state = Payment.State.CANCELLED
    payment.save(update_fields=["state"])
    return True


def expire_attempt(*, payment: Payment) -> bool:
    """Give up a locked attempt nobody paid in time; return True when this call did."""
    if payment.state != Payment.State.CREATED:
        return False
    payment.state = Payment.State.EXPIRED
    payment.save(update_fields=["state"])
    return True


def find_authorized(*, subject: Reference) -> Payment | None:
    """Return the authorized attempt of a subject, locked."""
    return (
        Payment.objects.select_for_update()
        .filter(subject_kind=subject.kind, subject_uuid=subject.uuid, state=Payment.State.AUTHORIZED)
        .first()
    )


def prepare_entry(*, payment: Payment, kind: str, amount: Decimal, subject: Reference) -> PaymentEntry | None:
    """Note that an amount is about to be captured (or refunded) for a document; None when that was noted before.

    Counts it on the locked attempt at once: the attempt's constraints are the guard against taking too much.
    """
    if (
        PaymentEntry.objects.filter(subject_kind=subject.kind, subject_uuid=subject.uuid, kind=kind)
        .exclude(state="failed")
        .exists()
    ):
        return None
    if kind == PaymentEntry.Kind.CAPTURE:
        payment.captured += amount
    else:
        payment.refunded += amount
    payment.save(update_fields=["captured", "refunded"])
    return PaymentEntry.objects.create(
        payment=payment,
        kind=kind,
        amount=amount,
        subject_kind=subject.kind,
        subject_uuid=subject.uuid,
        created_at=clock.now(),
    )


def finish_entry(*, entry: PaymentEntry, done: bool) -> None:
    """Settle a prepared movement with what the gateway answered; a failed one gives its amount back."""
    payment = lock_payment(uuid=entry.payment.uuid)
    entry = PaymentEntry.objects.select_for_update().get(pk=entry.pk)
    if entry.state != PaymentEntry.State.PREPARED:
        return
    entry.state = PaymentEntry.State.DONE if done else PaymentEntry.State.FAILED
    entry.finished_at = clock.now()
    entry.save(update_fields=["state", "finished_at"])
    if not done:
        if entry.kind == PaymentEntry.Kind.CAPTURE:
            payment.captured -= entry.amount
        else:
            payment.refunded -= entry.amount
        payment.save(update_fields=["captured", "refunded"])


def sums_for(*, subject: Reference) -> tuple[Decimal, Decimal, Decimal]:
    """Return what is authorized, captured and refunded for a subject."""
    authorized = captured = refunded = ZERO
    for payment in Payment.objects.filter(
        subject_kind=subject.kind, subject_uuid=subject.uuid, state=Payment.State.AUTHORIZED
    ):
        authorized += payment.amount
        captured += payment.captured
        refunded += payment.refunded
    return authorized, captured, refunded


def answer_demo_charge(*, reference: str, state: str) -> None:
    """Let the demo's bank approve or decline a charge; only the first answer counts."""
    DemoCharge.objects.filter(reference=reference, state="created").update(state=state)
