"""The lowest price of the 30 days before a reduction: what it forbids a campaign, and what it is measured against."""

from __future__ import annotations

from datetime import datetime

import pytest

from tests.factories import Shop, texts
from tests.modules.test_campaigns import NOON, D, day, run
from truso.kernel.refusals import Refused
from truso.modules.catalog.models import Variant
from truso.modules.pricing.campaign_operations import save_campaign
from truso.modules.pricing.jobs import note_campaigns
from truso.modules.pricing.models import Campaign
from truso.modules.pricing.operations import NewPrice, set_prices
from truso.modules.pricing.queries import prices_for
from truso.modules.pricing.reductions import lowest_prices_before
from truso.platform import clock
from truso.platform.shortlived import forget

pytestmark = pytest.mark.django_db


def put(shop: Shop, article: Variant, amount: str, at: datetime) -> None:
    with clock.moved_to(at):
        set_prices(price_list=shop.price_list, prices=[NewPrice(article.pk, D(amount))])
    forget()


def test_a_cut_from_another_base_than_the_lowest_of_the_30_days_is_refused_or_left_out(shop: Shop) -> None:
    raised, steady = shop.add_article("A1", price=""), shop.add_article("B1", price="")
    put(shop, raised, "100", day(-100))
    put(shop, steady, "100", day(-100))
    put(shop, raised, "150", day(-10))
    with clock.moved_to(NOON):
        with pytest.raises(Refused) as refused:
            run(shop)
        (one,) = refused.value.refusals
        assert (one.code, one.subject) == ("reduction_from_other_base", "leave_out")
        assert (one.params["count"], one.params["sku"], one.params["price"], one.params["lowest"]) == (
            1,
            "A1",
            150,
            100,
        )
        assert one.params["day"] == day(-31).date()  # the first of the 30 days before yesterday
        campaign = Campaign(
            code="sale", names=texts("sale"), market=shop.market, percent=D(20), starts_at=day(-1), ends_at=day(1)
        )
        save_campaign(campaign=campaign, leave_out=True)
    assert campaign.left_out_ids == [raised.product_id]
    prices = prices_for(shop.visitor().at(NOON), [raised.pk, steady.pk])
    assert (prices[raised.pk].unit_price, prices[steady.pk].unit_price) == (150, 80)


@pytest.mark.parametrize(("amount", "is_refused"), [("125", True), ("124.99", False)])
def test_a_fixed_price_must_lie_below_the_lowest(shop: Shop, amount: str, is_refused: bool) -> None:
    article = shop.add_article("A1", price="")
    put(shop, article, "100", day(-100))
    put(shop, article, "150", day(-10))
    with clock.moved_to(NOON):
        try:
            run(shop, kind="fixed", amount=D(amount))
        except Refused:
            assert is_refused
        else:
            assert not is_refused


def test_what_only_some_may_have_or_asks_for_a_code_is_no_announced_reduction(shop: Shop) -> None:
    article = shop.add_article("A1", price="")
    put(shop, article, "100", day(-100))
    put(shop, article, "150", day(-10))
    with clock.moved_to(NOON):
        for number, fields in enumerate(({"coupon": "X"}, {"signed_in_only": True}, {"is_active": False})):
            run(shop, f"sale-{number}", **fields)
    assert Campaign.objects.count() == 3


def test_cuts_that_follow_one_another_are_measured_from_before_the_first(shop: Shop) -> None:
    article = shop.add_article("A1", price="")
    put(shop, article, "100", day(-100))
    with clock.moved_to(day(-20)):
        run(shop, "first", percent=D(10), starts_at=day(-20), ends_at=day(-10))
    with clock.moved_to(day(-10)):
        run(shop, "second", percent=D(20), starts_at=day(-10), ends_at=day(10))
    now = shop.visitor().at(NOON)
    price = prices_for(now, [article.pk])[article.pk]
    assert (price.unit_price, lowest_prices_before(now, [price])) == (80, {article.pk: D("125.00")})


def test_a_pause_between_cuts_ends_the_row(shop: Shop) -> None:
    article = shop.add_article("A1", price="")
    put(shop, article, "100", day(-100))
    with clock.moved_to(day(-20)):
        run(shop, "first", percent=D(10), starts_at=day(-20), ends_at=day(-11))
    with clock.moved_to(day(-11)):
        note_campaigns()
    with clock.moved_to(day(-10)), pytest.raises(Refused):
        run(shop, "second", percent=D(20), starts_at=day(-10), ends_at=day(10))


def test_an_amount_goes_on_with_a_cut_only_where_it_makes_the_price_lower_still(shop: Shop) -> None:
    article = shop.add_article("A1", price="")
    put(shop, article, "100", day(-100))
    with clock.moved_to(day(-20)):
        run(shop, "first", percent=D(22), starts_at=day(-20), ends_at=day(-10))
    # 25 with VAT take 20 off: 80 is no further cut than 78 was, though 75 would be.
    with clock.moved_to(day(-10)), pytest.raises(Refused):
        run(shop, "second", kind="amount", amount=D(25), starts_at=day(-10), ends_at=day(10))
