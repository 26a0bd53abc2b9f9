"""Who acts through a page, and the one way pages open a write."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import contextmanager

from django.http import HttpRequest

from truso.kernel.buyer import Buyer
from truso.modules.customers.queries import list_hats
from truso.platform.database.transactions import Actor, write
from truso.platform.sessions import VISITOR
from truso.processes.visit import ask_for_buyer, buyer_on

__all__ = ["actor_of", "buyer_on", "ensure_visitor", "look_again", "writing"]


def actor_of(request: HttpRequest) -> Actor:
    """Return who acts, for the audit trail."""
    buyer = buyer_on(request)
    return Actor(
        person_id=buyer.person_id,
        staff_id=buyer.staff_id,
        customer_id=buyer.customer_id,
        address=request.META.get("REMOTE_ADDR", ""),
        label="storefront",
    )


@contextmanager
def writing(request: HttpRequest) -> Iterator[None]:
    """Open the request's transaction."""
    with write(actor_of(request)):
        yield


def ensure_visitor(request: HttpRequest) -> Buyer:
    """Return the buyer, with a key for a cart of their own when it is a visitor's first."""
    if not request.user.is_authenticated and not request.session.get(VISITOR):
        request.session[VISITOR] = secrets.token_urlsafe(24)
        look_again(request)
    return buyer_on(request)


def look_again(request: HttpRequest) -> None:
    """Look up anew who is buying, after signing in or starting a cart."""
    hats = list_hats(request.user.pk) if request.user.is_authenticated else []
    request.hats = hats  # type: ignore[attr-defined]
    ask_for_buyer(request)
