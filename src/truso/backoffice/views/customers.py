"""Customers, and the people."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from truso.backoffice.acting import staff_screen
from truso.backoffice.lists.orders import OrderList
from truso.backoffice.pages import page
from truso.backoffice.times import staff_today
from truso.modules.customers.models import Customer
from truso.modules.identity.models import Person
from truso.modules.identity.words import role_name
from truso.modules.orders.models import Order
from truso.modules.tax.queries import standing_of
from truso.processes.credit import credit_of

LATEST = 10


@staff_screen("customers.view_customer")
def show_customer(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Show a customer: terms, credit, people, addresses, agreements, latest orders."""
    customer = (
        Customer.objects.filter(uuid=uuid)
        .select_related("market", "parent", "payment_term", "contact_person", "consumer_person")
        .first()
    )
    if customer is None:
        raise Http404
    context = {
        "customer": customer,
        "credit": credit_of(customer.pk, staff_today()) if request.user.has_perm("receivables.view_openitem") else None,
        "members": list(customer.memberships.select_related("person").order_by("-is_active", "id")[:50]),
        "addresses": list(customer.addresses.filter(is_active=True)[:20]),
        "agreements": list(customer.agreements.order_by("-valid_from")[:10]),
        "segments": list(customer.segments.all()),
        "orders": list(Order.objects.filter(customer=customer).order_by("-placed_at")[:LATEST]),
        **(_about_vat(customer) if customer.is_business else {}),
        "orders_url": f"{OrderList.name}/?customer={customer.pk}",
    }
    return page(request, "customer.html", customer.name, [(_("Customers"), "staff_customers:index")], context)


def _about_vat(customer: Customer) -> dict[str, Any]:
    return {
        "standing": standing_of(customer, staff_today()),
        "vat_checks": list(customer.vat_checks.all()[:3]),
        "certificates": list(customer.exemptions.all()[:10]),
    }


@staff_screen("identity.view_person")
def show_person(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Show a person: how to reach them, for whom they buy, what they may do as staff."""
    person = Person.objects.filter(uuid=uuid).first()
    if person is None:
        raise Http404
    context = {
        "person": person,
        "memberships": list(person.memberships.select_related("customer")),
        "consumer": Customer.objects.filter(consumer_person=person).first(),
        "roles": [role_name(name) for name in person.groups.values_list("name", flat=True)],
    }
    return page(request, "person.html", str(person), [(_("People"), "staff_people:index")], context)
