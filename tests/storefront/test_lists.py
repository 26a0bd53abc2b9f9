"""Lists on pages: made, pasted into, changed, ordered from, counted, shared; favorites and suggestions."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

import pytest

from tests.factories import Shop
from tests.storefront.shopping import browser, hidden, put_in_cart, text_of, url
from truso.modules.cart.lists.operations import ListFields, put_in_list, save_list
from truso.modules.cart.lists.queries import items_of
from truso.modules.cart.models import ArticleList, Cart, CartLine
from truso.modules.cart.operations import NewLine
from truso.modules.catalog.models import Variant
from truso.modules.customers.models import Address

pytestmark = pytest.mark.django_db
D = Decimal


@pytest.fixture
def firm(shop: Shop) -> dict[str, Any]:
    company = shop.company()
    ola, anne = (shop.member(company, f"{name}@example.com", "orderer") for name in ("ola", "anne"))
    viewer = shop.member(company, "vera@example.com", "viewer")
    for sku in ("A1", "A2"):
        shop.add_article(sku, stock="50", price="10")
    shop.add_article("PACK", stock="500", quantity_multiple=100, minimum_quantity=100)
    return {
        "company": company,
        "ola": browser(ola, company),
        "anne": browser(anne, company),
        "viewer": browser(viewer, company),
        "buyer": shop.buyer(ola, company),
    }


def kept(firm: dict[str, Any], shop: Shop, *lines: tuple[str, str], **fields: Any) -> ArticleList:
    made = save_list(buyer=firm["buyer"], fields=ListFields("Van", **fields))
    wishes = [NewLine(shop.variants[sku].pk, D(quantity)) for sku, quantity in lines]
    return put_in_list(buyer=firm["buyer"], uuid=made.uuid, lines=wishes) if wishes else made


def cart() -> list[tuple[str, Decimal, str]]:
    rows = CartLine.objects.filter(cart__state="open").order_by("position")
    return list(rows.values_list("variant__sku", "quantity", "reference"))


def test_a_list_is_made_with_name_site_and_sharing(shop: Shop, firm: dict[str, Any]) -> None:
    address = Address.objects.filter(customer=firm["company"]).first()
    assert address
    typed = {"name": "Van 7", "project": "Quay 14", "sharing": "used", "address": str(address.uuid)}

    answer = firm["ola"].post(url("lists"), typed, follow=True)

    assert "Van 7" in text_of(answer) and "Quay 14" in text_of(answer)
    made = ArticleList.objects.get()
    assert (made.sharing, made.address) == ("used", address)
    assert "Van 7" in text_of(firm["anne"].get(url("lists")))


def test_a_list_without_a_name_is_refused_and_keeps_what_was_typed(firm: dict[str, Any]) -> None:
    answer = firm["ola"].post(url("lists"), {"name": " ", "project": "Quay 14"})
    assert (answer.status_code, 'value="Quay 14"' in answer.content.decode()) == (422, True)
    assert not ArticleList.objects.exists()


def test_pasted_lines_go_in_and_those_that_name_nothing_come_back(shop: Shop, firm: dict[str, Any]) -> None:
    made = kept(firm, shop)

    answer = firm["ola"].post(url("list_paste", made.uuid), {"lines": "A1 5\nNOPE 3\nPACK 150"})

    assert [(item.variant_id, item.quantity) for item in items_of(made)] == [
        (shop.variants["A1"].pk, 5),
        (shop.variants["PACK"].pk, 150),
    ]
    page = answer.content.decode()
    assert answer.status_code == 422
    assert re.search(r"<textarea[^>]*>NOPE 3</textarea>", page)
    assert "The nearest quantity is 200" in page


def test_all_of_a_list_goes_into_the_cart_and_what_cannot_is_shown_to_be_mended(
    shop: Shop, firm: dict[str, Any]
) -> None:
    made = kept(firm, shop, ("A1", "5"), ("PACK", "150"))
    page = firm["ola"].get(url("list", made.uuid)).content.decode()

    answer = firm["ola"].post(url("list", made.uuid), {"do": "all", "key": hidden(page, "key")})

    assert cart() == [("A1", 5, "")]
    text = text_of(answer)
    assert "1 line is in your cart." in text and "Change to 200" in text
    firm["ola"].post(url("list", made.uuid), {"do": "all", "key": hidden(page, "key")})
    assert cart() == [("A1", 5, "")]  # sent twice


def test_chosen_lines_go_in_with_the_quantity_typed_and_the_list_keeps_its_own(
    shop: Shop, firm: dict[str, Any]
) -> None:
    made = kept(firm, shop, ("A1", "5"), ("A2", "7"))
    line = items_of(made)[1]

    answer = firm["ola"].post(
        url("list", made.uuid), {"do": "take", "take": str(line.uuid), f"quantity.{line.uuid}": "2", "key": "k1"}
    )

    assert answer.status_code == 302
    assert cart() == [("A2", 2, "")]
    assert [item.quantity for item in items_of(made)] == [5, 7]


def test_a_lists_site_goes_along_to_the_checkout(shop: Shop, firm: dict[str, Any]) -> None:
    address = Address.objects.filter(customer=firm["company"]).first()
    assert address
    made = kept(firm, shop, ("A1", "5"), project="Quay 14", address=address.uuid)
    firm["ola"].post(url("list", made.uuid), {"do": "all", "key": "k1"})
    assert Cart.objects.get(state="open").checkout_data == {"reference": "Quay 14", "address": str(address.uuid)}


def test_counting_a_shelf_orders_what_is_missing(shop: Shop, firm: dict[str, Any]) -> None:
    made = kept(firm, shop, ("A1", "5"), ("A2", "7"), ("PACK", "100"))
    first, second, third = items_of(made)
    page = url("list", made.uuid)
    firm["ola"].post(page, {"do": "save", f"minimum.{first.uuid}": "10", f"minimum.{second.uuid}": "3"})
    assert [item.minimum for item in items_of(made)] == [10, 3, None]

    answer = firm["ola"].post(
        page, {"do": "shelf", f"shelf.{first.uuid}": "1", f"shelf.{second.uuid}": "4", f"shelf.{third.uuid}": "0"}
    )

    html = answer.content.decode()
    assert re.findall(r'name="code\.\d+" value="([^"]*)"', html) == ["A1"]
    assert re.findall(r'name="quantity\.\d+" value="([^"]*)"', html) == ["9"]  # ten wanted, one there
    enough = firm["ola"].post(page, {"do": "shelf", f"shelf.{first.uuid}": "10"}, follow=True)
    assert "There is enough of everything you counted." in text_of(enough)
    wrong = firm["ola"].post(page, {"do": "shelf", f"shelf.{first.uuid}": "many"})
    assert (wrong.status_code, "Write the quantity as a number." in text_of(wrong)) == (422, True)


def test_what_cannot_be_read_stays_in_its_field_and_nothing_is_saved(shop: Shop, firm: dict[str, Any]) -> None:
    made = kept(firm, shop, ("A1", "5"), ("A2", "7"))
    first, second = items_of(made)

    answer = firm["ola"].post(
        url("list", made.uuid), {"do": "save", f"quantity.{first.uuid}": "9", f"quantity.{second.uuid}": "seven"}
    )

    assert (answer.status_code, 'value="seven"' in answer.content.decode()) == (422, True)
    assert [item.quantity for item in items_of(made)] == [5, 7]


def test_a_viewer_sees_a_shared_list_and_orders_nothing(shop: Shop, firm: dict[str, Any]) -> None:
    made = kept(firm, shop, ("A1", "5"), sharing="used")
    page = firm["viewer"].get(url("list", made.uuid))
    assert page.status_code == 200 and "All to the cart" not in page.content.decode()
    assert firm["viewer"].post(url("list", made.uuid), {"do": "all", "key": "k"}).status_code == 404
    assert not CartLine.objects.exists()


def test_a_cart_put_aside_is_taken_over_by_a_colleague(shop: Shop, firm: dict[str, Any]) -> None:
    put_in_cart(firm["ola"], shop.variants["A1"], "4")

    answer = firm["ola"].post(url("cart_aside"), {"name": "Roof", "sharing": "used"}, follow=True)

    made = ArticleList.objects.get()
    assert made.kind == "cart" and url("list", made.uuid) in text_of(answer)
    assert cart() == []
    firm["anne"].post(url("list", made.uuid), {"do": "all", "key": "k1"})
    assert cart() == [("A1", 4, "")]
    assert "has taken this cart over already" in text_of(firm["ola"].get(url("list", made.uuid)))


def test_a_cart_of_which_nothing_can_be_ordered_is_not_taken_over(shop: Shop, firm: dict[str, Any]) -> None:
    put_in_cart(firm["ola"], shop.variants["A1"], "4")
    firm["ola"].post(url("cart_aside"), {"name": "Roof", "sharing": "used"})
    Variant.objects.filter(sku="A1").update(status="discontinued")
    made = ArticleList.objects.get()

    firm["anne"].post(url("list", made.uuid), {"do": "all", "key": "k1"})

    made.refresh_from_db()
    assert (made.taken_at, cart()) == (None, [])


def test_back_in_the_browser_another_choice_is_another_order(shop: Shop, firm: dict[str, Any]) -> None:
    made = kept(firm, shop, ("A1", "5"), ("A2", "7"))
    first, second = items_of(made)
    for line in (first, second, second):  # the last is a double click
        firm["ola"].post(url("list", made.uuid), {"do": "take", "take": str(line.uuid), "key": "k1"})

    assert cart() == [("A1", 5, ""), ("A2", 7, "")]


def test_the_heart_puts_an_article_among_the_favorites_and_takes_it_out(shop: Shop, firm: dict[str, Any]) -> None:
    variant: Variant = shop.variants["A1"]
    firm["ola"].post(url("favorite"), {"variant": str(variant.uuid), "on": "1"})
    page = firm["ola"].get(url("favorites"), follow=True)
    assert "A1" in text_of(page)
    product = firm["ola"].get(f"/en/p/{variant.product.texts.get(language='en').slug}/").content.decode()
    assert 'aria-pressed="true"' in product

    part = (
        firm["ola"]
        .post(url("favorite"), {"variant": str(variant.uuid), "on": "0"}, headers={"hx-request": "true"})
        .content.decode()
    )

    assert 'aria-pressed="false"' in part
    assert not items_of(ArticleList.objects.get())


def test_a_list_is_handed_out_as_csv_that_a_quick_order_reads(shop: Shop, firm: dict[str, Any]) -> None:
    made = kept(firm, shop, ("A1", "5"), ("PACK", "100"))
    content = firm["ola"].get(url("list_file", made.uuid)).content.decode("utf-8-sig").splitlines()
    assert [line.split(";")[:2] for line in content] == [["Article number", "Quantity"], ["A1", "5"], ["PACK", "100"]]


def test_lines_of_an_old_order_are_chosen_and_mended(shop: Shop, firm: dict[str, Any]) -> None:
    from tests.factories import checkout_fields
    from truso.modules.cart.operations import add_lines
    from truso.processes.place_order import place_order
    from truso.processes.review import CheckoutData

    add_lines(
        buyer=firm["buyer"],
        lines=[NewLine(shop.variants["A1"].pk, D(3), "site"), NewLine(shop.variants["A2"].pk, D(2))],
    )
    order = place_order(buyer=firm["buyer"], data=CheckoutData.read(checkout_fields(payment="invoice")))
    Variant.objects.filter(sku="A2").update(status="discontinued")

    html = firm["ola"].get(url("reorder", order.uuid)).content.decode()

    assert re.findall(r'name="code\.\d+" value="([^"]*)"', html) == ["A1", "A2"]
    assert re.findall(r'<tr class="is-(\w+)">', html) == ["good", "wrong"]
    assert cart() == []
