"""Narrowing a list by what goods fit and which documents they have, and sorting it by number; with a real index."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from tests.factories import Shop
from truso.modules.catalog.attachments import add_relation
from truso.modules.catalog.models import ProductStatus
from truso.modules.search.operations import rebuild_index

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def searching_the_database() -> None:
    """Search the index here."""


@pytest.fixture
def drill(shop: Shop) -> Shop:
    for sku in ("DRILL-2", "BIT-8", "BIT-10", "CHUCK", "SAW"):
        shop.add_article(sku)
    product = {sku: variant.product for sku, variant in shop.variants.items()}
    add_relation(product=product["BIT-8"], to=product["DRILL-2"], kind="fits")
    add_relation(product=product["DRILL-2"], to=product["CHUCK"], kind="spare_part")
    add_relation(product=product["SAW"], to=product["DRILL-2"], kind="bought_together")
    rebuild_index()
    return shop


def shown(client: Client, address: str) -> list[str]:
    """Return the numbers a list shows, in its order."""
    page = client.get(address).content.decode()
    return list(dict.fromkeys(re.findall(r'class="cell-number">\s*([A-Z0-9-]+)', page)))


def test_a_machine_narrows_a_list_and_is_remembered(drill: Shop, client: Client) -> None:
    assert "Fits any machine" not in client.get("/en/c/goods/").content.decode()

    assert sorted(shown(client, "/en/search/?fits=drill%202&view=table")) == ["BIT-8", "CHUCK"]

    page = client.get("/en/c/goods/").content.decode()
    assert '<option value="DRILL-2">Fits Article DRILL-2 en</option>' in page
    assert shown(client, "/en/c/goods/?fits=DRILL-2&q=bit&view=table") == ["BIT-8"]
    chosen = client.get("/en/search/?fits=DRILL-2&q=BIT-8&stock=1").content.decode()
    assert "Fits Article DRILL-2 en" in chosen


@pytest.mark.parametrize("number", ["UNKNOWN", "HIDDEN", "%00", "' or 1=1"])
def test_a_machine_nobody_may_see_is_as_if_it_were_not_asked_for(drill: Shop, client: Client, number: str) -> None:
    hidden = drill.add_article("HIDDEN", product_status=ProductStatus.DRAFT)
    add_relation(product=hidden.product, to=drill.variants["SAW"].product, kind="spare_part")
    rebuild_index()
    everything = shown(client, "/en/search/?view=table")
    assert len(everything) == 5

    assert shown(client, f"/en/search/?view=table&fits={number}") == everything
    assert "Fits any machine" not in client.get("/en/c/goods/").content.decode()


def test_the_page_of_a_machine_leads_to_what_fits_it(drill: Shop, client: Client) -> None:
    link = '/en/search/?fits={}"'
    assert link.format("DRILL-2") in client.get("/en/p/drill-2-en/").content.decode()
    assert link.format("DRILL-2") in client.get("/en/compatible/?with=DRILL-2").content.decode()
    assert "?fits=" not in client.get("/en/p/saw-en/").content.decode()


def test_documents_narrow_a_list(drill: Shop, client: Client) -> None:
    drill.add_document(drill.variants["BIT-8"].product, type="certificate")
    drill.add_document(drill.brand, type="declaration")
    drill.add_document(drill.variants["SAW"].product, type="certificate", customer=drill.company())
    rebuild_index()

    page = client.get("/en/c/goods/").content.decode()

    assert re.findall(r'name="a\.~documents" value="([a-z_]+)"', page) == ["declaration", "certificate"]
    assert shown(client, "/en/c/goods/?a.~documents=certificate&view=table") == ["BIT-8"]
    assert len(shown(client, "/en/c/goods/?a.~documents=certificate&a.~documents=declaration&view=table")) == 5
    assert "Documents: Certificate" in client.get("/en/c/goods/?a.~documents=certificate").content.decode()


def test_a_table_is_sorted_by_number_as_numbers_are_read(drill: Shop, client: Client) -> None:
    rising = ["BIT-8", "BIT-10", "CHUCK", "DRILL-2", "SAW"]
    assert shown(client, "/en/c/goods/?view=table&sort=sku") == rising
    assert shown(client, "/en/c/goods/?view=table&sort=-sku") == rising[::-1]
    page = client.get("/en/c/goods/?view=table&sort=sku").content.decode()
    assert 'aria-sort="ascending"><a href="?view=table&amp;sort=-sku">Number</a>' in page
