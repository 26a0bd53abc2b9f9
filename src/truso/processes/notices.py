"""Mails that follow from events. Each is written once per reader and record, however often its event is delivered."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django.conf import settings

from truso.kernel.references import Reference
from truso.kernel.refusals import Refused
from truso.modules.approvals.models import ApprovalRequest
from truso.modules.approvals.queries import find_for_subject
from truso.modules.customers.queries import list_approvers
from truso.modules.digital.events import DigitalHandedOver
from truso.modules.digital.queries import list_handed
from truso.modules.fulfillment.events import ShipmentSent
from truso.modules.fulfillment.models import Shipment
from truso.modules.invoicing.events import InvoiceIssued
from truso.modules.invoicing.models import Invoice
from truso.modules.invoicing.queries import document_of
from truso.modules.markets.models import Market
from truso.modules.markets.queries import shop_name_of
from truso.modules.orders.events import OrderConfirmed, OrderEnded, OrderPlaced
from truso.modules.orders.models import Order, OrderState
from truso.modules.output.models import SentMail, StoredDocument
from truso.modules.output.operations import queue_mail
from truso.platform.events import subscribe
from truso.processes.delivery_papers import delivery_note_of
from truso.processes.documents import invoice_pdf, order_document
from truso.processes.links import order_link, page_link

logger = logging.getLogger("truso.notices")


@subscribe(OrderPlaced)
def ask_approvers(event: OrderPlaced) -> None:
    """Tell the approvers of an order that waits for one of them."""
    order = _order(event.order_id)
    request = find_for_subject(order.uuid)
    if order.source or request is None or request.state != ApprovalRequest.State.WAITING:
        return
    for approver in list_approvers(request.customer_id, but=request.requested_by_id):
        deadline = order.market.day_of(request.deadline_at)
        context = {
            "document": order_document(order, language=approver.language),
            "requested_by": str(request.requested_by),
            "approval_url": page_link("approval", approver.language, uuid=request.uuid),
            "deadline": deadline,
            "recipient_name": approver.first_name,
        }
        _write("approval_requested", approver.language, approver.email, context, order, Reference("order", order.uuid))


@subscribe(OrderConfirmed)
def confirm_to_buyer(event: OrderConfirmed) -> None:
    """Confirm an order to whoever placed it: approved by a colleague, paid, or taken on invoice."""
    order = _order(event.order_id)
    if order.source:
        return
    request, subject = find_for_subject(order.uuid), Reference("order", order.uuid)
    if request and request.decided_by:
        context: dict[str, Any] = {
            "document": order_document(order),
            "approved_by": str(request.decided_by),
            "comment": request.comment,
            "order_url": order_link(order, order.language),
        }
        _write("order_approved", order.language, order.email, context, order, subject)
        return
    context = {"document": order_document(order), "order_url": order_link(order, order.language)}
    _write("order_confirmation", order.language, order.email, context, order, subject)


@subscribe(OrderEnded)
def tell_the_end(event: OrderEnded) -> None:
    """Tell the buyer that an order was not approved, ran out of time, or was cancelled after it stood.

    A payment that did not go through is told on the page itself, at once: no mail.
    """
    order = _order(event.order_id)
    request, subject = find_for_subject(order.uuid), Reference("order", order.uuid)
    if order.source or (order.confirmed_at is None and request is None):
        return
    if event.state == OrderState.REJECTED and request and request.decided_by:
        context = {
            "order_number": order.number,
            "rejected_by": str(request.decided_by),
            "comment": request.comment,
            "cart_url": page_link("cart", order.language),
        }
        _write("order_rejected", order.language, order.email, context, order, subject)
        return
    ended: dict[str, Any] = {
        "order_number": order.number,
        "is_expired": event.state == OrderState.EXPIRED,
        "order_url": order_link(order, order.language),
    }
    _write("order_cancelled", order.language, order.email, ended, order, subject)


@subscribe(ShipmentSent)
def announce_shipment(event: ShipmentSent) -> None:
    """Tell the buyer that goods are on their way."""
    shipment = Shipment.objects.select_related("order__market", "order__customer", "order__delivery_method").get(
        pk=event.shipment_id
    )
    order = shipment.order
    if order.source:
        return
    context = {
        "document": delivery_note_of(shipment),
        "tracking_url": shipment.tracking_url,
        "order_url": order_link(order, order.language),
    }
    _write("shipment_sent", order.language, order.email, context, order, Reference("shipment", shipment.uuid))


@subscribe(DigitalHandedOver)
def send_keys(event: DigitalHandedOver) -> None:
    """Send the buyer the keys of an order, and the way to its files."""
    order = _order(event.order_id)
    if order.source:
        return
    items = [
        {"name": one.line.name, "sku": one.line.sku, "keys": one.keys, "files": [file.name for file in one.files]}
        for one in list_handed(line for line in order.lines.all() if line.pk in event.line_ids)
    ]
    context = {"order_number": order.number, "items": items, "order_url": order_link(order, order.language)}
    _write(
        "digital_delivery", order.language, order.email, context, order, Reference("hand_over", UUID(event.hand_over))
    )


@subscribe(InvoiceIssued)
def send_invoice(event: InvoiceIssued) -> None:
    """Send an invoice or credit note with its PDF, to the customer's address for invoices when there is one."""
    invoice = Invoice.objects.select_related("order__market", "customer").get(pk=event.invoice_id)
    order, customer = invoice.order, invoice.customer
    if order.source:
        return
    recipient = (customer.invoice_email if customer else "") or order.email
    signed_in = order.person_id is not None or order.customer_id is not None
    address = (
        page_link("invoice", order.language, uuid=invoice.uuid) if signed_in else order_link(order, order.language)
    )
    context = {"document": document_of(invoice), "invoice_url": address}
    _write(
        "invoice_issued",
        order.language,
        recipient,
        context,
        order,
        Reference("invoice", invoice.uuid),
        [invoice_pdf(invoice=invoice)],
    )


def _order(order_id: int) -> Order:
    return (
        Order.objects.select_related("market", "customer", "payment_term", "delivery_method", "person")
        .prefetch_related("lines")
        .get(pk=order_id)
    )


def shop_values(market: Market | None) -> dict[str, str]:
    """Return what every mail says of the shop."""
    values = {"shop_name": shop_name_of(market), "shop_url": settings.WAGTAILADMIN_BASE_URL}
    if market is None:
        return values
    place = f"{market.seller_name}, {market.seller_street}, {market.seller_postcode} {market.seller_city}"
    return values | {"shop_address": place, "support_email": market.seller_email}


def _write(
    template: str,
    language: str,
    recipient: str,
    context: Mapping[str, Any],
    order: Order,
    subject: Reference,
    attachments: Sequence[StoredDocument] = (),
) -> None:
    """Queue a mail about an order unless the reader has it."""
    told = SentMail.objects.filter(
        template=template, recipient=recipient, subject_kind=subject.kind, subject_uuid=subject.uuid
    )
    if told.exists():
        return
    values = {"recipient_name": order.contact_name, **context}
    send_if_valid(
        template, language, recipient, values, market=order.market, subject=subject, about=f"order {order.number}",
        attachments=attachments,
    )  # fmt: skip


def send_if_valid(
    template: str, language: str, recipient: str, context: Mapping[str, Any], *, market: Market | None, subject: Reference,
    about: str, attachments: Sequence[StoredDocument] = (),
) -> None:  # fmt: skip
    """Queue a mail in the name of a market's shop. An address no mail can reach is written down, not tried for ever."""
    try:
        queue_mail(
            template=template,
            language=language,
            recipient=recipient,
            context={**shop_values(market), **context},
            subject=subject,
            attachments=attachments,
        )
    except Refused as refused:
        if refused.refusals[0].code != "recipient_invalid":
            raise
        logger.warning("%s: no mail %s, its address is not valid", about, template)
