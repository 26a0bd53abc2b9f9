"""Agreements put in force: lists, policy, range and payment term follow, and end with them."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from tests.factories import Shop, texts
from truso.kernel.refusals import NotFound, Refused
from truso.modules.agreements.force import end_agreement, put_in_force
from truso.modules.agreements.models import Agreement
from truso.modules.agreements.operations import save_agreement
from truso.modules.agreements.queries import get_agreement, list_agreements, terms_in_force
from truso.modules.catalog.models import Assortment, AssortmentRule
from truso.modules.customers.models import Customer
from truso.modules.markets.models import PaymentTerm
from truso.modules.pricing.models import PriceList, PricePolicy
from truso.platform import clock

pytestmark = pytest.mark.django_db
SINCE, UNTIL = date(2026, 1, 1), date(2030, 1, 1)


@pytest.fixture
def company(shop: Shop) -> Customer:
    return shop.company()


def draft(customer: Customer, **fields: Any) -> Agreement:
    return save_agreement(
        agreement=Agreement(customer=customer, **{"title": "Frame", "valid_from": SINCE, "valid_to": UNTIL, **fields})
    )


def contract(customer: Customer, code: str = "contract") -> PriceList:
    return PriceList.objects.create(code=code, kind="contract", currency="NOK", customer=customer, is_active=False)


def range_of(customer: Customer) -> list[str]:
    return list(AssortmentRule.objects.filter(customer=customer).values_list("assortment__code", flat=True))


def best_price_wins(customer: Customer) -> bool:
    return PricePolicy.objects.get(customer=customer).best_price_wins


def test_agreements_are_numbered_one_after_the_other(company: Customer) -> None:
    assert [draft(company).number, draft(company).number] == ["A1001", "A1002"]


def test_an_agreement_in_force_is_the_customers_terms(company: Customer) -> None:
    prices = contract(company)
    assortment = Assortment.objects.create(code="agreed")
    term = PaymentTerm.objects.create(code="net45", names=texts("Net 45"), days=45)

    put_in_force(
        agreement=draft(
            company, price_list=prices, best_price_wins=True, assortment=assortment, range="only", payment_term=term
        )
    )

    prices.refresh_from_db()
    company.refresh_from_db()
    assert (prices.is_active, prices.valid_from, prices.valid_to) == (True, SINCE, UNTIL)
    assert (best_price_wins(company), range_of(company), company.payment_term) == (True, ["agreed"], term)
    assert Agreement.objects.get().state == "active"


def test_an_ended_agreement_leaves_neither_prices_nor_policy_nor_range(company: Customer) -> None:
    prices, assortment = contract(company), Assortment.objects.create(code="agreed")
    agreement = put_in_force(
        agreement=draft(company, price_list=prices, best_price_wins=True, assortment=assortment, range="only")
    )

    end_agreement(agreement=agreement)

    prices.refresh_from_db()
    assert (prices.is_active, best_price_wins(company), range_of(company)) == (False, False, [])
    assert Agreement.objects.get().state == "terminated"


def test_ending_one_agreement_leaves_the_terms_of_another_in_force(company: Customer) -> None:
    old, new = Assortment.objects.create(code="old"), Assortment.objects.create(code="new")
    first = put_in_force(agreement=draft(company, assortment=old, range="only"))
    second = put_in_force(
        agreement=draft(
            company, assortment=new, range="only", best_price_wins=True, valid_from=SINCE + timedelta(days=30)
        )
    )
    assert range_of(company) == ["new"]

    end_agreement(agreement=first)
    assert (best_price_wins(company), range_of(company)) == (True, ["new"])

    end_agreement(agreement=second)
    assert (best_price_wins(company), range_of(company)) == (False, [])


# What can be done in which state; a code is a refusal.
@pytest.mark.parametrize(
    ("state", "save", "start", "end"),
    [
        ("draft", None, None, "agreement_not_active"),
        ("active", "agreement_not_draft", "agreement_not_draft", None),
        ("sent", "agreement_not_draft", None, "agreement_not_active"),
        ("terminated", "agreement_not_draft", "agreement_not_draft", "agreement_not_active"),
    ],
)
def test_a_draft_is_changed_and_started_and_what_is_active_is_ended(
    company: Customer, state: str, save: str | None, start: str | None, end: str | None
) -> None:
    agreement = draft(company)
    Agreement.objects.update(state=state, sha256="0" * 64)
    for act, code in ((save_agreement, save), (put_in_force, start), (end_agreement, end)):
        agreement.refresh_from_db()
        with transaction.atomic():
            if code is None:
                act(agreement=agreement)
            else:
                with pytest.raises(Refused, match=code):
                    act(agreement=agreement)
            transaction.set_rollback(True)


def test_another_customers_list_is_no_contract(shop: Shop, company: Customer) -> None:
    with pytest.raises(Refused, match="agreement_list_of_other"):
        draft(company, price_list=contract(shop.company("Other AS")))
    assert not Agreement.objects.exists()


def test_the_table_itself_refuses_an_agreement_that_ends_before_it_begins(company: Customer) -> None:
    with pytest.raises(IntegrityError, match="agreement_period"), transaction.atomic():
        draft(company, valid_to=SINCE)


@pytest.mark.parametrize(
    ("begins", "ends", "holds"), [(0, 1, True), (1, 2, False), (-5, 0, False), (-5, None, True), (-5, 1, True)]
)
def test_an_agreement_holds_from_its_first_day_up_to_its_end(
    shop: Shop, company: Customer, begins: int, ends: int | None, holds: bool
) -> None:
    buyer = shop.buyer(shop.member(company, "ola@example.com", "orderer"), company)
    put_in_force(
        agreement=draft(
            company,
            valid_from=buyer.today + timedelta(days=begins),
            valid_to=None if ends is None else buyer.today + timedelta(days=ends),
        )
    )
    assert (terms_in_force(buyer) is not None) is holds


def test_a_subsidiary_buys_on_its_own_agreement_then_on_its_parents(shop: Shop, company: Customer) -> None:
    child = shop.company("Child AS", parent=company)
    buyer = shop.buyer(shop.member(child, "ola@example.com", "orderer"), child)
    parents = put_in_force(agreement=draft(company, free_freight_from=Decimal(1000)))
    assert terms_in_force(buyer) == parents
    own = put_in_force(agreement=draft(child))
    assert terms_in_force(buyer.at(clock.now())) == own


def test_drafts_and_others_agreements_are_as_good_as_none(shop: Shop, company: Customer) -> None:
    other = shop.company("Other AS")
    owner = shop.buyer(shop.member(company, "owner@example.com", "owner"), company)
    finance = shop.buyer(shop.member(company, "finance@example.com", "finance"), company)
    mine, planned, foreign = (
        put_in_force(agreement=draft(company)),
        draft(company),
        put_in_force(agreement=draft(other)),
    )
    assert list(list_agreements(owner)) == [mine]
    assert get_agreement(owner, mine.uuid) == mine
    for buyer, agreement in ((owner, planned), (owner, foreign), (finance, mine), (shop.visitor(), mine)):
        with pytest.raises(NotFound):
            get_agreement(buyer, agreement.uuid)
