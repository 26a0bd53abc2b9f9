"""Writes to delivery methods."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from truso.kernel.refusals import refuse
from truso.modules.delivery.models import DeliveryMethod, DeliveryRate


def save_delivery_method(*, method: DeliveryMethod, rates: Sequence[tuple[Decimal, Decimal]]) -> DeliveryMethod:
    """Write a method with its rates: (up to kg, net price) per step. Refuses `rate_twice`, `rate_invalid`."""
    if len({up_to for up_to, _ in rates}) != len(rates):
        raise refuse("rate_twice", "rates")
    if any(up_to <= 0 or amount < 0 for up_to, amount in rates):
        raise refuse("rate_invalid", "rates")
    method.save()
    method.rates.all().delete()
    DeliveryRate.objects.bulk_create(
        DeliveryRate(method=method, up_to_kg=up_to, amount=amount) for up_to, amount in sorted(rates)
    )
    return method
