"""Hits, order, counts and prices of every buyer are those worked out article by article: ranges, contracts, days and hats included.

`script/test` asks in a small shop; ASSURE=1 asks 1,000 times in one of 20,000 products.
"""

from __future__ import annotations

import os
import random
from decimal import Decimal
from typing import Any

import pytest

from tests.factories import Shop
from tests.modules.search_truth.truth import Eyes
from tests.modules.search_truth.world import PAPER_TYPES, World, make_world
from tests.rules.search_engine.catalog import COLORS, SIZES, WORDS
from tests.rules.search_engine.oracle import answered, expected
from tests.rules.search_engine.test_brute_force import SORTS
from truso.kernel.buyer import Buyer
from truso.modules.customers.queries import list_hats, make_buyer
from truso.modules.markets.models import Market
from truso.modules.markets.queries import market_for_buyer
from truso.modules.search.operations import rebuild_index
from truso.modules.search.queries import SearchRequest, search_catalog

FULL = os.environ.get("ASSURE") == "1"
PRODUCTS, QUESTIONS, PARTS = (20_000, 250, 4) if FULL else (250, 120, 2)
D = Decimal


def everybody(world: World) -> list[Buyer]:
    """Return every hat of every person, and visitors of both markets, in the languages of the house."""
    rnd, markets = world.rnd, {one.pk: market_for_buyer(one) for one in Market.objects.all()}
    buyers = [
        make_buyer(market=market, language=rnd.choice(("nb", "sv", "pl", "en")), now=world.now, session_key="a visitor")
        for market in markets.values()
    ]
    for person in world.people:
        for hat in list_hats(person.pk):
            buyers.append(
                make_buyer(
                    market=markets[hat.market_id], language=rnd.choice(("nb", "sv", "pl", "en")), now=world.now, hat=hat,
                    person_id=person.pk,
                )
            )  # fmt: skip
    return buyers


def question(world: World) -> SearchRequest:
    """Return something a buyer might ask, or might not."""
    rnd = world.rnd

    def maybe(chance: float, value: Any, otherwise: Any) -> Any:
        return value if rnd.random() < chance else otherwise

    low, high = sorted(D(rnd.randrange(0, 60)) / 4 for _ in range(2))
    bounds = rnd.choice(((low, high), (low, None), (None, high), (high, low)))
    choices = {
        "color": tuple(rnd.sample(COLORS, 2)),
        "size": tuple(rnd.sample(SIZES, 2)),
        "wet": ("yes",),
        "~documents": PAPER_TYPES[:2],
    }
    return SearchRequest(
        text=text(world),
        category_id=maybe(0.3, rnd.choice(world.categories).pk, None),
        brand_ids=maybe(0.2, tuple(one.pk for one in rnd.sample(world.brands, 2)), ()),
        choices=maybe(0.3, {one: choices[one] for one in rnd.sample(sorted(choices), rnd.randint(1, 2))}, {}),
        ranges=maybe(0.3, {one: bounds for one in rnd.sample(("length", "weight", "span"), rnd.randint(1, 2))}, {}),
        in_stock=maybe(0.2, True, False),
        within_days=maybe(0.2, rnd.randint(0, 12), None),
        among_products=maybe(0.1, tuple(rnd.sample(list(world.products), len(world.products) // 3)), None),
        price_range=maybe(0.25, rnd.choice(((low * 30, high * 30), (low * 30, None), (None, high * 30))), (None, None)),
        sort=rnd.choice(SORTS),
        page=rnd.choice((1, 1, 1, 2, 5)),
        per_page=rnd.choice((5, 24)),
        collapse=rnd.random() < 0.7,
    )


def text(world: World) -> str:
    """Return nothing, words, or a number written in some way."""
    rnd, dice = world.rnd, world.rnd.random()
    if dice < 0.4:
        return ""
    if dice < 0.8:
        return " ".join(rnd.sample(WORDS, rnd.choice((1, 1, 2))))
    if dice < 0.85:
        return rnd.choice(world.brands).name
    variant, own = rnd.choice(list(world.variants.values())), rnd.choice(world.own_numbers).number
    return rnd.choice((variant.sku.lower(), variant.gtin or "77", variant.mpn, own, own.lstrip("0"), f"00{variant.pk}"))


@pytest.mark.parametrize("part", range(PARTS))
def test_every_answer_is_that_of_the_plain_computation(shop: Shop, part: int) -> None:
    world = make_world(random.Random(100 + part), shop, PRODUCTS)
    rebuild_index()
    eyes = [Eyes(world, buyer) for buyer in everybody(world)]

    found = 0
    for _ in range(QUESTIONS):
        sees, request = world.rnd.choice(eyes), question(world)
        query = sees.query(request, request.per_page)
        wanted = expected(sees.catalog, query)
        answer = answered(search_catalog(sees.buyer.at(world.now), request), query)
        differing = {name: (answer[name], wanted[name]) for name in wanted if answer[name] != wanted[name]}
        assert not differing, f"{sees.buyer}\nasks {request}\n{differing}"
        found += wanted["total"] > 0

    assert found > QUESTIONS // 4
