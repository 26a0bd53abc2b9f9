"""A campaign's limits hold, however many order at once. Source of the figures: a code used by 100 buyers."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest
from django.db import transaction

from tests.factories import Shop, checkout_fields, texts
from tests.races.conftest import FULL, Meeting, all_at_once, drop_constraints
from truso.kernel.buyer import Buyer
from truso.modules.cart.codes import enter_code
from truso.modules.cart.operations import NewLine, add_lines
from truso.modules.orders.models import Order
from truso.modules.pricing import campaigning
from truso.modules.pricing.models import Campaign, CampaignUse
from truso.modules.pricing.values import Used
from truso.platform import clock
from truso.platform.database.transactions import write
from truso.processes.place_order import place_order
from truso.processes.review import CheckoutData

BUYERS = 100 if FULL else 20
D = Decimal
_UNGUARDED = """
update pricing_campaign set used_count = (select used_count from pricing_campaign where id = %(id)s) + 1,
    used_amount = used_amount + %(amount)s where id = %(id)s returning most_per_customer
"""


def code_for(shop: Shop, **fields: Any) -> Campaign:
    shop.add_article("A1", price="400", stock="1000")
    now = clock.now()
    return Campaign.objects.create(
        code="code", names=texts("Code"), market=shop.market, kind="cart", amount=D(125), coupon="RACE",
        starts_at=now - timedelta(days=1), ends_at=now + timedelta(days=1), **fields,
    )  # fmt: skip


def with_code(shop: Shop, name: str) -> Buyer:
    buyer = shop.visitor(name)
    with transaction.atomic():
        add_lines(buyer=buyer, lines=[NewLine(shop.variants["A1"].pk, D(1))])
        enter_code(buyer=buyer, code="race")
    return buyer


def order(buyer: Buyer, email: str) -> str:
    with write():
        return place_order(buyer=buyer, data=CheckoutData.read(checkout_fields(email=email))).number


def test_a_code_for_seven_is_had_by_seven(raced: Shop) -> None:
    campaign = code_for(raced, most_uses=7, budget=D(1000))
    buyers = [with_code(raced, f"visitor-{number}") for number in range(BUYERS)]

    outcome = all_at_once(BUYERS, lambda number: order(buyers[number], f"p{number}@example.com"))

    campaign.refresh_from_db()
    assert (campaign.used_count, campaign.used_amount) == (7, D(700))
    assert (len(outcome.answers), outcome.codes()) == (7, ["campaign_used_up"] * (BUYERS - 7))
    assert Order.objects.filter(lines__allowance=D(125)).count() == CampaignUse.objects.count() == 7


def test_a_budget_is_never_overspent(raced: Shop) -> None:
    campaign = code_for(raced, budget=D(450))
    buyers = [with_code(raced, f"visitor-{number}") for number in range(BUYERS)]

    outcome = all_at_once(BUYERS, lambda number: order(buyers[number], f"p{number}@example.com"))

    campaign.refresh_from_db()
    assert (campaign.used_count, campaign.used_amount) == (4, D(400))
    assert len(outcome.answers) == 4


def use(campaign: Campaign, holder: str) -> None:
    with write():
        campaigning.use_campaigns(subject=uuid4(), holder=holder, used=[Used(campaign.pk, "Code", D(100))])


def test_one_customer_has_it_once(raced: Shop) -> None:
    campaign = code_for(raced, most_per_customer=1)

    outcome = all_at_once(BUYERS, lambda number: use(campaign, "customer:1"))

    assert (len(outcome.answers), outcome.codes()) == (1, ["campaign_used_before"] * (BUYERS - 1))
    assert CampaignUse.objects.count() == 1


def test_without_guard_and_constraint_a_code_for_one_is_had_by_many(
    raced: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    campaign = code_for(raced, most_uses=1)
    monkeypatch.setattr(campaigning, "_TAKE", _UNGUARDED)
    drop_constraints("pricing_campaign", "campaign_limits")

    outcome = all_at_once(8, lambda number: use(campaign, f"customer:{number}"))

    assert (len(outcome.answers), outcome.codes()) == (8, [])


def test_the_constraint_alone_stops_a_code_at_its_limit(raced: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    campaign = code_for(raced, most_uses=1, budget=D(100))
    monkeypatch.setattr(campaigning, "_TAKE", _UNGUARDED)

    outcome = all_at_once(8, lambda number: use(campaign, f"customer:{number}"))

    assert (len(outcome.answers), {type(error).__name__ for error in outcome.errors}) == (1, {"IntegrityError"})


_UNLOCKED = "select most_per_customer from pricing_campaign where id = %(id)s"


def test_without_lock_and_constraint_one_customer_has_it_many_times(
    raced: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    campaign = code_for(raced, most_per_customer=1)
    monkeypatch.setattr(campaigning, "_TAKE", _UNLOCKED)
    monkeypatch.setattr(campaigning, "_note_use", Meeting(8).before(campaigning._note_use))
    drop_constraints("pricing_campaignuse", "campaign_use_once")

    outcome = all_at_once(8, lambda number: use(campaign, "customer:1"))

    assert (len(outcome.answers), CampaignUse.objects.filter(holder="customer:1").count()) == (8, 8)


def test_the_constraint_alone_lets_one_customer_have_it_once(raced: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    campaign = code_for(raced, most_per_customer=1)
    monkeypatch.setattr(campaigning, "_TAKE", _UNLOCKED)
    monkeypatch.setattr(campaigning, "_note_use", Meeting(8).before(campaigning._note_use))

    outcome = all_at_once(8, lambda number: use(campaign, "customer:1"))

    assert (len(outcome.answers), {type(error).__name__ for error in outcome.errors}) == (1, {"IntegrityError"})
