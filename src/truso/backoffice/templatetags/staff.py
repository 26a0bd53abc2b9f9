"""What staff templates write: amounts, quantities, days, states."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django import template
from django.template import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString

from truso.backoffice import words
from truso.kernel.money import minor_units
from truso.kernel.texts import in_language
from truso.modules.orders.words import payment_method_name
from truso.modules.output.formats import format_measure, format_money, format_number, format_typed, format_unit_price
from truso.modules.output.texts import unit_name

register = template.Library()


@register.filter
def money(value: Decimal | None, currency: str) -> SafeString | str:
    """Write an amount with its currency smaller behind."""
    if value is None:
        return ""
    return format_html(
        '{}&nbsp;<span class="currency">{}</span>', format_money(value, currency, words.language()), currency
    )


@register.filter
def amount(value: Decimal | None, currency: str) -> str:
    """Write an amount where the currency stands elsewhere."""
    return "" if value is None else format_money(value, currency, words.language())


@register.filter
def unit_price(value: Decimal | None) -> str:
    """Write a price per unit with as many decimals as it has."""
    return "" if value is None else format_unit_price(value, words.language())


@register.filter
def quantity(value: Decimal | None) -> str:
    """Write a quantity without needless zeros."""
    return "" if value is None else format_number(value, words.language())


@register.filter
def progress(value: Decimal | None) -> str:
    """Write a count of a line; a dot stands for none, so that what has happened stands out."""
    return "·" if not value else format_number(value, words.language())


@register.filter
def typed(value: Decimal | None, currency: str = "") -> str:
    """Write a number as the reader would type it into a form field; an amount with its currency's decimals."""
    return "" if value is None else format_typed(value, words.language(), minor_units(currency) if currency else 0)


@register.filter
def per(price_unit: Decimal, unit: str) -> SafeString | str:
    """Write for how many of a unit a price is, when it is not for one."""
    measure = format_measure(Decimal(price_unit), unit, words.language())
    return "" if price_unit == 1 else format_html('<span class="unit">&nbsp;/&nbsp;{}</span>', measure)


@register.filter
def unit(code: str) -> str:
    """Write a unit's short name."""
    return unit_name(code, words.language())


@register.filter
def day(value: date | None) -> str:
    """Write a day."""
    return words.day_text(value)


@register.filter
def moment(value: datetime | None) -> str:
    """Write a moment in the shop's time."""
    return words.moment_text(value)


@register.filter
def method(code: str) -> str:
    """Write how something is paid."""
    return payment_method_name(code)


@register.filter
def roles(codes: list[str]) -> str:
    """Write what a member does for the company."""
    return words.roles_text(codes)


@register.filter
def told(texts: Any) -> str:
    """Write a text in the reader's language, or the nearest there is."""
    return in_language(texts, words.language())


@register.filter
def at(values: Any, key: Any) -> Any:
    """Return a mapping's value by key."""
    return values.get(str(key)) if values else None


@register.simple_tag
def tag(code: str, text: Any) -> SafeString:
    """Write a state as a tag."""
    return format_html('<span class="chip {}">{}</span>', words.tone_of(code), text)


@register.filter
def tone(code: str) -> str:
    """Return the tone a state is shown in."""
    return words.tone_of(code)


@register.filter
def joined(prefix: str, key: Any) -> str:
    """Return a field's name made of two parts."""
    return f"{prefix}{key}"


@register.simple_tag(takes_context=True)
def guarded(context: Context) -> SafeString:
    """Write what makes the shell ask before a changed form is left; one that was not saved counts as changed."""
    refused = bool(context.get("problems") or getattr(context.get("form"), "errors", None))
    return format_html(
        'data-controller="w-unsaved" data-action="w-unsaved#submit beforeunload@window->w-unsaved#confirm"'
        ' data-w-unsaved-confirmation-value="true" data-w-unsaved-force-value="{}"',
        str(refused).lower(),
    )


@register.simple_tag
def saved_by_keyboard() -> SafeString:
    """Write what lets Ctrl-S (⌘S) press a button."""
    return format_html('data-controller="w-kbd" data-w-kbd-key-value="{}" data-w-kbd-scope-value="global"', "mod+s")
