"""A list as each member of staff wants it: columns chosen and ordered, views kept, one that opens the list."""

from __future__ import annotations

from typing import Any

from bs4 import BeautifulSoup
from django.urls import reverse

from tests.backoffice.conftest import Sign, send, told
from tests.factories import Shop
from truso.platform.lists.models import ListLayout

LIST = "staff_products"


def address() -> str:
    return reverse(f"{LIST}:index")


def keep(client: Any, **fields: Any) -> Any:
    return send(client, reverse("backoffice:list_layout", args=[LIST]), **fields)


def headings(client: Any, query: str = "?plain=1") -> list[str]:
    page = BeautifulSoup(client.get(address() + query).content, "html.parser")
    return [cell.get_text(" ", strip=True) for cell in page.select("table.listing th")]


def test_columns_are_chosen_in_their_order_and_remembered_for_one_person(shop: Shop, staff: Sign) -> None:
    shop.add_article("A-1")
    mine, other = staff("product"), staff("product")

    keep(mine, show=["brand", "first_sku", "name_pl"], place_brand="3", place_first_sku="1", place_name_pl="2")

    assert headings(mine) == ["Choose", "Name", "First article", "Name (Polish)", "Brand"]
    assert "A-1" in mine.get(address()).content.decode()
    assert headings(other)[:3] == ["Choose", "Name", "Code"]


def test_the_usual_columns_come_back(shop: Shop, staff: Sign) -> None:
    shop.add_article("A-1")
    product = staff("product")
    usual = headings(product)
    keep(product, show=["brand"])

    keep(product, usual="1", show=["brand"])

    assert headings(product) == usual


def test_a_column_that_is_gone_is_passed_over(shop: Shop, staff: Sign) -> None:
    shop.add_article("A-1")
    product = staff("product")
    keep(product, show=["brand", "nonsense"])

    assert headings(product) == ["Choose", "Name", "Brand"]
    ListLayout.objects.update(columns=["nonsense"])
    assert headings(product)[2] == "Code"


def test_a_view_keeps_filters_and_columns_and_opens_the_list(shop: Shop, staff: Sign) -> None:
    shop.add_article("A-1")
    shop.add_article("B-1", product_status="draft")
    product = staff("product")

    made = keep(product, save="1", name="  Drafts  of mine ", query="status=draft", column=["brand"], is_default="1")
    opened = product.get(address(), follow=True)

    view = ListLayout.objects.get()
    assert (view.name, made["Location"]) == ("Drafts of mine", f"{address()}?status=draft&view={view.uuid}")
    assert opened.redirect_chain == [(f"{address()}?status=draft&view={view.uuid}", 302)]
    page = opened.content.decode()
    assert "Article B-1" in page
    assert "Article A-1" not in page
    assert headings(product, f"?status=draft&view={view.uuid}") == ["Choose", "Name", "Brand"]


def test_a_second_default_takes_the_place_of_the_first(shop: Shop, staff: Sign) -> None:
    product = staff("product")
    for name in ("One", "Two", "One"):
        keep(product, save="1", name=name, query="status=active", is_default="1")

    assert list(ListLayout.objects.values_list("name", "is_default")) == [("One", True), ("Two", False)]


def test_a_shared_view_is_seen_by_all_and_forgotten_by_its_maker_alone(shop: Shop, staff: Sign) -> None:
    shop.add_article("A-1")
    mine, other = staff("product"), staff("sales")
    keep(mine, save="1", name="For all", query="status=active", is_shared="1")
    keep(mine, save="1", name="Mine alone", query="status=draft")
    view = ListLayout.objects.get(name="For all")

    seen = other.get(address()).content.decode()
    tried = keep(other, forget=str(view.uuid))
    kept = ListLayout.objects.count()
    keep(mine, forget=str(view.uuid))

    assert ("For all" in seen, "Mine alone" in seen) == (True, False)
    assert (tried.status_code, kept, ListLayout.objects.count()) == (404, 2, 1)


def test_a_view_without_a_name_is_refused_and_nothing_kept(shop: Shop, staff: Sign) -> None:
    product = staff("product")

    answer = keep(product, save="1", name="  ", query="status=draft")

    assert "Fill this in." in told(product.get(answer["Location"]))
    assert not ListLayout.objects.exists()


def test_a_list_that_is_none_is_not_there(shop: Shop, staff: Sign) -> None:
    product = staff("product")

    answers = [
        send(product, reverse("backoffice:list_layout", args=[name])).status_code for name in ("staff_none", "x")
    ]

    assert answers == [404, 404]
