"""What the index knows of bundles that is their parts': how many there are, and what they cost in shared lists."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import connection

from truso.kernel.money import round_unit_price
from truso.modules.catalog.models import BundlePart
from truso.modules.search.shared_lists import parameters

HUNDRED = Decimal(100)
# The price of every part of bundles priced as their parts, in each shared list; one without a price comes once.
_PARTS = """
select b.variant_id, b.discount, p.id, p.quantity / v.price_unit, x.price_list_id, x.kind, x.currency, x.amount
from catalog_bundle b join catalog_bundlepart p on p.bundle_id = b.variant_id join catalog_variant v on v.id = p.variant_id
left join lateral (
    select distinct on (pr.price_list_id) pr.price_list_id, named.kind, named.currency, pr.amount from pricing_price pr
    join unnest(%(lists)s::bigint[], %(days)s::date[]) l(id, day) on l.id = pr.price_list_id join pricing_pricelist named on named.id = l.id
    where pr.variant_id = v.id and pr.minimum_quantity <= 1
      and pr.valid_from <= l.day and (pr.valid_to is null or pr.valid_to > l.day)
    order by pr.price_list_id, pr.minimum_quantity desc, pr.valid_from desc
) x on true
where b.pricing = 'parts' and (%(all)s or b.variant_id = any(%(ids)s))
"""


def prices_of_parts(
    days: Mapping[int, date], bundle_ids: Collection[int] | None = None
) -> dict[int, dict[int, Decimal]]:
    """Return what bundles priced as their parts cost, per shared price list; all of them when none are named.

    In a segment's list a part that has no price there counts with that of the market's list, as it does in a basket.
    """
    with connection.cursor() as cursor:
        cursor.execute(_PARTS, {**parameters(days), "all": bundle_ids is None, "ids": list(bundle_ids or ())})
        rows = cursor.fetchall()
    bundles: dict[int, tuple[Decimal, dict[int, list[Any]]]] = {}
    for bundle, discount, part, factor, *price in rows:
        bundles.setdefault(bundle, (discount, {}))[1].setdefault(part, []).append((factor, *price))
    return {bundle: _sums(discount, list(parts.values())) for bundle, (discount, parts) in bundles.items()}


def _sums(discount: Decimal, parts: list[list[Any]]) -> dict[int, Decimal]:
    lists = {row[1]: row[3] for part in parts for row in part if row[1] is not None}
    found = {}
    for price_list, currency in lists.items():
        shares = [_share(part, price_list, currency) for part in parts]
        if None not in shares:
            whole = sum((share for share in shares if share is not None), Decimal(0))
            found[price_list] = round_unit_price(whole * (HUNDRED - discount) / HUNDRED)
    return found


def _share(part: list[Any], price_list: int, currency: str) -> Decimal | None:
    own = [factor * amount for factor, one, _, _, amount in part if one == price_list]
    market = [factor * amount for factor, _, kind, there, amount in part if kind == "market" and there == currency]
    return min(own or market, default=None)


def with_bundles(variant_ids: Collection[int]) -> list[int]:
    """Return the articles and the bundles that hold any of them."""
    bundles = BundlePart.objects.filter(variant_id__in=list(variant_ids)).values_list("bundle_id", flat=True)
    return [*variant_ids, *set(bundles).difference(variant_ids)]


def with_bundled_products(product_ids: Collection[int]) -> list[int]:
    """Return the products and those whose bundles hold any of their articles."""
    parts = BundlePart.objects.filter(variant__product_id__in=list(product_ids))
    bundled = parts.values_list("bundle__variant__product_id", flat=True)
    return [*product_ids, *set(bundled).difference(product_ids)]


def merged(
    prices: Mapping[int, Decimal], bundles: Mapping[int, Mapping[int, Decimal]], price_list_id: int
) -> dict[int, Decimal]:
    """Return a list's prices with those of the bundles that are priced as their parts."""
    own = {bundle: found[price_list_id] for bundle, found in bundles.items() if price_list_id in found}
    return {**{variant: price for variant, price in prices.items() if variant not in bundles}, **own}
