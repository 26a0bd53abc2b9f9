"""What is in stock, for buyers and staff."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import ROUND_FLOOR, Decimal
from uuid import UUID

from django.db import connection
from django.db.models import F

from truso.kernel.buyer import Buyer
from truso.kernel.money import ZERO
from truso.kernel.value import Value, replace
from truso.modules.catalog.bundles import BundledArticle, parts_of
from truso.modules.inventory.models import Reservation, StockItem

_AVAILABILITY = """
select v.id, v.is_stocked, v.lead_days, l.code, s.on_hand - s.reserved, b.variant_id is not null
from catalog_variant v
left join catalog_bundle b on b.variant_id = v.id
left join inventory_stockitem s on s.variant_id = v.id and b.variant_id is null
left join inventory_location l on l.id = s.location_id and l.is_active
where v.id = any(%s::bigint[]) order by v.id, l.priority
"""


class Availability(Value, frozen=True):
    """What can be had of a variant now, and in how many days more can; None days means no more is coming.

    Of a bundle as many as its parts make; `components` holds how many of each one bundle takes, and what there is of it.
    """

    variant_id: int
    available: Decimal
    is_stocked: bool
    lead_days: int | None
    by_location: tuple[tuple[str, Decimal], ...] = ()
    components: tuple[tuple[Decimal, Availability], ...] = ()

    @property
    def is_available(self) -> bool:
        """True when at least some can be sent at once."""
        return not self.is_stocked or self.available > ZERO

    def parts(self, quantity: Decimal) -> tuple[tuple[Decimal, int | None], ...]:
        """Part a quantity by when it can be had: (how much, in how many days); None days when nobody knows."""
        now = min(max(self.available, ZERO), quantity) if self.is_stocked else ZERO
        return tuple((part, wait) for part, wait in ((now, 0), (quantity - now, self._wait(quantity))) if part > ZERO)

    def _wait(self, quantity: Decimal) -> int | None:
        """Return in how many days what is not there of a quantity can be had."""
        if not self.components:
            return self.lead_days if self.is_stocked else self.lead_days or 0
        # Only parts that run short are waited for.
        waits = [days for per, one in self.components for _, days in one.parts(quantity * per)]
        return None if None in waits else max((days for days in waits if days is not None), default=0)

    def takes(self, quantity: Decimal) -> dict[int, Decimal]:
        """Return what a quantity takes of which article: of itself, or of a bundle's parts."""
        if not self.components:
            return {self.variant_id: quantity}
        return {one.variant_id: quantity * per for per, one in self.components}

    def after(self, taken: Mapping[int, Decimal]) -> Availability:
        """Return what is left when that much of these articles is taken: for the next line of a cart."""
        if self.components:
            left = tuple((per, one.after(taken)) for per, one in self.components)
            return bundled(self.variant_id, left)
        if not taken.get(self.variant_id):
            return self
        return replace(self, available=max(self.available - taken[self.variant_id], ZERO))

    def covers(self, quantity: Decimal) -> bool:
        """Tell whether the whole quantity can be ordered (from stock, or with a wait)."""
        if self.components:
            return all(one.covers(quantity * per) for per, one in self.components)
        return not self.is_stocked or self.available >= quantity or self.lead_days is not None


def bundled(variant_id: int, components: tuple[tuple[Decimal, Availability], ...]) -> Availability:
    """Return how many whole bundles the parts make: `components` pairs how many one bundle takes with what there is.

    More can be had in as many days as the parts that run out first take.
    """
    stocked = [(_whole(one.available, per), per, one) for per, one in components if one.is_stocked]
    if not stocked:
        days = max((one.lead_days or 0 for _, one in components), default=0)
        return Availability(variant_id, ZERO, is_stocked=False, lead_days=days, components=components)
    available = min(count for count, _, _ in stocked)
    waits = [one.lead_days for count, _, one in stocked if count == available]
    lead_days = None if None in waits else max(days for days in waits if days is not None)
    return Availability(
        variant_id, available, is_stocked=True, lead_days=lead_days, by_location=_places(stocked), components=components
    )


def _places(stocked: list[tuple[Decimal, Decimal, Availability]]) -> tuple[tuple[str, Decimal], ...]:
    """Return how many bundles each place can send by itself."""
    codes = dict.fromkeys(code for _, _, one in stocked for code, _ in one.by_location)
    return tuple(
        (code, min(_whole(dict(one.by_location).get(code, ZERO), per) for _, per, one in stocked)) for code in codes
    )


def _whole(available: Decimal, per: Decimal) -> Decimal:
    return max((available / per).to_integral_value(ROUND_FLOOR), ZERO)


def availability_for(buyer: Buyer | None, variant_ids: Iterable[int]) -> dict[int, Availability]:
    """Return the availability of each variant, in one query; two more when there are bundles among them.

    The buyer's market limits nothing yet: stock is one.
    """
    found, bundles = _availability(list(variant_ids))
    if not bundles:
        return found
    parts = parts_of(bundles)
    wanted = {part.variant_id for held in parts.values() for part in held}
    there = found | _availability(list(wanted - set(found)))[0]
    for bundle in bundles:
        found[bundle] = bundled(bundle, _components(parts.get(bundle, ()), there))
    return found


def _components(
    parts: Iterable[BundledArticle], there: Mapping[int, Availability]
) -> tuple[tuple[Decimal, Availability], ...]:
    return tuple((part.quantity, there[part.variant_id]) for part in parts)


def _availability(variant_ids: list[int]) -> tuple[dict[int, Availability], list[int]]:
    found: dict[int, Availability] = {}
    bundles = []
    with connection.cursor() as cursor:
        cursor.execute(_AVAILABILITY, [variant_ids])
        for variant, is_stocked, lead_days, code, available, is_bundle in cursor.fetchall():
            if is_bundle:
                bundles.append(variant)
            before = found.get(variant) or Availability(variant, ZERO, is_stocked, lead_days)
            if code is not None:
                places = (*before.by_location, (code, available))
                before = Availability(variant, before.available + available, is_stocked, lead_days, places)
            found[variant] = before
    return found, bundles


def reserved_by_location(subject_kind: str, subject_uuid: UUID) -> dict[int, Decimal]:
    """Return what is held for a subject (an order line), by location key."""
    rows = Reservation.objects.filter(subject_kind=subject_kind, subject_uuid=subject_uuid).order_by("pk")
    return dict(rows.values_list("location_id", "quantity"))


def free_by_location(variant_id: int) -> dict[int, Decimal]:
    """Return what of an article nobody has been promised, by location key, in the order stock is taken."""
    rows = StockItem.objects.filter(variant_id=variant_id, location__is_active=True, on_hand__gt=F("reserved"))
    return {
        place: on_hand - reserved
        for place, on_hand, reserved in rows.order_by("location__priority", "pk").values_list(
            "location_id", "on_hand", "reserved"
        )
    }
