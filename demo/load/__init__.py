"""Fill an empty installation with the demo shop."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import connection, transaction

if TYPE_CHECKING:
    from demo.load.base import Base
    from demo.load.goods import Goods
    from demo.load.parties import Parties


@dataclass(frozen=True, slots=True)
class DemoShop:
    """The demo shop before its first order."""

    base: Base
    goods: Goods
    parties: Parties


def load_demo(*, now: datetime, tell: Callable[[str], None] = lambda _: None, days: int = 730) -> None:
    """Write the whole demo shop in one transaction: all of it, or nothing. The same for the same `now`.

    `days` is how long it has traded. Its last days then happen one act after the other, as pages would do them.
    """
    from demo.load.extras import load_extras
    from demo.load.live import load_live, opening
    from demo.load.stock import load_stock
    from demo.load.trade import load_trade
    from truso.modules.cart.suggestions import count_popular
    from truso.modules.orders.jobs import relate_purchases

    with transaction.atomic():
        shop = load_shop(now=now, tell=tell)
        tell("history")
        load_trade(now=opening(now), base=shop.base, goods=shop.goods, parties=shop.parties, days=days)
        load_stock(now=now, base=shop.base, goods=shop.goods)
        load_extras(now=now, base=shop.base, goods=shop.goods)
    analyze()
    load_live(now=now, shop=shop)
    relate_purchases()
    count_popular()


def analyze() -> None:
    """Let the planner know the tables, which were empty a moment ago."""
    with connection.cursor() as cursor:
        cursor.execute("analyze")


def load_shop(*, now: datetime, tell: Callable[[str], None] = lambda _: None) -> DemoShop:
    """Write the demo shop without history and stock: what orders are placed in."""
    from demo.load.base import load_base
    from demo.load.content import load_content
    from demo.load.goods import load_goods
    from demo.load.library import load_library
    from demo.load.parties import load_parties
    from demo.load.prices import load_prices

    with transaction.atomic():
        base = load_base(now=now)
        tell("goods")
        goods = load_goods(now=now, markets=base.markets.values(), tax_class=base.tax_class)
        load_prices(now=now, base=base, goods=goods)
        load_content(now=now, base=base)
        tell("people")
        parties = load_parties(now=now, base=base, goods=goods)
        load_library(now=now, goods=goods, company=next(iter(parties.companies.values())))
        return DemoShop(base, goods, parties)


def is_loaded() -> bool:
    """Tell whether the demo (or any shop) is there already."""
    from truso.modules.markets.models import Market

    return Market.objects.exists()
