"""Measure many lines at once: `script/bench bulk`. Quick orders judged, a cart of 5,000 lines filled, opened, changed and placed.

Beside each figure the limit of the machine: what PostgreSQL alone needs to look up (and write) as many rows by key in the same run.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from decimal import Decimal
from statistics import median
from typing import Any

TIMES = 5
SCRIPT = {"HTTP_HX_REQUEST": "true"}
WRITTEN = "insert into bench_rows select i, i, 1 from unnest(%s::bigint[]) i"
LOOKED_UP = "select v.id, v.sku from unnest(%s::text[]) w join catalog_variant v on v.sku_normalized = w"


def measure_bulk() -> None:
    """Print what each step takes in milliseconds, on one core."""
    from django.test import Client

    import truso.config.wsgi  # noqa: F401  memory is looked after as in a web process
    from truso.modules.cart.operations import empty_cart
    from truso.modules.catalog.models import Variant
    from truso.modules.identity.models import Person
    from truso.platform.database.transactions import Actor, write

    person = Person.objects.filter(memberships__isnull=False).order_by("pk").first()
    if person is None:
        raise SystemExit("the shop has no buyers")
    buyer = _buyer(person)
    skus = _skus(buyer, 5000)
    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(person)
    print(
        f"{Variant.objects.count()} articles, {len(skus)} different lines, one core\n{'':38}{'ms':>8}{'aim':>8}{'limit':>8}"
    )
    for count, aim in ((200, 60), (5000, 1500)):
        _tell(
            f"quick order of {count} judged",
            _timed(lambda n=count: _judge(buyer, skus[:n])),
            aim,
            _look_up(skus[:count]),
        )
    with write(Actor(label="bench")):
        empty_cart(buyer=buyer)
    text = "\n".join(f"{sku} 1" for sku in skus)
    _tell(
        "quick order page of 5,000",
        _timed(lambda: _post(client, "/en/quick-order/", {"lines": text}), 2),
        0,
        _look_up(skus),
    )
    filled = _once(lambda: _fill(buyer, skus))
    _tell("5,000 lines put into the cart", filled, 0, _write(len(skus)))
    _tell("the cart opened, a page of it", _timed(lambda: _get(client, "/en/cart/")), 0, _look_up(skus))
    line = _line(buyer)
    _tell("a line changed, by script", _timed(lambda: _change(client, line)), 300, _look_up(skus))
    _tell(
        "all of it added up after that", _timed(lambda: _get(client, "/en/cart/?part=sum", **SCRIPT)), 0, _look_up(skus)
    )
    _tell("a line changed, the operation alone", _timed(lambda: _change_alone(buyer, line)), 0, _look_up(skus[:1]))
    _tell("placed", _once(lambda: _place(buyer)), 10_000, _write(len(skus)))


def _buyer(person: Any) -> Any:
    from truso.modules.customers.queries import choose_hat, list_hats, make_buyer
    from truso.modules.markets.models import Market
    from truso.modules.markets.queries import market_for_buyer
    from truso.platform import clock

    hat = choose_hat(list_hats(person.pk), None)
    market = Market.objects.get(pk=hat.market_id)  # type: ignore[union-attr]
    return make_buyer(market=market_for_buyer(market), language="en", now=clock.now(), hat=hat, person_id=person.pk)


def _skus(buyer: Any, count: int) -> list[str]:
    from truso.modules.catalog.models import Variant
    from truso.modules.catalog.visibility import visible_ids
    from truso.modules.pricing.queries import prices_for

    sold = Variant.objects.filter(status="active", minimum_quantity=1, quantity_multiple=1).order_by("pk")
    rows = dict(sold.values_list("pk", "sku")[: count * 3])
    seen = visible_ids(buyer, rows)
    priced = prices_for(buyer, [one for one in rows if one in seen])
    return [sku for key, sku in rows.items() if key in priced][:count]


def _judge(buyer: Any, skus: list[str]) -> Any:
    from truso.modules.cart.judging import judge_lines
    from truso.modules.cart.quick_order import parse_lines

    judged = judge_lines(buyer.at(buyer.now), parse_lines("\n".join(f"{sku} 1" for sku in skus)).lines)
    assert len(judged) == len(skus)
    return judged


def _fill(buyer: Any, skus: list[str]) -> None:
    from truso.modules.cart.filling import fill_cart
    from truso.platform.database.transactions import Actor, write

    judged = _judge(buyer, skus)
    with write(Actor(label="bench")):
        fill_cart(buyer=buyer, lines=judged)


def _line(buyer: Any) -> Any:
    from truso.modules.cart.queries import find_cart, list_items

    return list_items(find_cart(buyer))[0].uuid


def _change(client: Any, line: Any) -> None:
    quantity = str(2 + time.perf_counter_ns() % 7)
    answer = client.post(
        "/en/cart/change/", {f"quantity.{line}": quantity, "page": "1"}, headers={"hx-request": "true"}
    )
    assert answer.status_code == 200, answer.status_code


def _change_alone(buyer: Any, line: Any) -> None:
    from truso.modules.cart.operations import LineChange, change_lines
    from truso.platform.database.transactions import Actor, write

    with write(Actor(label="bench")):
        change_lines(buyer=buyer, changes=[LineChange(line, Decimal(2 + time.perf_counter_ns() % 7))])


def _place(buyer: Any) -> None:
    from truso.platform.database.transactions import Actor, write
    from truso.processes.place_order import place_order
    from truso.processes.review import CheckoutData

    data = {
        "email": "bench@example.com",
        "name": "Bench",
        "street": "Street 1",
        "postcode": "0150",
        "city": "Oslo",
        "country": "NO",
    }
    data |= {"phone": "40000000", "payment": "invoice", "terms_accepted": True}
    with write(Actor(label="bench")):
        order = place_order(buyer=buyer, data=CheckoutData.read(data))
    assert order.lines.count() >= 5000


def _get(client: Any, path: str, **headers: str) -> None:
    assert client.get(path, **headers).status_code == 200


def _post(client: Any, path: str, data: dict[str, str]) -> None:
    assert client.post(path, data).status_code == 200


def _timed(act: Callable[[], Any], times: int = TIMES) -> float:
    act()
    return median(_once(act) for _ in range(times))


def _once(act: Callable[[], Any]) -> float:
    start = time.perf_counter()
    act()
    return (time.perf_counter() - start) * 1000


def _look_up(skus: list[str]) -> float:
    from django.db import connection

    from truso.kernel.identifiers import normalize_code

    codes = [normalize_code(sku) for sku in skus]

    def act() -> None:
        with connection.cursor() as cursor:
            cursor.execute(LOOKED_UP, [codes])
            cursor.fetchall()

    return _timed(act)


def _write(count: int) -> float:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(
            "create unlogged table if not exists bench_rows (id bigint primary key, variant bigint, quantity numeric)"
        )

        def act() -> None:
            cursor.execute("truncate bench_rows")
            cursor.execute(WRITTEN, [list(range(count))])

        return _timed(act)


def _tell(title: str, milliseconds: float, aim: int, limit: float) -> None:
    print(f"{title:38}{milliseconds:>8.0f}{aim or '':>8}{limit:>8.1f}", flush=True)
