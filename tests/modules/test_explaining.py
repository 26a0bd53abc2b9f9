"""Why a price is what it is: every source looked at, and that the explanation replays to the same price."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from random import Random
from typing import Any

import pytest

from tests.factories import Shop, texts
from truso.kernel.buyer import Buyer
from truso.modules.catalog.models import Brand, Variant
from truso.modules.customers.models import Customer
from truso.modules.pricing.explaining import Explanation, explain_price
from truso.modules.pricing.history import history_of
from truso.modules.pricing.models import Campaign, Discount, PriceList, PricePolicy
from truso.modules.pricing.operations import NewPrice, set_prices
from truso.modules.pricing.queries import price_basket
from truso.modules.pricing.values import Basket, BasketLine
from truso.platform import clock
from truso.platform.shortlived import forget

pytestmark = pytest.mark.django_db
D = Decimal
NOON = datetime(2026, 6, 1, 12, tzinfo=UTC)
RANDOM_PRICES = 1000 if os.environ.get("ASSURE") == "1" else 120


def trade(shop: Shop, **fields: Any) -> tuple[Customer, Buyer]:
    company = shop.company(**fields)
    person = shop.member(company, f"p{company.pk}@example.com", "orderer")
    return company, shop.buyer(person).at(NOON)


def price_list(kind: str, code: str, **fields: Any) -> PriceList:
    return PriceList.objects.create(**{"code": code, "names": texts(code), "kind": kind, "currency": "NOK", **fields})


def priced(made: PriceList, variant: Variant, amount: str, **fields: Any) -> None:
    set_prices(price_list=made, prices=[NewPrice(variant.pk, D(amount), **fields)])


def told(found: Explanation) -> set[tuple[str, str, str]]:
    return {(one.source, one.name, one.outcome) for one in found.sources}


def test_every_source_is_told_with_what_became_of_it(shop: Shop) -> None:
    article = shop.add_article("A1", price="100")
    company, buyer = trade(shop)
    _, other = trade(shop, name="Other AS")
    priced(price_list("contract", "deal", customer=company), article, "80")
    price_list("customer", "silent", customer=company)
    priced(price_list("customer", "bulk", customer=company), article, "50", minimum_quantity=D(10))
    priced(price_list("contract", "off", customer=company, is_active=False), article, "1")
    priced(price_list("contract", "later", customer=company, valid_from=NOON.date() + timedelta(days=9)), article, "2")
    priced(price_list("contract", "dollars", customer=company, currency="USD"), article, "3")
    priced(price_list("contract", "theirs", customer=Customer.objects.get(pk=other.customer_id)), article, "4")
    Discount.objects.create(name="tools", customer=company, percent=D(5))
    Discount.objects.create(
        name="elsewhere", customer=company, percent=D(50), brand=Brand.objects.create(code="x", name="X")
    )
    forget()

    found = explain_price(buyer, article.pk, D(2), for_staff=True)

    assert told(found) == {
        ("contract", "deal en", "won"),
        ("customer", "silent en", "no_price"),
        ("customer", "bulk en", "below_step"),
        ("discount", "tools", "lost_to_rank"),
        ("list", "List en", "lost_to_rank"),
        ("discount", "elsewhere", "does_not_fit"),
        ("contract", "off en", "switched_off"),
        ("contract", "later en", "other_days"),
        ("contract", "dollars en", "other_currency"),
    }
    assert next(one for one in found.sources if one.name == "bulk en").minimum_quantity == 10
    assert found.line is not None and found.line.unit_price == 80


def test_a_buyer_is_told_nothing_of_lists_that_do_not_count(shop: Shop) -> None:
    article = shop.add_article("A1", price="100")
    company, buyer = trade(shop)
    priced(price_list("contract", "later", customer=company, valid_from=NOON.date() + timedelta(days=9)), article, "2")
    forget()
    assert told(explain_price(buyer, article.pk, D(1))) == {("list", "List en", "won")}


def test_an_article_nobody_prices_is_explained_without_a_line(shop: Shop) -> None:
    article = shop.add_article("A1", price="")
    _, buyer = trade(shop)
    found = explain_price(buyer, article.pk, D(1))
    assert (found.line, found.unrounded, told(found)) == (None, None, {("list", "List en", "no_price")})


def test_a_price_of_another_day_is_explained_as_of_that_day(shop: Shop) -> None:
    article = shop.add_article("A1", price="100")
    company, buyer = trade(shop)
    autumn = price_list("contract", "autumn", customer=company, valid_from=NOON.date() + timedelta(days=10))
    priced(autumn, article, "70")
    forget()
    assert explain_price(buyer, article.pk, D(1)).line.unit_price == 100  # type: ignore[union-attr]
    later = explain_price(buyer.at(NOON + timedelta(days=10)), article.pk, D(1))
    assert later.line.unit_price == 70  # type: ignore[union-attr]
    assert later.day == NOON.date() + timedelta(days=10)


def test_costs_are_told_to_whom_they_may_be(shop: Shop) -> None:
    article = shop.add_article("A1", price="100")
    for code, amount in (("near", "55"), ("far", "60")):
        priced(price_list("cost", code), article, amount)
    buyer = shop.visitor().at(NOON)
    forget()
    assert explain_price(buyer, article.pk, D(1)).cost is None
    cost = explain_price(buyer, article.pk, D(1), with_costs=True).cost
    assert cost is not None
    assert (cost.cost, cost.margin, cost.margin_percent) == (60, 40, 40)
    assert cost.lists == (("near en", D(55)), ("far en", D(60)))


def test_what_a_campaign_takes_off_the_cart_is_between_the_price_and_the_amount(shop: Shop) -> None:
    article = shop.add_article("A1", price="80")
    Campaign.objects.create(
        code="three", names=texts("three"), market=shop.market, kind="multiple", buy=3, pay=2,
        starts_at=NOON - timedelta(days=1), ends_at=NOON + timedelta(days=1),
    )  # fmt: skip
    forget()
    found = explain_price(shop.visitor().at(NOON), article.pk, D(3))
    assert found.line is not None
    assert (found.unrounded, found.line.allowance, found.line.gross) == (300, 100, 200)


def test_the_history_of_a_price_says_who_wrote_it_and_why(shop: Shop) -> None:
    article = shop.add_article("A1", price="")
    for amount, reason in (("100", "first"), ("90", "cheaper steel"), ("90", "again")):
        set_prices(price_list=shop.price_list, prices=[NewPrice(article.pk, D(amount))], reason=reason)
    versions = history_of(price_list_id=shop.price_list.pk, variant_id=article.pk)
    assert [(one.amount, one.reason, one.until is None) for one in versions] == [
        (D(90), "again", True),
        (D(100), "first", False),
    ]


def a_world(shop: Shop, rnd: Random) -> tuple[list[Buyer], list[Variant]]:
    """Return buyers with lists, discounts, policies and parents by chance, and articles."""
    articles = [shop.add_article(f"A{one}", price=str(rnd.randrange(10, 500))) for one in range(6)]
    parent, _ = trade(shop, name="Parent AS")
    buyers = [shop.visitor().at(NOON)]
    for number in range(6):
        company, _ = trade(shop, name=f"C{number} AS", parent=parent if number % 2 else None)
        for place in range(rnd.randrange(4)):
            kind = rnd.choice(["contract", "customer"])
            made = price_list(
                kind, f"l{number}-{place}", customer=rnd.choice([company, parent]), is_active=rnd.random() < 0.8,
                valid_from=rnd.choice([None, NOON.date() + timedelta(days=rnd.randrange(-5, 6))]),
            )  # fmt: skip
            for article in rnd.sample(articles, 4):
                priced(made, article, str(rnd.randrange(5, 400)), minimum_quantity=D(rnd.choice([1, 1, 10])))
        if rnd.random() < 0.5:
            Discount.objects.create(customer=company, percent=D(rnd.randrange(1, 60)), stacks=rnd.random() < 0.5)
        if rnd.random() < 0.5:
            PricePolicy.objects.create(customer=company, best_price_wins=True)
        buyers.append(shop.buyer(shop.member(company, f"w{number}@example.com", "orderer")).at(NOON))
    Campaign.objects.create(
        code="all", names=texts("all"), market=shop.market, percent=D(15), for_businesses=True,
        starts_at=NOON - timedelta(days=3), ends_at=NOON + timedelta(days=3),
    )  # fmt: skip
    forget()
    return buyers, articles


def test_an_explanation_replays_to_the_same_price(shop: Shop) -> None:
    rnd = Random(5)
    buyers, articles = a_world(shop, rnd)
    for _ in range(RANDOM_PRICES):
        buyer, article = rnd.choice(buyers), rnd.choice(articles)
        buyer = buyer.at(NOON + timedelta(days=rnd.randrange(-7, 8)))
        quantity = D(rnd.choice([1, 3, 10, 25]))
        found = explain_price(buyer, article.pk, quantity, for_staff=True)
        line = price_basket(buyer, Basket((BasketLine("1", article.pk, quantity),))).line("1")
        assert found.line == line is not None
        won = [one for one in found.sources if one.outcome == "won"]
        assert [one.amount for one in won] == [line.unit_price]
        offers = [one for one in found.sources if one.outcome in {"won", "base", "lost_to_rank", "lost_to_price"}]
        sources = [one for one in offers if one.source != "campaign"]
        if found.best_price_wins:
            assert line.unit_price == min(one.amount for one in offers if one.amount is not None)
        else:
            first = next(one for one in sources if one.outcome in {"won", "base"})
            assert first is sources[0]
            assert line.unit_price <= (first.amount or 0)
        shown = line.unit_price_gross if buyer.display_gross else line.unit_price
        assert found.unrounded == shown * quantity / line.price_unit
    assert clock.now()
