"""The history of a product: every field with who and by which import, and values put back by the same rules as any change."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.api.conftest import key_for
from tests.backoffice.conftest import Sign, send, staff_person
from tests.factories import Shop
from truso.backoffice.roles import ensure_roles
from truso.modules.catalog.models import Brand, Product, ProductText, Variant
from truso.platform.audit.queries import trail_of
from truso.platform.database.transactions import Actor, write
from truso.platform.imports.models import ImportRun
from truso.platform.imports.operations import ask_import, ask_trial, create_run, set_mapping
from truso.platform.imports.running import work_on
from truso.processes.product_history import history_of


def bring(content: str) -> ImportRun:
    file = SimpleUploadedFile("supplier.csv", content.encode())
    run = create_run(target="products", file=file, file_name="supplier.csv", by="Kari")
    set_mapping(
        run_uuid=run.uuid, mapping={column: column for column in content.splitlines()[0].split(";")}, options={}
    )
    for ask in (ask_trial, ask_import):
        ask(run_uuid=run.uuid)
        work_on(run.uuid)
    return run


def told(product: Product) -> list[tuple[str, str, Any, Any]]:
    return [
        (line.sku, line.field, line.before, line.after) for line in history_of(product).lines if line.action == "update"
    ]


def test_each_field_is_told_with_who_changed_it_from_what_to_what(shop: Shop) -> None:
    variant, person = shop.add_article("A-1"), staff_person()
    other = Brand.objects.create(code="other", name="Other")
    with write(Actor(staff_id=person.pk, label="staff")):
        Product.objects.filter(pk=variant.product_id).update(brand=other, attributes={"color": "red"})
        ProductText.objects.filter(product=variant.product, language="pl").update(name="Młotek")
    run = bring("sku;minimum_quantity\nA-1;5\n")

    lines = [line for line in history_of(variant.product).lines if line.action == "update"]

    assert [(one.sku, one.field, one.before, one.after) for one in lines] == [
        ("A-1", "minimum_quantity", 1, 5),
        ("", "text:pl:name", "Article A-1 pl", "Młotek"),
        ("", "attribute:color", None, "red"),
        ("", "brand", "nord", "other"),
    ]
    assert [(one.source.kind, one.source.name) for one in lines] == [("import", "supplier.csv")] + [
        ("person", str(person))
    ] * 3
    assert lines[0].source.import_uuid == run.uuid


def test_what_a_program_wrote_names_its_key(shop: Shop) -> None:
    ensure_roles()
    variant = shop.add_article("A-1")

    key_for(staff_person("product"), None, "data").post("data/products", {"rows": [{"sku": "A-1", "mpn": "M9"}]})

    line = history_of(variant.product).lines[0]
    assert (line.field, line.source.kind, line.source.name) == ("mpn", "program", "test")


@pytest.mark.parametrize(
    ("row", "field", "read", "before"),
    [
        ("minimum_quantity;5", "minimum_quantity", lambda v: v.minimum_quantity, 1),
        ("gtin;!clear", "gtin", lambda v: v.gtin, "2000000000015"),
        ("brand;Other", "brand", lambda v: v.product.brand.code, "nord"),
        ("product_status;draft", "product_status", lambda v: v.product.status, "active"),
        ("text:en:name;New words", "text:en:name", lambda v: v.product.texts.get(language="en").name, "Article A-1 en"),
        ("label:sv;Blå", "label:sv", lambda v: v.labels.get("sv"), None),
        ("is_stocked;false", "is_stocked", lambda v: v.is_stocked, True),
    ],
)
def test_any_field_is_put_back_by_one_button(
    shop: Shop, staff: Sign, row: str, field: str, read: Any, before: Any
) -> None:
    variant = shop.add_article("A-1")
    assert read(variant) == before
    Brand.objects.create(code="other", name="Other")
    column, value = row.split(";")
    bring(f"sku;{column}\nA-1;{value}\n")
    assert read(Variant.objects.get()) != before
    line = next(one for one in history_of(variant.product).lines if one.field == field)

    answer = send(
        staff("product"),
        reverse("backoffice:product_history", args=[variant.product.uuid]),
        restore=f"{line.entry_id}:{field}",
    )

    assert answer.status_code == 302, answer.content.decode()
    assert read(Variant.objects.get()) == before
    assert told(variant.product)[0][1] == field  # putting back is a change itself


def test_what_is_gone_meanwhile_is_refused_with_the_reason(shop: Shop, staff: Sign) -> None:
    variant = shop.add_article("A-1")
    other = Brand.objects.create(code="other", name="Other")
    Product.objects.filter(pk=variant.product_id).update(brand=other)
    Product.objects.filter(pk=variant.product_id).update(brand=shop.brand)
    other.delete()
    line = history_of(variant.product).lines[0]

    answer = send(
        staff("product"),
        reverse("backoffice:product_history", args=[variant.product.uuid]),
        restore=f"{line.entry_id}:brand",
    )

    assert answer.status_code == 422
    variant.product.refresh_from_db()
    assert variant.product.brand == shop.brand


def test_what_is_so_already_is_said(shop: Shop, staff: Sign) -> None:
    variant = shop.add_article("A-1")
    bring("sku;minimum_quantity\nA-1;5\n")
    line = history_of(variant.product).lines[0]
    address, product = reverse("backoffice:product_history", args=[variant.product.uuid]), staff("product")
    send(product, address, restore=f"{line.entry_id}:minimum_quantity")

    answer = send(product, address, restore=f"{line.entry_id}:minimum_quantity")

    assert (answer.status_code, "It is so already." in answer.content.decode()) == (422, True)


def test_changes_of_another_product_and_those_there_are_none_of_are_not_there(shop: Shop, staff: Sign) -> None:
    variant, other = shop.add_article("A-1"), shop.add_article("B-1")
    bring("sku;minimum_quantity\nB-1;5\n")
    line = history_of(other.product).lines[0]
    address, product = reverse("backoffice:product_history", args=[variant.product.uuid]), staff("product")

    foreign = send(product, address, restore=f"{line.entry_id}:minimum_quantity")
    unknown = send(product, address, restore="999999999:minimum_quantity")
    nonsense = send(product, address, restore=str(uuid4()))

    assert [one.status_code for one in (foreign, unknown, nonsense)] == [404, 404, 404]


def test_the_page_shows_and_goes_on_to_what_was_earlier(
    shop: Shop, staff: Sign, monkeypatch: pytest.MonkeyPatch
) -> None:
    variant = shop.add_article("A-1")
    for number in range(2, 8):
        Variant.objects.filter(pk=variant.pk).update(lead_days=number)

    first = history_of(variant.product, limit=3)
    rest = history_of(variant.product, before=first.next_before, limit=3)
    page = staff("sales").get(reverse("backoffice:product_history", args=[variant.product.uuid])).content.decode()

    assert [line.after for line in first.lines] == [7, 6, 5]
    assert [line.after for line in rest.lines] == [4, 3, 2]
    assert "Days to get when out of stock" in page
    assert "Restore" not in page


def test_a_long_history_costs_as_much_as_a_short_one(shop: Shop) -> None:
    variant = shop.add_article("A-1")

    def statements() -> int:
        with CaptureQueriesContext(connection) as caught:
            history_of(variant.product)
        return len(caught)

    few = statements()
    for number in range(300):
        Variant.objects.filter(pk=variant.pk).update(lead_days=number)
    assert statements() <= few


def test_the_trail_of_a_record_is_read_by_its_index(shop: Shop) -> None:
    variant = shop.add_article("A-1")
    with connection.cursor() as cursor:
        # A trail as long as a shop's, so that the choice of the index is not one of an empty table.
        cursor.execute(
            """insert into audit_auditentry (uid, transaction, at, "table", row, action, actor, changes)
            select gen_random_uuid(), 1, now(), 'catalog_variant', (n / 3)::text, 'update', '{}', '{}' from generate_series(1, 3000) n"""
        )
        cursor.execute("analyze audit_auditentry")
    with CaptureQueriesContext(connection) as caught:
        trail_of([("catalog_variant", variant.pk)])
    with connection.cursor() as cursor:
        cursor.execute(f"explain {caught[0]['sql']}")
        plan = "\n".join(row[0] for row in cursor.fetchall())
    assert "audit_row" in plan
    assert "Seq Scan" not in plan
