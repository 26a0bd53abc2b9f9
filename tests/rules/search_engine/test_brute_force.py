"""Hits, totals, order and counts equal those computed one variant at a time, through changes as well."""

from __future__ import annotations

import random
from dataclasses import fields, replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from truso.modules.search.engine import IndexedVariant, Replica, SearchQuery, Writer
from truso.modules.search.engine import replica as replica_module

from .catalog import COLORS, LANGUAGES, SIZES, WORDS, publish_catalog, random_catalog, random_variant
from .oracle import answered, expected

SORTS = (
    "relevance", "price", "-price", "name", "popularity", "newest", "stock", "attribute:length", "-attribute:length",
    "attribute:size", "-attribute:size", "sku", "-sku",
)  # fmt: skip
QUERIES = 400


def random_text(rnd: random.Random, catalog: dict[int, IndexedVariant]) -> str:
    """Return nothing, words, or an identifier written in some way."""
    dice = rnd.random()
    if dice < 0.4:
        return ""
    if dice < 0.85:
        return " ".join(rnd.sample(WORDS, rnd.choice((1, 1, 2, 2, 3))))
    variant = catalog[rnd.choice(list(catalog))]
    return rnd.choice(
        (variant.sku.lower(), variant.gtin or "77", variant.mpn, str(variant.variant_id), "OWN-1", "00 5")
    )


def random_query(rnd: random.Random, catalog: dict[int, IndexedVariant]) -> SearchQuery:
    """Return a buyer and a question."""
    ids = list(catalog)

    def maybe(chance: float, value: Any, otherwise: Any) -> Any:
        return value if rnd.random() < chance else otherwise

    low, high = sorted(Decimal(rnd.randrange(0, 60)) / 4 for _ in range(2))
    ranges = {"length": rnd.choice(((low, high), (low, None), (None, high), (high, low)))}
    choices = {"color": tuple(rnd.sample(COLORS, rnd.randint(1, 2)))}
    if rnd.random() < 0.3:
        choices["size"] = tuple(rnd.sample(SIZES, 2))
    return SearchQuery(
        language=rnd.choice(LANGUAGES),
        text=random_text(rnd, catalog),
        category_id=maybe(0.3, rnd.choice((1, 2, 3, 11, 12, 99)), None),
        brand_ids=maybe(0.2, tuple(rnd.sample(range(1, 7), 2)), ()),
        choices=maybe(0.3, choices, {}),
        ranges=maybe(0.2, ranges, {}),
        in_stock=maybe(0.2, True, False),
        within_days=maybe(0.2, rnd.randint(0, 12), None),
        among_products=maybe(0.1, tuple(rnd.sample(range(1, 200), 60)), None),
        assortment_ids=maybe(0.6, tuple(rnd.sample(range(70, 170, 10), 2)), ()),
        required_ids=maybe(0.2, (rnd.randrange(70, 170, 10),), ()),
        closed_ids=maybe(0.2, (rnd.randrange(70, 170, 10),), ()),
        excluded_variant_ids=maybe(0.3, tuple(rnd.sample(ids, 20)), ()),
        own_numbers={"OWN1": rnd.choice(ids), "005": rnd.choice(ids), "S00001": rnd.choice(ids)},
        price_list_ids=rnd.choice((tuple(rnd.sample((1, 2, 3, 4), rnd.randint(0, 3))), ((1, 3), 2), (4, (3, 2, 1)))),
        best_price_wins=maybe(0.5, True, False),
        own_prices={variant_id: Decimal(rnd.randrange(1, 400)) / 8 for variant_id in rnd.sample(ids, 30)},
        price_factors=maybe(0.5, {1: Decimal("1.25"), 2: Decimal("1.15")}, {}),
        price_places=rnd.choice((2, 6)),
        price_range=maybe(0.25, rnd.choice(((low, high * 4), (low, None), (None, high))), (None, None)),
        sort=rnd.choice(SORTS),
        offset=rnd.choice((0, 0, 3, 24)),
        limit=rnd.choice((5, 24)),
        collapse=rnd.random() < 0.5,
        facets=("color", "size", "length", "weight"),
    )


def compare(replica: Replica, catalog: dict[int, IndexedVariant], rnd: random.Random, rounds: int) -> int:
    """Compare random queries and return how many found something."""
    found = 0
    for _ in range(rounds):
        query = random_query(rnd, catalog)
        wanted = expected(catalog, query)
        assert answered(replica.search(query), query) == wanted, query
        found += wanted["total"] > 0
    return found


@pytest.mark.parametrize("seed", [1, 2])
def test_every_answer_equals_the_plain_computation(tmp_path: Path, seed: int) -> None:
    rnd = random.Random(seed)
    catalog = random_catalog(rnd, 400)
    replica = publish_catalog(tmp_path, catalog.values())
    assert compare(replica, catalog, rnd, QUERIES) > QUERIES // 3


def test_every_answer_stays_equal_through_random_changes(tmp_path: Path) -> None:
    rnd = random.Random(3)
    catalog = random_catalog(rnd, 200)
    replica = publish_catalog(tmp_path, catalog.values())
    with Writer(tmp_path) as writer:
        for _ in range(12):
            change(writer, catalog, rnd)
            writer.commit()
            assert replica.reload_if_changed()
            compare(replica, catalog, rnd, 15)
    compare(Replica(tmp_path), catalog, rnd, 40)


def test_remembered_counts_are_those_of_the_same_question(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every question is asked again with one thing changed, so that too coarse a memory would answer for another."""
    monkeypatch.setattr(replica_module, "_WORTH_REMEMBERING", 0)
    rnd = random.Random(6)
    catalog = random_catalog(rnd, 150)
    replica = publish_catalog(tmp_path, catalog.values())
    with Writer(tmp_path) as writer:
        for _ in range(20):
            query, other = random_query(rnd, catalog), random_query(rnd, catalog)
            questions = [query, *(replace(query, **{item.name: getattr(other, item.name)}) for item in fields(query))]
            for question in (*questions, query):
                assert answered(replica.search(question), question) == expected(catalog, question), question
            for variant_id in rnd.sample(list(catalog), 30):
                catalog[variant_id] = replace(catalog[variant_id], stock=Decimal(rnd.randrange(2)), lead_days=0)
                writer.set_stock({variant_id: (catalog[variant_id].stock, 0)})
            writer.commit()
            replica.reload_if_changed()
            assert answered(replica.search(query), query) == expected(catalog, query), query


def change(writer: Writer, catalog: dict[int, IndexedVariant], rnd: random.Random) -> None:
    """Change the index and the catalog in the same way."""
    new = [random_variant(rnd, rnd.randint(1, 700), rnd.randint(1, 100)) for _ in range(rnd.choice((0, 1, 30)))]
    catalog |= {variant.variant_id: variant for variant in new}
    writer.upsert(new)
    removed = rnd.sample(list(catalog), rnd.choice((0, 5)))
    writer.remove(removed)
    for variant_id in removed:
        del catalog[variant_id]
    for variant_id in rnd.sample(list(catalog), 10):
        stock = Decimal(rnd.randrange(0, 9))
        writer.set_stock({variant_id: (stock, 3)})
        catalog[variant_id] = replace(catalog[variant_id], stock=stock, lead_days=3)
    for variant_id in rnd.sample(list(catalog), 10):
        price = rnd.choice((None, Decimal(rnd.randrange(1, 400)) / 8))
        number = rnd.choice((1, 2, 4))
        writer.set_prices(number, {variant_id: price})
        prices = {key: value for key, value in catalog[variant_id].prices.items() if key != number}
        catalog[variant_id] = replace(catalog[variant_id], prices=prices | ({number: price} if price else {}))


@pytest.mark.parametrize("sort", SORTS)
@pytest.mark.parametrize("collapse", [False, True])
def test_paging_shows_every_row_once(tmp_path: Path, sort: str, collapse: bool) -> None:
    rnd = random.Random(4)
    catalog = random_catalog(rnd, 120)
    replica = publish_catalog(tmp_path, catalog.values())
    query = SearchQuery(language="pl", sort=sort, collapse=collapse, limit=7, price_list_ids=(1,))
    total = replica.search(query).total
    shown = [hit for start in range(0, total + 7, 7) for hit in replica.search(replace(query, offset=start)).hits]
    products = {variant.product_id for variant in catalog.values()}
    wanted = products if collapse else set(catalog)
    assert len(shown) == total == len(wanted)
    assert {hit.product_id if collapse else hit.variant_id for hit in shown} == wanted
