"""Lists of what runs behind: jobs, events, mails, the audit trail. Nothing is edited here."""

from __future__ import annotations

from typing import Any

import django_filters
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from procrastinate.contrib.django.models import ProcrastinateJob
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet

from truso.backoffice.columns import LinkColumn, MomentColumn, NumberColumn, TagColumn, TextColumn
from truso.backoffice.listing import Listing
from truso.modules.output.models import SentMail
from truso.platform.audit.models import AuditEntry
from truso.platform.events.models import OutboxEvent


class JobFilter(WagtailFilterSet):
    """What jobs are filtered by."""

    status = django_filters.ChoiceFilter(
        label=_("State"), choices=[(state, state) for state in ProcrastinateJob.STATUSES]
    )

    class Meta:
        model = ProcrastinateJob
        fields = ["status"]


def job_name(job: ProcrastinateJob) -> str:
    """Return which of our jobs it is."""
    return str(job.args.get("name") or job.task_name) if isinstance(job.args, dict) else str(job.task_name)


class JobList(Listing):
    """Work that waits, runs or failed."""

    model = ProcrastinateJob
    name = "jobs"
    title = _("Jobs")
    icon = "cogs"
    finder = staticmethod(lambda rows, words: rows.filter(args__name__startswith=words))
    filterset_class = JobFilter
    ordering = "-id"
    quick_views = ((_("All"), ""), (_("Failed"), "status=failed"), (_("Waiting"), "status=todo"))
    list_display = (
        LinkColumn("id", lambda row: reverse("backoffice:job", args=[row.pk]), label=_("Job")),
        TextColumn("name", accessor=job_name, label=_("Name"), classname="wide"),
        TagColumn("status", label=_("State")),
        NumberColumn("attempts", label=_("Attempts")),
        MomentColumn("scheduled_at", label=_("Not before")),
        TextColumn("lock", label=_("Lock")),
    )
    list_export = ("id", "task_name", "status", "attempts", "scheduled_at")


class EventFilter(WagtailFilterSet):
    """What events are filtered by."""

    kind = django_filters.CharFilter(label=_("Kind"), lookup_expr="iexact")

    class Meta:
        model = OutboxEvent
        fields = ["kind"]


class EventList(Listing):
    """What was announced."""

    model = OutboxEvent
    name = "events"
    title = _("Events")
    icon = "resubmit"
    finder = staticmethod(lambda rows, words: rows.filter(Q(aggregate__startswith=words) | Q(kind__iexact=words)))
    filterset_class = EventFilter
    ordering = "-id"
    list_display = (
        TextColumn("id", label=_("Event")),
        MomentColumn("occurred_at", label=_("Occurred")),
        TextColumn("kind", label=_("Kind"), classname="title"),
        TextColumn("aggregate", label=_("About")),
        TextColumn("payload", label=_("Content"), classname="wide code"),
    )
    list_export = ("id", "occurred_at", "kind", "aggregate", "payload")


class MailFilter(WagtailFilterSet):
    """What mails are filtered by."""

    state = django_filters.ChoiceFilter(
        label=_("State"),
        choices=[("failed", _("Failed")), ("waiting", _("Waiting")), ("sent", _("Sent"))],
        method="by_state",
    )
    queued_at = django_filters.DateFromToRangeFilter(label=_("Written"), widget=DateRangePickerWidget)

    class Meta:
        model = SentMail
        fields = ["queued_at"]

    def by_state(self, rows: Any, _name: str, value: str) -> Any:
        if value == "sent":
            return rows.filter(sent_at__isnull=False)
        rows = rows.filter(sent_at=None)
        return rows.exclude(failed_reason="") if value == "failed" else rows.filter(failed_reason="")


def mail_state(mail: SentMail) -> str:
    """Return what became of a mail: sent, failed or waiting."""
    return "shipped" if mail.sent_at else "failed" if mail.failed_reason else "waiting"


def mail_state_text(mail: SentMail) -> Any:
    """Return what became of a mail, in words."""
    return {"shipped": _("Sent"), "failed": _("Failed"), "waiting": _("Waiting")}[mail_state(mail)]


class MailList(Listing):
    """Mails as they were written."""

    model = SentMail
    name = "mails"
    icon = "mail"
    finder = staticmethod(
        lambda rows, words: rows.filter(Q(recipient__istartswith=words) | Q(subject__icontains=words))
    )
    filterset_class = MailFilter
    deferred = ("html", "text")
    ordering = "-queued_at"
    quick_views = ((_("All"), ""), (_("Failed"), "state=failed"), (_("Waiting"), "state=waiting"))
    list_display = (
        LinkColumn("subject", lambda row: reverse("backoffice:mail", args=[row.uuid]), label=_("Subject")),
        TextColumn("recipient", label=_("To"), classname="wide"),
        TextColumn("template", label=_("Kind")),
        TagColumn("state", code=mail_state, accessor=mail_state_text, label=_("State")),
        MomentColumn("queued_at", label=_("Written"), sort_key="queued_at"),
        MomentColumn("sent_at", label=_("Sent")),
    )
    list_export = ("queued_at", "sent_at", "recipient", "subject", "template", "language", "failed_reason")


class AuditFilter(WagtailFilterSet):
    """What the trail is filtered by."""

    table = django_filters.CharFilter(label=_("Table"))
    row = django_filters.CharFilter(label=_("Record"))
    action = django_filters.ChoiceFilter(
        label=_("Action"), choices=[("insert", _("Added")), ("update", _("Changed")), ("delete", _("Removed"))]
    )
    at = django_filters.DateFromToRangeFilter(label=_("When"), widget=DateRangePickerWidget)

    class Meta:
        model = AuditEntry
        fields = ["table", "row", "action", "at"]


def who(entry: AuditEntry) -> str:
    """Return who acted, as the trail has it: numbers, no names."""
    actor = entry.actor if isinstance(entry.actor, dict) else {}
    for name in ("staff_id", "person_id", "api_key_id"):
        if actor.get(name):
            return f"{name.removesuffix('_id')} {actor[name]}"
    return str(actor.get("label", ""))


# Of a record that was added or removed, what tells which one it was.
_TELLING = {"number", "code", "sku", "state", "kind", "amount", "name", "quantity", "language", "percent"}


def what(entry: AuditEntry) -> str:
    """Return the columns that changed, with before and after where they are short."""
    changes = entry.changes if isinstance(entry.changes, dict) else {}
    parts = []
    for name, values in sorted(changes.items()):
        if name == "~personal":
            parts.append(", ".join(f"{column} ●" for column in values.get("columns", ())))
        elif entry.action == "update":
            parts.append(f"{name}: {values[0]} → {values[1]}")
        elif name in _TELLING:
            parts.append(f"{name}: {values[1] if entry.action == 'insert' else values[0]}")
    return "; ".join(parts)[:300]


ACTIONS = {"insert": _("Added"), "update": _("Changed"), "delete": _("Removed")}


class AuditList(Listing):
    """Every change, by whom. Personal values are not shown here."""

    model = AuditEntry
    name = "audit"
    title = _("Audit trail")
    icon = "history"
    finder = staticmethod(lambda rows, words: rows.filter(Q(table=words) | Q(row=words)))
    filterset_class = AuditFilter
    ordering = "-id"
    list_display = (
        MomentColumn("at", label=_("When")),
        TextColumn("who", accessor=who, label=_("Who")),
        TextColumn("table", label=_("Table"), classname="title"),
        TextColumn("row", label=_("Record")),
        TextColumn("action", accessor=lambda row: ACTIONS.get(row.action, row.action), label=_("Action")),
        TextColumn("changes", accessor=what, label=_("Changes"), classname="wide code"),
    )
    list_export = ("at", "table", "row", "action", "actor", "changes")


def viewsets() -> list[Any]:
    """Return the lists of this file."""
    return [JobList(), EventList(), MailList(), AuditList()]
