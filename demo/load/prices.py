"""Write the demo's prices: a list per market, steps for trades, campaigns, and the record of what consumers were offered."""

from __future__ import annotations

from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from demo.catalog.texts import t
from demo.load.base import Base, converted
from demo.load.goods import Goods, identity
from truso.modules.customers.models import Segment
from truso.modules.markets.models import Market
from truso.modules.pricing.models import Campaign, ConsumerPrice, Price, PriceList

# Buying whole packs and more is cheaper: from how many packs on, at which share of the list price.
CAMPAIGN_FAMILIES = frozenset({"garment", "footwear", "power_tool", "hand_tool"})
STEPS = ((Decimal(5), Decimal("0.92")), (Decimal(20), Decimal("0.85")))


def load_prices(*, now: datetime, base: Base, goods: Goods) -> None:
    """Write list prices, quantity steps and campaigns."""
    for code, market in base.markets.items():
        factor, vat = base.specs[code].price_factor, base.specs[code].vat_percent
        listed = PriceList.objects.create(
            uuid=identity("price_list", code), code=f"list-{code}", names=t("Listepris", "Listpris", "Cena katalogowa", "List price"),
            kind="market", currency=market.currency, market=market,
        )  # fmt: skip
        amounts = {
            variant.sku: converted(variant.list_price, factor, vat)
            for product in goods.catalog.products
            for variant in product.variants
        }
        Price.objects.bulk_create(
            (Price(price_list=listed, variant=goods.variants[sku], amount=amount) for sku, amount in amounts.items()),
            batch_size=2000,
        )
        _load_steps(code, market, goods, amounts)
        _load_campaign(code, market, goods, now)
        _load_deals(base, code, goods, now)
        _load_record(market, goods, amounts, now)


def _load_steps(code: str, market: Market, goods: Goods, amounts: dict[str, Decimal]) -> None:
    trades, _ = Segment.objects.get_or_create(
        code="trades",
        defaults={"names": t("Håndverk og bygg", "Hantverk och bygg", "Rzemiosło i budownictwo", "Trades")},
    )
    steps = PriceList.objects.create(
        uuid=identity("price_list", f"{code}-trades"), code=f"trades-{code}", names=t("Proffpris", "Proffspris", "Cena dla firm", "Trade price"),
        kind="segment", currency=market.currency, market=market, segment=trades,
    )  # fmt: skip
    rows = []
    for product in goods.catalog.products:
        for variant in product.variants:
            amount, variant_row = amounts[variant.sku], goods.variants[variant.sku]
            rows.append(
                Price(
                    price_list=steps, variant=variant_row, amount=(amount * Decimal("0.96")).quantize(Decimal("0.01"))
                )
            )
            rows += [
                Price(
                    price_list=steps, variant=variant_row, amount=(amount * share).quantize(Decimal("0.01")),
                    minimum_quantity=max(variant.pack_size, variant.multiple) * packs,
                )
                for packs, share in STEPS
                if variant.pack_size > 1
            ]  # fmt: skip
    Price.objects.bulk_create(rows, batch_size=2000)


def _load_campaign(code: str, market: Market, goods: Goods, now: datetime) -> None:
    chosen = [
        product for product in goods.catalog.products if product.consumer and product.family in CAMPAIGN_FAMILIES
    ][:24]
    Campaign.objects.create(
        uuid=identity("campaign", code), code=f"autumn-{code}", names=t("Høstkampanje", "Höstkampanj", "Jesienna promocja", "Autumn campaign"),
        market=market, percent=20, product_ids=[goods.products[product.code].pk for product in chosen],
        starts_at=now - timedelta(days=4), ends_at=now + timedelta(days=17),
    )  # fmt: skip


def _load_deals(base: Base, code: str, goods: Goods, now: datetime) -> None:
    """Write what consumers are given off the cart: gloves, a gift, and a code for who orders for the first time."""
    market, factor = base.markets[code], base.specs[code].price_factor
    days = {"starts_at": now - timedelta(days=2), "ends_at": now + timedelta(days=12)}
    deals: tuple[tuple[str, dict[str, str], dict[str, Any]], ...] = (
        ("gloves", t("Hansker: 3 for 2", "Handskar: 3 för 2", "Rękawice: 3 w cenie 2", "Gloves: 3 for 2"),
         {"kind": "multiple", "buy": 3, "pay": 2, "category": goods.categories["gloves"]}),
        ("pen", t("Kulepenn på kjøpet", "Kulspetspenna på köpet", "Długopis w prezencie", "A pen on the house"),
         {"kind": "gift", "gift": goods.variants["8020101"], "minimum": _round(1500, factor)}),
        ("welcome", t("Velkommen: 10 % på første ordre", "Välkommen: 10 % på första ordern", "Na dobry początek: 10 % zniżki",
                      "Welcome: 10 % off the first order"),
         {"kind": "cart", "percent": 10, "minimum": _round(500, factor), "coupon": "WELCOME", "most_per_customer": 1,
          "budget": _round(50_000, factor)}),
    )  # fmt: skip
    for name, names, fields in deals:
        identified = identity("campaign", f"{name}-{code}")
        Campaign.objects.create(uuid=identified, code=f"{name}-{code}", names=names, market=market, **days, **fields)


def _round(amount: int, factor: Decimal) -> Decimal:
    """Return an amount of kroner in a market's money, as a shop would write it."""
    return (amount * factor / 50).to_integral_value() * 50


def _load_record(market: Market, goods: Goods, amounts: dict[str, Decimal], now: datetime) -> None:
    """Note what consumers were offered: the list price for two years, less the campaign since it began."""
    campaign = Campaign.objects.get(market=market, kind="percent")
    on_campaign = set(campaign.product_ids)
    start = now - timedelta(days=735)
    rows = []
    for sku, amount in amounts.items():
        variant = goods.variants[sku]
        rows.append(ConsumerPrice(market=market, variant=variant, amount=amount, from_at=start))
        if variant.product_id in on_campaign:
            reduced = (amount * (100 - (campaign.percent or 0)) / 100).quantize(Decimal("0.000001"))
            rows.append(
                ConsumerPrice(
                    market=market, variant=variant, amount=reduced, from_at=campaign.starts_at, campaign=campaign
                )
            )
    ConsumerPrice.objects.bulk_create(rows, batch_size=2000)
