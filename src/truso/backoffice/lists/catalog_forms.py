"""Forms of categories, brands, families and selectors."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from truso.backoffice.forms import TranslatedField
from truso.modules.catalog.attributes import save_family
from truso.modules.catalog.models import Brand, Category, Family, Product, Selector
from truso.modules.catalog.operations import announce_products, save_category


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
        fields = ["code", "names", "etim_class"]

    def save(self, commit: bool = True) -> Family:
        return save_family(family=self.instance)


class SelectorForm(forms.ModelForm):  # type: ignore[type-arg]
    """A selector's name and category. Its questions are kept on its own page."""

    names = TranslatedField(label=_("Name"), max_length=100)
    intros = TranslatedField(label=_("Introduction"), long=True, required=False)

    class Meta:
        model = Selector
        fields = ["code", "names", "intros", "category", "is_active"]
