"""Where an order goes: the country that decides its tax and its deliveries."""

from __future__ import annotations

from uuid import UUID

from truso.kernel.buyer import Buyer
from truso.kernel.refusals import NotFound
from truso.modules.customers.models import Address
from truso.modules.customers.queries import get_address
from truso.processes.review import CheckoutData


def served(buyer: Buyer) -> tuple[str, ...]:
    """Return the countries orders of the buyer's market are sent to, its own first."""
    home = buyer.market.country
    return (home, *(one for one in buyer.market.ships_to if one != home))


def asked_destination(buyer: Buyer, data: CheckoutData) -> str:
    """Return the country a checkout names: that of the kept address chosen, else the one typed, else the market's."""
    kept = _kept(buyer, data.address)
    return (kept.country if kept else data.country).strip().upper() or buyer.market.country


def destination(buyer: Buyer, data: CheckoutData) -> str:
    """Return the country to count with: the one asked for, or the market's where that is not served."""
    asked = asked_destination(buyer, data)
    return asked if asked in served(buyer) else buyer.market.country


def _kept(buyer: Buyer, address: str) -> Address | None:
    """Return a kept address of the buyer, looked up once; what is no address of theirs says nothing."""
    if not address or buyer.customer is None:
        return None
    key = f"address:{address}"
    if key not in buyer.memo:
        try:
            buyer.memo[key] = get_address(buyer, UUID(address))
        except (ValueError, NotFound):
            buyer.memo[key] = None
    found: Address | None = buyer.memo[key]
    return found
