"""Lists by which staff steer searches: synonyms, redirects, what stands first and last."""

from __future__ import annotations

from typing import Any

from django import forms
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from truso.backoffice.columns import DayColumn, LinkColumn, NumberColumn, TextColumn
from truso.backoffice.forms import day_field
from truso.backoffice.listing import Editing, find_by
from truso.kernel.identifiers import normalize_code
from truso.modules.catalog.models import Category, Product, Variant
from truso.modules.search.models import Merchandising, Redirect, Synonym
from truso.modules.search.steering import save_redirect, save_rule, save_synonym


class SynonymForm(forms.ModelForm):  # type: ignore[type-arg]
    """Wordings that mean the same, one per line."""

    terms = forms.CharField(
        label=_("Wordings"),
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("One per line, of one word or several. Each finds what the others find."),
    )

    class Meta:
        model = Synonym
        fields = ["language"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["terms"].initial = "\n".join(self.instance.terms or ())

    def save(self, commit: bool = True) -> Synonym:
        self.instance.terms = self.cleaned_data["terms"].splitlines()
        return save_synonym(synonym=self.instance)


class SynonymList(Editing):
    """Wordings that mean the same."""

    model = Synonym
    name = "synonyms"
    icon = "openquote"
    form = SynonymForm
    finder = staticmethod(lambda rows, words: rows.filter(terms__icontains=words))
    ordering = "id"
    can_delete = True
    list_display = (
        LinkColumn("wordings", lambda row: reverse("staff_synonyms:edit", args=[row.pk]), label=_("Wordings"), accessor=str),
        TextColumn("language", label=_("Language"), accessor=lambda row: row.get_language_display()),
    )  # fmt: skip


class RedirectForm(forms.ModelForm):  # type: ignore[type-arg]
    """A text that leads to a page."""

    class Meta:
        model = Redirect
        fields = ["text", "language", "target"]
        help_texts = {"target": _("A page of the shop, such as /{language}/guides/returns/")}

    def save(self, commit: bool = True) -> Redirect:
        return save_redirect(redirect=self.instance)


class RedirectList(Editing):
    """Texts that lead to a page instead of to hits."""

    model = Redirect
    name = "redirects"
    icon = "redirect"
    form = RedirectForm
    finder = find_by("text", "target")
    ordering = "text_key"
    can_delete = True
    list_display = (
        LinkColumn("text", lambda row: reverse("staff_redirects:edit", args=[row.pk]), label=_("Searched for"), sort_key="text_key"),
        TextColumn("language", label=_("Language"), accessor=lambda row: row.get_language_display()),
        TextColumn("target", label=_("Leads to")),
    )  # fmt: skip


class MerchandisingForm(forms.ModelForm):  # type: ignore[type-arg]
    """What stands first or last, where, for whom and when."""

    category = forms.SlugField(label=_("Category"), required=False, help_text=_("The code of the category"))
    product = forms.CharField(
        label=_("Product"), required=False, max_length=60, help_text=_("The number of one of its articles")
    )
    starts_on = day_field(_("From"))
    ends_on = day_field(_("Until and including"))

    class Meta:
        model = Merchandising
        fields = ["place", "text", "action", "brand", "position", "market", "segment"]

    field_order = ("place", "text", "category", "action", "product", "brand", "position", "market", "segment")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rule = self.instance
        self.fields["category"].initial = rule.category.code if rule.category else ""
        first = rule.product.variants.order_by("position", "pk").first() if rule.product else None
        self.fields["product"].initial = first.sku if first else ""
        self.fields["starts_on"].initial, self.fields["ends_on"].initial = rule.starts_on, rule.ends_on

    def clean_category(self) -> Category | None:
        code = self.cleaned_data["category"]
        found = Category.objects.filter(code=code).first() if code else None
        if code and found is None:
            raise forms.ValidationError(gettext("There is no category with this code."))
        return found

    def clean_product(self) -> Product | None:
        number = self.cleaned_data["product"].strip()
        found = Variant.objects.filter(sku_normalized=normalize_code(number)).select_related("product").first()
        if number and found is None:
            raise forms.ValidationError(gettext("There is no article with this number."))
        return found.product if number and found else None

    def validate_constraints(self) -> None:
        """The operation decides what belongs together, and says it in words."""

    def save(self, commit: bool = True) -> Merchandising:
        data, rule = self.cleaned_data, self.instance
        rule.category, rule.product = data["category"], data["product"]
        rule.starts_on, rule.ends_on = data["starts_on"], data["ends_on"]
        return save_rule(rule=rule)


class MerchandisingList(Editing):
    """What stands first or last in searches, categories and suggestions."""

    model = Merchandising
    name = "merchandising"
    icon = "pick"
    form = MerchandisingForm
    related = ("category", "product", "brand", "market", "segment")
    finder = find_by("text", "product__code", "brand__name", "category__code")
    list_filter = ("place", "action", "market", "segment")
    ordering = "place"
    can_delete = True
    list_display = (
        LinkColumn("what", lambda row: reverse("staff_merchandising:edit", args=[row.pk]), label=_("What"),
                   accessor=lambda row: row.get_action_display()),
        TextColumn("subject", label=_("Product or brand"), accessor=lambda row: str(row.product or row.brand or "")),
        TextColumn("where", label=_("Where"), accessor=lambda row: row.get_place_display()),
        TextColumn("at", label=_("Search or category"), accessor=lambda row: row.text or str(row.category or "")),
        NumberColumn("position", label=_("Position")),
        TextColumn("market", label=_("Market"), accessor=lambda row: str(row.market or "")),
        TextColumn("segment", label=_("Segment"), accessor=lambda row: str(row.segment or "")),
        DayColumn("starts_on", label=_("From")),
        DayColumn("ends_on", label=_("Until")),
    )  # fmt: skip


def viewsets() -> list[Any]:
    """Return the lists of this file."""
    return [SynonymList(), RedirectList(), MerchandisingList()]
