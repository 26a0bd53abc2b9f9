"""Exact numbers in columns: decimals as 64-bit integers of a millionth, moments as microseconds."""

from __future__ import annotations

from collections.abc import Collection
from datetime import UTC, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal

import numpy as np
from numpy.typing import NDArray

from truso.kernel.money import UNIT_PRICE_PLACES

MICRO = 10**UNIT_PRICE_PLACES
MISSING = 2**63 - 1
# Twelve digits before the point, as a price list holds; what is larger is cut there, never wrapped around.
_LIMIT = 10**18
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def to_micro(value: Decimal, rounding: str = ROUND_HALF_UP) -> int:
    """Return the value in millionths, rounded; not-a-number counts as 0."""
    if value.adjusted() <= 12 and value.is_finite():
        scaled = value.scaleb(UNIT_PRICE_PLACES)
        micro = int(scaled)
        if micro != scaled:
            micro = int(scaled.quantize(Decimal(1), rounding=rounding))
        return max(-_LIMIT, min(_LIMIT, micro))
    if value.is_nan():
        return 0
    return _LIMIT if value > 0 else -_LIMIT


def from_micro(micro: int) -> Decimal:
    """Return millionths as a plain decimal without trailing zeros (`12.5`, `100`)."""
    value = Decimal(int(micro)).scaleb(-UNIT_PRICE_PLACES).normalize()
    return value.quantize(Decimal(1)) if value.as_tuple().exponent > 0 else value  # type: ignore[operator]


def as_ids(ids: Collection[int]) -> NDArray[np.int64]:
    """Return ids as an array; those beyond 64 bits become -1, which nothing has."""
    try:
        return np.fromiter(ids, np.int64, len(ids))
    except OverflowError:
        return np.array([i if -MISSING <= i <= MISSING else -1 for i in ids], np.int64)


def to_instant(moment: datetime) -> int:
    """Return microseconds since 1970; a moment without zone is taken as UTC."""
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return (aware - _EPOCH) // _MICROSECOND
