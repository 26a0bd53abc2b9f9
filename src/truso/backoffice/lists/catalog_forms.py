"""Forms of categories, brands, families and selectors."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from truso.backoffice.forms import TranslatedField
from truso.kernel.texts import LANGUAGES
from truso.modules.catalog.attributes import save_family
from truso.modules.catalog.models import Brand, Category, Family, Product, Selector, SizeGuide
from truso.modules.catalog.operations import announce_products, save_category
from truso.modules.catalog.size_guides import save_size_guide


class CategoryForm(forms.ModelForm):  # type: ignore[type-arg]
    """A place in the shop's tree."""

    names = TranslatedField(label=_("Name"))
    intros = TranslatedField(label=_("Introduction"), long=True, required=False)

    class Meta:
        model = Category
        fields = ["code", "parent", "names", "intros", "family", "position", "price_gate", "is_active"]

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
        fields = ["code", "names", "etim_class"]

    def save(self, commit: bool = True) -> Family:
        return save_family(family=self.instance)


class SizeGuideForm(forms.ModelForm):  # type: ignore[type-arg]
    """A table of measures per size. Headings stand one to a line in each language; cells are parted by tabs or semicolons."""

    names = TranslatedField(label=_("Name"), max_length=100)
    advice = TranslatedField(label=_("How to measure"), long=True, required=False)
    columns = TranslatedField(
        label=_("Headings"), long=True, help_text=_("One to a line: the size first, then the measures in centimetres.")
    )
    rows = forms.CharField(
        label=_("Sizes"), widget=forms.Textarea(attrs={"rows": 12}), max_length=20_000, strip=False,
        help_text=_("One size to a line, its cells parted by semicolons or tabs, as pasted from a spreadsheet: M; 92–100; 80–88"),
    )  # fmt: skip

    class Meta:
        model = SizeGuide
        fields = ["code", "names", "advice"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        table = self.instance.table or {}
        headings = table.get("columns", [])
        self.initial.setdefault(
            "columns",
            {code: "\n".join(one["names"].get(code, "") for one in headings).strip("\n") for code in LANGUAGES},
        )
        self.initial.setdefault("rows", "\n".join("; ".join(row) for row in table.get("rows", [])))

    def save(self, commit: bool = True) -> SizeGuide:
        columns = {code: text.splitlines() for code, text in self.cleaned_data["columns"].items() if text.strip()}
        lines = [line for line in self.cleaned_data["rows"].splitlines() if line.strip()]
        rows = [(line.split("\t") if "\t" in line else line.split(";")) for line in lines]
        guide = save_size_guide(guide=self.instance, columns=columns, rows=rows)
        shown = Product.objects.filter(size_guide=guide).values_list("pk", flat=True)
        announce_products(product_ids=list(shown))
        return guide


class SelectorForm(forms.ModelForm):  # type: ignore[type-arg]
    """A selector's name and category. Its questions are kept on its own page."""

    names = TranslatedField(label=_("Name"), max_length=100)
    intros = TranslatedField(label=_("Introduction"), long=True, required=False)

    class Meta:
        model = Selector
        fields = ["code", "names", "intros", "category", "is_active"]
