"""Measure the search engine on a generated catalog: `script/bench search --rows 1000000`.

200 assortments, 20 shared price lists and so many price profiles, 10,000 customers with 500 prices of their own each: every question is
another customer's. "cold" means that the text was never asked before. Beside it, in the same run, what PostgreSQL's full text search
needs for the words alone (no range, no prices, no filters), and what building costs in time, memory and disk.
"""

from __future__ import annotations

import random
import resource
import statistics
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
TOPS, LEAVES_PER_TOP, BRANDS, ASSORTMENTS, PRICE_LISTS, OWN_PRICES = 20, 15, 200, 200, 20, 500
CUSTOMERS, PER_ARTICLE = 10_000, 20
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
            assortment_ids=tuple({rnd.randrange(ASSORTMENTS) for _ in range(PER_ARTICLE)}), popularity=rnd.random(),
            published_at=NOW - timedelta(hours=rnd.randrange(20000)), stock=Decimal(max(0, rnd.randrange(-30, 200))),
            lead_days=rnd.randrange(20),
            prices={n: price * (100 - n) / 100 for n in range(PRICE_LISTS) if n == 0 or rnd.random() < 0.5},
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


class Customers:
    """Ten thousand buyers, each the same every time: some assortments, a price profile, 500 prices of their own."""

    def __init__(self, size: int) -> None:
        self.size = size

    def __getitem__(self, number: int) -> SearchQuery:
        rnd = random.Random(number % CUSTOMERS)
        own = {rnd.randrange(1, self.size + 1): Decimal(rnd.randrange(100, 9000)) for _ in range(OWN_PRICES)}
        return SearchQuery(
            language="nb",
            assortment_ids=tuple(rnd.sample(range(ASSORTMENTS), 3)),
            price_list_ids=(rnd.randrange(1, PRICE_LISTS), 0),
            price_factors={1: Decimal("1.25")},
            own_prices=own,
            sort="price",
            collapse=True,
            facets=("material", "color", "thread", "class", "length", "weight"),
        )


def measure_reads(replica: Replica, catalog: Catalog) -> None:
    """Time every kind of question, each by another customer."""
    rnd = random.Random(5)
    customers = [Customers(catalog.size)[number] for number in range(200)]
    replica.search(customers[0])
    types, adjectives = catalog.types["nb"], catalog.adjectives["nb"]
    narrow = [f"{types[rnd.randrange(150)]} {adjectives[rnd.randrange(300)]}" for _ in range(60)]

    def ask(number: int, **asked: object) -> object:
        return replica.search(replace(customers[number % len(customers)], **asked))  # type: ignore[arg-type]

    for name, texts, aim in (
        ("narrow, two words", narrow, 5),
        ("medium, one word", types[60:120], 5),
        ("wide", nearest(replica, types, 28_000), 20),
        ("very wide", types[:5], 0),
    ):
        totals = [replica.search(SearchQuery(language="sv", text=text)).total for text in texts]
        note = f"{f'aim {aim} ms, ' if aim else ''}{statistics.mean(totals):.0f} hits"
        replica = Replica(replica.root)  # which remembers nothing
        replica.search(customers[0])
        timed(f"{name}, cold", lambda n, t=texts: ask(n, text=t[n]), len(texts), note)
        timed(f"{name}, by another customer", lambda n, t=texts: ask(n + 7, text=t[n % len(t)]), 60)
        timed(f"{name}, relevance", lambda n, t=texts: ask(n, text=t[n % len(t)], sort="relevance"), 60)
    timed("leaf category", lambda n: ask(n, category_id=1000 + n), 60)
    timed("leaf category, a choice taken", lambda n: ask(n, category_id=1000 + n, choices={"color": ("c1", "c2")}), 60)
    timed("top category, uncached", lambda n: ask(n, category_id=1 + n), TOPS)
    timed("top category, cached", lambda n: ask(n % TOPS, category_id=1 + n % TOPS), 60)
    timed("whole catalog, uncached", lambda n: ask(n + 20), 20, "aim 120 ms")
    timed("whole catalog, cached", lambda n: ask(20 + n % 20), 40, "aim 10 ms")
    skus = [f"tr {rnd.randrange(1, catalog.size):07d}" for _ in range(200)]
    timed("exact SKU", lambda n: ask(n, text=skus[n], assortment_ids=()), 200)
    wrong = [word[:2] + word[3:] for word in types[150:190]]
    timed("misspelt word", lambda n: ask(n, text=wrong[n]), 40)
    timed("suggestions, three letters", lambda n: replica.suggest(types[n][:3], "nb", 8, customers[n]), 60, "aim 15 ms")


def nearest(replica: Replica, words: list[str], hits: int) -> list[str]:
    """Return the ten words that find nearest to so many articles."""
    totals = {word: replica.search(SearchQuery(language="sv", text=word)).total for word in words[:120]}
    return sorted(totals, key=lambda word: abs(totals[word] - hits))[:10]


def measure_full_text(catalog: Catalog, texts: list[str]) -> None:
    """Time PostgreSQL for the words alone: the first 24 ids and how many there are, by an index of words."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("drop table if exists bench_words")
        cursor.execute("create unlogged table bench_words (id bigint primary key, words tsvector)")
        with cursor.cursor.copy("copy bench_words (id, words) from stdin") as copy:
            for one in catalog.variants():
                text = one.texts["nb"]
                copy.write_row(
                    (one.variant_id, " ".join(f"'{word}'" for word in set(f"{text.name} {text.body}".lower().split())))
                )
        cursor.execute("create index on bench_words using gin (words)")
        cursor.execute("analyze bench_words")

        def ask(number: int) -> None:
            words = " & ".join(f"'{word}'" for word in texts[number % len(texts)].split())
            cursor.execute(
                "select id, count(*) over () from bench_words where words @@ %s::tsquery order by id limit 24", [words]
            )
            cursor.fetchall()

        timed("PostgreSQL full text, same texts", ask, len(texts))


def measure_search(size: int) -> None:
    """Build, measure, print; beside PostgreSQL's full text search."""
    import truso.config.wsgi  # noqa: F401  memory is looked after as in a web process

    with tempfile.TemporaryDirectory() as temporary:
        root, catalog = Path(temporary), Catalog(size)
        replica = build(root, catalog)
        measure_reads(replica, catalog)
        measure_writes(root, replica, catalog)
        measure_full_text(catalog, [*catalog.types["nb"][60:120], *catalog.types["nb"][:5]])


def build(root: Path, catalog: Catalog) -> Replica:
    """Build a generation and tell what it cost."""
    start = time.perf_counter()
    publish(root, build_generation(new_generation_folder(root), catalog.variants()))
    seconds = time.perf_counter() - start
    disk = sum(file.stat().st_size for file in root.rglob("*") if file.is_file())
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{catalog.size} variants built in {seconds:.1f} s, {disk / 1e6:.0f} MB on disk, {memory:.0f} MB memory at most"
    )
    return Replica(root)


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
