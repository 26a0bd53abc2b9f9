"""The list of the library of documents: what there is, what ends soon, what belongs to nothing."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import django_filters
from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet

from truso.backoffice.columns import DayColumn, LinkColumn, MomentColumn, TextColumn
from truso.backoffice.forms import LANGUAGE_NAMES
from truso.backoffice.listing import Listing, ListView
from truso.backoffice.times import staff_today
from truso.modules.catalog.models import Document
from truso.modules.catalog.queries.documents import ids_by_words

SOON = timedelta(days=60)
NONE = "none"


def ending(rows: QuerySet[Document]) -> QuerySet[Document]:
    """Return the documents that have expired or expire soon: the work list."""
    return rows.filter(valid_to__lt=staff_today() + SOON)


class DocumentFilter(WagtailFilterSet):
    """What documents are filtered by."""

    type = django_filters.ChoiceFilter(label=_("Type"), choices=Document.Type.choices)
    language = django_filters.ChoiceFilter(
        label=_("Language"), choices=[*LANGUAGE_NAMES.items(), (NONE, _("For all languages"))], method="in_language"
    )
    validity = django_filters.ChoiceFilter(
        label=_("Validity"),
        choices=[("expired", _("Expired")), ("soon", _("Expires within 60 days")), ("ending", _("Either"))],
        method="until",
    )
    belongs = django_filters.ChoiceFilter(
        label=_("Belongs to"), choices=[("nothing", _("Nothing")), ("customer", _("One customer"))], method="of"
    )

    class Meta:
        model = Document
        fields = ["type"]

    def in_language(self, rows: QuerySet[Document], _name: str, code: str) -> QuerySet[Document]:
        return rows.filter(language="" if code == NONE else code)

    def until(self, rows: QuerySet[Document], _name: str, state: str) -> QuerySet[Document]:
        today = staff_today()
        if state == "expired":
            return rows.filter(valid_to__lt=today)
        return ending(rows) if state == "ending" else rows.filter(valid_to__gte=today, valid_to__lt=today + SOON)

    def of(self, rows: QuerySet[Document], _name: str, what: str) -> QuerySet[Document]:
        return rows.filter(links=None) if what == "nothing" else rows.filter(customer__isnull=False)


class DocumentListView(ListView):
    """Documents; new ones come by a page that takes several files."""

    def get_add_url(self) -> str | None:
        """Lead those who may to the page where files are added."""
        return reverse("backoffice:new_documents") if self.user_has_permission("add") else None


def find_documents(rows: QuerySet[Document], words: str) -> QuerySet[Document]:
    """Find documents by words of their title, or by words that stand in them."""
    return rows.filter(Q(title__icontains=words) | Q(pk__in=ids_by_words(words)))


class DocumentList(Listing):
    """Data sheets, declarations, guides and what is agreed with one customer."""

    model = Document
    name = "library"
    icon = "doc-full"
    index_view_class = DocumentListView
    finder = staticmethod(find_documents)
    filterset_class = DocumentFilter
    related = ("customer",)
    ordering = "title"
    quick_views = (
        (_("All"), ""),
        (_("Expired or soon to expire"), "validity=ending"),
        (_("Belongs to nothing"), "belongs=nothing"),
        (_("For one customer"), "belongs=customer"),
    )
    list_display = (
        LinkColumn(
            "title",
            lambda row: reverse("backoffice:library_document", args=[row.uuid]),
            label=_("Title"),
            sort_key="title",
            classname="title wide",
        ),
        TextColumn("type", label=_("Type"), accessor=lambda row: row.get_type_display()),
        TextColumn("language", label=_("Language"), accessor=lambda row: LANGUAGE_NAMES.get(row.language, "")),
        DayColumn("valid_to", label=_("Valid to"), sort_key="valid_to"),
        TextColumn("customer", label=_("Only for")),
        MomentColumn("created_at", label=_("Added"), sort_key="created_at"),
    )
    list_export = ("title", "type", "language", "valid_to", "customer", "size", "sha256", "created_at")


def viewsets() -> list[Any]:
    """Return the lists of this file."""
    return [DocumentList()]
