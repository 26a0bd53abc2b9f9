"""Addresses of the shop's pages, each put together once: a page shows some fifty."""

from __future__ import annotations

from functools import lru_cache

from django.urls import reverse
from django.utils.translation import get_language

MOST_KEPT = 10_000


@lru_cache(maxsize=MOST_KEPT)
def _address(language: str, name: str, arguments: tuple[tuple[str, str], ...]) -> str:
    return reverse(name, kwargs=dict(arguments))


def address_of(name: str, **arguments: str) -> str:
    """Return the address of a page in the language being spoken."""
    return _address(get_language() or "en", name, tuple(arguments.items()))
