"""Changes that are planned: kept, cancelled, and written when their time has come, by the targets every import writes by."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec
from django.db import IntegrityError, transaction

from truso.kernel.refusals import NotFound, Refusal, Refused, refuse
from truso.kernel.value import Value
from truso.platform import clock
from truso.platform.database.transactions import Actor, write
from truso.platform.imports.batches import write_batch
from truso.platform.imports.models import PlannedChange
from truso.platform.imports.targets import find_target
from truso.platform.imports.values import Kind, Outcome
from truso.platform.jobs import periodic

State = PlannedChange.State
MOST_AT_ONCE = 1_000


class NewPlan(Value, frozen=True):
    """What is to be planned: the record by its key (and what lists call it), the field, its value, from when, until when.

    A value of None empties the field; without an end it stays.
    """

    target: str
    key: Mapping[str, Any]
    subject: str
    field: str
    value: Any
    at: datetime
    until: datetime | None = None


def plan_change(*, plan: NewPlan, by: str, by_id: int | None) -> PlannedChange:
    """Plan that a field gets a value. Judged at once as if it were written now.

    Refuses what the value is refused for, `plan_past` for a time that is gone, `plan_period` for an end before its
    beginning, and `plan_twice` for the same field at the same moment.
    """
    if plan.at <= clock.now():
        raise refuse("plan_past", "at")
    if plan.until is not None and plan.until <= plan.at:
        raise refuse("plan_period", "until")
    found = find_target(plan.target)
    if found is None:
        raise refuse("import_target_unknown", "target", found=plan.target)
    outcome = write_batch(found, [{**plan.key, plan.field: plan.value}], options={}, is_trial=True).outcomes[0]
    if outcome.kind == Kind.REFUSED:
        raise Refused(*outcome.reasons)
    try:
        with transaction.atomic():
            return PlannedChange.objects.create(
                target=plan.target, key=dict(plan.key), subject=plan.subject[:80], field=plan.field, value=plan.value,
                at=plan.at, until=plan.until, by=by[:200], by_id=by_id, created_at=clock.now(),
            )  # fmt: skip
    except IntegrityError as problem:
        raise refuse("plan_twice", "at") from problem


def cancel_plan(*, uuid: UUID) -> PlannedChange:
    """Give up a plan that has not begun, or let one in force end at once. Raises NotFound; refuses `plan_over`."""
    plan = PlannedChange.objects.select_for_update().filter(uuid=uuid).first()
    if plan is None:
        raise NotFound("plan")
    if plan.state == State.PLANNED:
        plan.state, plan.ended_at = State.CANCELLED, clock.now()
        plan.save(update_fields=["state", "ended_at"])
    elif plan.state == State.ACTIVE:
        _end(plan)
    else:
        raise refuse("plan_over")
    return plan


@periodic("imports.planned", "* * * * *")
def carry_out() -> None:
    """Write what is due and end what is over, each in a transaction of its own: one that fails holds up no other."""
    for _time in range(MOST_AT_ONCE):
        if not _carry_out_one():
            return


def _carry_out_one() -> bool:
    now = clock.now()
    with transaction.atomic():
        rows = PlannedChange.objects.select_for_update(skip_locked=True)
        plan = (
            rows.filter(state=State.ACTIVE, until__lte=now).order_by("until", "id").first()
            or rows.filter(state=State.PLANNED, at__lte=now).order_by("at", "id").first()
        )
        if plan is None:
            return False
        with write(Actor(staff_id=plan.by_id, label=f"plan:{plan.uuid}")):
            if plan.state == State.ACTIVE:
                _end(plan)
            else:
                _begin(plan)
    return True


def _begin(plan: PlannedChange) -> None:
    outcome = _written(plan, plan.value)
    plan.written_at = clock.now()
    if outcome.kind == Kind.REFUSED:
        _fail(plan, outcome.reasons[0])
        return
    plan.before = outcome.changes[plan.field][0] if plan.field in outcome.changes else plan.value
    plan.state = State.ACTIVE if plan.until else State.DONE
    plan.ended_at = None if plan.until else plan.written_at
    plan.save(update_fields=["before", "state", "written_at", "ended_at"])


def _end(plan: PlannedChange) -> None:
    """Let what stood before come back, where the planned value still stands."""
    plan.ended_at = clock.now()
    target = find_target(plan.target)
    trial = write_batch(target, [{**plan.key, plan.field: plan.value}], options={}, is_trial=True) if target else None
    if trial is None or trial.outcomes[0].kind != Kind.SAME:
        _fail(plan, Refusal("changed_since", {"fields": plan.field}), State.DONE)
        return
    outcome = _written(plan, plan.before)
    if outcome.kind == Kind.REFUSED:
        _fail(plan, outcome.reasons[0])
        return
    plan.state = State.DONE
    plan.save(update_fields=["state", "ended_at"])


def _written(plan: PlannedChange, value: Any) -> Outcome:
    target = find_target(plan.target)
    if target is None:
        return Outcome(1, Kind.REFUSED, reasons=(Refusal("import_target_unknown", {"found": plan.target}),))
    if isinstance(value, list):
        value = [str(one) for one in value]
    return write_batch(target, [{**plan.key, plan.field: value}], options={}).outcomes[0]


def _fail(plan: PlannedChange, reason: Refusal, state: str = State.FAILED) -> None:
    plan.state, plan.problem = state, {"code": reason.code, "params": msgspec.to_builtins(reason.params, enc_hook=str)}
    plan.save(update_fields=["state", "problem", "written_at", "ended_at"])
