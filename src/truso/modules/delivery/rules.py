"""What a delivery costs and when it arrives."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from truso.kernel.money import ZERO

SATURDAY = 5
# What is ordered today is picked on the next working day.
PICKING_DAYS = 1


@dataclass(frozen=True, slots=True)
class PromisedPart:
    """A quantity and the day it arrives; no day when nobody knows."""

    quantity: Decimal
    arrives_on: date | None


def rate_for_weight(rates: Iterable[tuple[Decimal, Decimal]], weight_kg: Decimal) -> Decimal | None:
    """Return the net price of the first step that carries the weight; None when it is too heavy for the method."""
    return next((amount for up_to, amount in sorted(rates) if weight_kg <= up_to), None)


def freight(
    rates: Iterable[tuple[Decimal, Decimal]], *, weight_kg: Decimal, goods: Decimal, free_from: Decimal | None
) -> Decimal | None:
    """Return the net freight: nothing from the free limit on, else by weight; None when the method can't carry it.

    `goods` and `free_from` are both with VAT or both without.
    """
    by_weight = rate_for_weight(rates, weight_kg)
    if by_weight is not None and free_from is not None and goods >= free_from:
        return ZERO
    return by_weight


def add_working_days(start: date, days: int) -> date:
    """Return the day that many working days (Monday to Friday) after the start."""
    day = start
    while days > 0:
        day += timedelta(days=1)
        if day.weekday() < SATURDAY:
            days -= 1
    while day.weekday() >= SATURDAY:
        day += timedelta(days=1)
    return day


def working_days_between(start: date, end: date) -> int:
    """Return how many working days come after the start, up to the end."""
    days = (start + timedelta(days=number) for number in range(1, (end - start).days + 1))
    return sum(day.weekday() < SATURDAY for day in days)


def ships_on(today: date, lead_days: int = 0) -> date:
    """Return the day goods leave: procurement, then one day to pick, all working days."""
    return add_working_days(today, lead_days + PICKING_DAYS)


def promised_on(today: date, *, transit_days: int, lead_days: int = 0) -> date:
    """Return the day goods arrive: procurement, then one day to pick, then the carrier's days, all working days."""
    return add_working_days(today, lead_days + PICKING_DAYS + transit_days)


def postponed(promised: date, *, counted_from: date, to: date) -> date:
    """Return the day of a promise counted from another day: as many working days later as that day is."""
    return add_working_days(promised, working_days_between(counted_from, to))
