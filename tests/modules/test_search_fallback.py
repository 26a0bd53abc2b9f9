"""A node without a replica sells on from the database: numbers, words and range are those of the replica."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import Shop, texts
from tests.storefront.shopping import browser
from truso.modules.catalog.models import (
    Assortment,
    AssortmentVariant,
    CustomerArticleNumber,
    Product,
    ProductText,
)
from truso.modules.catalog.operations import limit_customer
from truso.modules.search.operations import rebuild_index
from truso.modules.search.queries import SearchRequest, search_catalog, suggest_articles

pytestmark = pytest.mark.django_db


@pytest.fixture
def bare(shop: Shop, settings: Any, tmp_path: Path) -> Shop:
    """A shop of four articles on a node that has never had an index."""
    settings.SEARCH_ROOT = tmp_path / "none"
    for sku, name in (("A-1", "Red hammer"), ("A-2", "Blue hammer"), ("B-1", "Saw"), ("S-1", "Secret hammer")):
        variant = shop.add_article(sku, stock="5" if sku != "A-2" else "0")
        ProductText.objects.filter(product=variant.product).update(name=name)
    return shop


def skus(shop: Shop, buyer: Any, **asked: Any) -> set[str]:
    by_id = {one.pk: one.sku for one in shop.variants.values()}
    return {by_id[hit.variant_id] for hit in search_catalog(buyer, SearchRequest(**asked)).hits}


QUESTIONS: list[dict[str, Any]] = [
    {"text": "hammer"}, {"text": "red HAMMER"}, {"text": "a1"}, {"text": "A 1"}, {"text": "OWN-9"}, {"text": "nothing"}, {},
    {"text": "hammer", "in_stock": True},
]  # fmt: skip


@pytest.mark.parametrize("question", QUESTIONS, ids=str)
def test_numbers_words_and_range_are_those_of_the_replica(bare: Shop, settings: Any, question: dict[str, Any]) -> None:
    company = bare.company()
    buyer = bare.buyer(bare.member(company, "ola@example.com", "orderer"), company)
    own = Assortment.objects.create(code="own", names=texts("Own"))
    for sku in ("A-1", "A-2", "B-1"):
        AssortmentVariant.objects.create(assortment=own, variant=bare.variants[sku])
    limit_customer(customer_id=company.pk, assortment_id=own.pk)
    CustomerArticleNumber.objects.create(
        customer=company, variant=bare.variants["B-1"], number="OWN-9", number_normalized="OWN9"
    )
    from_database = skus(bare, buyer, **question)

    rebuild_index()

    assert from_database == skus(bare, buyer, **question)
    assert "S-1" not in from_database


def test_hits_are_parted_in_pages_and_products_stand_once(bare: Shop) -> None:
    first = search_catalog(bare.visitor(), SearchRequest(per_page=3))
    last = search_catalog(bare.visitor(), SearchRequest(per_page=3, page=2))
    assert (first.total, first.page_count, len(first.hits), len(last.hits)) == (4, 2, 3, 1)
    assert [hit.matched_by for hit in search_catalog(bare.visitor(), SearchRequest(text="B-1")).hits] == ["sku"]
    assert len(suggest_articles(bare.visitor(), "hamm").products) == 3


@pytest.mark.parametrize("text", ["%", "_", "\\", "\0", "'", "x" * 10_000, "((", "?!.", "\u202e"])
def test_odd_texts_find_nothing_and_break_nothing(bare: Shop, text: str) -> None:
    assert search_catalog(bare.visitor(), SearchRequest(text=f"zz{text}")).total == 0


def test_pages_open_and_cost_as_much_for_many_as_for_few(bare: Shop) -> None:
    shopper = browser()
    assert shopper.get("/en/search/?q=hammer").status_code == 200
    assert shopper.get("/en/c/goods/").status_code == 200

    def statements() -> int:
        with CaptureQueriesContext(connection) as caught:
            search_catalog(bare.visitor(), SearchRequest(text="hammer"))
        return len(caught)

    few = statements()
    Product.objects.update(status="active")
    for number in range(20):
        bare.add_article(f"N-{number}")
    assert statements() <= few
