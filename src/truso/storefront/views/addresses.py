"""The address book of the hat."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from truso.kernel.buyer import Right
from truso.kernel.refusals import Refused
from truso.kernel.texts import one_line
from truso.modules.customers.models import Address
from truso.modules.customers.operations import ADDRESS_FIELDS, remove_address, save_address
from truso.modules.customers.queries import get_address, list_addresses
from truso.platform.access import buyer_right
from truso.storefront.actor import buyer_on, writing
from truso.storefront.checkout_page import country_choices, postcode_keys
from truso.storefront.refusals import by_subject
from truso.storefront.views.pages import render_page

LIST = "storefront:addresses"


@buyer_right(Right.MANAGE_ADDRESSES)
@require_GET
def addresses(request: HttpRequest) -> HttpResponse:
    """List the addresses."""
    buyer = buyer_on(request)
    context = {
        "addresses": list_addresses(buyer),
        "billing": [one for one in list_addresses(buyer, billing=True) if not one.is_delivery],
        "section": "addresses",
    }
    return render_page(request, "storefront/account/addresses.html", context)


@buyer_right(Right.MANAGE_ADDRESSES)
@require_http_methods(["GET", "HEAD", "POST"])
def address_new(request: HttpRequest) -> HttpResponse:
    """Add an address."""
    return _edit(request, None)


@buyer_right(Right.MANAGE_ADDRESSES)
@require_http_methods(["GET", "HEAD", "POST"])
def address(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Change an address; orders that copied it keep theirs."""
    return _edit(request, get_address(buyer_on(request), uuid))


def _edit(request: HttpRequest, found: Address | None) -> HttpResponse:
    buyer = buyer_on(request)
    values = {name: getattr(found, name, "") for name in ADDRESS_FIELDS}
    errors: dict[str, str] = {}
    if request.method == "POST":
        values = {name: one_line(request.POST.get(name, "")) for name in ADDRESS_FIELDS}
        before = found.country if found else buyer.market.country
        values["country"] = values["country"] if values["country"] in dict(country_choices(buyer)) else before
        try:
            with writing(request):
                save_address(buyer=buyer, fields=values, uuid=found.uuid if found else None)
        except Refused as refused:
            errors = by_subject(refused.refusals, buyer)
        else:
            messages.success(request, _("The address is saved."))
            return HttpResponseRedirect(reverse(LIST))
    keys = postcode_keys(values["country"] or buyer.market.country)
    context = {
        "address": found,
        "values": values,
        "errors": errors,
        "postcode_keys": keys,
        "countries": country_choices(buyer),
        "country": values["country"] or buyer.market.country,
        "section": "addresses",
    }
    return render_page(request, "storefront/account/address.html", context, status=422 if errors else 200)


@buyer_right(Right.MANAGE_ADDRESSES)
@require_POST
def address_remove(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Take an address out of the book."""
    with writing(request):
        remove_address(buyer=buyer_on(request), uuid=uuid)
    messages.success(request, _("The address is removed."))
    return HttpResponseRedirect(reverse(LIST))
