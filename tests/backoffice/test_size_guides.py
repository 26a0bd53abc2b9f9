"""Size guides written by staff, as pasted from a spreadsheet, and read by buyers."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tests.backoffice.conftest import Sign, told
from tests.factories import Shop
from truso.modules.catalog.models import Product, SizeGuide

FIELDS = {
    "code": "jackets", "names_nb": "Jakker", "names_en": "Jackets", "columns_nb": "Str.\nBryst", "columns_en": "Size\nChest",
    "rows": "S\t86–92\nM\t92–100\n", "advice_en": "Measure over a shirt.",
}  # fmt: skip


def fields(**changes: str) -> dict[str, str]:
    return {
        **{f"{name}_{place}": "" for name in ("names", "advice", "columns") for place in range(4)},
        **FIELDS,
        **changes,
    }


def test_a_guide_is_pasted_opened_again_and_read_by_buyers(shop: Shop, staff: Sign) -> None:
    client = staff("product")

    added = client.post(reverse("staff_size_guides:add"), fields())
    guide = SizeGuide.objects.get()
    again = told(client.get(reverse("staff_size_guides:edit", args=[guide.pk])))
    Product.objects.filter(pk=shop.add_article("A-1").product_id).update(size_guide=guide)
    page = Client().get("/en/p/a-1-en/").content.decode()

    assert added.status_code == 302, told(added)
    assert guide.table["rows"] == [["S", "86–92"], ["M", "92–100"]]
    assert [one["names"] for one in guide.table["columns"]] == [
        {"nb": "Str.", "en": "Size"},
        {"nb": "Bryst", "en": "Chest"},
    ]
    assert "S; 86–92" in again
    assert "Measure over a shirt." in page
    assert ">Chest</th>" in page


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"rows": "S; 86–92\nM"}, "Row 2 has 1 cells; there are 2 headings."),
        ({"columns_en": "Size\nChest\nWaist"}, "as many in each language"),
        ({"columns_nb": "Str.", "columns_en": "Size"}, "from 2 to 12 headings"),
        ({"rows": "\n".join(f"{n};{n}" for n in range(101))}, "from 1 to 100 sizes"),
    ],
)
def test_a_table_that_does_not_add_up_is_refused(
    shop: Shop, staff: Sign, change: dict[str, Any], sentence: str
) -> None:
    answer = staff("product").post(reverse("staff_size_guides:add"), fields(**change))

    assert sentence in told(answer)
    assert not SizeGuide.objects.exists()
