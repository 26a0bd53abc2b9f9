"""Product data for programs of the house: read as a whole, written in batches, files imported."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.http import HttpResponse
from django.test.utils import CaptureQueriesContext

from tests.api.conftest import Caller, key_for
from tests.backoffice.conftest import staff_person
from tests.factories import Shop
from truso.backoffice.roles import ensure_roles
from truso.modules.catalog.models import Product, ProductText, Variant
from truso.modules.inventory.models import StockItem
from truso.modules.pricing.models import Price
from truso.platform.audit.models import AuditEntry
from truso.platform.imports import all_targets
from truso.platform.imports.running import work_on


@pytest.fixture
def product(shop: Shop) -> Caller:
    """A program with the key of somebody who looks after products."""
    ensure_roles()
    return key_for(staff_person("product"), None, "data")


@pytest.fixture
def admin(shop: Shop) -> Caller:
    """A program with the key of somebody who may do everything."""
    ensure_roles()
    return key_for(staff_person("admin"), None, "data")


def body_of(response: HttpResponse) -> Any:
    return json.loads(response.content)


def lines_of(response: Any) -> list[dict[str, str]]:
    return [json.loads(line) for line in b"".join(response.streaming_content).splitlines()]


def statuses(response: HttpResponse) -> list[str]:
    return [one["status"] for one in body_of(response)["results"]]


def test_a_batch_creates_changes_and_refuses_by_row(shop: Shop, admin: Caller) -> None:
    shop.add_article("A-1", price="100")
    shop.add_article("A-2", price="50")
    rows = [
        {"sku": "A-1", "mpn": "M1", "weight_kg": 1.25, "is_stocked": False},
        {"sku": "A-2", "status": "active"},
        {"sku": "NEW-1", "brand": "Nord", "category": shop.category.code, "family": shop.family.code, "text:en:name": "Brand new", "list_price": "12.5"},
        {"sku": "A-1", "gtin": "123"},
        {"sku": "BAD", "gtin": "2000000000013", "colour": "red"},
        {"sku": "", "mpn": "x"},
    ]  # fmt: skip

    answer = admin.post("data/products", {"rows": rows, "options": {"language": "en"}})

    assert (answer.status_code, statuses(answer)) == (
        200, ["changed", "unchanged", "created", "refused", "refused", "refused"],
    )  # fmt: skip
    found = body_of(answer)
    assert (found["is_kept"], found["created"], found["changed"], found["refused"]) == (True, 1, 1, 3)
    assert found["results"][0]["changes"][-1] == {"field": "weight_kg", "before": "0.5", "after": "1.25"}
    assert [one["code"] for one in found["results"][3]["refusals"]] == ["key_twice"]
    told = found["results"][4]["refusals"][0]
    assert (told["code"], told["subject"], told["message"]) == (
        "import_field_unknown", "colour", "There is no field colour.",
    )  # fmt: skip
    first, new = Variant.objects.get(sku="A-1"), Variant.objects.get(sku="NEW-1")
    assert (first.mpn, first.weight_kg, first.is_stocked) == ("M1", Decimal("1.25"), False)
    assert Price.objects.get(variant=new).amount == Decimal("12.5")
    assert ProductText.objects.get(product=new.product, language="en").name == "Brand new"


def test_null_empties_and_what_is_absent_is_left_alone(shop: Shop, product: Caller) -> None:
    variant = shop.add_article("A-1")

    answer = product.post("data/products", {"rows": [{"sku": "A-1", "gtin": None}]})

    variant.refresh_from_db()
    assert (statuses(answer), variant.gtin, variant.mpn) == (["changed"], "", "M-A-1")


def test_a_trial_writes_nothing_and_tells_what_would_be(shop: Shop, product: Caller) -> None:
    shop.add_article("A-1")

    answer = product.post("data/products", {"rows": [{"sku": "A-1", "mpn": "M9"}], "dry_run": True})

    assert (body_of(answer)["is_kept"], statuses(answer)) == (False, ["changed"])
    assert Variant.objects.get(sku="A-1").mpn == "M-A-1"


@pytest.mark.parametrize(("all_or_none", "kept"), [(True, "M-A-1"), (False, "M9")])
def test_all_or_none_keeps_nothing_beside_a_refused_row(
    shop: Shop, product: Caller, all_or_none: bool, kept: str
) -> None:
    shop.add_article("A-1")
    rows = [{"sku": "A-1", "mpn": "M9"}, {"sku": "B-1", "brand": "nobody knows"}]

    answer = product.post("data/products", {"rows": rows, "all_or_none": all_or_none})

    assert body_of(answer)["is_kept"] is not all_or_none
    assert Variant.objects.get(sku="A-1").mpn == kept


def test_sent_again_under_its_key_a_batch_is_answered_as_the_first(shop: Shop, admin: Caller) -> None:
    variant, key = shop.add_article("A-1", stock="5"), str(uuid4())
    rows = {"rows": [{"sku": "A-1", "location": "main", "change": 3}]}
    fields = [
        one["code"] for kind in body_of(admin.get("data"))["items"] if kind["code"] == "stock" for one in kind["fields"]
    ]
    came = next(code for code in fields if code not in {"sku", "location", "on_hand"})
    rows["rows"][0][came] = rows["rows"][0].pop("change")

    first, again = (admin.post("data/stock", rows, Idempotency_Key=key) for _time in range(2))

    assert (statuses(first), first.content) == (["changed"], again.content)
    assert again["Idempotency-Replayed"] == "true"
    assert StockItem.objects.get(variant=variant).on_hand == 8


def test_a_field_that_is_others_work_is_closed(shop: Shop, product: Caller) -> None:
    shop.add_article("A-1", price="100")

    answer = product.post("data/products", {"rows": [{"sku": "A-1", "list_price": 1, "stock": 3}]})

    (result,) = body_of(answer)["results"]
    assert [(one["code"], one["subject"]) for one in result["refusals"]] == [
        ("import_field_closed", "list_price"), ("import_field_closed", "stock"),
    ]  # fmt: skip
    assert Price.objects.get().amount == Decimal(100)


@pytest.mark.parametrize("kind", ["prices", "customers", "nothing"])
def test_kinds_that_are_not_ones_own_are_not_there(product: Caller, kind: str) -> None:
    written = product.post(f"data/{kind}", {"rows": [{"sku": "A-1"}]})

    assert (written.status_code, body_of(written)["code"]) == (404, "not_found")


def test_only_staff_with_the_scope_come_in(shop: Shop) -> None:
    ensure_roles()
    company = shop.company()
    buyer = key_for(shop.member(company, "per@example.com", "admin"), company, "data")
    narrow = key_for(staff_person("product"), None, "catalog")

    assert [one.get("data").status_code for one in (Caller(), buyer, narrow)] == [401, 403, 403]


@pytest.mark.parametrize(
    "rows",
    [[], [{"sku": str(number)} for number in range(1001)], "A-1", [["A-1"]], None],
    ids=["none", "too many", "no list", "no objects", "null"],
)
def test_a_body_that_is_no_batch_is_refused_whole(product: Caller, rows: Any) -> None:
    answer = product.post("data/products", {"rows": rows})

    assert (answer.status_code, Product.objects.count()) == (400, 0)


@pytest.mark.parametrize("value", [{"nb": "x"}, [1], ["a|b"]])
def test_a_value_that_can_not_be_read_is_refused_by_its_field(shop: Shop, product: Caller, value: Any) -> None:
    shop.add_article("A-1")

    answer = product.post("data/products", {"rows": [{"sku": "A-1", "mpn": value}]})

    (result,) = body_of(answer)["results"]
    assert [(one["code"], one["subject"]) for one in result["refusals"]] == [("value_unreadable", "mpn")]


def test_the_trail_says_which_key_wrote(shop: Shop, product: Caller) -> None:
    shop.add_article("A-1")

    product.post("data/products", {"rows": [{"sku": "A-1", "mpn": "M9"}]})

    actor = AuditEntry.objects.latest("pk").actor
    assert (actor["label"], actor["api_key_id"] is not None) == ("api", True)


def test_every_kind_read_and_sent_back_changes_nothing(shop: Shop, admin: Caller) -> None:
    shop.add_article("A-1", price="100", stock="5")
    shop.add_article("B-2", price="", stock="0", kind="service", is_stocked=False)
    shop.company()
    with_files = {"pictures", "documents"}
    for target in all_targets():
        lines = lines_of(admin.get(f"data/{target.code}"))
        if not lines or target.code in with_files:
            continue
        rows = [{code: text for code, text in line.items() if text} for line in lines]

        answer = admin.post(f"data/{target.code}", {"rows": rows})

        assert set(statuses(answer)) == {"unchanged"}, (target.code, answer.content)


def test_the_fields_wanted_come_in_the_format_wanted(shop: Shop, product: Caller) -> None:
    shop.add_article("A-1")

    answer = product.get("data/products?fields=sku&fields=mpn&format=csv")

    assert b"".join(answer.streaming_content).decode("utf-8-sig").splitlines() == ["sku;mpn", "A-1;M-A-1"]


def test_a_batch_of_many_takes_as_many_statements_as_one(shop: Shop, admin: Caller) -> None:
    for number in range(40):
        shop.add_article(f"A-{number}")

    def statements(count: int, word: str) -> int:
        rows = [{"sku": f"A-{number}", "mpn": f"{word}{number}"} for number in range(count)]
        with CaptureQueriesContext(connection) as caught:
            assert set(statuses(admin.post("data/products", {"rows": rows}))) == {"changed"}
        return len(caught)

    statements(1, "warm")
    assert statements(40, "b") <= statements(1, "c") + 2


def test_a_file_is_brought_mapped_tried_imported_and_taken_back(shop: Shop, product: Caller) -> None:
    shop.add_article("A-1")
    file = SimpleUploadedFile("supplier.csv", b"Nummer;Deres nr\nA-1;M9\nB-9;M8\n")
    address = "/api/v1/imports?kind=products"

    made = product.client.post(address, {"file": file}, headers=product.headers)
    run = body_of(made)
    keys = {one["heading"]: one["key"] for one in run["columns"]}
    mapped = product.call(
        "PATCH", f"imports/{run['uuid']}", {"mapping": {keys["Nummer"]: "sku", keys["Deres nr"]: "mpn"}, "profile": "Supplier"}
    )  # fmt: skip
    tried = product.post(f"imports/{run['uuid']}/try")
    work_on(run["uuid"])
    rows = body_of(product.get(f"imports/{run['uuid']}/rows"))["items"]
    errors = b"".join(product.get(f"imports/{run['uuid']}/errors").streaming_content).decode()
    product.post(f"imports/{run['uuid']}/start")
    work_on(run["uuid"])
    done = body_of(product.get(f"imports/{run['uuid']}"))
    mpn = Variant.objects.get(sku="A-1").mpn

    assert (made.status_code, mapped.status_code, tried.status_code) == (201, 200, 202)
    assert [(row["number"], row["status"]) for row in rows] == [(2, "changed"), (3, "refused")]
    assert rows[0]["changes"] == [{"field": "mpn", "before": "M-A-1", "after": "M9"}]
    assert "B-9;M8" in errors
    assert (done["state"], done["counts"]["changed"], done["profile"], mpn) == ("applied", 1, "Supplier", "M9")


def test_undoing_by_program_needs_the_right_to(shop: Shop) -> None:
    ensure_roles()
    shop.add_article("A-1")
    rights = ("imports.run_import", "imports.view_importrun", "catalog.change_product", "catalog.view_product")
    caller = key_for(staff_person(permissions=rights), None, "data")
    file = SimpleUploadedFile("a.csv", b"sku;mpn\nA-1;M9\n")
    run = body_of(caller.client.post("/api/v1/imports?kind=products", {"file": file}, headers=caller.headers))
    for action in ("try", "start"):
        caller.post(f"imports/{run['uuid']}/{action}")
        work_on(run["uuid"])

    assert caller.post(f"imports/{run['uuid']}/undo").status_code == 404
    assert caller.get(f"imports/{uuid4()}").status_code == 404


def test_a_change_is_planned_read_and_given_up(shop: Shop, product: Caller) -> None:
    shop.add_article("A-1")
    plan = {"sku": "A-1", "field": "minimum_quantity", "value": "5", "at": "2040-01-02T08:00:00Z"}

    made = product.post("plans", plan)
    again = product.post("plans", plan)
    listed = body_of(product.get("plans?subject=a-1"))["items"]
    gone = product.call("DELETE", f"plans/{body_of(made)['uuid']}")
    over = product.call("DELETE", f"plans/{body_of(made)['uuid']}")

    assert (made.status_code, body_of(made)["state"], [one["uuid"] for one in listed]) == (
        201, "planned", [body_of(made)["uuid"]],
    )  # fmt: skip
    assert [body_of(one)["code"] for one in (again, over)] == ["plan_twice", "plan_over"]
    assert body_of(gone)["state"] == "cancelled"


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"sku": "NONE"}, "article_not_found"),
        ({"field": "list_price"}, "import_field_closed"),
        ({"value": "many"}, "cell_number"),
        ({"at": "2020-01-01T00:00:00Z"}, "plan_past"),
        ({"at": "2040-01-01T00:00:00"}, "field_invalid"),
    ],
)
def test_a_plan_that_can_not_come_true_is_refused(
    shop: Shop, product: Caller, change: dict[str, str], code: str
) -> None:
    shop.add_article("A-1")
    plan = {"sku": "A-1", "field": "minimum_quantity", "value": "5", "at": "2040-01-02T08:00:00Z", **change}

    assert body_of(product.post("plans", plan))["code"] == code


def test_history_is_read_and_a_value_put_back(shop: Shop, product: Caller) -> None:
    variant = shop.add_article("A-1")
    product.post("data/products", {"rows": [{"sku": "A-1", "mpn": "M9"}]})
    address = f"product-history/{variant.product.uuid}"

    line = body_of(product.get(address))["items"][0]
    back = product.post(address, {"change": line["change"]})
    unknown = product.post(address, {"change": "99999999:mpn"})

    assert (line["field"], line["before"], line["after"], line["source"]) == ("mpn", "M-A-1", "M9", "program")
    assert (back.status_code, unknown.status_code, Variant.objects.get().mpn) == (204, 404, "M-A-1")


def test_the_head_of_an_export_is_answered_without_its_body(shop: Shop, product: Caller) -> None:
    answer = product.call("HEAD", "data/products")

    assert (answer.status_code, answer.content, answer["Content-Type"]) == (200, b"", "application/x-ndjson")
