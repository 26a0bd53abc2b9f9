"""Somebody at a browser: how they sign in, buy and read, in any language, with scripts or without."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.conf import settings
from django.test import Client
from django.utils import translation

from tests.journeys.looking import Watched, sticking_out
from tests.journeys.settings import Setting
from truso.modules.identity.models import Person
from truso.storefront.formats import format_money

GUEST = {
    "email": "kari@example.com",
    "name": "Kari Nordmann",
    "street": "Storgata 1",
    "postcode": "0155",
    "city": "Oslo",
}


class Visit:
    """One browser window of somebody."""

    def __init__(self, chromium: Any, address: str, setting: Setting, person: Person | None = None) -> None:
        self.address, self.setting = address, setting
        self.context = chromium.new_context(
            viewport={"width": setting.width, "height": 900},
            java_script_enabled=setting.scripts,
            color_scheme=setting.theme,
            locale=setting.language,
            has_touch=setting.width < 500,
            accept_downloads=True,
        )
        if person:
            self.context.add_cookies(
                [{"name": settings.SESSION_COOKIE_NAME, "value": session_of(person), "url": address}]
            )
        self.page = self.context.new_page()
        self.watched = Watched(self.page)

    def open(self, path: str) -> str:
        """Open a page of the shop in the language of the visit and return its text."""
        self.page.goto(f"{self.address}/{self.setting.language}/{path}")
        return self.text()

    def text(self) -> str:
        """Return what stands on the page, with plain spaces."""
        return plain(self.page.inner_text("main"))

    def send(self, selector: str) -> None:
        """Press what leads to another page, and wait for it."""
        with self.page.expect_navigation():
            self.page.click(selector)

    def money(self, amount: str) -> str:
        """Return an amount in kroner as this reader sees it."""
        return plain(format_money(Decimal(amount), "NOK", self.setting.language))

    def says(self, text: str, **values: str) -> str:
        """Return a sentence of the shop in the language of the visit."""
        with translation.override(self.setting.language):
            return plain(translation.gettext(text) % values if values else translation.gettext(text))

    def fill(self, **fields: str) -> None:
        """Fill in fields by name."""
        for name, value in fields.items():
            self.page.fill(f"main [name={name}]", value)

    def wear(self, hat: Any) -> None:
        """Put on another hat by the switch in the header."""
        self.page.click("header details.floating > summary")
        self.send(f"header form:has([name=hat][value='{hat.uuid}']) button")

    def quick_order(self, text: str) -> None:
        """Paste a list and have it judged."""
        self.open("quick-order/")
        self.page.fill("#lines", text)
        self.send("form:has(#lines) button[type=submit]")

    def fits(self) -> None:
        """Nothing reaches out of the page at the side."""
        if self.setting.scripts:  # without them the page can't be asked
            assert sticking_out(self.page) == ""

    def end(self) -> None:
        """Close the window; nothing broke on the way."""
        self.context.close()
        assert self.watched.broken == []


def plain(text: str) -> str:
    """Return a text with single, plain spaces."""
    return " ".join(text.split())


def session_of(person: Person) -> str:
    """Return the session of somebody who has signed in."""
    client = Client()
    client.force_login(person)
    return str(client.cookies[settings.SESSION_COOKIE_NAME].value)
