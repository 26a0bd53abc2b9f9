"""The contract prices of the demo's agreements, worked out from the list prices."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from demo.catalog import build_catalog
from demo.people import MARKETS, DemoCompany

CENT = Decimal("0.01")


def contract_prices(company: DemoCompany) -> tuple[tuple[str, Decimal], ...]:
    """Return (article number, net price per price unit in the company's currency) for every contracted article."""
    if company.agreement is None:
        return ()
    factor = next(market.price_factor for market in MARKETS if market.country == company.country)
    shares = dict(company.agreement.contract_shares)
    return tuple(
        (variant.sku, (variant.list_price * factor * shares[product.code]).quantize(CENT, ROUND_HALF_UP))
        for product in build_catalog().products
        if product.code in shares
        for variant in product.variants
    )
