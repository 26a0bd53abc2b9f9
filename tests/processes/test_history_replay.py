"""The demo's history, written in bulk, holds the rows the operations write for the same orders."""

from __future__ import annotations

import os
import random
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

import pytest
from django.db import connection, transaction

from demo.history.plan import PlannedOrder
from demo.history.write import Trade, write_history
from demo.load import load_shop
from demo.load.trade import make_trade, plan_trade
from tests.processes.replay import Replay, fill_shelves
from tests.processes.snapshot import differences, snapshot
from truso.modules.approvals.models import ApprovalRequest
from truso.modules.orders.models import Order
from truso.platform.shortlived import forget
from truso.processes.verify import verify

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
SEED = 20260302
COUNT = 200 if os.environ.get("ASSURE") else 25


def sample(plans: Sequence[PlannedOrder], count: int) -> list[PlannedOrder]:
    """Return plans chosen by seed, in the order of time: a third of them with several deliveries or a return."""
    rng = random.Random(SEED)
    eventful = [plan for plan in plans if len(plan.parts) > 1 or plan.returned]
    chosen = rng.sample(eventful, count // 3) + rng.sample(plans, count - count // 3)
    return sorted(dict.fromkeys(chosen), key=lambda plan: (plan.placed_at, plan.customer_id))


def written_in_bulk(
    trade: Trade, plans: Sequence[PlannedOrder]
) -> tuple[dict[int, dict[str, Any]], dict[int, datetime]]:
    """Return what the generator writes per plan, and when it has orders approved; the database is as before."""
    begin = transaction.savepoint()
    write_history(trade, plans)
    found, approved = {}, {}
    for index, plan in enumerate(plans):
        order = Order.objects.filter(
            customer_id=plan.customer_id, person_id=plan.person_id, placed_at=plan.placed_at
        ).first()
        if order:
            found[index] = snapshot(order.pk)
            request = ApprovalRequest.objects.filter(subject_uuid=order.uuid).first()
            if request and request.decided_at:
                approved[index] = request.decided_at
    transaction.savepoint_rollback(begin)
    return found, approved


def analyze() -> None:
    """Let the planner know the tables, which nobody but this transaction has seen yet."""
    with connection.cursor() as cursor:
        cursor.execute("analyze")


@pytest.mark.django_db
def test_planned_orders_replayed_through_the_operations_give_the_rows_the_generator_writes() -> None:
    shop = load_shop(now=NOW)
    analyze()
    plans = sample(plan_trade(now=NOW, goods=shop.goods, parties=shop.parties), COUNT)
    trade = make_trade(now=NOW, base=shop.base, parties=shop.parties)
    expected, approved_at = written_in_bulk(trade, plans)
    forget()
    fill_shelves(trade, plans)

    replay = Replay(trade, approved_at=approved_at)
    replay.run(plans)

    found = {index: snapshot(order) for index, order in replay.orders.items()}
    problems = [
        f"plan {index} ({plans[index].placed_at:%Y-%m-%d}, customer {plans[index].customer_id}): {problem}"
        for index in expected
        for problem in (differences(expected[index], found[index]) if index in found else [replay.refused[index]])
    ]
    assert not problems, "\n".join(problems)
    assert found.keys() == expected.keys()
    assert len(found) >= COUNT * 0.9
    assert list(verify()) == []
