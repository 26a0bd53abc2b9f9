"""Whatever is typed into any form of any page gets an ordinary answer: no failure, nothing half written.

Each form of each page is found on the page itself, as the company's administrator, a consumer or an administrator of the
shop sees it, and sent with a strange text in every field that takes text. CI sends each form two texts that are the same
each time; ASSURE=1 sends all of them.
"""

from __future__ import annotations

import os
import random
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlencode, urljoin, urlsplit

import pytest
from django.db import transaction
from django.test import Client
from django.urls import Resolver404, resolve
from lxml import html

from tests.access.calling import address
from tests.access.expectations import EXPECTATIONS
from tests.access.kinds import Expectation
from tests.access.routes import routes
from tests.access.staff_lists import STAFF_LISTS
from tests.access.world import World
from truso.platform.shortlived import forget

FULL = os.environ.get("ASSURE") == "1"
STRANGE = (
    "\x00", "a\x00b", "\x01\x02\x1f\x7f", "\u202ederipxe\u202c", "\u200b\ufeff", "\U0010ffff", "'; drop table orders;--",
    "<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "{{ 7*7 }}{% now 'Y' %}", "%s%n%00", "${x}", "../../etc/passwd",
    "NaN", "Infinity", "-1", "1e999", "0x10", "99999999999999999999999999", "٣٤", "½", "1,5,5", "0", "2026-02-30", "9999-12-31",
    "0001-01-01", "00000000-0000-4000-8000-000000000000", "[]", "{}", "null", "true", "\r\n", " ", "-", "*", "(", "\\", "a" * 10_000,
    "ı" * 300, "🙂" * 100, "1\t2\n3;4\n", "=cmd|' /C calc'!A0", "İ", "ſ", "@", "a@b", "http://[", "javascript:alert(1)",
)  # fmt: skip
TYPED = {"text", "search", "number", "email", "tel", "url", "date", "datetime-local", "password", ""}
WHO = ("admin", "consumer", "staff_full")
# What a form does goes out of the house, or ends the caller's session for the forms that follow.
LEFT_OUT = {"account_logout", "wagtailadmin_logout", "demo:sign_in"}


@dataclass(frozen=True)
class Form:
    """A form as it stands on a page: where it goes, how, what is filled in, and which fields take typed text."""

    action: str
    method: str
    filled: tuple[tuple[str, str], ...]
    typed: tuple[str, ...]

    @property
    def kind(self) -> tuple[object, ...]:
        return _name_of(self.action), self.method, self.typed, tuple(sorted({name for name, _ in self.filled}))


def _name_of(path: str) -> str:
    try:
        return resolve(urlsplit(path).path).view_name
    except Resolver404:
        return path


def _forms(page: bytes, at: str) -> Iterator[Form]:
    root = html.document_fromstring(page.decode())
    for form in root.iter("form"):
        action = urljoin(at, form.get("action") or at)
        typed = [field.get("name") for field in form.iter("textarea") if field.get("name")]
        filled = []
        for field in form.iter("input"):
            kind, name = field.get("type", "text"), field.get("name")
            if name and kind in TYPED:
                typed.append(name)
            elif name and (kind == "hidden" or (kind in {"checkbox", "radio"} and field.get("checked") is not None)):
                filled.append((name, field.get("value", "on")))
        for field in form.iter("select"):
            chosen = field.xpath(".//option[@selected]/@value") or field.xpath(".//option/@value")[:1]
            filled += [(field.get("name"), value) for value in chosen if field.get("name")]
        if typed:
            yield Form(action, (form.get("method") or "get").upper(), tuple(filled), tuple(dict.fromkeys(typed)))


def _send(client: Client, form: Form, text: str) -> int:
    """Send a form with a text in every field that takes one, and undo what it did."""
    values = [(name, value) for name, value in form.filled if name != "csrfmiddlewaretoken"]
    values += [(name, text) for name in form.typed]
    undone = transaction.atomic()
    undone._from_testcase = True
    with undone:
        if form.method == "POST":
            data: dict[str, list[str]] = {}
            for name, value in values:
                data.setdefault(name, []).append(value)
            answer = client.post(form.action, data, headers={"Accept-Language": "en"})
        else:
            address = f"{urlsplit(form.action).path}?{urlencode(values, errors='surrogatepass')}"
            answer = client.get(address, headers={"Accept-Language": "en"})
        transaction.set_rollback(True)
    client.cookies.pop("messages", None)
    forget()
    return answer.status_code


def _page(client: Client, path: str) -> bytes:
    answer = client.get(path, headers={"Accept-Language": "en"})
    if answer.streaming:
        b"".join(answer.streaming_content)
        return b""
    return answer.content if answer.status_code == 200 and "html" in answer.headers.get("Content-Type", "") else b""


def _check(world: World, actor: str, path: str, met: set[tuple[object, ...]]) -> list[str]:
    client = world.actors[actor]
    page = _page(client, path)
    wrong = []
    for form in _forms(page, path) if page.strip() else ():
        if form.kind in met or _name_of(form.action) in LEFT_OUT or "//" in form.action:
            continue
        met.add(form.kind)
        chance = random.Random(repr(form.kind))
        for text in STRANGE if FULL else chance.sample(STRANGE, 2):
            try:
                status = _send(client, form, text)
            except Exception as problem:
                wrong.append(
                    f"{actor} {form.method} {form.action} with {text[:40]!r}: {type(problem).__name__} {problem}"[:400]
                )
                continue
            if status >= 500:
                wrong.append(f"{actor} {form.method} {form.action} with {text[:40]!r}: {status}")
    return wrong


@pytest.fixture(scope="module")
def met() -> set[tuple[object, ...]]:
    """The forms that have been tried: most pages have the same ones at their head and foot."""
    return set()


PAGES = {name: one for name, one in EXPECTATIONS.items() if not one.kind.startswith("api") and not one.nothing}


@pytest.mark.parametrize("name", PAGES)
def test_the_forms_of_a_page_take_any_text(world: World, met: set[tuple[object, ...]], name: str) -> None:
    expected: Expectation = PAGES[name]
    actors = WHO[2:] if expected.kind == "staff" else WHO[:2]
    assert [
        problem for actor in actors for problem in _check(world, actor, address(world, name, expected, "a", actor), met)
    ] == []


@pytest.mark.parametrize("namespace", STAFF_LISTS)
def test_the_forms_of_a_staff_list_take_any_text(world: World, met: set[tuple[object, ...]], namespace: str) -> None:
    pages = [
        route for route in routes() if route.namespace == namespace and route.local_name in {"index", "list", "add"}
    ]
    paths = ["/" + route.pattern for route in pages if "<" not in route.pattern]
    assert [problem for path in paths for problem in _check(world, "staff_full", path, met)] == []
