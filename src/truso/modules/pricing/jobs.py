"""What pricing does by the clock."""

from __future__ import annotations

from datetime import timedelta
from zoneinfo import ZoneInfo

from django.db import transaction
from django.db.models import Q

from truso.modules.markets.queries import list_markets
from truso.modules.pricing.models import Campaign
from truso.modules.pricing.noting import note_consumer_prices
from truso.platform import clock
from truso.platform.jobs import periodic

# Longer than the time between two runs, so that a late run misses none; noting twice adds nothing.
LOOK_BACK = timedelta(hours=2)


@periodic("pricing.note_campaigns", "*/5 * * * *")
def note_campaigns() -> None:
    """Note what consumers are offered in markets where a campaign has just begun or ended."""
    now = clock.now()
    since = now - LOOK_BACK
    turned = Campaign.objects.filter(
        Q(starts_at__gt=since, starts_at__lte=now) | Q(ends_at__gt=since, ends_at__lte=now)
    )
    for market_id in set(turned.values_list("market_id", flat=True)):
        with transaction.atomic():
            note_consumer_prices(market_id=market_id)


@periodic("pricing.note_new_day", "5 * * * *")
def note_new_day() -> None:
    """Note what consumers are offered in markets where a day has just begun: prices and lists hold by the day."""
    now = clock.now()
    for market in list_markets():
        if now.astimezone(ZoneInfo(market.timezone)).hour == 0:
            with transaction.atomic():
                note_consumer_prices(market_id=market.pk)
