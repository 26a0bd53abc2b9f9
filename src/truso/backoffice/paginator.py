"""Pages of long lists without counting them: a count stops where nobody reads on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.core.paginator import EmptyPage, Page, PageNotAnInteger
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin.paginator import WagtailPaginator

COUNT_LIMIT = 1000
LAST_PAGE = 1_000_000


def bounded_count(queryset: Any, limit: int = COUNT_LIMIT) -> int:
    """Return how many rows there are, at most `limit` + 1: the database stops there."""
    return int(queryset.order_by().values("pk")[: limit + 1].count())


class BoundedPaginator(WagtailPaginator):
    """Counts to `COUNT_LIMIT` at most. Beyond it pages go on as long as there are rows."""

    has_own_title = False

    def __init__(self, object_list: Any, per_page: Any, **options: Any) -> None:
        super().__init__(object_list, per_page, **options)
        self._seen_page = 1
        self._has_more = False

    @cached_property
    def _bounded(self) -> int:
        return bounded_count(self.object_list) if hasattr(self.object_list, "order_by") else len(self.object_list)

    @property
    def is_capped(self) -> bool:
        """True when there are more rows than were counted."""
        return self._bounded > COUNT_LIMIT

    @cached_property
    def count(self) -> int:
        return min(self._bounded, COUNT_LIMIT)

    @property
    def num_pages(self) -> int:
        pages = max(1, -(-self.count // int(self.per_page)))
        return max(pages, self._seen_page + (1 if self._has_more else 0)) if self.is_capped else pages

    @property
    def items_count_label(self) -> str:
        if self.is_capped:
            return _("more than %(count)s") % {"count": COUNT_LIMIT}
        if self.has_own_title:
            return ngettext("%(count)s row", "%(count)s rows", self.count) % {"count": self.count}
        return str(super().items_count_label)

    def page(self, number: Any) -> Page:
        try:
            number = int(number)
        except (TypeError, ValueError) as wrong:
            raise PageNotAnInteger(_("That page number is not an integer")) from wrong
        if not 1 <= number <= LAST_PAGE or (not self.is_capped and number > self.num_pages):
            raise EmptyPage(_("That page contains no results"))
        size = int(self.per_page)
        start = (number - 1) * size
        rows = list(self.object_list[start : start + size + 1])
        if not rows and number > 1:
            raise EmptyPage(_("That page contains no results"))
        self._seen_page, self._has_more = number, len(rows) > size
        return self._get_page(rows[:size], number, self)

    def get_elided_page_range(self, page_number: Any) -> Iterator[Any]:
        return iter(super().get_elided_page_range(self._seen_page))
