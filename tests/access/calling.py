"""Calling an address as somebody, and what the answer means."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils import translation

from tests.access.kinds import Expectation
from tests.access.world import World
from truso.platform.shortlived import forget
from truso.platform.signatures import link_token

OPEN, SIGN_IN, HIDDEN, FORBIDDEN = "open", "asks to sign in", "hidden", "forbidden"
LOGINS = ("/account/login/", "/staff/login/")
_CHANGING = re.compile(
    rb'(name="csrfmiddlewaretoken" value="[^"]*"|nonce="[^"]*"|"csrf[^"]*": "[^"]*"|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})'
)


@dataclass(frozen=True)
class Answer:
    """An answer: its status, where it leads, and its text with what differs from call to call taken out."""

    status: int
    location: str
    body: bytes
    headers: str
    path: str = ""

    @property
    def meaning(self) -> str:
        """Return what the answer says about access."""
        if self.status == 401 or any(self.location.startswith(login) for login in LOGINS):
            return SIGN_IN
        turned_away = self.location == "/staff/" and not self.path.startswith("/staff/login/")
        if self.status == 403 or turned_away:
            return FORBIDDEN
        return HIDDEN if self.status == 404 else OPEN

    @property
    def shape(self) -> tuple[int, bytes]:
        """Return what must be equal for two records that are both not there for a reader."""
        asked_for = self.path.partition("?")[0].removeprefix("/en").encode()
        return self.status, _CHANGING.sub(b"", self.body.replace(asked_for, b""))

    def holds(self, marker: str) -> bool:
        """Tell whether a tenant's marker is anywhere in the answer."""
        return marker.lower().encode() in self.body.lower() or marker.lower() in self.headers.lower()


def address(world: World, name: str, expected: Expectation, tenant: str, actor: str = "") -> str:
    """Return the address about a tenant's record (`a`, `b`), or about one that does not exist (`none`).

    The guest comes by the link to A's order; everybody else has no link.
    """
    values = dict(expected.values)
    for place, (parameter, record) in enumerate(expected.about.items()):
        known = world.tenants["a" if tenant == "none" else tenant].ids[record]
        values[parameter] = _unknown(known) if tenant == "none" and place == 0 else known
    with translation.override("en"):
        found = reverse(name, kwargs=values or None)
    if expected.linked and actor == "guest":
        holder = world.tenants["a"].ids[next(iter(expected.about.values()))]
        found += f"?token={link_token('order', holder)}"
    return found


def _unknown(known: Any) -> Any:
    if isinstance(known, UUID):
        return uuid4()
    return 999_999_999 if isinstance(known, int) else "no-such-thing"


def call(client: Client, method: str, path: str, headers: dict[str, str] | None = None) -> Answer:
    """Call an address and undo what the call did."""
    body: dict[str, Any] = {}
    if "/api/" in path and method in {"POST", "PUT", "PATCH"}:
        body = {"data": json.dumps({}), "content_type": "application/json"}
    undone = transaction.atomic()
    undone._from_testcase = True  # it stands for the test's own transaction: calls may go out of the house within
    with undone:
        response = client.generic(method, path, headers={"Accept-Language": "en", **(headers or {})}, **body)
        content = b"".join(response.streaming_content) if response.streaming else response.content
        transaction.set_rollback(True)
    # What a call said to its next page is taken back too: a cookie carries it.
    client.cookies.pop("messages", None)
    forget()
    return Answer(
        response.status_code,
        response.headers.get("Location", ""),
        content,
        " ".join(f"{name}: {value}" for name, value in response.headers.items()),
        path,
    )
