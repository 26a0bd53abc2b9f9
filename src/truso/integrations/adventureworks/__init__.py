"""Bring in the AdventureWorks data warehouse: a bicycle maker that sells to consumers and to resellers.

What is there already stays as it is, so a second import changes nothing. The whole import is one transaction: a file
that is missing or a line that can't be read is told in one sentence (`ImportRefused`), and nothing is written. Prices of
the source are dollars; each market gets them in its own currency at the last average rate. Orders keep the source's
numbers, currency key and amounts untouched.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.db import connection

from truso.integrations.adventureworks.goods import load_goods
from truso.integrations.adventureworks.ground import load_ground
from truso.integrations.adventureworks.orders import Books, Channel, load_orders, read_promotions
from truso.integrations.adventureworks.parties import load_parties
from truso.integrations.adventureworks.prices import load_prices, load_range, load_segment
from truso.integrations.adventureworks.source import ImportRefused, Source
from truso.modules.cart.memory import remember_anew
from truso.modules.orders.queries import all_purchases
from truso.modules.search.engine import current_generation
from truso.modules.search.operations import rebuild_index
from truso.platform.database.transactions import Actor, write

__all__ = ["ImportRefused", "load"]

_ANALYZE = (
    "analyze catalog_product, catalog_producttext, catalog_variant, catalog_assortmentvariant, pricing_price, identity_person, "
    "customers_customer, customers_address, customers_membership, orders_order, orders_orderline, orders_orderstep"
)


def load(folder: Path) -> Iterator[str]:
    """Bring in a folder of the source's files and yield a line about each step; then let the search know the goods.

    Nothing is written unless the last line is reached. Raises `ImportRefused`.
    """
    with write(Actor(label="import adventureworks")):
        new = 0
        for count, line in _steps(folder):
            new += count
            yield line
        if new:
            remember_anew(all_purchases())
            _analyze()
    if new or current_generation(settings.SEARCH_ROOT) is None:
        yield f"Search index: {rebuild_index().documents} articles"


def _steps(folder: Path) -> Iterator[tuple[int, str]]:
    source = Source(folder)
    ground = load_ground(source)
    yield 0, f"Markets: {', '.join(sorted(market.code for market in ground.markets.values()))}"
    goods = load_goods(source, ground)
    yield goods.written, f"Products: {goods.written} new of {len(goods.articles)}"
    segment, assortment = load_segment(), load_range(ground, goods)
    prices = load_prices(ground, goods, segment)
    yield prices, f"Prices: {prices} new"
    parties = load_parties(source, ground, segment, assortment)
    yield (
        parties.written_resellers + parties.written_consumers,
        f"Customers: {parties.written_resellers} new resellers, {parties.written_consumers} new consumers",
    )
    books = Books(source, ground, goods, read_promotions(source))
    for channel in (
        Channel("FactInternetSales", "CustomerKey", parties.consumers, is_business=False),
        Channel("FactResellerSales", "ResellerKey", parties.resellers, is_business=True),
    ):
        done = load_orders(books, channel)
        yield done.orders, f"Orders of {channel.file}: {done.orders} new with {done.lines} lines"


def _analyze() -> None:
    """Let the planner know the tables as they are now, without waiting for the database to notice."""
    with connection.cursor() as cursor:
        cursor.execute(_ANALYZE)
