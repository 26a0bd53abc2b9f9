"""Forms of customers and what belongs to them. Saving calls the module's operation."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from truso.backoffice.forms import (
    LANGUAGE_NAMES,
    AmountField,
    AmountRowsField,
    NumberReference,
    TranslatedField,
    day_field,
)
from truso.modules.agreements.models import Agreement
from truso.modules.agreements.operations import save_agreement
from truso.modules.customers.models import Address, Customer, Membership, Role, Segment
from truso.modules.customers.operations import save_customer_address, save_member
from truso.modules.identity.models import Person
from truso.modules.pricing.models import PriceList
from truso.processes.vat_numbers import write_customer


def staff_people() -> Any:
    """Return the people who work for the shop."""
    return Person.objects.filter(is_staff=True, is_active=True)


def language_choices() -> list[tuple[str, Any]]:
    """Return the languages to choose from."""
    return list(LANGUAGE_NAMES.items())


class CustomerReference(NumberReference):
    """A customer named by its number."""

    shown = "number"

    def __init__(self, **options: Any) -> None:
        super().__init__(
            queryset=Customer.objects.all(),
            to_field_name="number",
            **{"label": _("Customer number"), "error_messages": {"invalid_choice": _("No customer has this number.")},
               **options},
        )  # fmt: skip

    def to_python(self, value: Any) -> Any:
        if isinstance(value, int):  # a field that can't be changed hands over the record's own key
            return Customer.objects.filter(pk=value).first()
        return super().to_python(value)


class CustomerForm(forms.ModelForm):  # type: ignore[type-arg]
    """A customer's data and terms."""

    parent = CustomerReference(label=_("Parent company, by customer number"), required=False)
    language = forms.ChoiceField(label=_("Language"), choices=language_choices)
    credit_limit = AmountField(label=_("Credit limit"), required=False)
    contact_person = forms.ModelChoiceField(label=_("Our contact"), queryset=staff_people(), required=False)

    class Meta:
        model = Customer
        fields = ["kind", "name", "parent", "market", "segments", "organization_number", "vat_number", "email",
                  "phone", "language", "display_gross", "invoice_allowed", "payment_term", "credit_limit", "is_blocked",
                  "po_number_required", "po_number_pattern", "invoice_delivery", "invoice_email", "endpoint_scheme",
                  "endpoint_id", "contact_person"]  # fmt: skip
        widgets = {"segments": forms.CheckboxSelectMultiple}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            del self.fields["kind"]
        else:
            kind = cast("forms.ChoiceField", self.fields["kind"])
            kind.choices = [(Customer.Kind.BUSINESS, Customer.Kind.BUSINESS.label)]

    def clean_credit_limit(self) -> Any:
        return self.cleaned_data["credit_limit"] or 0

    def save(self, commit: bool = True) -> Customer:
        fields = {name: self.cleaned_data[name] for name in self.fields if name != "segments"}
        self.instance = write_customer(
            customer_id=self.instance.pk, fields=fields, segments=list(self.cleaned_data["segments"])
        )
        return self.instance


class MemberForm(forms.ModelForm):  # type: ignore[type-arg]
    """A person's part in a company."""

    customer = CustomerReference()
    email = forms.EmailField(label=_("E-mail address of the person"))
    roles = forms.MultipleChoiceField(label=_("Roles"), choices=Role.choices, widget=forms.CheckboxSelectMultiple)
    order_limit = AmountField(label=_("Limit per order (ex VAT), empty for none"), required=False)

    class Meta:
        model = Membership
        fields = ["customer", "email", "roles", "order_limit", "is_active"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.fields["email"].initial = self.instance.person.email
            self.fields["email"].disabled = self.fields["customer"].disabled = True

    def save(self, commit: bool = True) -> Membership:
        data = self.cleaned_data
        self.instance = save_member(
            customer_id=data["customer"].pk,
            email=data["email"],
            roles=data["roles"],
            order_limit=data["order_limit"],
            is_active=data["is_active"],
            member_id=self.instance.pk,
        )
        return self.instance


class AddressForm(forms.ModelForm):  # type: ignore[type-arg]
    """An address of a customer."""

    customer = CustomerReference()

    class Meta:
        model = Address
        fields = ["customer", "label", "name", "contact", "street", "street2", "postcode", "city", "country", "phone",
                  "instructions", "is_delivery", "is_billing", "is_default", "is_active"]  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["customer"].disabled = bool(self.instance.pk)

    def save(self, commit: bool = True) -> Address:
        self.instance = save_customer_address(address=self.instance)
        return self.instance


class SegmentForm(forms.ModelForm):  # type: ignore[type-arg]
    """A group of customers."""

    names = TranslatedField(label=_("Name"))

    class Meta:
        model = Segment
        fields = ["code", "names"]


class AgreementForm(forms.ModelForm):  # type: ignore[type-arg]
    """A draft of an agreement. Who orders and receives on it is chosen once its customer is known."""

    customer = CustomerReference()
    valid_from = day_field(_("Valid from"), required=True)
    valid_to = day_field(_("Valid before"), help_text=_("Empty: until it is ended"))
    free_freight_from = AmountField(
        label=_("Free freight from a goods value excl. VAT, after discounts, of"), required=False
    )
    minimum_purchase = AmountField(label=_("Minimum purchase per year, excl. VAT"), required=False)
    bonus = AmountRowsField(
        [_("Yearly purchase from"), _("Percent paid back")],
        label=_("Bonus on all of the year's purchase"),
        required=False,
    )
    contact = forms.ModelChoiceField(label=_("Our contact"), queryset=staff_people(), required=False)
    owner = forms.ModelChoiceField(
        label=_("Agreement owner at the customer"), queryset=Person.objects.none(), required=False
    )
    orderers = forms.ModelMultipleChoiceField(
        label=_("Only these order on it"), queryset=Person.objects.none(), required=False, widget=forms.CheckboxSelectMultiple,
        help_text=_("None chosen: everybody of the company who may order"),
    )  # fmt: skip
    receivers = forms.ModelMultipleChoiceField(
        label=_("They receive the goods"), queryset=Person.objects.none(), required=False, widget=forms.CheckboxSelectMultiple
    )  # fmt: skip
    PEOPLE = ("owner", "orderers", "receivers")

    class Meta:
        model = Agreement
        fields = ["customer", "title", "valid_from", "valid_to", "notice_days", "renews_months", "reminder_days",
                  "price_list", "best_price_wins", "assortment", "range", "payment_term", "free_freight_from", "delivery_method",
                  "delivery_terms", "service_level", "minimum_purchase", "po_number_required", "reference_required", "contact",
                  "owner", "notes"]  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        prices = cast("forms.ModelChoiceField[PriceList]", self.fields["price_list"])
        lists = PriceList.objects.filter(kind="contract")
        if self.instance.pk:
            self.fields["customer"].disabled = True
            lists = lists.filter(customer_id=self.instance.customer_id)
            self._offer_people()
        else:
            for name in self.PEOPLE:
                del self.fields[name]
        prices.queryset = lists
        self.fields["bonus"].initial = [tuple(Decimal(str(cell)) for cell in row) for row in self.instance.bonus]

    def _offer_people(self) -> None:
        people = Person.objects.filter(
            memberships__customer_id=self.instance.customer_id, memberships__is_active=True, is_active=True
        )
        there = list(self.instance.people.values_list("part", "person_id"))
        for name in self.PEOPLE:
            field = cast("forms.ModelChoiceField[Person]", self.fields[name])
            field.queryset = people
            if name != "owner":
                field.initial = [person for part, person in there if f"{part}s" == name]

    def validate_constraints(self) -> None:
        """Leave what must fit together to the operation, which says what is wrong in words."""

    def save(self, commit: bool = True) -> Agreement:
        data = self.cleaned_data
        self.instance.bonus = [[str(start), str(percent)] for start, percent in data["bonus"]]
        chosen = {name: [one.pk for one in data[name]] for name in ("orderers", "receivers") if name in data}
        self.instance = save_agreement(agreement=self.instance, **chosen)
        return self.instance
