"""Lists of what a merchant sets up once: markets, terms, taxes, deliveries."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.backends.postgresql.psycopg_any import DateRange
from django.urls import reverse
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from truso.backoffice.columns import DayColumn, FlagColumn, LinkColumn, NumberColumn, TextColumn
from truso.backoffice.forms import AmountField, AmountRowsField, LanguagesField, TranslatedField, day_field
from truso.backoffice.listing import Editing, find_by
from truso.modules.delivery.models import DeliveryMethod
from truso.modules.delivery.operations import save_delivery_method
from truso.modules.markets.models import Market, PaymentTerm
from truso.modules.tax.models import TaxClass, TaxRate


class PaymentTermForm(forms.ModelForm):  # type: ignore[type-arg]
    """When invoices are due."""

    names = TranslatedField(label=_("Name"))

    class Meta:
        model = PaymentTerm
        fields = ["code", "names", "days", "percent", "cash_percent", "cash_days", "is_offered", "is_prepaid"]
        help_texts = {
            "percent": _(
                "On the prices of goods for companies that choose this term instead of their own; below zero: off them"
            ),
            "is_prepaid": _("Counts when a company pays by card; nobody chooses it on invoice"),
        }

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        percent, days = data.get("cash_percent"), data.get("cash_days")
        if (percent is None) != (days is None):
            self.add_error("cash_days" if days is None else "cash_percent", gettext("A cash discount needs both."))
        elif days is not None and data.get("days") is not None and days >= data["days"]:
            self.add_error("cash_days", gettext("It must be fewer days than the invoice is due in."))
        return data


class PaymentTermList(Editing):
    """When invoices are due."""

    model = PaymentTerm
    name = "payment-terms"
    icon = "calendar"
    form = PaymentTermForm
    finder = find_by("code", "names")
    ordering = "days"
    list_display = (
        LinkColumn("name", lambda row: reverse("staff_payment_terms:edit", args=[row.pk]), label=_("Name"),
                   accessor=str),
        TextColumn("code", label=_("Code")),
        NumberColumn("days", label=_("Days"), sort_key="days"),
        NumberColumn("percent", accessor=lambda row: row.percent or None, label=_("Percent on the price")),
        NumberColumn("cash_percent", label=_("Cash discount")),
        FlagColumn("is_offered", label=_("To choose")),
    )  # fmt: skip


class MarketForm(forms.ModelForm):  # type: ignore[type-arg]
    """A market, and the seller as invoices print it."""

    names = TranslatedField(label=_("Name"))
    languages = LanguagesField(label=_("Languages"))

    class Meta:
        model = Market
        fields = ["code", "names", "shop_name", "country", "currency", "languages", "timezone", "hosts", "return_hosts", "display_gross", "price_gate",
                  "is_default", "is_active", "invoice_term", "unpaid_reservation_minutes", "approval_days",
                  "seller_name", "seller_organization_number", "seller_vat_number", "seller_street", "seller_postcode",
                  "seller_city", "seller_country", "seller_email", "seller_phone", "seller_bank_account",
                  "seller_iban", "seller_bic", "seller_registered"]  # fmt: skip


class MarketList(Editing):
    """Where the shop sells."""

    model = Market
    name = "markets"
    icon = "globe"
    form = MarketForm
    related = ("invoice_term",)
    finder = find_by("code", "names")
    ordering = "code"
    list_display = (
        LinkColumn("name", lambda row: reverse("staff_markets:edit", args=[row.pk]), label=_("Name"), accessor=str),
        TextColumn("code", label=_("Code")),
        TextColumn("country", label=_("Country")),
        TextColumn("currency", label=_("Currency")),
        TextColumn("languages", accessor=lambda row: ", ".join(row.languages), label=_("Languages")),
        TextColumn("invoice_term", label=_("Payment term")),
        FlagColumn("is_default", label=_("Default")),
        FlagColumn("is_active", label=_("Active")),
    )


class TaxClassForm(forms.ModelForm):  # type: ignore[type-arg]
    """A kind of goods for tax."""

    names = TranslatedField(label=_("Name"))

    class Meta:
        model = TaxClass
        fields = ["code", "names"]


class TaxClassList(Editing):
    """Kinds of goods for tax."""

    model = TaxClass
    name = "tax-classes"
    icon = "tag"
    form = TaxClassForm
    finder = find_by("code", "names")
    ordering = "code"
    list_display = (
        LinkColumn("name", lambda row: reverse("staff_tax_classes:edit", args=[row.pk]), label=_("Name"),
                   accessor=str),
        TextColumn("code", label=_("Code")),
    )  # fmt: skip


class TaxRateForm(forms.ModelForm):  # type: ignore[type-arg]
    """A rate for a country, a class and a period."""

    CATEGORIES = (
        ("S", _("S: standard or reduced rate")),
        ("Z", _("Z: zero rate")),
        ("E", _("E: exempt")),
        ("AE", _("AE: reverse charge")),
        ("K", _("K: within the EEA")),
        ("G", _("G: export")),
        ("O", _("O: outside the scope of VAT")),
    )
    category = forms.ChoiceField(label=_("Category"), choices=CATEGORIES)
    percent = AmountField(label=_("Percent"))
    valid_from = day_field(_("Valid from"), help_text=_("Empty: since ever"))
    valid_to = day_field(_("Valid before"), help_text=_("Empty: until further notice"))

    class Meta:
        model = TaxRate
        fields = ["country", "tax_class", "category", "percent", "exemption_reason"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.fields["valid_from"].initial = self.instance.period.lower
            self.fields["valid_to"].initial = self.instance.period.upper

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        start, end = data.get("valid_from"), data.get("valid_to")
        if start and end and end <= start:
            self.add_error("valid_to", gettext("The period must end after it starts."))
        else:
            self.instance.period = DateRange(start, end)
        if data.get("category") == "S" and not data.get("percent"):
            self.add_error("percent", gettext("Category S has a percentage above zero."))
        elif data.get("category") != "S" and data.get("percent"):
            self.add_error("percent", gettext("Only category S has a percentage."))
        return data

    def _get_validation_exclusions(self) -> set[str]:
        # The period is made from two fields, and still wants checking against the others in the table.
        left_out: set[str] = super()._get_validation_exclusions()  # type: ignore[misc]
        return left_out if "valid_to" in self.errors else left_out - {"period"}


class TaxRateList(Editing):
    """Rates with their periods."""

    model = TaxRate
    name = "tax-rates"
    icon = "decimal"
    form = TaxRateForm
    related = ("tax_class",)
    finder = find_by("country", "tax_class__code")
    list_filter = ("country", "tax_class", "category")
    ordering = "country"
    list_display = (
        LinkColumn("rate", lambda row: reverse("staff_tax_rates:edit", args=[row.pk]), label=_("Country"),
                   accessor="country"),
        TextColumn("tax_class", label=_("Tax class")),
        TextColumn("category", label=_("Category")),
        NumberColumn("percent", label=_("Percent")),
        DayColumn("from", accessor="period.lower", label=_("From")),
        DayColumn("to", accessor="period.upper", label=pgettext_lazy("end of validity", "Before")),
    )  # fmt: skip


class DeliveryMethodForm(forms.ModelForm):  # type: ignore[type-arg]
    """A way to deliver, with its rates by weight."""

    names = TranslatedField(label=_("Name"))
    descriptions = TranslatedField(label=_("Description"), required=False)
    free_from = AmountField(label=_("Free from a goods value excl. VAT, after discounts, of"), required=False)
    rates = AmountRowsField([_("Up to kg"), _("Net price")], label=_("Rates by weight"))

    class Meta:
        model = DeliveryMethod
        fields = ["code", "market", "names", "descriptions", "carrier", "tracking_url", "tax_class", "for_consumers",
                  "for_businesses", "is_pickup", "pickup_place", "transit_days", "free_from", "position", "is_active"]  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.fields["rates"].initial = [(rate.up_to_kg, rate.amount) for rate in self.instance.rates.all()]

    def save(self, commit: bool = True) -> DeliveryMethod:
        return save_delivery_method(method=self.instance, rates=self.cleaned_data["rates"])


class DeliveryMethodList(Editing):
    """How goods get to buyers."""

    model = DeliveryMethod
    name = "delivery-methods"
    icon = "resubmit"
    form = DeliveryMethodForm
    related = ("market",)
    finder = find_by("code", "names", "carrier")
    list_filter = ("market", "is_active")
    ordering = "position"
    list_display = (
        LinkColumn("name", lambda row: reverse("staff_delivery_methods:edit", args=[row.pk]), label=_("Name"),
                   accessor=str),
        TextColumn("market", label=_("Market")),
        TextColumn("carrier", label=_("Carrier")),
        FlagColumn("for_consumers", label=_("Consumers")),
        FlagColumn("for_businesses", label=_("Companies")),
        NumberColumn("transit_days", label=_("Days under way")),
        NumberColumn("free_from", label=_("Free from")),
        FlagColumn("is_active", label=_("Active")),
    )  # fmt: skip


def viewsets() -> list[Any]:
    """Return the lists of this file."""
    return [MarketList(), PaymentTermList(), TaxClassList(), TaxRateList(), DeliveryMethodList()]
