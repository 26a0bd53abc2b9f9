"""Forms of a product and its articles. Attributes follow the family."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from truso.backoffice.forms import AmountField, TranslatedField
from truso.backoffice.words import language
from truso.kernel.money import parse_amount
from truso.kernel.quantity import format_quantity
from truso.kernel.texts import LANGUAGES, in_language
from truso.modules.catalog.models import Attribute, Family, Product, Variant
from truso.modules.output.texts import unit_codes, unit_name

PREFIX = "attribute_"


class NumberTextField(forms.CharField):
    """A number kept as text, as attributes keep it: `1,5` becomes `1.5`."""

    def clean(self, value: Any) -> str:
        text = str(super().clean(value))
        if not text:
            return ""
        number = parse_amount(text)
        if number is None:
            raise forms.ValidationError(gettext("Write a number."), code="invalid")
        return format_quantity(number)


def attribute_field(attribute: Attribute, *, required: bool) -> forms.Field:
    """Return the form field of an attribute's type, named in the reader's language."""
    label = in_language(attribute.names, language()) or attribute.code
    options: dict[str, Any] = {"label": f"{label} ({attribute.unit})" if attribute.unit else label, "required": False}
    if required:
        options["help_text"] = gettext("Required by the family")
    choices = [
        (choice["code"], in_language(choice.get("names"), language()) or choice["code"]) for choice in attribute.choices
    ]
    if attribute.type == Attribute.Type.NUMBER:
        return NumberTextField(**options)
    if attribute.type == Attribute.Type.BOOLEAN:
        return forms.NullBooleanField(**options)
    if attribute.type == Attribute.Type.CHOICE:
        return forms.ChoiceField(choices=[("", "–"), *choices], **options)
    if attribute.type == Attribute.Type.MULTI_CHOICE:
        return forms.MultipleChoiceField(choices=choices, widget=forms.CheckboxSelectMultiple, **options)
    return forms.CharField(max_length=500, **options)


def add_attributes(form: forms.BaseForm, family: Family | None, values: Mapping[str, Any], *, axes: bool) -> None:
    """Add a field per attribute of the family: those that tell variants apart, or all the others."""
    if family is None:
        return
    for row in family.family_attributes.select_related("attribute"):
        if row.is_variant_axis == axes:
            name = f"{PREFIX}{row.attribute.code}"
            form.fields[name] = attribute_field(row.attribute, required=row.is_required)
            form.fields[name].initial = values.get(row.attribute.code)


def attributes_of(form: forms.BaseForm, before: Mapping[str, Any]) -> dict[str, Any]:
    """Return the attribute values of a cleaned form; attributes the form does not know keep theirs."""
    values = dict(before)
    for name in form.fields:
        if not name.startswith(PREFIX):
            continue
        value = form.cleaned_data.get(name)
        if value in (None, "", []):
            values.pop(name.removeprefix(PREFIX), None)
        else:
            values[name.removeprefix(PREFIX)] = value
    return values


class ProductForm(forms.ModelForm):  # type: ignore[type-arg]
    """A product's place, its words in four languages and its attributes."""

    name = TranslatedField(label=_("Name"), max_length=200)
    summary = TranslatedField(label=_("Summary"), max_length=400, required=False)
    description = TranslatedField(label=_("Description"), long=True, required=False)

    class Meta:
        model = Product
        fields = ["code", "status", "family", "category", "brand", "tax_class", "size_guide"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        product = self.instance
        texts = {text.language: text for text in product.texts.all()} if product.pk else {}
        for name in ("name", "summary", "description"):
            self.fields[name].initial = {code: getattr(text, name) for code, text in texts.items()}
        if product.pk:
            self.fields["family"].disabled = True
            add_attributes(self, product.family, product.attributes, axes=False)

    def _get_validation_exclusions(self) -> set[str]:
        # The operation refuses numbers in use itself, and says whose they are.
        return super()._get_validation_exclusions() | {"code", "sku", "gtin"}  # type: ignore[misc,no-any-return]

    def texts(self) -> dict[str, dict[str, str]]:
        """Return the words per language."""
        data = self.cleaned_data
        return {
            code: {name: data[name].get(code, "") for name in ("name", "summary", "description")} for code in LANGUAGES
        }

    @property
    def attribute_fields(self) -> list[forms.BoundField]:
        return [self[name] for name in self.fields if name.startswith(PREFIX)]

    @property
    def main_fields(self) -> list[forms.BoundField]:
        return [self[name] for name in self.Meta.fields]

    @property
    def text_fields(self) -> list[forms.BoundField]:
        return [self[name] for name in ("name", "summary", "description")]


def unit_choices() -> list[tuple[str, str]]:
    """Return the sales units there are words for."""
    return [(code, f"{unit_name(code, language())} ({code})") for code in unit_codes()]


class VariantForm(forms.ModelForm):  # type: ignore[type-arg]
    """An article: numbers, how it is sold, what tells it from its siblings."""

    labels = TranslatedField(
        label=pgettext_lazy("of an article", "Label"), required=False, help_text=_("What tells it from its siblings")
    )
    unit = forms.ChoiceField(label=_("Sales unit"), choices=unit_choices)
    price_unit = forms.TypedChoiceField(
        label=_("Price is per"), choices=[(one, str(one)) for one in (1, 10, 100, 1000)], coerce=int
    )
    minimum_quantity = AmountField(label=_("Minimum quantity"))
    quantity_multiple = AmountField(label=_("Sold in multiples of"))
    maximum_quantity = AmountField(label=_("Maximum quantity"), required=False)
    weight_kg = AmountField(label=_("Weight in kg"))

    class Meta:
        model = Variant
        fields = ["sku", "gtin", "mpn", "status", "labels", "unit", "price_unit", "minimum_quantity",
                  "quantity_multiple", "maximum_quantity", "is_cut_to_length", "kind", "weight_kg", "is_stocked",
                  "lead_days", "position"]  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        add_attributes(self, self.instance.product.family, self.instance.attributes, axes=True)

    def _get_validation_exclusions(self) -> set[str]:
        # The operation refuses numbers in use itself, and says whose they are.
        return super()._get_validation_exclusions() | {"code", "sku", "gtin"}  # type: ignore[misc,no-any-return]

    @property
    def attribute_fields(self) -> list[forms.BoundField]:
        return [self[name] for name in self.fields if name.startswith(PREFIX)]

    @property
    def main_fields(self) -> list[forms.BoundField]:
        return [self[name] for name in self.Meta.fields]
