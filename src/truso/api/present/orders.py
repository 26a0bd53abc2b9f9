"""Orders, shipments, approvals and invoices as the API shows them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from uuid import UUID

from django.urls import reverse

from truso.api.answers.cart import AllowanceView
from truso.api.answers.orders import (
    ApprovalView,
    DigitalFileView,
    DigitalView,
    InvoiceLineView,
    InvoiceSummary,
    InvoiceView,
    OrderLineView,
    OrderSummary,
    OrderView,
    PlaceView,
    ShipmentLineView,
    ShipmentView,
    StepOfOrder,
)
from truso.api.encoding import amount, quantity, unit_price
from truso.api.present.catalog import content_views, promise_view
from truso.kernel.buyer import Buyer
from truso.modules.approvals.models import ApprovalRequest
from truso.modules.digital.queries import Handed, list_handed
from truso.modules.fulfillment.models import Shipment
from truso.modules.invoicing.models import Invoice, InvoiceLine
from truso.modules.orders.models import LineKind, Order, OrderLine
from truso.modules.orders.words import payment_method_name
from truso.processes.promise import counted, promise_of, waits_for_approval


def order_summary(order: Order) -> OrderSummary:
    """Show an order in a list."""
    return OrderSummary(
        uuid=order.uuid,
        number=order.number,
        state=order.state,
        fulfillment_status=order.fulfillment_status,
        invoice_status=order.invoice_status,
        payment_status=order.payment_status,
        placed_at=order.placed_at,
        currency=order.currency,
        net=amount(order.net, order.currency),
        vat=amount(order.tax, order.currency),
        gross=amount(order.gross, order.currency),
        po_number=order.po_number,
        reference=order.reference,
        ordered_by=str(order.person) if order.person else order.contact_name,
    )


def order_view(buyer: Buyer, order: Order) -> OrderView:
    """Show an order with its lines and steps, in one language for all: words are the reader's to make."""
    currency = order.currency
    return OrderView(
        uuid=order.uuid,
        number=order.number,
        checkout_id=order.checkout_id,
        state=order.state,
        fulfillment_status=order.fulfillment_status,
        invoice_status=order.invoice_status,
        payment_status=order.payment_status,
        placed_at=order.placed_at,
        confirmed_at=order.confirmed_at,
        promised_on=counted(buyer, order, order.promised_on) if order.promised_on else None,
        promise_counts_from="approval" if waits_for_approval(order) else "order",
        is_pickup=order.is_pickup,
        pickup_place=order.pickup_place,
        currency=currency,
        prices_include_vat=order.prices_include_vat,
        net=amount(order.net, currency),
        vat=amount(order.tax, currency),
        gross=amount(order.gross, currency),
        no_vat=order.tax_reasons,
        vat_number=order.vat_number,
        payment_method=order.payment_method,
        payment_method_name=payment_method_name(order.payment_method),
        po_number=order.po_number,
        reference=order.reference,
        contact_name=order.contact_name,
        email=order.email,
        phone=order.phone,
        ordered_by=str(order.person) if order.person else order.contact_name,
        delivery_address=_place(order.delivery_address),
        billing_address=_place(order.billing_address),
        lines=[_order_line(buyer, order, line) for line in order.lines.all()],
        digital=[_digital(one) for one in list_handed(order.lines.all())],
        steps=[
            StepOfOrder(
                kind=step.kind,
                at=step.at,
                by=step.by,
                params={name: str(value) for name, value in step.params.items()},
            )
            for step in order.steps.all()
        ],
    )


def _digital(handed: Handed) -> DigitalView:
    return DigitalView(
        line=handed.line.uuid,
        sku=handed.line.sku,
        keys=list(handed.keys),
        files=[
            DigitalFileView(uuid=one.uuid, name=one.name, version=one.version, size=one.size, sha256=one.sha256)
            for one in handed.files
        ],
        waiting=handed.waiting,
    )


def _place(address: Mapping[str, object]) -> PlaceView:
    return PlaceView(**{name: str(address.get(name) or "") for name in PlaceView.__struct_fields__})


def _order_line(buyer: Buyer, order: Order, line: OrderLine) -> OrderLineView:
    currency = order.currency
    return OrderLineView(
        uuid=line.uuid,
        kind=line.kind,
        sku=line.sku,
        name=line.name,
        buyer_number=line.buyer_number,
        reference=line.reference,
        supply=line.supply,
        is_cut=line.is_cut,
        unit=line.unit,
        price_unit=line.price_unit,
        quantity=quantity(line.quantity),
        unit_price=unit_price(line.unit_price, currency),
        vat_percent=quantity(line.tax_rate),
        net=amount(line.net, currency),
        vat=amount(line.tax, currency),
        gross=amount(line.gross, currency),
        contents=content_views(line.contents),
        allowances=[AllowanceView(name=name, amount=amount(taken, currency)) for name, taken in line.taken_off],
        shipped=quantity(line.shipped_quantity),
        invoiced=quantity(line.invoiced_quantity),
        cancelled=quantity(line.cancelled_quantity),
        returned=quantity(line.returned_quantity),
        promise=promise_view(promise_of(buyer, order, line)) if line.kind == LineKind.ITEM else [],
    )


def shipment_view(shipment: Shipment) -> ShipmentView:
    """Show a shipment that left."""
    return ShipmentView(
        uuid=shipment.uuid,
        number=shipment.number,
        shipped_at=shipment.shipped_at or shipment.created_at,
        tracking_number=shipment.tracking_number,
        tracking_url=shipment.tracking_url,
        packages=shipment.packages,
        lines=[
            ShipmentLineView(
                order_line=line.order_line.uuid,
                sku=line.order_line.sku,
                name=line.order_line.name,
                quantity=quantity(line.quantity),
            )
            for line in shipment.lines.all()
        ],
    )


def approval_views(requests: Iterable[ApprovalRequest]) -> list[ApprovalView]:
    """Show requests with the numbers of their orders, looked up in one query."""
    found = list(requests)
    numbers: dict[UUID, str] = dict(
        Order.objects.filter(uuid__in=[one.subject_uuid for one in found]).values_list("uuid", "number")
    )
    return [
        ApprovalView(
            uuid=one.uuid,
            state=one.state,
            order=one.subject_uuid,
            order_number=numbers.get(one.subject_uuid, ""),
            amount=amount(one.amount, one.currency),
            limit=amount(one.limit, one.currency),
            currency=one.currency,
            requested_by=str(one.requested_by),
            requested_at=one.requested_at,
            deadline_at=one.deadline_at,
            decided_by=str(one.decided_by) if one.decided_by else "",
            decided_at=one.decided_at,
            comment=one.comment,
        )
        for one in found
    ]


def invoice_summary(invoice: Invoice) -> InvoiceSummary:
    """Show a document of the books in a list."""
    item = getattr(invoice, "open_item", None)
    return InvoiceSummary(
        uuid=invoice.uuid,
        number=invoice.number,
        kind=invoice.kind,
        order=invoice.order.uuid,
        order_number=invoice.order.number,
        issued_on=invoice.issued_on,
        due_on=invoice.due_on,
        currency=invoice.currency,
        net=amount(invoice.net, invoice.currency),
        vat=amount(invoice.tax, invoice.currency),
        gross=amount(invoice.gross, invoice.currency),
        open_amount=amount(item.open_amount if item else invoice.gross, invoice.currency),
        payment_reference=invoice.payment_reference,
    )


def invoice_view(invoice: Invoice, lines: Iterable[InvoiceLine]) -> InvoiceView:
    """Show a document with its lines."""
    currency = invoice.currency
    return InvoiceView(
        summary=invoice_summary(invoice),
        lines=[
            InvoiceLineView(
                position=line.position,
                sku=line.order_line.sku,
                name=line.order_line.name,
                quantity=quantity(line.quantity),
                net=amount(line.net, currency),
                vat=amount(line.tax, currency),
                gross=amount(line.gross, currency),
                vat_percent=quantity(line.tax_rate),
            )
            for line in lines
        ],
        pdf_url=reverse("api:invoice-pdf", kwargs={"uuid": invoice.uuid}),
        ubl_url=reverse("api:invoice-ubl", kwargs={"uuid": invoice.uuid}),
    )
