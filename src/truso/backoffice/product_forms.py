"""Forms of a product and its articles. Attributes follow the family."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from truso.backoffice.attribute_fields import PREFIX, add_attributes
from truso.backoffice.forms import AmountField, TranslatedField
from truso.backoffice.words import language
from truso.kernel.texts import LANGUAGES
from truso.modules.catalog.models import Product, Variant
from truso.modules.output.texts import unit_codes, unit_name
from truso.platform.imports.owners import STAFF, of_others


def lock_owned(form: forms.ModelForm[Any], other_names: Mapping[str, str]) -> None:
    """Lock the fields that belong to a program or a supplier's files. Of texts all languages are locked with the first."""
    if not form.instance.pk:
        return
    owned = of_others("products", STAFF)
    parts = {code.split(":")[2] for code in owned if code.startswith("text:")}
    parts |= {PREFIX + code.split(":")[1] for code in owned if code.startswith("attribute:")}
    parts |= {"labels" for code in owned if code.startswith("label:")}
    for name, field in form.fields.items():
        if other_names.get(name, name) in owned or name.split("__")[0] in parts:
            field.disabled = True
            field.help_text = _("Belongs to another source. Change that under Owners of fields.")


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
        lock_owned(self, {"status": "product_status"})

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
        lock_owned(self, {})

    def _get_validation_exclusions(self) -> set[str]:
        # The operation refuses numbers in use itself, and says whose they are.
        return super()._get_validation_exclusions() | {"code", "sku", "gtin"}  # type: ignore[misc,no-any-return]

    @property
    def attribute_fields(self) -> list[forms.BoundField]:
        return [self[name] for name in self.fields if name.startswith(PREFIX)]

    @property
    def main_fields(self) -> list[forms.BoundField]:
        return [self[name] for name in self.Meta.fields]
