"""Measure imports: `script/bench import [--rows N]`. From a CSV file to what a search finds, through the shop's worker, beside bare COPY.

The limit is COPY of the same products, articles and words into tables with the same columns, without indexes and triggers.
"""

from __future__ import annotations

import csv
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from bench.watching import Watch

LOOK_AGAIN = 0.2
ATTRIBUTES = 10
_LIMIT = """
drop table if exists limit_product, limit_variant, limit_text;
create unlogged table limit_product (code text, attributes jsonb);
create unlogged table limit_variant (sku text, mpn text, unit text, weight numeric, attributes jsonb);
create unlogged table limit_text (language text, name text, slug text, description text);
"""


class Stages:
    """Seconds by stage."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    @contextmanager
    def at(self, name: str) -> Iterator[None]:
        """Count what passes as a stage's."""
        start = time.perf_counter()
        yield
        self.seconds[name] = time.perf_counter() - start


def measure(rows: int) -> None:
    """Import articles that are new, then changed, then prices and stock, and print each."""
    from django.db import connection

    from bench.ground import HOME
    from truso.commands.processes import start, stop_children

    options = _ground()
    tag = str(int(time.time()))
    print(f"{'':34}{'seconds':>9}{'rows/s':>9}   of these: import, until search shows all (and the trial before)")
    with connection.cursor() as cursor:
        cursor.execute(_LIMIT)
    _limit(rows)
    most = 0
    helpers = [start("worker"), start("indexer")]
    try:
        for title, target, write in (
            ("new articles, price and stock", "products", lambda n: _article(n, tag, "")),
            ("changed: words, a value, a weight", "products", lambda n: _article(n, tag, "better ")),
            ("the same again", "products", lambda n: _article(n, tag, "better ")),
            ("prices", "prices", lambda n: {"sku": f"{tag}-{n}", "price": f"{n % 900 + 2}.75"}),
            ("stock", "stock", lambda n: {"sku": f"{tag}-{n}", "on_hand": str(n % 90 + 3)}),
        ):
            path, stages = HOME / "import.csv", Stages()
            _write(path, rows, write)
            watch = Watch()
            watch.start()
            most = max(most, _run(path, target, options, stages))
            _print(title, rows, stages)
            print(f"    {watch.end()}", flush=True)
    finally:
        stop_children(helpers)
    print(f"\n{rows} rows; most memory of the import's process {most} MB.")


def _ground() -> dict[str, Any]:
    from truso.modules.catalog.models import Attribute, Category, Family, FamilyAttribute
    from truso.modules.inventory.models import Location
    from truso.modules.pricing.models import PriceList
    from truso.modules.tax.models import TaxClass

    family, made = Family.objects.get_or_create(code="bench-import", defaults={"names": {"en": "Imported"}})
    for place in range(ATTRIBUTES if made else 0):
        kind = ("number", "choice", "text")[place % 3]
        choices = [{"code": f"c{one}", "names": {"en": f"Choice {one}"}} for one in range(5)]
        attribute, _ = Attribute.objects.get_or_create(
            code=f"bench-{place}",
            defaults={
                "type": kind, "names": {"en": f"Bench {place}"}, "unit": "mm" if kind == "number" else "",
                "choices": choices if kind == "choice" else [],
            },
        )  # fmt: skip
        FamilyAttribute.objects.create(family=family, attribute=attribute, position=place)
    category = Category.objects.order_by("-pk").first()
    tax_class, location = TaxClass.objects.first(), Location.objects.first()
    price_list = PriceList.objects.filter(kind=PriceList.Kind.MARKET).order_by("pk").first()
    return {
        "family": family.code, "category": category.code if category else "", "language": "en",
        "tax_class": tax_class.code if tax_class else "", "location": location.code if location else "",
        "price_list": price_list.code if price_list else "",
    }  # fmt: skip


def _article(number: int, tag: str, word: str) -> dict[str, str]:
    values = {}
    for place in range(ATTRIBUTES):
        text = (f"{number % 500} cm", f"Choice {number % 5}", f"Value {number % 1000}")[place % 3]
        values[f"attribute:bench-{place}"] = text
    return {
        "sku": f"{tag}-{number}", "text:en:name": f"Imported {word}thing {number}", "brand": f"Bench {number % 50}",
        "text:en:description": f"A {word}thing of number {number}, strong and light, for use indoors and outdoors.",
        "mpn": f"M{number}", "unit": "C62", "weight_kg": "0.5" if word else "0.25", "list_price": f"{number % 900 + 1}.5",
        "stock": str(number % 80), **values,
    }  # fmt: skip


def _write(path: Path, rows: int, make: Callable[[int], dict[str, str]]) -> None:
    with path.open("w", newline="") as file:
        writer = csv.DictWriter(file, list(make(0)))
        writer.writeheader()
        writer.writerows(make(number) for number in range(rows))


def _run(path: Path, code: str, options: dict[str, Any], stages: Stages) -> int:
    """Try and import a file as a merchant does, with the shop's own worker; return the most memory of the import's process."""
    from truso.modules.search.operations import pending_changes
    from truso.platform.imports.models import ImportRun
    from truso.platform.imports.operations import ask_import, ask_trial, create_run, set_mapping

    with path.open("rb") as file:
        run = create_run(target=code, file=file, file_name=path.name, by="bench")
    set_mapping(run_uuid=run.uuid, mapping={c["key"]: c["heading"] for c in run.look["columns"]}, options=options)
    memory = Memory()
    for name, ask, states in (("trial", ask_trial, {"trying"}), ("import", ask_import, {"applying"})):
        with stages.at(name):
            ask(run_uuid=run.uuid)
            while (now := ImportRun.objects.only("state").get(pk=run.pk)).state in states:
                memory.look()
                time.sleep(LOOK_AGAIN)
    if now.state != "applied" or (refused := ImportRun.objects.get(pk=run.pk).counts.get("refused")):
        raise SystemExit(f"the import is {now.state}, {refused} rows refused")
    with stages.at("search"):
        while _is_waiting() or pending_changes():
            time.sleep(LOOK_AGAIN)
    return memory.most


def _is_waiting() -> bool:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(
            "select exists (select 1 from procrastinate_jobs where status in ('todo', 'doing') and scheduled_at is null)"
        )
        return bool(cursor.fetchone()[0])


class Memory:
    """The most memory (MB) the process of an import has had, as the system tells it."""

    most = 0

    def look(self) -> None:
        """Look at it now."""
        for folder in Path("/proc").glob("[0-9]*"):
            with suppress(OSError):
                if b"truso.platform.imports\0" in (folder / "cmdline").read_bytes():
                    [line] = [one for one in (folder / "status").read_text().splitlines() if one.startswith("VmHWM")]
                    self.most = max(self.most, int(line.split()[1]) // 1024)


def _limit(rows: int) -> None:
    """COPY the same rows bare."""
    import json

    from django.db import connection

    made = [_article(number, "limit", "") for number in range(rows)]
    values = [json.dumps({key[10:]: text for key, text in one.items() if key.startswith("attribute:")}) for one in made]
    start = time.perf_counter()
    with connection.cursor() as cursor:
        with cursor.cursor.copy("copy limit_product from stdin") as copy:
            for one, text in zip(made, values, strict=True):
                copy.write_row((one["sku"], text))
        with cursor.cursor.copy("copy limit_variant from stdin") as copy:
            for one in made:
                copy.write_row((one["sku"], one["mpn"], one["unit"], one["weight_kg"], "{}"))
        with cursor.cursor.copy("copy limit_text from stdin") as copy:
            for one in made:
                copy.write_row(("en", one["text:en:name"], one["sku"], one["text:en:description"]))
    stages = Stages()
    stages.seconds["copy"] = time.perf_counter() - start
    _print("limit: bare COPY of products", rows, stages)


def _print(title: str, rows: int, stages: Stages) -> None:
    trial = stages.seconds.get("trial", 0)
    total = sum(stages.seconds.values()) - trial
    parts = ", ".join(f"{name} {seconds:.1f}" for name, seconds in stages.seconds.items() if name != "trial")
    print(
        f"{title:34}{total:9.1f}{rows / total:9.0f}   {parts}" + (f" (trial {trial:.1f})" if trial else ""), flush=True
    )
