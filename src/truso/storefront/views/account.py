"""My pages: what waits, what was ordered, what is owed, and people."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from truso.kernel.buyer import Buyer, Right
from truso.kernel.money import ZERO
from truso.modules.approvals.queries import count_to_decide
from truso.modules.customers.models import Membership, Role
from truso.modules.customers.queries import get_customer, list_members
from truso.modules.invoicing.models import Invoice
from truso.modules.invoicing.queries import get_invoice, list_invoices
from truso.modules.orders.queries import list_recent_orders
from truso.modules.receivables.models import OpenItem
from truso.modules.receivables.queries import summarize_due
from truso.platform.access import buyer_right, signed_in
from truso.processes.credit import credit_of
from truso.processes.documents import invoice_pdf
from truso.storefront.actor import buyer_on, writing
from truso.storefront.downloads import pdf_response
from truso.storefront.formats import format_day, format_money
from truso.storefront.order_page import order_badge
from truso.storefront.paging import page_of
from truso.storefront.views.pages import render_page

PER_PAGE = 25


@signed_in
@require_GET
def account(request: HttpRequest) -> HttpResponse:
    """Show what waits for this person in this hat."""
    buyer = buyer_on(request)
    due = summarize_due(buyer)
    context = {
        "orders": [(one, *order_badge(one)) for one in list_recent_orders(buyer)],
        "due": due,
        "due_amount": format_money(due.amount, buyer.currency, buyer.language),
        "overdue_amount": format_money(due.overdue, buyer.currency, buyer.language) if due.overdue else "",
        "to_decide": count_to_decide(buyer),
        "credit": _credit(buyer),
        "shows_person": buyer.can(Right.VIEW_ALL_ORDERS) and buyer.is_business,
        "section": "account",
    }
    return render_page(request, "storefront/account/dashboard.html", context)


def _credit(buyer: Buyer) -> tuple[str, str] | None:
    """Return the credit left and the limit, for those who may see invoices."""
    if buyer.customer is None or not buyer.customer.invoice_allowed or not buyer.can(Right.VIEW_INVOICES):
        return None
    credit = credit_of(buyer.customer.id, buyer.today)
    left, limit = max(credit.left, ZERO), credit.limit
    return format_money(left, buyer.currency, buyer.language), format_money(limit, buyer.currency, buyer.language)


@buyer_right(Right.VIEW_INVOICES)
@require_GET
def invoices(request: HttpRequest) -> HttpResponse:
    """List the customer's invoices and credit notes."""
    buyer = buyer_on(request)
    found = list_invoices(buyer)
    only_open = request.GET.get("state") == "open"
    if only_open:
        found = found.filter(open_item__open_amount__gt=0).order_by("due_on", "id")
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    due = summarize_due(buyer)
    context = {
        "invoices": [(one, *invoice_badge(one, buyer)) for one in page.object_list],
        "pages": page_of(page),
        "only_open": only_open,
        "due": due,
        "due_amount": format_money(due.amount, buyer.currency, buyer.language),
        "overdue_amount": format_money(due.overdue, buyer.currency, buyer.language) if due.overdue else "",
        "section": "invoices",
    }
    return render_page(request, "storefront/account/invoices.html", context)


def invoice_badge(invoice: Invoice, buyer: Buyer) -> tuple[str, str]:
    """Return an invoice's state in a word, and its kind (good, warning, problem)."""
    item: OpenItem | None = getattr(invoice, "open_item", None)
    if invoice.kind == Invoice.Kind.CREDIT_NOTE:
        return _("Credit note"), ""
    if item is None or item.open_amount == 0:
        return _("Paid"), "good"
    if item.due_on < buyer.today:
        return _("Overdue"), "problem"
    if item.open_amount < item.amount:
        return _("Partly paid"), "warning"
    return _("Due %(day)s") % {"day": format_day(item.due_on, buyer.language, "short")}, ""


@buyer_right(Right.VIEW_INVOICES)
@require_GET
def invoice(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Show an invoice: what it bills, how to pay it, its PDF."""
    buyer = buyer_on(request)
    found = get_invoice(buyer, uuid)
    badge, kind = invoice_badge(found, buyer)
    lines = found.lines.select_related("order_line")
    context = {"invoice": found, "lines": lines, "badge": badge, "badge_kind": kind, "section": "invoices"}
    return render_page(request, "storefront/account/invoice.html", context)


@buyer_right(Right.VIEW_INVOICES)
@require_GET
def invoice_file(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Hand out an invoice as PDF; written the first time it is asked for."""
    found = get_invoice(buyer_on(request), uuid)
    with writing(request):
        stored = invoice_pdf(invoice=found)
    return pdf_response(stored)


@dataclass(frozen=True, slots=True)
class MemberView:
    """A person of the company and what they do there."""

    member: Membership
    roles: tuple[str, ...]
    limit: str


@buyer_right(Right.MANAGE_MEMBERS)
@require_GET
def members(request: HttpRequest) -> HttpResponse:
    """List the company's people, their roles and limits."""
    buyer = buyer_on(request)
    words = {value: str(label) for value, label in Role.choices}
    people = [
        MemberView(
            member,
            tuple(words.get(role, role) for role in member.roles),
            _("no limit")
            if member.order_limit is None
            else format_money(member.order_limit, buyer.currency, buyer.language),
        )
        for member in list_members(buyer)
    ]
    context = {"people": people, "company": get_customer(buyer), "section": "members"}
    return render_page(request, "storefront/account/members.html", context)
