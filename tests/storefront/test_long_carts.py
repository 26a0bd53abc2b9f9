"""Carts of hundreds of lines open page by page; what is in the way can be shown alone."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

import pytest

from tests.factories import Shop
from tests.storefront.shopping import browser, text_of, url
from truso.modules.cart.models import CartLine
from truso.modules.cart.operations import NewLine, add_lines
from truso.modules.catalog.models import Variant

pytestmark = pytest.mark.django_db
D = Decimal


def lines_of(html: str) -> int:
    return len(re.findall(r'name="quantity\.', html))


@pytest.fixture
def long_cart(shop: Shop) -> tuple[object, object]:
    company = shop.company()
    person = shop.member(company, "ola@example.com", "orderer")
    articles = [shop.add_article(f"A{number:03d}", price="10", stock="50") for number in range(5)]
    wishes = [NewLine(articles[row % 5].pk, D(1), f"place {row:03d}") for row in range(230)]
    buyer = shop.buyer(person, company)
    add_lines(buyer=buyer, lines=wishes)
    return browser(person, company), buyer


def test_a_long_cart_opens_a_page_at_a_time_with_the_sum_of_all(long_cart: tuple) -> None:  # type: ignore[type-arg]
    client, _ = long_cart
    first, last = client.get(url("cart")), client.get(f"{url('cart')}?page=3")
    assert (lines_of(first.content.decode()), lines_of(last.content.decode())) == (100, 30)
    assert "place 000" in first.content.decode() and "place 229" in last.content.decode()
    for answer in (first, last):
        assert "230 lines" in text_of(answer) and "2,300.00" in text_of(answer)


def test_a_change_on_a_later_page_stays_there(long_cart: tuple) -> None:  # type: ignore[type-arg]
    client, _ = long_cart
    line = CartLine.objects.get(reference="place 150")
    answer = client.post(url("cart_change"), {f"quantity.{line.uuid}": "4", "page": "2"})
    assert answer["Location"] == f"{url('cart')}?page=2"
    line.refresh_from_db()
    assert line.quantity == 4


def test_lines_to_mend_are_shown_alone_wherever_they_stand(long_cart: tuple) -> None:  # type: ignore[type-arg]
    client, _ = long_cart
    Variant.objects.filter(sku="A003").update(status="discontinued")
    page = client.get(url("cart"))
    assert "Show the 46 lines to mend" in text_of(page) and "To checkout" not in text_of(page)
    wrong = client.get(f"{url('cart')}?show=wrong").content.decode()
    assert wrong.count('class="is-wrong"') == 46
    Variant.objects.filter(sku="A003").update(status="active")
    assert lines_of(client.get(f"{url('cart')}?show=wrong").content.decode()) == 100


@pytest.mark.parametrize("page", ["0", "-1", "99", "x", "9" * 40, "²"])
def test_a_page_beyond_the_end_is_the_nearest(long_cart: tuple, page: str) -> None:  # type: ignore[type-arg]
    client, _ = long_cart
    assert client.get(url("cart"), {"page": page}).status_code == 200


SCRIPT = {"HTTP_HX_REQUEST": "true"}


@pytest.fixture
def very_long_cart(long_cart: tuple[Any, Any], monkeypatch: pytest.MonkeyPatch) -> Any:
    """The browser of somebody whose cart is too long to be added up at once."""
    monkeypatch.setattr("truso.storefront.views.cart.ADDED_UP_AT_ONCE", 200)
    return long_cart[0]


def cells(html: str, name: str) -> list[str]:
    """Return what stands in the lines' cells of a kind, without marks and spaces."""
    found = re.findall(rf'<td class="{name}[^"]*">(.*?)</td>', html, re.DOTALL)
    return [re.sub(r"<[^>]+>|\s", "", one) for one in found]


def test_a_very_long_cart_answers_a_change_with_its_lines_and_the_sum_follows(
    very_long_cart: Any,
) -> None:
    line = CartLine.objects.get(reference="place 150")

    answer = very_long_cart.post(url("cart_change"), {f"quantity.{line.uuid}": "4", "page": "2"}, **SCRIPT)

    html = answer.content.decode()
    assert (answer["HX-Retarget"], answer["HX-Reswap"]) == ("#cart-lines", "innerHTML")
    assert lines_of(html) == 100 and "Summary" not in html
    assert f'hx-get="{url("cart")}?part=sum&page=2"' in html
    follows = very_long_cart.get(url("cart"), {"part": "sum", "page": "2"}, **SCRIPT).content.decode()
    assert "2,330.00" in follows and lines_of(follows) == 0
    whole = very_long_cart.get(url("cart"), {"page": "2"}).content.decode()
    for name in ("cell-stock", "cell-price", "cell-amount"):
        assert cells(html, name) == cells(whole, name)


def test_a_very_long_carts_lines_share_what_there_is_with_lines_of_other_pages(
    very_long_cart: Any,
) -> None:
    line = CartLine.objects.get(reference="place 000")

    first = very_long_cart.post(
        url("cart_change"), {f"quantity.{line.uuid}": "9", "page": "3"}, **SCRIPT
    ).content.decode()

    assert (
        first.count('class="is-wrong"')
        == very_long_cart.get(f"{url('cart')}?page=3").content.decode().count("is-wrong")
        == 4
    )


def test_what_is_refused_in_a_very_long_cart_stands_at_its_line(
    very_long_cart: Any,
) -> None:
    line = CartLine.objects.get(reference="place 150")

    answer = very_long_cart.post(url("cart_change"), {f"quantity.{line.uuid}": "many", "page": "2"}, **SCRIPT)

    assert answer.status_code == 422
    assert 'value="many"' in answer.content.decode()
