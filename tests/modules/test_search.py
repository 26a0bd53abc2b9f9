"""The index follows the database: what changes are taken over gives the same answers as an index built anew."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.factories import Shop
from truso.modules.catalog.bundles import Part, save_bundle
from truso.modules.catalog.models import Product, Variant
from truso.modules.catalog.operations import announce_products
from truso.modules.inventory.operations import count_stock
from truso.modules.pricing.bulk import save_prices
from truso.modules.pricing.models import Price
from truso.modules.pricing.operations import FIRST_DAY, NewPrice, set_prices
from truso.modules.search.operations import note_new_day, rebuild_index
from truso.modules.search.queries import SearchRequest, SearchResult, search_catalog
from truso.platform import clock
from truso.platform.database.transactions import write
from truso.platform.jobs.inline import run_due_jobs

D = Decimal


def answers(shop: Shop) -> list[Any]:
    """Return what a visitor is answered, by every way of asking that prices and stock decide."""
    requests = [
        SearchRequest(text="article", sort="price"),
        SearchRequest(text="article", in_stock=True),
        SearchRequest(text="article", price_range=(D(0), D(200))),
        *(SearchRequest(text=sku) for sku in shop.variants),
    ]
    return [_plain(search_catalog(shop.visitor(), request)) for request in requests]


def _plain(found: SearchResult) -> Any:
    return sorted((hit.variant_id, hit.price) for hit in found.hits), found.total, found.price_range


def stock_as(shop: Shop, variant: Variant, quantity: int) -> None:
    count_stock(variant_id=variant.pk, location_id=shop.main.pk, counted=D(quantity))


@pytest.fixture
def kit(shop: Shop) -> Shop:
    shop.add_article("DRILL", price="100", stock="4")
    shop.add_article("BATTERY", price="30", stock="9")
    shop.add_article("KIT", price="", stock="0")
    parts = [Part(shop.variants["DRILL"].pk, D(1)), Part(shop.variants["BATTERY"].pk, D(2))]
    save_bundle(variant=shop.variants["KIT"], pricing="parts", parts=parts)
    for number in range(3):
        shop.add_article(f"A{number}", price=str(50 + number), stock=str(number))
    rebuild_index()
    run_due_jobs()
    return shop


def test_a_changed_price_is_found(kit: Shop) -> None:
    set_prices(price_list=kit.price_list, prices=[NewPrice(kit.variants["A1"].pk, D(75))])

    run_due_jobs()

    [(_, price)] = _plain(search_catalog(kit.visitor(), SearchRequest(text="A1")))[0]
    assert price == D("93.75")


def test_a_bundle_costs_what_its_parts_do_now(kit: Shop) -> None:
    set_prices(price_list=kit.price_list, prices=[NewPrice(kit.variants["BATTERY"].pk, D(40))])
    run_due_jobs()

    [(_, price)] = _plain(search_catalog(kit.visitor(), SearchRequest(text="KIT")))[0]
    assert price == D(225)


MIDNIGHT = datetime(2026, 7, 2, 22, 1, tzinfo=UTC)  # one past midnight in Oslo


@pytest.mark.parametrize(("minutes", "price"), [(-2, D("63.75")), (0, D("87.50"))])
def test_a_price_whose_day_has_come_is_searched_by_within_the_hour(kit: Shop, minutes: int, price: D) -> None:
    with clock.moved_to(MIDNIGHT - timedelta(days=1)):
        day = kit.visitor().today + timedelta(days=1)
        Price.objects.create(
            price_list=kit.price_list, variant=kit.variants["A1"], amount=D(70), minimum_quantity=1, valid_from=day
        )
        Price.objects.filter(variant=kit.variants["A1"], amount=D(51)).update(valid_to=day)
        rebuild_index()

    with clock.moved_to(MIDNIGHT + timedelta(minutes=minutes)):
        note_new_day()
        run_due_jobs()
        found = _plain(search_catalog(kit.visitor(), SearchRequest(text="A1", price_range=(price, price))))

    assert [one for _, one in found[0]] == [price]


CHANGES: dict[str, Callable[[Shop, Variant, int], object]] = {
    "price": lambda shop, one, n: set_prices(price_list=shop.price_list, prices=[NewPrice(one.pk, D(n + 1))]),
    "no price": lambda shop, one, n: save_prices(
        price_list=shop.price_list, prices=[], ended=[(shop.price_list.pk, one.pk, D(1), FIRST_DAY)]
    ),
    "stock": stock_as,
    "withdrawn": lambda shop, one, n: _status(one, "discontinued"),
    "sold again": lambda shop, one, n: _status(one, "active"),
    "taken over": lambda shop, one, n: run_due_jobs(),
}


def _status(variant: Variant, status: str) -> None:
    Product.objects.filter(pk=variant.product_id).update(status=status)
    announce_products(product_ids=[variant.product_id])


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(sorted(CHANGES)), st.sampled_from(["DRILL", "BATTERY", "A0", "A1"]), st.integers(0, 9)
        ),
        max_size=8,
    )
)
def test_changes_taken_over_answer_as_an_index_built_anew(kit: Shop, changes: list[tuple[str, str, int]]) -> None:
    for kind, sku, number in changes:
        with write():
            CHANGES[kind](kit, kit.variants[sku], number)
    run_due_jobs()
    followed = answers(kit)
    rebuild_index()

    assert followed == answers(kit)
