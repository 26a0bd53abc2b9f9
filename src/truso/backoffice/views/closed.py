"""Addresses of Wagtail's that the shop answers itself."""

from __future__ import annotations

from django.contrib.auth.views import redirect_to_login
from django.contrib.messages import get_messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_safe

from truso.backoffice.roles import ACCESS
from truso.platform.access import public


@public
def nothing(request: HttpRequest, area: str, rest: str) -> HttpResponse:
    """Answer that there is nothing, to administrators too."""
    raise Http404


@public
@require_safe
def sign_in(request: HttpRequest) -> HttpResponse:
    """Lead to the one page everybody signs in by, and those who have signed in to where they wanted; customers find nothing."""
    wanted = request.GET.get("next", "")
    if not url_has_allowed_host_and_scheme(wanted, allowed_hosts=None):
        wanted = reverse("wagtailadmin_home")
    if not request.user.is_authenticated:
        return redirect_to_login(wanted, reverse("account_login"))
    list(get_messages(request))  # the shell's own words on this would show up in the shop
    if not request.user.has_perm(ACCESS):
        raise Http404
    return redirect(wanted)


@public
def forgotten_password(request: HttpRequest) -> HttpResponse:
    """Lead to the shop's own way to a new password: it also writes to people who have none yet."""
    return redirect("account_reset_password")
