"""The order page and what staff do with an order: pick, cancel, take back."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from truso.backoffice.acting import act_once, staff_screen
from truso.backoffice.order_page import OrderPage, PickOffer, pick_offers, read_order
from truso.backoffice.pages import page, read_quantities
from truso.modules.inventory.models import Location
from truso.modules.returns.models import ReturnReason
from truso.processes.returns import announce_return
from truso.processes.ship import cancel_order, perform_services, pick_order


def _trail() -> list[tuple[str, str]]:
    return [(_("Orders"), "staff_orders:index")]


@staff_screen("orders.view_order")
def show_order(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Show an order: lines with their progress, customer, credit, papers, timeline."""
    shown = read_order(uuid)
    return page(
        request, "order.html", _("Order %(number)s") % {"number": shown.order.number}, _trail(), {"page": shown}
    )


@staff_screen("orders.ship_order", "GET", "HEAD", "POST")
def pick(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Choose a location and quantities; begin picking."""
    shown = read_order(uuid)
    offers = pick_offers(shown)
    chosen = _chosen_offer(offers, request.POST.get("location") or request.GET.get("location", ""))
    problems: list[str] = []
    if request.method == "POST":
        problems = _begin_picking(request, shown, chosen)
        if not problems:
            return redirect("backoffice:order", uuid=uuid)
    context = {
        "page": shown,
        "offers": offers,
        "chosen": chosen,
        "problems": problems,
        "typed": request.POST if problems else {},
    }
    title = _("Pick order %(number)s") % {"number": shown.order.number}
    return page(request, "pick.html", title, _trail(), context, status=422 if problems else 200)


def _chosen_offer(offers: list[PickOffer], code: str) -> PickOffer | None:
    return next((offer for offer in offers if offer.location.code == code), offers[0] if offers and not code else None)


def _begin_picking(request: HttpRequest, shown: OrderPage, chosen: PickOffer | None) -> list[str]:
    location: Location | None = chosen.location if chosen else None
    if location is None:
        return [_("Choose a location.")]
    lines = [view.line.pk for view in shown.lines if view.is_item]
    quantities, problems = read_quantities(request, lines, shown.names)
    if problems:
        return problems
    return act_once(
        request,
        lambda: pick_order(order_id=shown.order.pk, location=location, quantities=quantities, staff_id=request.user.pk),
        done=_("Picking began. Print the pick list, then ship."),
        names=shown.names,
    )


@staff_screen("orders.ship_order", "GET", "HEAD", "POST")
def perform(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Note which services of an order were performed; exactly those are invoiced."""
    shown = read_order(uuid)
    problems: list[str] = []
    if request.method == "POST":
        lines = [view.line.pk for view in shown.lines if view.to_perform]
        quantities, problems = read_quantities(request, lines, shown.names)
        problems = problems or act_once(
            request,
            lambda: perform_services(order_id=shown.order.pk, quantities=quantities, staff_id=request.user.pk),
            done=_("The service is noted as performed, and invoiced."),
            names=shown.names,
        )
        if not problems:
            return redirect("backoffice:order", uuid=uuid)
    title = _("Services of order %(number)s") % {"number": shown.order.number}
    context = {"page": shown, "problems": problems, "typed": request.POST if problems else {}}
    return page(request, "perform.html", title, _trail(), context, status=422 if problems else 200)


@staff_screen("orders.cancel_order", "GET", "HEAD", "POST")
def cancel(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Cancel an order, or what is left of it, with a reason the timeline keeps."""
    shown = read_order(uuid)
    problems: list[str] = []
    reason = request.POST.get("reason", "").strip()[:500]
    if request.method == "POST":
        problems = [] if reason else [_("Say why, so that colleagues and the customer know.")]
        problems = problems or act_once(
            request,
            lambda: cancel_order(order_id=shown.order.pk, by="staff", person_id=request.user.pk, reason=reason),
            done=_("The rest was cancelled.") if shown.is_part_shipped else _("The order was cancelled."),
        )
        if not problems:
            return redirect("backoffice:order", uuid=uuid)
    title = _("Cancel order %(number)s") % {"number": shown.order.number}
    context = {"page": shown, "problems": problems, "reason": reason}
    return page(request, "cancel.html", title, _trail(), context, status=422 if problems else 200)


@staff_screen("returns.add_return", "GET", "HEAD", "POST")
def take_back(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Announce that parts of an order come back."""
    shown = read_order(uuid)
    problems: list[str] = []
    if request.method == "POST":
        lines = [view.line.pk for view in shown.lines if view.is_item]
        quantities, problems = read_quantities(request, lines, shown.names)
        wanted = [(key, quantity, request.POST.get(f"reason_{key}", "")) for key, quantity in quantities.items()]
        problems = problems or act_once(
            request,
            lambda: announce_return(order_id=shown.order.pk, lines=wanted, by="staff", person_id=request.user.pk),
            done=_("The return is announced."),
            names=shown.names,
        )
        if not problems:
            return redirect("backoffice:order", uuid=uuid)
    title = _("Return from order %(number)s") % {"number": shown.order.number}
    context = {
        "page": shown,
        "problems": problems,
        "reasons": ReturnReason.choices,
        "typed": request.POST if problems else {},
    }
    return page(request, "take_back.html", title, _trail(), context, status=422 if problems else 200)
