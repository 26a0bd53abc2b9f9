"""Goods from files: what would become of a row, what becomes of it, what is put back."""

from __future__ import annotations

import io
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import Shop, texts
from truso.kernel.identifiers import gtin_check_digit
from truso.modules.catalog.models import Attribute, Brand, Category, FamilyAttribute, OldSlug, Product, Variant
from truso.modules.inventory.models import StockEntry, StockItem
from truso.modules.pricing.models import Price
from truso.platform.audit.models import AuditEntry
from truso.platform.events.models import OutboxEvent
from truso.platform.imports import DoneRow, Kind, Outcome, Row, find_target
from truso.platform.imports.models import ImportRun
from truso.platform.imports.operations import ask_import, ask_trial, ask_undo, create_run, set_mapping
from truso.platform.imports.queries import rows_of
from truso.platform.imports.running import work_on

D = Decimal
OPTIONS: dict[str, Any] = {"language": "nb"}


@pytest.fixture
def goods(shop: Shop) -> Shop:
    """A shop whose family has a length (mm), a material, and a size that tells articles apart."""
    length = Attribute.objects.create(code="length", type="number", unit="mm", names=texts("Length"))
    choices = [
        {"code": "a2", "names": {"nb": "Rustfri", "en": "Stainless"}},
        {"code": "zn", "names": {"nb": "Forsinket"}},
    ]
    material = Attribute.objects.create(code="material", type="choice", choices=choices, names=texts("Material"))
    size = Attribute.objects.create(code="size", type="text", names=texts("Size"))
    for place, (attribute, is_axis) in enumerate([(length, False), (material, False), (size, True)]):
        FamilyAttribute.objects.create(family=shop.family, attribute=attribute, position=place, is_variant_axis=is_axis)
    Category.objects.filter(pk=shop.category.pk).update(family=shop.family)
    return shop


def rows(*values: dict[str, str]) -> list[Row]:
    return [Row(number, one) for number, one in enumerate(values, start=2)]


def new(sku: str, **values: str) -> dict[str, str]:
    named = {key.replace("__", ":"): value for key, value in values.items()}
    return {
        "sku": sku,
        "text:nb:name": f"Skrue {sku}",
        "brand": "Nord",
        "category": "goods",
        "tax_class": "standard",
        **named,
    }


def judge(*values: dict[str, str], **options: Any) -> list[Outcome]:
    target = find_target("products")
    assert target
    return target.judge(rows(*values), {**OPTIONS, **options})


def bring(*values: dict[str, str], **options: Any) -> list[Outcome]:
    target = find_target("products")
    assert target
    judged = [one for one in judge(*values, **options) if one.kind in {Kind.NEW, Kind.CHANGED}]
    return target.apply(judged, {**OPTIONS, **options})


def undo(outcomes: list[Outcome]) -> list[Outcome]:
    target = find_target("products")
    assert target
    return target.undo([DoneRow(one.number, one.kind, one.key, one.changes) for one in outcomes])


def codes(outcome: Outcome) -> list[tuple[str, str]]:
    return [(why.code, why.subject) for why in outcome.reasons]


def test_a_new_article_is_written_with_its_product_price_and_stock(goods: Shop) -> None:
    found = bring(
        new("S-8", gtin="7041234567894", mpn="N 8", unit="stk", price_unit="100", minimum_quantity="100", quantity_multiple="100",
            weight_kg="0.0123", list_price="159.20", stock="1200", attribute__length="3 cm", attribute__material="rustfri",
            attribute__size="M8", text__nb__description="Lang tekst", text__sv__name="Skruv S-8", label__nb="M8 × 30")
    )  # fmt: skip

    variant = Variant.objects.select_related("product").get(sku="S-8")
    product = variant.product
    assert [one.kind for one in found] == ["new"]
    assert (product.code, product.status, product.family, product.attributes) == (
        "s-8", "active", goods.family, {"length": "30", "material": "a2"},
    )  # fmt: skip
    assert product.published_at is not None
    assert (variant.attributes, variant.labels, variant.sku_normalized) == ({"size": "M8"}, {"nb": "M8 × 30"}, "S8")
    assert (variant.gtin, variant.mpn, variant.mpn_normalized) == ("7041234567894", "N 8", "N8")
    assert (variant.unit, variant.price_unit, variant.minimum_quantity, variant.weight_kg) == (
        "C62",
        100,
        D(100),
        D("0.0123"),
    )
    assert {one.language: (one.name, one.slug) for one in product.texts.all()} == {
        "nb": ("Skrue S-8", "skrue-s-8"), "sv": ("Skruv S-8", "skruv-s-8"),
    }  # fmt: skip
    assert Price.objects.get(variant=variant).amount == D("159.20")
    assert (StockItem.objects.get(variant=variant).on_hand, StockEntry.objects.get(variant=variant).quantity) == (
        D(1200),
        D(1200),
    )
    assert product.pk in OutboxEvent.objects.filter(kind="ProductsChanged").latest("id").payload["product_ids"]


def test_the_same_rows_again_are_the_same_and_leave_no_trace(goods: Shop) -> None:
    row = new(
        "S8",
        list_price="10",
        stock="5",
        weight_kg="0.50",
        attribute__length="30,0",
        is_stocked="true",
        text__nb__summary="Kort",
    )
    bring(row)
    before = AuditEntry.objects.count()

    found = judge(row)

    assert [(one.kind, dict(one.changes)) for one in found] == [("same", {})]
    assert bring(row) == []
    assert AuditEntry.objects.count() == before


def test_what_differs_is_told_and_written_and_blank_cells_leave_alone(goods: Shop) -> None:
    bring(new("S8", list_price="10", attribute__length="30", mpn="N8", weight_kg="0.5", text__nb__summary="Kort"))

    row = {
        "sku": "s 8",
        "list_price": "12.5",
        "attribute:length": "4 cm",
        "mpn": "!clear",
        "text:nb:name": "Bolt",
        "text:nb:summary": "!clear",
    }
    [found] = judge(row)
    bring(row)

    assert (found.kind, dict(found.changes)) == (
        "changed",
        {
            "list_price": ("10", "12.5"), "attribute:length": ("30", "40"), "mpn": ("N8", None),
            "text:nb:name": ("Skrue S8", "Bolt"), "text:nb:summary": ("Kort", None),
        },
    )  # fmt: skip
    variant = Variant.objects.select_related("product").get()
    text = variant.product.texts.get(language="nb")
    assert (variant.mpn, variant.weight_kg, variant.product.attributes["length"]) == ("", D("0.5"), "40")
    assert (text.name, text.slug, text.summary) == ("Bolt", "bolt", "")
    assert OldSlug.objects.get().slug == "skrue-s8"
    assert Price.objects.get().amount == D("12.5")


def test_articles_of_one_product_stand_together(goods: Shop) -> None:
    bring(new("S8", product_code="Skrue", attribute__size="M8", text__nb__name="Skrue"),
          {"sku": "S10", "product_code": "Skrue", "attribute:size": "M10", "brand": "Nord", "category": "goods", "tax_class": "standard"})  # fmt: skip
    bring({"sku": "S12", "product_code": "Skrue", "attribute:size": "M12"})

    product = Product.objects.get()
    assert (product.code, [one.sku for one in product.variants.order_by("id")]) == ("skrue", ["S8", "S10", "S12"])


def test_two_rows_that_say_different_things_of_one_product_are_told(goods: Shop) -> None:
    first, second = judge(
        new("S8", product_code="skrue", text__nb__name="Skrue"), new("S10", product_code="skrue", text__nb__name="Bolt")
    )

    assert (first.kind, second.kind, codes(second)) == ("new", "refused", [("import_disagrees", "text:nb:name")])
    assert second.reasons[0].params == {"line": 2, "code": "skrue"}


def test_a_brand_nobody_knows_is_made_once(goods: Shop) -> None:
    bring(new("S8", brand="Bosch"), new("S9", brand="BOSCH "), new("S10", brand="Bosch"))

    assert set(Product.objects.values_list("brand__name", flat=True)) >= {"Bosch"}
    assert Brand.objects.filter(code="bosch").count() == 1
    [refused] = judge(new("S11", brand="Makita"), make_brands=False)
    assert codes(refused) == [("import_unknown", "brand")]


def test_categories_are_found_by_code_name_and_path(goods: Shop) -> None:
    screws = Category.objects.create(
        code="screws", parent=goods.category, names={"nb": "Skruer", "en": "Screws"}, path=[]
    )
    Category.objects.filter(pk=screws.pk).update(path=[goods.category.pk, screws.pk])
    bolts = Category.objects.create(code="bolts", names={"nb": "Bolter"}, path=[])
    Category.objects.filter(pk=bolts.pk).update(path=[bolts.pk], family=goods.family)

    found = judge(*(new(f"S{place}", category=words) for place, words in enumerate(
        ["screws", "SKRUER", "Goods nb > Skruer", "Goods en > Screws", "bolter", "Goods nb > Bolter", "nowhere"])))  # fmt: skip

    assert [one.kind for one in found] == ["new", "new", "new", "new", "new", "refused", "refused"]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"gtin": "7041234567895"}, [("gtin_invalid", "gtin")]), ({"gtin": "12"}, [("gtin_invalid", "gtin")]),
        ({"family": "nothing"}, [("import_unknown", "family")]), ({"category": "nothing"}, [("import_unknown", "category")]),
        ({"tax_class": "nothing"}, [("import_unknown", "tax_class")]), ({"status": "sold"}, [("import_choice", "status")]),
        ({"unit": "half a dozen"}, [("unit_unknown", "unit")]), ({"price_unit": "7"}, [("import_choice", "price_unit")]),
        ({"minimum_quantity": "0"}, [("import_number_outside", "minimum_quantity")]),
        ({"weight_kg": "-1"}, [("import_number_outside", "weight_kg")]), ({"lead_days": "1.5"}, [("import_number_outside", "lead_days")]),
        ({"list_price": "-5"}, [("import_number_outside", "list_price")]), ({"stock": "-5"}, [("import_number_outside", "stock")]),
        ({"attribute:length": "2 kg"}, [("unit_other_dimension", "attribute:length")]),
        ({"attribute:length": "2 zorks"}, [("unit_unknown", "attribute:length")]),
        ({"attribute:material": "gold"}, [("attribute_invalid", "attribute:material")]),
        ({"attribute:color": "red"}, [("attribute_not_in_family", "attribute:color")]),
        ({"text:nb:name": "!clear"}, [("import_not_cleared", "text:nb:name"), ("field_required", "text:nb:name")]),
        ({"text:nb:name": "x" * 201}, [("cell_too_long", "text:nb:name"), ("field_required", "text:nb:name")]),
        ({"brand": "!clear"}, [("import_not_cleared", "brand")]),
    ],
)  # fmt: skip
def test_a_row_that_does_not_fit_is_refused_with_every_reason(
    goods: Shop, change: dict[str, str], expected: list[tuple[str, str]]
) -> None:
    good, bad = judge(new("S7"), {**new("S8"), **change})

    assert (good.kind, bad.kind, codes(bad)) == ("new", "refused", expected)


def test_a_gtin_of_another_is_refused_and_zeros_a_spreadsheet_took_come_back(goods: Shop) -> None:
    taken, body = goods.add_article("OLD").gtin, "004123456789"

    owner, twice, first, zeros = judge(
        new("S8", gtin=taken),
        new("S9", gtin="7041234567894"),
        new("S10", gtin="7041234567894"),
        new("S11", gtin=f"{body}{gtin_check_digit(body)}".lstrip("0")),
    )

    assert (codes(owner), twice.kind, codes(first)) == ([("gtin_taken", "gtin")], "new", [("gtin_taken", "gtin")])
    assert zeros.kind == "new"
    assert owner.reasons[0].params["sku"] == "OLD"


def test_a_required_attribute_must_be_there_when_it_is_for_sale(goods: Shop) -> None:
    FamilyAttribute.objects.filter(attribute__code="length").update(is_required=True)

    active, draft, with_it = judge(new("S8"), new("S9", status="draft"), new("S10", attribute__length="5"))

    assert (codes(active), draft.kind, with_it.kind) == ([("attribute_missing", "attribute:length")], "new", "new")


def test_somebody_who_was_quicker_is_not_written_over(goods: Shop) -> None:
    bring(new("S8", mpn="N8"))
    target = find_target("products")
    assert target
    judged = target.judge(rows({"sku": "S8", "mpn": "N9"}, new("S9")), OPTIONS)
    Variant.objects.filter(sku="S8").update(mpn="by hand")
    goods.add_article("S9")

    found = target.apply(judged, OPTIONS)

    assert [(one.kind, codes(one)) for one in found] == [("refused", [("changed_meanwhile", "")])] * 2
    assert Variant.objects.get(sku="S8").mpn == "by hand"


def test_stock_below_what_is_promised_is_refused_and_the_rest_is_written(goods: Shop) -> None:
    bring(new("S8", stock="5"), new("S9", stock="5"))
    StockItem.objects.filter(variant__sku="S8").update(reserved=4)

    found = bring({"sku": "S8", "stock": "3"}, {"sku": "S9", "stock": "3"})

    assert [(one.key, one.kind) for one in found] == [("S8", "refused"), ("S9", "changed")]
    assert dict(StockItem.objects.values_list("variant__sku", "on_hand")) == {"S8": D(5), "S9": D(3)}


def test_an_import_is_put_back_field_by_field(goods: Shop) -> None:
    bring(new("S8", mpn="N8", list_price="10", attribute__length="30", text__nb__summary="Kort"))
    changed = bring(
        {
            "sku": "S8",
            "mpn": "N9",
            "list_price": "12",
            "attribute:length": "40",
            "text:nb:name": "Bolt",
            "gtin": "7041234567894",
        }
    )
    Price.objects.update(amount=D(13))

    found = undo(changed)

    variant = Variant.objects.select_related("product").get()
    assert [(one.kind, codes(one), one.reasons[0].params if one.reasons else {}) for one in found] == [
        ("refused", [("changed_since", "")], {"fields": "list_price"})
    ]
    assert (variant.mpn, variant.gtin, variant.product.attributes) == ("N8", "", {"length": "30"})
    assert variant.product.texts.get().name == "Skrue S8"
    assert Price.objects.get().amount == D(13)


def test_new_goods_are_taken_away_but_for_those_something_refers_to(goods: Shop) -> None:
    made = bring(new("S8"), new("S9", stock="5"))

    found = undo(made)

    assert [(one.key, one.kind, codes(one)) for one in sorted(found, key=lambda one: one.key)] == [
        ("S8", "changed", []), ("S9", "refused", [("import_still_used", "")]),
    ]  # fmt: skip
    assert list(Variant.objects.values_list("sku", "status")) == [("S9", "discontinued")]
    assert Product.objects.count() == 1
    assert StockItem.objects.get().on_hand == 0


def test_the_number_of_statements_does_not_grow_with_the_rows(goods: Shop) -> None:
    def statements(start: int, count: int) -> tuple[int, int]:
        many = [
            new(f"S{one}", brand="Bosch", list_price="10", stock="5", attribute__length="3", gtin="")
            for one in range(start, start + count)
        ]
        with CaptureQueriesContext(
            connection,
        ) as fresh:
            bring(*many)
        with CaptureQueriesContext(connection) as changed:
            bring(
                *(
                    {"sku": f"S{one}", "list_price": "11", "mpn": f"N{one}", "stock": "6", "attribute:length": "4"}
                    for one in range(start, start + count)
                )
            )
        return len(fresh), len(changed)

    statements(0, 1)
    one, many = statements(100, 2), statements(1000, 300)

    assert one == many
    assert max(many) <= 60


def test_a_file_with_a_saved_mapping_goes_all_the_way(goods: Shop) -> None:
    head = "Varenummer;Varenavn;Merke;Varegruppe;Mva-klasse;Veil. pris eks. mva;Beholdning;Length nb\n"
    text = head + "S8;Skrue;Nord;goods;standard;1 159,20;7;2,5 cm\nS9;;Nord;goods;standard;x;;\n"
    run = create_run(target="products", file=io.BytesIO(text.encode("cp1252")), file_name="vareliste.csv", by="Tester")
    assert run.mapping == {
        "Varenummer": "sku", "Varenavn": "text:nb:name", "Merke": "brand", "Varegruppe": "category", "Mva-klasse": "tax_class",
        "Veil. pris eks. mva": "list_price", "Beholdning": "stock", "Length nb": "attribute:length",
    }  # fmt: skip
    set_mapping(run_uuid=run.uuid, mapping=run.mapping, options={"language": "nb"})
    for ask in (ask_trial, ask_import):
        ask(run_uuid=run.uuid)
        work_on(run.uuid)

    run = ImportRun.objects.get()
    assert (run.state, run.counts) == ("applied", {"new": 1, "changed": 0, "same": 0, "refused": 1})
    assert [(row.number, row.kind, [why["code"] for why in row.reasons]) for row in rows_of(run)] == [
        (2, "new", []), (3, "refused", ["cell_number"]),
    ]  # fmt: skip
    assert (Price.objects.get().amount, Product.objects.get().attributes) == (D("1159.20"), {"length": "25"})

    ask_undo(run_uuid=run.uuid)
    work_on(run.uuid)
    assert ImportRun.objects.get().state == "undone"
