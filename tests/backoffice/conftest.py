"""Staff who sign in, and orders for them to work on."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest
from django.contrib.auth.models import Group, Permission
from django.test import Client

from tests.factories import Shop, add_person, checkout_fields
from truso.backoffice.roles import ensure_roles
from truso.modules.cart.operations import NewLine, add_lines
from truso.modules.customers.models import Customer
from truso.modules.identity.models import Person
from truso.modules.orders.models import Order
from truso.processes.place_order import place_order
from truso.processes.review import CheckoutData

Sign = Callable[..., Client]


@pytest.fixture(autouse=True)
def plain_static_files(settings: Any) -> None:
    """Name style sheets plainly: nothing is collected for tests."""
    settings.STATIC_ROOT.mkdir(parents=True, exist_ok=True)
    storage = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = {**settings.STORAGES, "staticfiles": storage}


@pytest.fixture
def roles(db: None) -> None:
    """The staff roles as this version has them."""
    ensure_roles()


@pytest.fixture
def staff(roles: None) -> Sign:
    """Sign in as a member of staff in roles, or with permissions alone."""

    def sign_in(*names: str, permissions: tuple[str, ...] = (), language: str = "en") -> Client:
        person = staff_person(*names, permissions=permissions, language=language)
        client = Client(headers={"accept-language": "en"})
        client.force_login(person)
        return client

    return sign_in


def staff_person(*names: str, permissions: tuple[str, ...] = (), language: str = "en") -> Person:
    """Return a member of staff in roles, or with permissions alone."""
    person = add_person(f"{uuid4().hex}@example.com", is_staff=True, language=language)
    person.groups.set(Group.objects.filter(name__in=names))
    for permission in permissions:
        app, codename = permission.split(".")
        person.user_permissions.add(Permission.objects.get(content_type__app_label=app, codename=codename))
    return person


@pytest.fixture
def company(shop: Shop) -> Customer:
    """A company with a buyer and an e-invoice address."""
    found = shop.company(endpoint_scheme="0192", endpoint_id="923456783")
    Customer.objects.filter(pk=found.pk).update(organization_number="923456783")
    found.refresh_from_db()
    shop.member(found, "ola@example.com", "orderer")
    return found


def place(shop: Shop, company: Customer, **quantities: int) -> Order:
    """Place an order of a company on invoice; articles must be on the shelves."""
    person = company.memberships.get().person
    buyer = shop.buyer(person, company)
    add_lines(
        buyer=buyer, lines=[NewLine(shop.variants[sku].pk, Decimal(quantity)) for sku, quantity in quantities.items()]
    )
    fields = checkout_fields(payment="invoice", po_number="PO-7", reference="Anders")
    return place_order(buyer=buyer, data=CheckoutData.read(fields))


def send(client: Client, address: str, **fields: Any) -> Any:
    """Send a form with a fresh key unless one is given."""
    return client.post(address, {"form_key": str(uuid4()), **fields})


def told(response: Any) -> str:
    """Return the messages and problems a page shows after following its redirect."""
    return response.content.decode()
