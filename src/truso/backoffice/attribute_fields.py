"""Form fields of attribute values: one for each type, in the attribute's unit, per language or market where it is kept so."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext
from wagtail.admin.widgets import AdminDateInput

from truso.backoffice.forms import LANGUAGE_NAMES
from truso.backoffice.refusals import words_of
from truso.backoffice.words import language
from truso.kernel.refusals import Refusal
from truso.kernel.texts import LANGUAGES, in_language
from truso.modules.catalog.attribute_values import ValueRules, parse_value, rules_of
from truso.modules.catalog.models import Attribute, Document, Family
from truso.modules.markets.models import Market

PREFIX = "attribute_"
# Between an attribute's code and the language or market of a value.
_KEYED = "__"


class ValueField(forms.CharField):
    """A value as people write it (`2 in`, `2–5`), cleaned to how it is kept, or to an error in words."""

    def __init__(self, rules: ValueRules, **options: Any) -> None:
        super().__init__(max_length=2000, **options)
        self.rules = rules

    def prepare_value(self, value: Any) -> Any:
        return "–".join(str(one) for one in value) if isinstance(value, list | tuple) else value

    def clean(self, value: Any) -> Any:
        text = str(super().clean(value))
        if not text:
            return ""
        found = parse_value(self.rules, text)
        if isinstance(found, Refusal):
            raise forms.ValidationError(words_of(found, {self.rules.code: str(self.label)}), code=found.code)
        return found


class DocumentField(forms.CharField):
    """A document of the library, by its title or its key; cleaned to the key."""

    def prepare_value(self, value: Any) -> Any:
        found = _document(value) if value else None
        return found.title if found else value

    def clean(self, value: Any) -> Any:
        text = str(super().clean(value))
        if not text:
            return ""
        found = _document(text) or _titled(text)
        if found is None:
            raise forms.ValidationError(gettext("No one document of the library has this title."), code="invalid")
        return str(found.uuid)


def _document(key: Any) -> Document | None:
    try:
        return Document.objects.filter(uuid=UUID(str(key))).first()
    except ValueError:
        return None


def _titled(title: str) -> Document | None:
    found = list(Document.objects.filter(title=title.strip())[:2])
    return found[0] if len(found) == 1 else None


class SwatchSelect(forms.RadioSelect):
    """Colors to choose from, each with its swatch."""

    template_name = "backoffice/widgets/swatches.html"

    def __init__(self, swatches: Mapping[str, str]) -> None:
        super().__init__()
        self.swatches = swatches

    def create_option(self, name: str, value: Any, *args: Any, **options: Any) -> dict[str, Any]:
        option: dict[str, Any] = super().create_option(name, value, *args, **options)
        return {**option, "swatch": self.swatches.get(str(value), "")}


def _field(attribute: Attribute, options: dict[str, Any]) -> forms.Field:
    choices = [
        (str(one["code"]), in_language(one.get("names"), language()) or str(one["code"])) for one in attribute.choices
    ]
    if attribute.type == Attribute.Type.BOOLEAN:
        return forms.NullBooleanField(**options)
    if attribute.type == Attribute.Type.CHOICE:
        return forms.ChoiceField(choices=[("", "–"), *choices], **options)
    if attribute.type == Attribute.Type.COLOR:
        swatches = {str(one["code"]): str(one.get("swatch") or "") for one in attribute.choices}
        return forms.ChoiceField(choices=[("", "–"), *choices], widget=SwatchSelect(swatches), **options)
    if attribute.type == Attribute.Type.MULTI_CHOICE:
        return forms.MultipleChoiceField(choices=choices, widget=forms.CheckboxSelectMultiple, **options)
    if attribute.type == Attribute.Type.DATE:
        return _DayField(widget=AdminDateInput(), **options)
    if attribute.type == Attribute.Type.FILE:
        return DocumentField(max_length=200, **options)
    return ValueField(rules_of(attribute), **options)


class _DayField(forms.DateField):
    def clean(self, value: Any) -> Any:
        day = super().clean(value)
        return day.isoformat() if day else ""


def add_attributes(form: forms.BaseForm, family: Family | None, values: Mapping[str, Any], *, axes: bool) -> None:
    """Add a field per attribute of the family, or several where it is kept per language or market.

    Either those that tell variants apart, or all the others.
    """
    if family is None:
        return
    rows = [one for one in family.family_attributes.select_related("attribute") if one.is_variant_axis == axes]
    markets = _markets() if any(one.attribute.scope == Attribute.Scope.MARKET for one in rows) else {}
    for row in rows:
        attribute = row.attribute
        label = in_language(attribute.names, language()) or attribute.code
        label = f"{label} ({attribute.unit})" if attribute.unit else label
        help_text = gettext("Required by the family") if row.is_required else ""
        value = values.get(attribute.code)
        for key, called in _keys(attribute, markets).items():
            options = {"label": f"{label}: {called}" if called else label, "required": False, "help_text": help_text}
            name = f"{PREFIX}{attribute.code}{_KEYED}{key}" if key else f"{PREFIX}{attribute.code}"
            form.fields[name] = _field(attribute, options)
            form.fields[name].initial = value.get(key) if key and isinstance(value, Mapping) else value


def _markets() -> dict[str, str]:
    return {f"@{market.code}": str(market) for market in Market.objects.filter(is_active=True)}


def _keys(attribute: Attribute, markets: Mapping[str, str]) -> Mapping[str, str]:
    if attribute.scope == Attribute.Scope.LANGUAGE:
        return {code: str(LANGUAGE_NAMES[code]) for code in LANGUAGES}
    return markets if attribute.scope == Attribute.Scope.MARKET else {"": ""}


def attributes_of(form: forms.BaseForm, before: Mapping[str, Any]) -> dict[str, Any]:
    """Return the attribute values of a cleaned form; attributes the form does not know keep theirs."""
    values = dict(before)
    for name in form.fields:
        if not name.startswith(PREFIX):
            continue
        code, _mark, key = name.removeprefix(PREFIX).partition(_KEYED)
        value = form.cleaned_data.get(name)
        is_there = value not in (None, "", [])
        if key:
            kept = dict(values.get(code) or {}) if isinstance(values.get(code), Mapping) else {}
            kept.pop(key, None)
            values[code] = {**kept, key: value} if is_there else kept
            is_there, value = bool(values[code]), values[code]
        if is_there:
            values[code] = value
        else:
            values.pop(code, None)
    return values
