"""The people one can try the demo as, by what they do. Only the demo shows them."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from truso.kernel.buyer import Buyer
from truso.modules.customers.models import Customer, Membership, Role
from truso.modules.identity.models import Person
from truso.modules.identity.words import role_name
from truso.storefront.formats import format_money

COMPANIES = 6
PRIVATE = 4


@dataclass(frozen=True, slots=True)
class DemoPerson:
    """Somebody to sign in as, in a hat."""

    uuid: UUID
    hat: str
    name: str
    email: str
    role: str


@dataclass(frozen=True, slots=True)
class DemoGroup:
    """People of one company, private people, or staff."""

    name: str
    people: tuple[DemoPerson, ...]


def list_demo_people(buyer: Buyer) -> list[DemoGroup]:
    """Return the people to try: companies with everybody in them, private people, staff."""
    groups = [*_companies(buyer), DemoGroup(_("Private"), _private()), DemoGroup(_("Staff"), _staff())]
    return [group for group in groups if group.people]


def _companies(buyer: Buyer) -> list[DemoGroup]:
    roles = {value: str(label) for value, label in Role.choices}
    found: dict[int, tuple[str, list[DemoPerson]]] = {}
    members = Membership.objects.filter(is_active=True, person__is_active=True, customer__kind=Customer.Kind.BUSINESS)
    for member in members.select_related("person", "customer").order_by("customer_id", "id")[:200]:
        person, customer = member.person, member.customer
        words = ", ".join(roles.get(role, role) for role in member.roles)
        if member.order_limit is not None:
            limit = format_money(member.order_limit, buyer.currency, buyer.language)
            words += " · " + _("limit %(amount)s") % {"amount": limit}
        people = found.setdefault(customer.pk, (customer.name, []))[1]
        people.append(DemoPerson(person.uuid, str(customer.uuid), str(person), person.email, words))
    return [DemoGroup(name, tuple(people)) for name, people in list(found.values())[:COMPANIES]]


def _private() -> tuple[DemoPerson, ...]:
    customers = Customer.objects.filter(
        kind=Customer.Kind.CONSUMER, consumer_person__is_active=True, consumer_person__isnull=False
    ).select_related("consumer_person", "market")
    return tuple(
        DemoPerson(one.consumer_person.uuid, str(one.uuid), str(one.consumer_person), one.consumer_person.email, str(one.market))
        for one in customers.order_by("id")[:PRIVATE]
        if one.consumer_person
    )  # fmt: skip


def _staff() -> tuple[DemoPerson, ...]:
    people = Person.objects.filter(is_staff=True, is_active=True).prefetch_related("groups").order_by("id")
    return tuple(
        DemoPerson(
            one.uuid,
            "",
            str(one),
            one.email,
            ", ".join(role_name(group.name) for group in one.groups.all()) or _("Administrator"),
        )
        for one in people[:16]
    )
