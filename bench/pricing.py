"""Measure prices at size: `script/bench pricing [--rows N]`: N price rows, a fifth as many articles, 10,000 customers.

A fifth of the rows are list prices, a fifth are twenty price lists of customer groups, the rest contracts of 300 rows each. Every question is another
customer's, with nothing remembered of it. Beside each figure stands its limit: what reading the same rows takes by the same
driver, without choosing among them, in the same run.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from statistics import median, quantiles
from typing import Any

from bench.lists import fill

CUSTOMERS, GROUPS, CONTRACT_ROWS = 10_000, 20, 300
SIZES = ((24, 200), (200, 100), (5000, 12))
MILLI = 1000
_LIST_PRICES = """
insert into pricing_price (price_list_id, variant_id, minimum_quantity, amount, valid_from)
select l.id, v.id, 1, 10 + v.id %% 990, '2000-01-01' from pricing_pricelist l, catalog_variant v
where l.kind = 'market' and l.code not like 'bench-%%' on conflict do nothing
"""
_GROUP_PRICES = """
insert into pricing_price (price_list_id, variant_id, minimum_quantity, amount, valid_from)
select l.id, v.id, 1, 9 + v.id %% 900, '2000-01-01' from pricing_pricelist l join catalog_variant v on v.id %% %(groups)s = l.id %% %(groups)s
where l.code like 'bench-group-%%' on conflict do nothing
"""
_CONTRACT_PRICES = """
insert into pricing_price (price_list_id, variant_id, minimum_quantity, amount, valid_from)
select l.id, v.id, 1, 8 + n, '2000-01-01' from pricing_pricelist l cross join generate_series(1, %(each)s::int) n
join catalog_variant v on v.id = %(first)s + (l.id * 7919 + n * 104729) %% %(articles)s
where l.code like 'bench-contract-%%' on conflict do nothing
"""
_BARE = """
select v.id, v.price_unit, p.tax_class_id, p.brand_id, p.id, c.path, r.price_list_id, r.amount, r.minimum_quantity, r.valid_from
from catalog_variant v join catalog_product p on p.id = v.product_id join catalog_category c on c.id = p.category_id
left join pricing_price r on r.variant_id = v.id and r.price_list_id = any(%s::bigint[]) where v.id = any(%s::bigint[])
"""


@dataclass(frozen=True)
class Ground:
    """What questions are asked about: articles, customers, and the lists of a customer."""

    variants: list[int]
    customers: list[Any]
    market: Any


def measure_pricing(rows: int) -> None:
    """Fill the shop to so many price rows and print what prices take."""
    ground = _ground(max(rows // 5, 1000), rows)
    print(
        f"{_one('select count(*) from pricing_price')} price rows, {len(ground.variants)} articles, {len(ground.customers)} customers"
    )
    print(f"{'':34}{'p50 ms':>9}{'p95 ms':>9}{'bare rows':>11}{'statements':>12}")
    for lines, times in SIZES:
        _report(f"a page of {lines} articles", ground, _page, lines, times)
    for lines, times in SIZES[1:]:
        _report(f"a basket of {lines} lines", ground, _basket, lines, times)
    _change(ground)
    _import(ground, 100_000)


def _page(buyer: Any, variants: list[int]) -> Any:
    from truso.modules.pricing.queries import prices_for

    return prices_for(buyer, variants)


def _basket(buyer: Any, variants: list[int]) -> Any:
    from truso.modules.pricing.queries import price_basket
    from truso.modules.pricing.values import Basket, BasketLine

    return price_basket(buyer, Basket(tuple(BasketLine(str(one), one, Decimal(3)) for one in variants)))


def _report(title: str, ground: Ground, act: Callable[[Any, list[int]], Any], lines: int, times: int) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    rnd, taken, bare, statements = random.Random(lines), [], [], 0
    for number in range(times + 3):
        buyer, variants = _buyer(ground, rnd), rnd.sample(ground.variants, lines)
        start = time.perf_counter()
        act(buyer, variants)
        seconds = time.perf_counter() - start
        lists = [one.id for one in buyer.memo["price_terms"].lists]
        start = time.perf_counter()
        with connection.cursor() as cursor:
            # Other articles: what was just read lies in memory already.
            cursor.execute(_BARE, [lists, rnd.sample(ground.variants, lines)])
            cursor.fetchall()
        if number >= 3:
            taken.append(seconds)
            bare.append(time.perf_counter() - start)
    with CaptureQueriesContext(connection) as seen:
        act(_buyer(ground, rnd), rnd.sample(ground.variants, lines))
    statements = len(seen)
    p95 = quantiles(taken, n=20)[-1]
    print(f"{title:34}{median(taken) * MILLI:>9.1f}{p95 * MILLI:>9.1f}{median(bare) * MILLI:>11.1f}{statements:>12}")


def _buyer(ground: Ground, rnd: random.Random) -> Any:
    """Return a buyer of a customer chosen by chance, of whom nothing is remembered."""
    from truso.kernel.buyer import Buyer, BuyerCustomer
    from truso.platform import clock

    customer = rnd.choice(ground.customers)
    pk, uuid, number, name, segments = customer
    hat = BuyerCustomer(pk, uuid, number, name, True, False, segment_ids=tuple(segments))
    return Buyer(ground.market, "nb", clock.now(), person_id=1, customer=hat)


def _change(ground: Ground) -> None:
    """Print how long it takes until a changed contract price is another's price."""
    from django.db import transaction

    from truso.modules.pricing.models import PriceList
    from truso.modules.pricing.operations import NewPrice, set_prices

    buyer = _buyer(ground, random.Random(7))
    price_list = PriceList.objects.filter(kind="contract", customer_id=buyer.customer.id).first()
    variant, amount = ground.variants[5], Decimal("3.21")
    start = time.perf_counter()
    with transaction.atomic():
        set_prices(price_list=price_list, prices=[NewPrice(variant, amount)])
    while _page(_buyer(ground, random.Random(7)), [variant])[variant].unit_price != amount:
        time.sleep(0.01)
    print(f"{'one contract price, until seen':34}{(time.perf_counter() - start) * MILLI:>9.1f}")


def _import(ground: Ground, rows: int) -> None:
    from django.db import transaction

    from truso.modules.pricing.models import PriceList
    from truso.modules.pricing.operations import NewPrice, set_prices

    price_list = PriceList.objects.filter(code__startswith="bench-contract-").last()
    for title, cents in (("100,000 contract rows, new", 5), ("100,000 contract rows, changed", 6)):
        prices = [NewPrice(one, Decimal(cents)) for one in (ground.variants * 5)[:rows]]
        prices = [
            NewPrice(one.variant_id, one.amount, Decimal(1 + number // len(ground.variants)))
            for number, one in enumerate(prices)
        ]
        start = time.perf_counter()
        with transaction.atomic():
            set_prices(price_list=price_list, prices=prices)
        print(f"{title:34}{(time.perf_counter() - start) * MILLI:>9.0f}")


def _ground(articles: int, rows: int) -> Ground:
    from django.db import connection, transaction

    from truso.modules.markets.queries import list_markets, market_for_buyer

    fill(articles)
    market = list_markets()[0]
    first, count = (
        _one("select min(id) from catalog_variant"),
        _one("select max(id) - min(id) + 1 from catalog_variant"),
    )
    contracts = max(rows * 3 // 5 // CONTRACT_ROWS, 1)
    with transaction.atomic(), connection.cursor() as cursor:
        _parties(market, contracts)
        cursor.execute("set local session_replication_role = replica")
        values = {"groups": GROUPS, "each": CONTRACT_ROWS, "first": first, "articles": count}
        for statement in (_LIST_PRICES, _GROUP_PRICES, _CONTRACT_PRICES):
            cursor.execute(statement, values)
    with connection.cursor() as cursor:
        cursor.execute("analyze")
        cursor.execute("select id from catalog_variant where id %% %s = 0", [max(count // 200_000, 1)])
        variants = [row[0] for row in cursor.fetchall()]
        cursor.execute(
            "select c.id, c.uuid, c.number, c.name, array_agg(s.segment_id) from customers_customer c "
            "join customers_customer_segments s on s.customer_id = c.id join pricing_pricelist l on l.customer_id = c.id "
            "where c.number like 'B%' group by c.id"
        )
        customers = cursor.fetchall()
    return Ground(variants, customers, market_for_buyer(market))


def _parties(market: Any, contracts: int) -> None:
    """Write groups, customers and their lists, unless they are there."""
    from truso.modules.customers.models import Customer, Segment
    from truso.modules.pricing.models import PriceList
    from truso.platform import clock

    Segment.objects.bulk_create(
        (Segment(code=f"bench-{number}", names={}) for number in range(GROUPS)), ignore_conflicts=True
    )
    segments = list(Segment.objects.filter(code__startswith="bench-").order_by("pk"))
    Customer.objects.bulk_create(
        (
            Customer(
                number=f"B{number}", kind="business", name=f"Company {number}", market=market, display_gross=False, created_at=clock.now()
            )
            for number in range(CUSTOMERS)
        ),
        ignore_conflicts=True,
    )  # fmt: skip
    customers = list(Customer.objects.filter(number__startswith="B").order_by("pk"))
    through = Customer.segments.through
    through.objects.bulk_create(
        (through(customer_id=one.pk, segment_id=segments[one.pk % GROUPS].pk) for one in customers),
        ignore_conflicts=True,
    )
    groups = (PriceList(code=f"bench-group-{one.pk}", kind="segment", currency="NOK", segment=one) for one in segments)
    deals = (
        PriceList(code=f"bench-contract-{one.pk}", kind="contract", currency="NOK", customer=one)
        for one in customers[:contracts]
    )
    PriceList.objects.bulk_create((*groups, *deals), ignore_conflicts=True)


def _one(statement: str) -> int:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(statement)
        return int(cursor.fetchone()[0] or 0)
