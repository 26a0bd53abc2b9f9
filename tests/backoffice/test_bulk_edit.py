"""Many articles changed at once: counted, tried, written by row, undone as a whole."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse

from tests.backoffice.conftest import Sign, send
from tests.factories import Shop
from truso.modules.catalog.models import Attribute, Brand, FamilyAttribute, Product, Variant
from truso.platform.imports.models import ImportRun
from truso.platform.imports.running import work_on
from truso.processes.imports.bulk_edits import bulk_fields

ADDRESS = "backoffice:bulk_edit"


def goods(shop: Shop, *skus: str, **fields: Any) -> list[Variant]:
    return [shop.add_article(sku, **fields) for sku in skus]


def finish(action: str, client: Any) -> ImportRun:
    """Let the worker do the trial, start what the page starts, and return the run."""
    run = ImportRun.objects.latest("pk")
    if action == "try":
        work_on(run.uuid)
    else:
        send(client, reverse("backoffice:import_run", args=[run.uuid]), act=action)
        work_on(run.uuid)
    return ImportRun.objects.get(pk=run.pk)


def test_what_the_list_shows_is_counted_and_changed_and_put_back(shop: Shop, staff: Sign) -> None:
    goods(shop, "A-1", "A-2", minimum_quantity=2)
    goods(shop, "B-1", product_status="draft")
    product, query = staff("product"), "?status=active"

    page = product.get(reverse(ADDRESS) + query + "&field=minimum_quantity").content.decode()
    send(product, reverse(ADDRESS) + query, field="minimum_quantity", value="5")
    tried = finish("try", product)
    before = list(Variant.objects.order_by("sku").values_list("minimum_quantity", flat=True))
    started = finish("import", product)
    after = list(Variant.objects.order_by("sku").values_list("minimum_quantity", flat=True))
    Variant.objects.filter(sku="A-2").update(minimum_quantity=7)
    undone = finish("undo", product)

    assert "2 products with 2 articles" in page
    assert (tried.trial_counts["changed"], before) == (2, [2, 2, 1])
    assert (started.counts["changed"], after) == (2, [5, 5, 1])
    assert undone.kept_counts == {"undone": 1, "kept": 1}
    assert list(Variant.objects.order_by("sku").values_list("minimum_quantity", flat=True)) == [2, 7, 1]


def test_the_chosen_alone_are_changed(shop: Shop, staff: Sign) -> None:
    first, _second = goods(shop, "A-1", "A-2")
    Brand.objects.create(code="other", name="Other")
    product = staff("product")

    send(product, f"{reverse(ADDRESS)}?product={first.product.uuid}", field="brand", value="Other")
    finish("try", product)
    finish("import", product)

    assert dict(Product.objects.values_list("code", "brand__name")) == {"a-1": "Other", "a-2": "Nord"}


def test_products_are_put_out_of_sale_together(shop: Shop, staff: Sign) -> None:
    goods(shop, "A-1", "A-2")
    product = staff("product")

    send(product, reverse(ADDRESS) + "?q=A-1", field="product_status", value="draft")
    finish("try", product)
    finish("import", product)

    assert dict(Product.objects.values_list("code", "status")) == {"a-1": "draft", "a-2": "active"}


def test_rows_that_can_not_have_it_are_refused_and_the_others_changed(shop: Shop, staff: Sign) -> None:
    first, second = goods(shop, "A-1", "A-2")
    attribute = Attribute.objects.create(code="grade", names={"en": "Grade"}, type="text")
    other = type(shop.family).objects.create(code="other", names={"en": "Other"})
    FamilyAttribute.objects.create(family=other, attribute=attribute)
    Product.objects.filter(pk=second.product_id).update(family=other)
    product = staff("product")

    send(product, reverse(ADDRESS), field="attribute:grade", value="8.8")
    finish("try", product)
    run = finish("import", product)

    assert (run.counts["changed"], run.counts["refused"]) == (1, 1)
    first.product.refresh_from_db()
    second.product.refresh_from_db()
    assert (first.product.attributes, second.product.attributes) == ({}, {"grade": "8.8"})


def test_a_field_is_emptied_for_all(shop: Shop, staff: Sign) -> None:
    goods(shop, "A-1", "A-2", lead_days=4)
    product = staff("product")

    send(product, reverse(ADDRESS), field="lead_days", clear="1", value="")
    finish("try", product)
    finish("import", product)

    assert set(Variant.objects.values_list("lead_days", flat=True)) == {None}


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"field": "minimum_quantity", "value": "many"}, "many"),
        ({"field": "brand", "value": ""}, "Fill this in"),
        ({"field": "weight_kg", "clear": "1"}, "emptied"),
    ],
)
def test_a_wrong_value_is_refused_before_anything_is_made(
    shop: Shop, staff: Sign, fields: dict[str, str], told: str
) -> None:
    goods(shop, "A-1")

    page = send(staff("product"), reverse(ADDRESS), **fields)

    assert (page.status_code, ImportRun.objects.count()) == (422, 0)
    assert told in page.content.decode()


def test_nothing_chosen_is_said(shop: Shop, staff: Sign) -> None:
    page = staff("product").get(reverse(ADDRESS) + "?q=nothing")

    assert "Nothing was chosen that has articles." in page.content.decode()


def test_numbers_and_others_work_are_not_set_in_bulk(shop: Shop, staff: Sign) -> None:
    goods(shop, "A-1")

    codes = {field.code for field in bulk_fields()}
    page = staff("product").get(reverse(ADDRESS)).content.decode()

    assert not codes & {"sku", "gtin", "mpn", "product_code"}
    assert 'value="list_price"' not in page
    assert 'value="brand"' in page


def test_the_list_offers_it_to_those_who_may(shop: Shop, staff: Sign) -> None:
    goods(shop, "A-1")
    lists = [staff(role).get(reverse("staff_products:index") + "?status=active").content.decode() for role in ("product", "sales")]  # fmt: skip

    assert [f"{reverse(ADDRESS)}?status=active" in one for one in lists] == [True, False]
