"""What is agreed holds: put a version in force, let it go on, expire, be terminated or replaced.

Everything it says is written into pricing, catalog and the customer's terms as it begins, and taken out as it ends.
"""

from __future__ import annotations

from datetime import date, timedelta

from truso.kernel.period import add_months
from truso.kernel.refusals import refuse
from truso.modules.agreements.models import Agreement, AgreementStep
from truso.modules.catalog.operations import limit_customer
from truso.modules.customers.operations import set_payment_term
from truso.modules.pricing.operations import set_list_active, set_price_policy
from truso.platform import clock

State = Agreement.State
Kind = AgreementStep.Kind


def note_step(
    agreement: Agreement,
    kind: str,
    *,
    person_id: int | None = None,
    name: str = "",
    note: str = "",
    sha256: str = "",
    address: str = "",
) -> AgreementStep:
    """Write down what happened to an agreement."""
    return AgreementStep.objects.create(
        agreement=agreement, kind=kind, at=clock.now(), person_id=person_id, name=name, note=note, sha256=sha256, address=address
    )  # fmt: skip


def put_in_force(*, agreement: Agreement, person_id: int | None = None, note: str = "") -> Agreement:
    """Let a version hold: its contract list counts, its policy and range hold, its payment term is the customer's.

    One that begins later waits, signed, for its first day; one that is a draft or was sent and is signed on paper can be put
    in force without a countersignature, which its trail then lacks. The version of its number in force before gives way.
    Refuses `agreement_not_draft` for what has begun or ended.
    """
    if not agreement.is_open:
        raise refuse("agreement_not_draft", state=agreement.state)
    today = agreement.customer.market.day_of(clock.now())
    if agreement.valid_from > today:
        return _wait(agreement, person_id)
    before = Agreement.objects.select_for_update().filter(number=agreement.number, state=State.ACTIVE).first()
    if before is not None:
        _take_out(before, State.REPLACED, keeps_list=agreement.price_list_id)
        note_step(before, Kind.REPLACED)
    _write(agreement, before)
    agreement.state = State.ACTIVE
    agreement.save(update_fields=["state", "term_before"])
    note_step(agreement, Kind.STARTED, person_id=person_id, note=note)
    _hold_rules(agreement.customer_id)
    return agreement


def _wait(agreement: Agreement, person_id: int | None) -> Agreement:
    """Keep one that begins later until its first day."""
    if agreement.state != State.SIGNED:
        agreement.state = State.SIGNED
        agreement.save(update_fields=["state"])
        note_step(agreement, Kind.SIGNED, person_id=person_id, sha256=agreement.sha256)
    return agreement


def _write(agreement: Agreement, before: Agreement | None) -> None:
    _let_list_count(agreement)
    if agreement.payment_term_id:
        customer = agreement.customer
        agreement.term_before_id = before.term_before_id if before else customer.payment_term_id
        set_payment_term(customer_id=agreement.customer_id, payment_term_id=agreement.payment_term_id)


def _let_list_count(agreement: Agreement) -> None:
    """Let the contract list count as long as the agreement lasts."""
    if agreement.price_list_id:
        set_list_active(
            price_list_id=agreement.price_list_id,
            active=True,
            valid_from=agreement.valid_from,
            valid_to=agreement.valid_to,
        )


def _hold_rules(customer_id: int) -> None:
    """Let policy and range be those of the customer's agreement in force that began last; none when there is none."""
    active = Agreement.objects.filter(customer_id=customer_id, state=State.ACTIVE).order_by("valid_from", "id").last()
    is_asked = bool(active and active.range == Agreement.Range.ASK)
    set_price_policy(
        customer_id=customer_id,
        best_price_wins=bool(active and active.best_price_wins),
        on_request_but=active.assortment_id if active and is_asked else None,
    )
    is_only = bool(active and active.range == Agreement.Range.ONLY)
    limit_customer(customer_id=customer_id, assortment_id=active.assortment_id if active and is_only else None)


def _take_out(agreement: Agreement, state: str, *, keeps_list: int | None = None) -> None:
    if agreement.price_list_id and agreement.price_list_id != keeps_list:
        set_list_active(price_list_id=agreement.price_list_id, active=False)
    agreement.state = state
    agreement.save(update_fields=["state"])


def end_agreement(*, agreement: Agreement, person_id: int | None = None, reason: str = "") -> Agreement:
    """Terminate an agreement in force now: its prices, policy, range and term hold no more, those of another in force do.

    Refuses `agreement_not_active`.
    """
    _end(agreement, State.TERMINATED, Kind.TERMINATED, person_id=person_id, note=reason)
    return agreement


def _end(agreement: Agreement, state: str, kind: str, *, person_id: int | None = None, note: str = "") -> None:
    if agreement.state != State.ACTIVE:
        raise refuse("agreement_not_active", state=agreement.state)
    _take_out(agreement, state)
    note_step(agreement, kind, person_id=person_id, note=note[:500])
    _hold_rules(agreement.customer_id)
    _back_to_term(agreement)


def _back_to_term(agreement: Agreement) -> None:
    """Give the customer the term of another agreement in force, else the one it had, unless staff chose another meanwhile."""
    customer = agreement.customer
    customer.refresh_from_db(fields=["payment_term"])
    if not agreement.payment_term_id or customer.payment_term_id != agreement.payment_term_id:
        return
    others = Agreement.objects.filter(customer_id=agreement.customer_id, state=State.ACTIVE, payment_term__isnull=False)
    other = others.order_by("valid_from", "id").last()
    set_payment_term(
        customer_id=agreement.customer_id, payment_term_id=other.payment_term_id if other else agreement.term_before_id
    )


def give_notice(*, agreement: Agreement, on: date | None, person_id: int | None, reason: str) -> Agreement:
    """Let an agreement in force end on a day instead of going on; None means as soon as its notice allows.

    Refuses `agreement_not_active`, `reason_required`, and `agreement_notice` for a day before the notice is over.
    """
    if agreement.state != State.ACTIVE:
        raise refuse("agreement_not_active", state=agreement.state)
    if not reason.strip():
        raise refuse("reason_required", "reason")
    today = agreement.customer.market.day_of(clock.now())
    earliest = max(today + timedelta(days=agreement.notice_days), agreement.valid_from + timedelta(days=1))
    if on is not None and on < earliest:
        raise refuse("agreement_notice", "valid_to", earliest=earliest)
    agreement.valid_to = min(on or earliest, agreement.valid_to or date.max)
    agreement.renews_months = None
    agreement.save(update_fields=["valid_to", "renews_months"])
    _let_list_count(agreement)
    note_step(agreement, Kind.NOTICE, person_id=person_id, note=reason.strip()[:500])
    if agreement.valid_to <= today:
        _end(agreement, State.TERMINATED, Kind.TERMINATED, person_id=person_id, note=reason)
    return agreement


def turn_agreement(*, agreement: Agreement) -> str:
    """Do what an agreement's day has come for: begin it, let it go on, or let it expire. Return what was done, or nothing."""
    today = agreement.customer.market.day_of(clock.now())
    if agreement.state == State.SIGNED and agreement.valid_from <= today:
        put_in_force(agreement=agreement)
        return "started"
    if agreement.state != State.ACTIVE or agreement.valid_to is None or agreement.valid_to > today:
        return ""
    if agreement.renews_months:
        while agreement.valid_to <= today:
            agreement.valid_to = add_months(agreement.valid_to, agreement.renews_months)
        agreement.reminded_on = None
        agreement.save(update_fields=["valid_to", "reminded_on"])
        _let_list_count(agreement)
        note_step(agreement, Kind.RENEWED)
        return "renewed"
    _end(agreement, State.EXPIRED, Kind.EXPIRED)
    return "expired"
