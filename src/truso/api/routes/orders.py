"""Placing orders, and what becomes of them."""

from __future__ import annotations

from uuid import UUID

from django.http import FileResponse, HttpRequest, HttpResponse, StreamingHttpResponse
from ninja import Query, Router

from truso.api.answers.cart import LineResults
from truso.api.answers.orders import OrderPage, OrderView, PaymentStart, ShipmentList
from truso.api.auth import Gate
from truso.api.encoding import reply, send_bundle
from truso.api.inputs import PAGE_SIZE, OrderIn, PaymentIn
from truso.api.lines import add_read_lines, read_articles
from truso.api.once import write_once
from truso.api.openapi import gives
from truso.api.paging import page_of
from truso.api.present.orders import order_summary, order_view, shipment_view
from truso.api.problems import wrong
from truso.api.routes.cart import checkout_data
from truso.kernel.buyer import Buyer
from truso.kernel.refusals import NotFound
from truso.modules.digital.operations import note_download
from truso.modules.digital.queries import find_file
from truso.modules.fulfillment.queries import list_shipments
from truso.modules.identity.rules import Scope
from truso.modules.orders.models import LineKind
from truso.modules.orders.queries import list_orders
from truso.modules.payments.queries import find_latest_payment
from truso.platform.database.transactions import write
from truso.processes.document_bundles import ZIP, bundle_of_order
from truso.processes.own_orders import get_own_order
from truso.processes.pay import finish_payment, start_payment
from truso.processes.place_order import place_order

router = Router(tags=["Orders"])
OPEN = Gate(Scope.ORDERS, is_open=True)
BUYERS = Gate(Scope.ORDERS)


@router.post(
    "/orders", auth=OPEN, url_name="orders", operation_id="place_order", **gives(201, OrderView, key="required")
)
def place(request: HttpRequest, data: OrderIn) -> HttpResponse:
    """Place the cart as an order. Needs an `Idempotency-Key`: sent again, the first answer comes again.

    Everything is decided anew: prices, stock, credit, limits. A refusal names every reason and changes nothing.
    """
    buyer: Buyer = request.auth.buyer  # type: ignore[attr-defined]

    def act() -> tuple[int, OrderView]:
        order = place_order(buyer=buyer, data=checkout_data(data), checkout_id=data.checkout_id)
        if order.person_id == buyer.person_id:
            order.person = request.auth.person  # type: ignore[attr-defined]
        return 201, order_view(buyer, order)

    return write_once(request, "place_order", data, act, key_required=True)


@router.get("/orders", auth=BUYERS, url_name="orders", operation_id="list_orders", **gives(200, OrderPage))
def orders(
    request: HttpRequest,
    text: str = Query("", max_length=60),
    state: str = Query("", max_length=20),
    cursor: UUID | None = Query(None),
    limit: int = Query(50, ge=1, le=PAGE_SIZE),
) -> HttpResponse:
    """List the caller's orders, the latest first; all of the company's for those with the right to see them.

    `text` finds by order number, purchase order number, reference or article number.
    """
    found = list_orders(request.auth.buyer, text=text, state=state)  # type: ignore[attr-defined]
    rows, following = page_of(found, "placed_at", cursor, limit)
    return reply(OrderPage(items=[order_summary(order) for order in rows], next_cursor=following))


@router.get("/orders/{uuid}", auth=OPEN, url_name="order", operation_id="get_order", **gives(200, OrderView))
def order(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Return an order with its lines and what has happened to it."""
    buyer: Buyer = request.auth.buyer  # type: ignore[attr-defined]
    return reply(order_view(buyer, get_own_order(buyer, uuid)))


@router.get(
    "/orders/{uuid}/documents.zip",
    auth=OPEN,
    url_name="order-documents",
    operation_id="get_order_documents",
    **gives(200, media=ZIP),
)
def documents_zip(request: HttpRequest, uuid: UUID) -> StreamingHttpResponse:
    """Return the documents of all articles of an order in a zip file, a folder per article."""
    buyer: Buyer = request.auth.buyer  # type: ignore[attr-defined]
    return send_bundle(bundle_of_order(buyer, get_own_order(buyer, uuid)))


@router.get(
    "/orders/{uuid}/files/{file}",
    auth=OPEN,
    url_name="order-file",
    operation_id="get_order_file",
    **gives(200, media="application/octet-stream"),
)
def bought_file(request: HttpRequest, uuid: UUID, file: UUID) -> FileResponse:
    """Return a file that was bought with an order. That it was fetched is written down."""
    buyer: Buyer = request.auth.buyer  # type: ignore[attr-defined]
    found, line = find_file(get_own_order(buyer, uuid).lines.all(), file)
    with write(request.auth.actor):  # type: ignore[attr-defined]
        note_download(file=found, line_id=line.pk, person_id=buyer.person_id)
    response = FileResponse(found.file.open("rb"), as_attachment=True, filename=found.name)
    response["Content-Type"] = "application/octet-stream"
    return response


@router.post(
    "/orders/{uuid}/payment", auth=OPEN, url_name="payment", operation_id="start_payment", **gives(200, PaymentStart)
)
def payment(request: HttpRequest, uuid: UUID, data: PaymentIn) -> HttpResponse:
    """Take an order that waits for payment to its gateway; answers with where to send the buyer. May be repeated."""
    own = get_own_order(request.auth.buyer, uuid)  # type: ignore[attr-defined]
    if data.return_url.startswith("/"):
        raise wrong(400, "return_url_invalid", "return_url")  # a program's pages are not ours
    return reply(
        PaymentStart(redirect_url=request.build_absolute_uri(start_payment(order=own, return_url=data.return_url)))
    )


@router.post(
    "/orders/{uuid}/payment/check",
    auth=OPEN,
    url_name="payment-check",
    operation_id="check_payment",
    **gives(200, OrderView),
)
def payment_check(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Ask the gateway what became of the payment and settle it; answers with the order as it is then."""
    buyer: Buyer = request.auth.buyer  # type: ignore[attr-defined]
    own = get_own_order(buyer, uuid)
    found = find_latest_payment(own.uuid)
    if found is None:
        raise NotFound("payment")
    finish_payment(payment_uuid=found.uuid)
    own = type(own).objects.select_related("person").prefetch_related("lines", "steps").get(pk=own.pk)
    return reply(order_view(buyer, own))


@router.get(
    "/orders/{uuid}/shipments",
    auth=OPEN,
    url_name="shipments",
    operation_id="list_shipments",
    **gives(200, ShipmentList),
)
def shipments(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """List what was sent of an order, with tracking."""
    own = get_own_order(request.auth.buyer, uuid)  # type: ignore[attr-defined]
    return reply(ShipmentList(items=[shipment_view(shipment) for shipment in list_shipments(own)]))


@router.post(
    "/orders/{uuid}/reorder",
    auth=BUYERS,
    url_name="reorder",
    operation_id="reorder",
    **gives(200, LineResults, key="optional"),
)
def reorder(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Put an earlier order's articles into the cart, at today's prices and rules; tells of each what became of it."""
    buyer: Buyer = request.auth.buyer  # type: ignore[attr-defined]
    items = [line for line in get_own_order(buyer, uuid).lines.all() if line.kind == LineKind.ITEM]

    def act() -> tuple[int, LineResults]:
        lines = read_articles(buyer, [(line.variant_id, line.sku, line.quantity) for line in items])
        return 200, add_read_lines(buyer, lines, [line.reference for line in items], all_or_none=False)

    return write_once(request, "reorder", str(uuid), act)
