"""What is known of VAT numbers, and certificates by which customers buy without tax."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.db import DatabaseError, IntegrityError, connection, transaction
from pytest_httpserver import HTTPServer

from tests.factories import START, Shop, texts
from tests.fakes.vies import FakeVies, start_vies
from truso.kernel.buyer import Buyer
from truso.kernel.refusals import NotFound, Refused
from truso.modules.customers.models import Customer
from truso.modules.output.models import SentMail
from truso.modules.tax.models import ExemptionCertificate, TaxClass, VatCheck
from truso.modules.tax.operations import (
    change_vat_number,
    confirm_vat_number,
    end_certificate,
    save_certificate,
    send_certificate,
)
from truso.modules.tax.queries import needs_check, rates_for, sale_to, standing_of
from truso.platform import clock
from truso.platform.jobs.inline import run_due_jobs
from truso.platform.shortlived import forget
from truso.processes.certificates import answer_certificate, remind_of_certificates
from truso.processes.vat_numbers import check_now, check_vat_number, check_waiting, write_customer

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 6, 1, 12, tzinfo=UTC)
GERMAN = "DE136695976"
PROOF = b"%PDF-1.7 proof"


@pytest.fixture
def vies(httpserver: HTTPServer, settings: Any) -> Iterator[FakeVies]:
    """The register, knowing one German company; what it was sent wrongly fails the test."""
    fake = start_vies(httpserver)
    fake.known[GERMAN] = ("Beispiel GmbH", "Hafenstr. 1\n20457 Hamburg")
    settings.VIES_URL = fake.url
    yield fake
    assert fake.faults == []


def european(shop: Shop) -> None:
    """Move the shop to Sweden."""
    shop.market.country = shop.market.seller_country = "SE"
    shop.market.seller_vat_number = "SE559999123801"
    shop.market.ships_to = ["DE", "NO"]
    shop.market.save()
    forget()


def company(shop: Shop, number: str = GERMAN) -> Customer:
    european(shop)
    return shop.company("Beispiel GmbH", vat_number=number)


def admin(shop: Shop, customer: Customer) -> Buyer:
    return shop.buyer(shop.member(customer, "admin@example.com", "admin"), customer)


def state(customer: Customer, at: datetime = NOON) -> str:
    customer.refresh_from_db()
    return standing_of(customer, at.date()).state


def check(customer: Customer, at: datetime = NOON) -> None:
    with clock.moved_to(at):
        check_vat_number(customer.pk)


def test_a_number_the_register_knows_is_valid_for_thirty_days_and_has_a_proof(shop: Shop, vies: FakeVies) -> None:
    customer = company(shop)
    check(customer)
    customer.refresh_from_db()
    found = VatCheck.objects.get()
    assert (found.outcome, found.name, found.consultation_number) == ("valid", "Beispiel GmbH", "WAPIAAAA00000001")
    assert customer.vat_valid_until == date(2026, 7, 1)
    assert vies.asked == [
        {
            "countryCode": "DE",
            "vatNumber": "136695976",
            "requesterMemberStateCode": "SE",
            "requesterNumber": "559999123801",
        }
    ]


def test_a_number_the_register_does_not_know_is_not_valid(shop: Shop, vies: FakeVies) -> None:
    customer = company(shop, "PL8567346215")
    check(customer)
    assert (state(customer), customer.vat_valid_until) == ("invalid", None)


@pytest.mark.parametrize("how", ["all down", "country down", "false but down", "nobody there"])
def test_no_answer_is_neither_valid_nor_invalid(shop: Shop, vies: FakeVies, settings: Any, how: str) -> None:
    customer = company(shop)
    vies.is_down = how == "all down"
    vies.down_states = {"DE"} if "country" in how or "false" in how else set()
    vies.says_false_when_down = how == "false but down"
    if how == "nobody there":
        settings.VIES_URL = "http://127.0.0.1:9"
    check(customer)
    assert state(customer) == "unavailable"
    vies.is_down, vies.down_states = False, set()
    settings.VIES_URL = vies.url
    check(customer, NOON + timedelta(minutes=15))
    assert state(customer) == "valid"


def test_a_valid_number_stays_so_while_the_register_is_down_until_its_thirty_days_are_over(
    shop: Shop, vies: FakeVies
) -> None:
    customer = company(shop)
    check(customer)
    vies.is_down = True
    later = NOON + timedelta(days=25)
    check(customer, later)
    assert [one.outcome for one in VatCheck.objects.all()] == ["unavailable", "valid"]
    assert state(customer, later) == "valid"
    assert state(customer, NOON + timedelta(days=30)) == "unavailable"


def test_an_answer_spares_asking_for_a_day(shop: Shop, vies: FakeVies) -> None:
    customer = company(shop)
    check(customer)
    check(customer, NOON + timedelta(hours=23))
    assert len(vies.asked) == 1
    check(customer, NOON + timedelta(hours=24, minutes=1))
    assert len(vies.asked) == 2


def test_another_number_is_not_valid_because_the_last_one_was(shop: Shop, vies: FakeVies) -> None:
    customer = company(shop)
    check(customer)
    buyer = admin(shop, customer)
    with clock.moved_to(NOON):
        change_vat_number(buyer=buyer, number="PL 856-734-62-15")
    assert state(customer) == "waiting"
    assert shop.buyer(buyer_person(buyer), customer).customer.vat_number == ""  # type: ignore[union-attr]


def buyer_person(buyer: Buyer) -> Any:
    from truso.modules.identity.models import Person

    return Person.objects.get(pk=buyer.person_id)


def test_an_answer_about_a_number_that_was_changed_meanwhile_changes_nothing(shop: Shop, vies: FakeVies) -> None:
    from truso.modules.tax.operations import record_answer
    from truso.modules.tax.vies import Answer

    customer = company(shop)
    Customer.objects.filter(pk=customer.pk).update(vat_number="PL8567346215")
    record_answer(customer_id=customer.pk, number=GERMAN, answer=Answer("valid"))
    customer.refresh_from_db()
    assert customer.vat_valid_until is None


@pytest.mark.parametrize("number", ["DE136695970", "SE559999123901", "1", "PL 1"])
def test_a_number_no_country_writes_so_is_refused(shop: Shop, number: str) -> None:
    customer = company(shop, "")
    with pytest.raises(Refused, match="vat_number_invalid"):
        change_vat_number(buyer=admin(shop, customer), number=number)


def test_who_does_not_manage_the_company_changes_nothing(shop: Shop) -> None:
    customer = company(shop, "")
    orderer = shop.buyer(shop.member(customer, "ola@example.com", "orderer"), customer)
    with pytest.raises(NotFound):
        change_vat_number(buyer=orderer, number=GERMAN)
    with pytest.raises(NotFound):
        send_certificate(buyer=orderer, fields={}, file=ContentFile(PROOF, name="a.pdf"))


def test_a_number_is_looked_up_soon_after_it_was_written(shop: Shop, vies: FakeVies) -> None:
    customer = company(shop, "")
    change_vat_number(buyer=admin(shop, customer), number=GERMAN)
    run_due_jobs()
    assert state(customer, clock.now()) == "valid"
    vies.asked.clear()
    write_customer(customer_id=customer.pk, fields={"phone": "1"})
    write_customer(customer_id=customer.pk, fields={"vat_number": "PL8567346215"})
    run_due_jobs()
    assert [one["countryCode"] for one in vies.asked] == ["PL"]


def test_by_the_clock_those_are_asked_about_whose_answer_is_missing_or_grows_old(shop: Shop, vies: FakeVies) -> None:
    fresh, old, silent = company(shop), company(shop, "PL8567346215"), company(shop, "FI20774740")
    abroad = shop.company("Fjell AS", vat_number="NO923456783MVA")
    vies.known["PL8567346215"] = ("Przykład", "")
    check(old, NOON - timedelta(days=25))
    check(fresh, NOON - timedelta(days=10))
    vies.down_states = {"FI"}
    check(silent, NOON - timedelta(minutes=11))
    vies.asked.clear()
    with clock.moved_to(NOON):
        check_waiting()
        run_due_jobs()
    # No register is asked about the Norwegian one: it waits, and is skipped.
    assert sorted(one["countryCode"] for one in vies.asked) == ["FI", "PL"]
    assert state(abroad) == "local"


def test_staff_may_ask_at_once_and_write_down_what_they_found_elsewhere(shop: Shop, vies: FakeVies) -> None:
    customer = shop.company("Fjell AS", vat_number="NO923456783MVA")
    with clock.moved_to(NOON):
        assert check_now(customer=customer) is None
        with pytest.raises(Refused, match="reason_required"):
            confirm_vat_number(customer_id=customer.pk, is_valid=True, reason=" ", person_id=7)
        confirm_vat_number(customer_id=customer.pk, is_valid=True, reason="Seen in the register", person_id=7)
        assert state(customer) == "valid"
        confirm_vat_number(customer_id=customer.pk, is_valid=False, reason="Struck off", person_id=7)
    assert state(customer) == "invalid"
    assert list(VatCheck.objects.values_list("outcome", "source", "person_id")) == [
        ("invalid", "staff", 7),
        ("valid", "staff", 7),
    ]


def test_answers_are_never_changed(shop: Shop, vies: FakeVies) -> None:
    check(company(shop))
    with pytest.raises(DatabaseError, match="append"), transaction.atomic():
        VatCheck.objects.update(outcome="invalid")
    with pytest.raises(DatabaseError, match="append"), transaction.atomic():
        VatCheck.objects.all().delete()


def certificate(customer: Customer, **fields: Any) -> ExemptionCertificate:
    return save_certificate(
        certificate=ExemptionCertificate(
            **{"customer": customer, "number": "M-7", "country": "NO", "reason": "Section 6-2", "valid_from": START.date(), **fields}
        )
    )  # fmt: skip


def accept(found: ExemptionCertificate, **fields: Any) -> ExemptionCertificate:
    values = {"is_accepted": True, "answer": "", "person_id": 7, **fields}
    return answer_certificate(certificate_id=found.pk, **values)


def categories(shop: Shop, buyer: Buyer) -> set[str]:
    return {rate.category for rate in rates_for(buyer).values()}


def test_a_certificate_counts_from_its_acceptance_to_its_last_day(shop: Shop) -> None:
    customer = shop.company(email="firma@example.com")
    person = shop.member(customer, "ola@example.com", "orderer")
    found = certificate(customer, valid_to=date(2026, 12, 1))
    with clock.moved_to(NOON):
        assert categories(shop, shop.buyer(person)) == {"S"}
        accept(found)
        assert categories(shop, shop.buyer(person)) == {"E"}
        (rate,) = rates_for(shop.buyer(person)).values()
        assert (rate.percent, rate.exemption_reason) == (0, "Section 6-2 (M-7)")
    with clock.moved_to(datetime(2026, 11, 30, 22, 59, tzinfo=UTC)):
        assert categories(shop, shop.buyer(person)) == {"E"}
    with clock.moved_to(datetime(2026, 11, 30, 23, 0, tzinfo=UTC)):  # midnight in Oslo
        assert categories(shop, shop.buyer(person)) == {"S"}
    assert SentMail.objects.get().template == "certificate_answered"


def test_a_certificate_covers_its_own_classes_and_nobody_elses_purchases(shop: Shop) -> None:
    from django.db.backends.postgresql.psycopg_any import DateRange

    from truso.modules.tax.models import TaxRate

    food = TaxClass.objects.create(code="food", names=texts("Food"))
    TaxRate.objects.create(country="NO", tax_class=food, category="S", percent=15, period=DateRange(None, None))
    mother = shop.company()
    daughter = shop.company("Daughter", parent=mother)
    found = certificate(mother)
    found.tax_classes.set([food])
    accept(found)
    buyers = [shop.buyer(shop.member(one, f"{one.pk}@example.com", "orderer"), one) for one in (mother, daughter)]
    told = [{key: rate.category for key, rate in rates_for(one).items()} for one in buyers]
    assert told == [{food.pk: "E", shop.tax_class.pk: "S"}, {food.pk: "S", shop.tax_class.pk: "S"}]


def test_a_rejection_says_why_and_is_final(shop: Shop) -> None:
    found = certificate(shop.company(email="firma@example.com"))
    with pytest.raises(Refused, match="reason_required"):
        accept(found, is_accepted=False)
    accept(found, is_accepted=False, answer="It is of 2019.")
    assert "It is of 2019." in SentMail.objects.get().text
    with pytest.raises(Refused, match="certificate_decided"):
        accept(found)


def test_an_accepted_certificate_can_be_ended_but_not_made_longer(shop: Shop) -> None:
    found = accept(certificate(shop.company(), valid_to=date(2026, 12, 1)))
    for wrong in (date(2026, 12, 2), found.valid_from):
        with pytest.raises(Refused, match="period_invalid"):
            end_certificate(certificate_id=found.pk, on=wrong, person_id=7)
    ended = end_certificate(certificate_id=found.pk, on=date(2026, 8, 1), person_id=7)
    assert ended.valid_to == date(2026, 8, 1)
    with pytest.raises(Refused, match="certificate_not_accepted"):
        end_certificate(certificate_id=certificate(shop.company()).pk, on=date(2026, 8, 1), person_id=7)


@pytest.mark.parametrize(
    ("fields", "file", "code"),
    [
        ({}, None, "certificate_missing"),
        ({"number": " "}, (PROOF, "a.pdf"), "field_required"),
        ({"valid_from": date(2026, 5, 2), "valid_to": date(2026, 5, 2)}, (PROOF, "a.pdf"), "period_invalid"),
        ({}, (b"MZ\x90 program", "a.pdf"), "certificate_unreadable"),
        ({}, (PROOF, "a.exe"), "certificate_unreadable"),
        ({}, (PROOF, "pdf"), "certificate_unreadable"),
        ({}, (b"", "a.pdf"), "certificate_unreadable"),
        ({}, (PROOF + b"x" * 10_000_000, "a.pdf"), "certificate_unreadable"),
    ],
)
def test_what_is_no_certificate_is_refused_and_leaves_nothing(
    shop: Shop, fields: dict[str, Any], file: tuple[bytes, str] | None, code: str
) -> None:
    buyer = admin(shop, shop.company())
    sent = ContentFile(file[0], name=file[1]) if file else None
    with pytest.raises(Refused, match=code):
        send_certificate(buyer=buyer, fields={"number": "M-7", "reason": "Rule", **fields}, file=sent)
    assert not ExemptionCertificate.objects.exists()


def test_a_certificate_lies_under_a_name_nobody_guesses(shop: Shop) -> None:
    sent = send_certificate(
        buyer=admin(shop, shop.company()),
        fields={"number": "M/7", "reason": "Rule"},
        file=ContentFile(PROOF, name="../secret.pdf"),
    )
    assert sent.file.name.startswith("certificates/")
    assert "secret" not in sent.file.name
    with sent.file.open() as kept:
        assert kept.read() == PROOF


def test_customers_are_told_once_before_a_certificate_runs_out(shop: Shop) -> None:
    customer = shop.company(email="firma@example.com", language="nb")
    accept(certificate(customer, valid_to=date(2026, 7, 1)))
    accept(certificate(customer, number="M-8", valid_to=date(2026, 7, 2)))
    accept(certificate(customer, number="M-9"))
    SentMail.objects.all().delete()
    with clock.moved_to(NOON):
        remind_of_certificates()
        remind_of_certificates()
    (mail,) = SentMail.objects.all()
    assert "M-7" in mail.subject
    assert "1. juli 2026" in mail.text


def test_the_tables_themselves_hold_what_the_rules_say(shop: Shop) -> None:
    found = certificate(shop.company())
    for change in ("valid_to = valid_from", "state = 'accepted'"):
        with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"update tax_exemptioncertificate set {change} where id = %s", [found.pk])


def test_a_company_without_certificates_costs_no_look_at_them(shop: Shop, django_assert_num_queries: Any) -> None:
    buyer = admin(shop, shop.company())
    rates_for(buyer)
    with django_assert_num_queries(0):
        rates_for(buyer.at(clock.now()))


def test_only_a_number_that_is_valid_today_is_in_a_sale(shop: Shop, vies: FakeVies) -> None:
    customer = company(shop)
    person = shop.member(customer, "ola@example.com", "orderer")
    check(customer)
    with clock.moved_to(NOON + timedelta(days=29)):
        assert sale_to(shop.buyer(person), "DE").vat_number == GERMAN
    with clock.moved_to(NOON + timedelta(days=30)):
        assert sale_to(shop.buyer(person), "DE").vat_number == ""


def test_a_number_of_no_member_state_needs_no_look_up(shop: Shop) -> None:
    european(shop)
    assert not needs_check(shop.company(vat_number="NO923456783MVA"), NOON)
    assert not needs_check(shop.company(vat_number="DE1"), NOON)
