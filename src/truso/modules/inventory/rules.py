"""Which stock serves a wish."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_FLOOR, Decimal

from truso.kernel.money import ZERO


@dataclass(frozen=True, slots=True)
class Balance:
    """What a location has of a variant: on hand and reserved."""

    item_id: int
    variant_id: int
    location_id: int
    on_hand: Decimal
    reserved: Decimal

    @property
    def available(self) -> Decimal:
        return self.on_hand - self.reserved


@dataclass(frozen=True, slots=True)
class Wish:
    """A quantity of a variant wanted for one subject; `may_wait` lets the missing part be ordered in.

    Of a bundle each part is a wish of its own under the same key; `per` is how many of it one bundle takes.
    """

    key: str
    variant_id: int
    quantity: Decimal
    may_wait: bool = False
    per: Decimal = Decimal(1)


@dataclass(frozen=True, slots=True)
class Take:
    """A quantity to reserve for a wish from one balance."""

    key: str
    item_id: int
    variant_id: int
    location_id: int
    quantity: Decimal


@dataclass(frozen=True, slots=True)
class Shortage:
    """A wish that can't be met: how much there is, in what was ordered (bundles, of a part of one)."""

    key: str
    variant_id: int
    wanted: Decimal
    available: Decimal


def allocate(wishes: Sequence[Wish], balances: Iterable[Balance]) -> tuple[list[Take], list[Shortage]]:
    """Serve wishes from balances in the order given (locations by priority); whole from one location if one can.

    Wishes of the same variant share the balances, first come first served. A wish that may wait takes what there is.
    """
    left = {balance.item_id: balance.available for balance in balances}
    by_variant: dict[int, list[Balance]] = {}
    for balance in balances:
        by_variant.setdefault(balance.variant_id, []).append(balance)
    takes: list[Take] = []
    shortages: list[Shortage] = []
    for wish in wishes:
        places = by_variant.get(wish.variant_id, [])
        whole = next((place for place in places if left[place.item_id] >= wish.quantity), None)
        missing = wish.quantity
        found: list[Take] = []
        for place in [whole] if whole else places:
            part = min(missing, left[place.item_id])
            if part > ZERO:
                found.append(Take(wish.key, place.item_id, wish.variant_id, place.location_id, part))
                missing -= part
        if missing > ZERO and not wish.may_wait:
            available = sum((max(left[place.item_id], ZERO) for place in places), ZERO)
            if wish.per != 1:
                available = (available / wish.per).to_integral_value(ROUND_FLOOR)
            shortages.append(Shortage(wish.key, wish.variant_id, wish.quantity / wish.per, available))
            continue
        for take in found:
            left[take.item_id] -= take.quantity
        takes.extend(found)
    return takes, shortages
