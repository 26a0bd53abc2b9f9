"""The demo catalog: whole, consistent and sold at prices that look chosen."""

from __future__ import annotations

from collections import Counter
from dataclasses import fields, is_dataclass
from decimal import Decimal

import pytest

from demo.catalog import build_catalog
from demo.catalog.values import LANGUAGES, DemoProduct, DemoVariant
from truso.kernel.identifiers import is_valid_gtin

CATALOG = build_catalog()
VARIANTS = [(product, variant) for product in CATALOG.products for variant in product.variants]
ATTRIBUTES = {attribute.code: attribute for attribute in CATALOG.attributes}
FAMILIES = {family.code: family for family in CATALOG.families}
# The only texts that may be empty: an article that needs no word after its product's name, a unit that is none.
MAY_BE_EMPTY = {"names_suffix"}


def texts_of(value: object, path: str = "") -> list[tuple[str, dict[str, str]]]:
    """Return every text found in a value, with the way to it."""
    if is_dataclass(value):
        return [hit for f in fields(value) for hit in texts_of(getattr(value, f.name), f"{path}.{f.name}")]
    if isinstance(value, tuple):
        return [hit for index, item in enumerate(value) for hit in texts_of(item, f"{path}[{index}]")]
    if isinstance(value, dict) and "nb" in value:
        return [(path, value)]
    return []


def test_the_range_has_its_size() -> None:
    assert len(VARIANTS) >= 1500
    assert 40 <= len(CATALOG.categories) <= 60
    assert len(CATALOG.brands) == 12


def test_numbers_are_unique_and_valid() -> None:
    assert all(len(variant.sku) == 7 and variant.sku.isdigit() for _, variant in VARIANTS)
    assert all(variant.gtin.startswith("20") and is_valid_gtin(variant.gtin) for _, variant in VARIANTS)
    for name in ("sku", "gtin", "mpn"):
        assert [code for code, count in Counter(getattr(v, name) for _, v in VARIANTS).items() if count > 1] == []


def test_codes_are_unique_and_point_at_something() -> None:
    for listed in (
        CATALOG.products,
        CATALOG.categories,
        CATALOG.families,
        CATALOG.attributes,
        CATALOG.brands,
        CATALOG.size_guides,
    ):
        codes = [item.code for item in listed]
        assert len(codes) == len(set(codes))
    categories = {category.code for category in CATALOG.categories}
    products = {product.code for product in CATALOG.products}
    assert {p.category for p in CATALOG.products} | {c.parent for c in CATALOG.categories if c.parent} <= categories
    assert {p.brand for p in CATALOG.products} == {brand.code for brand in CATALOG.brands}
    assert {p.family for p in CATALOG.products} == set(FAMILIES)
    assert {code for p in CATALOG.products for _, code in p.relations} <= products
    assert {p.size_guide for p in CATALOG.products} - {None} == {guide.code for guide in CATALOG.size_guides}


def test_every_category_leads_somewhere() -> None:
    parents = {category.parent for category in CATALOG.categories}
    filled = {product.category for product in CATALOG.products}
    assert [c.code for c in CATALOG.categories if (c.code in parents) == (c.code in filled)] == []
    assert [c.code for c in CATALOG.categories if c.code in filled and c.family not in FAMILIES] == []


def test_every_text_is_written_in_four_languages() -> None:
    missing = [
        path
        for path, text in texts_of(CATALOG)
        if set(text) != set(LANGUAGES) or (not all(text.values()) and path.rsplit(".", 1)[-1] not in MAY_BE_EMPTY)
    ]
    assert missing == []


def test_descriptions_have_two_to_five_sentences() -> None:
    wrong = [p.code for p in CATALOG.products if not 2 <= p.descriptions["en"].replace("0.", "0").count(". ") + 1 <= 6]
    assert wrong == []


def _own(product: DemoProduct, variant: DemoVariant) -> dict[str, object]:
    return {**product.attributes, **variant.attributes}


def test_articles_carry_what_their_family_requires_and_nothing_else() -> None:
    for product, variant in VARIANTS:
        uses = {use.attribute: use for use in FAMILIES[product.family].attributes}
        own = _own(product, variant)
        assert {a for a, use in uses.items() if use.required} <= set(own), (product.code, variant.sku)
        assert set(own) <= set(uses), (product.code, set(own) - set(uses))
        assert not set(product.attributes) & set(variant.attributes), product.code


def test_values_fit_the_type_of_their_attribute() -> None:
    for product, variant in VARIANTS:
        for code, value in _own(product, variant).items():
            attribute = ATTRIBUTES[code]
            choices = {choice.code for choice in attribute.choices}
            fits = {
                "number": lambda v, a=attribute: (
                    isinstance(v, Decimal) and -v.normalize().as_tuple().exponent <= a.decimals
                ),
                "boolean": lambda v: isinstance(v, bool),
                "text": lambda v: isinstance(v, str) and bool(v),
                "choice": lambda v, c=choices: v in c,
                "multi_choice": lambda v, c=choices: isinstance(v, tuple) and set(v) <= c,
            }[attribute.type]
            assert fits(value), (product.code, code, value)


def test_articles_of_a_product_differ_in_their_axes() -> None:
    for product in CATALOG.products:
        axes = [use.attribute for use in FAMILIES[product.family].attributes if use.variant_axis]
        told = Counter(tuple(v.attributes.get(axis) for axis in axes) for v in product.variants)
        assert [key for key, count in told.items() if count > 1] == [], product.code
        if len(product.variants) > 1:
            assert all(v.names_suffix["nb"] for v in product.variants), product.code


def test_prices_are_positive_and_look_chosen_with_vat() -> None:
    for product, variant in VARIANTS:
        gross = variant.list_price * Decimal("1.25")
        assert gross % 1 in (Decimal("0.00"), Decimal("0.90")), (product.code, gross)
        assert 0 < variant.cost < variant.list_price, variant.sku


def test_goods_are_sold_in_whole_steps() -> None:
    for _, variant in VARIANTS:
        assert variant.unit in {"C62", "MTR", "PR", "XPK"}
        assert variant.price_unit in {1, 100, 1000}
        assert variant.weight_kg > 0
        assert variant.minimum % variant.multiple == 0
        assert variant.opening_stock_main % variant.multiple == variant.opening_stock_second % variant.multiple == 0


def test_consumers_see_a_reduced_range_of_every_department() -> None:
    shown = [p for p in CATALOG.products if p.consumer]
    assert 0.6 < len(shown) / len(CATALOG.products) < 0.9
    assert {p.category for p in shown} == {p.category for p in CATALOG.products}


@pytest.mark.parametrize(
    ("sku_name", "expected"),
    [
        (
            ("bolt-4017-88-zn", "M8×40"),
            {"across_flats": Decimal(13), "head_height": Decimal("5.3"), "pitch": Decimal("1.25")},
        ),
        (
            ("bolt-4014-88-zn", "M12×140"),
            {"across_flats": Decimal(18), "head_height": Decimal("7.5"), "thread_length": Decimal("36.0")},
        ),
        (
            ("bolt-4762-129", "M10×80"),
            {"head_diameter": Decimal(16), "head_height": Decimal(10), "thread_length": Decimal("32.0")},
        ),
        (("nut-7040-a2", "M10"), {"across_flats": Decimal(16), "height": Decimal("11.9")}),
        (
            ("washer-7089-88-zn", "M16"),
            {"inner_diameter": Decimal(17), "outer_diameter": Decimal(30), "thickness": Decimal(3)},
        ),
    ],
)
def test_fasteners_follow_the_standard_tables(sku_name: tuple[str, str], expected: dict[str, Decimal]) -> None:
    product = next(p for p in CATALOG.products if p.code == sku_name[0])
    variant = next(v for v in product.variants if v.names_suffix["en"] == sku_name[1])
    assert {name: variant.attributes[name] for name in expected} == expected


def test_the_same_catalog_is_built_every_time() -> None:
    again = build_catalog.__wrapped__()
    assert again == CATALOG
