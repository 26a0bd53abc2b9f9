"""Amounts of money: `Decimal` throughout, rounded once, where a document says so."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

ZERO = Decimal(0)
CENT = Decimal("0.01")
UNIT_PRICE_PLACES = 6
# numeric(18,6) holds twelve digits before the point; a document total above this is a typing error.
MAX_AMOUNT = Decimal("999999999999")

# ISO 4217 minor units; every other currency the shop trades in has two.
_MINOR_UNITS = {"ISK": 0, "JPY": 0, "KRW": 0, "CLP": 0, "VND": 0, "BHD": 3, "KWD": 3, "JOD": 3, "TND": 3}
_COINS = {places: Decimal(1).scaleb(-places) for places in (0, 2, 3)}
_UNIT_PRICE_STEP = Decimal(1).scaleb(-UNIT_PRICE_PLACES)


def minor_units(currency: str) -> int:
    """Return the number of decimals of a currency's smallest coin. Source: ISO 4217."""
    return _MINOR_UNITS.get(currency, 2)


def round_amount(amount: Decimal, currency: str) -> Decimal:
    """Round to the currency's minor unit, half away from zero (the commercial rule EN 16931 uses)."""
    return amount.quantize(_COINS[minor_units(currency)], rounding=ROUND_HALF_UP)


def round_unit_price(amount: Decimal) -> Decimal:
    """Round a price per unit to six decimals, the most a price list holds."""
    return amount.quantize(_UNIT_PRICE_STEP, rounding=ROUND_HALF_UP)


def parse_amount(text: str) -> Decimal | None:
    """Read an amount as people in the Nordics and Poland write it: `1 234,50`, `1.234,50`, `1,234.50`, `1234.5`.

    Returns None for anything that is not a finite decimal number.
    """
    cleaned = "".join(text.split()).replace("\u00a0", "").replace("\u202f", "").replace("'", "")
    if not cleaned or not all(c.isdigit() or c in ".,-+" for c in cleaned) or len(cleaned) > 24:
        return None
    comma, point = cleaned.rfind(","), cleaned.rfind(".")
    if comma > point:
        cleaned = cleaned.replace(".", "").replace(",", ".")
    elif point > comma >= 0:
        cleaned = cleaned.replace(",", "")
    try:
        value = Decimal(cleaned)
    except InvalidOperation:
        return None
    return value if value.is_finite() and abs(value) <= MAX_AMOUNT else None


def distribute(total: Decimal, weights: Sequence[Decimal], currency: str) -> list[Decimal]:
    """Split a rounded total over weights so that the parts add up to it exactly.

    The remainder of rounding goes to the parts whose exact share was cut most, first ones first.
    """
    if not weights:
        return []
    scale = Decimal(1).scaleb(-minor_units(currency))
    whole = sum(weights, ZERO)
    if whole == 0:
        weights, whole = [Decimal(1)] * len(weights), Decimal(len(weights))
    exact = [total * weight / whole for weight in weights]
    parts = [round_amount(share, currency) for share in exact]
    missing = int((total - sum(parts, ZERO)) / scale)
    step = scale if missing > 0 else -scale
    order = sorted(range(len(parts)), key=lambda i: (parts[i] - exact[i]) * (1 if missing > 0 else -1))
    for position in range(abs(missing)):
        parts[order[position % len(parts)]] += step
    return parts


@dataclass(frozen=True, slots=True, order=False)
class Money:
    """An amount in one currency. Adding two currencies raises `ValueError`."""

    amount: Decimal
    currency: str

    def __add__(self, other: Money) -> Money:
        self._same(other)
        return Money(self.amount + other.amount, self.currency)

    def __sub__(self, other: Money) -> Money:
        self._same(other)
        return Money(self.amount - other.amount, self.currency)

    def __neg__(self) -> Money:
        return Money(-self.amount, self.currency)

    def rounded(self) -> Money:
        """Return the amount in whole minor units."""
        return Money(round_amount(self.amount, self.currency), self.currency)

    def _same(self, other: Money) -> None:
        if self.currency != other.currency:
            raise ValueError(f"{self.currency} and {other.currency} do not add")


def add_up(amounts: Iterable[Decimal]) -> Decimal:
    """Return the sum as a Decimal also when there is nothing to add."""
    return sum(amounts, ZERO)
