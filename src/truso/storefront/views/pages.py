"""What the views of the shop share."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import Resolver404, resolve
from django.utils.http import url_has_allowed_host_and_scheme

from truso.kernel.texts import LANGUAGES


def render_page(
    request: HttpRequest,
    template: str,
    context: Mapping[str, Any],
    *,
    canonical: str | None = None,
    alternates: Mapping[str, str] | None = None,
    status: int = 200,
) -> HttpResponse:
    """Render a page. `canonical` is its one address for search engines; `alternates` its addresses by language."""
    if canonical:
        request.canonical = canonical  # type: ignore[attr-defined]
    if alternates is not None:
        request.alternates = alternates  # type: ignore[attr-defined]
    return render(request, template, dict(context), status=status)


def safe_next(request: HttpRequest, fallback: str = "/") -> str:
    """Return the address to go back to, if it is one of ours; never another site's."""
    return local_address(request.POST.get("next") or request.GET.get("next") or "", fallback)


def local_address(wanted: str, fallback: str = "/") -> str:
    """Return an address when it is a page of this shop, else the fallback."""
    if not wanted.startswith("/") or not url_has_allowed_host_and_scheme(wanted, allowed_hosts=None):
        return fallback
    try:
        resolve(urlsplit(wanted).path)
    except Resolver404:
        return fallback
    return wanted


def in_every_language(path: str) -> dict[str, str]:
    """Return a page's addresses when only the language in front differs."""
    _, _, rest = path.lstrip("/").partition("/")
    return {code: f"/{code}/{rest}" for code in LANGUAGES}
