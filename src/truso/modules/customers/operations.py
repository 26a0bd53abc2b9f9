"""Writes to customers, members and addresses."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import connection

from truso.kernel.buyer import Buyer, Right
from truso.kernel.refusals import NotFound, Refusal, Refused, refuse
from truso.modules.customers.models import Address, Customer, Membership, Role, Segment
from truso.modules.customers.queries import list_addresses
from truso.modules.customers.rules import place_of
from truso.modules.identity.models import Person
from truso.modules.markets.models import Market
from truso.platform import clock
from truso.platform.numbering.operations import take_number

ADDRESS_FIELDS = (
    "label",
    "name",
    "contact",
    "street",
    "street2",
    "postcode",
    "city",
    "country",
    "phone",
    "instructions",
)


def lock_customer(*, customer_id: int) -> None:
    """Lock a customer's row for the rest of the transaction: decisions on its credit are taken one after the other."""
    with connection.cursor() as cursor:
        cursor.execute("select 1 from customers_customer where id = %s for update", [customer_id])


def set_payment_term(*, customer_id: int, payment_term_id: int | None) -> None:
    """Let a customer's invoices be due on other terms from now on."""
    customer = Customer.objects.select_for_update().get(pk=customer_id)
    customer.payment_term_id = payment_term_id
    customer.save(update_fields=["payment_term"])


def ensure_consumer(*, person: Person, market: Market) -> Customer:
    """Return the private customer of a person; make it when there is none."""
    found = Customer.objects.filter(consumer_person=person).first()
    if found:
        return found
    return Customer.objects.create(
        number=str(take_number(series="customer", first=200_001)),
        kind=Customer.Kind.CONSUMER,
        name=str(person),
        consumer_person=person,
        market=market,
        email=person.email,
        language=person.language,
        display_gross=True,
        created_at=clock.now(),
    )


def save_address(*, buyer: Buyer, fields: Mapping[str, str], uuid: UUID | None = None) -> Address:
    """Add or change an address of the buyer's customer. Refuses `field_required` per missing field.

    Raises NotFound without the right, and alike for unknown and foreign addresses.
    """
    if buyer.customer is None or not buyer.can(Right.MANAGE_ADDRESSES):
        raise NotFound("address")
    missing = [
        Refusal("field_required", subject=name)
        for name in ("name", "street", "postcode", "city")
        if not fields.get(name, "").strip()
    ]
    if missing:
        raise Refused(*missing)
    address = (
        Address.objects.filter(customer_id=buyer.customer.id, uuid=uuid).first()
        if uuid
        else Address(customer_id=buyer.customer.id)
    )
    if address is None:
        raise NotFound("address")
    for name in ADDRESS_FIELDS:
        limit = getattr(Address._meta.get_field(name), "max_length", None) or 200
        setattr(address, name, str(fields.get(name, "")).strip()[:limit])
    address.country = address.country or buyer.market.country
    address.person_id = None if buyer.is_business else buyer.person_id
    address.save()
    return address


def keep_address(*, buyer: Buyer, fields: Mapping[str, str]) -> Address:
    """Put an address into the buyer's book if it is not there yet, however it was written. Refuses as `save_address`.

    The caller holds the customer's lock: two at a time would both find it missing.
    """
    place = place_of(fields)
    for kept in list_addresses(buyer):
        if place_of({name: getattr(kept, name) for name in ADDRESS_FIELDS}) == place:
            return kept
    return save_address(buyer=buyer, fields=fields)


def remove_address(*, buyer: Buyer, uuid: UUID) -> None:
    """Take an address out of use; orders that copied it keep theirs."""
    if buyer.customer is None or not buyer.can(Right.MANAGE_ADDRESSES):
        raise NotFound("address")
    if not Address.objects.filter(customer_id=buyer.customer.id, uuid=uuid, is_active=True).update(is_active=False):
        raise NotFound("address")


def save_customer(
    *, customer_id: int | None, fields: Mapping[str, Any], segments: Sequence[Segment] | None = None
) -> Customer:
    """Write a customer's data and terms as staff set them; a new one gets its number from the series.

    Refuses `parent_in_circle` when the parent company stands below the customer.
    """
    if customer_id is None:
        customer = Customer(number=str(take_number(series="business", first=300_001)), created_at=clock.now())
    else:
        customer = Customer.objects.select_for_update().get(pk=customer_id)
    for name, value in fields.items():
        setattr(customer, name, value)
    if customer.pk and customer.parent and customer.pk in _with_ancestors(customer.parent):
        raise refuse("parent_in_circle", "parent")
    customer.save()
    if segments is not None:
        customer.segments.set(segments)
    return customer


def _with_ancestors(customer: Customer) -> set[int]:
    """Return a customer and everybody above it; stops where a circle would begin."""
    found: set[int] = set()
    above: Customer | None = customer
    while above is not None and above.pk not in found:
        found.add(above.pk)
        above = above.parent
    return found


def set_vat_number(*, customer_id: int, number: str) -> Customer:
    """Write a company's VAT number. What was known of another one counts no more; the caller has asked for the right."""
    customer = Customer.objects.select_for_update(of=("self",)).select_related("market").get(pk=customer_id)
    customer.vat_number = number
    customer.save(update_fields=["vat_number"])
    return customer


def set_vat_validity(*, customer_id: int, number: str, until: date | None) -> bool:
    """Hold a customer's VAT number valid until a day, or no more; tell whether it still was the customer's number."""
    found = Customer.objects.filter(pk=customer_id, vat_number=number)
    return bool(found.update(vat_valid_number=number if until else "", vat_valid_until=until))


def set_exemption(*, customer_id: int, has_exemption: bool) -> None:
    """Note whether a customer has an accepted certificate that it buys without tax."""
    Customer.objects.filter(pk=customer_id).update(has_exemption=has_exemption)


def save_member(
    *,
    customer_id: int,
    email: str,
    roles: Sequence[str],
    order_limit: Decimal | None,
    is_active: bool = True,
    member_id: int | None = None,
) -> Membership:
    """Let a person who can sign in work for a company, or change what they may do there.

    Refuses `person_not_found`, `member_twice`, and `role_unknown`. Raises NotFound alike for an unknown member and for
    another company's.
    """
    if not roles or set(roles) - set(Role.values):
        raise refuse("role_unknown", "roles")
    if member_id is None:
        person = Person.objects.filter(email__iexact=email.strip()).first()
        if person is None:
            raise refuse("person_not_found", "email", email=email)
        if Membership.objects.filter(customer_id=customer_id, person=person).exists():
            raise refuse("member_twice", "email")
        member = Membership(customer_id=customer_id, person=person, joined_at=clock.now())
    else:
        found = Membership.objects.select_for_update().filter(pk=member_id, customer_id=customer_id).first()
        if found is None:
            raise NotFound("member")
        member = found
    member.roles, member.order_limit = list(roles), order_limit
    if member.is_active and not is_active:
        member.left_at = clock.now()
    elif is_active:
        member.left_at = None
    member.is_active = is_active
    member.save()
    return member


def save_customer_address(*, address: Address) -> Address:
    """Write an address as staff filled it in; a new default takes the place of the old one."""
    address.person_id = address.customer.consumer_person_id
    address.save()
    if address.is_default:
        Address.objects.filter(customer_id=address.customer_id, is_default=True).exclude(pk=address.pk).update(
            is_default=False
        )
    return address
