"""A caller for tests of the API: a client, an address, a body."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client

from tests.factories import Shop, checkout_fields
from truso.modules.customers.models import Customer
from truso.modules.identity.models import Person
from truso.modules.identity.operations import create_api_key

ALL_SCOPES = ("catalog", "cart", "orders", "invoices")


@dataclass
class Caller:
    """Calls the API with the same headers each time."""

    headers: dict[str, str] = field(default_factory=dict)
    client: Client = field(default_factory=lambda: Client(raise_request_exception=False))

    def call(self, method: str, path: str, body: Any = None, **headers: str) -> HttpResponse:
        """Call an address below /api/v1/; header names are written with underscores."""
        extra: dict[str, Any] = {}
        if body is not None:
            content = body if isinstance(body, bytes) else json.dumps(body)
            extra = {"data": content, "content_type": "application/json"}
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return self.client.generic(method, f"/api/v1/{path}", headers={**self.headers, **named}, **extra)

    def get(self, path: str, **headers: str) -> HttpResponse:
        return self.call("GET", path, **headers)

    def post(self, path: str, body: Any = None, **headers: str) -> HttpResponse:
        return self.call("POST", path, body, **headers)


def key_for(person: Person, customer: Customer | None = None, *scopes: str) -> Caller:
    """Return a caller with an API key of a person, bound to a customer when one is named."""
    _, secret = create_api_key(
        person=person, name="test", scopes=scopes or ALL_SCOPES, customer_uuid=customer.uuid if customer else None
    )
    return Caller({"Authorization": f"Bearer {secret}"})


def visitor() -> Caller:
    """Return a visitor with a cart of their own."""
    return Caller({"Truso-Visitor": Caller().post("visitors").json()["token"]})


@pytest.fixture
def stocked(shop: Shop) -> Shop:
    """A shop with three articles: a step price, one sold in tens, one that is gone."""
    shop.add_article("A-1", price="159.20")
    shop.add_article("TEN", price="10", stock="500", quantity_multiple=10, minimum_quantity=10)
    shop.add_article("GONE", price="5", stock="0")
    return shop


def order_body(**changes: Any) -> dict[str, Any]:
    """Return what a buyer in Norway sends to order on invoice."""
    fields: dict[str, Any] = {**checkout_fields(payment="invoice"), "terms_accepted": True, **changes}
    return fields
