"""What is given with an article for a time, as its page shows it: until when, to the minute, and no longer."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext as _

from truso.kernel.buyer import Buyer
from truso.kernel.value import Value
from truso.modules.pricing.campaigning import CampaignInForce
from truso.modules.pricing.given import deals_on
from truso.modules.pricing.values import ArticlePrice
from truso.storefront.cards import PriceView
from truso.storefront.formats import format_moment, format_money


class OfferView(Value, frozen=True):
    """A campaign on an article. `ends_at` is an instant (ISO 8601) by which a page counts down."""

    name: str
    until: str
    ends_at: str


def _with_minimum(buyer: Buyer, campaign: CampaignInForce) -> str:
    """Return a campaign's name, and from which goods value it counts."""
    if not campaign.minimum:
        return campaign.name
    amount = format_money(campaign.minimum, buyer.currency, buyer.language)
    if buyer.market.display_gross and not buyer.display_gross:
        amount = _("%(amount)s incl. VAT") % {"amount": amount}
    return _("%(campaign)s, for goods of at least %(amount)s") % {"campaign": campaign.name, "amount": amount}


def offers_of(buyer: Buyer, variant_id: int, price: ArticlePrice | None, shown: PriceView | None) -> list[OfferView]:
    """Return what an article counts for now: a reduction that is one by the 30-day rule, then campaigns on the cart."""
    found: list[tuple[str, datetime]] = []
    is_shown = bool(shown and shown.before) or not buyer.display_gross
    if price and price.campaign and price.campaign_ends_at and is_shown:
        found.append((price.campaign, price.campaign_ends_at))
    found += [(_with_minimum(buyer, one), one.ends_at) for one in deals_on(buyer, variant_id)]
    return [
        OfferView(name, format_moment(ends, buyer.language, buyer.market.timezone, "medium"), ends.isoformat())
        for name, ends in found
    ]
