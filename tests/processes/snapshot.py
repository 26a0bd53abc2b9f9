"""An order with all that followed, as plain values without keys and numbers, so that two of them can be compared."""

from __future__ import annotations

from typing import Any

from truso.modules.approvals.models import ApprovalRequest
from truso.modules.fulfillment.models import Shipment
from truso.modules.inventory.models import StockEntry
from truso.modules.invoicing.models import Invoice
from truso.modules.orders.models import Order
from truso.modules.payments.models import DemoCharge, Payment
from truso.modules.receivables.models import Allocation, OpenItem, ReceivableEntry
from truso.modules.returns.models import Return

Rows = list[tuple[Any, ...]]
_ORDER = (
    "net", "tax", "gross", "state", "fulfillment_status", "invoice_status", "payment_status", "currency", "prices_include_vat",
    "payment_method", "payment_term", "delivery_method", "language", "po_number", "reference", "promised_on", "contact_name", "email",
    "phone", "delivery_address", "billing_address", "market", "customer", "person", "is_business",
)  # fmt: skip
_LINE = (
    "position", "kind", "variant", "sku", "gtin", "name", "buyer_number", "reference", "unit", "price_unit", "quantity", "list_price",
    "unit_price", "tax_class", "tax_category", "tax_rate", "net", "tax", "gross", "explanation", "shipped_quantity",
    "invoiced_quantity", "cancelled_quantity", "returned_quantity", "credited_quantity", "promised_on",
)  # fmt: skip
_INVOICE = (
    "kind",
    "issued_on",
    "due_on",
    "currency",
    "net",
    "tax",
    "gross",
    "payment_method",
    "person_id",
    "customer",
    "market",
)
_INVOICE_LINE = (
    "order_line__position", "is_credit", "position", "quantity", "net", "tax", "gross", "tax_category", "tax_rate",
    "shipment_line__quantity",
)  # fmt: skip
# What names a document or refers to one; the shop's numbers differ between two histories of different length.
_NUMBERS = {
    "number", "payment_reference", "preceding_invoice_number", "notes", "despatch_reference", "sales_order_reference",
    "order_number", "uuid",
}  # fmt: skip


def snapshot(order_id: int) -> dict[str, Any]:
    """Return everything the house wrote down about an order."""
    order = Order.objects.get(pk=order_id)
    invoices = Invoice.objects.filter(order=order).order_by("kind", "issued_on", "pk")
    payments = Payment.objects.filter(subject_uuid=order.uuid)
    shipments = Shipment.objects.filter(order=order).order_by("pk")
    items = OpenItem.objects.filter(invoice__order=order)
    allocations = Allocation.objects.filter(open_item__invoice__order=order)
    entries = ReceivableEntry.objects.filter(pk__in=allocations.values("entry")) | ReceivableEntry.objects.filter(
        invoice__order=order
    )
    returns = Return.objects.filter(order=order)
    subjects = [*shipments.values_list("uuid", flat=True), *returns.values_list("uuid", flat=True)]
    return {
        "order": Order.objects.filter(pk=order_id).values(*_ORDER)[0],
        "lines": _rows(order.lines.order_by("position"), *_LINE),
        "steps": _sorted(order.steps.all(), "kind", "by"),
        "approvals": _sorted(
            ApprovalRequest.objects.filter(subject_uuid=order.uuid),
            "state", "amount", "limit", "currency", "customer", "requested_by", "decided_by",
        ),
        "shipments": [
            (one.location_id, one.state, _rows(one.lines.order_by("order_line__position"), "order_line__position", "quantity"))
            for one in shipments
        ],
        "invoices": _rows(invoices, *_INVOICE),
        "documents": [_without_numbers(one.document) for one in invoices],
        "invoice lines": [_rows(one.lines.order_by("position"), *_INVOICE_LINE) for one in invoices],
        "open items": _sorted(items, "amount", "open_amount", "due_on", "currency", "customer"),
        "ledger": _sorted(entries.distinct(), "kind", "amount", "currency", "method", "booked_on", "customer", "market"),
        "allocations": _sorted(allocations, "entry__kind", "amount"),
        "payments": _rows(payments, "state", "gateway", "amount", "currency", "captured", "refunded"),
        "payment entries": [_sorted(one.entries.all(), "kind", "amount", "state", "subject_kind") for one in payments],
        "charges": _rows(
            DemoCharge.objects.filter(reference__in=payments.values("gateway_reference")),
            "amount", "currency", "state", "captured", "refunded",
        ),
        "returns": _rows(returns, "state", "credit_note__gross"),
        "return lines": [_rows(one.lines.all(), "order_line__position", "quantity", "reason", "restocked") for one in returns],
        "stock": _sorted(
            StockEntry.objects.filter(subject_uuid__in=subjects), "variant", "location", "kind", "quantity", "subject_kind"
        ),
    }  # fmt: skip


def _rows(query: Any, *names: str) -> Rows:
    return list(query.values_list(*names))


def _sorted(query: Any, *names: str) -> Rows:
    return sorted(query.values_list(*names), key=str)


def _without_numbers(document: Any) -> Any:
    if isinstance(document, dict):
        return {name: _without_numbers(value) for name, value in document.items() if name not in _NUMBERS}
    return [_without_numbers(one) for one in document] if isinstance(document, list) else document


def differences(expected: Any, found: Any, place: str = "") -> list[str]:
    """Return where two snapshots differ: the place, what was expected and what was found."""
    if isinstance(expected, dict) and isinstance(found, dict):
        return [
            problem
            for name in sorted(expected.keys() | found.keys())
            for problem in differences(expected.get(name), found.get(name), f"{place}.{name}")
        ]
    if isinstance(expected, list | tuple) and isinstance(found, list | tuple) and len(expected) == len(found):
        return [
            problem
            for index, (a, b) in enumerate(zip(expected, found, strict=True))
            for problem in differences(a, b, f"{place}[{index}]")
        ]
    return [] if expected == found else [f"{place}: {expected!r} != {found!r}"]
