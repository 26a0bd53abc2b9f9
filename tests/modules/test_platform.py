"""What every write stands on: numbers without gaps, answers given once, short memory, events and the trail."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from types import SimpleNamespace
from typing import Any
from uuid import uuid4

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from tests.factories import Shop, add_person
from truso.kernel.references import Reference
from truso.kernel.refusals import Refused
from truso.modules.customers.models import Address
from truso.modules.customers.operations import set_payment_term
from truso.platform import clock
from truso.platform.audit.models import AuditEntry, AuditPersonalValue
from truso.platform.audit.operations import erase_personal_values, find_broken_seals, seal_entries
from truso.platform.audit.registry import append_only_models
from truso.platform.database.transactions import Actor, outside_transaction, write
from truso.platform.events import Event, publish, registry, subscribe
from truso.platform.events.models import HandledEvent, OutboxEvent
from truso.platform.events.registry import deliver
from truso.platform.idempotency.models import StoredAnswer
from truso.platform.idempotency.operations import Answer, answer_once, forget_old_answers
from truso.platform.jobs.inline import run_due_jobs
from truso.platform.numbering.operations import take_number, take_numbers
from truso.platform.shortlived import forget, short_lived

pytestmark = pytest.mark.django_db


class ThoughtBetter(Exception):
    """Raised to undo what was begun."""


# Numbers


def test_a_series_begins_where_it_should_and_leaves_no_gap_when_a_document_is_given_up() -> None:
    assert take_number(series="invoice:no", first=501) == 501
    with pytest.raises(ThoughtBetter), transaction.atomic():
        assert take_number(series="invoice:no", first=501) == 502
        raise ThoughtBetter
    assert list(take_numbers(series="invoice:no", count=3, first=501)) == [502, 503, 504]
    assert take_number(series="invoice:no", first=900) == 505
    assert take_number(series="invoice:se") == 10_001


def test_a_number_is_taken_inside_its_documents_transaction(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("truso.platform.numbering.operations.connection", SimpleNamespace(in_atomic_block=False))
    with pytest.raises(transaction.TransactionManagementError):
        take_number(series="invoice:no")


# Answers given once


def ask(key: str = "k1", scope: str = "orders", payload: Any = "content", body: Any = "done") -> Answer:
    return answer_once(scope=scope, key=key, payload=payload, act=lambda: Answer(201, {"is": body}))


def test_the_first_answer_is_given_again_without_acting_again() -> None:
    assert ask(body="first") == Answer(201, {"is": "first"})
    assert ask(body="second") == Answer(201, {"is": "first"}, replayed=True)
    assert ask(key="k2", body="second") == Answer(201, {"is": "second"})
    assert ask(scope="returns", body="third") == Answer(201, {"is": "third"})


def test_a_key_with_other_content_is_refused_and_the_order_of_fields_is_no_content() -> None:
    ask(payload={"a": 1, "b": 2})
    assert ask(payload={"b": 2, "a": 1}).replayed
    with pytest.raises(Refused, match="idempotency_key_reused"):
        ask(payload={"a": 1, "b": 3})


@pytest.mark.parametrize("key", ["", "k" * 256])
def test_a_key_that_can_not_be_kept_is_refused(key: str) -> None:
    with pytest.raises(Refused, match="idempotency_key_invalid"):
        ask(key=key)
    assert ask(key="k" * 255).status == 201


def test_a_failure_keeps_nothing_and_frees_the_key() -> None:
    def fail() -> Answer:
        raise ThoughtBetter

    with pytest.raises(ThoughtBetter), transaction.atomic():
        answer_once(scope="orders", key="k1", payload="content", act=fail)
    assert not ask().replayed


def test_answers_are_forgotten_after_the_time_they_are_promised_for() -> None:
    now = clock.now()
    for key, age in (("old", timedelta(hours=49)), ("young", timedelta(hours=47))):
        with clock.moved_to(now - age):
            ask(key=key)
    forget_old_answers()
    assert list(StoredAnswer.objects.values_list("key", flat=True)) == ["young"]
    assert not ask(key="old").replayed


# Short memory


def test_an_answer_is_remembered_for_its_time_per_question(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Any] = []
    moment = [100.0]
    monkeypatch.setattr("truso.platform.shortlived.monotonic", lambda: moment[0])

    @short_lived(seconds=2)
    def look_up(number: int, *, language: str = "") -> int:
        asked.append((number, language))
        return number

    for at, number, language in ((100, 1, ""), (101.9, 1, ""), (101.9, 2, ""), (101.9, 1, "nb"), (102, 1, "")):
        moment[0] = at
        assert look_up(number, language=language) == number
    assert asked == [(1, ""), (2, ""), (1, "nb"), (1, "")]
    forget()
    look_up(1, language="")
    assert len(asked) == 5


def test_the_oldest_answer_makes_room() -> None:
    asked: list[int] = []

    @short_lived(seconds=600, most=2)
    def look_up(number: int) -> None:
        asked.append(number)

    for number in (1, 2, 3, 3, 2, 1):
        look_up(number)
    assert asked == [1, 2, 3, 1]


@pytest.mark.parametrize(("keeps", "asked_again"), [(False, True), (True, False)])
def test_a_write_makes_the_process_look_again_unless_it_touches_nothing_remembered(
    keeps: bool, asked_again: bool, django_capture_on_commit_callbacks: Any
) -> None:
    asked: list[int] = []
    look_up = short_lived(seconds=600)(lambda: asked.append(1))
    look_up()
    with django_capture_on_commit_callbacks(execute=True), write(keeps_remembered=keeps):
        pass
    look_up()
    assert (len(asked) == 2) is asked_again


# Events


@dataclass(frozen=True, kw_only=True)
class Rung(Event):
    """A bell was rung."""

    times: int


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[int]]:
    """What two handlers heard; the second one negates."""
    monkeypatch.setattr(registry, "_handlers", registry._handlers.copy())
    got: list[int] = []

    @subscribe(Rung)
    def hear(event: Rung) -> None:
        got.append(event.times)

    @subscribe(Rung)
    def hear_back(event: Rung) -> None:
        if event.times == 13:
            raise ThoughtBetter
        got.append(-event.times)

    yield got
    registry._handlers.pop("Rung", None)


def test_every_handler_hears_every_event_in_order(heard: list[int]) -> None:
    bell = Reference("bell", uuid4())
    publish(Rung(aggregate=bell, times=1), Rung(aggregate=bell, times=2))
    assert heard == []  # only after the change is committed
    run_due_jobs()
    assert [number for number in heard if number > 0] == [1, 2]
    assert [number for number in heard if number < 0] == [-1, -2]


def test_deliveries_of_one_aggregate_to_one_handler_wait_for_each_other(heard: list[int]) -> None:
    one, other = Reference("bell", uuid4()), Reference("bell", uuid4())
    publish(Rung(aggregate=one, times=1), Rung(aggregate=one, times=2), Rung(aggregate=other, times=3))
    with connection.cursor() as cursor:
        cursor.execute("select lock, count(*) from procrastinate_jobs group by lock order by count(*)")
        counts = [count for _, count in cursor.fetchall()]
    assert counts == [1, 1, 2, 2]  # two aggregates, two handlers


def test_an_event_delivered_twice_is_handled_once(heard: list[int]) -> None:
    publish(Rung(aggregate=Reference("bell", uuid4()), times=1))
    stored = OutboxEvent.objects.latest("id")
    name = registry._handlers["Rung"][0][0]
    for _time in range(2):
        deliver(event=stored.pk, handler=name)
    assert heard == [1]


def test_a_handler_that_fails_has_not_handled_it_and_another_one_has(heard: list[int]) -> None:
    publish(Rung(aggregate=Reference("bell", uuid4()), times=13))
    stored = OutboxEvent.objects.latest("id")
    (good, _), (bad, _) = registry._handlers["Rung"]
    deliver(event=stored.pk, handler=good)
    with pytest.raises(ThoughtBetter):
        deliver(event=stored.pk, handler=bad)
    assert list(HandledEvent.objects.values_list("handler", flat=True)) == [good]
    deliver(event=stored.pk, handler="a handler of an older version")
    assert heard == [13]


def test_what_was_given_up_is_not_announced(heard: list[int]) -> None:
    with pytest.raises(ThoughtBetter), transaction.atomic():
        publish(Rung(aggregate=Reference("bell", uuid4()), times=1))
        raise ThoughtBetter
    run_due_jobs()
    assert (heard, OutboxEvent.objects.filter(kind="Rung").count()) == ([], 0)


# The trail


def test_the_trail_says_who_changed_what_from_what_to_what(shop: Shop) -> None:
    company = shop.company()
    with write(Actor(staff_id=7, label="anne", address="10.0.0.1")):
        type(company).objects.filter(pk=company.pk).update(credit_limit=5)
    entry = AuditEntry.objects.latest("id")
    assert (entry.table, entry.row, entry.action) == ("customers_customer", str(company.pk), "update")
    assert entry.changes == {"credit_limit": [100_000.00, 5.00]}
    assert (entry.actor["staff_id"], entry.actor["label"], entry.actor["address"]) == (7, "anne", "10.0.0.1")


def test_a_write_that_changes_nothing_leaves_no_entry_and_one_statement_one_per_row(shop: Shop) -> None:
    company = shop.company()
    shop.company("Other AS")
    before = AuditEntry.objects.count()
    set_payment_term(customer_id=company.pk, payment_term_id=company.payment_term_id)
    assert AuditEntry.objects.count() == before
    type(company).objects.update(credit_limit=5)
    assert AuditEntry.objects.count() == before + 2


def test_personal_values_stand_apart_and_can_be_erased_with_the_chain_whole(shop: Shop) -> None:
    kari, ola = add_person("kari@example.com"), add_person("ola@example.com")
    for person in (kari, ola):
        Address.objects.create(
            customer=shop.company(), person_id=person.pk, name=str(person), street="Storgata 1", postcode="0155",
            city="Oslo", country="NO",
        )  # fmt: skip
    entry = AuditEntry.objects.filter(table="customers_address").latest("id")
    assert "Storgata" not in str(entry.changes)
    assert entry.changes["country"] == [None, "NO"]
    assert "street" in entry.changes["~personal"]["columns"]
    kept = AuditPersonalValue.objects.get(entry_uid=entry.uid)
    assert (kept.person_id, kept.values["street"]) == (ola.pk, [None, "Storgata 1"])
    seal_entries()

    assert erase_personal_values(person_id=ola.pk) >= 1

    assert not AuditPersonalValue.objects.filter(person_id=ola.pk).exists()
    assert AuditPersonalValue.objects.filter(person_id=kari.pk).exists()
    assert AuditEntry.objects.get(pk=entry.pk).changes == entry.changes
    assert find_broken_seals() == []


@pytest.mark.parametrize(
    "model", sorted(append_only_models, key=lambda one: one._meta.db_table), ids=lambda one: one._meta.db_table
)
def test_every_ledger_has_its_guard(model: Any) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "select tgtype from pg_trigger where tgrelid = %s::regclass and tgname = 'truso_append_only' and tgenabled = 'O'",
            [model._meta.db_table],
        )
        kinds = [row[0] for row in cursor.fetchall()]
    assert kinds == [1 | 2 | 8 | 16]  # each row, before, delete, update


@pytest.mark.parametrize("statement", ["update audit_auditentry set action = 'x'", "delete from audit_auditentry"])
def test_the_trail_is_neither_changed_nor_shortened(shop: Shop, statement: str) -> None:
    shop.company()
    with (
        pytest.raises((DatabaseError, IntegrityError), match="only grows"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)


def test_the_network_is_not_called_inside_a_transaction() -> None:
    outside_transaction("charging a card")
    with pytest.raises(RuntimeError, match="charging a card"), write():
        outside_transaction("charging a card")
