"""Form fields of the back office: a text in four languages, rows of steps, dates that are checked in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.widgets import AdminDateInput

from truso.backoffice.words import language
from truso.kernel.money import parse_amount
from truso.kernel.texts import LANGUAGES
from truso.modules.output.formats import country_name, format_typed

LANGUAGE_NAMES = {
    "nb": gettext_lazy("Norwegian"),
    "sv": gettext_lazy("Swedish"),
    "pl": gettext_lazy("Polish"),
    "en": gettext_lazy("English"),
}
_TRANSLATED = {"names", "statements", "intros", "descriptions", "labels", "pack_names", "advice"}


def is_translated(field: models.Field[Any, Any]) -> bool:
    """Tell whether a model's field holds one text in several languages."""
    return isinstance(field, models.JSONField) and field.name in _TRANSLATED


class TranslatedWidget(forms.MultiWidget):
    """Four inputs, each with its language before it."""

    template_name = "backoffice/widgets/translated.html"

    def __init__(self, *, long: bool = False, attrs: dict[str, Any] | None = None) -> None:
        one: type[forms.Widget] = forms.Textarea if long else forms.TextInput
        options: dict[str, Any] = {"rows": 4} if long else {}
        widgets: dict[str, forms.Widget | type[forms.Widget]] = {
            code: one(attrs={"lang": code, "aria-label": LANGUAGE_NAMES[code], **options}) for code in LANGUAGES
        }
        super().__init__(widgets, attrs)

    def decompress(self, value: Any) -> list[str]:
        texts = value if isinstance(value, Mapping) else {}
        return [str(texts.get(code, "")) for code in LANGUAGES]

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        context["widget"]["languages"] = list(zip(LANGUAGES, context["widget"]["subwidgets"], strict=True))
        return context


class TranslatedField(forms.MultiValueField):
    """A text in four languages; required means in at least one. Cleans to a mapping of the languages written."""

    def __init__(self, *, long: bool = False, max_length: int | None = None, **options: Any) -> None:
        fields = [forms.CharField(required=False, max_length=max_length) for _code in LANGUAGES]
        super().__init__(fields, require_all_fields=False, widget=TranslatedWidget(long=long), **options)

    def compress(self, data_list: Sequence[str]) -> dict[str, str]:
        return {code: text.strip() for code, text in zip(LANGUAGES, data_list or (), strict=False) if text.strip()}

    def clean(self, value: Any) -> dict[str, str]:
        cleaned: dict[str, str] = super().clean(value) or {}
        if self.required and not cleaned:
            raise ValidationError(_("Write the text in at least one language."), code="required")
        return cleaned


class RowsWidget(forms.Widget):
    """Rows of inputs: those there are and some empty ones."""

    template_name = "backoffice/widgets/rows.html"

    def __init__(
        self, heads: Sequence[Any], spare: int = 3, attrs: dict[str, Any] | None = None, *, is_text: bool = False
    ) -> None:
        super().__init__(attrs)
        self.heads, self.spare, self.is_text = heads, spare, is_text

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        rows = [[_as_text(cell) for cell in row] for row in value or ()]
        rows += [[""] * len(self.heads) for _spare in range(self.spare)]
        context["widget"]["heads"], context["widget"]["is_text"] = self.heads, self.is_text
        context["widget"]["rows"] = [
            [(f"{name}_{column}", cell, self.heads[column]) for column, cell in enumerate(row)] for row in rows
        ]
        return context

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[list[str]]:
        columns = [data.getlist(f"{name}_{column}") for column in range(len(self.heads))]
        rows = [list(row) for row in zip(*columns, strict=False)]
        return [row for row in rows if any(cell.strip() for cell in row)]

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        return f"{name}_0" not in data


def _as_text(cell: Any) -> str:
    return format_typed(cell, language()) if isinstance(cell, Decimal) else str(cell)


class AmountRowsField(forms.Field):
    """Rows of amounts, such as freight by weight. Cleans to a list of tuples of `Decimal`; empty rows fall out."""

    def __init__(self, heads: Sequence[Any], **options: Any) -> None:
        super().__init__(widget=RowsWidget(heads), **options)

    def clean(self, value: Any) -> list[tuple[Decimal, ...]]:
        rows = []
        for row in value or ():
            amounts = [parse_amount(cell) for cell in row]
            if any(amount is None or amount < 0 for amount in amounts):
                raise ValidationError(_("Every cell of a row is a number of zero or more."), code="invalid")
            rows.append(tuple(amount for amount in amounts if amount is not None))
        if self.required and not rows:
            raise ValidationError(self.error_messages["required"], code="required")
        return rows

    def has_changed(self, initial: Any, data: Any) -> bool:
        return True


class NumberReference(forms.ModelChoiceField):
    """A record named by its number: there are too many to choose from a list. `shown` is the column people know it by."""

    widget = forms.TextInput
    shown = ""

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, int) and self.queryset is not None:
            return self.queryset.filter(pk=value).values_list(self.shown, flat=True).first() or value
        return super().prepare_value(value)


class AmountField(forms.CharField):
    """An amount or quantity as people type it (`1 234,50`); cleans to `Decimal`, or None when left empty."""

    def __init__(self, *, most: Decimal | None = None, least: Decimal = Decimal(0), **options: Any) -> None:
        super().__init__(widget=forms.TextInput(attrs={"inputmode": "decimal", "class": "amount"}), **options)
        self.most, self.least = most, least

    def prepare_value(self, value: Any) -> Any:
        return _as_text(value) if isinstance(value, Decimal) else value

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        if not text:
            return None
        amount = parse_amount(text)
        if amount is None:
            raise ValidationError(_("Write a number, such as 1 250,50."), code="invalid")
        if amount < self.least or (self.most is not None and amount > self.most):
            raise ValidationError(_("The number is too small or too large."), code="range")
        return amount

    def has_changed(self, initial: Any, data: Any) -> bool:
        return parse_amount(str(self.prepare_value(initial) or "")) != parse_amount(str(data or ""))


def day_field(label: Any, *, required: bool = False, help_text: Any = "") -> forms.DateField:
    """Return a field for a day with Wagtail's picker."""
    return forms.DateField(label=label, required=required, widget=AdminDateInput(), help_text=help_text)


class LanguagesField(forms.MultipleChoiceField):
    """Languages as ticks; cleans to a list of codes in the house's order."""

    def __init__(self, **options: Any) -> None:
        super().__init__(choices=list(LANGUAGE_NAMES.items()), widget=forms.CheckboxSelectMultiple, **options)

    def clean(self, value: Any) -> list[str]:
        chosen = set(super().clean(value))
        return [code for code in LANGUAGES if code in chosen]


def is_country(code: str) -> bool:
    """Tell whether two letters are a country of ISO 3166."""
    return len(code) == 2 and code.isalpha() and country_name(code, "en") != code


class CountryField(forms.CharField):
    """A country by its two letters; cleans to capital letters."""

    def __init__(self, **options: Any) -> None:
        super().__init__(max_length=2, widget=forms.TextInput(attrs={"size": 4, "autocomplete": "off"}), **options)

    def clean(self, value: Any) -> str:
        code: str = super().clean(value).upper()
        if code and not is_country(code):
            raise ValidationError(_("%(code)s is no country. Write two letters, such as NO.") % {"code": code})
        return code


class CountriesField(forms.CharField):
    """Countries by their two letters, with commas or spaces between; cleans to a list without repeats."""

    def prepare_value(self, value: Any) -> Any:
        return ", ".join(value) if isinstance(value, list | tuple) else value

    def clean(self, value: Any) -> list[str]:  # type: ignore[override]
        codes = list(dict.fromkeys(super().clean(value).upper().replace(",", " ").replace(";", " ").split()))
        for code in codes:
            if not is_country(code):
                raise ValidationError(_("%(code)s is no country. Write two letters, such as NO.") % {"code": code})
        return codes

    def has_changed(self, initial: Any, data: Any) -> bool:
        return bool(super().has_changed(self.prepare_value(initial), data))
