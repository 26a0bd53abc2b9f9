"""Staff who sign in, and orders for them to work on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest
from django.contrib.auth.models import Group, Permission
from django.test import Client

from tests.factories import Shop, add_person, checkout_fields, texts
from truso.backoffice.roles import ensure_roles
from truso.modules.agreements.models import Agreement
from truso.modules.agreements.operations import save_agreement
from truso.modules.cart.operations import NewLine, add_lines
from truso.modules.catalog.models import Assortment, Selector
from truso.modules.customers.models import Customer
from truso.modules.identity.models import Person
from truso.modules.identity.operations import create_api_key
from truso.modules.orders.models import Order
from truso.modules.pricing.models import PriceList
from truso.modules.tax.models import ExemptionCertificate
from truso.modules.tax.operations import save_certificate
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


@pytest.fixture
def records(shop: Shop, company: Customer, roles: None) -> dict[str, Any]:
    """One record of each kind the addresses name."""
    from truso.modules.fulfillment.models import Shipment
    from truso.modules.invoicing.models import Invoice
    from truso.processes.returns import announce_return
    from truso.processes.ship import pick_order, ship

    variant = shop.add_article("A1", stock="50")
    order = place(shop, company, A1=10)
    line = order.lines.get(kind="item")
    ship(shipment_id=pick_order(order_id=order.pk, location=shop.main, quantities={line.pk: 2}, staff_id=None).pk)
    pick_order(order_id=order.pk, location=shop.main, quantities={line.pk: 1}, staff_id=None)
    record = announce_return(order_id=order.pk, lines=[(line.pk, 1, "defect")], by="staff", person_id=None)
    agreement = save_agreement(agreement=Agreement(customer=company, title="Frame", valid_from="2026-01-01"))
    return {
        "orders": order.uuid,
        "shipments": Shipment.objects.get(state="picking").uuid,
        "returns": record.uuid,
        "invoices": Invoice.objects.get().uuid,
        "customers": company.uuid,
        "people": company.memberships.get().person.uuid,
        "agreements": agreement.uuid,
        "certificates": save_certificate(
            certificate=ExemptionCertificate(
                customer=company, number="C-1", country="NO", reason="Section 6-2", valid_from=date(2026, 1, 1)
            )
        ).uuid,
        "lists": "staff_products",
        "products": variant.product.uuid,
        "variants": variant.uuid,
        "library": shop.add_document(variant.product, title="Sheet").uuid,
        "families": shop.family.pk,
        "assortments": Assortment.objects.create(code="some", names=texts("Some")).pk,
        "selectors": Selector.objects.create(code="which", names=texts("Which"), category=shop.category).pk,
        "price-lists": PriceList.objects.get().uuid,
        "stock": variant.stock_items.get().pk,
        "keys": create_api_key(person=company.memberships.get().person, name="ERP", scopes=["orders"])[0].uuid,
        "staff-members": company.memberships.get().person.uuid,
    }


def place(shop: Shop, company: Customer, **quantities: int) -> Order:
    """Place an order of a company on invoice; articles must be on the shelves."""
    person = company.memberships.get().person
    buyer = shop.buyer(person, company)
    add_lines(
        buyer=buyer, lines=[NewLine(shop.variants[sku].pk, Decimal(quantity)) for sku, quantity in quantities.items()]
    )
    fields = checkout_fields(payment="invoice", po_number="PO-7", reference="Anders")
    return place_order(buyer=buyer, data=CheckoutData.read(fields))


def send(client: Client, address: str, /, **fields: Any) -> Any:
    """Send a form with a fresh key unless one is given."""
    return client.post(address, {"form_key": str(uuid4()), **fields})


def told(response: Any) -> str:
    """Return the messages and problems a page shows after following its redirect."""
    return response.content.decode()
