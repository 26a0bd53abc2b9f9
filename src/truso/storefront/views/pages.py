"""What the views of the shop share."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from truso.kernel.texts import LANGUAGES
from truso.storefront.addresses import local_address


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


def in_every_language(path: str) -> dict[str, str]:
    """Return a page's addresses when only the language in front differs."""
    _, _, rest = path.lstrip("/").partition("/")
    return {code: f"/{code}/{rest}" for code in LANGUAGES}
