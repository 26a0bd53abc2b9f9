"""Which tax a line carries. Source of categories: EN 16931 (UNCL 5305)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from truso.kernel.period import Period
from truso.kernel.value import Value


class Rate(Value, frozen=True):
    """A rate in force in a country for a tax class and a period. `percent` is 25 for 25 %."""

    country: str
    tax_class_id: int
    category: str
    percent: Decimal
    period: Period
    exemption_reason: str = ""


class NoTaxRate(LookupError):
    """Raised when goods of a class are sold to a country and day for which nobody has entered a rate."""


def find_rate(rates: Iterable[Rate], *, country: str, tax_class_id: int, on: date) -> Rate:
    """Return the rate of a class in a country on a day; raises `NoTaxRate`, never guesses."""
    for rate in rates:
        if rate.country == country and rate.tax_class_id == tax_class_id and rate.period.contains(on):
            return rate
    raise NoTaxRate(f"{country} has no rate for tax class {tax_class_id} on {on}")
