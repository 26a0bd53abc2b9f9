"""Changing the hat, the market and the display settings."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from truso.modules.markets.queries import list_markets
from truso.platform.access import public, signed_in
from truso.platform.sessions import HAT, MARKET
from truso.storefront import display
from truso.storefront.views.pages import render_page, safe_next

YEAR = 365 * 24 * 3600


@signed_in
@require_POST
def switch_hat(request: HttpRequest) -> HttpResponse:
    """Put on another hat, if the person has it; then back to where they were, as far as the page is there for it."""
    try:
        wanted = UUID(request.POST.get("hat", ""))
    except ValueError:
        wanted = None
    hat = next((one for one in request.hats if one.customer.uuid == wanted), None)  # type: ignore[attr-defined]
    if hat is None:
        messages.error(request, _("You can't shop for that company."))
    else:
        request.session[HAT] = str(hat.customer.uuid)
    return HttpResponseRedirect(safe_next(request, reverse("storefront:home")))


@public
@require_POST
def switch_market(request: HttpRequest) -> HttpResponse:
    """Shop in another country and currency. A customer's market is theirs and does not change."""
    wanted = request.POST.get("market", "")
    if any(market.code == wanted for market in list_markets()):
        request.session[MARKET] = wanted
    return HttpResponseRedirect(safe_next(request, reverse("storefront:home")))


@public
@require_http_methods(["GET", "HEAD", "POST"])
def display_settings(request: HttpRequest) -> HttpResponse:
    """Show and keep how the visitor wants to read."""
    if request.method == "POST":
        chosen = {} if "reset" in request.POST else {name: request.POST.get(name, "") for name in display.SETTINGS}
        response = HttpResponseRedirect(safe_next(request, reverse("storefront:display")))
        response.set_cookie(display.COOKIE, display.write_display(chosen), max_age=YEAR, samesite="Lax", httponly=True)
        return response
    current = display.read_display(request).chosen
    settings = [
        (name, label, [(value, text, current.get(name, "") == value) for value, text in choices.items()])
        for name, (label, choices) in display.SETTINGS.items()
    ]
    return render_page(request, "storefront/display.html", {"settings": settings, "next": safe_next(request, "")})
