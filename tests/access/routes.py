"""Every address there is, from Django's own resolver."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver
from django.utils import translation


@dataclass(frozen=True)
class Route:
    """An address: its full name, its pattern, the view behind it, and the package the view is from."""

    name: str
    pattern: str
    view: Callable[..., Any]

    @property
    def namespace(self) -> str:
        return self.name.rpartition(":")[0]

    @property
    def local_name(self) -> str:
        return self.name.rpartition(":")[2]

    @property
    def package(self) -> str:
        view = getattr(self.view, "view_class", None) or self.view
        return ".".join(getattr(view, "__module__", "").split(".")[:2])

    @property
    def is_ours(self) -> bool:
        return self.package.startswith("truso.") or hasattr(self.view, "access")


def _walk(patterns: list[URLPattern | URLResolver], prefix: str, namespace: str) -> Iterator[Route]:
    for one in patterns:
        pattern = prefix + str(one.pattern)
        if isinstance(one, URLResolver):
            inner = f"{namespace}{one.namespace}:" if one.namespace else namespace
            yield from _walk(one.url_patterns, pattern, inner)
        else:
            yield Route(f"{namespace}{one.name or ''}", pattern, one.callback)


@lru_cache(maxsize=1)
def routes() -> tuple[Route, ...]:
    """Return every address; those under a language once, in English."""
    with translation.override("en"):
        found = _walk(get_resolver().url_patterns, "", "")
        return tuple({(route.name, route.pattern): route for route in found}.values())
