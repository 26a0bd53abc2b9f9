"""A product's articles in one table, and how they are packed, as staff see and send them."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest
from django.urls import reverse

from tests.backoffice.conftest import Sign, send
from tests.factories import Shop, texts
from truso.modules.catalog.models import Attribute, FamilyAttribute, Product
from truso.platform.shortlived import forget


@pytest.fixture
def product(shop: Shop) -> Product:
    size = Attribute.objects.create(code="length", type="number", unit="mm", decimals=1, names=texts("Length"))
    head = Attribute.objects.create(
        code="head",
        type="choice",
        names=texts("Head"),
        choices=[{"code": code, "names": {"en": code}} for code in ("hex", "pan")],
    )
    for position, attribute in enumerate((size, head)):
        FamilyAttribute.objects.create(family=shop.family, attribute=attribute, position=position, is_variant_axis=True)
    forget()
    return shop.add_article("BOLT", attributes={"length": "20", "head": "hex"}).product


def row(key: int, **fields: str) -> dict[str, str]:
    shown = {"status": "active", "minimum_quantity": "1", "quantity_multiple": "1", "weight_kg": "0,5", **fields}
    return {f"{name}_{key}": value for name, value in shown.items()}


def test_proposed_articles_are_shown_and_not_saved(staff: Sign, product: Product) -> None:
    there = product.variants.get()

    answer = send(
        staff("product"), reverse("backoffice:matrix", args=[product.uuid]), act="propose", row=["0"],
        wanted_length="20; 30,5", wanted_head=["hex", "pan"], **row(0, uuid=str(there.uuid), sku="BOLT-X"),
    )  # fmt: skip

    page = answer.content.decode()
    assert answer.status_code == 200
    assert [sku for sku in ("bolt-20-PAN", "bolt-30-5-HEX", "bolt-30-5-PAN", "BOLT-X") if f'value="{sku}"' in page] == [
        "bolt-20-PAN", "bolt-30-5-HEX", "bolt-30-5-PAN", "BOLT-X",
    ]  # fmt: skip
    assert product.variants.count() == 1


def test_hundreds_are_created_and_changed_in_one_go(staff: Sign, product: Product) -> None:
    there = product.variants.get()
    sent: dict[str, object] = {"row": [str(key) for key in range(301)], "all_weight_kg": "1,25", "act": "save"}
    sent |= row(0, uuid=str(there.uuid), sku="BOLT-A", gtin=there.gtin, pick="on")
    for key in range(1, 301):
        attributes = json.dumps({"length": str(100 + key), "head": "pan"})
        sent |= row(key, sku=f"B-{key}", attributes=attributes, pick="on" if key < 3 else "")

    answer = send(staff("product"), reverse("backoffice:matrix", args=[product.uuid]), **sent)

    assert answer.status_code == 302
    assert product.variants.count() == 301
    assert dict(product.variants.filter(sku__in=["BOLT-A", "B-2", "B-3"]).values_list("sku", "weight_kg")) == {
        "BOLT-A": Decimal("1.25"),
        "B-2": Decimal("1.25"),
        "B-3": Decimal("0.5"),
    }


def test_a_wrong_row_is_named_and_what_was_typed_stays(staff: Sign, product: Product) -> None:
    there = product.variants.get()

    answer = send(
        staff("product"), reverse("backoffice:matrix", args=[product.uuid]), act="save", row=["0"],
        **row(0, uuid=str(there.uuid), sku="BOLT-A", gtin="7038010000006", weight_kg="heavy"),
    )  # fmt: skip

    page = answer.content.decode()
    assert answer.status_code == 422
    assert "BOLT-A: “heavy” is not a quantity" in page
    assert 'value="BOLT-A"' in page
    there.refresh_from_db()
    assert there.sku == "BOLT"


def test_packaging_is_written_and_refused_by_name(staff: Sign, product: Product) -> None:
    variant = product.variants.get()
    client, address = staff("product"), reverse("backoffice:packaging", args=[variant.uuid])

    refused = send(client, address, row=["0", "1"], code_0="BX", factor_0="100", code_1="PX", factor_1="100")
    saved = send(
        client, address, row=["0", "1", "2"], code_0="BX", factor_0="100", code_1="PX", factor_1="4 000", length_mm_1="1200",
        code_2="", factor_2="",
    )  # fmt: skip

    assert (refused.status_code, saved.status_code) == (422, 302)
    assert "Box: Two packagings hold the same number." in refused.content.decode()
    assert list(variant.packaging.values_list("code", "factor", "length_mm")) == [
        ("BX", Decimal(100), None),
        ("PX", Decimal(4000), 1200),
    ]
