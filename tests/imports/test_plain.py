"""Categories, brands, customers, packagings and customers' own numbers from rows."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import Shop
from truso.modules.catalog.models import Brand, Category, CustomerArticleNumber, PackagingLevel, Variant
from truso.modules.customers.models import Address, Customer, Segment
from truso.platform.database.transactions import write
from truso.platform.imports import CLEAR, DoneRow, Kind, Outcome, Row, find_target


def target(code: str) -> Any:
    return find_target(code)


def judge(code: str, *cells: dict[str, str], **options: str) -> list[Outcome]:
    return target(code).judge([Row(line, one) for line, one in enumerate(cells, 2)], options)


def bring(code: str, *cells: dict[str, str], **options: str) -> list[Outcome]:
    judged = judge(code, *cells, **options)
    wanted = [one for one in judged if one.kind in (Kind.NEW, Kind.CHANGED)]
    with write():
        done = target(code).apply(wanted, options) if wanted else []
    return sorted([*done, *(one for one in judged if one not in wanted)], key=lambda one: one.number)


def undo(code: str, done: list[Outcome]) -> list[Outcome]:
    with write():
        return target(code).undo([DoneRow(one.number, one.kind, one.key, one.changes) for one in done])


def kinds(outcomes: list[Outcome]) -> list[Kind]:
    return [one.kind for one in outcomes]


def codes(outcome: Outcome) -> list[tuple[str, str]]:
    return [(one.code, one.subject) for one in outcome.reasons]


def export(code: str) -> list[dict[str, str]]:
    headings, rows = target(code).export((), {})
    return [{name: cell for name, cell in zip(headings, row, strict=True) if cell} for row in rows]


# Categories and brands


def test_a_tree_comes_in_whatever_the_order_of_its_rows(shop: Shop) -> None:
    done = bring(
        "categories", {"code": "saws", "parent": "tools", "name:nb": "Sager"}, {"code": "tools", "name:nb": "Verktøy", "position": "3"}
    )  # fmt: skip

    assert kinds(done) == [Kind.NEW, Kind.NEW]
    saws, tools = Category.objects.get(code="saws"), Category.objects.get(code="tools")
    assert (saws.parent, saws.path, saws.slugs["nb"]) == (tools, [tools.pk, saws.pk], "sager")
    assert tools.position == 3


@pytest.mark.parametrize("code", ["categories", "brands", "customers", "packaging", "own_numbers"])
def test_what_is_exported_changes_nothing_and_takes_few_statements(shop: Shop, code: str) -> None:
    shop.add_article("A-1")
    shop.company("Nord AS", number="1001")
    bring("packaging", {"sku": "A-1", "kind": "BX", "factor": "100"})
    bring("own_numbers", {"customer": "1001", "sku": "A-1", "number": "X 9"})
    rows = export(code)
    assert rows

    with CaptureQueriesContext(
        connection,
    ) as few:
        assert set(kinds(judge(code, *rows))) == {Kind.SAME}
    assert len(few) <= 12


def test_a_category_below_itself_is_refused(shop: Shop) -> None:
    bring("categories", {"code": "a", "name:en": "A"}, {"code": "b", "name:en": "B", "parent": "a"})

    [outcome] = judge("categories", {"code": "a", "parent": "b"})

    assert codes(outcome) == [("category_in_itself", "parent")]


def test_a_category_in_use_stays_when_its_import_is_undone(shop: Shop) -> None:
    done = bring("categories", {"code": "a", "name:en": "A"}, {"code": "b", "name:en": "B"})
    Category.objects.create(code="below", parent=Category.objects.get(code="a"), names={"en": "Below"})

    undone = {one.key: one for one in undo("categories", done)}

    assert (codes(undone["a"]), undone["b"].kind) == ([("record_still_used", "")], Kind.CHANGED)
    assert set(Category.objects.filter(code__in=["a", "b"]).values_list("code", flat=True)) == {"a"}


def test_a_brand_is_renamed_and_put_back_unless_somebody_changed_it_since(shop: Shop) -> None:
    bring("brands", {"code": "acme", "name": "Acme"}, {"code": "bolt", "name": "Bolt"})

    done = bring("brands", {"code": "acme", "name": "Acme AS"}, {"code": "bolt", "name": "Bolt AS"})
    assert [one.changes for one in done] == [{"name": ("Acme", "Acme AS")}, {"name": ("Bolt", "Bolt AS")}]

    Brand.objects.filter(code="bolt").update(name="Bolt & co")
    undone = undo("brands", done)
    assert [codes(one) for one in undone] == [[], [("changed_since", "")]]
    assert list(Brand.objects.filter(code__in=["acme", "bolt"]).order_by("code").values_list("name", flat=True)) == [
        "Acme",
        "Bolt & co",
    ]


def test_somebody_quicker_is_not_overwritten(shop: Shop) -> None:
    bring("brands", {"code": "acme", "name": "Acme"})
    judged = judge("brands", {"code": "acme", "name": "Acme AS"})
    Brand.objects.filter(code="acme").update(name="Acme Ltd")

    with write():
        [outcome] = target("brands").apply(judged, {})

    assert codes(outcome) == [("changed_meanwhile", "")]
    assert Brand.objects.get(code="acme").name == "Acme Ltd"


# Customers


def test_a_customer_comes_with_terms_segments_and_places(shop: Shop) -> None:
    Segment.objects.create(code="dealers", names={"en": "Dealers"})

    done = bring(
        "customers",
        {
            "number": "C-7", "name": "Fjord AS", "parent": "C-6", "segments": "dealers", "credit_limit": "50000", "invoice_allowed": "true",
            "email": "post@fjord.example", "billing:street": "Kaia 1", "billing:postcode": "5003", "billing:city": "Bergen",
            "delivery:street": "Lager 2", "delivery:postcode": "5004", "delivery:city": "Bergen", "delivery:country": "Norge",
        },
        {"number": "C-6", "name": "Fjord Holding AS"},
    )  # fmt: skip

    assert kinds(done) == [Kind.NEW, Kind.NEW]
    customer = Customer.objects.get(number="C-7")
    assert (customer.parent, customer.kind, customer.display_gross) == (
        Customer.objects.get(number="C-6"),
        "business",
        False,
    )
    assert (customer.credit_limit, list(customer.segments.values_list("code", flat=True))) == (
        Decimal(50000),
        ["dealers"],
    )
    places = list(
        customer.addresses.order_by("-is_billing").values_list("name", "street", "country", "is_billing", "is_delivery")
    )
    assert places == [("Fjord AS", "Kaia 1", "NO", True, False), ("Fjord AS", "Lager 2", "NO", False, True)]


def test_a_file_of_half_the_columns_leaves_the_rest_alone(shop: Shop) -> None:
    bring(
        "customers",
        {
            "number": "C-1",
            "name": "Old AS",
            "phone": "22334455",
            "delivery:street": "A 1",
            "delivery:postcode": "0001",
            "delivery:city": "Oslo",
        },
    )

    [done] = bring("customers", {"number": "C-1", "name": "New AS"})

    assert done.changes == {"name": ("Old AS", "New AS")}
    customer = Customer.objects.get(number="C-1")
    assert (customer.name, customer.phone, customer.addresses.get().street) == ("New AS", "22334455", "A 1")


def test_an_address_of_both_kinds_is_parted_when_one_changes(shop: Shop) -> None:
    bring("customers", {"number": "C-1", "name": "Both AS"})
    Address.objects.create(
        customer=Customer.objects.get(number="C-1"), name="Both AS", street="A 1", postcode="0001", city="Oslo", country="NO",
        is_billing=True, is_delivery=True, is_default=True,
    )  # fmt: skip

    bring("customers", {"number": "C-1", "billing:street": "B 2"})

    found = list(Address.objects.order_by("pk").values_list("street", "is_billing", "is_delivery"))
    assert found == [("A 1", False, True), ("B 2", True, False)]


@pytest.mark.parametrize(
    ("cells", "problems"),
    [
        ({"number": "æ/1", "name": "X"}, [("value_invalid", "number")]),
        ({"number": "N-1"}, [("field_required", "name")]),
        ({"number": "N-1", "name": "X", "email": "nobody"}, [("email_invalid", "email")]),
        ({"number": "N-1", "name": "X", "segments": "none"}, [("import_unknown", "segments")]),
        ({"number": "N-1", "name": "X", "credit_limit": "-5"}, [("value_invalid", "credit_limit")]),
        ({"number": "N-1", "name": "X", "parent": "N-9"}, [("import_unknown", "parent")]),
        ({"number": "N-1", "name": "X", "parent": "N-1"}, [("parent_in_circle", "parent")]),
        ({"number": "N-1", "name": "X", "delivery:street": "A 1"}, [("field_required", "delivery:city"), ("field_required", "delivery:postcode")]),
        ({"number": "N-1", "name": "X", "delivery:country": "Atlantis"}, [("import_unknown", "delivery:country")]),
        ({"number": "N-1", "name": "X", "payment_term": "never"}, [("import_choice", "payment_term")]),
        ({"number": "N-1", "name": CLEAR}, [("import_not_cleared", "name")]),
    ],
)  # fmt: skip
def test_customers_are_refused_with_the_reason(
    shop: Shop, cells: dict[str, str], problems: list[tuple[str, str]]
) -> None:
    [outcome] = judge("customers", cells)

    assert (outcome.kind, codes(outcome)) == (Kind.REFUSED, problems)


def test_new_customers_go_and_those_with_orders_stay(shop: Shop) -> None:
    done = bring("customers", {"number": "C-1", "name": "One AS"}, {"number": "C-2", "name": "Two AS"})
    Customer.objects.create(
        number="C-3", name="Child", kind="business", parent=Customer.objects.get(number="C-2"), display_gross=False,
        market=Customer.objects.get(number="C-2").market, created_at=Customer.objects.get(number="C-2").created_at,
    )  # fmt: skip

    undone = {one.key: codes(one) for one in undo("customers", done)}

    assert undone == {"C-1": [], "C-2": [("record_still_used", "")]}
    assert set(Customer.objects.filter(number__startswith="C-").values_list("number", flat=True)) == {"C-2", "C-3"}


def test_hundreds_of_customers_take_as_many_statements_as_one(shop: Shop) -> None:
    place = {"delivery:street": "A 1", "delivery:city": "Oslo", "delivery:postcode": "0001"}

    def taken(start: int, count: int) -> int:
        with CaptureQueriesContext(connection) as queries:
            bring("customers", *({"number": str(start + one), "name": f"No {one}", **place} for one in range(count)))
        return len(queries)

    assert taken(90_000, 1) == taken(91_000, 400)


# Packagings and own numbers


def test_packagings_are_added_beside_those_there_are(shop: Shop) -> None:
    shop.add_article("A-1")
    bring("packaging", {"sku": "a1", "kind": "bx", "factor": "100", "gtin": "4006381333931"})

    done = bring(
        "packaging",
        {"sku": "A-1", "kind": "PX", "factor": "4000", "weight_kg": "312.5"},
        {"sku": "A-1", "kind": "BX", "factor": "200"},
    )

    assert kinds(done) == [Kind.NEW, Kind.CHANGED]
    assert list(PackagingLevel.objects.values_list("code", "factor", "gtin")) == [
        ("BX", 200, "4006381333931"),
        ("PX", 4000, ""),
    ]
    assert Variant.objects.get(sku="A-1").pack_size == 200

    undo("packaging", done)
    assert list(PackagingLevel.objects.values_list("code", "factor")) == [("BX", 100)]


@pytest.mark.parametrize(
    ("cells", "problem"),
    [
        ({"sku": "B-9", "kind": "BX", "factor": "2"}, ("sku_unknown", "sku")),
        ({"sku": "A-1", "kind": "ZZ", "factor": "2"}, ("packaging_unknown", "kind")),
        ({"sku": "A-1", "kind": "BX", "factor": "1"}, ("packaging_factor", "factor")),
        ({"sku": "A-1", "kind": "BX", "factor": "2", "gtin": "4006381333932"}, ("gtin_invalid", "gtin")),
        ({"sku": "A-1", "kind": "BX"}, ("field_required", "factor")),
    ],
)
def test_packagings_are_refused_with_the_reason(shop: Shop, cells: dict[str, str], problem: tuple[str, str]) -> None:
    shop.add_article("A-1")

    [outcome] = judge("packaging", cells)

    assert codes(outcome) == [problem]


def test_own_numbers_are_kept_per_customer_and_only_the_taken_one_is_refused(shop: Shop) -> None:
    shop.add_article("A-1"), shop.add_article("A-2"), shop.add_article("A-3")
    shop.company("Nord AS", number="1001")
    bring("own_numbers", {"sku": "A-1", "number": "X-1"}, customer="1001")

    done = bring("own_numbers", {"sku": "A-2", "number": "x1"}, {"sku": "A-3", "number": "X-3"}, customer="1001")

    assert [codes(one) for one in done] == [[("own_number_taken", "number")], []]
    assert dict(CustomerArticleNumber.objects.values_list("variant__sku", "number")) == {"A-1": "X-1", "A-3": "X-3"}

    undo("own_numbers", done[1:])
    assert dict(CustomerArticleNumber.objects.values_list("variant__sku", "number")) == {"A-1": "X-1"}
