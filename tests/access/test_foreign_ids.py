"""Another's id inside one's own request: answered like one that does not exist, and nothing changes."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils import translation

from tests.access.world import MARKERS, World
from tests.api.conftest import order_body
from truso.modules.cart.models import Cart, CartLine
from truso.modules.customers.models import Address
from truso.modules.orders.models import Order
from truso.platform.shortlived import forget

Body = Callable[[Any], dict[str, Any]]


def page(name: str, **values: Any) -> str:
    with translation.override("en"):
        return reverse(f"storefront:{name}", kwargs=values or None)


# What is sent, as whom, where, and which of B's records stands in it.
API_WRITES: dict[str, tuple[str, str, Body, dict[str, str]]] = {
    "variant into the cart": ("cart/lines", "variant", lambda one: {"lines": [{"variant": one}]}, {}),
    "number into the cart": ("cart/lines", "own_sku", lambda one: {"lines": [{"sku": one}]}, {}),
    "variant to price": ("prices", "variant", lambda one: {"lines": [{"variant": one}]}, {}),
    "address to review": ("checkout/review", "address", lambda one: order_body(address=one), {}),
    "address to order": ("orders", "address", lambda one: order_body(address=one), {"Idempotency-Key": "x"}),
    "checkout to order": (
        "orders",
        "checkout",
        lambda one: order_body(checkout_id=one),
        {"Idempotency-Key": "x"},
    ),
}
PAGE_WRITES: dict[str, tuple[str, str, Body]] = {
    "variant into the cart": ("cart_add", "variant", lambda one: {"variant": one, "quantity": "1"}),
    "line to change": ("cart_change", "cart_line", lambda one: {f"quantity.{one}": "5", "line": one, "remove": one}),
    "address to order": ("checkout", "address", lambda one: {**order_body(address=one), "place": "1"}),
    "checkout to order": ("checkout", "checkout", lambda one: {**order_body(checkout_id=one), "place": "1"}),
    "hat to wear": ("switch_hat", "customer", lambda one: {"hat": one}),
}


def of(world: World, record: str) -> Any:
    if record == "checkout":
        company = world.tenants["b"].company
        return str(Cart.objects.get(customer=company, state="open").checkout_id)
    return str(world.tenants["b"].ids[record])


def made_up(known: str) -> str:
    try:
        UUID(known)
    except ValueError:
        return "NO-SUCH-1"
    return str(uuid4())


def possessions(world: World) -> tuple[Any, ...]:
    """Return everything of B's that a write could touch, and how many orders there are."""
    company = world.tenants["b"].company
    return (
        Order.objects.count(),
        sorted(CartLine.objects.filter(cart__customer=company).values_list("uuid", "quantity", "cart_id")),
        sorted(Cart.objects.filter(customer=company).values_list("uuid", "state", "checkout_id")),
        sorted(Address.objects.filter(customer=company).values_list("uuid", "is_active", "street")),
    )


def send(
    world: World, client: Client, path: str, body: dict[str, Any], headers: dict[str, str] | None
) -> tuple[int, str, bool]:
    """Send, and return the status, the text without what was sent, and whether anything is different afterwards."""
    undone = transaction.atomic()
    undone._from_testcase = True
    with undone:
        before = possessions(world)
        if headers is None:
            answer = client.post(path, body, headers={"Accept-Language": "en"})
        else:
            answer = client.post(path, json.dumps(body), content_type="application/json", headers=headers)
        changed = possessions(world) != before
        transaction.set_rollback(True)
    forget()
    return answer.status_code, answer.content.decode(), changed


@pytest.mark.parametrize("write", API_WRITES)
def test_the_api_takes_no_foreign_id(world: World, write: str) -> None:
    path, record, body, extra = API_WRITES[write]
    client, headers = world.actors["anonymous"], {**world.key_headers, **extra}
    foreign, unknown = of(world, record), made_up(of(world, record))
    client.post("/api/v1/cart/lines", '{"lines":[{"sku":"COMMON"}]}', content_type="application/json", headers=headers)

    theirs = send(world, client, f"/api/v1/{path}", body(foreign), headers)
    nobodys = send(world, client, f"/api/v1/{path}", body(unknown), headers)

    assert theirs[0] == nobodys[0] < 500
    assert theirs[1].replace(foreign, "X") == nobodys[1].replace(unknown, "X")
    assert MARKERS["b"] not in theirs[1]
    assert theirs[2] is False


@pytest.mark.parametrize("write", PAGE_WRITES)
@pytest.mark.parametrize("actor", ["orderer", "admin", "consumer", "subsidiary"])
def test_the_pages_take_no_foreign_id(world: World, actor: str, write: str) -> None:
    name, record, body = PAGE_WRITES[write]
    client, foreign = world.actors[actor], of(world, record)
    unknown = made_up(foreign)

    theirs = send(world, client, page(name), body(foreign), None)
    nobodys = send(world, client, page(name), body(unknown), None)

    assert theirs[0] == nobodys[0] < 500
    assert MARKERS["b"] not in theirs[1]
    assert theirs[2] is False
