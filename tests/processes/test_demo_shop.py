"""The demo shop as it opens: its books are whole, and its last days leave work for staff and customers."""

from __future__ import annotations

import os
from collections import Counter
from datetime import UTC, datetime

import pytest

from demo.load import is_loaded, load_demo
from demo.load.live import opening
from demo.load.trade import DAYS
from truso.modules.approvals.models import ApprovalRequest
from truso.modules.cart.models import Cart
from truso.modules.fulfillment.models import Shipment
from truso.modules.invoicing.models import Invoice
from truso.modules.orders.models import Order
from truso.modules.output.models import SentMail
from truso.modules.receivables.models import OpenItem
from truso.modules.returns.models import Return
from truso.processes.verify import verify

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)  # a Monday: the last working days are Friday, Thursday and Wednesday
TRADED = DAYS if os.environ.get("ASSURE") else 120

# Who ordered, where, and how far the order is.
LIVE = [
    ("Ola Myhre", "no", "confirmed", "partly_shipped", "unpaid"),
    ("Johan Ek", "se", "completed", "shipped", "unpaid"),
    ("Eva Strand", "no", "completed", "shipped", "paid"),
    ("Piotr Kaczmarek", "pl", "completed", "shipped", "unpaid"),
    ("Ola Myhre", "no", "confirmed", "not_shipped", "unpaid"),
    ("Eva Strand", "no", "rejected", "not_shipped", "unpaid"),
    ("Torunn Skaret", "no", "completed", "shipped", "paid"),
    ("Oskar Nyman", "se", "confirmed", "not_shipped", "authorized"),
    ("Linnea Öberg", "se", "cancelled", "not_shipped", "unpaid"),
    ("Lise Berge", "no", "confirmed", "not_shipped", "unpaid"),
    ("Ola Myhre", "no", "pending_approval", "not_shipped", "unpaid"),
    ("Ola Myhre", "no", "pending_approval", "not_shipped", "unpaid"),
    ("Agnieszka Pawlak", "pl", "confirmed", "not_shipped", "authorized"),
]
MAILS = {
    "order_confirmation": 9, "approval_requested": 4, "order_approved": 1, "order_rejected": 1, "order_cancelled": 1,
    "shipment_sent": 5, "invoice_issued": 6,
}  # fmt: skip


@pytest.mark.django_db
def test_the_demo_opens_with_whole_books_and_work_waiting() -> None:
    load_demo(now=NOW, days=TRADED)

    assert is_loaded()
    assert Invoice.objects.count() > 300
    assert list(verify()) == []

    since = opening(NOW)
    live = Order.objects.filter(placed_at__gte=since).select_related("market").order_by("pk")
    assert [
        (order.contact_name, order.market.code, order.state, order.fulfillment_status, order.payment_status)
        for order in live
    ] == LIVE
    assert max(order.placed_at for order in live) < NOW
    waiting = ApprovalRequest.objects.filter(state=ApprovalRequest.State.WAITING)
    assert [str(request.requested_by) for request in waiting] == ["Ola Myhre", "Ola Myhre"]
    assert Shipment.objects.filter(state=Shipment.State.PICKING).count() == 1
    assert list(Return.objects.filter(requested_at__gte=since).order_by("pk").values_list("state", flat=True)) == [
        "requested", "credited",
    ]  # fmt: skip
    assert Counter(SentMail.objects.values_list("template", flat=True)) == MAILS
    assert not SentMail.objects.filter(sent_at=None).exists()
    carts = Cart.objects.filter(state=Cart.State.OPEN, lines__isnull=False).distinct().order_by("pk")
    assert sorted((str(cart.person), str(cart.customer)) for cart in carts) == [
        ("Eva Strand", "Eva Strand"), ("Eva Strand", "Fjordverk Elektro & Bygg AS"), ("Ola Myhre", "Fjordverk Elektro & Bygg AS"),
    ]  # fmt: skip
    open_items = OpenItem.objects.filter(open_amount__gt=0)
    assert open_items.filter(due_on__lt=NOW.date()).exists()
    assert [item for item in open_items if 0 < item.open_amount < item.amount and item.due_on < NOW.date()]
    for market in ("no", "se", "pl"):
        days = list(
            Invoice.objects.filter(market__code=market).order_by("sequence").values_list("issued_on", flat=True)
        )
        assert days == sorted(days)
