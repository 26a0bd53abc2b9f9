"""Carts: found by their hat, filled all or none, merged at sign-in, given back when an order comes to nothing."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction

from tests.factories import Shop, checkout_fields
from truso.kernel.buyer import Buyer
from truso.kernel.refusals import Refused
from truso.modules.cart.joining import reopen_cart, take_over_visitor_cart
from truso.modules.cart.models import Cart
from truso.modules.cart.operations import (
    NewLine,
    add_lines,
    change_line,
    open_cart,
    submit_cart,
)
from truso.modules.cart.queries import find_cart, list_items, owns_checkout
from truso.modules.catalog.models import Variant
from truso.platform.shortlived import forget
from truso.processes.checkout import review_checkout
from truso.processes.review import CheckoutData

pytestmark = pytest.mark.django_db
D = Decimal


def add(buyer: Buyer, variant: Variant, quantity: str = "1", reference: str = "") -> Cart:
    return add_lines(buyer=buyer, lines=[NewLine(variant.pk, D(quantity), reference)])


def content(buyer: Buyer) -> list[tuple[int, Decimal, str]]:
    return [(item.variant_id, item.quantity, item.reference) for item in list_items(find_cart(buyer))]


@pytest.fixture
def goods(shop: Shop) -> tuple[Variant, Variant]:
    return shop.add_article("A1", stock="100"), shop.add_article("A2", stock="100")


@pytest.fixture
def orderer(shop: Shop) -> Buyer:
    company = shop.company()
    return shop.buyer(shop.member(company, "ola@example.com", "orderer"), company)


def test_the_same_article_and_reference_adds_up_and_another_reference_stands_apart(
    orderer: Buyer, goods: tuple[Variant, Variant]
) -> None:
    first, second = goods
    for reference in ("", "site 1", "", "site 1"):
        add(orderer, first, "2", reference)
    add(orderer, second, "0.5" if second.quantity_multiple < 1 else "1")
    assert content(orderer) == [(first.pk, 4, ""), (first.pk, 4, "site 1"), (second.pk, 1, "")]


def test_one_wrong_line_leaves_the_cart_as_it_was(shop: Shop, goods: tuple[Variant, Variant]) -> None:
    buyer = shop.visitor()
    packed = shop.add_article("A3", quantity_multiple=10, minimum_quantity=10)
    add(buyer, goods[0], "2")
    with pytest.raises(Refused) as refused:
        add_lines(
            buyer=buyer,
            lines=[
                NewLine(goods[1].pk, D(1), key="rows.1"),
                NewLine(packed.pk, D(15), key="rows.2"),
                NewLine(0, D(1), key="rows.3"),
                NewLine(goods[0].pk, D(-1), key="rows.4"),
            ],
        )
    assert [(one.code, one.subject) for one in refused.value.refusals] == [
        ("quantity_not_multiple", "rows.2"),
        ("article_not_found", "rows.3"),
        ("quantity_not_positive", "rows.4"),
    ]
    assert content(buyer) == [(goods[0].pk, 2, "")]


def test_what_a_quantity_would_become_is_what_is_checked(shop: Shop) -> None:
    limited = shop.add_article("A1", maximum_quantity=5)
    buyer = shop.visitor()
    add(buyer, limited, "3")
    with pytest.raises(Refused, match="quantity_above_maximum"):
        add(buyer, limited, "3")
    assert content(buyer) == [(limited.pk, 3, "")]


def test_a_visitors_cart_joins_the_hats_at_sign_in(shop: Shop, goods: tuple[Variant, Variant]) -> None:
    first, second = goods
    buyer = shop.buyer(shop.consumer())
    add(buyer, first, "2")
    add(shop.visitor("visitor-2"), second, "7")
    visitor = shop.visitor("visitor-1")
    add(visitor, first, "3")
    add(visitor, second, "1")

    take_over_visitor_cart(buyer=buyer, session_key="visitor-1")

    assert content(buyer) == [(first.pk, 5, ""), (second.pk, 1, "")]
    assert find_cart(visitor) is None
    assert content(shop.visitor("visitor-2")) == [(second.pk, 7, "")]


def test_a_hat_that_may_not_order_takes_no_cart_over(shop: Shop, goods: tuple[Variant, Variant]) -> None:
    company = shop.company()
    viewer = shop.buyer(shop.member(company, "vera@example.com", "viewer"), company)
    visitor = shop.visitor("visitor-1")
    add(visitor, goods[0])
    take_over_visitor_cart(buyer=viewer, session_key="visitor-1")
    assert (find_cart(viewer), len(content(visitor))) == (None, 1)


def test_nothing_is_taken_over_from_an_empty_or_missing_cart(shop: Shop) -> None:
    buyer = shop.buyer(shop.consumer())
    open_cart(buyer=shop.visitor("visitor-1"))
    for key in ("visitor-1", "visitor-9", ""):
        take_over_visitor_cart(buyer=buyer, session_key=key)
    assert find_cart(buyer) is None


def test_a_submitted_cart_is_nobodys_open_one_and_comes_back_under_a_new_checkout(
    orderer: Buyer, goods: tuple[Variant, Variant]
) -> None:
    cart = add(orderer, goods[0], "2")
    submit_cart(cart=cart)
    assert find_cart(orderer) is None
    assert owns_checkout(orderer, cart.checkout_id)

    reopen_cart(checkout_id=cart.checkout_id)

    again = find_cart(orderer)
    assert again is not None and again.pk == cart.pk and again.checkout_id != cart.checkout_id
    assert content(orderer) == [(goods[0].pk, 2, "")]
    reopen_cart(checkout_id=cart.checkout_id)  # told twice
    assert content(orderer) == [(goods[0].pk, 2, "")]


def test_a_cart_given_back_joins_the_one_filled_meanwhile(orderer: Buyer, goods: tuple[Variant, Variant]) -> None:
    first, second = goods
    old = add(orderer, first, "2")
    add(orderer, second, "1")
    submit_cart(cart=old)
    new = add(orderer, second, "4")

    for _time in range(2):
        reopen_cart(checkout_id=old.checkout_id)
        assert content(orderer) == [(second.pk, 5, ""), (first.pk, 2, "")]
    assert Cart.objects.get(state="open").pk == new.pk


def test_a_line_with_nothing_left_is_gone_and_a_foreign_one_is_not_found(
    shop: Shop, orderer: Buyer, goods: tuple[Variant, Variant]
) -> None:
    cart = add(orderer, goods[0], "2")
    line = cart.lines.get()
    with pytest.raises(Exception, match="line"):
        change_line(buyer=shop.visitor(), line_uuid=line.uuid, quantity=D(9))
    change_line(buyer=orderer, line_uuid=line.uuid, quantity=D(0))
    assert content(orderer) == []


@pytest.mark.parametrize(
    ("statement", "guard"),
    [
        ("update cart_cartline set quantity = 0", "cart_line_quantity"),
        ("update cart_cart set session_key = ''", "cart_of_one"),
        ("update cart_cart set state = 'open', session_key = 'visitor-1'", "cart_one_open_per_visitor"),
    ],
)
def test_the_tables_themselves_refuse_what_can_not_be(
    shop: Shop, goods: tuple[Variant, Variant], statement: str, guard: str
) -> None:
    for name in ("visitor-1", "visitor-2"):
        add(shop.visitor(name), goods[0])
    with pytest.raises(IntegrityError, match=guard), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


def test_reviewing_a_checkout_takes_as_many_queries_for_one_line_as_for_fifty(
    shop: Shop, orderer: Buyer, django_assert_num_queries: Any
) -> None:
    articles = [shop.add_article(f"B{number}", stock="5").pk for number in range(50)]
    counts = []
    for size in (1, 50):
        cart = add_lines(buyer=orderer, lines=[NewLine(article, D(1)) for article in articles[:size]])
        forget()
        with django_assert_num_queries(15):
            review = review_checkout(
                orderer.at(orderer.now), CheckoutData.read(checkout_fields(payment="invoice")), cart=cart
            )
        counts.append(len(review.lines))
    assert counts == [1, 50]
