"""Words in the lists are found by indexes: no long table is read from end to end, and none is counted."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.backoffice.conftest import Sign, place
from tests.factories import Shop
from truso.modules.customers.models import Customer
from truso.modules.orders.models import Order

MANY = 1_500
BIG = {
    "orders_order",
    "customers_customer",
    "catalog_producttext",
    "catalog_variant",
    "output_sentmail",
    "identity_person",
}
# A copy of the table's one row, with what is unique made anew and the words spread.
COPY = """
insert into {table} ({columns}) select {values} from {table} t, generate_series(1, {many}) n
where t.id = (select max(id) from {table})
"""


def multiply(model: Any, **values: str) -> None:
    """Fill a table with copies of its last row; `values` are SQL over the row `t` and the number `n`."""
    table = model._meta.db_table
    columns = [field.column for field in model._meta.concrete_fields if field.column != "id"]
    if "uuid" in columns:
        values = {"uuid": "gen_random_uuid()", **values}
    names = ", ".join(f'"{column}"' for column in columns)
    given = ", ".join(values.get(column, f't."{column}"') for column in columns)
    with connection.cursor() as cursor:
        cursor.execute("set constraints all immediate")
        cursor.execute(f"alter table {table} disable trigger user")  # the trail of copies is of no use here
        cursor.execute(COPY.format(table=table, columns=names, values=given, many=MANY))
        cursor.execute(f"alter table {table} enable trigger user")
        cursor.execute(f"analyze {table}")


@pytest.fixture
def many(shop: Shop, company: Customer) -> Order:
    shop.add_article("A1", stock="50")
    order = place(shop, company, A1=1)
    multiply(
        Order, number="'X' || n", checkout_id="gen_random_uuid()", contact_name="md5(n::text)",
        reference="md5((n + 1)::text)", po_number="md5((n + 2)::text)", email="md5((n + 3)::text) || '@x.example'",
        placed_at="t.placed_at - n * interval '1 minute'",
    )  # fmt: skip
    multiply(Customer, number="'C' || n", name="md5(n::text)", email="md5(n::text)", organization_number="'9' || n")
    order.contact_name = "Åse Ødegård"
    order.save()
    return order


def scans(captured: CaptureQueriesContext) -> list[str]:
    """Return the captured searches for words for which no index serves every condition.

    Tables of a test are small, and reading a small table is right: so the planner is told to use indexes by condition
    wherever it can. What it then still reads from end to end, it must read so in a long table too.
    """
    found = []
    with connection.cursor() as cursor:
        cursor.execute("set local enable_seqscan = off")
        cursor.execute("set local enable_indexscan = off")
        for sql in [query["sql"] for query in captured.captured_queries]:
            if sql.startswith("SELECT") and " LIKE " in sql and any(table in sql for table in BIG):
                cursor.execute("explain (format json) " + sql.replace("%", "%%"), [])
                found += _full_reads(cursor.fetchone()[0][0]["Plan"], sql)
        cursor.execute("set local enable_seqscan = on")
        cursor.execute("set local enable_indexscan = on")
    return found


def _full_reads(plan: dict[str, Any], sql: str) -> list[str]:
    here = (
        [f"{plan['Relation Name']}: {sql[:2000]}"]
        if plan["Node Type"] == "Seq Scan" and plan["Relation Name"] in BIG
        else []
    )
    return here + [one for part in plan.get("Plans", ()) for one in _full_reads(part, sql)]


def test_words_are_found_without_reading_everything(staff: Sign, many: Order) -> None:
    client = staff("admin")
    for words in ("åse ødeg", "X777", "5bf", "zzzz nothing"):
        with CaptureQueriesContext(connection) as captured:
            page = client.get(reverse("staff_orders:index"), {"q": words})
        assert (many.number in page.content.decode()) == (words == "åse ødeg")
        assert (words, scans(captured)) == (words, [])
        assert counts_without_end(captured) == []
    for words in ("5bfabc", "C777", "912345678"):
        with CaptureQueriesContext(connection) as captured:
            assert client.get(reverse("staff_customers:index"), {"q": words}).status_code == 200
        assert (words, scans(captured)) == (words, [])


def test_the_first_page_of_many_is_not_counted_to_the_end(staff: Sign, many: Order) -> None:
    client = staff("admin")
    for name in ("staff_orders:index", "staff_customers:index"):
        with CaptureQueriesContext(connection) as captured:
            assert client.get(reverse(name)).status_code == 200
        assert counts_without_end(captured) == []


def counts_without_end(captured: CaptureQueriesContext) -> list[str]:
    """Return the captured counts that do not stop early."""
    return [one["sql"] for one in captured.captured_queries if "COUNT(*)" in one["sql"] and "LIMIT" not in one["sql"]]
