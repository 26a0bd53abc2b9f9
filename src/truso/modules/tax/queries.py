"""The rates in force."""

from __future__ import annotations

from datetime import date

from truso.kernel.period import Period
from truso.modules.tax.models import TaxRate
from truso.modules.tax.rules import NoTaxRate, Rate, find_rate
from truso.platform.shortlived import short_lived

__all__ = ["NoTaxRate", "list_rates", "rate_for", "rates_on"]


@short_lived(seconds=15)
def list_rates(country: str) -> tuple[Rate, ...]:
    """Return every rate a country ever had."""
    return tuple(
        Rate(
            row.country,
            row.tax_class_id,
            row.category,
            row.percent,
            Period(row.period.lower, row.period.upper),
            row.exemption_reason,
        )
        for row in TaxRate.objects.filter(country=country)
    )


def rates_on(country: str, on: date) -> dict[int, Rate]:
    """Return the rate of each tax class in a country on a day, by tax class id."""
    return {rate.tax_class_id: rate for rate in list_rates(country) if rate.period.contains(on)}


def rate_for(country: str, tax_class_id: int, on: date) -> Rate:
    """Return one rate; raises `NoTaxRate`."""
    return find_rate(list_rates(country), country=country, tax_class_id=tax_class_id, on=on)
