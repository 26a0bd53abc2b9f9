"""Lists and forms of what goods are described by: attributes and the groups they are shown in."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django import forms
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from truso.backoffice.columns import LinkColumn, NumberColumn, TagColumn, TextColumn
from truso.backoffice.forms import LANGUAGE_NAMES, AmountField, RowsWidget, TranslatedField
from truso.backoffice.listing import Editing, find_by
from truso.backoffice.words import language
from truso.kernel.texts import LANGUAGES
from truso.modules.catalog.attributes import save_attribute, save_attribute_group
from truso.modules.catalog.models import Attribute, AttributeGroup
from truso.modules.output.texts import unit_name

_LOWEST, _HIGHEST = -(Decimal(10) ** 13), Decimal(10) ** 13


class ChoicesField(forms.Field):
    """Choices in rows: code, a name per language, swatch, ETIM value. Cleans to how an attribute keeps them."""

    widget: RowsWidget

    def __init__(self, **options: Any) -> None:
        heads = [_("Code"), *LANGUAGE_NAMES.values(), _("Swatch, such as #c8102e"), _("ETIM value")]
        super().__init__(widget=RowsWidget(heads, spare=5, is_text=True), required=False, **options)

    def prepare_value(self, value: Any) -> Any:
        if not value or not isinstance(value[0], dict):
            return value
        return [
            [one["code"], *((one.get("names") or {}).get(code, "") for code in LANGUAGES), one.get("swatch", ""), one.get("etim", "")]
            for one in value
        ]  # fmt: skip

    def clean(self, value: Any) -> list[dict[str, Any]]:
        choices = []
        for row in value or ():
            code, *names, swatch, etim = (cell.strip() for cell in row)
            choice: dict[str, Any] = {
                "code": code,
                "names": {one: name[:100] for one, name in zip(LANGUAGES, names, strict=True) if name},
            }
            if swatch:
                choice["swatch"] = swatch
            choices.append({**choice, "etim": etim} if etim else choice)
        return choices


class AttributeForm(forms.ModelForm):  # type: ignore[type-arg]
    """A property: what its values are, and what they may be."""

    names = TranslatedField(label=_("Name"), max_length=100)
    descriptions = TranslatedField(label=_("What it means"), required=False, long=True)
    unit = forms.CharField(
        label=_("Unit"),
        required=False,
        max_length=12,
        help_text=_("Such as mm, kg, V. Values typed in another are converted."),
    )
    minimum = AmountField(label=_("Least"), required=False, least=_LOWEST, most=_HIGHEST)
    maximum = AmountField(label=_("Most"), required=False, least=_LOWEST, most=_HIGHEST)
    tolerance = AmountField(
        label=_("Tolerance"),
        required=False,
        help_text=_("How far off a filter's figure a value may lie and still be found"),
    )
    pattern = forms.CharField(
        label=_("Pattern"),
        required=False,
        max_length=200,
        help_text=_("For texts: a regular expression every value fits"),
    )
    choices = ChoicesField(
        label=_("Choices"), help_text=_("For choices and colors, in the order they are shown. An empty row falls out.")
    )

    class Meta:
        model = Attribute
        fields = ["code", "type", "scope", "names", "descriptions", "unit", "decimals", "minimum", "maximum", "tolerance", "pattern",
                  "choices", "etim_feature"]  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.fields["code"].disabled = True

    def _post_clean(self) -> None:
        super()._post_clean()  # type: ignore[misc]
        known = {one["code"]: one for one in self.initial.get("choices") or ()}
        choices = self.cleaned_data.get("choices") or []
        # What an import or the API has put beside a choice stays with it.
        self.instance.choices = [{**_others(known.get(one["code"], {})), **one} for one in choices]

    def save(self, commit: bool = True) -> Attribute:
        return save_attribute(attribute=self.instance)


def _others(choice: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in choice.items() if name not in ("names", "swatch", "etim")}


class AttributeList(Editing):
    """What goods are described by."""

    model = Attribute
    name = "attributes"
    icon = "sliders"
    form = AttributeForm
    finder = find_by("code", "names")
    list_filter = ("type", "scope")
    ordering = "code"
    list_display = (
        LinkColumn("name", lambda row: reverse("staff_attributes:edit", args=[row.pk]), label=_("Name"), accessor=str),
        TextColumn("code", label=_("Code"), sort_key="code"),
        TagColumn("type", label=_("Type")),
        TextColumn("unit", label=_("Unit"), accessor=lambda row: unit_name(row.unit, language())),
        NumberColumn("choices", label=_("Choices"), accessor=lambda row: len(row.choices) or None),
    )


class AttributeGroupForm(forms.ModelForm):  # type: ignore[type-arg]
    """A heading over attributes."""

    names = TranslatedField(label=_("Name"), max_length=100)

    class Meta:
        model = AttributeGroup
        fields = ["code", "names", "position"]

    def save(self, commit: bool = True) -> AttributeGroup:
        return save_attribute_group(group=self.instance)


class AttributeGroupList(Editing):
    """Headings attributes are shown under."""

    model = AttributeGroup
    name = "attribute-groups"
    icon = "list-ul"
    form = AttributeGroupForm
    finder = find_by("code", "names")
    can_delete = True
    ordering = "position"
    list_display = (
        LinkColumn(
            "name", lambda row: reverse("staff_attribute_groups:edit", args=[row.pk]), label=_("Name"), accessor=str
        ),
        TextColumn("code", label=_("Code"), sort_key="code"),
        NumberColumn("position", label=_("Sort order")),
    )


def viewsets() -> list[Any]:
    """Return the lists of this file."""
    return [AttributeList(), AttributeGroupList()]
