"""Write the demo's people: staff, companies with their members, private customers, agreements."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group

from demo.agreements import contract_prices
from demo.catalog.texts import same
from demo.crowd import build_crowd
from demo.load.base import Base
from demo.load.goods import Goods, identity
from demo.people import COMPANIES, PEOPLE, STAFF, DemoAddress, DemoCompany, DemoPerson
from truso.kernel.identifiers import normalize_code
from truso.modules.agreements.force import put_in_force
from truso.modules.agreements.models import Agreement
from truso.modules.catalog.models import Assortment, AssortmentVariant, CustomerArticleNumber
from truso.modules.customers.models import Address, Customer, Membership, Segment
from truso.modules.identity.models import Person
from truso.modules.pricing.models import Discount, Price, PriceList
from truso.platform.numbering.models import NumberSeries

PASSWORD = "nordhavn-demo"  # noqa: S105  the demo's people are nobody's, and its list of them says it
ROLES = {"agreement_owner": "owner"}
_SCHEMES = {"NO": "0192", "SE": "0007", "PL": "9945"}


@dataclass
class Parties:
    """What was written, by the demo's codes and addresses."""

    people: dict[str, Person] = field(default_factory=dict)
    companies: dict[str, Customer] = field(default_factory=dict)
    consumers: dict[str, Customer] = field(default_factory=dict)


def load_parties(*, now: datetime, base: Base, goods: Goods) -> Parties:
    """Write everybody. Everyone's password is the same and said on the sign-in page of the demo."""
    parties = Parties()
    _load_people(parties, now)
    trades = Segment.objects.get(code="trades")
    for number, spec in enumerate(COMPANIES, start=300_001):
        _load_company(parties, spec, number, base, now, trades)
    _load_consumers(parties, base, now)
    for spec in COMPANIES:
        if spec.agreement:
            _load_agreement(parties, spec, base, goods, now)
    NumberSeries.objects.update_or_create(code="customer", defaults={"next_number": 200_001 + len(parties.consumers)})
    return parties


def _load_people(parties: Parties, now: datetime) -> None:
    secret = make_password(PASSWORD)
    rows = [
        Person(
            uuid=identity("person", person.email), email=person.email, first_name=person.first_name, last_name=person.last_name, phone=person.phone,
            language=person.language, password=secret, date_joined=now - timedelta(days=800),
        )
        for person in (*PEOPLE, *build_crowd())
    ]  # fmt: skip
    rows += [
        Person(
            uuid=identity("person", one.email), email=one.email, first_name=one.first_name, last_name=one.last_name, phone=one.phone,
            language="pl" if one.phone.startswith("+48") else "nb", password=secret, is_staff=True, date_joined=now - timedelta(days=900),
        )
        for one in STAFF
    ]  # fmt: skip
    rows.append(
        Person(
            email="admin@nordhavn.example",
            first_name="Sigrid",
            last_name="Nordhavn",
            password=secret,
            is_staff=True,
            is_superuser=True,
        )
    )
    parties.people = {person.email: person for person in Person.objects.bulk_create(rows, batch_size=500)}
    groups = {group.name: group for group in Group.objects.all()}
    for one in STAFF:
        if one.role in groups:
            parties.people[one.email].groups.add(groups[one.role])


def _load_company(parties: Parties, spec: DemoCompany, number: int, base: Base, now: datetime, trades: Segment) -> None:
    market = next(market for market in base.markets.values() if market.country == spec.country)
    scheme = _SCHEMES[spec.country] if spec.e_invoice else ""
    customer = Customer.objects.create(
        uuid=identity("customer", spec.code), number=str(number), kind=Customer.Kind.BUSINESS, name=spec.name, market=market,
        parent=parties.companies.get(spec.parent or ""), organization_number=spec.organization_number, vat_number=spec.vat_number,
        email=f"post@{spec.members[0].email.split('@')[1]}", invoice_email=f"faktura@{spec.members[0].email.split('@')[1]}", language=spec.language,
        display_gross=False, invoice_allowed=True, payment_term=base.terms["net30"], credit_limit=spec.credit_limit,
        po_number_required=spec.po_number_required, invoice_delivery="einvoice" if spec.e_invoice else "email", endpoint_scheme=scheme,
        endpoint_id=spec.organization_number.replace("-", "") if scheme else "", created_at=now - timedelta(days=760),
        contact_person=parties.people["katarzyna.wojcik@nordhavn.example" if spec.country == "PL" else "anders.lindqvist@nordhavn.example"],
    )  # fmt: skip
    customer.segments.add(trades)
    parties.companies[spec.code] = customer
    Address.objects.bulk_create(_address(customer, address, index == 0) for index, address in enumerate(spec.addresses))
    Membership.objects.bulk_create(
        Membership(
            customer=customer, person=parties.people[member.email], roles=[ROLES.get(role, role) for role in member.roles],
            order_limit=member.order_limit, joined_at=now - timedelta(days=750),
        )
        for member in spec.members
    )  # fmt: skip


def _address(customer: Customer, spec: DemoAddress, is_first: bool, person: Person | None = None) -> Address:
    return Address(
        uuid=identity("address", f"{customer.number}:{spec.code}"), customer=customer, label=spec.name, name=spec.name, street=spec.street,
        postcode=spec.postal_code, city=spec.city, country=spec.country, instructions=spec.instruction, is_billing=is_first, is_default=is_first,
        person_id=person.pk if person else None,
    )  # fmt: skip


def _load_consumers(parties: Parties, base: Base, now: datetime) -> None:
    private: Iterable[DemoPerson] = [
        person for person in (*PEOPLE, *build_crowd()) if person.private and person.address
    ]
    markets = {market.country: market for market in base.markets.values()}
    rows = [
        Customer(
            uuid=identity("customer", person.email), number=str(200_001 + index), kind=Customer.Kind.CONSUMER,
            name=f"{person.first_name} {person.last_name}", consumer_person=parties.people[person.email], market=markets[person.country],
            email=person.email, phone=person.phone, language=person.language, display_gross=True, created_at=now - timedelta(days=740 - index % 600),
        )
        for index, person in enumerate(private)
    ]  # fmt: skip
    parties.consumers = {customer.email: customer for customer in Customer.objects.bulk_create(rows, batch_size=500)}
    Address.objects.bulk_create(
        _address(parties.consumers[person.email], person.address, True, parties.people[person.email])
        for person in private
        if person.address
    )


def _load_agreement(parties: Parties, spec: DemoCompany, base: Base, goods: Goods, now: datetime) -> None:
    agreed, customer = spec.agreement, parties.companies[spec.code]
    if agreed is None:
        return
    start = date(now.year - 2, 1, 1)
    names = same(f"{agreed.name}")
    contract = PriceList.objects.create(
        uuid=identity("price_list", agreed.code), code=f"contract-{spec.code}", names=names, kind="contract", currency=spec.currency,
        customer=customer, is_active=False,
    )  # fmt: skip
    Price.objects.bulk_create(
        Price(price_list=contract, variant=goods.variants[sku], amount=amount)
        for sku, amount in contract_prices(spec)
        if sku in goods.variants
    )
    Discount.objects.bulk_create(
        Discount(customer=customer, category=goods.categories[code], percent=percent)
        for code, percent in agreed.discounts
        if code in goods.categories
    )
    agreement = Agreement.objects.create(
        uuid=identity("agreement", agreed.code), number=agreed.code, customer=customer, title=agreed.name, valid_from=start,
        valid_to=date(now.year + 2, 1, 1), price_list=contract, best_price_wins=agreed.policy == "best_price",
        payment_term=base.terms[agreed.payment_term], free_freight_from=agreed.free_freight_from, assortment=(chosen := _range(spec, goods)),
        range="only" if chosen else "all",
        owner=parties.people[agreed.owner_email], contact=parties.people[agreed.seller_email],
    )  # fmt: skip
    put_in_force(agreement=agreement)
    _own_numbers(spec, customer, contract, goods)


def _range(spec: DemoCompany, goods: Goods) -> Assortment | None:
    """Return what a company may buy, or None when it may buy everything."""
    agreed = spec.agreement
    roots = {code for code, category in goods.categories.items() if category.parent is None}
    if agreed is None or roots <= set(agreed.range_categories):
        return None
    allowed = {goods.categories[code].pk for code in agreed.range_categories if code in goods.categories}
    assortment = Assortment.objects.create(code=f"range-{spec.code}", names=same(agreed.name))
    AssortmentVariant.objects.bulk_create(
        [
            AssortmentVariant(assortment=assortment, variant=variant)
            for product in goods.catalog.products
            if allowed & set(goods.categories[product.category].path)
            for variant in (goods.variants[one.sku] for one in product.variants)
        ],
        batch_size=2000,
    )
    return assortment


def _own_numbers(spec: DemoCompany, customer: Customer, contract: PriceList, goods: Goods) -> None:
    """Give contracted articles the customer's own numbers, as their purchasing system knows them."""
    rows = []
    for index, price in enumerate(Price.objects.filter(price_list=contract).order_by("variant__sku")):
        number = f"{spec.code[:3].upper()}-{4000 + index * 7}"
        rows.append(
            CustomerArticleNumber(
                customer=customer, variant_id=price.variant_id, number=number, number_normalized=normalize_code(number)
            )
        )
    CustomerArticleNumber.objects.bulk_create(rows)
