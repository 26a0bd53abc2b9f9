"""Measure the search engine on a generated catalog: `python bench/search_engine.py [products] [folder]`.

Prints the median of each kind of question for one buyer with 500 prices of their own, and the cost of building,
memory and disk. "cold" means that the text was never asked before.
"""

from __future__ import annotations

import random
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

from truso.modules.search.engine import (
    IndexedText,
    IndexedVariant,
    Replica,
    SearchQuery,
    Writer,
    build_generation,
    new_generation_folder,
    publish,
)

LANGUAGES = ("nb", "sv", "pl", "en")
TOPS, LEAVES_PER_TOP, BRANDS, ASSORTMENTS, PRICE_LISTS, OWN_PRICES = 20, 15, 200, 20, 8, 500
SYLLABLES = (
    "ba be bo bri da dra el fa fi fru ga gra ha hy ka kla kru la li lo ma mu na nor pa pli ra ri sa ska so ta tri va"
)
NOW = datetime(2026, 1, 1, tzinfo=UTC)


def make_words(rnd: random.Random, count: int) -> list[str]:
    """Return different made-up words."""
    words: dict[str, None] = {}
    syllables = SYLLABLES.split()
    while len(words) < count:
        words.setdefault("".join(rnd.choice(syllables) for _ in range(rnd.randint(2, 4))))
    return list(words)


class Catalog:
    """A reproducible catalog of `size` variants, three to a product on average."""

    def __init__(self, size: int) -> None:
        rnd = random.Random(20260101)
        self.size = size
        self.types = {language: make_words(rnd, 400) for language in LANGUAGES}
        self.adjectives = {language: make_words(rnd, 300) for language in LANGUAGES}
        self.fillers = {language: make_words(rnd, 4000) for language in LANGUAGES}
        self.brands = [word.title() for word in make_words(rnd, BRANDS)]

    def kind(self, product: int) -> int:
        """Return the type of a product; the first types are frequent, the last rare."""
        return int(400 * random.Random(product).random() ** 3)

    def variants(self) -> Iterator[IndexedVariant]:
        """Make all variants, one product after the other."""
        variant_id = 0
        product_id = 0
        while variant_id < self.size:
            product_id += 1
            rnd = random.Random(product_id)
            kind = self.kind(product_id)
            adjectives = [rnd.randrange(300) for _ in range(2)]
            fillers = [rnd.randrange(4000) for _ in range(20)]
            for size in rnd.sample(range(4, 60), rnd.randint(1, 5)):
                if variant_id == self.size:
                    return
                variant_id += 1
                yield self.variant(rnd, variant_id, product_id, kind, adjectives, fillers, size)

    def variant(
        self, rnd: random.Random, variant_id: int, product_id: int, kind: int, adjectives: list[int],
        fillers: list[int], size: int,
    ) -> IndexedVariant:  # fmt: skip
        """Make one variant."""
        leaf, brand, length = kind % (TOPS * LEAVES_PER_TOP), rnd.randrange(BRANDS), rnd.randrange(10, 200, 5)
        texts = {}
        for language in LANGUAGES:
            name = f"{self.types[language][kind]} {' '.join(self.adjectives[language][a] for a in adjectives)}"
            body = f"{self.brands[brand]} {' '.join(self.fillers[language][f] for f in fillers)} {length} mm"
            texts[language] = IndexedText(f"{name} M{size}x{length}", body)
        price = Decimal(rnd.randrange(500, 900000)) / 100
        return IndexedVariant(
            variant_id=variant_id, product_id=product_id, sku=f"TR-{variant_id:07d}", gtin=f"70{variant_id:011d}",
            mpn=f"{self.brands[brand][:3]}-{variant_id * 7919 % 1000003}", texts=texts,
            category_ids=(1000 + leaf, 1 + leaf % TOPS), brand_id=brand, tax_class_id=1 + (variant_id % 10 == 0),
            choices={
                "material": (f"m{rnd.randrange(8)}",), "color": (f"c{rnd.randrange(12)}",),
                "thread": (f"M{size}",), "class": (f"k{rnd.randrange(5)}",),
            },
            numbers={"length": Decimal(length), "weight": Decimal(rnd.randrange(1, 5000))},
            assortment_ids=tuple(a for a in range(ASSORTMENTS) if rnd.random() < 0.3), popularity=rnd.random(),
            published_at=NOW - timedelta(hours=rnd.randrange(20000)), stock=Decimal(max(0, rnd.randrange(-30, 200))),
            lead_days=rnd.randrange(20),
            prices={n: price * (100 - 2 * n) / 100 for n in range(PRICE_LISTS) if n == 0 or rnd.random() < 0.7},
        )  # fmt: skip


def timed(name: str, ask: Callable[[int], object], rounds: int, note: str = "") -> None:
    """Print median and 95th percentile of `rounds` calls."""
    times = []
    for number in range(rounds):
        start = time.perf_counter()
        ask(number)
        times.append((time.perf_counter() - start) * 1000)
    times.sort()
    print(f"{name:44s} p50 {statistics.median(times):8.2f} ms   p95 {times[int(rounds * 0.95)]:8.2f} ms   {note}")


def measure_reads(replica: Replica, catalog: Catalog) -> None:
    """Time every kind of question."""
    rnd = random.Random(5)
    buyer = SearchQuery(
        language="nb", assortment_ids=(0, 1), price_list_ids=(3, 2, 0), price_factors={1: Decimal("1.25")},
        own_prices={v: Decimal(rnd.randrange(100, 9000)) for v in rnd.sample(range(1, catalog.size + 1), OWN_PRICES)},
        sort="price", collapse=True, facets=("material", "color", "thread", "class", "length", "weight"),
    )  # fmt: skip
    replica.search(buyer)
    types, adjectives = catalog.types["nb"], catalog.adjectives["nb"]
    narrow = [f"{types[rnd.randrange(150)]} {adjectives[rnd.randrange(300)]}" for _ in range(60)]
    for name, texts in (("narrow, two words", narrow), ("medium, one word", types[60:120]), ("wide", types[:5])):
        rounds = len(texts)
        totals = [replica.search(replace(buyer, text=text, language="sv")).total for text in texts]
        note = f"{statistics.mean(totals):.0f} products"
        timed(f"{name}, cold", lambda n, t=texts: replica.search(replace(buyer, text=t[n])), rounds, note)
        timed(
            f"{name}, next page", lambda n, t=texts: replica.search(replace(buyer, text=t[n % len(t)], offset=24)), 60
        )
        timed(
            f"{name}, relevance",
            lambda n, t=texts: replica.search(replace(buyer, text=t[n % len(t)], sort="relevance")), 60,
        )  # fmt: skip
    timed("leaf category", lambda n: replica.search(replace(buyer, category_id=1000 + n)), 60)
    timed("leaf category, a choice taken", lambda n: replica.search(
        replace(buyer, category_id=1000 + n, choices={"color": ("c1", "c2")})), 60)  # fmt: skip
    timed("top category, uncached", lambda n: replica.search(replace(buyer, category_id=1 + n)), TOPS)
    timed("top category, cached", lambda n: replica.search(replace(buyer, category_id=1 + n % TOPS)), 60)
    timed("whole catalog, uncached", lambda n: replica.search(replace(buyer, assortment_ids=(n + 2,))), 10)
    timed("whole catalog, cached", lambda n: replica.search(buyer), 40)
    skus = [f"tr {rnd.randrange(1, catalog.size):07d}" for _ in range(200)]
    timed("exact SKU", lambda n: replica.search(replace(buyer, text=skus[n], assortment_ids=())), 200)
    wrong = [word[:2] + word[3:] for word in types[150:190]]
    timed("misspelt word", lambda n: replica.search(replace(buyer, text=wrong[n])), 40)
    timed("suggestions, three letters", lambda n: replica.suggest(types[n][:3], "nb", 8, buyer), 60)


def main() -> None:
    """Build, measure, print."""
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    with tempfile.TemporaryDirectory() as temporary:
        root, catalog = Path(sys.argv[2] if len(sys.argv) > 2 else temporary), Catalog(size)
        start = time.perf_counter()
        generation = build_generation(new_generation_folder(root), catalog.variants())
        publish(root, generation)
        seconds = time.perf_counter() - start
        disk = sum(file.stat().st_size for file in root.rglob("*") if file.is_file())
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"{size} variants built in {seconds:.1f} s, {disk / 1e6:.0f} MB on disk, {memory:.0f} MB memory at most")
        replica = Replica(root)
        measure_reads(replica, catalog)
        measure_writes(root, replica, catalog)


def measure_writes(root: Path, replica: Replica, catalog: Catalog) -> None:
    """Time changes until another reader sees them."""
    variants = [variant for variant, _ in zip(catalog.variants(), range(100), strict=False)]
    with Writer(root) as writer:

        def change(prepare: Callable[[], None]) -> None:
            prepare()
            writer.commit()
            replica.reload_if_changed()

        timed("one stock level, until seen", lambda n: change(lambda: writer.set_stock({n + 1: (Decimal(n), 1)})), 20)
        timed("100 prices, until seen", lambda n: change(
            lambda: writer.set_prices(0, {v.variant_id: Decimal(n + 1) for v in variants})), 20)  # fmt: skip
        timed("one variant, until seen", lambda n: change(lambda: writer.upsert(variants[n : n + 1])), 20)
        timed("100 variants, until seen", lambda n: change(lambda: writer.upsert(variants)), 5)
    timed("reload without a change", lambda _: replica.reload_if_changed(), 200)


if __name__ == "__main__":
    main()
