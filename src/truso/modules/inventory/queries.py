"""What is in stock, for buyers and staff."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from django.db import connection

from truso.kernel.buyer import Buyer
from truso.kernel.money import ZERO
from truso.kernel.value import Value

_AVAILABILITY = """
select v.id, v.is_stocked, v.lead_days, l.code, s.on_hand - s.reserved
from catalog_variant v
left join inventory_stockitem s on s.variant_id = v.id
left join inventory_location l on l.id = s.location_id and l.is_active
where v.id = any(%s::bigint[]) order by v.id, l.priority
"""


class Availability(Value, frozen=True):
    """What can be had of a variant now, and in how many days more can; None days means no more is coming."""

    variant_id: int
    available: Decimal
    is_stocked: bool
    lead_days: int | None
    by_location: tuple[tuple[str, Decimal], ...] = ()

    @property
    def is_available(self) -> bool:
        """True when at least some can be sent at once."""
        return not self.is_stocked or self.available > ZERO

    def parts(self, quantity: Decimal) -> tuple[tuple[Decimal, int | None], ...]:
        """Part a quantity by when it can be had: (how much, in how many days); None days when nobody knows."""
        now = min(max(self.available, ZERO), quantity) if self.is_stocked else ZERO
        days = self.lead_days if self.is_stocked else self.lead_days or 0
        return tuple((part, wait) for part, wait in ((now, 0), (quantity - now, days)) if part > ZERO)

    def less(self, quantity: Decimal) -> Availability:
        """Return what is left when a quantity is taken: for the next line of the same article."""
        left = max(self.available - quantity, ZERO)
        return Availability(self.variant_id, left, self.is_stocked, self.lead_days, self.by_location)

    def covers(self, quantity: Decimal) -> bool:
        """Tell whether the whole quantity can be ordered (from stock, or with a wait)."""
        return not self.is_stocked or self.available >= quantity or self.lead_days is not None


def availability_for(buyer: Buyer | None, variant_ids: Iterable[int]) -> dict[int, Availability]:
    """Return the availability of each variant, in one query. The buyer's market limits nothing yet: stock is one."""
    found: dict[int, Availability] = {}
    with connection.cursor() as cursor:
        cursor.execute(_AVAILABILITY, [list(variant_ids)])
        for variant, is_stocked, lead_days, code, available in cursor.fetchall():
            before = found.get(variant) or Availability(variant, ZERO, is_stocked, lead_days)
            if code is not None:
                places = (*before.by_location, (code, available))
                before = Availability(variant, before.available + available, is_stocked, lead_days, places)
            found[variant] = before
    return found
