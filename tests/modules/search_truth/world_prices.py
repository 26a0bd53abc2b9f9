"""The prices of the shop that differs by chance: lists and what they make, discounts, campaigns."""

from __future__ import annotations

import random
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.db.models import Model

from tests.factories import LANGUAGES
from truso.modules.pricing.models import Campaign, Discount, Price, PriceList, PricePolicy

if TYPE_CHECKING:
    from tests.modules.search_truth.world import World

D = Decimal
PRICES_A_CONTRACT = 500


def in_all(text: str) -> dict[str, str]:
    return dict.fromkeys(LANGUAGES, text)


def write_prices(world: World) -> None:
    """Write lists of every kind, of costs too, and their prices."""
    rnd, keys = world.rnd, list(world.variants)
    world.lists = [world.shop.price_list]

    def add(kind: str, currency: str, share: float, **who: Model) -> None:
        made = PriceList.objects.create(
            code=f"l{len(world.lists)}", kind=kind, names=in_all(f"List {len(world.lists)}"), currency=currency,
            is_active=rnd.random() < 0.93, **world.period(), **_basis(rnd, kind), **who,
        )  # fmt: skip
        world.lists.append(made)
        count = int(len(keys) * share) if share < 1 else int(share)
        _rows(world, made, rnd.sample(keys, min(count, len(keys))))

    _rows(world, world.shop.price_list, rnd.sample(keys, int(len(keys) * 0.9)))
    norway, sweden = world.markets
    for currency in ("NOK", "NOK", "SEK"):
        add("cost", currency, 0.5)
    add("market", "NOK", 0.2, market=norway)
    add("market", "SEK", 0.8, market=sweden)
    for segment in world.segments:
        for market in world.markets:
            add("segment", market.currency, 0.3, segment=segment, **({"market": market} if rnd.random() < 0.5 else {}))
    add("segment", "NOK", 0.3, segment=world.segments[0])
    for company in world.companies:
        for _ in range(rnd.choice((0, 1, 1, 2))):
            add(rnd.choice(("contract", "customer")), company.market.currency, PRICES_A_CONTRACT, customer=company)
        if rnd.random() < 0.3:
            world.policies[company.pk] = rnd.random() < 0.7
            PricePolicy.objects.create(customer=company, best_price_wins=world.policies[company.pk])


def _basis(rnd: random.Random, kind: str) -> dict[str, Any]:
    """Return, for a third of the lists, from what they make the prices they have none of their own for."""
    if kind == "cost" or rnd.random() < 0.66:
        return {}
    basis = "cost" if kind == "market" else rnd.choice(("list", "cost"))
    return {"basis": basis, "percent": D(rnd.randrange(0 if basis == "cost" else 1, 6000)) / 100}


def _rows(world: World, price_list: PriceList, keys: list[int]) -> None:
    rnd, rows = world.rnd, {}
    for key in keys:
        for _ in range(rnd.choice((1, 1, 2))):
            period = world.period()
            start = period["valid_from"] or date(2000, 1, 1)
            least = D(rnd.choice((1, 1, 1, 10)))
            rows[key, least, start] = Price(
                price_list=price_list, variant_id=key, minimum_quantity=least, amount=D(rnd.randrange(1, 4000)) / 8,
                valid_from=start, valid_to=period["valid_to"],
            )  # fmt: skip
    for row in rows.values():
        world.prices.setdefault(row.variant_id, []).append(row)
    Price.objects.bulk_create(rows.values(), 5000)


def write_reductions(world: World) -> None:
    """Write discounts and campaigns."""
    rnd = world.rnd
    for _ in range(24):
        who = (
            {"customer": rnd.choice(world.companies)} if rnd.random() < 0.6 else {"segment": rnd.choice(world.segments)}
        )
        what: dict[str, Any] = {"percent": D(rnd.randrange(1, 4000)) / 100}
        if rnd.random() < 0.3:
            what = {"amount": D(rnd.randrange(1, 900)) / 8, "currency": rnd.choice(("NOK", "SEK"))}
        world.discounts.append(
            Discount.objects.create(
                **who, category=rnd.choice([None, *world.categories]), brand=rnd.choice([None, *world.brands]),
                family=rnd.choice((None, None, *world.families)), stacks=rnd.random() < 0.5,
                product_ids=rnd.sample(list(world.products), min(60, world.size)) if rnd.random() < 0.2 else [],
                **what, **world.period(),
            )
        )  # fmt: skip
    for number in range(6):
        start = world.now + timedelta(hours=rnd.choice((-48, -1, 1)))
        world.campaigns.append(
            Campaign.objects.create(
                code=f"k{number}", names=in_all(f"Campaign {number}"), market=rnd.choice(world.markets), percent=D(rnd.randrange(5, 60)),
                category=rnd.choice([None, *world.categories]), for_businesses=rnd.random() < 0.4, starts_at=start,
                product_ids=rnd.sample(list(world.products), min(30, world.size)) if rnd.random() < 0.6 else [],
                ends_at=start + timedelta(hours=rnd.choice((1, 30, 900))), is_active=rnd.random() < 0.9,
            )
        )  # fmt: skip
