"""Prices as they are written, announced and remembered, and read for a buyer."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from tests.factories import Shop, texts
from truso.kernel.refusals import Refused
from truso.modules.catalog.models import Variant
from truso.modules.pricing.campaign_operations import save_campaign
from truso.modules.pricing.jobs import note_campaigns, note_new_day
from truso.modules.pricing.models import Campaign, ConsumerPrice, Discount, Price, PriceList, PricePolicy
from truso.modules.pricing.operations import (
    NewPrice,
    save_price_list,
    set_list_active,
    set_price_policy,
    set_prices,
)
from truso.modules.pricing.queries import price_basket, prices_for
from truso.modules.pricing.reductions import lowest_prices_before
from truso.modules.pricing.values import ArticlePrice, Basket, BasketLine, Charge
from truso.modules.tax.models import TaxClass
from truso.platform import clock
from truso.platform.events.models import OutboxEvent
from truso.platform.shortlived import forget

pytestmark = pytest.mark.django_db
D = Decimal
NOON = datetime(2026, 6, 1, 12, tzinfo=UTC)


def day(number: int) -> datetime:
    return NOON + timedelta(days=number)


def put(shop: Shop, variant: Variant, amount: str, *, at: datetime = NOON, **fields: Any) -> None:
    """Set a list price at a moment."""
    with clock.moved_to(at):
        set_prices(price_list=shop.price_list, prices=[NewPrice(variant.pk, D(amount), **fields)])
    forget()


def offered(variant: Variant) -> list[Decimal]:
    """What consumers were offered, in the order it was noted."""
    return list(ConsumerPrice.objects.filter(variant=variant).order_by("id").values_list("amount", flat=True))


def run_campaign(shop: Shop, percent: int | None, starts: datetime, ends: datetime, **fields: Any) -> Campaign:
    return save_campaign(
        campaign=Campaign(
            code=fields.pop("code", f"sale-{percent}"),
            names=texts("Sale"),
            market=shop.market,
            percent=percent,
            starts_at=starts,
            ends_at=ends,
            **fields,
        )
    )


def test_prices_are_written_replaced_and_announced(shop: Shop) -> None:
    article = shop.add_article("A1", price="100")
    revision = shop.price_list.revision

    set_prices(
        price_list=shop.price_list,
        prices=[NewPrice(article.pk, D(90)), NewPrice(article.pk, D(80), minimum_quantity=D(10))],
    )

    rows = Price.objects.order_by("minimum_quantity").values_list("minimum_quantity", "amount")
    assert list(rows) == [(1, 90), (10, 80)]
    shop.price_list.refresh_from_db()
    assert shop.price_list.revision == revision + 1
    event = OutboxEvent.objects.filter(kind="PricesChanged").latest("id")
    assert event.aggregate == f"price_list:{shop.price_list.uuid}"
    assert event.payload == {"price_list_id": shop.price_list.pk, "variant_ids": [article.pk]}


@pytest.mark.parametrize(
    ("amounts", "refused"),
    [
        (["90", "-0.01"], [("price_negative", "1")]),
        (["1000000000000", "90"], [("price_too_large", "0")]),
        (["-1", "1000000000000"], [("price_negative", "0"), ("price_too_large", "1")]),
    ],
)
def test_one_impossible_price_leaves_all_as_they_were(
    shop: Shop, amounts: list[str], refused: list[tuple[str, str]]
) -> None:
    articles = [shop.add_article("A1", price="100"), shop.add_article("A2", price="100")]
    events = OutboxEvent.objects.count()

    with pytest.raises(Refused) as caught:
        set_prices(
            price_list=shop.price_list,
            prices=[NewPrice(article.pk, D(amount)) for article, amount in zip(articles, amounts, strict=True)],
        )

    assert [(one.code, one.subject) for one in caught.value.refusals] == refused
    assert set(Price.objects.values_list("amount", flat=True)) == {D(100)}
    assert (OutboxEvent.objects.count(), ConsumerPrice.objects.count()) == (events, 0)


@pytest.mark.parametrize("step", ["0", "-1", "1000000.001", "99999999999"])
def test_a_price_counts_from_a_quantity_somebody_can_order(shop: Shop, step: str) -> None:
    article = shop.add_article("A1", price="100")
    with pytest.raises(Refused) as caught:
        set_prices(price_list=shop.price_list, prices=[NewPrice(article.pk, D(90), minimum_quantity=D(step))])
    assert [(one.code, one.subject, one.params) for one in caught.value.refusals] == [
        ("step_invalid", "0", {"maximum": D(1_000_000)})
    ]
    set_prices(price_list=shop.price_list, prices=[NewPrice(article.pk, D(90), minimum_quantity=D(1_000_000))])
    assert Price.objects.count() == 2


def test_a_price_given_twice_counts_as_given_last(shop: Shop) -> None:
    article = shop.add_article("A1", price="100")
    set_prices(price_list=shop.price_list, prices=[NewPrice(article.pk, D(90)), NewPrice(article.pk, D(80))])
    assert Price.objects.get().amount == 80


@pytest.mark.parametrize(
    "fields",
    [{"amount": D(-1)}, {"minimum_quantity": D(0)}, {"valid_from": date(2026, 3, 1), "valid_to": date(2026, 3, 1)}],
)
def test_the_table_itself_refuses_impossible_prices(shop: Shop, fields: dict[str, Any]) -> None:
    article = shop.add_article("A1", price="")
    with pytest.raises(IntegrityError), transaction.atomic():
        Price.objects.create(price_list=shop.price_list, variant=article, **{"amount": D(1), **fields})


def test_what_consumers_are_offered_is_noted_once_and_only_when_it_changes(shop: Shop) -> None:
    article = shop.add_article("A1", price="")
    for number, amount in enumerate(("100", "100.000000", "90", "90", "100")):
        put(shop, article, amount, at=day(number))
    assert offered(article) == [100, 90, 100]


def test_prices_of_other_lists_steps_days_and_currencies_are_no_offer_to_consumers(shop: Shop) -> None:
    article = shop.add_article("A1", price="")
    own = PriceList.objects.create(
        code="own", names=texts("Own"), kind="contract", currency="NOK", customer=shop.company()
    )
    foreign = PriceList.objects.create(
        code="sek", names=texts("SEK"), kind="market", currency="SEK", market=shop.market
    )
    later = PriceList.objects.create(
        code="later", kind="market", currency="NOK", market=shop.market, valid_from=day(10).date()
    )
    ended = PriceList.objects.create(
        code="ended", kind="market", currency="NOK", market=shop.market, valid_to=NOON.date()
    )
    put(shop, article, "100")
    put(shop, article, "40", minimum_quantity=D(10))
    put(shop, article, "50", valid_from=day(1).date())
    with clock.moved_to(NOON):
        for price_list in (own, foreign, later, ended):
            set_prices(price_list=price_list, prices=[NewPrice(article.pk, D(30))])
    assert offered(article) == [100]


def test_the_record_of_offers_is_never_changed(shop: Shop) -> None:
    put(shop, shop.add_article("A1", price=""), "100")
    for statement in ("update pricing_consumerprice set amount = 1", "delete from pricing_consumerprice"):
        with pytest.raises(DatabaseError, match="only grows"), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)


def test_a_campaign_is_noted_when_it_begins_and_when_it_ends(shop: Shop) -> None:
    article = shop.add_article("A1", price="")
    put(shop, article, "100", at=day(-40))
    with clock.moved_to(day(-1)):
        run_campaign(shop, 20, day(0), day(7))
    assert offered(article) == [100]
    for moment in (day(0), day(1), day(7)):
        with clock.moved_to(moment + timedelta(minutes=3)):
            note_campaigns()
    assert offered(article) == [100, 80, 100]


def test_a_price_that_begins_on_a_day_is_noted_on_that_day_of_the_market(shop: Shop) -> None:
    article = shop.add_article("A1", price="")
    put(shop, article, "100", at=day(-40))
    put(shop, article, "70", at=day(-40), valid_from=date(2026, 6, 2), valid_to=date(2026, 6, 4))
    for moment in (
        datetime(2026, 6, 1, 21, 5, tzinfo=UTC),  # 23:05 in Oslo
        datetime(2026, 6, 1, 22, 5, tzinfo=UTC),  # a new day in Oslo, not yet in UTC
        datetime(2026, 6, 3, 22, 5, tzinfo=UTC),
    ):
        with clock.moved_to(moment):
            note_new_day()
    assert offered(article) == [100, 70, 100]


def on_campaign(shop: Shop, article: Variant, at: datetime) -> ArticlePrice:
    forget()
    return prices_for(shop.visitor().at(at), [article.pk])[article.pk]


def lowest(shop: Shop, article: Variant, at: datetime) -> Decimal | None:
    price = on_campaign(shop, article, at)
    return lowest_prices_before(shop.visitor().at(at), [price]).get(article.pk)


@pytest.mark.parametrize(
    ("history", "low"),
    [
        ([(-100, "100")], "125"),  # in force when the 30 days began
        ([(-100, "60"), (-31, "100")], "125"),  # the low one ended before them
        ([(-100, "60"), (-29, "100")], "75"),  # it was still offered within them
        ([(-100, "100"), (-20, "80"), (-10, "110")], "100"),
        ([(-100, "100"), (-1, "90")], "112.50"),
        ([(-100, "100"), (1, "40")], "125"),  # what came after the reduction began
    ],
)
def test_the_lowest_price_is_that_of_the_30_days_before_the_reduction(
    shop: Shop, history: list[tuple[int, str]], low: str
) -> None:
    article = shop.add_article("A1", price="")
    before, after = [one for one in history if one[0] < 0], [one for one in history if one[0] > 0]
    for number, amount in before:
        put(shop, article, amount, at=day(number))
    with clock.moved_to(day(0)):
        run_campaign(shop, None, day(0), day(14), kind="fixed", amount=D(40))  # 32 and VAT: below them all
    for number, amount in after:
        put(shop, article, amount, at=day(number))
    assert lowest(shop, article, day(2)) == D(low)


def test_a_second_reduction_is_measured_against_the_first(shop: Shop) -> None:
    article = shop.add_article("A1", price="")
    put(shop, article, "100", at=day(-100))
    with clock.moved_to(day(-20)):
        run_campaign(shop, 20, day(-20), day(-10), code="first")
    with clock.moved_to(day(-10)):
        note_campaigns()
    with clock.moved_to(day(0)):
        run_campaign(shop, None, day(0), day(7), code="second", kind="fixed", amount=D("87.50"))
    assert on_campaign(shop, article, day(1)).unit_price == 70
    assert lowest(shop, article, day(1)) == D("100.00")  # 80 and VAT


@pytest.mark.parametrize(
    ("fields", "price"),
    [
        ({}, "80"),
        ({"is_active": False}, "100"),
        ({"starts_at": day(1)}, "100"),
        ({"ends_at": NOON}, "100"),  # up to, not including
        ({"starts_at": NOON}, "80"),
        ({"product_ids": [0]}, "100"),
    ],
)
def test_a_campaign_holds_by_the_clock_for_its_goods(shop: Shop, fields: dict[str, Any], price: str) -> None:
    article = shop.add_article("A1", price="100")
    Campaign.objects.create(
        **{
            "code": "sale",
            "names": texts("Sale"),
            "market": shop.market,
            "percent": 20,
            "starts_at": day(-1),
            "ends_at": day(7),
            **fields,
        }
    )
    assert prices_for(shop.visitor().at(NOON), [article.pk])[article.pk].unit_price == D(price)


@pytest.mark.parametrize(("for_businesses", "price"), [(False, "100"), (True, "80")])
def test_a_campaign_is_for_consumers_unless_it_says_otherwise(shop: Shop, for_businesses: bool, price: str) -> None:
    article = shop.add_article("A1", price="100")
    company = shop.company()
    buyer = shop.buyer(shop.member(company, "ola@example.com", "orderer"), company)
    run_campaign(shop, 20, buyer.now, buyer.now + timedelta(days=1), for_businesses=for_businesses)
    assert prices_for(buyer, [article.pk])[article.pk].unit_price == D(price)


def test_a_subsidiary_pays_its_own_contract_price_then_its_parents(shop: Shop) -> None:
    first, second = shop.add_article("A1", price="100"), shop.add_article("A2", price="100")
    parent = shop.company("Parent AS")
    child = shop.company("Child AS", parent=parent)
    for owner, amounts in ((parent, {first: "70", second: "75"}), (child, {first: "85"})):
        own = PriceList.objects.create(code=owner.number, kind="contract", currency="NOK", customer=owner)
        set_prices(price_list=own, prices=[NewPrice(variant.pk, D(amount)) for variant, amount in amounts.items()])
    buyer = shop.buyer(shop.member(child, "ola@example.com", "orderer"), child)
    assert {one.unit_price for one in prices_for(buyer, [first.pk, second.pk]).values()} == {D(85), D(75)}

    set_price_policy(customer_id=parent.pk, best_price_wins=True)
    forget()
    assert prices_for(buyer.at(buyer.now), [first.pk])[first.pk].unit_price == 70
    set_price_policy(customer_id=child.pk, best_price_wins=False)
    forget()
    assert prices_for(buyer.at(buyer.now), [first.pk])[first.pk].unit_price == 85
    assert PricePolicy.objects.count() == 2


def test_a_list_counts_while_it_is_active_and_within_its_days(shop: Shop) -> None:
    article = shop.add_article("A1", price="100")
    company = shop.company()
    own = PriceList.objects.create(code="own", kind="contract", currency="NOK", customer=company, is_active=False)
    set_prices(price_list=own, prices=[NewPrice(article.pk, D(70))])
    buyer = shop.buyer(shop.member(company, "ola@example.com", "orderer"), company)

    def price(moment: datetime) -> Decimal:
        forget()
        return prices_for(buyer.at(moment), [article.pk])[article.pk].unit_price

    assert price(NOON) == 100
    set_list_active(price_list_id=own.pk, active=True, valid_from=NOON.date(), valid_to=day(2).date())
    assert [price(day(number)) for number in (-1, 0, 1, 2)] == [100, 70, 70, 100]
    set_list_active(price_list_id=own.pk, active=False)
    assert price(NOON) == 100
    assert OutboxEvent.objects.filter(aggregate=f"price_list:{own.uuid}").count() == 3


def test_a_discount_reaches_below_its_category_and_no_further(shop: Shop) -> None:
    article = shop.add_article("A1", price="100")
    company = shop.company()
    buyer = shop.buyer(shop.member(company, "ola@example.com", "orderer"), company)
    Discount.objects.create(customer=company, category=shop.category, percent=10)
    Discount.objects.create(customer=shop.company("Other AS"), percent=50)
    assert prices_for(buyer, [article.pk])[article.pk].unit_price == 90


def test_saving_a_markets_list_notes_and_announces_it(shop: Shop) -> None:
    article = shop.add_article("A1", price="100")
    save_price_list(price_list=shop.price_list)
    assert offered(article) == [100]
    assert OutboxEvent.objects.latest("id").payload["price_list_id"] == shop.price_list.pk


def test_steps_are_told_where_the_price_changes(shop: Shop) -> None:
    article = shop.add_article("A1", price="")
    steps = {"1": "100", "5": "100", "10": "90", "100": "80"}
    set_prices(
        price_list=shop.price_list,
        prices=[NewPrice(article.pk, D(amount), minimum_quantity=D(step)) for step, amount in steps.items()],
    )
    price = prices_for(shop.visitor(), [article.pk], at={article.pk: D(12)}, with_steps=True)[article.pk]
    assert price.unit_price == 90
    assert [(step.minimum_quantity, step.unit_price_gross) for step in price.steps] == [
        (1, 125),
        (10, D("112.50")),
        (100, 100),
    ]


def test_a_basket_names_what_has_no_price_and_counts_it_nowhere(shop: Shop) -> None:
    article, priceless = shop.add_article("A1", price="100"), shop.add_article("A2", price="")
    lines = (BasketLine("a", article.pk, D(2)), BasketLine("b", priceless.pk, D(1)), BasketLine("c", 0, D(1)))
    priced = price_basket(shop.visitor(), Basket(lines, (Charge("freight", D(80), shop.tax_class.pk),)))
    assert (priced.unpriced, priced.goods_gross, priced.net, priced.gross) == (("b", "c"), 250, 280, 350)
    assert priced.line("freight").gross == 100  # type: ignore[union-attr]


def test_goods_of_a_class_without_a_rate_are_not_priced(shop: Shop) -> None:
    article = shop.add_article("A1", tax_class=TaxClass.objects.create(code="food"))
    other = shop.add_article("A2")
    basket = price_basket(shop.visitor(), Basket(tuple(BasketLine(one.sku, one.pk, D(1)) for one in (article, other))))
    assert (basket.unpriced, basket.untaxed, [line.key for line in basket.lines]) == (("A1",), ("A1",), ["A2"])
    assert list(prices_for(shop.visitor(), [article.pk, other.pk])) == [other.pk]


@pytest.mark.parametrize("count", [1, 50])
def test_prices_take_as_many_queries_for_one_article_as_for_fifty(
    shop: Shop, count: int, django_assert_num_queries: Any
) -> None:
    articles = [shop.add_article(f"A{number}", stock="0").pk for number in range(count)]
    lines = tuple(BasketLine(str(article), article, D(1)) for article in articles)
    forget()
    with django_assert_num_queries(4):  # terms, campaigns, prices, tax rates
        assert len(price_basket(shop.visitor(), Basket(lines)).lines) == count
    with django_assert_num_queries(1):  # what is the same for all is remembered
        assert len(prices_for(shop.visitor(), articles)) == count


def test_the_history_of_many_prices_is_joined_as_one_of_many_also_after_one_of_one(shop: Shop) -> None:
    with connection.cursor() as cursor:
        cursor.execute("select proconfig from pg_proc where proname = 'truso_price_history'")
        assert cursor.fetchone() == (["enable_nestloop=off"],)
