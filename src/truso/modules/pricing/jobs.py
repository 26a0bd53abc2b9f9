"""Keeps the record of consumer prices when campaigns start and end."""

from __future__ import annotations

from django.db import transaction

from truso.modules.markets.models import Market
from truso.modules.pricing.operations import note_consumer_prices
from truso.platform.jobs import periodic


@periodic("pricing.note_consumer_prices", "*/5 * * * *")
def note_all_consumer_prices() -> None:
    """Note what consumers of every market are offered now."""
    for market in Market.objects.filter(is_active=True):
        with transaction.atomic():
            note_consumer_prices(market_id=market.pk)
