"""Keep the index: build it anew beside the old one, and take changes over."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from django.conf import settings
from django.db import connection, transaction

from truso.modules.catalog.models import Variant
from truso.modules.pricing.models import Price
from truso.modules.search.bundles import merged, prices_of_parts, with_bundles
from truso.modules.search.documents import DocumentReader, prices_of, stock_of
from truso.modules.search.engine import (
    GenerationInfo,
    NoGeneration,
    Writer,
    WriterBusy,
    build_generation,
    new_generation_folder,
    publish,
)
from truso.modules.search.models import SearchChange
from truso.modules.search.shared_lists import articles_turned, days_of_lists, lists_of_new_day
from truso.platform import clock
from truso.platform.database.copying import copy_rows
from truso.platform.jobs import enqueue, periodic, task

CHANGES_AT_ONCE = 5000
# So many changes at once are an import's or a bulk edit's: those of a person at a page go before them.
MANY = 100


def index_root() -> Path:
    """Return the folder of this installation's index."""
    return Path(settings.SEARCH_ROOT)


def rebuild_index() -> GenerationInfo:
    """Build a new generation from the database and make it current; searches go on in the old one meanwhile.

    What changes during the build stays noted and is taken over right after.
    """
    folder = new_generation_folder(index_root())
    info = build_generation(folder, DocumentReader(days_of_lists(clock.now())).read_all())
    publish(index_root(), info)
    return info


def note_changes(*, kind: str, targets: Iterable[int]) -> None:
    """Note, in the caller's transaction, what the index has to take over, and have it taken soon."""
    now, wanted = clock.now(), list(targets)
    is_bulk = len(wanted) > MANY
    copy_rows(
        SearchChange, ("kind", "target_id", "created_at", "is_bulk"), ((kind, one, now, is_bulk) for one in wanted)
    )
    enqueue("search.take_changes", lock="search", dedupe_key="search.take_changes")


@task("search.take_changes")
def take_changes() -> None:
    """Take noted changes over into the index, some thousands at once. What fails stays noted."""
    while True:
        with transaction.atomic():
            changes = _lock_changes()
            if not changes:
                return
            try:
                _apply(changes)
            except NoGeneration:
                rebuild_index()
            SearchChange.objects.filter(pk__in=[pk for pk, _, _ in changes]).delete()


def _lock_changes() -> list[tuple[int, str, int]]:
    rows = SearchChange.objects.select_for_update(skip_locked=True).order_by("is_bulk", "pk")
    return list(rows.values_list("pk", "kind", "target_id")[:CHANGES_AT_ONCE])


def _apply(changes: list[tuple[int, str, int]]) -> None:
    """Write changes through one writer. Refused with `WriterBusy` while another one is at it: the job comes again."""
    by_kind: dict[str, set[int]] = {}
    for _, kind, target in changes:
        by_kind.setdefault(kind, set()).add(target)
    products = by_kind.get(SearchChange.Kind.PRODUCT, set())
    with Writer(index_root()) as writer:
        written = _write_products(writer, products) if products else set()
        if stock := by_kind.get(SearchChange.Kind.STOCK, set()) - written:
            writer.set_stock(stock_of(stock))
        if priced := by_kind.get(SearchChange.Kind.PRICE, set()) - written:
            for price_list, prices in prices_of(priced, days_of_lists(clock.now())).items():
                writer.set_prices(price_list, prices)
        for price_list in by_kind.get(SearchChange.Kind.PRICE_LIST, ()):
            _write_prices(writer, price_list)
        writer.commit()


def _write_products(writer: Writer, product_ids: set[int]) -> set[int]:
    """Write products' articles whole, and return their keys: their stock and prices are written with them."""
    variants = list(Variant.objects.filter(product_id__in=product_ids).values_list("pk", flat=True))
    documents = list(DocumentReader(days_of_lists(clock.now())).read(variants))
    writer.upsert(documents)
    writer.remove(set(variants) - {document.variant_id for document in documents})
    return set(variants)


def _write_prices(writer: Writer, price_list_id: int) -> None:
    """Write a list's column; a customer's own list has none."""
    days = days_of_lists(clock.now())
    day = days.get(price_list_id)
    if day is None:
        return
    rows = Price.objects.filter(price_list_id=price_list_id, minimum_quantity__lte=1, valid_from__lte=day).exclude(
        valid_to__lte=day
    )
    prices = dict(rows.order_by("minimum_quantity", "-amount").values_list("variant_id", "amount"))
    writer.set_prices(price_list_id, merged(prices, prices_of_parts(days), price_list_id))


@periodic("search.note_new_day", "1 * * * *")
def note_new_day() -> None:
    """Take over the prices that begin or end with the day, in markets where it has just begun."""
    for price_list, day in lists_of_new_day(clock.now()).items():
        articles = articles_turned(price_list, day)
        with transaction.atomic():
            if articles is None:
                note_changes(kind=SearchChange.Kind.PRICE_LIST, targets=[price_list])
            elif articles:
                note_changes(kind=SearchChange.Kind.PRICE, targets=with_bundles(articles))


@periodic("search.rebuild", "30 2 * * *")
def rebuild_nightly() -> None:
    """Build the index anew each night: prices whose day has come, and whatever a change has missed."""
    try:
        rebuild_index()
    except WriterBusy:
        enqueue("search.rebuild", lock="search")


def pending_changes() -> int:
    """Return how many changes the index has not taken over yet."""
    with connection.cursor() as cursor:
        cursor.execute("select count(*) from search_searchchange")
        return int(cursor.fetchone()[0])
