"""How attribute values are written, and which variant fits a wish."""

from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest

from truso.modules.catalog.rules import axis_values, choose_variant, format_value, group_attributes
from truso.modules.catalog.values import (
    AttributeDefinition,
    AttributeGroup,
    AttributeLine,
    ChoiceDefinition,
    VariantCard,
)

NB = "\u00a0"
SIZE = AttributeDefinition(
    "size", "choice", "Size", "", 0, tuple(ChoiceDefinition(code, code.upper()) for code in ("s", "m", "xl"))
)
LENGTH = AttributeDefinition("length", "number", "Length", "mm", 1, (), group="Dimensions")
LABEL = AttributeDefinition("washable", "boolean", "Washable", "", 0, ())
USES = AttributeDefinition(
    "uses", "multi_choice", "Use", "", 0, (ChoiceDefinition("in", "Indoors"), ChoiceDefinition("out", "Outdoors"))
)


def variant(number: int, *, is_active: bool = True, **attributes: Any) -> VariantCard:
    return VariantCard(
        variant_id=number, uuid=UUID(int=number), sku=str(number), gtin="", mpn="", label="", product_id=1, product_uuid=UUID(int=1),
        product_code="p", name="P", slug="p", summary="", brand_code="b", brand="B", category_id=1, family_id=1, attributes=attributes,
        picture=None, unit="C62", price_unit=1, minimum_quantity=Decimal(1), quantity_multiple=Decimal(1), maximum_quantity=None,
        pack_size=Decimal(1), pack_name="", is_stocked=True, is_active=is_active,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("definition", "value", "language", "written"),
    [
        (LENGTH, "12.50", "nb", f"12,5{NB}mm"),
        (LENGTH, "12.50", "en", f"12.5{NB}mm"),
        (LENGTH, "M8", "nb", "M8"),
        (LENGTH, "NaN", "nb", "NaN"),
        (SIZE, "xl", "nb", "XL"),
        (SIZE, "gone", "nb", "gone"),
        (USES, ["in", "out"], "en", "Indoors, Outdoors"),
        (LABEL, True, "pl", "Tak"),
        (LABEL, False, "sv", "Nej"),
        (LENGTH, None, "nb", ""),
        (USES, [], "nb", ""),
    ],
)
def test_a_value_is_written_with_its_unit_in_the_readers_way(definition, value, language, written):
    assert format_value(definition, value, language) == written


def test_values_stand_in_their_groups_and_missing_ones_are_left_out():
    groups = group_attributes([LENGTH, SIZE, LABEL], {"length": "40", "size": "m"}, "en")
    assert groups == [
        AttributeGroup("Dimensions", (AttributeLine("length", "Length", f"40{NB}mm"),)),
        AttributeGroup("", (AttributeLine("size", "Size", "M"),)),
    ]


def test_the_axis_changed_last_is_obeyed_even_when_the_rest_can_not_follow():
    red_s, blue_m = variant(1, size="s", color="red"), variant(2, size="m", color="blue")
    assert choose_variant([red_s, blue_m], {"size": "m", "color": "red"}, changed="size") is blue_m
    assert choose_variant([red_s, blue_m], {"size": "m", "color": "red"}, changed="color") is red_s


def test_an_article_still_for_sale_goes_before_one_that_is_not():
    gone, there = variant(1, size="s", is_active=False), variant(2, size="s")
    assert choose_variant([gone, there], {"size": "s"}) is there


def test_nothing_to_choose_from_gives_nothing():
    assert choose_variant([], {"size": "s"}) is None


def test_choices_come_in_their_order_and_numbers_by_size():
    variants = [
        variant(1, size="xl", length="100"),
        variant(2, size="s", length="20"),
        variant(3, size="m", length="9.5"),
    ]
    assert axis_values(variants, SIZE) == ["s", "m", "xl"]
    assert axis_values(variants, LENGTH) == ["9.5", "20", "100"]
