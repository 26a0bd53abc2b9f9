"""Imports on their page: what somebody may not write by hand they do not write by a file."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from tests.backoffice.conftest import Sign, send
from tests.factories import Shop
from truso.modules.pricing.models import Price
from truso.platform.imports.models import ImportRun
from truso.platform.jobs.inline import run_due_jobs

HEAD = "Varenummer;Produsentens varenummer;Pris"


def bring(client: Client, *rows: str, target: str = "products") -> ImportRun:
    file = SimpleUploadedFile("list.csv", "\n".join([HEAD, *rows]).encode())
    answer = client.post(reverse("backoffice:new_import"), {"target": target, "file": file})
    assert answer.status_code == 302
    return ImportRun.objects.latest("id")


def act(client: Client, run: ImportRun, name: str, **columns: str) -> int:
    answer = send(client, reverse("backoffice:import_run", args=[run.uuid]), act=name, **columns)
    run_due_jobs()
    run.refresh_from_db()
    return int(answer.status_code)


@pytest.fixture
def article(shop: Shop) -> None:
    shop.add_article("A1", price="100")


ALL = {"column_0": "sku", "column_1": "mpn", "column_2": "list_price"}


def test_a_file_goes_all_the_way_on_its_page(article: None, staff: Sign) -> None:
    client = staff("admin")
    run = bring(client, "A1;N-1;120,50", "A2;N-2;7")

    tried = act(client, run, "try", **ALL)
    page = client.get(reverse("backoffice:import_run", args=[run.uuid])).content.decode()
    answer = client.get(reverse("backoffice:import_errors", args=[run.uuid, "csv"]))
    errors = b"".join(answer.streaming_content)  # type: ignore[attr-defined]
    began = act(client, run, "import")

    assert (tried, began, run.state) == (302, 302, "applied")
    assert run.counts == {"new": 0, "changed": 1, "same": 0, "refused": 1}
    assert "<del>100</del>" in page and "<ins>120.5</ins>" in page
    assert b"A2;N-2;7;" in errors
    assert Price.objects.get().amount == Decimal("120.5")
    assert (act(client, run, "undo"), run.state) == (302, "undone")
    assert Price.objects.get().amount == Decimal(100)


def test_who_writes_no_prices_imports_none(article: None, staff: Sign) -> None:
    client = staff("product")
    run = bring(client, "A1;N-1;120,50")
    page = client.get(reverse("backoffice:import_run", args=[run.uuid])).content.decode()

    refused = act(client, run, "try", **ALL)
    tried = act(client, run, "try", column_0="sku", column_1="mpn")

    assert 'value="list_price"' not in page and 'value="mpn"' in page
    assert (refused, tried, run.state) == (422, 302, "tried")
    assert Price.objects.get().amount == Decimal(100)


def test_a_price_list_is_not_for_who_writes_no_prices(article: None, staff: Sign) -> None:
    file = SimpleUploadedFile("list.csv", f"{HEAD}\nA1;N-1;120,50".encode())

    answer = staff("product").post(reverse("backoffice:new_import"), {"target": "prices", "file": file})

    assert (answer.status_code, ImportRun.objects.count()) == (422, 0)
    run = bring(staff("admin"), "A1;N-1;120,50", target="prices")
    assert act(staff("product"), run, "try") == 404
