"""What a change becomes in an index: read from the database as it is now, and written; so taking one over twice does no harm."""

from __future__ import annotations

from collections.abc import Iterable

from truso.modules.catalog.models import Variant
from truso.modules.pricing.models import Price
from truso.modules.search.bundles import merged, prices_of_parts
from truso.modules.search.documents import DocumentReader, prices_of, stock_of
from truso.modules.search.engine import Writer
from truso.modules.search.log import Change
from truso.modules.search.models import SearchChange
from truso.modules.search.shared_lists import days_of_lists
from truso.platform import clock


def apply_changes(writer: Writer, changes: Iterable[Change]) -> None:
    """Gather in a writer what changes make of the index; its `commit` makes them visible."""
    by_kind: dict[str, set[int]] = {}
    for change in changes:
        by_kind.setdefault(change.kind, set()).add(change.target)
    products = by_kind.get(SearchChange.Kind.PRODUCT, set())
    written = _write_products(writer, products) if products else set()
    if stock := by_kind.get(SearchChange.Kind.STOCK, set()) - written:
        writer.set_stock(stock_of(stock))
    if priced := by_kind.get(SearchChange.Kind.PRICE, set()) - written:
        for price_list, prices in prices_of(priced, days_of_lists(clock.now())).items():
            writer.set_prices(price_list, prices)
    for price_list in by_kind.get(SearchChange.Kind.PRICE_LIST, ()):
        _write_prices(writer, price_list)


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
    prices = dict(rows.order_by("minimum_quantity", "valid_from").values_list("variant_id", "amount"))
    writer.set_prices(price_list_id, merged(prices, prices_of_parts(days), price_list_id))
