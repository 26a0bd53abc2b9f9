"""Staff make and end keys of the API: the secret is shown once, the list tells whose and until when."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.urls import reverse

from tests.api.conftest import Caller
from tests.backoffice.conftest import Sign, send
from tests.factories import Shop
from truso.backoffice.times import staff_today
from truso.modules.customers.models import Customer
from truso.modules.identity.models import ApiKey
from truso.modules.identity.queries import digest_of

NEW = "/staff/keys/new/"


def fields(company: Customer, **changes: Any) -> dict[str, Any]:
    given = {"name": "ERP", "email": "ola@example.com", "customer": company.number, "scopes": ["orders", "cart"]}
    return {**given, **changes}


def secret_in(page: Any) -> str:
    return str(page.content.decode().partition('<p class="secret">')[2].partition("<")[0])


def test_a_key_is_made_shown_once_and_opens_the_api(shop: Shop, company: Customer, staff: Sign) -> None:
    admin, key = staff("admin"), str(uuid4())
    page = send(admin, NEW, form_key=key, **fields(company))
    secret = secret_in(page)
    made = ApiKey.objects.get()

    assert (page.status_code, page["Cache-Control"]) == (200, "no-store")
    assert (made.person.email, made.customer_uuid, made.scopes) == ("ola@example.com", company.uuid, ["orders", "cart"])
    assert made.key_digest == digest_of(secret)
    assert Caller({"Authorization": f"Bearer {secret}"}).get("orders").status_code == 200
    again = send(admin, NEW, form_key=key, **fields(company))
    assert (again.status_code, ApiKey.objects.count()) == (302, 1)
    for address in (reverse("staff_api_keys:index"), reverse("backoffice:api_key", args=[made.uuid])):
        shown = admin.get(address).content.decode()
        assert (made.prefix in shown, secret in shown) == (True, False)


def test_a_revoked_key_opens_nothing_and_stays_in_the_list(shop: Shop, company: Customer, staff: Sign) -> None:
    admin = staff("admin")
    secret = secret_in(send(admin, NEW, **fields(company)))
    made = ApiKey.objects.get()

    assert send(admin, reverse("backoffice:revoke_api_key", args=[made.uuid])).status_code == 302

    assert Caller({"Authorization": f"Bearer {secret}"}).get("orders").status_code == 401
    assert "ERP" in admin.get(f"{reverse('staff_api_keys:index')}?state=revoked").content.decode()
    assert "ERP" not in admin.get(f"{reverse('staff_api_keys:index')}?state=active").content.decode()


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"email": "nobody@example.com"}, "Nobody has the e-mail address nobody@example.com."),
        ({"customer": "none"}, "No customer has this number."),
        ({"scopes": []}, "This field is required."),
        ({"scopes": ["everything"]}, "everything is not one of the available choices"),
        ({"name": " "}, "This field is required."),
        ({"expires_on": staff_today}, "The last day lies in the past."),
    ],
)
def test_what_is_wrong_is_said_and_no_key_is_made(
    shop: Shop, company: Customer, staff: Sign, changes: dict[str, Any], said: str
) -> None:
    given = {
        name: (value() - timedelta(days=2)).isoformat() if callable(value) else value for name, value in changes.items()
    }
    page = send(staff("admin"), NEW, **fields(company, **given))
    assert (page.status_code, said in page.content.decode(), ApiKey.objects.count()) == (422, True, 0)


def test_a_key_is_bound_only_to_a_customer_the_person_buys_for(shop: Shop, company: Customer, staff: Sign) -> None:
    other = shop.company("Other")
    page = send(staff("admin"), NEW, **fields(company, customer=other.number))
    assert (page.status_code, "does not buy for this customer" in page.content.decode()) == (422, True)
    assert not ApiKey.objects.exists()
