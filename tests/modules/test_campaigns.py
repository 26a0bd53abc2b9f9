"""Campaigns: what they make of prices, for whom, by which code, how often, and from which base they may be advertised."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from tests.factories import Shop, texts
from truso.kernel.buyer import Buyer
from truso.kernel.refusals import Refused
from truso.modules.cart.codes import enter_code, remove_code
from truso.modules.cart.operations import NewLine, add_lines, note_seen_prices, open_cart
from truso.modules.catalog.models import Variant
from truso.modules.customers.models import Segment
from truso.modules.identity.models import Person
from truso.modules.pricing.campaign_operations import save_campaign
from truso.modules.pricing.campaigning import holder_of, release_campaigns, use_campaigns
from truso.modules.pricing.models import Campaign, CampaignUse, ConsumerPrice, Price, PriceList
from truso.modules.pricing.operations import NewPrice, set_prices
from truso.modules.pricing.queries import price_basket, prices_for
from truso.modules.pricing.values import Basket, BasketLine, PricedBasket, Used
from truso.platform import clock
from truso.platform.shortlived import forget

pytestmark = pytest.mark.django_db
D = Decimal
NOON = datetime(2026, 6, 1, 12, tzinfo=UTC)


def day(number: float) -> datetime:
    return NOON + timedelta(days=number)


def run(shop: Shop, code: str = "sale", **fields: Any) -> Campaign:
    """Save a campaign that runs now, by default 20 % off."""
    now = clock.now()
    if fields.get("kind", "percent") == "percent":
        fields.setdefault("percent", D(20))
    saved = save_campaign(
        campaign=Campaign(
            code=code, names=texts(code), market=shop.market,
            **{"starts_at": now - timedelta(days=1), "ends_at": now + timedelta(days=1), **fields},
        )
    )  # fmt: skip
    forget()
    return saved


def basket(buyer: Buyer, *lines: tuple[Variant, int], codes: tuple[str, ...] = (), email: str = "") -> PricedBasket:
    wanted = tuple(BasketLine(one.sku, one.pk, D(quantity)) for one, quantity in lines)
    return price_basket(buyer, Basket(wanted, codes=codes, email=email))


def refused_codes(refused: pytest.ExceptionInfo[Refused]) -> list[tuple[str, str]]:
    return [(one.code, one.subject) for one in refused.value.refusals]


@pytest.mark.parametrize(
    ("fields", "net", "gross"),
    [
        ({"percent": "20"}, "80", "100.00"),
        ({"kind": "amount", "amount": "25"}, "80", "100.00"),  # 25 with VAT are 20 without
        ({"kind": "fixed", "amount": "99.90"}, "79.92", "99.90"),  # the price that is shown, to the coin
        ({"kind": "fixed", "amount": "200"}, "100", "125.00"),  # dearer than the list price: it does not count
        ({"kind": "amount", "amount": "500"}, "0", "0.00"),
    ],
)
def test_a_campaign_makes_the_price_of_each_article(shop: Shop, fields: dict[str, Any], net: str, gross: str) -> None:
    article = shop.add_article("A1", price="100")
    run(shop, **{name: D(value) if name != "kind" else value for name, value in fields.items()})
    price = prices_for(shop.visitor(), [article.pk])[article.pk]
    assert (price.unit_price, price.unit_price_gross) == (D(net), D(gross))
    assert ConsumerPrice.objects.latest("id").amount == D(net)


def test_of_several_campaigns_on_an_article_the_best_counts_alone(shop: Shop) -> None:
    article = shop.add_article("A1", price="100")
    run(shop, "twenty")
    run(shop, "thirty", kind="amount", amount=D("37.50"))
    line = basket(shop.visitor(), (article, 1)).lines[0]
    assert [(one.name, str(one.amount), one.outcome) for one in line.explanation if one.source == "campaign"] == [
        ("thirty en", "70.000000", "won"),
        ("twenty en", "80.000000", "lost_to_price"),
    ]
    assert ConsumerPrice.objects.latest("id").campaign == Campaign.objects.get(code="thirty")


def test_what_is_left_out_or_of_another_brand_keeps_its_price(shop: Shop) -> None:
    a, b = shop.add_article("A1", price="100"), shop.add_article("B1", price="100")
    run(shop, brand=shop.brand, left_out_ids=[b.product_id])
    prices = prices_for(shop.visitor(), [a.pk, b.pk])
    assert (prices[a.pk].unit_price, prices[b.pk].unit_price) == (80, 100)


def test_only_those_it_is_meant_for_have_it(shop: Shop) -> None:
    article = shop.add_article("A1", price="100")
    company = shop.company()
    trade = shop.buyer(shop.member(company, "ola@example.com", "orderer"))
    member = shop.buyer(shop.consumer())

    def paid(*buyers: Buyer) -> list[int]:
        forget()
        return [int(prices_for(one.at(one.now), [article.pk])[article.pk].unit_price) for one in buyers]

    run(shop)
    assert paid(shop.visitor(), member, trade) == [80, 80, 100]
    Campaign.objects.update(signed_in_only=True)
    assert paid(shop.visitor(), member, trade) == [100, 80, 100]
    Campaign.objects.update(for_consumers=False, for_businesses=True)
    assert paid(shop.visitor(), member, trade) == [100, 100, 80]
    segment = Segment.objects.create(code="gold", names=texts("Gold"))
    Campaign.objects.update(segment_ids=[segment.pk])
    assert paid(trade) == [100]
    company.segments.add(segment)
    assert paid(shop.buyer(Person.objects.get(email="ola@example.com"))) == [80]


def test_a_campaign_counts_from_its_first_second_until_before_its_last(shop: Shop) -> None:
    article = shop.add_article("A1", price="100")
    start = clock.now().replace(microsecond=0)
    run(shop, starts_at=start, ends_at=start + timedelta(seconds=10))
    seconds = {
        offset: int(
            prices_for(shop.visitor().at(start + timedelta(seconds=offset)), [article.pk])[article.pk].unit_price
        )
        for offset in (-1, 0, 9, 10)
    }
    assert seconds == {-1: 100, 0: 80, 9: 80, 10: 100}


# Codes


def test_a_code_counts_in_the_cart_it_was_entered_in_and_nowhere_else(shop: Shop) -> None:
    article = shop.add_article("A1", price="100")
    run(shop, coupon=" sum mer ")
    buyer = shop.visitor()
    assert prices_for(buyer, [article.pk])[article.pk].unit_price == 100
    assert basket(buyer, (article, 1)).lines[0].unit_price == 100
    found = basket(buyer, (article, 1), codes=("Summer",))
    assert (found.lines[0].unit_price, [(one.code, one.outcome) for one in found.deals.codes]) == (
        80,
        [("SUMMER", "counts")],
    )
    assert ConsumerPrice.objects.filter(campaign__isnull=False).count() == 0


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"coupon": "OTHER"}, "code_not_found"),
        ({"starts_at": day(1), "ends_at": day(2)}, "code_not_found"),
        ({"starts_at": day(-2), "ends_at": day(-1)}, "code_ended"),
        ({"for_consumers": False, "for_businesses": True}, "code_not_found"),
        ({"segment_ids": [1]}, "code_not_found"),
        ({"signed_in_only": True}, "code_needs_sign_in"),
        ({"is_active": False}, "code_not_found"),
        ({"most_uses": 1, "used_count": 1}, "code_used_up"),
    ],
)
def test_a_code_that_is_not_valid_is_refused_with_the_reason(shop: Shop, fields: dict[str, Any], code: str) -> None:
    Campaign.objects.create(
        **{
            "code": "sale", "names": texts("Sale"), "market": shop.market, "kind": "percent", "percent": D(20),
            "coupon": "SUMMER", "starts_at": day(-1), "ends_at": day(1), **fields,
        }
    )  # fmt: skip
    with clock.moved_to(NOON), pytest.raises(Refused) as refused:
        enter_code(buyer=shop.visitor(), code="summer")
    assert refused_codes(refused) == [(code, "code")]


def test_codes_stay_in_the_cart_until_they_are_taken_out(shop: Shop) -> None:
    article = shop.add_article("A1", price="100")
    run(shop, coupon="SUMMER")
    buyer = shop.visitor()
    add_lines(buyer=buyer, lines=[NewLine(article.pk, D(1))])
    note_seen_prices(buyer=buyer, cart=open_cart(buyer=buyer))
    enter_code(buyer=buyer, code="summer")
    enter_code(buyer=buyer, code="SUMMER")
    cart = open_cart(buyer=buyer)
    assert (cart.codes, cart.lines.get().seen_price) == (["SUMMER"], None)  # a price the buyer asked for is no surprise
    remove_code(buyer=buyer, code="summer")
    assert open_cart(buyer=buyer).codes == []
    with pytest.raises(Refused) as refused:
        enter_code(buyer=buyer, code="  ")
    assert refused_codes(refused) == [("code_empty", "code")]


# Limits


def limited(shop: Shop, **fields: Any) -> Campaign:
    return run(shop, kind="cart", amount=D(125), coupon="BUDGET", **fields)


def test_an_order_takes_its_part_of_a_limit_and_gives_it_back(shop: Shop) -> None:
    campaign = limited(shop, most_uses=1, budget=D(150))
    order, other = uuid4(), uuid4()
    use_campaigns(subject=order, holder="customer:1", used=[Used(campaign.pk, "sale", D(100))])
    campaign.refresh_from_db()
    assert (campaign.used_count, campaign.used_amount) == (1, D(100))
    with pytest.raises(Refused) as refused, transaction.atomic():
        use_campaigns(subject=other, holder="customer:2", used=[Used(campaign.pk, "sale", D(1))])
    assert refused_codes(refused) == [("campaign_used_up", "")]
    release_campaigns(subject=order)
    release_campaigns(subject=order)
    campaign.refresh_from_db()
    assert (campaign.used_count, campaign.used_amount) == (0, 0)
    use_campaigns(subject=other, holder="customer:2", used=[Used(campaign.pk, "sale", D(1))])


def test_staff_who_save_a_campaign_do_not_give_back_what_was_taken_meanwhile(shop: Shop) -> None:
    campaign = limited(shop, most_uses=5, budget=D(500))
    open_in_a_form = Campaign.objects.get(pk=campaign.pk)
    use_campaigns(subject=uuid4(), holder="customer:1", used=[Used(campaign.pk, "sale", D(100))])
    open_in_a_form.budget = D(600)
    save_campaign(campaign=open_in_a_form)
    campaign.refresh_from_db()
    assert (campaign.budget, campaign.used_count, campaign.used_amount) == (600, 1, 100)


def test_nobody_has_it_more_often_than_one_may(shop: Shop) -> None:
    article = shop.add_article("A1", price="400")
    campaign = limited(shop, most_per_customer=1)
    member = shop.buyer(shop.consumer())
    holder = f"customer:{member.customer_id}"
    use_campaigns(subject=uuid4(), holder=holder, used=[Used(campaign.pk, "sale", D(100))])
    with pytest.raises(Refused) as refused, transaction.atomic():
        use_campaigns(subject=uuid4(), holder=holder, used=[Used(campaign.pk, "sale", D(100))])
    assert refused_codes(refused) == [("campaign_used_before", "")]
    spent = basket(member, (article, 1), codes=("BUDGET",))
    assert (spent.gross, [one.outcome for one in spent.deals.codes]) == (500, ["code_used_before"])
    assert basket(shop.visitor(), (article, 1), codes=("BUDGET",), email="a@b.no").gross == 375


def test_a_guest_is_known_by_the_address(shop: Shop) -> None:
    article = shop.add_article("A1", price="400")
    campaign = limited(shop, most_per_customer=1)
    guest = shop.visitor()
    use_campaigns(
        subject=uuid4(), holder=holder_of(guest, "Kari@Example.com"), used=[Used(campaign.pk, "sale", D(100))]
    )
    assert basket(guest, (article, 1), codes=("BUDGET",), email=" kari@example.COM ").gross == 500
    assert basket(guest, (article, 1), codes=("BUDGET",), email="ola@example.com").gross == 375
    assert "kari" not in CampaignUse.objects.get().holder


def test_a_budget_that_does_not_hold_any_more_gives_nothing(shop: Shop) -> None:
    article = shop.add_article("A1", price="400")
    campaign = limited(shop, budget=D(150))
    assert basket(shop.visitor(), (article, 1), codes=("BUDGET",)).deals.used == (
        Used(campaign.pk, "sale en", D("100.00")),
    )
    Campaign.objects.update(used_amount=D(60))
    forget()
    assert basket(shop.visitor(), (article, 1), codes=("BUDGET",)).gross == 500


def test_the_database_lets_no_limit_be_passed(shop: Shop) -> None:
    campaign = limited(shop, most_uses=2, budget=D(100), most_per_customer=1)
    for fields in ({"used_count": 3}, {"used_amount": D(101)}):
        with pytest.raises(IntegrityError, match="campaign_limits"), transaction.atomic():
            Campaign.objects.filter(pk=campaign.pk).update(**fields)
    use = CampaignUse(campaign=campaign, subject=uuid4(), holder="x", place=1, most=1, amount=0, used_at=NOON)
    use.save()
    with pytest.raises(IntegrityError, match="campaign_use_within"), transaction.atomic():
        CampaignUse.objects.create(
            campaign=campaign, subject=uuid4(), holder="x", place=2, most=1, amount=0, used_at=NOON
        )
    with pytest.raises(IntegrityError, match="campaign_use_once"), transaction.atomic():
        CampaignUse.objects.create(
            campaign=campaign, subject=uuid4(), holder="x", place=1, most=1, amount=0, used_at=NOON
        )


@pytest.mark.parametrize(
    ("fields", "refusal"),
    [
        ({"percent": None}, ("percent_invalid", "percent")),
        ({"percent": D(101)}, ("percent_invalid", "percent")),
        ({"kind": "fixed", "percent": None}, ("campaign_amount_invalid", "amount")),
        ({"kind": "amount", "percent": None, "amount": D("1e13")}, ("price_too_large", "amount")),
        ({"kind": "cart", "amount": D(5)}, ("discount_one_of_two", "percent")),
        ({"kind": "multiple", "percent": None, "buy": 2, "pay": 2}, ("campaign_multiple_invalid", "buy")),
        ({"kind": "set", "product_ids": [7, 7]}, ("campaign_set_too_small", "articles")),
        ({"kind": "gift", "percent": None}, ("campaign_gift_missing", "gift")),
        ({"minimum": D(5)}, ("campaign_minimum_unfit", "minimum")),
        ({"for_consumers": False}, ("campaign_for_nobody", "for_consumers")),
        ({"ends_at": NOON - timedelta(days=9)}, ("period_invalid", "ends_at")),
        ({"most_uses": 0}, ("limit_below_used", "most_uses")),
        ({"budget": D(0)}, ("limit_below_used", "budget")),
        ({"coupon": "taken"}, ("campaign_coupon_taken", "coupon")),
    ],
)  # fmt: skip
def test_a_campaign_that_makes_no_sense_is_refused(
    shop: Shop, fields: dict[str, Any], refusal: tuple[str, str]
) -> None:
    run(shop, "first", coupon="TAKEN")
    with clock.moved_to(NOON), pytest.raises(Refused) as refused:
        run(shop, **{"percent": D(20), **fields})
    assert refused_codes(refused) == [refusal]
    assert Campaign.objects.count() == 1


# What one audience's prices have to do with the other's


def test_editing_every_consumer_price_moves_no_contract_price_and_the_reverse(shop: Shop) -> None:
    articles = [shop.add_article(f"A{number}", price="100") for number in range(5)]
    company = shop.company()
    trade, consumer = shop.buyer(shop.member(company, "ola@example.com", "orderer")), shop.visitor()
    contract = PriceList.objects.create(
        code="deal", names=texts("Deal"), kind="contract", currency="NOK", customer=company
    )
    set_prices(price_list=contract, prices=[NewPrice(one.pk, D(70 + index)) for index, one in enumerate(articles)])

    def of(buyer: Buyer) -> list[Decimal]:
        forget()
        found = prices_for(buyer.at(buyer.now), [one.pk for one in articles])
        return [found[one.pk].unit_price for one in articles]

    before_trade, before_consumer = of(trade), of(consumer)
    set_prices(price_list=shop.price_list, prices=[NewPrice(one.pk, D(5)) for one in articles])
    run(shop, percent=D(50), left_out_ids=[])
    assert (of(trade), of(consumer)) == (before_trade, [D("2.500000")] * 5)
    after_consumer = of(consumer)
    Price.objects.filter(price_list=contract).update(amount=D(1))
    assert (of(trade), of(consumer)) == ([D(1)] * 5, after_consumer)
    assert before_consumer == [100] * 5
