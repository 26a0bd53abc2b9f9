"""Lists of products, articles, and the data they are described by."""

from __future__ import annotations

from typing import Any

import django_filters
from django import forms
from django.db.models import OuterRef, Q, QuerySet, Subquery, Sum
from django.urls import reverse
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet

from truso.backoffice.columns import (
    FlagColumn,
    LinkColumn,
    MomentColumn,
    NumberColumn,
    PickColumn,
    TagColumn,
    TextColumn,
)
from truso.backoffice.completeness_words import item_names
from truso.backoffice.completeness_words import name_of as name_of_item
from truso.backoffice.forms import TranslatedField
from truso.backoffice.layouts import OptionalColumn
from truso.backoffice.listing import Editing, Listing, ListView, find_by, in_texts
from truso.backoffice.lists.catalog_forms import BrandForm, CategoryForm, FamilyForm, SelectorForm, SizeGuideForm
from truso.backoffice.lists.found import variant_ids
from truso.backoffice.words import language
from truso.kernel.texts import LANGUAGES
from truso.modules.catalog.completeness_rules import is_per_language
from truso.modules.catalog.models import (
    Assortment,
    Brand,
    Category,
    Channel,
    Completeness,
    Family,
    Product,
    ProductStatus,
    ProductText,
    Selector,
    SizeGuide,
    Variant,
)
from truso.modules.inventory.models import StockItem
from truso.modules.output.texts import unit_name
from truso.modules.pricing.models import Price
from truso.processes.imports.fields import LANGUAGE_NAMES
from truso.processes.imports.rights import may_import


def named(rows: QuerySet[Any], product: str) -> QuerySet[Any]:
    """Add the product's name in the reader's language, else in any."""
    texts = ProductText.objects.filter(product_id=OuterRef(product))
    own = Subquery(texts.filter(language=language()).values("name")[:1])
    return rows.annotate(own_name=own, any_name=Subquery(texts.order_by("language").values("name")[:1]))


def name_of(row: Any) -> str:
    """Return the name that `named` added."""
    return str(row.own_name or row.any_name or "")


class ProductListView(ListView):
    """Products with their names."""

    def get_base_queryset(self) -> QuerySet[Any]:
        return named(super().get_base_queryset(), "pk")

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(*args, **kwargs)
        if may_import(self.request.user, "products"):
            context["bulk_url"] = reverse("backoffice:bulk_edit")
        return context

    def get_add_url(self) -> str | None:
        """Lead those who may to the product page's own form."""
        return reverse("backoffice:new_product") if self.user_has_permission("add") else None


class VariantListView(ListView):
    """Articles with their products' names."""

    def get_base_queryset(self) -> QuerySet[Any]:
        return named(super().get_base_queryset(), "product_id")


def missing_choices() -> list[tuple[str, str]]:
    """Return what products can lack, in each language that has its own of it."""
    names = item_names()
    found = []
    for item in names:
        found += [f"{code}:{item}" for code in LANGUAGES] if is_per_language(item) else [item]
    return [(item, name_of_item(item, names)) for item in found]


def _text(language_code: str) -> OptionalColumn:
    """Return the column of the name in one language."""
    name = f"name_{language_code}"

    def prepare(rows: QuerySet[Any]) -> QuerySet[Any]:
        texts = ProductText.objects.filter(product_id=OuterRef("pk"), language=language_code)
        return rows.annotate(**{name: Subquery(texts.values("name")[:1])})

    return OptionalColumn(
        TextColumn(name, label=format_lazy("{} ({})", _("Name"), LANGUAGE_NAMES[language_code]), classname="wide"),
        prepare,
    )


def _with_first_article(rows: QuerySet[Any]) -> QuerySet[Any]:
    articles = Variant.objects.filter(product_id=OuterRef("pk")).order_by("position", "pk")
    return rows.annotate(first_sku=Subquery(articles.values("sku")[:1]))


def _with_completeness(rows: QuerySet[Any]) -> QuerySet[Any]:
    measured = Completeness.objects.filter(product_id=OuterRef("pk")).order_by("channel__position", "channel_id")
    return rows.annotate(complete=Subquery(measured.values("lowest")[:1]))


MORE_PRODUCT_COLUMNS = (
    OptionalColumn(TextColumn("first_sku", label=_("First article")), _with_first_article),
    OptionalColumn(NumberColumn("complete", label=_("Complete, in percent")), _with_completeness),
    *(_text(code) for code in LANGUAGES),
    OptionalColumn(TextColumn("tax_class", label=_("Tax class")), lambda rows: rows.select_related("tax_class")),
    OptionalColumn(MomentColumn("published_at", label=_("Published"), sort_key="published_at")),
)


class ProductFilter(WagtailFilterSet):
    """What products are filtered by."""

    status = django_filters.ChoiceFilter(label=_("Status"), choices=ProductStatus.choices)
    category = django_filters.ModelChoiceFilter(label=_("Category"), queryset=Category.objects.all(), method="below")
    brand = django_filters.ModelChoiceFilter(label=_("Brand"), queryset=Brand.objects.all())
    family = django_filters.ModelChoiceFilter(label=_("Family"), queryset=Family.objects.all())
    bare = django_filters.ChoiceFilter(
        label=_("Lacks"), choices=[("pictures", _("Pictures")), ("articles", _("Articles"))], method="lacking"
    )

    channel = django_filters.ModelChoiceFilter(label=_("Channel"), queryset=Channel.objects.all(), method="measured")
    less_than = django_filters.NumberFilter(label=_("Less complete than, in percent"), method="measured")
    lacks = django_filters.ChoiceFilter(label=_("Missing"), choices=missing_choices, method="measured")

    class Meta:
        model = Product
        fields = ["status", "category", "brand", "family"]

    def filter_queryset(self, queryset: QuerySet[Product]) -> QuerySet[Product]:
        """Filter by completeness in one channel at once: the chosen one, else the first."""
        rows: QuerySet[Product] = super().filter_queryset(queryset)
        asked = {name: self.form.cleaned_data.get(name) for name in ("channel", "less_than", "lacks")}
        if asked["less_than"] is None and not asked["lacks"]:
            return rows
        channel = asked["channel"] or Channel.objects.first()
        measured: dict[str, Any] = {"completeness__channel": channel}
        if asked["less_than"] is not None:
            measured["completeness__lowest__lt"] = min(max(int(asked["less_than"]), 0), 101)
        if asked["lacks"]:
            measured["completeness__missing__contains"] = [asked["lacks"]]
        return rows.filter(**measured)

    def measured(self, rows: QuerySet[Product], _name: str, _value: Any) -> QuerySet[Product]:
        """Done at once by `filter_queryset`."""
        return rows

    def lacking(self, rows: QuerySet[Product], _name: str, part: str) -> QuerySet[Product]:
        return rows.filter(pictures=None) if part == "pictures" else rows.filter(variants=None)

    def below(self, rows: QuerySet[Product], _name: str, category: Category) -> QuerySet[Product]:
        return rows.filter(category__path__contains=[category.pk])


def find_products(rows: QuerySet[Product], words: str) -> QuerySet[Product]:
    """Find products by code, name, or the numbers of their articles."""
    # As a list: beside a subquery the database would look at every product.
    products = list(Variant.objects.filter(pk__in=variant_ids(words)).values_list("product_id", flat=True))
    return rows.filter(Q(code__startswith=words.lower()) | Q(pk__in=products))


class ProductList(Listing):
    """What pages of the shop are about."""

    model = Product
    name = "products"
    icon = "tag"
    index_view_class = ProductListView
    finder = staticmethod(find_products)
    filterset_class = ProductFilter
    related = ("category", "brand", "family")
    ordering = "-id"
    optional_columns = MORE_PRODUCT_COLUMNS
    quick_views = (
        (_("All"), ""),
        (_("Active"), "status=active"),
        (_("Drafts"), "status=draft"),
        (_("Discontinued"), "status=discontinued"),
    )
    list_display = (
        PickColumn("product", label=_("Choose")),
        LinkColumn(
            "name", lambda row: reverse("backoffice:product", args=[row.uuid]), label=_("Name"), accessor=name_of
        ),
        TextColumn("code", label=_("Code"), sort_key="code"),
        TagColumn("status", label=_("Status")),
        TextColumn("category", label=_("Category")),
        TextColumn("brand", label=_("Brand")),
        TextColumn("family", label=_("Family")),
        MomentColumn("updated_at", label=_("Changed"), sort_key="updated_at"),
    )
    list_export = ("code", "status", "category", "brand", "family", "published_at", "updated_at")


def _with_stock(rows: QuerySet[Any]) -> QuerySet[Any]:
    items = StockItem.objects.filter(variant_id=OuterRef("pk")).values("variant_id")
    return rows.annotate(on_hand=Subquery(items.annotate(sum=Sum("on_hand")).values("sum")))


def _with_list_price(rows: QuerySet[Any]) -> QuerySet[Any]:
    """The price of one on the market's list that comes first."""
    prices = Price.objects.filter(variant_id=OuterRef("pk"), price_list__kind="market", minimum_quantity__lte=1)
    return rows.annotate(list_price=Subquery(prices.order_by("price_list_id", "-valid_from").values("amount")[:1]))


class VariantFilter(WagtailFilterSet):
    """What articles are filtered by."""

    status = django_filters.ChoiceFilter(label=_("Status"), choices=ProductStatus.choices)
    is_stocked = django_filters.BooleanFilter(label=_("Kept in stock"))

    class Meta:
        model = Variant
        fields = ["status", "is_stocked"]


class VariantList(Listing):
    """Everything with a number, a price and a stock."""

    model = Variant
    name = "variants"
    icon = "list-ul"
    index_view_class = VariantListView
    finder = staticmethod(lambda rows, words: rows.filter(pk__in=variant_ids(words)))
    filterset_class = VariantFilter
    related = ("product",)
    ordering = "sku_normalized"
    list_display = (
        LinkColumn("sku", lambda row: reverse("backoffice:variant", args=[row.uuid]), label=_("Article"),
                   sort_key="sku_normalized"),
        LinkColumn("name", lambda row: reverse("backoffice:product", args=[row.product.uuid]), label=_("Product"),
                   accessor=name_of, classname="wide"),
        TextColumn("gtin", label="GTIN"),
        TextColumn("mpn", label=_("Maker's number")),
        TagColumn("status", label=_("Status")),
        TextColumn("unit", label=_("Unit"), accessor=lambda row: unit_name(row.unit, language())),
        NumberColumn("price_unit", label=_("Price per")),
        NumberColumn("quantity_multiple", label=_("Multiples of")),
        FlagColumn("is_stocked", label=_("In stock")),
    )  # fmt: skip
    optional_columns = (
        OptionalColumn(TextColumn("kind", label=_("Kind"), accessor=lambda row: row.get_kind_display())),
        OptionalColumn(NumberColumn("minimum_quantity", label=_("Minimum quantity"))),
        OptionalColumn(NumberColumn("maximum_quantity", label=_("Maximum quantity"))),
        OptionalColumn(NumberColumn("pack_size", label=_("Pieces in a pack"))),
        OptionalColumn(NumberColumn("weight_kg", label=_("Weight in kg"))),
        OptionalColumn(NumberColumn("lead_days", label=_("Days to get"))),
        OptionalColumn(NumberColumn("on_hand", label=_("On hand")), _with_stock),
        OptionalColumn(NumberColumn("list_price", label=_("List price")), _with_list_price),
    )
    list_export = ("sku", "gtin", "mpn", "status", "unit", "price_unit", "minimum_quantity", "quantity_multiple",
                   "pack_size", "weight_kg", "is_stocked", "lead_days")  # fmt: skip


class CategoryList(Editing):
    """The shop's tree."""

    model = Category
    name = "categories"
    icon = "folder"
    form = CategoryForm
    finder = find_by("code", "names")
    related = ("parent", "family")
    ordering = "code"
    list_display = (
        LinkColumn("name", lambda row: reverse("staff_categories:edit", args=[row.pk]), label=_("Name"), accessor=str),
        TextColumn("code", label=_("Code"), sort_key="code"),
        TextColumn("parent", label=_("Below")),
        TextColumn("family", label=_("Family")),
        NumberColumn("position", label=_("Position"), sort_key="position"),
        FlagColumn("is_active", label=_("Active")),
    )
    list_export = ("code", "names", "parent", "family", "position", "is_active")


class BrandList(Editing):
    """Makers of goods."""

    model = Brand
    name = "brands"
    icon = "tag"
    form = BrandForm
    finder = find_by("code", "name")
    ordering = "name"
    list_display = (
        LinkColumn("name", lambda row: reverse("staff_brands:edit", args=[row.pk]), label=_("Name"), sort_key="name"),
        TextColumn("code", label=_("Code"), sort_key="code"),
    )


class SizeGuideList(Editing):
    """Which size fits."""

    model = SizeGuide
    name = "size-guides"
    icon = "table"
    form = SizeGuideForm
    finder = staticmethod(lambda rows, words: rows.filter(in_texts("names", words)))
    ordering = "code"
    list_display = (
        LinkColumn(
            "title", lambda row: reverse("staff_size_guides:edit", args=[row.pk]), label=_("Name"), accessor=str
        ),
        TextColumn("code", label=_("Code"), sort_key="code"),
    )


class FamilyList(Editing):
    """Kinds of goods that share attributes."""

    model = Family
    name = "families"
    icon = "grid"
    form = FamilyForm
    finder = find_by("code", "names")
    ordering = "code"
    list_display = (
        LinkColumn("name", lambda row: reverse("backoffice:family", args=[row.pk]), label=_("Name"), accessor=str),
        TextColumn("code", label=_("Code"), sort_key="code"),
    )


class SelectorList(Editing):
    """Questions that lead to the article that fits."""

    model = Selector
    name = "selectors"
    icon = "help"
    form = SelectorForm
    finder = find_by("code", "names")
    related = ("category",)
    ordering = "code"
    can_delete = True
    list_display = (
        LinkColumn("name", lambda row: reverse("backoffice:selector", args=[row.pk]), label=_("Name"), accessor=str),
        TextColumn("code", label=_("Code"), sort_key="code"),
        TextColumn("category", label=_("Category")),
        FlagColumn("is_active", label=_("Active")),
    )


class AssortmentForm(forms.ModelForm):  # type: ignore[type-arg]
    """A selection's name."""

    names = TranslatedField(label=_("Name"))

    class Meta:
        model = Assortment
        fields = ["code", "names"]


class AssortmentList(Editing):
    """Selections that some buyers are limited to."""

    model = Assortment
    name = "assortments"
    icon = "tasks"
    form = AssortmentForm
    finder = find_by("code", "names")
    ordering = "code"
    list_display = (
        LinkColumn("name", lambda row: reverse("backoffice:assortment", args=[row.pk]), label=_("Name"), accessor=str),
        TextColumn("code", label=_("Code"), sort_key="code"),
    )


def viewsets() -> list[Any]:
    """Return the lists of this file."""
    return [
        ProductList(),
        VariantList(),
        CategoryList(),
        BrandList(),
        FamilyList(),
        SelectorList(),
        SizeGuideList(),
        AssortmentList(),
    ]
