"""Lists of what a merchant sets up once: markets, terms, taxes, deliveries."""

from __future__ import annotations

from typing import Any

from django import forms
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from truso.backoffice.columns import FlagColumn, LinkColumn, NumberColumn, TextColumn
from truso.backoffice.forms import (
    AmountField,
    AmountRowsField,
    CountriesField,
    CountryField,
    LanguagesField,
    TranslatedField,
    day_field,
)
from truso.backoffice.listing import Editing, find_by
from truso.modules.delivery.models import DeliveryMethod
from truso.modules.delivery.operations import save_delivery_method
from truso.modules.markets.models import Market, PaymentTerm


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
    country = CountryField(label=_("Country"))
    ships_to = CountriesField(
        label=_("Also sends to"),
        required=False,
        help_text=_("Countries beside its own, by their two letters: SE, DK, DE"),
    )
    oss_since = day_field(
        _("In the One Stop Shop since"),
        help_text=_("From then on, consumers in other EU countries pay the VAT of where the goods go"),
    )

    class Meta:
        model = Market
        fields = ["code", "names", "shop_name", "country", "currency", "languages", "timezone", "hosts", "return_hosts", "display_gross",
                  "price_gate", "ships_to", "oss_since",
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


class DeliveryMethodForm(forms.ModelForm):  # type: ignore[type-arg]
    """A way to deliver, with its rates by weight."""

    names = TranslatedField(label=_("Name"))
    descriptions = TranslatedField(label=_("Description"), required=False)
    free_from = AmountField(label=_("Free from a goods value excl. VAT, after discounts, of"), required=False)
    countries = CountriesField(
        label=_("Only to these countries"),
        required=False,
        help_text=_("By their two letters; empty: wherever the market sends orders"),
    )
    rates = AmountRowsField([_("Up to kg"), _("Net price")], label=_("Rates by weight"))

    class Meta:
        model = DeliveryMethod
        fields = ["code", "market", "names", "descriptions", "carrier", "tracking_url", "tax_class", "for_consumers",
                  "for_businesses", "countries", "is_pickup", "pickup_place", "transit_days", "free_from", "position", "is_active"]  # fmt: skip

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
    return [MarketList(), PaymentTermList(), DeliveryMethodList()]
