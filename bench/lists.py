"""Measure staff's lists at a million products: `script/bench lists [--rows N]`. Rows are copies of what the shop has, written past triggers."""

from __future__ import annotations

import sys
import time
from statistics import median
from typing import Any

TIMES = 5
_COPIES = (
    """
    insert into catalog_product (uuid, code, family_id, category_id, brand_id, tax_class_id, status, attributes, published_at, updated_at)
    select gen_random_uuid(), 'copy-' || n, p.family_id, p.category_id, p.brand_id, p.tax_class_id,
           (array['active', 'active', 'active', 'draft'])[n %% 4 + 1], '{}', now(), now() - n * interval '1 minute'
    from generate_series(%(first)s::int, %(last)s::int) n, (select * from catalog_product order by id limit 1) p
    """,
    """
    insert into catalog_producttext (product_id, language, name, slug, summary, description)
    select p.id, 'en', 'Copied thing ' || p.id, 'copied-thing-' || p.id, '', '' from catalog_product p where p.code like 'copy-%%' and p.id > %(known)s
    """,
    """
    insert into catalog_variant (uuid, product_id, sku, sku_normalized, gtin, mpn, mpn_normalized, attributes, labels, status, position,
        unit, price_unit, minimum_quantity, quantity_multiple, pack_size, pack_names, weight_kg, is_stocked, popularity)
    select gen_random_uuid(), p.id, 'COPY-' || p.id, 'COPY' || p.id, '', '', '', '{}', '{}', p.status, 0, 'C62', 1, 1, 1, 1, '{}', 0.5, true, 0
    from catalog_product p where p.code like 'copy-%%' and p.id > %(known)s
    """,
)  # fmt: skip
PAGES = (
    ("products", "/staff/products/?plain=1"),
    ("products, page 20", "/staff/products/?plain=1&p=20"),
    ("products, page 2,000", "/staff/products/?plain=1&p=2000"),
    ("products by code", "/staff/products/?ordering=code"),
    ("products changed last", "/staff/products/?ordering=-updated_at"),
    ("drafts", "/staff/products/?status=draft"),
    ("one found by its number", "/staff/products/?q=COPY-{sku}"),
    ("what many begin with", "/staff/products/?q=copy-9"),
    ("articles", "/staff/variants/?plain=1"),
    ("an article found by its number", "/staff/variants/?q=COPY-{sku}"),
    ("a product", "/staff/products/{uuid}/"),
    ("its history", "/staff/products/{uuid}/history/"),
    ("the start page", "/staff/"),
)


def measure_lists(rows: int) -> None:
    """Fill the shop to so many products and print what each page takes, in milliseconds."""
    from django.test import Client

    from truso.modules.catalog.models import Product, Variant
    from truso.modules.identity.models import Person

    fill(rows)
    person, _made = Person.objects.get_or_create(
        email="bench@staff.example", defaults={"is_staff": True, "is_superuser": True}
    )
    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(person)
    last = Product.objects.order_by("-pk").first()
    variant = Variant.objects.order_by("-pk").first()
    names = {"uuid": last.uuid if last else "", "sku": variant.sku.removeprefix("COPY-") if variant else ""}
    count = _one("select count(*) from catalog_product")
    print(f"{count} products, one core at a time\n{'':34}{'ms':>8}")
    for title, path in PAGES:
        address = path.format(**names)
        status = client.get(address).status_code
        seconds = []
        for _time in range(TIMES):
            start = time.perf_counter()
            client.get(address)
            seconds.append(time.perf_counter() - start)
        told = "" if status == 200 else f"  answered {status}"
        print(f"{title:34}{median(seconds) * 1000:>8.0f}{told}")


def fill(rows: int) -> None:
    """Copy the shop's products until there are so many."""
    from django.db import connection, transaction

    there = _one("select count(*) from catalog_product where code like 'copy-%'")
    if there >= rows:
        return
    sys.stderr.write(f"Copying {rows - there} products …\n")
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("set local session_replication_role = replica")
        values: dict[str, Any] = {
            "first": there + 1,
            "last": rows,
            "known": _one("select max(id) from catalog_product"),
        }
        for statement in _COPIES:
            cursor.execute(statement, values)
    with connection.cursor() as cursor:
        cursor.execute("analyze")


def _one(statement: str) -> int:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(statement)
        return int(cursor.fetchone()[0] or 0)
