"""Lists and forms of taxes: kinds of goods, their rates, and who buys without."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.backends.postgresql.psycopg_any import DateRange
from django.urls import reverse
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from truso.backoffice.columns import DayColumn, FlagColumn, LinkColumn, NumberColumn, TagColumn, TextColumn
from truso.backoffice.forms import AmountField, CountryField, TranslatedField, day_field
from truso.backoffice.listing import Editing, find_by
from truso.backoffice.lists.customer_forms import CustomerReference
from truso.backoffice.lists.customers import customer_url
from truso.backoffice.lists.found import customer_ids
from truso.modules.tax.models import ExemptionCertificate, TaxClass, TaxRate
from truso.modules.tax.operations import save_certificate


class TaxClassForm(forms.ModelForm):  # type: ignore[type-arg]
    """A kind of goods for tax."""

    names = TranslatedField(label=_("Name"))

    class Meta:
        model = TaxClass
        fields = ["code", "names", "is_service"]
        help_texts = {"is_service": _("Companies in other EU countries account for their tax by reverse charge")}


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
        FlagColumn("is_service", label=_("Services")),
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
    country = CountryField(label=_("Country"))
    category = forms.ChoiceField(label=_("Category"), choices=CATEGORIES)
    percent = AmountField(label=_("Percent"))
    valid_from = day_field(_("Valid from"), help_text=_("Empty: since ever"))
    valid_to = day_field(_("Valid before"), help_text=_("Empty: until further notice"))

    class Meta:
        model = TaxRate
        fields = ["country", "tax_class", "category", "percent", "is_reversed", "exemption_reason"]

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


class CertificateForm(forms.ModelForm):  # type: ignore[type-arg]
    """A certificate that waits to be examined."""

    customer = CustomerReference()
    country = CountryField(label=_("Country"))
    file = forms.FileField(
        label=_("File"),
        required=False,
        widget=forms.FileInput(attrs={"accept": ".pdf,.png,.jpg,.jpeg"}),
        help_text=_("PDF, PNG or JPEG, at most 10 MB"),
    )
    valid_from = day_field(_("Valid from"), required=True)
    valid_to = day_field(_("Valid before"), help_text=_("Empty: until it is ended"))

    class Meta:
        model = ExemptionCertificate
        fields = [
            "customer",
            "number",
            "country",
            "tax_classes",
            "category",
            "reason",
            "file",
            "valid_from",
            "valid_to",
        ]
        widgets = {"tax_classes": forms.CheckboxSelectMultiple}
        help_texts = {"tax_classes": _("None chosen: everything the customer buys")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["customer"].disabled = bool(self.instance.pk)

    def validate_constraints(self) -> None:
        """Leave the period to the operation, which says what is wrong in words."""

    def save(self, commit: bool = True) -> ExemptionCertificate:
        self.instance = save_certificate(
            certificate=self.instance,
            tax_classes=list(self.cleaned_data["tax_classes"]),
            is_new_file="file" in self.changed_data,
        )
        return self.instance


class CertificateList(Editing):
    """Who buys without tax, by which proof."""

    model = ExemptionCertificate
    name = "certificates"
    icon = "doc-full-inverse"
    form = CertificateForm
    related = ("customer",)
    finder = staticmethod(
        lambda rows, words: rows.filter(customer_id__in=customer_ids(words)) | rows.filter(number__istartswith=words)
    )
    list_filter = ("state", "country")
    ordering = "-created_at"
    quick_views = (
        (_("All"), ""),
        (_("To be examined"), f"state={ExemptionCertificate.State.PENDING}"),
        (_("Accepted"), f"state={ExemptionCertificate.State.ACCEPTED}"),
    )
    list_display = (
        LinkColumn("number", lambda row: reverse("backoffice:certificate", args=[row.uuid]), label=_("Number")),
        LinkColumn("customer", lambda row: customer_url(row.customer), label=_("Customer"), classname="wide"),
        TextColumn("country", label=_("Country")),
        TagColumn("state", label=_("State")),
        DayColumn("valid_from", label=_("From"), sort_key="valid_from"),
        DayColumn("valid_to", label=pgettext_lazy("end of validity", "Before"), sort_key="valid_to"),
    )


def viewsets() -> list[Any]:
    """Return the lists of this file."""
    return [TaxClassList(), TaxRateList(), CertificateList()]
