"""Book what is owed and what is paid. Entries are never changed; corrections are entries."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from django.db import IntegrityError, transaction

from truso.kernel.money import ZERO
from truso.kernel.refusals import refuse
from truso.modules.invoicing.models import Invoice
from truso.modules.receivables.models import Allocation, OpenItem, ReceivableEntry
from truso.platform import clock


def book_invoice(*, invoice: Invoice) -> OpenItem:
    """Book an issued document as owed (invoice) or as credit (credit note), settling a credit note against its invoice."""
    is_credit = invoice.kind == Invoice.Kind.CREDIT_NOTE
    amount = -invoice.gross if is_credit else invoice.gross
    entry = ReceivableEntry.objects.create(
        market_id=invoice.market_id,
        customer_id=invoice.customer_id,
        kind=invoice.kind,
        amount=amount,
        currency=invoice.currency,
        invoice=invoice,
        booked_on=invoice.issued_on,
        created_at=clock.now(),
    )
    item = OpenItem.objects.create(
        invoice=invoice,
        customer_id=invoice.customer_id,
        currency=invoice.currency,
        amount=amount,
        open_amount=amount,
        due_on=invoice.due_on,
        closed_at=clock.now() if amount == ZERO else None,
    )
    if is_credit and invoice.corrects_id:
        corrected = OpenItem.objects.select_for_update().get(invoice_id=invoice.corrects_id)
        part = min(corrected.open_amount, -item.open_amount)
        if part > ZERO:
            _allocate(entry, corrected, part)
            _allocate(entry, item, -part)
    return item


def _allocate(entry: ReceivableEntry, item: OpenItem, amount: Decimal) -> None:
    """Settle part of an item; the item's constraint refuses more than is open."""
    Allocation.objects.create(entry=entry, open_item=item, amount=amount, created_at=clock.now())
    item.open_amount -= amount
    item.closed_at = clock.now() if item.open_amount == ZERO else None
    item.save(update_fields=["open_amount", "closed_at"])


def register_payment(
    *, invoice: Invoice, amount: Decimal, currency: str, method: str, booked_on: date, external_id: str = ""
) -> ReceivableEntry | None:
    """Book a payment on an invoice; None when that payment (method and external id) is booked already.

    Refuses `payment_not_positive`, `payment_wrong_currency`, and `payment_exceeds_open` beyond what is open.
    """
    if amount <= ZERO:
        raise refuse("payment_not_positive", "amount")
    if currency != invoice.currency:
        raise refuse("payment_wrong_currency", "currency", expected=invoice.currency)
    if external_id and ReceivableEntry.objects.filter(method=method, external_id=external_id).exists():
        return None
    item = OpenItem.objects.select_for_update().get(invoice=invoice)
    if amount > item.open_amount:
        raise refuse("payment_exceeds_open", "amount", open=item.open_amount)
    try:
        with transaction.atomic():
            entry = ReceivableEntry.objects.create(
                market_id=invoice.market_id,
                customer_id=invoice.customer_id,
                kind=ReceivableEntry.Kind.PAYMENT,
                amount=-amount,
                currency=currency,
                method=method,
                external_id=external_id,
                booked_on=booked_on,
                created_at=clock.now(),
            )
    except IntegrityError:
        return None
    _allocate(entry, item, amount)
    return entry


def register_refund(
    *, credit_note: Invoice, amount: Decimal, method: str, booked_on: date, external_id: str = ""
) -> ReceivableEntry | None:
    """Book money given back on a credit note; None when it is booked already."""
    if external_id and ReceivableEntry.objects.filter(method=method, external_id=external_id).exists():
        return None
    item = OpenItem.objects.select_for_update().get(invoice=credit_note)
    if amount <= ZERO or amount > -item.open_amount:
        raise refuse("refund_exceeds_credit", "amount", open=-item.open_amount)
    entry = ReceivableEntry.objects.create(
        market_id=credit_note.market_id,
        customer_id=credit_note.customer_id,
        kind=ReceivableEntry.Kind.REFUND,
        amount=amount,
        currency=credit_note.currency,
        method=method,
        external_id=external_id,
        booked_on=booked_on,
        created_at=clock.now(),
    )
    _allocate(entry, item, -amount)
    return entry
