"""The demo's companies, people and documents."""

from __future__ import annotations

from decimal import Decimal

from stdnum.no import orgnr
from stdnum.pl import nip
from stdnum.se import orgnr as se_orgnr

from demo.agreements import contract_prices
from demo.catalog import build_catalog
from demo.catalog.values import LANGUAGES
from demo.crowd import build_crowd
from demo.people import (
    COMPANIES,
    DELIVERY_METHODS,
    MARKETS,
    PAYMENT_TERMS,
    PEOPLE,
    ROLES,
    STAFF,
    STAFF_ROLES,
    THREE_HATS,
    WAREHOUSES,
)

CATALOG = build_catalog()
EMAILS = {person.email for person in PEOPLE}


def test_company_numbers_have_right_check_digits() -> None:
    check = {"NO": orgnr.is_valid, "SE": se_orgnr.is_valid, "PL": nip.is_valid}
    assert [c.name for c in COMPANIES if not check[c.country](c.organization_number)] == []
    assert len({c.organization_number for c in COMPANIES}) == len(COMPANIES)


def test_every_company_with_an_agreement_has_people_in_every_role() -> None:
    for company in COMPANIES:
        held = {role for member in company.members for role in member.roles}
        assert held <= set(ROLES)
        if company.agreement:
            assert held == set(ROLES), company.name
            assert company.agreement.owner_email in {m.email for m in company.members}
            assert company.agreement.seller_email in {s.email for s in STAFF}
            assert company.agreement.payment_term in {term.code for term in PAYMENT_TERMS}


def test_members_are_known_people_and_orderers_have_limits() -> None:
    for company in COMPANIES:
        assert {member.email for member in company.members} <= EMAILS
        assert all(m.order_limit for m in company.members if "orderer" in m.roles)
        assert company.parent is None or company.parent in {c.code for c in COMPANIES}


def test_one_person_wears_three_hats() -> None:
    person = next(p for p in PEOPLE if p.email == THREE_HATS)
    assert person.private and person.address
    assert [c.code for c in COMPANIES if THREE_HATS in {m.email for m in c.members}] == ["fjordverk", "verkstaden"]


def test_addresses_for_mail_are_reserved_and_unique() -> None:
    everybody = [p.email for p in (*PEOPLE, *build_crowd(), *STAFF)]
    assert len(everybody) == len(set(everybody))
    assert [e for e in everybody if not e.endswith(".example") or not e.isascii()] == []


def test_private_customers_live_somewhere() -> None:
    assert sum(person.private for person in PEOPLE) >= 12
    crowd = build_crowd()
    assert len(crowd) == 400
    assert crowd == build_crowd()
    assert all(p.address and p.address.country == p.country for p in (*crowd, *PEOPLE) if p.private)
    assert {p.country for p in crowd} == {"NO", "SE", "PL"}


def test_staff_cover_every_role() -> None:
    assert {member.role for member in STAFF} == set(STAFF_ROLES)


def test_markets_and_terms() -> None:
    assert [(m.currency, m.vat_percent) for m in MARKETS] == [
        ("NOK", Decimal(25)),
        ("SEK", Decimal(25)),
        ("PLN", Decimal(23)),
    ]
    assert [term.days for term in PAYMENT_TERMS] == [0, 14, 30, 60]
    assert [w.is_main for w in WAREHOUSES] == [True, False]
    for method in DELIVERY_METHODS:
        assert list(method.rates) == sorted(method.rates)
        assert set(method.names) == set(LANGUAGES)


def test_agreements_name_categories_and_cut_prices() -> None:
    categories = {category.code for category in CATALOG.categories}
    lists = {variant.sku: variant.list_price for product in CATALOG.products for variant in product.variants}
    for company in COMPANIES:
        if not company.agreement:
            assert contract_prices(company) == ()
            continue
        assert {code for code, _ in company.agreement.discounts} | set(company.agreement.range_categories) <= categories
        prices = contract_prices(company)
        assert len(prices) >= 10
        assert all(0 < price < lists[sku] for sku, price in prices)
