"""The record of what a market's consumers are offered, written whenever it changes; and what it forbids a campaign."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any, NamedTuple

from django.db import connection

from truso.modules.markets.queries import get_market
from truso.modules.pricing.models import Campaign
from truso.modules.pricing.reductions import PERIOD, lowest_before, offered_before
from truso.platform import clock

# The market's lists and what they cost: of a list's prices the highest step at one piece, of one step the one that began
# last; a list made from the cost has that price for what it has no other for. `{some}` narrows to articles.
_LISTED = """
with listed as (
    select l.id, l.basis, l.percent from pricing_pricelist l
    where l.kind = 'market' and l.market_id = %(market)s and l.is_active and l.currency = %(currency)s
      and (l.valid_from is null or l.valid_from <= %(day)s) and (l.valid_to is null or l.valid_to > %(day)s)
), costs as (
    select l.id from pricing_pricelist l
    where l.kind = 'cost' and l.is_active and l.currency = %(currency)s and exists (select from listed where basis = 'cost')
      and (l.valid_from is null or l.valid_from <= %(day)s) and (l.valid_to is null or l.valid_to > %(day)s)
), priced as (
    select distinct on (p.price_list_id, p.variant_id) p.price_list_id, p.variant_id, p.amount from pricing_price p
    where (p.price_list_id in (select id from listed) or p.price_list_id in (select id from costs)) {some}
      and p.minimum_quantity <= 1 and p.valid_from <= %(day)s and (p.valid_to is null or p.valid_to > %(day)s)
    order by p.price_list_id, p.variant_id, p.minimum_quantity desc, p.valid_from desc
), cost as (
    select variant_id, max(amount) as amount from priced where price_list_id in (select id from costs) group by variant_id
), price as (
    select variant_id, min(amount) as amount from (
        select variant_id, amount from priced where price_list_id in (select id from listed)
        union all
        select c.variant_id, round(c.amount * (100 + l.percent) / 100, 6) from cost c join listed l on l.basis = 'cost'
        where not exists (select from priced o where o.price_list_id = l.id and o.variant_id = c.variant_id)
    ) offers group by variant_id
), vat as (
    select tax_class_id, percent from tax_taxrate where country = %(country)s and period @> %(day)s::date and %(with_vat)s
), article as (
    select price.variant_id, price.amount, v.sku, v.product_id, pr.brand_id, cat.path, coalesce(vat.percent, 0) as vat
    from price join catalog_variant v on v.id = price.variant_id join catalog_product pr on pr.id = v.product_id
    join catalog_category cat on cat.id = pr.category_id left join vat on vat.tax_class_id = pr.tax_class_id
)
"""
# What a campaign `c` makes of the list price of an article `a`.
_MADE = """greatest(case c.kind when 'percent' then round(a.amount * (100 - c.percent) / 100, 6)
        when 'amount' then a.amount - round(c.amount * 100 / (100 + a.vat), 6)
        else round(c.amount * 100 / (100 + a.vat), 6) end, 0)"""
# What everybody is offered: the list price, or the lowest a campaign makes of it that asks for no code and no membership.
_NOTE = """, running as (
    select c.* from pricing_campaign c
    where c.market_id = %(market)s and c.is_active and c.starts_at <= %(now)s and c.ends_at > %(now)s and c.for_consumers
      and c.kind in ('percent', 'amount', 'fixed') and c.coupon = '' and c.segment_ids = '{}' and not c.signed_in_only
      and (c.most_uses is null or c.used_count < c.most_uses) and (c.budget is null or c.used_amount < c.budget)
)
insert into pricing_consumerprice (market_id, variant_id, amount, from_at, campaign_id)
select %(market)s, a.variant_id, coalesce(best.amount, a.amount), %(now)s, best.id from article a
left join lateral (
    select c.id, {made} as amount from running c
    where (c.category_id is null or c.category_id = any(a.path)) and (c.brand_id is null or c.brand_id = a.brand_id)
      and (c.product_ids = '{}' or a.product_id = any(c.product_ids)) and a.product_id <> all(c.left_out_ids)
    order by 2, 1 limit 1
) best on best.amount < a.amount
left join lateral (
    select h.amount, h.campaign_id from pricing_consumerprice h where h.market_id = %(market)s and h.variant_id = a.variant_id
    order by h.from_at desc, h.id desc limit 1
) last on true
where last.amount is distinct from coalesce(best.amount, a.amount) or last.campaign_id is distinct from best.id
""".replace("{made}", _MADE)
_NOTE_ALL = "".join((_LISTED.format(some=""), _NOTE))
# A list may hold a million prices, of which a portion of an import changes a thousand.
_NOTE_SOME = "".join((_LISTED.format(some="and p.variant_id = any(%(variants)s::bigint[])"), _NOTE))

# Articles of a campaign that were cheaper within the 30 days before it than the price it counts from: the list price, or
# (of a fixed price, which must lie below the lowest) what it makes.
_CHEAPER = """, made as (
    select a.*, {made} as reduced, case when c.kind = 'fixed' then {made} + 0.000001 else a.amount end as base
    from article a, (select %(kind)s::text as kind, %(percent)s::numeric as percent, %(amount)s::numeric as amount) c
    where (%(category)s::bigint is null or %(category)s = any(a.path)) and (%(brand)s::bigint is null or %(brand)s = a.brand_id)
      and (%(products)s::bigint[] = '{}' or a.product_id = any(%(products)s::bigint[]))
      and a.product_id <> all(%(left_out)s::bigint[])
)
select a.variant_id, a.sku, a.product_id, a.amount, a.reduced, a.base from made a join lateral (
    select min(h.amount) as amount from (
        select amount, lead(from_at) over (order by from_at, id) as until from pricing_consumerprice
        where market_id = %(market)s and variant_id = a.variant_id and from_at < %(start)s
    ) h where h.until is null or h.until > %(start)s - interval '30 days'
) low on low.amount < a.base order by a.sku limit %(limit)s
""".replace("{made}", _MADE)
_FIND_CHEAPER = "".join((_LISTED.format(some=""), _CHEAPER))
MOST_NAMED = 2000


def _values(market_id: int, now: datetime) -> dict[str, Any]:
    market = get_market(market_id)
    return {
        "market": market_id, "currency": market.currency, "country": market.country, "with_vat": market.display_gross,
        "now": now, "day": market.day_of(now),
    }  # fmt: skip


def note_consumer_prices(*, market_id: int, variant_ids: Sequence[int] | None = None) -> None:
    """Add to the record of consumer prices what has changed since it was last written; for all articles when none are named."""
    values = _values(market_id, clock.now())
    with connection.cursor() as cursor:
        if variant_ids is None:
            cursor.execute(_NOTE_ALL, values)
        else:
            cursor.execute(_NOTE_SOME, values | {"variants": list(variant_ids)})


class OtherBase(NamedTuple):
    """An article that was offered for less within the 30 days before a campaign: net, per price unit."""

    variant_id: int
    sku: str
    product_id: int
    list_price: Decimal
    lowest: Decimal
    since: datetime


def other_bases(campaign: Campaign) -> list[OtherBase]:
    """Return the articles a campaign would advertise from another price than the lowest of the 30 days before it.

    A percentage or amount counts from the list price, so that must be the lowest; a fixed price must lie below it. Of cuts
    that follow one another without a pause the 30 days are those before the first. At most 2,000 are looked at.
    """
    values = _values(campaign.market_id, min(clock.now(), campaign.starts_at)) | {
        "start": campaign.starts_at, "kind": campaign.kind, "percent": campaign.percent, "amount": campaign.amount,
        "category": campaign.category_id, "brand": campaign.brand_id, "products": list(campaign.product_ids),
        "left_out": list(campaign.left_out_ids), "limit": MOST_NAMED,
    }  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute(_FIND_CHEAPER, values)
        rows = cursor.fetchall()
    offered = offered_before(campaign.market_id, [row[0] for row in rows], campaign.starts_at) if rows else {}
    found = []
    for variant, sku, product, listed, reduced, base in rows:
        lowest = lowest_before(offered.get(variant, ()), campaign.starts_at, reduced)
        if lowest and lowest.amount < base:
            since = max(lowest.from_at, campaign.starts_at - PERIOD)
            found.append(OtherBase(variant, sku, product, listed, lowest.amount, since))
    return found
