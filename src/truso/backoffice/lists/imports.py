"""The list of imports."""

from __future__ import annotations

from typing import Any

import django_filters
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet

from truso.backoffice.columns import LinkColumn, MomentColumn, NumberColumn, TagColumn, TextColumn
from truso.backoffice.import_page import target_names
from truso.backoffice.listing import Listing, ListView
from truso.platform.imports.models import ImportRun, RunState
from truso.processes.imports.rights import seen_by


class ImportFilter(WagtailFilterSet):
    """What imports are filtered by."""

    state = django_filters.ChoiceFilter(label=_("State"), choices=RunState.choices)

    class Meta:
        model = ImportRun
        fields = ["state"]


class ImportListView(ListView):
    """Imports of what the person may see."""

    def get_base_queryset(self) -> Any:
        return super().get_base_queryset().filter(target__in=seen_by(self.request.user))


def _count(kind: str) -> Any:
    return lambda run: (run.counts or run.trial_counts).get(kind, 0)


class ImportList(Listing):
    """Files on their way in, the latest first."""

    model = ImportRun
    name = "imports"
    title = _("Imports")
    icon = "upload"
    index_view_class = ImportListView
    finder = staticmethod(lambda rows, words: rows.filter(file_name__icontains=words))
    filterset_class = ImportFilter
    ordering = "-id"
    quick_views = ((_("All"), ""), (_("Under way"), "state=applying"), (_("Broken off"), "state=failed"))
    list_display = (
        LinkColumn("file_name", lambda row: reverse("backoffice:import_run", args=[row.uuid]), label=_("File")),
        TextColumn("target", accessor=lambda run: target_names().get(run.target, run.target), label=_("What")),
        TagColumn("state", label=_("State")),
        NumberColumn("new", accessor=_count("new"), label=_("New")),
        NumberColumn("changed", accessor=_count("changed"), label=_("Changed")),
        NumberColumn("same", accessor=_count("same"), label=_("Same")),
        NumberColumn("refused", accessor=_count("refused"), label=_("Refused")),
        TextColumn("by", label=_("By")),
        MomentColumn("created_at", label=_("Created")),
    )
    list_export = ("file_name", "target", "state", "by", "created_at")


def viewsets() -> list[Any]:
    """Return the lists of this file."""
    return [ImportList()]
