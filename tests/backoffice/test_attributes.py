"""Screens of attributes, groups and families, and a field for each type on a product's page."""

from __future__ import annotations

import pytest
from django.urls import reverse

from tests.backoffice.conftest import Sign, send
from tests.backoffice.test_forms import product_fields
from tests.factories import Shop, texts
from truso.modules.catalog.models import Attribute, AttributeGroup, FamilyAttribute, Product

CHOICES = {
    "choices_0": ["red", "blue", ""], "choices_1": ["Rød", "", ""], "choices_2": ["", "", ""], "choices_3": ["", "", ""],
    "choices_4": ["Red", "Blue", ""], "choices_5": ["#c8102e", "#0033a0", ""], "choices_6": ["EV000001", "", ""],
}  # fmt: skip
COLOR = {
    "code": "color",
    "type": "color",
    "scope": "global",
    "names_en": "Color",
    "decimals": "0",
    "tolerance": "",
    **CHOICES,
}


def test_a_color_is_made_with_its_swatches(shop: Shop, staff: Sign) -> None:
    sent = send(staff("product"), reverse("staff_attributes:add"), **COLOR)

    assert sent.status_code == 302
    assert Attribute.objects.get().choices == [
        {"code": "red", "names": {"nb": "Rød", "en": "Red"}, "swatch": "#c8102e", "etim": "EV000001"},
        {"code": "blue", "names": {"en": "Blue"}, "swatch": "#0033a0"},
    ]


def test_what_is_wrong_with_a_choice_is_told_and_nothing_typed_is_lost(shop: Shop, staff: Sign) -> None:
    sent = send(staff("product"), reverse("staff_attributes:add"), **{**COLOR, "choices_5": ["red", "", ""]})

    page = sent.content.decode()
    assert "“red” needs a color such as #c8102e." in page
    assert 'value="Rød"' in page
    assert not Attribute.objects.exists()


def test_a_family_is_ordered_by_places_and_grouped(shop: Shop, staff: Sign) -> None:
    for place, code in enumerate(("a", "b", "c")):
        made = Attribute.objects.create(code=code, type="text", names=texts(code))
        FamilyAttribute.objects.create(family=shop.family, attribute=made, position=place)
    AttributeGroup.objects.create(code="size", names=texts("Size"))
    client = staff("product")

    send(
        client, reverse("backoffice:family", args=[shop.family.pk]), attribute=["a", "b", "c"], position_a="1", position_b="2", position_c="1",
        group_b="size", is_compared_b="on", is_column_c="on",
    )  # fmt: skip

    kept = list(shop.family.family_attributes.values_list("attribute__code", "group__code", "is_compared", "is_column"))
    assert kept == [("c", None, False, True), ("a", None, False, False), ("b", "size", True, False)]


@pytest.mark.parametrize(
    ("kind", "fields", "typed", "kept"),
    [
        ("number", {"unit": "mm"}, {"": "2 in"}, "50.8"), ("range", {"unit": "mm"}, {"": "1–2 cm"}, ["10", "20"]),
        ("date", {}, {"": "2026-12-31"}, "2026-12-31"), ("boolean", {}, {"": "true"}, True),
        ("color", {"choices": [{"code": "red", "names": {"en": "Red"}, "swatch": "#c8102e"}]}, {"": "red"}, "red"),
        ("text", {"scope": "language"}, {"__nb": "Sterk", "__pl": "Mocny"}, {"nb": "Sterk", "pl": "Mocny"}),
    ],
)  # fmt: skip
def test_a_value_of_each_type_is_typed_and_shown_again(
    shop: Shop, staff: Sign, kind: str, fields: dict[str, object], typed: dict[str, str], kept: object
) -> None:
    made = Attribute.objects.create(code="value", type=kind, names=texts("Value"), **fields)
    FamilyAttribute.objects.create(family=shop.family, attribute=made)
    product = shop.add_article("A-1").product
    client, address = staff("product"), reverse("backoffice:product", args=[product.uuid])

    sent = send(
        client, address, **product_fields(product, **{f"attribute_value{key}": text for key, text in typed.items()})
    )

    assert sent.status_code == 302
    assert Product.objects.get().attributes == {"value": kept}
    form = client.get(address).context["form"]
    assert sum(name.startswith("attribute_value") for name in form.fields) == (4 if "scope" in fields else 1)
    again = {name: form[name].value() for name in form.fields if name.startswith("attribute_value")}
    assert (
        send(
            client, address, **product_fields(product, **{key: str(one) for key, one in again.items() if one})
        ).status_code
        == 302
    )
    assert Product.objects.get().attributes == {"value": kept}


def test_a_document_is_named_by_its_title(shop: Shop, staff: Sign) -> None:
    made = Attribute.objects.create(code="manual", type="file", names=texts("Manual"))
    FamilyAttribute.objects.create(family=shop.family, attribute=made)
    product, document = shop.add_article("A-1").product, shop.add_document(title="Drill manual")
    client, address = staff("product"), reverse("backoffice:product", args=[product.uuid])

    assert send(client, address, **product_fields(product, attribute_manual="Nothing")).status_code == 422
    send(client, address, **product_fields(product, attribute_manual="Drill manual"))

    assert Product.objects.get().attributes == {"manual": str(document.uuid)}
    assert "Drill manual" in client.get(address).content.decode()


def test_a_figure_beyond_its_limits_is_told_in_words(shop: Shop, staff: Sign) -> None:
    made = Attribute.objects.create(
        code="depth", type="number", unit="mm", names=texts("Depth"), minimum=0, maximum=100
    )
    FamilyAttribute.objects.create(family=shop.family, attribute=made)
    product = shop.add_article("A-1").product

    sent = send(
        staff("product"),
        reverse("backoffice:product", args=[product.uuid]),
        **product_fields(product, attribute_depth="2 m"),
    )

    assert sent.status_code == 422
    assert "“2 m” lies outside 0 to 100." in sent.content.decode()
