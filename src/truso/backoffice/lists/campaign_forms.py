"""The form of a campaign."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateTimeInput

from truso.backoffice.forms import AmountField, NumberReference, TranslatedField
from truso.backoffice.lists.price_forms import ArticlesField, tell_problems
from truso.kernel.identifiers import normalize_code
from truso.kernel.money import ZERO
from truso.modules.catalog.models import Variant
from truso.modules.customers.models import Segment
from truso.modules.pricing.campaign_operations import clear_unfit, judge_campaign, judge_reduction, save_campaign
from truso.modules.pricing.campaigning import normalize_coupon
from truso.modules.pricing.models import Campaign

_KINDS = {
    "percent": "percent set cart", "amount": "amount fixed set cart", "buy": "multiple", "pay": "multiple", "gift": "gift",
    "minimum": "set multiple cart freight gift", "leave_out": "percent amount fixed", "combines": "percent amount fixed set multiple cart",
}  # fmt: skip
TO_THE_SECOND = "%Y-%m-%d %H:%M:%S"


class ArticleReference(NumberReference):
    """An article named by its number, however it is written."""

    shown = "sku"

    def __init__(self, **options: Any) -> None:
        super().__init__(queryset=Variant.objects.all(), to_field_name="sku_normalized", required=False, **options)

    def to_python(self, value: Any) -> Any:
        if value in self.empty_values:
            return None
        try:
            return super().to_python(normalize_code(str(value)))
        except forms.ValidationError as problem:
            raise forms.ValidationError(
                gettext("No article has the number %(sku)s.") % {"sku": str(value)[:60]}
            ) from problem


class CampaignForm(forms.ModelForm):  # type: ignore[type-arg]
    """Something given by the clock: on the price of goods, on the cart, free freight or a gift."""

    names = TranslatedField(label=_("Name"))
    percent = AmountField(label=_("Percent off"), required=False)
    amount = AmountField(
        label=_("Amount"),
        required=False,
        help_text=_("in the market's currency, with VAT where the market shows prices so"),
    )
    gift = ArticleReference(label=_("Gift, by article number"))
    minimum = AmountField(
        label=_("Goods for at least"), required=False, help_text=_("of those below, as the market shows prices")
    )
    articles = ArticlesField(
        label=_("Only these articles"),
        help_text=_("Article numbers, one per line or separated by commas; their products are on campaign"),
    )
    without = ArticlesField(label=_("But not these articles"))
    leave_out = forms.BooleanField(
        label=_("Leave out what was cheaper in the 30 days before"),
        required=False,
        help_text=_("Reductions shown to consumers count from the lowest price of the 30 days before."),
    )
    segments = forms.ModelMultipleChoiceField(
        label=_("Only these customer groups"),
        queryset=Segment.objects.all(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    starts_at = forms.DateTimeField(label=_("Starts"), widget=AdminDateTimeInput(format=TO_THE_SECOND))
    ends_at = forms.DateTimeField(label=_("Ends"), widget=AdminDateTimeInput(format=TO_THE_SECOND))
    budget = AmountField(label=_("Budget"), required=False, help_text=_("what it may take off in all, without VAT"))

    class Meta:
        model = Campaign
        fields = ["code", "names", "market", "kind", "percent", "amount", "buy", "pay", "gift", "minimum", "category", "brand",
                  "for_consumers", "for_businesses", "signed_in_only", "coupon", "combines", "most_uses",
                  "most_per_customer", "budget", "starts_at", "ends_at", "is_active"]  # fmt: skip
        help_texts = {
            "coupon": _("Empty: it counts for everybody it is for, without a code"),
            "combines": _(
                "On the price of an article the best campaign counts. What is taken off the cart counts on goods without another campaign,"
                " or where both count together. Free freight and gifts always do."
            ),
            "buy": _("such as 3, of which fewer are paid for"),
            "most_uses": _("Empty: as many as there are"),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["articles"].initial = ArticlesField.typed(self.instance.product_ids)
        self.fields["without"].initial = ArticlesField.typed(self.instance.left_out_ids)
        self.fields["segments"].initial = Segment.objects.filter(pk__in=self.instance.segment_ids)
        self.fields["buy"].widget = self.fields["pay"].widget = forms.TextInput(attrs={"inputmode": "numeric"})

    @property
    def sections(self) -> Iterator[tuple[str, list[tuple[Any, str]]]]:
        """Yield the fields in groups, each with its heading; with a field the kinds it is for, where it is not for all."""
        for title, names in (
            ("", ("code", "names", "market", "starts_at", "ends_at", "is_active")),
            (gettext("What it gives"), ("kind", "percent", "amount", "buy", "pay", "gift", "minimum")),
            (gettext("On what"), ("category", "brand", "articles", "without", "leave_out")),
            (gettext("For whom"), ("for_consumers", "for_businesses", "segments", "signed_in_only", "coupon")),
            (gettext("How often"), ("most_uses", "most_per_customer", "budget", "combines")),
        ):
            yield title, [(self[name], _KINDS.get(name, "")) for name in names]

    def clean_minimum(self) -> Any:
        return self.cleaned_data["minimum"] or ZERO

    def clean_coupon(self) -> str:
        return normalize_coupon(self.cleaned_data["coupon"] or "")

    def validate_constraints(self) -> None:
        """Leave out what the database would say: `judge_campaign` says it at the field, in words."""

    def _post_clean(self) -> None:
        """Judge the campaign as it would be written, once every field has been read."""
        super()._post_clean()  # type: ignore[misc]
        one, data = self.instance, self.cleaned_data
        one.product_ids, one.left_out_ids = data.get("articles") or [], data.get("without") or []
        one.segment_ids = [segment.pk for segment in data.get("segments") or ()]
        clear_unfit(one)
        tell_problems(self, judge_campaign(one))
        if not self.errors and not data.get("leave_out"):
            tell_problems(self, judge_reduction(one))

    def save(self, commit: bool = True) -> Campaign:
        return save_campaign(campaign=self.instance, leave_out=self.cleaned_data["leave_out"])
