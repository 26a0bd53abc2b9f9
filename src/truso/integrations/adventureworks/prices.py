"""List and dealer prices of the source, by their days, in each market's currency."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from truso.integrations.adventureworks.goods import Goods, SourceArticle
from truso.integrations.adventureworks.ground import Ground, identity
from truso.integrations.adventureworks.wording import t
from truso.modules.catalog.models import Assortment, AssortmentRule, AssortmentVariant
from truso.modules.customers.models import Segment
from truso.modules.pricing.models import Price, PriceList
from truso.platform.database.copying import copy_rows

DEALERS = "aw-dealers"
RANGE = "aw-range"
# Versions that ended before they began: their last day stands 1,646 days too early, in every one of the source's pairs.
_SHIFT = timedelta(days=1647)


def load_segment() -> Segment:
    """Write the segment of the source's resellers unless it is there."""
    segment, _ = Segment.objects.get_or_create(
        code=DEALERS, defaults={"names": t("Forhandlere", "Återförsäljare", "Dealerzy", "Dealers")}
    )
    return segment


def load_prices(ground: Ground, goods: Goods, segment: Segment) -> int:
    """Write two lists per market: prices for everybody and for dealers. Returns how many prices were new.

    The source has prices in dollars only; other currencies get them at the last average rate, four decimals.
    """
    count = 0
    for country in sorted(ground.markets):
        market = ground.markets[country]
        for kind in ("list", "dealer"):
            code = f"aw-{kind}-{country.lower()}"
            names = (
                t("Listepris", "Listpris", "Cena katalogowa", "List price")
                if kind == "list"
                else t("Forhandlerpris", "Återförsäljarpris", "Cena dealerska", "Dealer price")
            )
            found, _ = PriceList.objects.get_or_create(
                code=code,
                defaults={
                    "uuid": identity("price_list", code), "names": names, "kind": "market" if kind == "list" else "segment",
                    "currency": market.currency, "market": market, "segment": None if kind == "list" else segment,
                },
            )  # fmt: skip
            known = set(Price.objects.filter(price_list=found).values_list("variant_id", "valid_from"))
            rows = [row for row in _rows(ground, goods, country, found.pk, kind) if (row[1], row[3]) not in known]
            count += copy_rows(Price, ("price_list_id", "variant_id", "amount", "valid_from", "valid_to"), rows)
    return count


def _rows(ground: Ground, goods: Goods, country: str, price_list: int, kind: str) -> Iterator[tuple[Any, ...]]:
    for sku, article in goods.articles.items():
        for dollars, starts_on, ends_before in dated_prices(article, kind):
            yield price_list, goods.variants[sku], ground.price_in(country, dollars), starts_on, ends_before


def dated_prices(article: SourceArticle, kind: str) -> Iterator[tuple[Decimal, date, date | None]]:
    """Yield the price of each version with its first day and the day before which it ends."""
    for index, version in enumerate(article.versions):
        price = version.list_price if kind == "list" else version.dealer_price
        if price is None:
            continue
        following = article.versions[index + 1].starts_on if index + 1 < len(article.versions) else None
        yield price, version.starts_on, following or _end(version.starts_on, version.ends_on)


def _end(starts_on: date, ends_on: date | None) -> date | None:
    if ends_on is None:
        return None
    return ends_on + timedelta(days=1) if ends_on >= starts_on else max(ends_on + _SHIFT, starts_on + timedelta(days=1))


def load_range(ground: Ground, goods: Goods) -> Assortment:
    """Write what the source's markets sell: its own goods, and nothing else the shop may have."""
    assortment, _ = Assortment.objects.get_or_create(
        code=RANGE,
        defaults={"names": t("Sykkelsortiment", "Cykelsortiment", "Asortyment rowerowy", "Bicycle range")},
    )
    known = set(AssortmentVariant.objects.filter(assortment=assortment).values_list("variant_id", flat=True))
    new = [variant for variant in goods.variants.values() if variant not in known]
    copy_rows(AssortmentVariant, ("assortment_id", "variant_id"), ((assortment.pk, variant) for variant in new))
    for market in ground.markets.values():
        AssortmentRule.objects.get_or_create(assortment=assortment, market=market, customer=None)
    return assortment
