"""Who sees prices: a market, or a category and all below it, may show them only to who is signed in or to companies."""

from __future__ import annotations

from truso.kernel.buyer import Buyer
from truso.modules.markets.models import PriceGate


def is_let_through(buyer: Buyer, gate: str) -> bool:
    """Tell whether a gate lets the buyer see prices."""
    if gate == PriceGate.COMPANIES:
        return buyer.is_business
    return gate != PriceGate.SIGNED_IN or buyer.person_id is not None


def market_gate(buyer: Buyer) -> str:
    """Return the gate at which the buyer stands in the whole market; empty where prices are shown."""
    gate = buyer.market.price_gate
    return "" if is_let_through(buyer, gate) else gate
