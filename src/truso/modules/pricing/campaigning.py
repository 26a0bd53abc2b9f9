"""Campaigns in force: for whom, on what, by which code, and what orders take of those with a limit."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import connection

from truso.kernel.buyer import Buyer
from truso.kernel.money import ZERO, round_unit_price
from truso.kernel.refusals import refuse
from truso.kernel.texts import in_language
from truso.kernel.value import Value
from truso.modules.pricing.deals import Deal
from truso.modules.pricing.models import Campaign, CampaignUse
from truso.modules.pricing.rules import HUNDRED
from truso.modules.pricing.values import CampaignRow, CodeUse, Used
from truso.platform import clock
from truso.platform.shortlived import short_lived

if TYPE_CHECKING:
    from truso.modules.pricing.sources import Facts

# Campaigns that make the price of an article; the others are counted on a whole cart.
PRICE_KINDS = frozenset({"percent", "amount", "fixed"})


class CampaignInForce(Value, frozen=True):
    """A campaign of a market, as pricing reads it."""

    id: int
    kind: str
    name: str
    starts_at: datetime
    ends_at: datetime
    percent: Decimal | None
    amount: Decimal | None
    buy: int
    pay: int
    minimum: Decimal
    gift_id: int | None
    category_id: int | None
    brand_id: int | None
    product_ids: frozenset[int]
    left_out_ids: frozenset[int]
    for_consumers: bool
    for_businesses: bool
    segment_ids: frozenset[int]
    signed_in_only: bool
    coupon: str
    combines: bool
    most_per_customer: int | None
    is_limited: bool
    is_used_up: bool
    budget_left: Decimal | None

    def fits(self, facts: Facts) -> bool:
        """Tell whether the campaign is for this article."""
        return (
            (not self.product_ids or facts.product_id in self.product_ids)
            and facts.product_id not in self.left_out_ids
            and (self.category_id is None or self.category_id in facts.category_path)
            and (self.brand_id is None or self.brand_id == facts.brand_id)
        )

    def runs(self, now: datetime) -> bool:
        """Tell whether it counts at a moment: from its first second until before its last."""
        return self.starts_at <= now < self.ends_at

    def is_meant_for(self, buyer: Buyer) -> bool:
        """Tell whether the buyer is of those it is for."""
        if not (self.for_businesses if buyer.is_business else self.for_consumers):
            return False
        if self.signed_in_only and buyer.person_id is None:
            return False
        return not self.segment_ids or bool(buyer.customer and self.segment_ids & set(buyer.customer.segment_ids))

    def row(self, vat: Decimal) -> CampaignRow:
        """Return it as the price of an article counts it; `vat` is the percentage its amount holds."""
        amount = round_unit_price((self.amount or ZERO) * HUNDRED / (HUNDRED + vat))
        return CampaignRow(
            self.name, self.percent or ZERO, self.ends_at, amount if self.kind == "amount" else ZERO,
            amount if self.kind == "fixed" else None, self.id, self.combines,
        )  # fmt: skip

    @property
    def deal(self) -> Deal:
        """Return it as a cart counts it."""
        return Deal(
            self.id, self.kind, self.name, self.percent, self.amount, self.buy, self.pay, self.minimum, self.product_ids,
            self.gift_id, self.combines, self.budget_left,
        )  # fmt: skip


@short_lived(seconds=2)
def campaigns_of(market_id: int, language: str) -> tuple[CampaignInForce, ...]:
    """Return a market's campaigns that are switched on, whenever they run."""
    return tuple(
        CampaignInForce(
            row.pk, row.kind, in_language(row.names, language) or row.code, row.starts_at, row.ends_at, row.percent, row.amount,
            row.buy or 0, row.pay or 0, row.minimum, row.gift_id, row.category_id, row.brand_id, frozenset(row.product_ids),
            frozenset(row.left_out_ids), row.for_consumers, row.for_businesses, frozenset(row.segment_ids),
            row.signed_in_only, row.coupon, row.combines, row.most_per_customer, _is_limited(row), _is_used_up(row),
            None if row.budget is None else row.budget - row.used_amount,
        )
        for row in Campaign.objects.filter(market_id=market_id, is_active=True).order_by("pk")
    )  # fmt: skip


def _is_limited(row: Campaign) -> bool:
    return row.most_uses is not None or row.most_per_customer is not None or row.budget is not None


def _is_used_up(row: Campaign) -> bool:
    if row.most_uses is not None and row.used_count >= row.most_uses:
        return True
    return row.budget is not None and row.used_amount >= row.budget


def holder_of(buyer: Buyer, email: str = "") -> str:
    """Return by whom uses are counted: the customer, or a guest's e-mail address (hashed); empty when it is not known yet."""
    if buyer.customer:
        return f"customer:{buyer.customer.id}"
    address = email.strip().casefold()
    return f"guest:{hashlib.sha256(address.encode()).hexdigest()}" if address else ""


def campaigns_for(buyer: Buyer, codes: Iterable[str] = (), email: str = "") -> tuple[CampaignInForce, ...]:
    """Return the campaigns that count for the buyer now: those without a code, and those whose code was entered.

    Left out are those the buyer has had as often as one may. A query more, where any has such a limit.
    """
    entered = {normalize_coupon(code) for code in codes}
    found = tuple(
        one
        for one in campaigns_of(buyer.market.id, buyer.language)
        if one.runs(buyer.now)
        and not one.is_used_up
        and (not one.coupon or one.coupon in entered)
        and one.is_meant_for(buyer)
    )
    spent = _spent(found, holder_of(buyer, email))
    return tuple(one for one in found if one.id not in spent) if spent else found


def _spent(campaigns: Iterable[CampaignInForce], holder: str) -> set[int]:
    """Return which of the campaigns somebody has had as often as one may."""
    most = {one.id: one.most_per_customer for one in campaigns if one.most_per_customer is not None}
    if not most or not holder:
        return set()
    uses = CampaignUse.objects.filter(campaign_id__in=most, holder=holder, released_at=None)
    counted = Counter(uses.values_list("campaign_id", flat=True))
    return {key for key, limit in most.items() if counted[key] >= limit}


def normalize_coupon(text: str) -> str:
    """Return a code as it is kept: without blanks, in capitals."""
    return "".join(text.split()).upper()[:40]


def judge_code(buyer: Buyer, code: str, email: str = "") -> CodeUse:
    """Say whether a code is one of the buyer's. A code that is meant for others is as unknown as one that is none."""
    wanted = normalize_coupon(code)
    known = [one for one in campaigns_of(buyer.market.id, buyer.language) if one.coupon and one.coupon == wanted]
    found = known[0] if known else None
    if found is None or buyer.now < found.starts_at:
        return CodeUse(wanted, "code_not_found")
    if not found.is_meant_for(buyer):
        asked = found.signed_in_only and buyer.person_id is None and not found.segment_ids
        return CodeUse(wanted, "code_needs_sign_in" if asked and not buyer.is_business else "code_not_found")
    if not found.runs(buyer.now):
        return CodeUse(wanted, "code_ended", found.name)
    if found.is_used_up:
        return CodeUse(wanted, "code_used_up", found.name)
    spent = _spent([found], holder_of(buyer, email))
    return CodeUse(wanted, "code_used_before" if spent else "nothing", found.name, found.id)


_TAKE = """
update pricing_campaign set used_count = used_count + 1, used_amount = used_amount + %(amount)s
where id = %(id)s and is_active and starts_at <= %(now)s and ends_at > %(now)s
  and (most_uses is null or used_count < most_uses) and (budget is null or used_amount + %(amount)s <= budget)
returning most_per_customer
"""


def use_campaigns(*, subject: UUID, holder: str, used: Sequence[Used]) -> None:
    """Take what an order uses of campaigns with a limit, all or none. Each campaign's row is locked by its own statement.

    Refuses `campaign_used_up` (nothing is left of it, or it has ended) and `campaign_used_before` (this customer has had it
    as often as one may), each with the campaign's name.
    """
    for one in sorted(used, key=lambda one: one.campaign_id):
        with connection.cursor() as cursor:
            cursor.execute(_TAKE, {"id": one.campaign_id, "amount": one.amount, "now": clock.now()})
            row = cursor.fetchone()
        if row is None:
            raise refuse("campaign_used_up", name=one.name)
        most = row[0]
        place = 1 if most is None else _free_place(one.campaign_id, holder)
        if most is not None and place > most:
            raise refuse("campaign_used_before", name=one.name)
        _note_use(one, subject, f"order:{subject}" if most is None else holder, place, most)


def _free_place(campaign_id: int, holder: str) -> int:
    """Return the first of a holder's uses that is not taken: the campaign's row is locked, so nobody takes it meanwhile."""
    uses = CampaignUse.objects.filter(campaign_id=campaign_id, holder=holder, released_at=None)
    taken = set(uses.values_list("place", flat=True))
    return next(number for number in range(1, len(taken) + 2) if number not in taken)


def _note_use(used: Used, subject: UUID, holder: str, place: int, most: int | None) -> None:
    CampaignUse.objects.create(
        campaign_id=used.campaign_id, subject=subject, holder=holder, place=place, most=most, amount=used.amount,
        used_at=clock.now(),
    )  # fmt: skip


_RELEASE = """
with gone as (
    update pricing_campaignuse set released_at = %(now)s where subject = %(subject)s and released_at is null
    returning campaign_id, amount
)
update pricing_campaign c set used_count = used_count - 1, used_amount = used_amount - gone.amount
from gone where c.id = gone.campaign_id
"""


def release_campaigns(*, subject: UUID) -> None:
    """Give back what an order took that comes to nothing. Doing it twice gives back once."""
    with connection.cursor() as cursor:
        cursor.execute(_RELEASE, {"now": clock.now(), "subject": subject})
