"""Which tax rate goods carry."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from truso.kernel.period import Period
from truso.modules.tax.rules import NoTaxRate, Rate, find_rate

STANDARD, FOOD = 1, 2
NEW_YEAR = date(2026, 1, 1)
RATES = [
    Rate("NO", STANDARD, "S", Decimal(25), Period()),
    Rate("NO", FOOD, "S", Decimal(12), Period(None, NEW_YEAR)),
    Rate("NO", FOOD, "S", Decimal(15), Period(NEW_YEAR)),
    Rate("SE", FOOD, "S", Decimal(6), Period()),
]


@pytest.mark.parametrize(
    ("country", "tax_class", "day", "percent"),
    [
        ("NO", STANDARD, date(2026, 3, 1), 25),
        ("NO", FOOD, date(2025, 12, 31), 12),
        ("NO", FOOD, NEW_YEAR, 15),
        ("SE", FOOD, NEW_YEAR, 6),
    ],
)
def test_the_rate_is_that_of_country_class_and_day(country: str, tax_class: int, day: date, percent: int) -> None:
    assert find_rate(RATES, country=country, tax_class_id=tax_class, on=day).percent == percent


@pytest.mark.parametrize(("country", "tax_class"), [("SE", STANDARD), ("PL", FOOD), ("NO", 3)])
def test_a_missing_rate_is_never_guessed(country: str, tax_class: int) -> None:
    with pytest.raises(NoTaxRate, match=f"{country} has no rate for tax class {tax_class}"):
        find_rate(RATES, country=country, tax_class_id=tax_class, on=NEW_YEAR)
