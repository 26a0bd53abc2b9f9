"""Forms of price lists, discounts and campaigns."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateTimeInput

from truso.backoffice.forms import AmountField, TranslatedField, day_field
from truso.backoffice.lists.customer_forms import CustomerReference
from truso.kernel.identifiers import normalize_code
from truso.modules.catalog.models import Product, Variant
from truso.modules.pricing.models import Campaign, Discount, PriceList
from truso.modules.pricing.operations import save_campaign, save_discount, save_price_list


class PriceListForm(forms.ModelForm):  # type: ignore[type-arg]
    """A price list's own data."""

    names = TranslatedField(label=_("Name"))
    customer = CustomerReference(required=False)
    valid_from = day_field(_("Valid from"))
    valid_to = day_field(_("Valid before"))

    class Meta:
        model = PriceList
        fields = ["code", "names", "kind", "market", "segment", "customer", "currency", "valid_from", "valid_to",
                  "is_active"]  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            for fixed in ("kind", "currency", "market", "segment", "customer"):
                self.fields[fixed].disabled = True

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        kind = data.get("kind")
        needed = {"market": "market", "segment": "segment", "contract": "customer", "customer": "customer"}.get(
            kind or ""
        )
        if needed and not data.get(needed):
            self.add_error(needed, gettext("A list of this kind needs it."))
        data["currency"] = str(data.get("currency", "")).upper()
        self.instance.currency = data["currency"]
        return data

    def save(self, commit: bool = True) -> PriceList:
        return save_price_list(price_list=self.instance)


class DiscountForm(forms.ModelForm):  # type: ignore[type-arg]
    """A percentage for a customer or a segment."""

    customer = CustomerReference(required=False)
    percent = AmountField(label=_("Percent"))
    valid_from = day_field(_("Valid from"))
    valid_to = day_field(_("Valid before"))

    class Meta:
        model = Discount
        fields = ["customer", "segment", "percent", "category", "brand", "valid_from", "valid_to"]

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        if bool(data.get("customer")) == bool(data.get("segment")):
            self.add_error("segment", gettext("Choose either a customer or a segment."))
        return data

    def save(self, commit: bool = True) -> Discount:
        return save_discount(discount=self.instance)


class CampaignForm(forms.ModelForm):  # type: ignore[type-arg]
    """A reduction by the clock, on a category, on articles, or on everything."""

    names = TranslatedField(label=_("Name"))
    percent = AmountField(label=_("Percent off"))
    articles = forms.CharField(
        label=_("Only these articles"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Article numbers, one per line or separated by commas; their products are on campaign"),
    )
    starts_at = forms.DateTimeField(label=_("Starts"), widget=AdminDateTimeInput())
    ends_at = forms.DateTimeField(label=_("Ends"), widget=AdminDateTimeInput())

    class Meta:
        model = Campaign
        fields = ["code", "names", "market", "percent", "category", "for_businesses", "starts_at", "ends_at",
                  "is_active"]  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        first = Variant.objects.filter(product_id__in=self.instance.product_ids).order_by("product_id", "position")
        self.fields["articles"].initial = "\n".join(first.distinct("product_id").values_list("sku", flat=True))

    def clean_articles(self) -> list[int]:
        typed = [word for word in self.cleaned_data["articles"].replace(",", "\n").splitlines() if word.strip()]
        products = []
        for word in typed:
            product = Product.objects.filter(variants__sku_normalized=normalize_code(word)).first()
            if product is None:
                raise forms.ValidationError(gettext("No article has the number %(sku)s.") % {"sku": word.strip()})
            products.append(product.pk)
        return list(dict.fromkeys(products))

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        if data.get("starts_at") and data.get("ends_at") and data["ends_at"] <= data["starts_at"]:
            self.add_error("ends_at", gettext("The period must end after it starts."))
        return data

    def save(self, commit: bool = True) -> Campaign:
        self.instance.product_ids = self.cleaned_data["articles"]
        return save_campaign(campaign=self.instance)
