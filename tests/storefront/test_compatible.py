"""Finding what fits: relations read from both ends, on the product's page and from a number."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.factories import Shop
from truso.modules.catalog.attachments import add_relation
from truso.modules.catalog.models import ProductStatus
from truso.modules.catalog.queries import get_product

pytestmark = pytest.mark.django_db


def relate(shop: Shop, one: str, kind: str, other: str) -> None:
    add_relation(product=shop.variants[one].product, to=shop.variants[other].product, kind=kind)


@pytest.fixture
def drill(shop: Shop) -> Shop:
    for sku in ("DRILL-2", "DRILL-1", "BIT-8", "CHUCK", "CASE"):
        shop.add_article(sku)
    relate(shop, "DRILL-2", "replaces", "DRILL-1")
    relate(shop, "BIT-8", "fits", "DRILL-2")
    relate(shop, "DRILL-2", "spare_part", "CHUCK")
    relate(shop, "DRILL-2", "accessory", "CASE")
    return shop


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("DRILL-2", [("fitted_by", "BIT-8"), ("spare_part", "CHUCK"), ("accessory", "CASE"), ("replaces", "DRILL-1")]),
        ("DRILL-1", [("replaced_by", "DRILL-2")]),
        ("CHUCK", [("spare_part_for", "DRILL-2")]),
        ("CASE", [("accessory_for", "DRILL-2")]),
        ("BIT-8", [("fits", "DRILL-2")]),
    ],
)
def test_relations_are_read_from_both_ends(drill: Shop, asked: str, expected: list[tuple[str, str]]):
    product = get_product(drill.visitor(), drill.variants[asked].product_id)
    ids = {variant.product_id: sku for sku, variant in drill.variants.items()}
    assert sorted((kind, ids[to]) for kind, to in product.relations) == sorted(expected)


def test_two_related_from_both_ends_stand_once(drill: Shop):
    relate(drill, "CASE", "bought_together", "CHUCK")
    relate(drill, "CHUCK", "bought_together", "CASE")
    product = get_product(drill.visitor(), drill.variants["CASE"].product_id)
    assert [kind for kind, _to in product.relations].count("bought_together") == 1


def test_a_replaced_product_leads_to_the_new_one(drill: Shop, client: Client):
    page = client.get("/en/p/drill-1-en/").content.decode()
    assert "Replaced by" in page
    assert "/en/p/drill-2-en/" in page


@pytest.mark.parametrize("typed", ["DRILL-2", "drill 2", "M-DRILL-2"])
def test_a_number_leads_to_what_fits(drill: Shop, client: Client, typed: str):
    page = client.get("/en/compatible/", {"with": typed}).content.decode()
    places = [page.index(f"<h2>{title}</h2>") for title in ("Fits this product", "Spare parts", "Accessories")]
    assert places == sorted(places)
    assert "/en/p/chuck-en/" in page


def test_what_the_buyer_may_not_see_is_not_found(drill: Shop, client: Client):
    drill.variants["CHUCK"].product.status = ProductStatus.DRAFT
    drill.variants["CHUCK"].product.save()
    assert "/en/p/chuck-en/" not in client.get("/en/compatible/", {"with": "DRILL-2"}).content.decode()
    assert "No article has that number or name" in client.get("/en/compatible/?with=CHUCK").content.decode()


@pytest.mark.parametrize("typed", ["", "%00", "x" * 5000, "nothing-at-all", "'; drop table"])
def test_a_strange_text_finds_nothing_and_breaks_nothing(drill: Shop, client: Client, typed: str):
    assert client.get("/en/compatible/", {"with": typed}).status_code == 200


def test_words_offer_products_to_choose_from(drill: Shop, client: Client):
    page = client.get("/en/compatible/", {"with": "Article"}).content.decode()
    assert "Which one do you have?" in page
    assert "?with=CHUCK" in page


def test_the_page_takes_as_many_statements_however_much_fits(drill: Shop, client: Client):
    client.get("/en/compatible/?with=DRILL-2")
    with CaptureQueriesContext(connection) as few:
        client.get("/en/compatible/?with=DRILL-2")
    for number in range(12):
        drill.add_article(f"EXTRA-{number}")
        relate(drill, "DRILL-2", "accessory", f"EXTRA-{number}")
    with CaptureQueriesContext(connection) as many:
        client.get("/en/compatible/?with=DRILL-2")
    assert len(many) == len(few)


def test_the_api_tells_what_goes_with_an_article(drill: Shop, client: Client):
    answer = client.get("/api/v1/compatible", {"sku": "DRILL-2"}).json()
    assert [(one["kind"], one["article"]["sku"]) for one in answer["items"]] == [
        ("fitted_by", "BIT-8"), ("spare_part", "CHUCK"), ("accessory", "CASE"), ("replaces", "DRILL-1"),
    ]  # fmt: skip
    assert client.get("/api/v1/compatible", {"sku": "NOTHING"}).status_code == 404
