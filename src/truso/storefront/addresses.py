"""Addresses of the shop's pages, and where somebody may be sent on to."""

from __future__ import annotations

from functools import lru_cache
from urllib.parse import urlsplit

from django.urls import Resolver404, resolve, reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import get_language

MOST_KEPT = 10_000


def address_of(name: str, **arguments: str) -> str:
    """Return the address of a page in the language being spoken. It is put together once: a page shows some fifty."""
    return _address(get_language() or "en", name, tuple(arguments.items()))


@lru_cache(maxsize=MOST_KEPT)
def _address(language: str, name: str, arguments: tuple[tuple[str, str], ...]) -> str:
    return reverse(name, kwargs=dict(arguments))


def local_address(wanted: str, fallback: str = "/") -> str:
    """Return an address when it is a page of this shop, else the fallback."""
    if not wanted.startswith("/") or not url_has_allowed_host_and_scheme(wanted, allowed_hosts=None):
        return fallback
    try:
        resolve(urlsplit(wanted).path)
    except Resolver404:
        return fallback
    return wanted
