"""Columns of lists, written straight as HTML: a list of 50 rows has 450 cells."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from django.utils import translation
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail.admin.ui.tables import Column

from truso.backoffice.words import day_text, moment_text, tone_of
from truso.modules.output.formats import format_money, format_number

Url = Callable[[Any], str | None]


class TextColumn(Column):
    """A value as text."""

    align = ""

    def show(self, instance: Any) -> SafeString | str:
        """Return the cell's content."""
        value = self.get_value(instance)
        return "" if value is None else str(value)

    def render_cell_html(self, instance: Any, parent_context: Any) -> SafeString:
        return format_html(
            '<td class="{}" data-label="{}">{}</td>',
            f"{self.align} {self.classname or ''}".strip(),
            self.label,
            self.show(instance),
        )


class PickColumn(TextColumn):
    """A box to choose the row by, for the form the list names `bulk`."""

    def __init__(self, name: str, **options: Any) -> None:
        super().__init__(name, **{"classname": "pick", **options})

    def show(self, instance: Any) -> SafeString | str:
        return format_html(
            '<input type="checkbox" form="bulk" name="{}" value="{}" aria-label="{}">',
            self.name,
            instance.uuid,
            str(getattr(instance, "own_name", "") or instance),
        )


class LinkColumn(TextColumn):
    """The row's name, linked to its page."""

    def __init__(self, name: str, url: Url, **options: Any) -> None:
        super().__init__(name, **{"classname": "title", **options})
        self.url = url

    def show(self, instance: Any) -> SafeString | str:
        text = super().show(instance)
        url = self.url(instance) if text else None
        return format_html('<a href="{}">{}</a>', url, text) if url else text


class NumberColumn(TextColumn):
    """A quantity, to the right."""

    align = "number"

    def show(self, instance: Any) -> SafeString | str:
        value = self.get_value(instance)
        return "" if value is None else format_number(Decimal(value), translation.get_language() or "en")


class MoneyColumn(TextColumn):
    """An amount with the currency of the row, to the right."""

    align = "number"

    def __init__(self, name: str, currency: str = "currency", **options: Any) -> None:
        super().__init__(name, **options)
        self.currency = currency

    def show(self, instance: Any) -> SafeString | str:
        value = self.get_value(instance)
        if value is None:
            return ""
        currency = instance
        for step in self.currency.split("."):
            currency = getattr(currency, step)
        return format_html(
            '{} <span class="currency">{}</span>',
            format_money(value, str(currency), translation.get_language() or "en"),
            currency,
        )


class DayColumn(TextColumn):
    """A day."""

    align = "nowrap"

    def show(self, instance: Any) -> SafeString | str:
        return day_text(self.get_value(instance))


class MomentColumn(TextColumn):
    """A moment in the shop's time."""

    align = "nowrap"

    def show(self, instance: Any) -> SafeString | str:
        return moment_text(self.get_value(instance))


class TagColumn(TextColumn):
    """A state as a tag. `code` gives the state that decides the tag's tone."""

    def __init__(self, name: str, code: Callable[[Any], str] | None = None, **options: Any) -> None:
        super().__init__(name, **{"accessor": f"get_{name}_display", **options})
        self.code = code or (lambda instance: str(getattr(instance, name, "")))

    def show(self, instance: Any) -> SafeString | str:
        text = super().show(instance)
        return format_html('<span class="chip {}">{}</span>', tone_of(self.code(instance)), text) if text else ""


class FlagColumn(TextColumn):
    """A tick for yes, nothing for no."""

    def show(self, instance: Any) -> SafeString | str:
        return (
            format_html('<span class="tick" aria-label="{}">✓</span>', self.label) if self.get_value(instance) else ""
        )
