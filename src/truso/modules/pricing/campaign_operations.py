"""Every change of a campaign."""

from __future__ import annotations

from collections.abc import Iterator

from truso.kernel.money import MAX_AMOUNT, ZERO
from truso.kernel.refusals import Refusal, Refused
from truso.modules.markets.queries import get_market
from truso.modules.pricing.campaigning import PRICE_KINDS, normalize_coupon
from truso.modules.pricing.judging import HUNDRED
from truso.modules.pricing.models import Campaign, PriceList
from truso.modules.pricing.noting import OtherBase, note_consumer_prices, other_bases
from truso.modules.pricing.operations import publish_prices
from truso.platform import clock

Kind = Campaign.Kind
_WITH_AMOUNT = frozenset({Kind.AMOUNT, Kind.FIXED})
_EITHER = frozenset({Kind.SET, Kind.CART})
MOST_BOUGHT = 100
_COUNTERS = frozenset({"used_count", "used_amount"})
_OWN_COLUMNS = [one.name for one in Campaign._meta.concrete_fields if not one.primary_key and one.name not in _COUNTERS]


def save_campaign(*, campaign: Campaign, leave_out: bool = False) -> Campaign:
    """Write a campaign and note what consumers are offered from now on.

    A campaign that begins or ends later is noted by the job that follows the clock. Refuses what `judge_campaign` names, and
    what `judge_reduction` does: with `leave_out` the products concerned are left out of it instead.
    """
    campaign.coupon = normalize_coupon(campaign.coupon)
    if bad := tuple(judge_campaign(campaign)):
        raise Refused(*bad)
    others = _other_bases(campaign)
    if others and not leave_out:
        raise Refused(_from_other_base(campaign, others))
    campaign.left_out_ids = sorted({*campaign.left_out_ids, *(one.product_id for one in others)})
    # What orders have taken of it meanwhile stands in the database only.
    campaign.save(update_fields=None if campaign._state.adding else _OWN_COLUMNS)
    note_consumer_prices(market_id=campaign.market_id)
    for price_list in PriceList.objects.filter(kind=PriceList.Kind.MARKET, market_id=campaign.market_id):
        publish_prices(price_list)
    return campaign


def judge_reduction(campaign: Campaign) -> Iterator[Refusal]:
    """Yield `reduction_from_other_base` where a reduction shown to all consumers would not count from the lowest price of the 30 days before.

    Source: directive 98/6/EC article 6a. Parameters: count, and of the first article its sku, list price, lowest, day.
    """
    if others := _other_bases(campaign):
        yield _from_other_base(campaign, others)


def _from_other_base(campaign: Campaign, others: list[OtherBase]) -> Refusal:
    first, market = others[0], get_market(campaign.market_id)
    params = {
        "count": len(others), "sku": first.sku, "price": first.list_price, "lowest": first.lowest,
        "day": market.day_of(first.since), "currency": market.currency,
    }  # fmt: skip
    return Refusal("reduction_from_other_base", params, "leave_out")


def _other_bases(campaign: Campaign) -> list[OtherBase]:
    return other_bases(campaign) if _is_announced(campaign) else []


def _is_announced(campaign: Campaign) -> bool:
    """Tell whether it is a reduction of prices that is shown to all consumers, now or later."""
    public = not campaign.coupon and not campaign.segment_ids and not campaign.signed_in_only
    ahead = campaign.is_active and campaign.ends_at > clock.now()
    return campaign.kind in PRICE_KINDS and campaign.for_consumers and public and ahead


def judge_campaign(campaign: Campaign) -> Iterator[Refusal]:
    """Yield what is wrong with a campaign's own data, each at its field.

    Codes: `percent_invalid`, `campaign_amount_invalid`, `price_too_large`, `discount_one_of_two`, `campaign_multiple_invalid`
    (parameter: maximum), `campaign_set_too_small`, `campaign_gift_missing`, `campaign_for_nobody`, `campaign_minimum_unfit`,
    `period_invalid`, `limit_below_used` (parameter: used), `campaign_coupon_taken`.
    """
    yield from _judge_kind(campaign)
    if campaign.minimum < ZERO or campaign.minimum > MAX_AMOUNT or (campaign.minimum and campaign.kind in PRICE_KINDS):
        yield Refusal("campaign_minimum_unfit", subject="minimum")
    if not campaign.for_consumers and not campaign.for_businesses:
        yield Refusal("campaign_for_nobody", subject="for_consumers")
    if campaign.starts_at and campaign.ends_at and campaign.ends_at <= campaign.starts_at:
        yield Refusal("period_invalid", subject="ends_at")
    yield from _judge_limits(campaign)
    if campaign.coupon and campaign.is_active:
        same = Campaign.objects.filter(market_id=campaign.market_id, coupon=campaign.coupon, is_active=True)
        if same.exclude(pk=campaign.pk).exists():
            yield Refusal("campaign_coupon_taken", subject="coupon")


def _judge_kind(campaign: Campaign) -> Iterator[Refusal]:
    kind, percent, amount = campaign.kind, campaign.percent, campaign.amount
    if kind in _EITHER and (percent is None) == (amount is None):
        yield Refusal("discount_one_of_two", subject="percent")
    elif (kind == Kind.PERCENT or (kind in _EITHER and amount is None)) and (
        percent is None or not ZERO < percent <= HUNDRED
    ):
        yield Refusal("percent_invalid", subject="percent")
    elif (kind in _WITH_AMOUNT or (kind in _EITHER and percent is None)) and (amount is None or amount <= ZERO):
        yield Refusal("campaign_amount_invalid", subject="amount")
    elif amount is not None and amount > MAX_AMOUNT:
        yield Refusal("price_too_large", subject="amount")
    if kind == Kind.MULTIPLE and not 1 <= (campaign.pay or 0) < (campaign.buy or 0) <= MOST_BOUGHT:
        yield Refusal("campaign_multiple_invalid", {"maximum": MOST_BOUGHT}, "buy")
    if kind == Kind.SET and len(set(campaign.product_ids)) < 2:
        yield Refusal("campaign_set_too_small", subject="articles")
    if kind == Kind.GIFT and campaign.gift_id is None:
        yield Refusal("campaign_gift_missing", subject="gift")


def _judge_limits(campaign: Campaign) -> Iterator[Refusal]:
    used = campaign.used_count if campaign.pk else 0
    if campaign.most_uses is not None and campaign.most_uses < max(used, 1):
        yield Refusal("limit_below_used", {"used": max(used, 1)}, "most_uses")
    if campaign.most_per_customer is not None and campaign.most_per_customer < 1:
        yield Refusal("limit_below_used", {"used": 1}, "most_per_customer")
    taken = campaign.used_amount if campaign.pk else ZERO
    if campaign.budget is not None and (campaign.budget <= ZERO or campaign.budget < taken):
        yield Refusal("limit_below_used", {"used": taken}, "budget")


def clear_unfit(campaign: Campaign) -> None:
    """Forget what the campaign's kind does not use, so that a changed kind leaves nothing behind."""
    kind = campaign.kind
    if kind not in _EITHER | {Kind.PERCENT}:
        campaign.percent = None
    if kind not in _EITHER | _WITH_AMOUNT:
        campaign.amount = None
    if kind != Kind.MULTIPLE:
        campaign.buy = campaign.pay = None
    if kind != Kind.GIFT:
        campaign.gift = None
    if kind in PRICE_KINDS:
        campaign.minimum = ZERO
