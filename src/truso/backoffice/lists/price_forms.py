"""Forms of price lists and discounts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from truso.backoffice.forms import AmountField, TranslatedField, day_field
from truso.backoffice.lists.customer_forms import CustomerReference
from truso.backoffice.refusals import words_of
from truso.kernel.identifiers import normalize_code
from truso.kernel.refusals import Refusal
from truso.modules.catalog.models import Variant
from truso.modules.pricing.judging import judge_discount, judge_list
from truso.modules.pricing.models import CostList, Discount, PriceList
from truso.modules.pricing.operations import save_discount, save_price_list

OFFERED_KINDS = [(code, label) for code, label in PriceList.Kind.choices if code != PriceList.Kind.COST]


class PriceListForm(forms.ModelForm):  # type: ignore[type-arg]
    """A price list's own data."""

    names = TranslatedField(label=_("Name"))
    kind = forms.ChoiceField(label=_("Kind"), choices=OFFERED_KINDS)
    customer = CustomerReference(required=False)
    percent = AmountField(
        label=_("Percent"),
        required=False,
        help_text=_("off the list price, or on top of the cost, as chosen above"),
    )
    valid_from = day_field(_("Valid from"))
    valid_to = day_field(_("Valid before"))

    class Meta:
        model = PriceList
        fields = ["code", "names", "kind", "market", "segment", "customer", "currency", "basis", "percent", "valid_from",
                  "valid_to", "is_active"]  # fmt: skip

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
        tell_problems(
            self,
            judge_list(
                kind=kind or "", basis=data.get("basis") or "", percent=data.get("percent"),
                valid_from=data.get("valid_from"), valid_to=data.get("valid_to"),
            ),
        )  # fmt: skip
        return data

    def save(self, commit: bool = True) -> PriceList:
        return save_price_list(price_list=self.instance)


def tell_problems(form: forms.ModelForm, refusals: Iterable[Refusal]) -> None:  # type: ignore[type-arg]
    """Say at its field what is wrong; a field that can't be read has its own message already."""
    for refusal in refusals:
        if refusal.subject not in form.errors:
            form.add_error(refusal.subject if refusal.subject in form.fields else None, words_of(refusal))


class CostListForm(forms.ModelForm):  # type: ignore[type-arg]
    """A cost list's own data."""

    names = TranslatedField(label=_("Name"))
    valid_from = day_field(_("Valid from"))
    valid_to = day_field(_("Valid before"))

    class Meta:
        model = CostList
        fields = ["code", "names", "currency", "location", "valid_from", "valid_to", "is_active"]
        help_texts = {"location": _("Empty: what the goods cost wherever they lie")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.instance.kind = PriceList.Kind.COST
        if self.instance.pk:
            self.fields["currency"].disabled = True

    def clean_currency(self) -> str:
        return str(self.cleaned_data["currency"]).upper()

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        start, end = data.get("valid_from"), data.get("valid_to")
        tell_problems(
            self, judge_list(kind=PriceList.Kind.COST, basis="", percent=None, valid_from=start, valid_to=end)
        )
        return data

    def save(self, commit: bool = True) -> PriceList:
        return save_price_list(price_list=self.instance)


class ArticlesField(forms.CharField):
    """Article numbers, one per line or separated by commas. Cleans to the keys of their products, each once."""

    def __init__(self, **options: Any) -> None:
        super().__init__(required=False, widget=forms.Textarea(attrs={"rows": 3}), **options)

    def clean(self, value: Any) -> list[int]:
        typed = [word.strip() for word in (super().clean(value) or "").replace(",", "\n").splitlines() if word.strip()]
        wanted = {normalize_code(word): word for word in typed}
        found = dict(Variant.objects.filter(sku_normalized__in=wanted).values_list("sku_normalized", "product_id"))
        for number, word in wanted.items():
            if number not in found:
                raise forms.ValidationError(gettext("No article has the number %(sku)s.") % {"sku": word[:60]})
        return list(dict.fromkeys(found[number] for number in wanted))

    @staticmethod
    def typed(product_ids: list[int]) -> str:
        """Return the first article of each product, as the field takes them."""
        first = Variant.objects.filter(product_id__in=product_ids).order_by("product_id", "position")
        return "\n".join(first.distinct("product_id").values_list("sku", flat=True))


class DiscountForm(forms.ModelForm):  # type: ignore[type-arg]
    """A percentage or an amount for a customer or a segment."""

    customer = CustomerReference(required=False)
    percent = AmountField(label=_("Percent"), required=False)
    amount = AmountField(
        label=_("Or amount"), required=False, help_text=_("net, off each price unit; needs its currency")
    )
    articles = ArticlesField(
        label=_("Only these articles"),
        help_text=_("Article numbers, one per line or separated by commas; the discount is on their products"),
    )
    valid_from = day_field(_("Valid from"))
    valid_to = day_field(_("Valid before"))

    class Meta:
        model = Discount
        fields = ["name", "customer", "segment", "percent", "amount", "currency", "category", "brand", "family",
                  "stacks", "valid_from", "valid_to"]  # fmt: skip
        help_texts = {
            "stacks": _(
                "Discounts that stack are taken one after the other; another counts alone. The buyer gets the better."
            ),
        }

    field_order = ["name", "customer", "segment", "percent", "amount", "currency", "category", "brand", "family",
                   "articles", "stacks", "valid_from", "valid_to"]  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["articles"].initial = ArticlesField.typed(self.instance.product_ids)

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        data["currency"] = self.instance.currency = str(data.get("currency") or "").upper()
        if bool(data.get("customer")) == bool(data.get("segment")):
            self.add_error("segment", gettext("Choose either a customer or a segment."))
        tell_problems(
            self,
            judge_discount(
                percent=data.get("percent"), amount=data.get("amount"), currency=data["currency"],
                valid_from=data.get("valid_from"), valid_to=data.get("valid_to"),
            ),
        )  # fmt: skip
        return data

    def save(self, commit: bool = True) -> Discount:
        self.instance.product_ids = self.cleaned_data["articles"]
        return save_discount(discount=self.instance)
