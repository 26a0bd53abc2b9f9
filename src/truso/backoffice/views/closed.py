"""Addresses of Wagtail's that the shop answers itself."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from truso.platform.access import public


@public
def nothing(request: HttpRequest, area: str, rest: str) -> HttpResponse:
    """Answer that there is nothing, to administrators too."""
    raise Http404


@public
def forgotten_password(request: HttpRequest) -> HttpResponse:
    """Lead to the shop's own way to a new password: it also writes to people who have none yet."""
    return redirect("account_reset_password")
