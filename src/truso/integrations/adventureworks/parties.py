"""Who bought: resellers as businesses with one member each, consumers as persons with a customer of their own."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from typing import Any

from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX

from truso.integrations.adventureworks.ground import Ground, identity
from truso.integrations.adventureworks.source import Row, Source
from truso.modules.catalog.models import Assortment, AssortmentRule
from truso.modules.customers.models import Address, Customer, Membership, Segment
from truso.modules.identity.models import Person
from truso.platform.database.copying import copy_rows, reserve_keys

_OPENED = date(2010, 12, 29)  # the first day of the source's sales


@dataclass(slots=True)
class Party:
    """A buyer of the source, as orders copy it."""

    number: str
    name: str
    first_name: str
    last_name: str
    email: str
    phone: str
    street: str
    street2: str
    place: tuple[str, str, str]
    since: date
    customer_id: int = 0
    person_id: int = 0

    def address(self) -> dict[str, str]:
        """Return the address as orders keep it."""
        postcode, city, country = self.place
        return {
            "name": self.name, "contact": "", "street": self.street, "street2": self.street2, "postcode": postcode, "city": city,
            "country": country, "phone": self.phone,
        }  # fmt: skip


@dataclass
class Parties:
    """Buyers by the keys of the source's sales."""

    resellers: dict[str, Party] = field(default_factory=dict)
    consumers: dict[str, Party] = field(default_factory=dict)
    written_resellers: int = 0
    written_consumers: int = 0


def load_parties(source: Source, ground: Ground, segment: Segment, assortment: Assortment) -> Parties:
    """Write those resellers and consumers that are not there yet."""
    parties = Parties()
    for row in source.rows("DimReseller"):
        parties.resellers[row.key("ResellerKey")] = _reseller(row, ground)
    for row in source.rows("DimCustomer"):
        parties.consumers[row.key("CustomerKey")] = _consumer(row, ground)
    resellers = _write(list(parties.resellers.values()), ground, is_business=True)
    _write_memberships(resellers, segment, assortment)
    parties.written_resellers = len(resellers)
    parties.written_consumers = len(_write(list(parties.consumers.values()), ground, is_business=False))
    return parties


def _reseller(row: Row, ground: Ground) -> Party:
    number = row.text("ResellerAlternateKey", 20) or row.key("ResellerAlternateKey")
    year = row.text("FirstOrderYear")
    since = date(int(row.amount("FirstOrderYear")), 1, 1) if year else _OPENED
    return Party(
        number=number, name=row.text("ResellerName", 200) or number, first_name="", last_name="",
        email=f"{number.lower()}@resellers.adventure-works.example", phone=row.text("Phone", 32),
        street=row.text("AddressLine1", 200), street2=row.text("AddressLine2", 200), place=_place(row, ground), since=since,
    )  # fmt: skip


def _consumer(row: Row, ground: Ground) -> Party:
    number = row.text("CustomerAlternateKey", 20) or row.key("CustomerAlternateKey")
    first, last = row.text("FirstName", 100), row.text("LastName", 100)
    # The addresses of the source are under a domain that is somebody's; nothing may ever be sent there.
    mailbox, _, _ = row.key("EmailAddress").partition("@")
    return Party(
        number=number, name=" ".join(filter(None, (first, row.text("MiddleName", 50), last))) or number, first_name=first, last_name=last,
        email=f"{mailbox.lower()}@customers.adventure-works.example", phone=row.text("Phone", 32),
        street=row.text("AddressLine1", 200), street2=row.text("AddressLine2", 200), place=_place(row, ground),
        since=row.day_or_none("DateFirstPurchase") or _OPENED,
    )  # fmt: skip


def _place(row: Row, ground: Ground) -> tuple[str, str, str]:
    place = ground.geography.get(row.key("GeographyKey"))
    if place is None:
        raise row.refusal("GeographyKey", "names no place")
    return place


def _write(parties: Sequence[Party], ground: Ground, *, is_business: bool) -> list[Party]:
    """Write persons, customers and addresses of those whose number is new; all get their keys. Returns the new ones."""
    known = {
        number: (pk, member or own)
        for number, pk, own, member in Customer.objects.filter(
            number__in=[party.number for party in parties]
        ).values_list("number", "pk", "consumer_person_id", "memberships__person_id")
    }
    new = [party for party in parties if party.number not in known]
    for party in parties:
        party.customer_id, party.person_id = known.get(party.number, (0, 0))
    for party, customer, person in zip(
        new, reserve_keys(Customer, len(new)), reserve_keys(Person, len(new)), strict=True
    ):
        party.customer_id, party.person_id = customer, person
    copy_rows(
        Person,
        ("id", "uuid", "email", "password", "first_name", "last_name", "phone", "language", "date_joined"),
        (
            (
                one.person_id, identity("person", one.number), one.email, UNUSABLE_PASSWORD_PREFIX + secrets.token_urlsafe(30),
                one.first_name, one.last_name, one.phone, "en", _noon(one.since),
            )
            for one in new
        ),
    )  # fmt: skip
    copy_rows(Customer, _CUSTOMER, (_customer_row(one, ground, is_business) for one in new))
    copy_rows(Address, _ADDRESS, (_address_row(one, is_business) for one in new))
    return new


_CUSTOMER = (
    "id", "uuid", "number", "kind", "name", "consumer_person_id", "market_id", "email", "phone", "language", "display_gross",
    "invoice_allowed", "payment_term_id", "po_number_required", "created_at",
)  # fmt: skip
_ADDRESS = (
    "uuid", "customer_id", "person_id", "name", "street", "street2", "postcode", "city", "country", "phone", "is_billing",
    "is_default",
)  # fmt: skip


def _customer_row(party: Party, ground: Ground, is_business: bool) -> tuple[Any, ...]:
    market = ground.markets[party.place[2]]
    return (
        party.customer_id, identity("customer", party.number), party.number, "business" if is_business else "consumer", party.name,
        None if is_business else party.person_id, market.pk, party.email, party.phone, "en", market.display_gross and not is_business,
        is_business, ground.term.pk if is_business and ground.term else None, is_business, _noon(party.since),
    )  # fmt: skip


def _address_row(party: Party, is_business: bool) -> tuple[Any, ...]:
    about = party.address()
    return (
        identity("address", party.number), party.customer_id, None if is_business else party.person_id, about["name"], about["street"],
        about["street2"], about["postcode"], about["city"], about["country"], about["phone"], True, True,
    )  # fmt: skip


def _write_memberships(resellers: Sequence[Party], segment: Segment, assortment: Assortment) -> None:
    """Let each new reseller's person order for it, at dealer prices, from the source's range."""
    copy_rows(
        Membership,
        ("uuid", "customer_id", "person_id", "roles", "joined_at"),
        (
            (identity("member", one.number), one.customer_id, one.person_id, ["admin", "orderer"], _noon(one.since))
            for one in resellers
        ),
    )
    copy_rows(
        Customer.segments.through,
        ("customer_id", "segment_id"),
        ((one.customer_id, segment.pk) for one in resellers),
    )
    copy_rows(AssortmentRule, ("assortment_id", "customer_id"), ((assortment.pk, one.customer_id) for one in resellers))


def _noon(day: date) -> datetime:
    """Return a moment that is on the same day in every market."""
    return datetime.combine(day, time(12), UTC)
