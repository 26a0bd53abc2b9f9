"""Attributes of every type: what may change while goods have values, how values reach pages, filters and files."""

from __future__ import annotations

from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest

from tests.factories import Shop, texts
from truso.kernel.refusals import Refused
from truso.modules.catalog.attributes import remove_attribute, save_attribute, save_family
from truso.modules.catalog.models import (
    Attribute,
    AttributeGroup,
    DocumentLink,
    Family,
    FamilyAttribute,
    Product,
    Variant,
)
from truso.modules.catalog.operations import save_family_attributes, save_product
from truso.modules.catalog.queries import cards_for, get_product
from truso.modules.catalog.rules import group_attributes
from truso.modules.search.operations import rebuild_index
from truso.modules.search.queries import SearchRequest, search_catalog
from truso.platform.database.transactions import write
from truso.platform.events.models import OutboxEvent
from truso.platform.imports import DoneRow, Kind, Row, find_target
from truso.platform.shortlived import forget

COLORS = [
    {"code": "red", "names": {"nb": "Rød", "en": "Red"}, "swatch": "#c8102e"},
    {"code": "blue", "names": {"en": "Blue"}, "swatch": "#0033a0"},
]


def attribute(shop: Shop, code: str, kind: str, *, axis: bool = False, **fields: Any) -> Attribute:
    made = Attribute.objects.create(code=code, type=kind, names=texts(code.title()), **fields)
    FamilyAttribute.objects.create(
        family=shop.family, attribute=made, is_variant_axis=axis, position=shop.family.family_attributes.count()
    )
    return made


def give(variant: Variant, **values: Any) -> Product:
    variant.product.attributes = {**variant.product.attributes, **values}
    with write():
        return save_product(product=variant.product, texts={"en": {"name": "Thing"}})


def refusals(refused: Any) -> list[tuple[str, str]]:
    return [(one.code, one.subject) for one in refused.value.refusals]


def saved(one: Attribute, **changes: Any) -> Attribute:
    for name, value in changes.items():
        setattr(one, name, value)
    with write():
        return save_attribute(attribute=one)


# What may change


def test_another_unit_of_the_same_kind_converts_what_goods_have(shop: Shop) -> None:
    length, reach = attribute(shop, "length", "number", unit="mm"), attribute(shop, "reach", "range", unit="mm")
    size = attribute(shop, "size", "number", unit="mm", axis=True)
    variant = shop.add_article("A-1", attributes={"size": "30"})
    give(variant, length="254", reach=["10", "1000"])
    events = OutboxEvent.objects.count()

    saved(length, unit="in")
    saved(reach, unit="m")
    saved(size, unit="cm")

    assert Product.objects.get().attributes == {"length": "10", "reach": ["0.01", "1"]}
    assert Variant.objects.get().attributes == {"size": "3"}
    assert OutboxEvent.objects.count() == events + 3


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"type": "text"}, ("attribute_in_use", "type")), ({"scope": "language"}, ("attribute_in_use", "scope")),
        ({"unit": "kg"}, ("unit_other_dimension", "unit")), ({"unit": "zorks"}, ("unit_unknown", "unit")),
        ({"minimum": Decimal(5), "maximum": Decimal(2)}, ("attribute_limits", "maximum")),
        ({"pattern": "("}, ("pattern_invalid", "pattern")), ({"pattern": "(a+)+b"}, ("pattern_invalid", "pattern")),
        ({"etim_feature": "EC000001"}, ("etim_invalid", "etim_feature")),
    ],
)  # fmt: skip
def test_what_values_stand_against_is_refused(shop: Shop, changes: dict[str, Any], problem: tuple[str, str]) -> None:
    length = attribute(shop, "length", "number", unit="mm")
    give(shop.add_article("A-1"), length="254")

    with pytest.raises(Refused) as refused:
        saved(length, **changes)

    assert refusals(refused) == [problem]
    assert Product.objects.get().attributes == {"length": "254"}


def test_without_values_everything_may_change(shop: Shop) -> None:
    length = attribute(shop, "length", "number", unit="mm")
    shop.add_article("A-1")

    saved(length, type="text", unit="", scope="language")

    assert Attribute.objects.get().type == "text"


def test_a_choice_goods_have_stays(shop: Shop) -> None:
    color = attribute(shop, "color", "color", choices=COLORS)
    uses = attribute(shop, "uses", "multi_choice", choices=COLORS)
    give(shop.add_article("A-1"), color="red", uses=["red", "blue"])

    with pytest.raises(Refused) as refused:
        saved(color, choices=COLORS[1:])
    with pytest.raises(Refused) as also:
        saved(uses, choices=COLORS[:1])

    assert (refusals(refused), refusals(also)) == ([("choice_in_use", "choices")], [("choice_in_use", "choices")])
    saved(Attribute.objects.get(code="color"), choices=COLORS[:1])


@pytest.mark.parametrize(
    ("choices", "problems"),
    [
        ([], [("choices_missing", "choices")]),
        ([{"code": "å b", "names": {"en": "x"}, "swatch": "#000000"}], [("choice_code", "choices.0")]),
        ([*COLORS, COLORS[0]], [("choice_twice", "choices.2")]),
        ([{"code": "a", "names": {}, "swatch": "#000000"}], [("choice_name", "choices.0")]),
        ([{"code": "a", "names": {"en": "A"}}], [("swatch_invalid", "choices.0")]),
        ([{"code": "a", "names": {"en": "A"}, "swatch": "#000000", "etim": "EV1"}], [("etim_invalid", "choices.0")]),
    ],
)
def test_choices_are_checked(shop: Shop, choices: list[dict[str, Any]], problems: list[tuple[str, str]]) -> None:
    with pytest.raises(Refused) as refused:
        saved(Attribute(code="color", type="color", names=texts("Color")), choices=choices)

    assert refusals(refused) == problems


def test_an_attribute_of_a_family_is_not_taken_away(shop: Shop) -> None:
    length = attribute(shop, "length", "number")

    with pytest.raises(Refused) as refused, write():
        remove_attribute(attribute=length)

    assert refusals(refused) == [("attribute_in_use", "")]


def test_a_family_orders_groups_and_compares_but_tells_no_articles_apart_by_language(shop: Shop) -> None:
    attribute(shop, "length", "number")
    attribute(shop, "motto", "text", scope="language")
    AttributeGroup.objects.create(code="size", names=texts("Size"))

    with write():
        save_family_attributes(
            family=shop.family,
            rows=[{"code": "motto", "is_compared": False}, {"code": "length", "group": "size", "is_facet": True}],
        )
    kept = shop.family.family_attributes.values_list("attribute__code", "group__code", "is_compared", "is_facet")
    assert list(kept) == [("motto", None, False, False), ("length", "size", True, True)]

    for rows, code in (
        ([{"code": "motto", "is_variant_axis": True}], "axis_scoped"),
        ([{"code": "length", "group": "x"}], "attribute_group_unknown"),
    ):
        with pytest.raises(Refused) as refused, write():
            save_family_attributes(family=shop.family, rows=rows)
        assert [one for one, _subject in refusals(refused)] == [code]


def test_an_etim_class_is_checked(shop: Shop) -> None:
    with write():
        save_family(family=Family(code="drills", names=texts("Drills"), etim_class="EC000123"))

    with pytest.raises(Refused) as refused, write():
        save_family(family=Family(code="saws", names=texts("Saws"), etim_class="123"))
    assert refusals(refused) == [("etim_invalid", "etim_class")]


@pytest.mark.parametrize(
    ("kind", "fields", "wrong"),
    [
        ("range", {}, "2"), ("range", {}, ["2"]), ("range", {}, ["5", "2"]), ("color", {"choices": COLORS}, "green"), ("date", {}, "31.12.2026"),
        ("file", {}, "here"), ("multi_choice", {"choices": COLORS}, "red"), ("number", {"maximum": Decimal(5)}, "6"),
        ("text", {"scope": "language"}, "flat"), ("text", {"scope": "language"}, {"de": "x"}), ("text", {"scope": "market"}, {"no": "x"}),
        ("boolean", {}, "yes"),
    ],
)  # fmt: skip
def test_values_that_do_not_fit_are_refused(shop: Shop, kind: str, fields: dict[str, Any], wrong: Any) -> None:
    attribute(shop, "value", kind, **fields)
    variant = shop.add_article("A-1")

    with pytest.raises(Refused) as refused:
        give(variant, value=wrong)

    assert [one.subject for one in refused.value.refusals] == ["attributes.value"]


# Where values are seen


def written(shop: Shop, product: Product, language: str) -> dict[str, str]:
    buyer = shop.visitor(language=language)
    found = get_product(buyer, product.pk)
    groups = group_attributes(found.definitions, found.attributes, language, found.documents)
    return {line.code: line.value.replace("\u00a0", " ") for group in groups for line in group.lines}


def test_every_type_is_written_for_its_reader(shop: Shop) -> None:
    attribute(shop, "reach", "range", unit="mm", decimals=1)
    attribute(shop, "color", "color", choices=COLORS)
    attribute(shop, "launched", "date")
    attribute(shop, "motto", "text", scope="language")
    attribute(shop, "plug", "text", scope="market")
    product = give(
        shop.add_article("A-1"), reach=["2.5", "40"], color="red", launched="2026-03-09", motto={"nb": "Sterk", "pl": "Mocny"},
        plug={f"@{shop.market.code}": "C/F", "@elsewhere": "G"},
    )  # fmt: skip

    assert written(shop, product, "nb") == {
        "reach": "2,5–40 mm",
        "color": "Rød",
        "launched": "9.3.2026",
        "motto": "Sterk",
        "plug": "C/F",
    }
    assert written(shop, product, "pl") == {
        "reach": "2,5–40 mm",
        "color": "Red",
        "launched": "09.03.2026",
        "motto": "Mocny",
        "plug": "C/F",
    }
    [card] = cards_for(shop.visitor(language="sv"), [Variant.objects.get().pk])
    assert (card.attributes["motto"], card.attributes["plug"]) == ("Sterk", "C/F")


def test_a_file_is_linked_to_its_product_and_shown_to_those_who_may_have_it(shop: Shop) -> None:
    attribute(shop, "manual", "file")
    company = shop.company()
    shown, agreed = shop.add_document(title="Manual"), shop.add_document(title="Secret", customer=company)
    one, other = shop.add_article("A-1"), shop.add_article("A-2")

    product, secret = give(one, manual=str(shown.uuid)), give(other, manual=str(agreed.uuid))

    assert DocumentLink.objects.filter(document=shown, product=product).exists()
    assert written(shop, product, "en") == {"manual": "Manual"}
    assert written(shop, secret, "en") == {}
    assert written(shop, give(one, manual=str(uuid4())), "en") == {}


# How goods are found


def found(shop: Shop, **asked: Any) -> set[str]:
    result = search_catalog(shop.visitor(), SearchRequest(**asked))
    return set(Variant.objects.filter(pk__in=[hit.variant_id for hit in result.hits]).values_list("sku", flat=True))


def test_a_range_is_found_where_it_meets_what_is_asked_and_a_number_within_its_tolerance(shop: Shop) -> None:
    attribute(shop, "reach", "range", unit="mm")
    attribute(shop, "weight", "number", unit="kg", tolerance=Decimal("0.5"))
    attribute(shop, "color", "color", choices=COLORS)
    attribute(shop, "motto", "text", scope="language")
    give(shop.add_article("A-1"), reach=["10", "20"], weight="2", color="red", motto={"nb": "Kraftig", "en": "Sturdy"})
    give(shop.add_article("A-2"), reach=["18", "60"], weight="2.6", color="blue")
    rebuild_index()
    forget()

    assert found(shop, ranges={"reach": (Decimal(5), Decimal(12))}) == {"A-1"}
    assert found(shop, ranges={"reach": (Decimal(19), None)}) == {"A-1", "A-2"}
    assert found(shop, ranges={"reach": (Decimal(21), Decimal(59))}) == {"A-2"}
    assert found(shop, ranges={"reach": (Decimal(61), None)}) == set()
    assert found(shop, ranges={"weight": (Decimal("2.5"), Decimal("2.5"))}) == {"A-1", "A-2"}
    assert found(shop, ranges={"weight": (Decimal("1.4"), Decimal("1.4"))}) == set()
    assert found(shop, choices={"color": ("blue",)}) == {"A-2"}
    assert found(shop, text="sturdy") == {"A-1"}
    spans = {one.code: (one.minimum, one.maximum) for one in search_catalog(shop.visitor(), SearchRequest()).ranges}
    assert spans == {"reach": (10, 60), "weight": (2, Decimal("2.6"))}


# From files


def test_values_per_language_come_from_columns_of_their_own_and_go_back(shop: Shop) -> None:
    attribute(shop, "motto", "text", scope="language")
    attribute(shop, "reach", "range", unit="mm")
    give(shop.add_article("A-1"), motto={"nb": "Sterk"}, reach=["1", "2"])
    target = find_target("products")
    assert target
    fields = {field.code for field in target.fields()}
    assert {"attribute:motto:nb", "attribute:motto:pl", "attribute:reach"} <= fields

    cells = {"sku": "A-1", "attribute:motto:nb": "!clear", "attribute:motto:pl": "Mocny", "attribute:reach": "1–3 cm"}
    with write():
        done = target.apply(target.judge([Row(2, cells)], {}), {})
    assert Product.objects.get().attributes == {"motto": {"pl": "Mocny"}, "reach": ["10", "30"]}

    headings, rows = target.export((), {})
    [exported] = [{name: cell for name, cell in zip(headings, row, strict=True) if cell} for row in rows]
    assert [one.kind for one in target.judge([Row(2, exported)], {})] == [Kind.SAME]

    with write():
        target.undo([DoneRow(one.number, one.kind, one.key, one.changes) for one in done])
    assert Product.objects.get().attributes == {"motto": {"nb": "Sterk"}, "reach": ["1", "2"]}
