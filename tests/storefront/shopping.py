"""What the tests of the shop's pages share: a browser without scripts, and how a buyer fills in its forms."""

from __future__ import annotations

import re
from typing import Any

from django.test import Client
from django.urls import reverse
from django.utils import translation

from tests.factories import checkout_fields
from truso.modules.catalog.models import Variant
from truso.modules.customers.models import Customer
from truso.modules.identity.models import Person
from truso.platform.sessions import HAT


def url(name: str, *args: Any, **kwargs: Any) -> str:
    """Return a page's address in English."""
    with translation.override("en"):
        return reverse(f"storefront:{name}", args=args or None, kwargs=kwargs or None)


def browser(person: Person | None = None, hat: Customer | None = None) -> Client:
    """Return a browser, signed in as a person in a hat if one is given."""
    client = Client(HTTP_ACCEPT_LANGUAGE="en")
    if person:
        client.force_login(person)
    if hat:
        wear(client, hat)
    return client


def wear(client: Client, hat: Customer) -> None:
    """Put on another hat, as the switch in the header does."""
    client.post(url("switch_hat"), {"hat": str(hat.uuid)})
    assert client.session[HAT] == str(hat.uuid)


def put_in_cart(client: Client, variant: Variant, quantity: str = "1") -> Any:
    return client.post(url("cart_add"), {"variant": str(variant.uuid), "quantity": quantity, "next": url("cart")})


def hidden(html: str, name: str) -> str:
    """Return the value of a hidden field of a page."""
    found = re.search(rf'name="{name}" value="([^"]*)"', html)
    assert found, name
    return found[1]


def send_order(client: Client, **changes: str) -> Any:
    """Fill in the checkout as it is shown, and send it."""
    page = client.get(url("checkout")).content.decode()
    fields = {
        **checkout_fields(**changes),
        "checkout_id": hidden(page, "checkout_id"),
        "expected_total": hidden(page, "expected_total"),
        "place": "1",
    }
    return client.post(url("checkout"), {**fields, **changes})


def text_of(response: Any) -> str:
    """Return a page's text: no markup, single spaces."""
    html = re.sub(r"<(script|style).*?</\1>", " ", response.content.decode(), flags=re.S)
    words = re.sub(r"<[^>]+>", " ", html).replace("&nbsp;", " ").replace("\u00a0", " ")
    return re.sub(r"\s+", " ", words)
