"""Quantities: up to three decimals, never negative, never beyond what a warehouse can hold."""

from __future__ import annotations

from decimal import ROUND_CEILING, Decimal, InvalidOperation

from truso.kernel.money import parse_amount

QUANTITY_PLACES = 3
MAX_QUANTITY = Decimal(1_000_000)


def parse_quantity(text: str) -> Decimal | None:
    """Read a quantity as typed (`10`, `2,5`, `1 000`); None when it is not a number of at most three decimals."""
    value = parse_amount(str(text))
    if value is None:
        return None
    try:
        exact = value.quantize(Decimal("0.001"))
    except InvalidOperation:
        return None
    return exact.normalize() + 0 if exact == value else None


def is_multiple(quantity: Decimal, step: Decimal) -> bool:
    """Tell whether the quantity is a whole number of steps (a pack of 100, half a metre)."""
    return step <= 0 or quantity % step == 0


def round_up_to(quantity: Decimal, *, minimum: Decimal, multiple: Decimal) -> Decimal:
    """Return the smallest orderable quantity that covers the wish: at least the minimum, in whole multiples."""
    wanted = max(quantity, minimum)
    if multiple <= 0:
        return wanted
    return (wanted / multiple).to_integral_value(rounding=ROUND_CEILING) * multiple


def format_quantity(quantity: Decimal) -> str:
    """Write a quantity without trailing zeros or an exponent: `100`, `2.5`."""
    return f"{quantity.normalize():f}"
