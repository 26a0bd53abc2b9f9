"""Who is buying, and what customers there are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from django.db import connection

from truso.kernel.buyer import Buyer, BuyerCustomer, BuyerMarket, Right
from truso.kernel.refusals import NotFound
from truso.modules.customers.models import Address, Customer, Membership
from truso.modules.customers.rules import ALL_BUT_APPROVE, rights_of
from truso.modules.identity.models import ApiKey, Person
from truso.modules.identity.queries import KEY_COLUMNS, KEY_SOURCE, KEY_WIDTH, digest_of, is_api_secret, read_api_key
from truso.platform.database.reading import read_models

# One statement for everything a request must know about the hats of a person; for a program's key, about the key too.
_WORN = """
    select m.customer_id, m.roles, m.order_limit, false as private from customers_membership m
    where m.person_id = %(person)s and m.is_active
    union all
    select c.id, null, null, true from customers_customer c where c.consumer_person_id = %(person)s
"""
_UNWORN = "select %(customer)s::bigint as customer_id, '{}'::varchar[] as roles, null::numeric as order_limit, false as private"
_ABOUT = """
with hats as (WORN)
select c.id, c.uuid, c.number, c.name, c.kind = 'business' as is_business, c.display_gross, c.payment_term_id, c.invoice_allowed,
       c.is_blocked, c.po_number_required, c.po_number_pattern, c.market_id, hats.roles, hats.order_limit, hats.private,
       case when c.vat_valid_number = c.vat_number then c.vat_number else '' end as vat_number, c.vat_valid_until, c.has_exemption,
       array(select s.segment_id from customers_customer_segments s where s.customer_id = c.id) as segments,
       case when c.parent_id is null then '{}'::bigint[] else array(
           with recursive up as (
               select c.parent_id as id, 1 as depth
               union all
               select p.parent_id, up.depth + 1 from up join customers_customer p on p.id = up.id
               where p.parent_id is not null and up.depth < 20
           ) select id from up order by depth) end as ancestors
from hats join customers_customer c on c.id = hats.customer_id
order by hats.private desc, c.name, c.id
"""
_HATS = _ABOUT.replace("WORN", _WORN)
_HATS_OF_KEY = f"""
select {KEY_COLUMNS}, h.* from {KEY_SOURCE}
left join lateral ({_HATS.replace("%(person)s", "p.id")}) h on true
"""  # noqa: S608
_HAT_OF_CUSTOMER = _ABOUT.replace("WORN", _UNWORN)


@dataclass(frozen=True, slots=True)
class Hat:
    """One way a person can shop: privately, or for a company."""

    customer: BuyerCustomer
    market_id: int
    rights: frozenset[Right]
    order_limit: Decimal | None
    is_private: bool
    roles: tuple[str, ...]


def list_hats(person_id: int) -> list[Hat]:
    """Return a person's hats: the private one first, then companies by name."""
    with connection.cursor() as cursor:
        cursor.execute(_HATS, {"person": person_id})
        return [_hat(row) for row in cursor.fetchall()]


def find_key_and_hats(*, secret: str, now: datetime) -> tuple[ApiKey, list[Hat]] | None:
    """Return a program's key (with its person) and the hats of that person, in one statement.

    None when the key is unknown, ended or expired, or its person deactivated.
    """
    if not is_api_secret(secret):
        return None
    with connection.cursor() as cursor:
        cursor.execute(_HATS_OF_KEY, {"digest": digest_of(secret), "now": now})
        rows = cursor.fetchall()
    if not rows:
        return None
    return read_api_key(rows[0]), [_hat(row[KEY_WIDTH:]) for row in rows if row[KEY_WIDTH] is not None]


def _hat(row: tuple) -> Hat:  # type: ignore[type-arg]
    customer = BuyerCustomer(
        id=row[0],
        uuid=row[1],
        number=row[2],
        name=row[3],
        is_business=row[4],
        display_gross=row[5],
        payment_term_id=row[6],
        invoice_allowed=row[7],
        is_blocked=row[8],
        po_number_required=row[9],
        po_number_pattern=row[10],
        vat_number=row[15],
        vat_valid_until=row[16],
        has_exemption=row[17],
        segment_ids=tuple(row[18]),
        ancestor_ids=tuple(row[19]),
    )
    private = row[14]
    rights = ALL_BUT_APPROVE if private else rights_of(row[12])
    return Hat(customer, row[11], rights, row[13], private, tuple(row[12] or ()))


def hat_of_customer(customer_id: int) -> Hat:
    """Return the hat anybody who buys for a customer wears, without a person's rights: for staff who look at its prices."""
    with connection.cursor() as cursor:
        cursor.execute(_HAT_OF_CUSTOMER, {"customer": customer_id})
        row = cursor.fetchone()
    if row is None:
        raise NotFound("customer")
    return _hat(row)


def choose_hat(hats: list[Hat], wanted: UUID | None) -> Hat | None:
    """Return the hat asked for if the person has it, else their only or private one, else the first."""
    return next((hat for hat in hats if hat.customer.uuid == wanted), hats[0] if hats else None)


def make_buyer(
    *,
    market: BuyerMarket,
    language: str,
    now: datetime,
    person_id: int | None = None,
    person_name: str = "",
    hat: Hat | None = None,
    session_key: str = "",
    staff_id: int | None = None,
) -> Buyer:
    """Return the Buyer for a request. Without a hat it is a visitor with a session's cart."""
    return Buyer(
        market=market,
        language=language,
        now=now,
        person_id=person_id,
        person_name=person_name,
        customer=hat.customer if hat else None,
        rights=hat.rights if hat else frozenset({Right.ORDER}),
        order_limit=hat.order_limit if hat else None,
        staff_id=staff_id,
        session_key=session_key,
    )


_DELIVERY = "where r.customer_id = %s and r.is_active and r.is_delivery order by r.is_default desc, r.label, r.id"
_BILLING = _DELIVERY.replace("is_delivery", "is_billing")


def list_addresses(buyer: Buyer, *, billing: bool = False) -> list[Address]:
    """Return the active addresses of the buyer's customer, the default first."""
    if buyer.customer is None:
        return []
    return read_models(Address, _BILLING if billing else _DELIVERY, [buyer.customer.id])


def get_address(buyer: Buyer, uuid: UUID) -> Address:
    """Return one of the buyer's own addresses; raises NotFound alike for unknown and foreign ones."""
    if buyer.customer is None:
        raise NotFound("address")
    found = Address.objects.filter(customer_id=buyer.customer.id, uuid=uuid, is_active=True).first()
    if found is None:
        raise NotFound("address")
    return found


def get_customer(buyer: Buyer) -> Customer:
    """Return the customer record behind the hat; raises NotFound for visitors."""
    if buyer.customer is None:
        raise NotFound("customer")
    return Customer.objects.select_related("payment_term", "contact_person", "market").get(pk=buyer.customer.id)


def credit_limit(customer_id: int) -> Decimal:
    """Return what a customer may owe at most, in the currency of its market."""
    with connection.cursor() as cursor:
        cursor.execute("select credit_limit from customers_customer where id = %s", [customer_id])
        return Decimal(cursor.fetchone()[0])


def list_approvers(customer_id: int, *, but: int | None = None) -> list[Person]:
    """Return the active people who may approve for a customer, without one."""
    members = Membership.objects.filter(
        customer_id=customer_id, is_active=True, person__is_active=True, roles__contains=["approver"]
    )
    return [member.person for member in members.exclude(person_id=but or 0).select_related("person")]


def list_members(buyer: Buyer) -> list[Membership]:
    """Return the people of the buyer's company, active ones first; raises NotFound without the right."""
    if buyer.customer is None or not buyer.can(Right.MANAGE_MEMBERS):
        raise NotFound("members")
    members = Membership.objects.filter(customer_id=buyer.customer.id).select_related("person")
    return list(members.order_by("-is_active", "person__last_name", "person__first_name", "id"))
