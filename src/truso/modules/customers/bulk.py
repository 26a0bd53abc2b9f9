"""Customers by the thousand: a constant number of statements however many there are. Who calls has judged every row."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from django.db.models import ProtectedError

from truso.kernel.value import Value
from truso.modules.customers.models import Address, Customer, Segment
from truso.platform import clock

BILLING, DELIVERY = "billing", "delivery"
PLACE = ("name", "contact", "street", "street2", "postcode", "city", "country", "phone")


class CustomerRow(Value, frozen=True):
    """A customer as it is written: columns by name, segments by key (None: as they are), places by purpose (whole)."""

    number: str
    columns: Mapping[str, Any]
    segments: tuple[int, ...] | None = None
    places: Mapping[str, Mapping[str, str]] = {}


def read_customers(*, numbers: Collection[str], lock: bool = False) -> dict[str, Customer]:
    """Return customers by number, with `places` (purpose -> address or None) and `segment_codes` laid on."""
    rows = Customer.objects.filter(number__in=numbers).select_related("parent", "market", "payment_term").order_by("pk")
    found = {row.number: row for row in (rows.select_for_update(of=("self",)) if lock else rows)}
    lay_on(list(found.values()))
    return found


def lay_on(customers: Sequence[Customer]) -> None:
    """Lay on customers where they are invoiced and delivered to first, and their segments' codes. Two statements."""
    by_key: dict[int, Any] = {}
    for row in customers:
        by_key[row.pk] = row
        by_key[row.pk].places, by_key[row.pk].segment_codes = {BILLING: None, DELIVERY: None}, []
    for address in Address.objects.filter(customer__in=by_key, is_active=True).order_by("-is_default", "pk"):
        places = by_key[address.customer_id].places
        for purpose, fits in ((BILLING, address.is_billing), (DELIVERY, address.is_delivery)):
            if fits and places[purpose] is None:
                places[purpose] = address
    links = Customer.segments.through.objects.filter(customer__in=by_key).order_by("segment__code")
    for customer, code in links.values_list("customer_id", "segment__code"):
        by_key[customer].segment_codes.append(code)


def write_customers(*, rows: Sequence[CustomerRow]) -> None:
    """Write new and changed customers with their segments and places."""
    there = read_customers(numbers=[row.number for row in rows], lock=True)
    made: list[Customer] = []
    changed: dict[str, list[Customer]] = {}
    for row in rows:
        customer = there.get(row.number)
        if customer is None:
            made.append(Customer(number=row.number, created_at=clock.now(), **row.columns))
            continue
        for name, value in row.columns.items():
            setattr(customer, name, value)
        changed.setdefault(",".join(sorted(row.columns)), []).append(customer)
    Customer.objects.bulk_create(made)
    for names, customers in changed.items():
        if names:
            Customer.objects.bulk_update(customers, names.split(","), batch_size=500)
    keys = {customer.number: customer for customer in (*made, *there.values())}
    _write_segments(rows, keys)
    _write_places(rows, keys)


def _write_segments(rows: Sequence[CustomerRow], keys: Mapping[str, Customer]) -> None:
    through = Customer.segments.through
    named = [row for row in rows if row.segments is not None]
    through.objects.filter(customer__in=[keys[row.number].pk for row in named]).delete()
    through.objects.bulk_create(
        [
            through(customer_id=keys[row.number].pk, segment_id=segment)
            for row in named
            for segment in row.segments or ()
        ]
    )


def _write_places(rows: Sequence[CustomerRow], keys: Mapping[str, Customer]) -> None:
    """Write places; an address that served both purposes is left to the one that keeps it."""
    new, changed = [], []
    for row in rows:
        customer = keys[row.number]
        present: Mapping[str, Address | None] = getattr(customer, "places", {})
        for purpose, values in row.places.items():
            address = present.get(purpose)
            other = present.get(DELIVERY if purpose == BILLING else BILLING)
            if address is not None and other is not None and address.pk == other.pk:
                setattr(address, f"is_{purpose}", False)
                changed.append(address)
                address = None
            if address is None:
                address = Address(
                    customer=customer, is_billing=purpose == BILLING, is_delivery=purpose == DELIVERY,
                    is_default=purpose == DELIVERY and other is None, person_id=customer.consumer_person_id,
                )  # fmt: skip
                new.append(address)
            elif address not in changed:
                changed.append(address)
            for name in PLACE:
                setattr(address, name, values.get(name) or "")
    Address.objects.bulk_create(new)
    Address.objects.bulk_update(changed, [*PLACE, "is_billing", "is_delivery"], batch_size=500)


def parents_of(*, numbers: Collection[str]) -> dict[str, str]:
    """Return who stands above these customers, all the way up: number -> parent's number."""
    found: dict[str, str] = {}
    wanted = set(numbers)
    while wanted:
        pairs = Customer.objects.filter(number__in=wanted, parent__isnull=False).values_list("number", "parent__number")
        step = {number: above for number, above in pairs if number not in found}
        found |= step
        wanted = set(step.values()) - found.keys()
    return found


def segment_keys() -> dict[str, int]:
    """Return the segments by code."""
    return dict(Segment.objects.values_list("code", "pk"))


def remove_customers(*, numbers: Sequence[str]) -> set[str]:
    """Take customers away that nothing refers to, members included; returns those that had to stay."""
    stayed = set()
    for customer in Customer.objects.filter(number__in=numbers).order_by("-pk"):
        if customer.memberships.exists():
            stayed.add(customer.number)
            continue
        try:
            customer.delete()
        except ProtectedError:
            stayed.add(customer.number)
    return stayed
