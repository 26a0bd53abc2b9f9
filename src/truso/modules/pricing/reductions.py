"""The lowest price of the 30 days before a reduction: read where one is shown, and asked before one is allowed.

Directive 98/6/EC article 6a; in Norway prisopplysningsforskriften § 9a, in Sweden prisinformationslagen 7 a §, in Poland
ustawa o informowaniu o cenach art. 4.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from decimal import Decimal
from typing import NamedTuple

from django.db import connection

from truso.kernel.buyer import Buyer
from truso.modules.pricing.campaigning import campaigns_of
from truso.modules.pricing.rules import gross_unit_price
from truso.modules.pricing.values import ArticlePrice, PricedLine

PERIOD = timedelta(days=30)
# Cuts that follow one another are followed back no further than this: no reduction is announced for a year.
FURTHEST = timedelta(days=365)

# Everything a market's consumers were offered before a moment, as far back as counts.
_OFFERED = """
with offered as (
    select variant_id, amount, from_at, campaign_id, id,
           lead(from_at) over (partition by variant_id order by from_at, id) as until
    from pricing_consumerprice where market_id = %s and variant_id = any(%s::bigint[]) and from_at < %s
)
select variant_id, amount, from_at, until, campaign_id is not null from offered
where until is null or until > %s order by variant_id, from_at, id
"""


class Offered(NamedTuple):
    """A price consumers were offered, from a moment until another began (None: until the reduction)."""

    amount: Decimal
    from_at: datetime
    until: datetime | None
    is_reduced: bool


def lowest_before(offered: Sequence[Offered], start: datetime, price: Decimal) -> Offered | None:
    """Return the lowest price offered in the 30 days before a reduction to `price` that begins at `start`.

    A price in force when the 30 days began was offered within them. Of cuts that follow one another without a pause, each
    lower than the one before, the 30 days are those before the first (directive 98/6/EC article 6a (5)).
    """
    last = len(offered) - 1
    while last >= 0 and offered[last].is_reduced and offered[last].amount > price:
        price, start = offered[last].amount, offered[last].from_at
        last -= 1
    window = start - PERIOD
    found = [one for one in offered[: last + 1] if one.until is None or one.until > window]
    return min(found, key=lambda one: one.amount, default=None)


def offered_before(market_id: int, variant_ids: Iterable[int], start: datetime) -> dict[int, list[Offered]]:
    """Return what consumers of a market were offered before a moment, the oldest first, by article."""
    found: dict[int, list[Offered]] = {}
    with connection.cursor() as cursor:
        cursor.execute(_OFFERED, [market_id, list(variant_ids), start, start - FURTHEST])
        for variant, *row in cursor.fetchall():
            found.setdefault(variant, []).append(Offered(*row))
    return found


def lowest_prices_before(buyer: Buyer, lines: Iterable[ArticlePrice | PricedLine]) -> dict[int, Decimal]:
    """Return, per article on campaign, the lowest gross price consumers were offered in the 30 days before it began."""
    starts = {one.id: one.starts_at for one in campaigns_of(buyer.market.id, buyer.language)}
    members: dict[int, list[ArticlePrice | PricedLine]] = {}
    for line in lines:
        if line.variant_id and line.campaign_id in starts:
            members.setdefault(line.campaign_id, []).append(line)
    found: dict[int, Decimal] = {}
    for campaign, reduced in members.items():
        start = starts[campaign]
        offered = offered_before(buyer.market.id, [line.variant_id for line in reduced if line.variant_id], start)
        for line in reduced:
            lowest = lowest_before(offered.get(line.variant_id or 0, ()), start, line.unit_price)
            if lowest and line.variant_id:
                found[line.variant_id] = gross_unit_price(lowest.amount, line.tax_rate, buyer.currency)
    return found
