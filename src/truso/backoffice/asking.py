"""As whom and for which day staff look at prices and range: read from a page's address."""

from __future__ import annotations

from datetime import datetime

from django.http import HttpRequest
from django.utils.translation import gettext as _

from truso.kernel.buyer import Buyer
from truso.kernel.period import read_day
from truso.modules.customers.models import Customer
from truso.modules.markets.queries import list_markets
from truso.processes.preview import Look, buyer_for, noon_of


def buyer_asked(request: HttpRequest, language: str) -> tuple[Buyer | None, str]:
    """Return as whom `market` and `customer` of an address look, or in words why nobody does; no customer is a visitor."""
    data, markets = request.GET, list_markets()
    market = next((one for one in markets if one.code == data.get("market")), markets[0] if markets else None)
    if market is None:
        return None, _("There is no market yet.")
    customer, number = None, data.get("customer", "").strip()[:30]
    if number:
        customer = Customer.objects.filter(number=number).values_list("pk", flat=True).first()
        if customer is None or not request.user.has_perm("customers.view_customer"):
            return None, _("There is no customer with this number.")
    return buyer_for(Look(market.code, customer), language), ""


def moment_asked(buyer: Buyer, day: str) -> datetime | None:
    """Return noon of a day typed, in the buyer's market; None for today and for what is no day."""
    found = read_day(day)
    return noon_of(buyer, found) if found and found != buyer.today else None
