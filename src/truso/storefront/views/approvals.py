"""Approvals: what waits for a decision, and deciding with everything in sight."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from truso.kernel.buyer import Buyer, Right
from truso.kernel.refusals import Refused
from truso.kernel.texts import one_line
from truso.modules.approvals.models import ApprovalRequest
from truso.modules.approvals.queries import get_request, list_requests
from truso.modules.orders.models import Order
from truso.modules.orders.queries import get_order
from truso.platform.access import signed_in
from truso.processes.approve import decide_order
from truso.storefront.actor import buyer_on, writing
from truso.storefront.formats import format_money
from truso.storefront.order_page import write_order
from truso.storefront.paging import page_of
from truso.storefront.views.answers import tell
from truso.storefront.views.pages import render_page

PER_PAGE = 25
KINDS = {"waiting": "warning", "approved": "good", "rejected": "problem", "expired": "", "withdrawn": ""}


@signed_in
@require_GET
def approvals(request: HttpRequest) -> HttpResponse:
    """List what waits: for approvers to decide, for others their own."""
    buyer = buyer_on(request)
    state = "" if request.GET.get("state") == "all" else "waiting"
    page = Paginator(list_requests(buyer, state=state), PER_PAGE).get_page(request.GET.get("page"))
    requests = list(page.object_list)
    numbers = dict(Order.objects.filter(uuid__in=[one.subject_uuid for one in requests]).values_list("uuid", "number"))
    context = {
        "requests": [(one, numbers.get(one.subject_uuid, ""), KINDS[one.state]) for one in requests],
        "pages": page_of(page),
        "state": state,
        "may_decide": buyer.can(Right.APPROVE),
        "section": "approvals",
    }
    return render_page(request, "storefront/account/approvals.html", context)


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def approval(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Show everything needed to decide on one screen; decide."""
    buyer = buyer_on(request)
    found = get_request(buyer, uuid)
    if request.method == "POST":
        return _decide(request, buyer, found)
    order = get_order(buyer, found.subject_uuid)
    over = found.amount - found.limit
    context = {
        "approval": found,
        "order": order,
        "view": write_order(buyer, order),
        "over": format_money(over, found.currency, buyer.language),
        "kind": KINDS[found.state],
        "may_decide": _may_decide(buyer, found),
        "is_own": found.requested_by_id == buyer.person_id,
        "section": "approvals",
    }
    return render_page(request, "storefront/account/approval.html", context)


def _may_decide(buyer: Buyer, found: ApprovalRequest) -> bool:
    waits = found.state == ApprovalRequest.State.WAITING
    return waits and buyer.can(Right.APPROVE) and found.requested_by_id != buyer.person_id


def _decide(request: HttpRequest, buyer: Buyer, found: ApprovalRequest) -> HttpResponse:
    answer = request.POST.get("answer", "")
    if answer not in {"approve", "reject"}:
        messages.error(request, _("Choose whether to approve or not."))
        return HttpResponseRedirect(reverse("storefront:approval", args=[found.uuid]))
    comment = one_line(request.POST.get("comment", ""))[:500]
    try:
        with writing(request):
            order = decide_order(buyer=buyer, request_uuid=found.uuid, approved=answer == "approve", comment=comment)
    except Refused as refused:
        tell(request, refused.refusals)
        return HttpResponseRedirect(reverse("storefront:approval", args=[found.uuid]))
    if answer == "approve":
        text = _("Order %(number)s is approved. %(name)s has been told, and we get it ready.")
    else:
        text = _("Order %(number)s is not approved. %(name)s has been told and has the goods back in the cart.")
    messages.success(request, text % {"number": order.number, "name": found.requested_by})
    return HttpResponseRedirect(reverse("storefront:approvals"))
