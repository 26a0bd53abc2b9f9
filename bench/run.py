"""Measure and print: `script/bench [NAME …]`."""

from __future__ import annotations

import argparse
import os
import signal
import socket
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.bulk import measure_bulk
from bench.cases import CASES, Case, Person, World
from bench.client import Load, run_load
from bench.ground import prepare
from bench.imports import measure
from bench.limit import TABLES
from bench.lists import measure_lists
from bench.pricing import measure_pricing
from bench.processor import seconds_of
from bench.search_engine import measure_search
from truso.commands.processes import check_port
from truso.platform.children import ends_with_parent

SHOP_PORT, LIMIT_PORT, BUYERS = 8741, 8742, 8


@dataclass(frozen=True, slots=True)
class Figure:
    """What a server needed for a case: processor milliseconds per unit, and the load it was measured under."""

    cpu: float
    load: Load


def main() -> None:
    """Measure what is named, else everything."""
    parser = argparse.ArgumentParser(prog="script/bench", description=__doc__)
    parser.add_argument(
        "names",
        nargs="*",
        metavar="NAME",
        help=", ".join([*(case.name for case in CASES), "import", "lists", "bulk", "search", "pricing"]),
    )
    parser.add_argument("--products", type=int, default=20_000)
    parser.add_argument("--seconds", type=float, default=12, help="the longest one load may take (default 12)")
    parser.add_argument(
        "--rows",
        type=int,
        default=100_000,
        help="rows of `import` and `pricing`, products of `lists` and `search` (default 100,000)",
    )
    parser.add_argument("--prepare", action="store_true", help="make the shop only")
    options = parser.parse_args()
    unknown = set(options.names) - {case.name for case in CASES} - {"import", "lists", "bulk", "search", "pricing"}
    if unknown:
        parser.error(f"unknown: {', '.join(sorted(unknown))}")
    server = prepare(options.products)
    try:
        if options.names == ["import"]:
            measure(options.rows)
        elif options.names == ["lists"]:
            measure_lists(options.rows)
        elif options.names == ["search"]:
            measure_search(options.rows)
        elif options.names == ["pricing"]:
            measure_pricing(options.rows)
        elif options.names == ["bulk"]:
            measure_bulk()
        elif not options.prepare:
            _measure_all(server, options)
    finally:
        server.stop()


def _measure_all(server: Any, options: argparse.Namespace) -> None:
    world = World(options.products, _people())
    _run_sql(TABLES)
    from django.db import connection

    connection.close()
    database = int((Path(server.data) / "postmaster.pid").read_text().split()[0])
    for port in (SHOP_PORT, LIMIT_PORT):
        check_port("127.0.0.1", port)
    started = [_start("truso", "web", "--port", str(SHOP_PORT)), _start("bench.limit", str(LIMIT_PORT))]
    try:
        for port, process in zip((SHOP_PORT, LIMIT_PORT), started, strict=True):
            _wait(port, process)
        print(
            f"{'':30}{'CPU ms':>8}{'aim':>6}{'limit':>8}{'ratio':>7}{'/s':>8}{'limit /s':>10}{'share':>7}{'p50 ms':>8}{'p95 ms':>8}"
        )
        for case in CASES:
            if options.names and case.name not in options.names:
                continue
            limit = _measure(case, case.limit, world, LIMIT_PORT, (started[1].pid, database), options.seconds)
            shop = _measure(case, case.shop, world, SHOP_PORT, (started[0].pid, database), options.seconds)
            _print(case, shop, limit)
        load = ", ".join(f"{one:.1f}" for one in os.getloadavg())
        print(
            f"\n{options.products} products, {BUYERS} buyers at once, {os.cpu_count()} cores, load average {load} (1, 5, 15 minutes)."
        )
    finally:
        for process in started:
            process.terminate()
        for process in started:
            process.wait(20)


def _measure(case: Case, make_unit: Any, world: World, port: int, processes: tuple[int, ...], seconds: float) -> Figure:
    def unit(buyer: int, number: int) -> Any:
        return make_unit(world, buyer, number)

    _set_carts(case, world)
    run_load(port, unit, buyers=BUYERS, units=max(40, case.units // 5), seconds=seconds)
    _set_carts(case, world)
    before = seconds_of(processes)
    load = run_load(port, unit, buyers=BUYERS, units=case.units, seconds=seconds)
    return Figure((seconds_of(processes) - before) * 1000 / len(load.milliseconds), load)


def _print(case: Case, shop: Figure, limit: Figure) -> None:
    aim = f"{case.aim:g}" if case.aim else ""
    share = shop.load.per_second / limit.load.per_second
    missed = (case.aim and shop.cpu > case.aim) or (case.is_json_read and share < 0.2)
    missed = missed or (case.is_page and shop.load.percentile(95) >= 60)
    print(
        f"{case.title:30}{shop.cpu:8.2f}{aim:>6}{limit.cpu:8.2f}{shop.cpu / limit.cpu:7.1f}{shop.load.per_second:8.0f}"
        f"{limit.load.per_second:10.0f}{share:7.0%}{shop.load.percentile(50):8.1f}{shop.load.percentile(95):8.1f}"
        f"{'  missed' if missed else ''}",
        flush=True,
    )


def _people() -> list[Person]:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(
            "select b.customer_id, b.person_id, b.key, b.session, l.id from bench_buyer b "
            "join pricing_pricelist l on l.customer_id = b.customer_id order by b.id"
        )
        return [Person(*row) for row in cursor.fetchall()]


def _set_carts(case: Case, world: World) -> None:
    """Empty every cart, or fill it with the lines the case asks for."""
    if case.carts is None:
        return
    _run_sql("delete from cart_cartline; delete from limit_cartline; vacuum limit_cartline; vacuum cart_cartline")
    if case.carts:
        skus = [[str(line["sku"]) for line in world.lines(place, case.carts)] for place in range(len(world.people))]
        _run_sql(
            "insert into cart_cart (uuid, market_id, customer_id, person_id, session_key, state, checkout_id, checkout_data, updated_at) "
            "select gen_random_uuid(), 1, customer_id, person_id, '', 'open', gen_random_uuid(), '{}', now() from bench_buyer on conflict do nothing"
        )
        wanted = ",".join(
            f"({person.person_id},'{sku}')" for person, own in zip(world.people, skus, strict=True) for sku in own
        )
        _run_sql(
            "insert into cart_cartline (uuid, cart_id, variant_id, quantity, reference, position) select gen_random_uuid(), c.id, v.id, 1, '', "
            f"row_number() over (partition by c.id) from (values {wanted}) w(person, sku) join catalog_variant v on v.sku = w.sku "
            "join cart_cart c on c.person_id = w.person and c.state = 'open'"
        )
        _run_sql(
            f"insert into limit_cartline (person_id, variant_id, quantity) select w.person, v.id, 1 from (values {wanted}) w(person, sku) "
            "join catalog_variant v on v.sku = w.sku"
        )
    _run_sql("analyze cart_cart; analyze cart_cartline; analyze limit_cartline")


def _run_sql(statements: str) -> None:
    import psycopg

    with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as link:
        for statement in statements.split(";"):
            if statement.strip():
                link.execute(statement)


def _start(module: str, *arguments: str) -> subprocess.Popen[bytes]:
    # A server left behind by a killed run would answer in our place, and its processor time would not be counted.
    return subprocess.Popen([sys.executable, "-m", module, *arguments], preexec_fn=ends_with_parent(signal.SIGTERM))  # noqa: PLW1509


def _wait(port: int, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + 60
    while True:
        if process.poll() is not None:
            raise SystemExit(f"The server for port {port} ended before it began.")
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        except OSError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.1)


if __name__ == "__main__":
    main()
