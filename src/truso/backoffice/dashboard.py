"""The first page of the day: today's figures and what waits for somebody. Counts stop early; lists are short."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db.models import Q, QuerySet, Sum
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from procrastinate.contrib.django.models import ProcrastinateJob
from wagtail.admin.ui.components import Component

from truso.backoffice.lists.campaigns import campaign_text
from truso.backoffice.lists.catalog import name_of, named
from truso.backoffice.lists.documents import ending
from truso.backoffice.lists.orders import TO_PICK, buyer_name
from truso.backoffice.paginator import bounded_count
from truso.backoffice.times import staff_today, start_of
from truso.backoffice.words import day_text, language, moment_text
from truso.modules.approvals.models import ApprovalRequest
from truso.modules.catalog.models import Document, Product, ProductStatus
from truso.modules.orders.models import FulfillmentStatus, Order, OrderState
from truso.modules.output.formats import format_money
from truso.modules.output.models import SentMail
from truso.modules.pricing.models import Campaign
from truso.modules.receivables.models import OpenItem
from truso.modules.returns.models import Return, ReturnState
from truso.platform import clock

MOST = 100
SHOWN = 8
APPROVAL_IS_OLD = timedelta(days=2)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its name, and where it leads. `is_alert` when somebody should look."""

    label: str
    value: str
    url: str
    note: str = ""
    is_alert: bool = False


@dataclass(frozen=True, slots=True)
class Task:
    """A row of a list of work: what, whose, since when."""

    title: str
    url: str
    about: str
    when: str
    amount: str = ""
    is_late: bool = False


@dataclass(frozen=True, slots=True)
class TaskList:
    """A short list of work with a link to the whole one."""

    title: str
    url: str
    tasks: list[Task]
    empty: str


class DashboardPanel(Component):
    """The dashboard's figures and lists."""

    template_name = "backoffice/dashboard.html"
    order = 10

    def __init__(self, figures: list[Figure], lists: list[TaskList]) -> None:
        self.figures, self.lists = figures, lists

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        return {"figures": self.figures, "lists": self.lists}


def capped(rows: QuerySet[Any]) -> str:
    """Return a count that stops: `7`, `100+`."""
    found = bounded_count(rows, MOST)
    return f"{MOST}+" if found > MOST else str(found)


def orders_to_pick() -> QuerySet[Order]:
    """Return the confirmed orders of which something is yet to be shipped."""
    return Order.objects.filter(state=OrderState.CONFIRMED).exclude(fulfillment_status=FulfillmentStatus.SHIPPED)


def panels_for(request: HttpRequest) -> list[Component]:
    """Return the dashboard of a staff member: only what their rights let them see."""
    parts: list[tuple[str, Callable[[], list[Figure]], Callable[[], list[TaskList]]]] = [
        ("orders.view_order", _order_figures, _order_lists),
        ("approvals.view_approvalrequest", _approval_figures, _approval_lists),
        ("receivables.view_openitem", _money_figures, _money_lists),
        ("returns.view_return", list, _return_lists),
        ("catalog.change_product", _product_figures, _product_lists),
        ("catalog.change_document", _document_figures, list),
        ("pricing.change_campaign", _campaign_figures, _campaign_lists),
        ("procrastinate.view_procrastinatejob", _job_figures, list),
        ("output.view_sentmail", _mail_figures, list),
    ]
    figures: list[Figure] = []
    lists: list[TaskList] = []
    for permission, count, listed in parts:
        if request.user.has_perm(permission):
            figures += count()
            lists += listed()
    return [DashboardPanel(figures, lists)]


def _order_figures() -> list[Figure]:
    today = Order.objects.filter(placed_at__gte=start_of(staff_today())).exclude(
        state__in=[OrderState.CANCELLED, OrderState.REJECTED, OrderState.EXPIRED]
    )
    sums = today.order_by().values("currency").annotate(net=Sum("net"))
    note = " · ".join(format_money(row["net"], row["currency"], language(), with_currency=True) for row in sums)
    picking = capped(orders_to_pick())
    orders = reverse("staff_orders:index")
    return [
        Figure(_("Orders today"), capped(today), orders, note),
        Figure(_("Orders to pick"), picking, f"{orders}?{TO_PICK}"),
    ]


def _order_lists() -> list[TaskList]:
    rows = orders_to_pick().select_related("customer").order_by("promised_on", "placed_at")[:SHOWN]
    today = staff_today()
    tasks = [
        Task(
            order.number,
            reverse("backoffice:order", args=[order.uuid]),
            buyer_name(order),
            day_text(order.promised_on),
            format_money(order.gross, order.currency, language(), with_currency=True),
            bool(order.promised_on and order.promised_on < today),
        )
        for order in rows
    ]
    url = f"{reverse('staff_orders:index')}?{TO_PICK}"
    return [TaskList(_("To pick, the first promised first"), url, tasks, _("Everything is on its way."))]


def _waiting() -> QuerySet[ApprovalRequest]:
    return ApprovalRequest.objects.filter(state=ApprovalRequest.State.WAITING)


def _approval_figures() -> list[Figure]:
    old = capped(_waiting().filter(requested_at__lt=clock.now() - APPROVAL_IS_OLD))
    note = _("%(count)s for more than two days") % {"count": old} if old != "0" else ""
    url = f"{reverse('staff_orders:index')}?state={OrderState.PENDING_APPROVAL}"
    return [Figure(_("Waiting for approval"), capped(_waiting()), url, note, is_alert=old != "0")]


def _approval_lists() -> list[TaskList]:
    requests = list(_waiting().select_related("customer").order_by("requested_at")[:SHOWN])
    orders = {order.uuid: order for order in Order.objects.filter(uuid__in=[one.subject_uuid for one in requests])}
    now = clock.now()
    tasks = [
        Task(
            orders[request.subject_uuid].number,
            reverse("backoffice:order", args=[request.subject_uuid]),
            request.customer.name,
            moment_text(request.requested_at),
            format_money(request.amount, request.currency, language(), with_currency=True),
            request.requested_at < now - APPROVAL_IS_OLD,
        )
        for request in requests
        if request.subject_uuid in orders
    ]
    url = f"{reverse('staff_orders:index')}?state={OrderState.PENDING_APPROVAL}"
    return [TaskList(_("Waiting for the customer's approval"), url, tasks, _("Nothing waits for approval."))]


def _overdue() -> QuerySet[OpenItem]:
    return OpenItem.objects.filter(open_amount__gt=0, due_on__lt=staff_today())


def _money_figures() -> list[Figure]:
    count = capped(_overdue())
    url = f"{reverse('staff_open_items:index')}?show=overdue"
    return [Figure(_("Overdue invoices"), count, url, is_alert=count != "0")]


def _money_lists() -> list[TaskList]:
    rows = _overdue().select_related("customer", "invoice", "invoice__order").defer("invoice__document")
    tasks = [
        Task(
            item.invoice.number,
            reverse("backoffice:invoice", args=[item.invoice.uuid]),
            str(item.customer or item.invoice.order.contact_name),
            day_text(item.due_on),
            format_money(item.open_amount, item.currency, language(), with_currency=True),
            True,
        )
        for item in rows.order_by("due_on")[:SHOWN]
    ]
    url = f"{reverse('staff_open_items:index')}?show=overdue"
    return [TaskList(_("Overdue, the oldest first"), url, tasks, _("Nothing is overdue."))]


def _return_lists() -> list[TaskList]:
    rows = Return.objects.filter(state=ReturnState.REQUESTED).select_related("order", "order__customer")
    tasks = [
        Task(
            record.number,
            reverse("backoffice:return", args=[record.uuid]),
            buyer_name(record.order),
            moment_text(record.requested_at),
        )
        for record in rows.order_by("requested_at")[:SHOWN]
    ]
    url = f"{reverse('staff_returns:index')}?state={ReturnState.REQUESTED}"
    return [TaskList(_("Returns on their way"), url, tasks, _("No goods are on their way back."))]


def _drafts() -> QuerySet[Product]:
    return Product.objects.filter(status=ProductStatus.DRAFT)


def _product_figures() -> list[Figure]:
    products = reverse("staff_products:index")
    bare = Product.objects.filter(status=ProductStatus.ACTIVE, pictures=None)
    return [
        Figure(_("Drafts"), capped(_drafts()), f"{products}?status={ProductStatus.DRAFT}"),
        Figure(_("On sale without a picture"), capped(bare), f"{products}?status={ProductStatus.ACTIVE}&bare=pictures"),
    ]


def _product_lists() -> list[TaskList]:
    rows = named(_drafts().order_by("-updated_at").select_related("category"), "pk")[:SHOWN]
    tasks = [
        Task(
            name_of(one), reverse("backoffice:product", args=[one.uuid]), str(one.category), moment_text(one.updated_at)
        )
        for one in rows
    ]
    url = f"{reverse('staff_products:index')}?status={ProductStatus.DRAFT}"
    return [TaskList(_("Drafts, the latest changed first"), url, tasks, _("No product waits to be finished."))]


def _document_figures() -> list[Figure]:
    count = capped(ending(Document.objects.all()))
    url = f"{reverse('staff_library:index')}?validity=ending"
    return [Figure(_("Documents expired or soon to expire"), count, url, is_alert=count != "0")]


def _campaigns() -> QuerySet[Campaign]:
    return Campaign.objects.filter(is_active=True, ends_at__gt=clock.now())


def _campaign_figures() -> list[Figure]:
    running = capped(_campaigns().filter(starts_at__lte=clock.now()))
    return [Figure(_("Campaigns running"), running, f"{reverse('staff_campaigns:index')}?is_active=true")]


def _campaign_lists() -> list[TaskList]:
    tasks = [
        Task(
            str(one),
            reverse("staff_campaigns:edit", args=[one.pk]),
            str(one.market),
            f"{moment_text(one.starts_at)} – {moment_text(one.ends_at)}",
            campaign_text(one),
        )
        for one in _campaigns().select_related("market", "gift").order_by("starts_at", "id")[:SHOWN]
    ]
    url = reverse("staff_campaigns:index")
    return [TaskList(_("Campaigns, running and next"), url, tasks, _("No campaign is running or planned."))]


def _job_figures() -> list[Figure]:
    count = capped(ProcrastinateJob.objects.filter(Q(status="failed") | Q(status="aborted")))
    return [Figure(_("Failed jobs"), count, f"{reverse('staff_jobs:index')}?status=failed", is_alert=count != "0")]


def _mail_figures() -> list[Figure]:
    count = capped(SentMail.objects.filter(sent_at=None).exclude(failed_reason=""))
    return [Figure(_("Mails not sent"), count, f"{reverse('staff_mails:index')}?state=failed", is_alert=count != "0")]
