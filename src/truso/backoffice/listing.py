"""The base of every list and form of the back office: Wagtail's viewsets, made dense, cheap and audited."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, ClassVar

from django.db import models
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet

from truso.backoffice.acting import actor_of, new_form_key
from truso.backoffice.forms import TranslatedField, is_translated
from truso.backoffice.layouts import LaidOut, OptionalColumn
from truso.backoffice.paginator import BoundedPaginator
from truso.backoffice.refusals import words_of
from truso.kernel.refusals import Refused
from truso.platform.database.transactions import write

# A spreadsheet runs what begins with one of these.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
EXPORT_LIMIT = 100_000
Finder = Callable[[QuerySet[Any], str], QuerySet[Any]]
# A saved view of a list: its name and the filters behind it.
QuickView = tuple[Any, str]


class ListView(LaidOut, generic.IndexView):
    """A list: bounded count, search by our own finder, quick views above, export of what is shown."""

    paginator_class = BoundedPaginator
    results_template_name = "backoffice/list_results.html"
    related: Sequence[str] = ()
    deferred: Sequence[str] = ()
    finder: Finder | None = None
    quick_views: Sequence[QuickView] = ()
    add_permission = ""
    search_hint: Any = gettext_lazy("Search …")

    def get_search_form(self) -> Any:
        form = super().get_search_form()
        if form is not None:
            form.fields[self.search_kwarg].widget.attrs["placeholder"] = self.search_hint
        return form

    def get_paginator(self, *args: Any, **kwargs: Any) -> Any:
        paginator = super().get_paginator(*args, **kwargs)
        paginator.has_own_title = bool(self.page_title)
        return paginator

    @cached_property
    def is_searchable(self) -> bool:
        return self.finder is not None or bool(self.search_fields)

    def get_base_queryset(self) -> QuerySet[Any]:
        rows = (
            super().get_base_queryset().select_related(*self.related) if self.related else super().get_base_queryset()
        )
        return self.prepared(rows.defer(*self.deferred) if self.deferred else rows)

    def search_queryset(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        words = self.search_query.strip()[:100].replace("\x00", "")
        if not words:
            return queryset
        if self.finder is not None:
            return self.finder(queryset, words)
        found = Q()
        for field in self.search_fields or ():
            found |= Q(**{f"{field}__icontains": words})
        return queryset.filter(found)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if self.is_export:  # straight to the file: the page's context would read every row first
            return self.as_spreadsheet(self.get_queryset(), request.GET["export"])  # type: ignore[no-any-return]
        return self.to_default() or super().get(request, *args, **kwargs)

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(*args, **kwargs)
        here = self.request.GET.urlencode()
        context["quick_views"] = [
            {"label": label, "query": query, "is_current": here == query} for label, query in self.quick_views
        ]
        return {**context, **self.layout_context(), "layout_key": new_form_key()}

    def stream_csv(self, queryset: Any) -> Iterator[bytes]:
        # The mark lets Excel read the letters of the north.
        yield "\ufeff".encode()
        yield from super().stream_csv(self._rows(queryset))

    def write_xlsx(self, queryset: Any, output: Any) -> None:
        super().write_xlsx(self._rows(queryset), output)

    def _rows(self, queryset: Any) -> Any:
        return _Streamed(queryset[:EXPORT_LIMIT])

    def write_csv_row(self, writer: Any, row_dict: dict[str, Any]) -> Any:
        safe = {
            name: f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value
            for name, value in row_dict.items()
        }
        return super().write_csv_row(writer, safe)


class _Streamed:
    """Rows read in portions, so that a long export needs little memory."""

    def __init__(self, queryset: QuerySet[Any]) -> None:
        self.queryset = queryset
        self.model = queryset.model

    def __iter__(self) -> Iterator[Any]:
        return iter(self.queryset.iterator(chunk_size=1000))


class Listing(ModelViewSet):
    """A list without forms. Rows lead to pages of their own."""

    index_view_class = ListView
    copy_view_enabled = False
    add_to_reference_index = False
    list_per_page = 50
    search_backend_name = None
    template_prefix = ""
    related: ClassVar[Sequence[str]] = ()
    deferred: ClassVar[Sequence[str]] = ()
    finder: ClassVar[Any] = None
    quick_views: ClassVar[Sequence[QuickView]] = ()
    optional_columns: ClassVar[Sequence[OptionalColumn]] = ()
    # Where the model's own name is a word of builders.
    title: ClassVar[Any] = ""
    url_namespace = ""

    def __init__(self, name: str | None = None, **kwargs: Any) -> None:
        super().__init__(name, **kwargs)
        self.__dict__["url_namespace"] = f"staff_{self.name.replace('-', '_').replace('/', '_')}"

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        given = super().get_common_view_kwargs(**kwargs)
        for missing in ("history_url_name", "usage_url_name", "add_url_name", "edit_url_name", "delete_url_name"):
            given.pop(missing, None)
        return given

    def get_index_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_index_view_kwargs(
            related=self.related,
            deferred=self.deferred,
            finder=type(self).finder,
            quick_views=self.quick_views,
            optional_columns=self.optional_columns,
            page_title=self.title,
            **kwargs,
        )

    def get_urlpatterns(self) -> list[Any]:
        return [
            path("", self.index_view, name="index"),
            path("results/", self.index_results_view, name="index_results"),
        ]

    def register_admin_url_finder(self) -> None:
        """Nothing is edited here."""

    def register_permissions(self) -> None:
        """Roles carry the permissions; nobody picks them one by one."""


# What fields are called that models of all modules have, and leave without a name.
_LABELS = {"code": gettext_lazy("Code"), "position": gettext_lazy("Sort order")}


class ActingMixin:
    """Writes of Wagtail's own forms: one transaction that knows who acts; refusals become errors of the form."""

    request: HttpRequest
    produced_error_message: str | None = None

    def get_form(self, form_class: Any = None) -> Any:
        form = super().get_form(form_class)  # type: ignore[misc]
        for name in _LABELS.keys() & form.fields.keys():
            form.fields[name].label = _LABELS[name]
        return form

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            with write(actor_of(request)):
                return super().post(request, *args, **kwargs)  # type: ignore[misc,no-any-return]
        except Refused as refused:
            form = self.form  # type: ignore[attr-defined]
            for refusal in refused.refusals:
                field = refusal.subject.partition(".")[0]
                form.add_error(field if field in form.fields else None, words_of(refusal))
            self.produced_error_message = _("It was not saved.")
            return self.form_invalid(form)  # type: ignore[attr-defined,no-any-return]


class AddView(ActingMixin, generic.CreateView):
    """A form for a new record; fields may be filled in by the address (`?customer=12`)."""

    template_name = "backoffice/form.html"

    def get_initial(self) -> dict[str, Any]:
        fields = getattr(self.get_form_class(), "base_fields", {})
        return {
            **super().get_initial(),
            **{name: self.request.GET[name] for name in fields if name in self.request.GET},
        }

    def get_success_buttons(self) -> list[Any]:
        return []


class ChangeView(ActingMixin, generic.EditView):
    """A form for a record there is."""

    template_name = "backoffice/form.html"

    def get_success_buttons(self) -> list[Any]:
        return []

    def get_last_updated_info(self) -> None:
        return None


class RemoveView(ActingMixin, generic.DeleteView):
    """Delete a record that nothing stands on."""


class Editing(Listing):
    """A list with forms. `save` of the form calls the operation where there is one."""

    add_view_class = AddView
    edit_view_class = ChangeView
    delete_view_class = RemoveView
    can_add = True
    can_delete = False
    form: ClassVar[Any] = None

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        given = super().get_common_view_kwargs(**kwargs)
        given["edit_url_name"] = self.get_url_name("edit")
        if self.can_add:
            given["add_url_name"] = self.get_url_name("add")
        if self.can_delete:
            given["delete_url_name"] = self.get_url_name("delete")
        return given

    def get_urlpatterns(self) -> list[Any]:
        patterns = [*super().get_urlpatterns(), path("<int:pk>/edit/", self.edit_view, name="edit")]
        if self.can_add:
            patterns.append(path("new/", self.add_view, name="add"))
        if self.can_delete:
            patterns.append(path("<int:pk>/delete/", self.delete_view, name="delete"))
        return patterns

    def get_form_class(self, for_update: bool = False) -> Any:
        return self.form or super().get_form_class(for_update)

    def formfield_for_dbfield(self, db_field: models.Field[Any, Any], **kwargs: Any) -> Any:
        if is_translated(db_field):
            return TranslatedField(label=db_field.verbose_name, required=not db_field.blank)
        return super().formfield_for_dbfield(db_field, **kwargs)


def find_by(*fields: str) -> Any:
    """Return a finder that looks for the words in fields."""

    def find(rows: QuerySet[Any], words: str) -> QuerySet[Any]:
        found = Q()
        for field in fields:
            found |= Q(**{f"{field}__icontains": words})
        return rows.filter(found)

    return staticmethod(find)


def in_texts(field: str, words: str) -> Q:
    """Return a condition on a field that holds texts in languages."""
    return Q(**{f"{field}__icontains": words})


def columns(*given: Any) -> Iterable[Any]:
    """Return columns as a list display."""
    return list(given)
