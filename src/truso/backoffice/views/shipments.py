"""Shipments: ship, give up, print; returns: receive."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from truso.backoffice.acting import act_once, staff_screen, tell
from truso.backoffice.order_page import read_return, read_shipment
from truso.backoffice.pages import page, pdf
from truso.backoffice.words import language
from truso.kernel.texts import one_line
from truso.modules.inventory.models import Location
from truso.modules.inventory.operations import list_locations
from truso.modules.output.pdf import render_delivery_note, render_pick_list
from truso.processes.delivery_papers import delivery_note_of, pick_list_of
from truso.processes.returns import receive_return
from truso.processes.ship import abandon_shipment, ship
from truso.processes.staff_sentences import WORDS

MOST_PACKAGES = 999


@staff_screen("fulfillment.view_shipment")
def show_shipment(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Show a shipment: what to pick, and the form that sends it."""
    shipment = read_shipment(uuid)
    trail = [(_("Pick lists and shipments"), "staff_shipments:index")]
    title = _("Shipment %(number)s") % {"number": shipment.number}
    return page(request, "shipment.html", title, trail, {"shipment": shipment})


@staff_screen("orders.ship_order", "POST")
def send(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Ship what was picked; exactly that is invoiced."""
    shipment = read_shipment(uuid)
    packages = request.POST.get("packages", "1").strip()
    if not (packages.isascii() and packages.isdigit() and 1 <= int(packages[:6]) <= MOST_PACKAGES):
        tell(request, [_(WORDS["packages_invalid"])])
        return redirect("backoffice:shipment", uuid=uuid)
    tracking = one_line(request.POST.get("tracking_number", ""))[:60]
    names = {str(part.order_line.uuid): part.order_line.sku for part in shipment.lines.all()}
    problems = act_once(
        request,
        lambda: ship(
            shipment_id=shipment.pk, tracking_number=tracking, packages=int(packages), staff_id=request.user.pk
        ),
        done=_("Shipped and invoiced."),
        names=names,
    )
    tell(request, problems)
    if problems:
        return redirect("backoffice:shipment", uuid=uuid)
    return redirect("backoffice:order", uuid=shipment.order.uuid)


@staff_screen("orders.ship_order", "POST")
def give_up(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Give up picking; the lines are open again."""
    shipment = read_shipment(uuid)
    problems = act_once(
        request,
        lambda: abandon_shipment(shipment_id=shipment.pk, staff_id=request.user.pk),
        done=_("Picking was given up; the lines are open again."),
    )
    tell(request, problems)
    return redirect("backoffice:order", uuid=shipment.order.uuid)


@staff_screen("fulfillment.view_shipment")
def pick_list(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Print the pick list in the language of the reader."""
    shipment = read_shipment(uuid)
    return pdf(render_pick_list(pick_list_of(shipment, language())), f"pick-list-{shipment.number}.pdf")


@staff_screen("fulfillment.view_shipment")
def delivery_note(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Print the delivery note in the buyer's language."""
    shipment = read_shipment(uuid)
    return pdf(render_delivery_note(delivery_note_of(shipment)), f"delivery-note-{shipment.number}.pdf")


@staff_screen("returns.view_return")
def show_return(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Show a return, and the form that receives it."""
    record = read_return(uuid)
    trail = [(_("Returns"), "staff_returns:index")]
    title = _("Return %(number)s") % {"number": record.number}
    return page(request, "return.html", title, trail, {"record": record, "locations": list_locations()})


@staff_screen("returns.change_return", "POST")
def receive(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Receive announced goods: restock, credit, pay back."""
    record = read_return(uuid)
    location = Location.objects.filter(code=request.POST.get("location", "")[:40], is_active=True).first()
    if location is None:
        tell(request, [_("Choose a location.")])
        return redirect("backoffice:return", uuid=uuid)
    problems = act_once(
        request,
        lambda: receive_return(return_id=record.pk, location=location, staff_id=request.user.pk),
        done=_("Received and credited."),
        names={str(line.order_line_id): line.order_line.sku for line in record.lines.all()},
    )
    tell(request, problems)
    if problems:
        return redirect("backoffice:return", uuid=uuid)
    return redirect("backoffice:order", uuid=record.order.uuid)
