"""Every machine's index takes over every change: in whatever order transactions end, whoever is away, whatever breaks."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from django.db import connections, transaction

from tests.factories import Shop
from truso.modules.catalog.models import Variant
from truso.modules.inventory.models import StockItem
from truso.modules.pricing.operations import NewPrice, set_prices
from truso.modules.search import applying, indexer, log
from truso.modules.search.documents import DocumentReader
from truso.modules.search.engine import Replica, SearchQuery, current_generation
from truso.modules.search.indexer import Indexer, build_index
from truso.modules.search.models import SearchChange, SearchNode
from truso.modules.search.operations import note_changes
from truso.platform import clock

D = Decimal
SKUS = ("SAW", "FILE", "DRILL")


@pytest.fixture
def goods(raced: Shop) -> Shop:
    for sku in SKUS:
        raced.add_article(sku, price="100")
    SearchChange.objects.all().delete()
    return raced


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What operators read in the log."""
    lines: list[str] = []
    monkeypatch.setattr(indexer.logger, "exception", lambda text, *values: lines.append(text % values))
    return lines


@pytest.fixture
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave out the transactions of other tests' databases: a server has one horizon for all of them."""
    monkeypatch.setattr(
        log,
        "_HORIZON",
        "select coalesce(min(backend_xid::text::bigint), pg_snapshot_xmax(pg_current_snapshot())::text::bigint) "
        "from pg_stat_activity where datname = current_database()",
    )


@pytest.fixture
def nodes(goods: Shop, tmp_path: Path) -> Iterator[tuple[Indexer, Indexer]]:
    """Two machines whose indexes are built."""
    both = Indexer(tmp_path / "one"), Indexer(tmp_path / "two")
    for node in both:
        node.step()
    yield both
    for node in both:
        node.close()


def price_of(goods: Shop, node: Indexer, sku: str) -> Decimal | None:
    """Return what a machine's index says an article costs on the list."""
    page = Replica(node.root).search(SearchQuery(language="en", text=sku, price_list_ids=(goods.price_list.pk,)))
    return page.hits[0].price


def change_price(goods: Shop, sku: str, amount: int) -> None:
    """Change a price and note it in one transaction, as events do."""
    variant: Variant = goods.variants[sku]
    with transaction.atomic():
        set_prices(price_list=goods.price_list, prices=[NewPrice(variant.pk, D(amount))])
        note_changes(kind=SearchChange.Kind.PRICE, targets=[variant.pk])


def catch_up(*nodes: Indexer) -> None:
    for node in nodes:
        while node.step():
            pass
        node.step()


def test_a_change_stays_until_every_machine_has_it(goods: Shop, alone: None, nodes: tuple[Indexer, Indexer]) -> None:
    one, two = nodes
    change_price(goods, "SAW", 70)

    catch_up(one)
    assert (price_of(goods, one, "SAW"), price_of(goods, two, "SAW")) == (70, 100)
    assert SearchChange.objects.exists()

    catch_up(two, one)
    assert (price_of(goods, one, "SAW"), price_of(goods, two, "SAW")) == (70, 70)
    assert not SearchChange.objects.exists()


def sell_out(goods: Shop, sku: str) -> None:
    """Take an article's stock away and note it, without a lock another article needs."""
    StockItem.objects.filter(variant=goods.variants[sku]).update(on_hand=0)
    note_changes(kind=SearchChange.Kind.STOCK, targets=[goods.variants[sku].pk])


def sold_out(node: Indexer) -> set[str]:
    """Return which articles a machine's index finds no more among what is in stock."""
    replica = Replica(node.root)
    return {one for one in SKUS if not replica.search(SearchQuery(language="en", text=one, in_stock=True)).total}


class Slow:
    """A transaction that sells an article out, and ends when it is told to."""

    def __init__(self, goods: Shop, sku: str) -> None:
        self._written, self._may_end = threading.Event(), threading.Event()
        self._thread = threading.Thread(target=self._run, args=(goods, sku))
        self._thread.start()
        assert self._written.wait(60)

    def _run(self, goods: Shop, sku: str) -> None:
        try:
            with transaction.atomic():
                sell_out(goods, sku)
                self._written.set()
                self._may_end.wait(60)
        finally:
            connections.close_all()

    def end(self) -> None:
        self._may_end.set()
        self._thread.join(60)


def slow_and_quick(goods: Shop, node: Indexer) -> set[str]:
    """Let a change that began first end last, and return what is sold out by the index."""
    slow = Slow(goods, "SAW")
    sell_out(goods, "FILE")
    catch_up(node)
    assert sold_out(node) == {"FILE"}
    slow.end()
    catch_up(node)
    return sold_out(node)


def test_a_transaction_that_ends_late_is_not_passed_over(goods: Shop, nodes: tuple[Indexer, Indexer]) -> None:
    assert slow_and_quick(goods, nodes[0]) == {"SAW", "FILE"}


def test_without_the_horizon_it_would_be_passed_over(
    goods: Shop, nodes: tuple[Indexer, Indexer], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(log, "_HORIZON", "select pg_snapshot_xmax(pg_current_snapshot())::text::bigint")

    assert slow_and_quick(goods, nodes[0]) == {"FILE"}


def test_single_changes_go_before_an_imports(
    goods: Shop, alone: None, nodes: tuple[Indexer, Indexer], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(indexer, "CHANGES_AT_ONCE", 50)
    with transaction.atomic():
        note_changes(kind=SearchChange.Kind.STOCK, targets=range(1_000_000, 1_000_200))
    change_price(goods, "SAW", 70)

    nodes[0].step()

    assert price_of(goods, nodes[0], "SAW") == 70
    catch_up(*nodes)
    assert not SearchChange.objects.exists()


def test_what_changes_while_an_index_is_built_is_taken_over_after_it(
    goods: Shop, nodes: tuple[Indexer, Indexer], monkeypatch: pytest.MonkeyPatch
) -> None:
    real = DocumentReader.read_all

    def read_all(self: DocumentReader) -> Any:
        yield from list(real(self))
        change_price(goods, "SAW", 70)

    monkeypatch.setattr(DocumentReader, "read_all", read_all)
    build_index(nodes[0].root)
    assert price_of(goods, nodes[0], "SAW") == 100
    catch_up(nodes[1])

    catch_up(nodes[0])

    assert price_of(goods, nodes[0], "SAW") == 70


def test_a_new_generation_is_handed_to_the_process_that_writes(
    goods: Shop, nodes: tuple[Indexer, Indexer], monkeypatch: pytest.MonkeyPatch
) -> None:
    change_price(goods, "SAW", 70)
    catch_up(nodes[0])  # it keeps the writer's lock
    before = current_generation(nodes[0].root)
    monkeypatch.setattr(indexer.time, "sleep", lambda _: nodes[0].step())

    info = build_index(nodes[0].root)

    assert current_generation(nodes[0].root) == info.name != before
    change_price(goods, "FILE", 80)
    catch_up(nodes[0])
    assert (price_of(goods, nodes[0], "SAW"), price_of(goods, nodes[0], "FILE")) == (70, 80)


def test_a_machine_that_was_away_too_long_builds_anew(goods: Shop, alone: None, nodes: tuple[Indexer, Indexer]) -> None:
    with clock.moved_to(clock.now() + timedelta(days=2)):
        change_price(goods, "SAW", 70)
        catch_up(nodes[0])
        assert (SearchNode.objects.count(), SearchChange.objects.count()) == (1, 0)

        nodes[1].step()

    assert price_of(goods, nodes[1], "SAW") == 70
    assert current_generation(nodes[1].root) == "000002"


def test_a_change_that_cannot_be_read_holds_up_no_other(
    goods: Shop, nodes: tuple[Indexer, Indexer], monkeypatch: pytest.MonkeyPatch, told: list[str]
) -> None:
    broken, real = goods.variants["DRILL"].product_id, applying._write_products

    def write_products(writer: Any, product_ids: set[int]) -> set[int]:
        if broken in product_ids:
            raise ValueError("nobody can read this product")
        return real(writer, product_ids)

    monkeypatch.setattr(applying, "_write_products", write_products)
    with transaction.atomic():
        note_changes(kind=SearchChange.Kind.PRODUCT, targets=[broken])
        Variant.objects.filter(sku="FILE").update(status="discontinued")
        note_changes(kind=SearchChange.Kind.PRODUCT, targets=[goods.variants["FILE"].product_id])
    change_price(goods, "SAW", 70)

    catch_up(nodes[0])

    assert price_of(goods, nodes[0], "SAW") == 70
    assert Replica(nodes[0].root).search(SearchQuery(language="en", text="FILE")).total == 0
    assert told[1:] == [f"product {broken} could not be taken over into the index"]


def test_an_index_that_cannot_be_written_is_built_anew(
    goods: Shop, nodes: tuple[Indexer, Indexer], monkeypatch: pytest.MonkeyPatch, told: list[str]
) -> None:
    node, real = nodes[0], indexer.Writer.commit

    def commit(self: Any, **position: int) -> int:
        if self.generation == "000001":
            raise IndexError("a column is too short")
        return real(self, **position)

    monkeypatch.setattr(indexer.Writer, "commit", commit)
    change_price(goods, "SAW", 70)

    node.run(until=lambda: current_generation(node.root) == "000002")

    assert price_of(goods, node, "SAW") == 70
    assert told == ["the index could not be written; building it anew"]
    change_price(goods, "FILE", 80)
    catch_up(node)
    assert price_of(goods, node, "FILE") == 80


def test_a_second_process_of_a_machine_waits(goods: Shop, nodes: tuple[Indexer, Indexer]) -> None:
    change_price(goods, "SAW", 70)
    catch_up(nodes[0])
    change_price(goods, "SAW", 60)
    other = Indexer(nodes[0].root)

    with pytest.raises(indexer.WriterBusy):
        other.step()

    nodes[0].close()
    catch_up(other)
    other.close()
    assert price_of(goods, nodes[0], "SAW") == 60


def test_looking_costs_three_statements(
    goods: Shop, nodes: tuple[Indexer, Indexer], django_assert_num_queries: Any
) -> None:
    catch_up(nodes[0])
    with django_assert_num_queries(3):  # whether the machine is known, the horizon, what is new
        assert nodes[0].step() is False
