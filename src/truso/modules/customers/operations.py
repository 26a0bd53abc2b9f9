"""Writes to customers, members and addresses."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from truso.kernel.buyer import Buyer, Right
from truso.kernel.refusals import NotFound, Refusal, Refused
from truso.modules.customers.models import Address, Customer
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


def set_payment_term(*, customer_id: int, payment_term_id: int) -> None:
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
        limit = Address._meta.get_field(name).max_length or 200
        setattr(address, name, str(fields.get(name, "")).strip()[:limit])
    address.country = address.country or buyer.market.country
    address.person_id = None if buyer.is_business else buyer.person_id
    address.save()
    return address


def remove_address(*, buyer: Buyer, uuid: UUID) -> None:
    """Take an address out of use; orders that copied it keep theirs."""
    if buyer.customer is None or not buyer.can(Right.MANAGE_ADDRESSES):
        raise NotFound("address")
    if not Address.objects.filter(customer_id=buyer.customer.id, uuid=uuid, is_active=True).update(is_active=False):
        raise NotFound("address")
