"""The source's folder for tests, whole and as a small consistent part."""

from __future__ import annotations

import csv
import gzip
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from tests.ground import ROOT

ORDERS = 40
CULTURES = ("Norwegian", "Swedish", "Polish")


def find_folder() -> Path | None:
    """Return the folder of the real files, beside the checkout or a level above it."""
    for base in ROOT.parents:
        found = base / "shared" / "data" / "adventureworks"
        if found.is_dir():
            return found
    return None


FOLDER = find_folder()
needs_data = pytest.mark.skipif(
    FOLDER is None, reason="the AdventureWorks files are not in shared/data/adventureworks beside the checkout"
)


def read(name: str) -> tuple[list[str], list[list[str]]]:
    """Return header and lines of one of the real files."""
    assert FOLDER is not None
    with gzip.open(FOLDER / f"{name}.csv.gz", "rt", encoding="utf-8-sig", newline="") as file:
        header, *rows = csv.reader(file)
    return header, rows


def write(folder: Path, name: str, header: list[str], rows: list[list[str]]) -> None:
    """Write one file of a folder."""
    with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([header, *rows])


def make_part(folder: Path) -> None:
    """Write a part of the source that holds together: all products, the first orders of each kind, their buyers."""
    from truso.integrations.adventureworks.source import COLUMNS

    buyers: dict[str, set[str]] = {}
    for fact, key in (("FactInternetSales", "CustomerKey"), ("FactResellerSales", "ResellerKey")):
        header, rows = read(fact)
        number = header.index("SalesOrderNumber")
        first = list(dict.fromkeys(row[number] for row in rows))[:ORDERS]
        kept = [row for row in rows if row[number] in set(first)]
        buyers[key] = {row[header.index(key)] for row in kept}
        write(folder, fact, header, kept)
    for name in COLUMNS:
        header, rows = read(name)
        if name in ("DimCustomer", "DimReseller"):
            rows = [
                row
                for row in rows
                if row[0] in buyers[header[0]] or row[0].endswith("0" if name == "DimReseller" else "00")
            ]
        elif name.startswith("FactAdditional"):
            rows = [row for row in rows if row[1] in CULTURES]
        elif name.startswith("Fact") and "Sales" in name:
            continue
        write(folder, name, header, rows)


def digest() -> dict[str, tuple[Any, ...]]:
    """Return the number of rows and a checksum of every table."""
    with connection.cursor() as cursor:
        tables = sorted(connection.introspection.table_names(cursor))
        found = {}
        for table in tables:
            cursor.execute(f'select count(*), sum(hashtextextended(t::text, 0)::numeric) from "{table}" t')
            found[table] = cursor.fetchone()
    return found
