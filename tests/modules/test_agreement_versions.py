"""An agreement from draft to end: sent, signed by name and fingerprint, in force from its day, followed, renewed, terminated."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from tests.factories import Shop, texts
from tests.modules.agreed import NOON, TODAY, contract, draft, kinds, new_company, new_owner, price_of, sent, sign
from truso.kernel.buyer import Buyer
from truso.kernel.refusals import NotFound, Refused
from truso.modules.agreements.force import end_agreement, give_notice, put_in_force
from truso.modules.agreements.models import Agreement, AgreementPerson, AgreementStep
from truso.modules.agreements.operations import (
    decline_agreement,
    lock_agreement,
    new_version,
    save_agreement,
    take_back,
)
from truso.modules.agreements.queries import list_agreements
from truso.modules.customers.models import Customer
from truso.modules.markets.models import PaymentTerm
from truso.modules.output.models import SentMail
from truso.modules.output.queries import read_document
from truso.platform import clock
from truso.processes.agreements import agreement_document, send_agreement, turn_agreements

pytestmark = pytest.mark.django_db
D = Decimal


@pytest.fixture
def company(shop: Shop) -> Customer:
    return new_company(shop)


@pytest.fixture
def owner(shop: Shop, company: Customer) -> Buyer:
    return new_owner(shop, company)


def test_what_is_sent_is_a_document_with_a_fingerprint_and_a_mail_to_its_owner(
    shop: Shop, company: Customer, owner: Buyer
) -> None:
    agreement = sent(company, owner, price_list=contract(company, shop, A1="60"), delivery_terms="DAP Oslo")
    stored = agreement_document(agreement)
    assert stored is not None
    assert (agreement.state, agreement.sha256, stored.sha256) == ("sent", stored.sha256, agreement.sha256)
    assert read_document(stored).startswith(b"%PDF")
    mail = SentMail.objects.get()
    assert (mail.template, mail.recipient) == ("agreement_sent", "owner@example.com")
    assert price_of(shop, owner) == 100  # nothing holds yet


def test_a_signature_puts_it_in_force_the_same_minute_and_says_who_when_and_what(
    shop: Shop, company: Customer, owner: Buyer
) -> None:
    agreement = sent(company, owner, price_list=contract(company, shop, A1="60"))
    signed = sign(owner, agreement)
    step = AgreementStep.objects.get(kind="signed")
    assert (signed.state, kinds(signed)) == ("active", ["sent", "signed", "started"])
    assert (step.name, step.sha256, step.person_id, step.address, step.at.date()) == (
        "Ola Owner", agreement.sha256, owner.person_id, "10.0.0.7", TODAY,
    )  # fmt: skip
    with clock.moved_to(NOON):
        assert price_of(shop, owner) == 60
        assert price_of(shop, shop.visitor()) == 100


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"name": " "}, "field_required"),
        ({"accepted": ""}, "agreement_accept"),
        ({"sha256": "0" * 64}, "agreement_changed"),
    ],
)
def test_a_signature_without_a_name_a_yes_or_the_document_read_is_none(
    company: Customer, owner: Buyer, values: dict[str, str], code: str
) -> None:
    agreement = sent(company, owner)
    with pytest.raises(Refused, match=code):
        sign(owner, agreement, **values)
    agreement.refresh_from_db()
    assert (agreement.state, kinds(agreement)) == ("sent", ["sent"])


def test_only_its_owner_and_those_who_manage_the_company_sign(shop: Shop, company: Customer, owner: Buyer) -> None:
    agreement = sent(company, owner)
    others = {
        "agreement_not_signer": shop.buyer(shop.member(company, "ola@example.com", "orderer"), company),
        "staff": shop.buyer(shop.member(company, "boss@example.com", "admin"), company),
    }
    with pytest.raises(Refused, match="agreement_not_signer"):
        sign(others["agreement_not_signer"], agreement)
    child = shop.company("Child AS", parent=company)
    with pytest.raises(Refused, match="agreement_not_signer"):
        sign(shop.buyer(shop.member(child, "child@example.com", "admin"), child), agreement)
    stranger = shop.company("Other AS")
    with pytest.raises(NotFound):
        sign(shop.buyer(shop.member(stranger, "x@example.com", "admin"), stranger), agreement)
    assert sign(others["staff"], agreement).state == "active"


def test_who_says_no_says_why_and_it_is_a_draft_again(company: Customer, owner: Buyer) -> None:
    agreement = sent(company, owner)
    with pytest.raises(Refused, match="reason_required"):
        decline_agreement(buyer=owner, uuid=agreement.uuid, reason=" ")
    declined = decline_agreement(buyer=owner, uuid=agreement.uuid, reason="The term is too short.")
    assert (declined.state, declined.sha256) == ("draft", "")
    assert not list_agreements(owner)
    assert AgreementStep.objects.get(kind="declined").note == "The term is too short."
    save_agreement(agreement=declined)


def test_what_was_taken_back_can_no_longer_be_signed(company: Customer, owner: Buyer) -> None:
    agreement = sent(company, owner)
    take_back(uuid=agreement.uuid, person_id=7)
    with pytest.raises(NotFound):  # a draft is nobody else's to see
        sign(owner, agreement)
    with pytest.raises(Refused, match="agreement_not_sent"):
        take_back(uuid=agreement.uuid, person_id=7)


def test_what_begins_later_waits_signed_and_begins_by_the_clock(shop: Shop, company: Customer, owner: Buyer) -> None:
    agreement = sent(company, owner, valid_from=TODAY + timedelta(days=2), price_list=contract(company, shop, A1="60"))
    assert sign(owner, agreement).state == "signed"
    for days, state, price in ((1, "signed", 100), (2, "active", 60)):
        # Two minutes past midnight in Oslo.
        with clock.moved_to(datetime(2026, 6, 1 + days - 1, 22, 2, tzinfo=UTC)):
            turn_agreements()
            agreement.refresh_from_db()
            assert (agreement.state, price_of(shop, owner)) == (state, price)


def test_the_next_version_holds_everything_the_last_one_said_until_it_takes_its_place(
    shop: Shop, company: Customer, owner: Buyer
) -> None:
    term = PaymentTerm.objects.create(code="net45", names=texts("Net 45"), days=45)
    first = sent(company, owner, price_list=contract(company, shop, A1="60"), payment_term=term, notes="Old")
    AgreementPerson.objects.create(agreement=first, person_id=owner.person_id, part="orderer")
    sign(owner, first)
    with clock.moved_to(NOON + timedelta(days=30)):
        second = new_version(uuid=first.uuid)
        assert (second.number, second.version, second.state, second.valid_from) == (
            first.number, 2, "draft", TODAY + timedelta(days=30),
        )  # fmt: skip
        assert [one.person_id for one in second.people.all()] == [owner.person_id]
        with pytest.raises(Refused, match="agreement_version_open"):
            new_version(uuid=first.uuid)
        second.price_list, second.notes = contract(company, shop, A1="55"), "New"
        save_agreement(agreement=second)
        assert price_of(shop, owner) == 60
        send_agreement(uuid=second.uuid, person_id=7)
    second.refresh_from_db()
    sign(owner, second, NOON + timedelta(days=31))
    first.refresh_from_db()
    assert (first.state, kinds(first)[-1]) == ("replaced", "replaced")
    with clock.moved_to(NOON + timedelta(days=31)):
        assert price_of(shop, owner) == 55
        # What the customer paid by before the first version comes back after the last.
        second.refresh_from_db()
        end_agreement(agreement=second)
        assert price_of(shop, owner) == 100
    company.refresh_from_db()
    assert company.payment_term == shop.market.invoice_term


def test_the_same_list_goes_on_in_the_next_version(shop: Shop, company: Customer, owner: Buyer) -> None:
    first = sent(company, owner, price_list=contract(company, shop, A1="60"))
    sign(owner, first)
    with clock.moved_to(NOON):
        put_in_force(agreement=new_version(uuid=first.uuid), person_id=7, note="Signed on paper, binder 4")
        assert price_of(shop, owner) == 60
    assert AgreementStep.objects.filter(kind="started").last().note == "Signed on paper, binder 4"  # type: ignore[union-attr]


def test_a_term_that_staff_chose_meanwhile_stays(shop: Shop, company: Customer, owner: Buyer) -> None:
    term, other = (PaymentTerm.objects.create(code=f"net{n}", names=texts(f"Net {n}"), days=n) for n in (45, 7))
    agreement = sign(owner, sent(company, owner, payment_term=term))
    Customer.objects.filter(pk=company.pk).update(payment_term=other)
    end_agreement(agreement=lock_agreement(uuid=agreement.uuid))
    company.refresh_from_db()
    assert company.payment_term == other


@pytest.mark.parametrize(("months", "state", "end"), [(None, "expired", "2026-07-01"), (12, "active", "2027-07-01")])
def test_at_its_end_it_expires_or_goes_on(
    shop: Shop, company: Customer, owner: Buyer, months: int | None, state: str, end: str
) -> None:
    prices = contract(company, shop, A1="60")
    agreement = sign(owner, sent(company, owner, price_list=prices, valid_to=date(2026, 7, 1), renews_months=months))
    with clock.moved_to(datetime(2026, 6, 30, 21, 59, tzinfo=UTC)):
        turn_agreements()
        assert price_of(shop, owner) == 60
    with clock.moved_to(datetime(2026, 6, 30, 22, 1, tzinfo=UTC)):
        turn_agreements()
        agreement.refresh_from_db()
        assert (agreement.state, str(agreement.valid_to)) == (state, end)
        assert price_of(shop, owner) == (60 if months else 100)
        turn_agreements()
    assert kinds(agreement).count("renewed" if months else "expired") == 1


def test_both_sides_are_told_once_before_it_ends(shop: Shop, company: Customer, owner: Buyer) -> None:
    contact = shop.consumer("anders@shop.example")
    sign(owner, sent(company, owner, valid_to=date(2026, 9, 1), reminder_days=30, contact=contact))
    SentMail.objects.all().delete()
    for day in (date(2026, 8, 1), date(2026, 8, 2), date(2026, 8, 3)):
        with clock.moved_to(datetime(day.year, day.month, day.day, 12, tzinfo=UTC)):
            turn_agreements()
            if day == date(2026, 8, 1):
                assert not SentMail.objects.exists()
    told = sorted(SentMail.objects.values_list("template", "recipient"))
    assert told == [("agreement_ending", "anders@shop.example"), ("agreement_ending", "owner@example.com")]


def test_notice_ends_it_no_sooner_than_agreed(company: Customer, owner: Buyer) -> None:
    agreement = sign(owner, sent(company, owner, notice_days=90, valid_to=date(2027, 1, 1), renews_months=12))
    with clock.moved_to(NOON):
        agreement = lock_agreement(uuid=agreement.uuid)
        for reason, on, code in (("", None, "reason_required"), ("Moving", date(2026, 8, 29), "agreement_notice")):
            with pytest.raises(Refused, match=code):
                give_notice(agreement=agreement, on=on, person_id=7, reason=reason)
        give_notice(agreement=agreement, on=None, person_id=7, reason="Moving")
    assert (agreement.state, agreement.valid_to, agreement.renews_months) == ("active", date(2026, 8, 30), None)
    with clock.moved_to(datetime(2026, 8, 30, 12, tzinfo=UTC)):
        turn_agreements()
    agreement.refresh_from_db()
    assert (agreement.state, kinds(agreement)[-2:]) == ("expired", ["notice", "expired"])


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"range": "only"}, "agreement_range_missing"),
        ({"range": "ask"}, "agreement_range_missing"),
        ({"bonus": [["100000", "1"], ["50000", "2"]]}, "agreement_bonus"),
        ({"bonus": [["100000", "0"]]}, "agreement_bonus"),
        ({"bonus": [["100000", "60"]]}, "agreement_bonus"),
        ({"bonus": [[str(n), "1"] for n in range(11)]}, "agreement_bonus"),
    ],
)
def test_a_draft_that_does_not_hold_together_is_refused(company: Customer, fields: dict[str, Any], code: str) -> None:
    with pytest.raises(Refused, match=code):
        draft(company, **fields)
    assert not Agreement.objects.exists()


def test_people_of_others_have_no_part_in_it(shop: Shop, company: Customer, owner: Buyer) -> None:
    stranger = shop.consumer("stranger@example.com")
    agreement = draft(company, owner)
    with pytest.raises(Refused, match="agreement_person_unknown"):
        save_agreement(agreement=agreement, orderers=[stranger.pk])
    save_agreement(agreement=agreement, orderers=[owner.person_id or 0], receivers=[owner.person_id or 0])
    save_agreement(agreement=agreement, receivers=[])
    assert [one.part for one in agreement.people.all()] == ["orderer"]
