"""Orders: the confirmation, following one, all of them, and ordering again."""

from __future__ import annotations

from urllib.parse import quote
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from truso.kernel.buyer import Buyer, Right
from truso.modules.cart.quick_order import Pasted
from truso.modules.fulfillment.models import Shipment
from truso.modules.invoicing.models import Invoice
from truso.modules.orders.models import LineKind, Order, OrderState
from truso.modules.orders.operations import claim_order
from truso.modules.orders.queries import get_order, list_orders
from truso.platform.access import buyer_right, public, signed_in
from truso.processes.document_bundles import has_documents
from truso.processes.documents import delivery_pdf, invoice_pdf
from truso.processes.reorder import Reordered, reorder_lines
from truso.storefront.actor import buyer_on, writing
from truso.storefront.downloads import pdf_response
from truso.storefront.handed import write_handed
from truso.storefront.list_page import quick_line
from truso.storefront.order_links import find_order_for, is_guests, order_address
from truso.storefront.order_page import order_badge, write_order
from truso.storefront.paging import page_of
from truso.storefront.refusals import say
from truso.storefront.views.answers import refused_to
from truso.storefront.views.cart import added_text
from truso.storefront.views.pages import render_page
from truso.storefront.views.quick_order import show_judged

PER_PAGE = 25


@public
@require_GET
def order_confirmation(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Thank for an order; a guest's page opens again by its signed link."""
    buyer = buyer_on(request)
    order = find_order_for(request, buyer, uuid)
    track = order_address(order, "order_tracking") if is_guests(order) else reverse("storefront:order", args=[uuid])
    context = {
        "order": order,
        "view": write_order(buyer, order),
        "handed": write_handed(order, _token(request, order)),
        "is_guest": is_guests(order) and not request.user.is_authenticated,
        "can_claim": is_guests(order) and buyer.customer is not None and not buyer.is_business,
        "token": request.GET.get("token", ""),
        "track_url": track,
    }
    return render_page(request, "storefront/checkout/confirmation.html", context)


@public
@require_GET
def order_tracking(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Follow a guest's order by its signed link."""
    return _show(request, find_order_for(request, buyer_on(request), uuid))


@signed_in
@require_GET
def order(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Show one of the hat's orders."""
    return _show(request, get_order(buyer_on(request), uuid))


def _show(request: HttpRequest, order: Order) -> HttpResponse:
    buyer, guest = buyer_on(request), is_guests(order)
    token = _token(request, order)
    context = {
        "order": order,
        "view": write_order(buyer, order),
        "handed": write_handed(order, token),
        "is_guest": guest,
        "token": token,
        "can_see_invoices": guest or buyer.can(Right.VIEW_INVOICES),
        "has_documents": has_documents(buyer, order),
        "can_reorder": not guest and buyer.can(Right.ORDER),
        "section": "orders",
    }
    template = "storefront/order/guest.html" if guest else "storefront/order/order.html"
    return render_page(request, template, context)


def _token(request: HttpRequest, order: Order) -> str:
    """Return what the addresses about a guest's order end with."""
    return f"?token={quote(request.GET['token'])}" if is_guests(order) and "token" in request.GET else ""


@signed_in
@require_GET
def orders(request: HttpRequest) -> HttpResponse:
    """List the hat's orders, to be searched by number, reference or article."""
    buyer = buyer_on(request)
    text, state = request.GET.get("q", "").strip(), request.GET.get("state", "")
    state = state if state in OrderState.values else ""
    page = Paginator(list_orders(buyer, text=text, state=state), PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "orders": [(one, *order_badge(one)) for one in page.object_list],
        "pages": page_of(page),
        "text": text,
        "state": state,
        "states": [("", _("All")), *OrderState.choices],
        "shows_person": buyer.can(Right.VIEW_ALL_ORDERS) and buyer.is_business,
        "section": "orders",
    }
    return render_page(request, "storefront/account/orders.html", context)


@buyer_right(Right.ORDER)
@require_http_methods(["GET", "HEAD", "POST"])
@refused_to("storefront:cart")
def reorder(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Put an old order's articles into the cart, at today's prices, and tell what is different; or show its lines to choose from."""
    buyer = buyer_on(request)
    old = get_order(buyer, uuid)
    if request.method != "POST":
        lines = [line for line in old.lines.all() if line.kind == LineKind.ITEM]
        again = [quick_line(row, line.sku, line.quantity, line.reference) for row, line in enumerate(lines, start=1)]
        return show_judged(request, Pasted(tuple(again)), title=_("Order %(number)s again") % {"number": old.number})
    with writing(request):
        result = reorder_lines(buyer=buyer, order=old)
    _tell(request, buyer, result)
    return HttpResponseRedirect(reverse("storefront:cart"))


def _tell(request: HttpRequest, buyer: Buyer, result: Reordered) -> None:
    if result.added:
        messages.success(request, added_text(result.added))
    if result.dearer or result.cheaper:
        changed = result.dearer + result.cheaper
        text = ngettext("%(count)s price has changed since then.", "%(count)s prices have changed since then.", changed)
        messages.info(request, text % {"count": changed})
    for name, refusal in result.adjusted:
        messages.warning(request, f"{name}: {say(refusal, buyer)}")
    for name, refusal in result.left_out:
        messages.warning(request, _("%(article)s was left out.") % {"article": name} + f" {say(refusal, buyer)}")


@buyer_right(Right.ORDER)
@require_POST
@refused_to("storefront:orders")
def order_claim(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Move a guest's order, reached by its signed link, to the private account of whoever holds the link."""
    buyer = buyer_on(request)
    order = find_order_for(request, buyer, uuid)
    if buyer.customer is None or buyer.person_id is None or buyer.is_business:
        raise Http404
    with writing(request):
        claim_order(order_id=order.pk, customer_id=buyer.customer.id, person_id=buyer.person_id)
    messages.success(request, _("The order is on your account now."))
    return HttpResponseRedirect(reverse("storefront:order", args=[uuid]))


@public
@require_GET
def order_invoice(request: HttpRequest, uuid: UUID, invoice: UUID) -> HttpResponse:
    """Hand out an invoice of an order, to a guest by the signed link."""
    buyer = buyer_on(request)
    found = find_order_for(request, buyer, uuid)
    document = Invoice.objects.filter(order=found, uuid=invoice).first()
    if document is None or not (is_guests(found) or buyer.can(Right.VIEW_INVOICES)):
        raise Http404
    with writing(request):
        stored = invoice_pdf(invoice=document)
    return pdf_response(stored)


@public
@require_GET
def order_delivery(request: HttpRequest, uuid: UUID, shipment: UUID) -> HttpResponse:
    """Hand out the delivery note of a shipment."""
    found = find_order_for(request, buyer_on(request), uuid)
    sent = Shipment.objects.filter(order=found, uuid=shipment, state=Shipment.State.SHIPPED).first()
    if sent is None:
        raise Http404
    with writing(request):
        stored = delivery_pdf(shipment=sent)
    return pdf_response(stored)
