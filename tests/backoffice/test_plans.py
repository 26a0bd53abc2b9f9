"""Changes planned for a time: written when it has come, put back at their end, said where they can't be."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from tests.backoffice.conftest import Sign, send, told
from tests.factories import Shop
from truso.kernel.refusals import NotFound, Refused
from truso.modules.catalog.models import Product, Variant
from truso.platform import clock
from truso.platform.imports.models import PlannedChange
from truso.platform.imports.planned import NewPlan, cancel_plan, carry_out, plan_change
from truso.processes.product_history import history_of

DAY = timedelta(days=1)


def plan(field: str = "minimum_quantity", value: Any = "5", *, until: int = 0, sku: str = "A-1") -> PlannedChange:
    now = clock.now()
    wanted = NewPlan(
        target="products", key={"sku": sku}, subject=sku.lower(), field=field, value=value, at=now + DAY,
        until=now + until * DAY if until else None,
    )  # fmt: skip
    return plan_change(plan=wanted, by="Kari", by_id=None)


def due(one: PlannedChange, *, begin: bool = True) -> PlannedChange:
    """Let a plan's beginning (or end) be past, and the job run."""
    now = clock.now()
    times = {"at": now - timedelta(hours=2)} if begin else {"at": now - 2 * DAY, "until": now - timedelta(hours=1)}
    PlannedChange.objects.filter(pk=one.pk).update(**times)
    carry_out()
    one.refresh_from_db()
    return one


def quantity() -> int:
    return int(Variant.objects.get(sku="A-1").minimum_quantity)


def test_nothing_happens_before_its_time(shop: Shop) -> None:
    shop.add_article("A-1")
    one = plan()

    carry_out()

    one.refresh_from_db()
    assert (one.state, quantity()) == ("planned", 1)


def test_at_its_time_the_value_is_written_once(shop: Shop) -> None:
    variant = shop.add_article("A-1")
    one = due(plan())
    Variant.objects.filter(sku="A-1").update(minimum_quantity=9)

    carry_out()

    assert (one.state, quantity()) == ("done", 9)
    assert [line.after for line in history_of(variant.product).lines if line.field == "minimum_quantity"][:2] == [9, 5]


def test_at_its_end_the_value_of_before_comes_back(shop: Shop) -> None:
    shop.add_article("A-1")
    one = due(plan(until=3))
    began = (one.state, quantity())

    ended = due(one, begin=False)

    assert (began, ended.state, quantity()) == (("active", 5), "done", 1)


def test_what_somebody_changed_meanwhile_stays(shop: Shop) -> None:
    shop.add_article("A-1")
    one = due(plan(until=3))
    Variant.objects.filter(sku="A-1").update(minimum_quantity=7)

    ended = due(one, begin=False)

    assert (ended.state, ended.problem["code"], quantity()) == ("done", "changed_since", 7)


def test_a_product_goes_out_of_sale_and_comes_back(shop: Shop) -> None:
    variant = shop.add_article("A-1")
    one = due(plan("product_status", "draft", until=3))
    between = Product.objects.get(pk=variant.product_id).status

    due(one, begin=False)

    assert (between, Product.objects.get(pk=variant.product_id).status) == ("draft", "active")


def test_what_can_not_be_written_any_more_is_said_and_holds_up_no_other(shop: Shop) -> None:
    shop.add_article("A-1")
    shop.add_article("B-1")
    shop.add_article("C-1", stock="0")
    lost, other = plan(sku="C-1"), plan(sku="B-1")
    Variant.objects.filter(sku="C-1").delete()
    PlannedChange.objects.update(at=clock.now() - timedelta(hours=1))

    carry_out()

    lost.refresh_from_db()
    other.refresh_from_db()
    assert (lost.state, bool(lost.problem), other.state) == ("failed", True, "done")


def test_a_plan_is_given_up_before_and_ended_while_it_is_in_force(shop: Shop) -> None:
    shop.add_article("A-1")
    first, second = plan("mpn", "M1"), plan(until=3)
    cancel_plan(uuid=first.uuid)
    due(second)

    cancel_plan(uuid=second.uuid)

    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.state, second.state, quantity()) == ("cancelled", "done", 1)
    with pytest.raises(Refused):
        cancel_plan(uuid=second.uuid)
    with pytest.raises(NotFound):
        cancel_plan(uuid=uuid4())


@pytest.mark.parametrize(
    ("field", "value", "begin", "end", "code"),
    [
        ("minimum_quantity", "many", 1, 0, "cell_number"),
        ("minimum_quantity", "5", -1, 0, "plan_past"),
        ("minimum_quantity", "5", 2, 1, "plan_period"),
        ("nonsense", "5", 1, 0, "import_field_unknown"),
        ("weight_kg", None, 1, 0, "import_not_cleared"),
    ],
)
def test_what_can_not_come_true_is_refused_when_it_is_planned(
    shop: Shop, field: str, value: str | None, begin: int, end: int, code: str
) -> None:
    shop.add_article("A-1")
    now = clock.now()

    wanted = NewPlan(
            target="products", key={"sku": "A-1"}, subject="a-1", field=field, value=value, at=now + begin * DAY,
            until=now + end * DAY if end else None,
    )  # fmt: skip
    with pytest.raises(Refused) as refused:
        plan_change(plan=wanted, by="Kari", by_id=None)

    assert (refused.value.refusals[0].code, PlannedChange.objects.count()) == (code, 0)


def test_the_same_field_at_the_same_moment_is_planned_once(shop: Shop) -> None:
    shop.add_article("A-1")
    at = datetime(2040, 1, 1, tzinfo=UTC)
    fields: dict[str, Any] = {
        "target": "products", "key": {"sku": "A-1"}, "subject": "a-1", "field": "mpn", "at": at, "until": None,
    }  # fmt: skip
    plan_change(plan=NewPlan(value="M1", **fields), by="K", by_id=None)

    with pytest.raises(Refused) as refused:
        plan_change(plan=NewPlan(value="M2", **fields), by="K", by_id=None)
    with pytest.raises(IntegrityError), transaction.atomic():
        PlannedChange.objects.create(value="M3", created_at=at, by="K", **fields)

    assert refused.value.refusals[0].code == "plan_twice"


def test_staff_plan_and_give_up_on_the_products_page(shop: Shop, staff: Sign) -> None:
    variant = shop.add_article("A-1")
    product, address = staff("product"), reverse("backoffice:product_plans", args=[variant.product.uuid])

    wrong = send(product, address, field="minimum_quantity", value="5", at="soon")
    send(product, address, field="minimum_quantity", value="5", at="2040-01-02T08:00", until="2040-02-01T08:00")
    shown = told(product.get(address))
    one = PlannedChange.objects.get()
    send(product, address, cancel=str(one.uuid))

    assert (wrong.status_code, "This is no date and time." in told(wrong)) == (422, True)
    assert (one.at, one.until) == (datetime(2040, 1, 2, 7, tzinfo=UTC), datetime(2040, 2, 1, 7, tzinfo=UTC))
    assert "Minimum quantity" in shown
    one.refresh_from_db()
    assert one.state == "cancelled"


def test_plans_of_another_product_are_not_there(shop: Shop, staff: Sign) -> None:
    shop.add_article("A-1")
    other = shop.add_article("B-1")
    one = plan()

    answer = send(
        staff("product"), reverse("backoffice:product_plans", args=[other.product.uuid]), cancel=str(one.uuid)
    )

    one.refresh_from_db()
    assert (answer.status_code, one.state) == (404, "planned")
