"""Keys for the API: make one, whose secret is shown once, and end it."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from truso.backoffice.acting import act_once, staff_screen, tell
from truso.backoffice.forms import day_field
from truso.backoffice.lists.api_keys import SCOPE_NAMES, key_state, key_state_text, scopes_text
from truso.backoffice.lists.customer_forms import CustomerReference
from truso.backoffice.lists.found import find_person
from truso.backoffice.pages import page
from truso.backoffice.refusals import words_of
from truso.backoffice.times import start_of
from truso.kernel.refusals import Refusal
from truso.modules.customers.models import Customer
from truso.modules.customers.queries import list_hats
from truso.modules.identity.models import ApiKey, Person
from truso.modules.identity.operations import create_api_key, revoke_api_key

TRAIL = [(gettext_lazy("API keys"), "staff_api_keys:index")]


class ApiKeyForm(forms.Form):
    """Whose key it is, for whom it buys, for what, until when."""

    name = forms.CharField(
        label=gettext_lazy("Name"), max_length=100, help_text=gettext_lazy("Which program uses it, such as an ERP.")
    )
    email = forms.EmailField(
        label=gettext_lazy("Person"), help_text=gettext_lazy("E-mail address. The key may do what this person may.")
    )
    customer = CustomerReference(
        required=False, help_text=gettext_lazy("The key buys for this customer only. Empty: for all of the person's.")
    )
    scopes = forms.MultipleChoiceField(
        label=gettext_lazy("May be used for"), choices=list(SCOPE_NAMES.items()), widget=forms.CheckboxSelectMultiple
    )
    expires_on = day_field(gettext_lazy("Last day"), help_text=gettext_lazy("Empty: until it is revoked."))

    person: Person

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        email, customer = data.get("email"), data.get("customer")
        person = find_person(email) if email else None
        if email and person is None:
            self.add_error("email", words_of(Refusal("person_not_found", {"email": email})))
        if person is not None:
            self.person = person
            if customer and all(hat.customer.id != customer.pk for hat in list_hats(person.pk)):
                self.add_error("customer", _("The person does not buy for this customer."))
        return data

    def expires_at(self) -> datetime | None:
        """Return the instant after the last day."""
        day = self.cleaned_data["expires_on"]
        return start_of(day + timedelta(days=1)) if day else None


@staff_screen("identity.add_apikey", "GET", "HEAD", "POST")
def new_key(request: HttpRequest) -> HttpResponse:
    """Make a key and show its secret on the page that answers: this once, and nowhere else."""
    form = ApiKeyForm(request.POST or None)
    problems: list[str] = []
    made: list[tuple[ApiKey, str]] = []
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data

        def make() -> None:
            made.append(
                create_api_key(
                    person=form.person,
                    name=data["name"],
                    scopes=data["scopes"],
                    customer_uuid=data["customer"].uuid if data["customer"] else None,
                    expires_at=form.expires_at(),
                )
            )

        problems = act_once(request, make, done=_("The key is made."))
        if made and not problems:
            key, secret = made[0]
            answer = page(request, "api_key_made.html", key.name, TRAIL, {"key": key, "secret": secret})
            answer["Cache-Control"] = "no-store"
            return answer
        if not problems:  # the same form again: the key is there, its secret was shown
            return redirect("staff_api_keys:index")
    context = {"form": form, "problems": problems}
    status = 422 if problems or form.errors else 200
    return page(request, "api_key_form.html", _("New API key"), TRAIL, context, status)


def _find(uuid: UUID) -> ApiKey:
    found = ApiKey.objects.filter(uuid=uuid).select_related("person").first()
    if found is None:
        raise Http404
    return found


@staff_screen("identity.view_apikey")
def show_key(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Show a key: whose it is, what it may do, when it was used."""
    key = _find(uuid)
    context = {
        "key": key,
        "state": key_state(key),
        "state_text": key_state_text(key),
        "scopes": scopes_text(key),
        "customer": Customer.objects.filter(uuid=key.customer_uuid).first() if key.customer_uuid else None,
    }
    return page(request, "api_key.html", key.name, TRAIL, context)


@staff_screen("identity.change_apikey", "POST")
def revoke(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """End a key at once."""
    key = _find(uuid)
    tell(
        request,
        act_once(
            request, lambda: revoke_api_key(person_id=key.person_id, uuid=key.uuid), done=_("The key is revoked.")
        ),
    )
    return redirect("backoffice:api_key", uuid=uuid)
