"""Articles of a product by the hundred, and how they are packed."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import Shop, texts
from truso.kernel.identifiers import gtin_check_digit
from truso.kernel.refusals import Refused
from truso.modules.catalog.models import Attribute, FamilyAttribute, PackagingLevel, Product, Variant
from truso.modules.catalog.packaging import Level, save_packaging
from truso.modules.catalog.variants import propose_variants, save_variants
from truso.platform.shortlived import forget

pytestmark = pytest.mark.django_db


def gtin(number: int) -> str:
    body = f"29{number:010d}"
    return body + gtin_check_digit(body)


@pytest.fixture
def product(shop: Shop) -> Product:
    """Return a jacket that comes in sizes and colors, with one article there is already."""
    size = Attribute.objects.create(code="size", type="choice", names=texts("Size"), choices=[
        {"code": code, "names": {"en": code.upper(), "nb": code.upper()}} for code in ("s", "m", "l")
    ])  # fmt: skip
    color = Attribute.objects.create(code="color", type="choice", names=texts("Color"), choices=[
        {"code": "red", "names": {"en": "Red", "nb": "Rød", "sv": "Röd", "pl": "Czerwony"}},
        {"code": "blue", "names": {"en": "Blue", "nb": "Blå", "sv": "Blå", "pl": "Niebieski"}},
    ])  # fmt: skip
    for position, attribute in enumerate((size, color)):
        FamilyAttribute.objects.create(
            family=shop.family, attribute=attribute, position=position, is_variant_axis=True, is_required=True
        )
    forget()
    variant = shop.add_article(
        "JACKET", attributes={"size": "s", "color": "red"}, minimum_quantity=Decimal(2), lead_days=4
    )
    return variant.product


def refusals(error: pytest.ExceptionInfo[Refused]) -> list[tuple[str, str]]:
    return [(one.code, one.subject) for one in error.value.refusals]


def test_every_combination_that_is_missing_is_proposed_once(product: Product) -> None:
    found = propose_variants(product=product, wanted={"size": ["s", "m"], "color": ["red", "blue"]})

    assert [(one.sku, one.attributes) for one in found] == [
        ("jacket-S-BLUE", {"size": "s", "color": "blue"}),
        ("jacket-M-RED", {"size": "m", "color": "red"}),
        ("jacket-M-BLUE", {"size": "m", "color": "blue"}),
    ]
    assert {(one.pk, one.minimum_quantity, one.lead_days, one.status) for one in found} == {
        (None, Decimal(2), 4, "draft")
    }


def test_a_matrix_is_saved_with_labels_in_every_language(product: Product) -> None:
    save_variants(
        product=product,
        variants=propose_variants(product=product, wanted={"size": ["m", "l"], "color": ["red", "blue"]}),
    )

    assert dict(product.variants.values_list("sku", "labels"))["jacket-M-RED"] == {
        "nb": "M, Rød", "sv": "M, Röd", "pl": "M, Czerwony", "en": "M, Red",
    }  # fmt: skip
    assert product.variants.count() == 5


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ([{"sku": ""}], [("field_required", "rows.0.sku")]),
        ([{"sku": "ja cket"}], [("sku_taken", "rows.0.sku")]),
        ([{"sku": "N-1"}, {"sku": "n1"}], [("sku_twice", "rows.0.sku"), ("sku_twice", "rows.1.sku")]),
        ([{"gtin": "1234567890123"}], [("gtin_invalid", "rows.0.gtin")]),
        ([{"gtin": gtin(1)}, {"gtin": gtin(1)}], [("gtin_twice", "rows.0.gtin"), ("gtin_twice", "rows.1.gtin")]),
        ([{"attributes": {"size": "s", "color": "red"}}], [("variant_twice", "rows.0.attributes")]),
        ([{"attributes": {"size": "xxl", "color": "red"}}], [("attribute_invalid", "rows.0.attributes.size")]),
        (
            [{"attributes": {"size": "m"}, "status": "active"}],
            [("attribute_missing", "rows.0.attributes.color")],
        ),
        ([{"minimum_quantity": Decimal(0)}], [("selling_quantity", "rows.0.minimum_quantity")]),
    ],
)
def test_what_is_wrong_is_said_by_row_and_nothing_is_written(
    product: Product, changes: list[dict[str, Any]], expected: list[tuple[str, str]]
) -> None:
    variants = propose_variants(product=product, wanted={"size": ["m", "l"], "color": ["red", "blue"]})
    for variant, fields in zip(variants, changes, strict=False):
        for name, value in fields.items():
            setattr(variant, name, value)

    with pytest.raises(Refused) as error:
        save_variants(product=product, variants=variants, subjects=[f"rows.{place}" for place in range(len(variants))])

    assert refusals(error) == expected
    assert product.variants.count() == 1


def test_a_gtin_of_another_articles_box_is_taken(product: Product, shop: Shop) -> None:
    save_packaging(variant=shop.add_article("B1"), levels=[Level("BX", Decimal(10), gtin=gtin(7))])
    [variant] = propose_variants(product=product, wanted={"size": ["m"], "color": ["red"]})
    variant.gtin = gtin(7)

    with pytest.raises(Refused) as error:
        save_variants(product=product, variants=[variant])

    assert refusals(error) == [("gtin_taken", "gtin")]


def test_numbers_may_change_places(product: Product) -> None:
    save_variants(
        product=product, variants=propose_variants(product=product, wanted={"size": ["m"], "color": ["blue"]})
    )
    first, second = product.variants.order_by("pk")
    first.sku, second.sku = second.sku, first.sku
    first.gtin, second.gtin = gtin(2), first.gtin

    save_variants(product=product, variants=[first, second])

    assert dict(product.variants.order_by("pk").values_list("pk", "sku")) == {
        first.pk: "jacket-M-BLUE",
        second.pk: "JACKET",
    }


def test_many_articles_cost_as_many_statements_as_one(product: Product) -> None:
    def statements(wanted: dict[str, list[str]]) -> int:
        found = propose_variants(product=product, wanted=wanted)
        with CaptureQueriesContext(connection) as one:
            save_variants(product=product, variants=found)
        return len(one)

    statements({"size": ["s"], "color": ["blue"]})  # the family is known from here on
    assert statements({"size": ["m"], "color": ["red"]}) == statements(
        {"size": ["s", "m", "l"], "color": ["blue", "red"]}
    )


def test_too_many_combinations_are_refused(product: Product) -> None:
    with pytest.raises(Refused, match="variants_too_many"):
        propose_variants(
            product=product, wanted={"size": [str(n) for n in range(50)], "color": [str(n) for n in range(41)]}
        )


def test_the_smallest_packaging_is_the_pack_of_lists(shop: Shop) -> None:
    variant = shop.add_article("A1")

    save_packaging(
        variant=variant, levels=[Level("PX", Decimal(4000), gtin=gtin(3)), Level("BX", Decimal(100), gtin=gtin(4))]
    )

    variant.refresh_from_db()
    assert (variant.pack_size, variant.pack_names["en"], variant.pack_names["nb"]) == (Decimal(100), "Box", "Eske")
    assert list(variant.packaging.values_list("code", "factor")) == [("BX", Decimal(100)), ("PX", Decimal(4000))]

    save_packaging(variant=variant, levels=[Level("PX", Decimal(5000), gtin=gtin(4))])

    assert list(variant.packaging.values_list("code", "factor", "gtin")) == [("PX", Decimal(5000), gtin(4))]

    save_packaging(variant=variant, levels=[])

    variant.refresh_from_db()
    assert (variant.pack_size, variant.pack_names, variant.packaging.count()) == (Decimal(1), {}, 0)


@pytest.mark.parametrize(
    ("levels", "expected"),
    [
        ([Level("ZZ", Decimal(10))], [("packaging_unknown", "levels.0.code")]),
        (
            [Level("BX", Decimal(10)), Level("bx ", Decimal(20))],
            [("packaging_twice", "levels.0.code"), ("packaging_twice", "levels.1.code")],
        ),
        ([Level("BX", Decimal(1))], [("packaging_factor", "levels.0.factor")]),
        (
            [Level("BX", Decimal(9)), Level("PX", Decimal(9))],
            [("packaging_order", "levels.0.factor"), ("packaging_order", "levels.1.factor")],
        ),
        ([Level("BX", Decimal(9), gtin="123")], [("gtin_invalid", "levels.0.gtin")]),
    ],
)
def test_impossible_packaging_is_refused(shop: Shop, levels: list[Level], expected: list[tuple[str, str]]) -> None:
    variant = shop.add_article("A1")

    with pytest.raises(Refused) as error:
        save_packaging(variant=variant, levels=levels)

    assert refusals(error) == expected
    assert PackagingLevel.objects.count() == 0
    assert Variant.objects.get().pack_size == 1
