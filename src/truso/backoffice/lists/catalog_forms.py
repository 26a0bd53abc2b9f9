"""Forms of categories, brands, families and attributes."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from truso.backoffice.forms import TranslatedField
from truso.modules.catalog.models import Attribute, Brand, Category, Family, Product, Selector
from truso.modules.catalog.operations import announce_family, announce_products, save_category


class CategoryForm(forms.ModelForm):  # type: ignore[type-arg]
    """A place in the shop's tree."""

    names = TranslatedField(label=_("Name"))
    intros = TranslatedField(label=_("Introduction"), long=True, required=False)

    class Meta:
        model = Category
        fields = ["code", "parent", "names", "intros", "family", "position", "is_active"]

    def save(self, commit: bool = True) -> Category:
        return save_category(category=self.instance)


class BrandForm(forms.ModelForm):  # type: ignore[type-arg]
    """A maker of goods."""

    statements = TranslatedField(label=_("Statement"), long=True, required=False)

    class Meta:
        model = Brand
        fields = ["code", "name", "statements"]

    def save(self, commit: bool = True) -> Brand:
        brand: Brand = super().save(commit)
        announce_products(product_ids=list(Product.objects.filter(brand=brand).values_list("pk", flat=True)))
        return brand


class FamilyForm(forms.ModelForm):  # type: ignore[type-arg]
    """A kind of goods. Its attributes are kept on its own page."""

    names = TranslatedField(label=_("Name"))

    class Meta:
        model = Family
        fields = ["code", "names"]

    def save(self, commit: bool = True) -> Family:
        family: Family = super().save(commit)
        announce_family(family=family)
        return family


class AttributeForm(forms.ModelForm):  # type: ignore[type-arg]
    """A property; its choices are lines of `code: Norwegian | Swedish | Polish | English`."""

    names = TranslatedField(label=_("Name"))
    choice_lines = forms.CharField(
        label=_("Choices"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_("One per line: code: Norwegian | Swedish | Polish | English"),
    )

    class Meta:
        model = Attribute
        fields = ["code", "type", "names", "unit", "decimals"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.fields["code"].disabled = self.fields["type"].disabled = True
        self.fields["choice_lines"].initial = "\n".join(_line_of(choice) for choice in self.instance.choices)

    def clean_choice_lines(self) -> list[dict[str, Any]]:
        known = {choice["code"]: choice for choice in self.instance.choices}
        choices: dict[str, dict[str, Any]] = {}
        for line in self.cleaned_data["choice_lines"].splitlines():
            if not line.strip():
                continue
            code, _colon, rest = line.partition(":")
            names = [part.strip() for part in rest.split("|")]
            if not code.strip() or not names[0] or code.strip() in choices:
                raise forms.ValidationError(
                    gettext("“%(line)s” has no code, no name, or a code used twice.") % {"line": line}
                )
            texts = {language: name for language, name in zip(("nb", "sv", "pl", "en"), names, strict=False) if name}
            choices[code.strip()] = {**known.get(code.strip(), {}), "code": code.strip(), "names": texts}
        return list(choices.values())

    def save(self, commit: bool = True) -> Attribute:
        self.instance.choices = self.cleaned_data["choice_lines"]
        attribute: Attribute = super().save(commit)
        for family in attribute.families.all():
            announce_family(family=family)
        return attribute


class SelectorForm(forms.ModelForm):  # type: ignore[type-arg]
    """A selector's name and category. Its questions are kept on its own page."""

    names = TranslatedField(label=_("Name"), max_length=100)
    intros = TranslatedField(label=_("Introduction"), long=True, required=False)

    class Meta:
        model = Selector
        fields = ["code", "names", "intros", "category", "is_active"]


def _line_of(choice: dict[str, Any]) -> str:
    names = choice.get("names", {})
    return f"{choice['code']}: " + " | ".join(names.get(language, "") for language in ("nb", "sv", "pl", "en"))
