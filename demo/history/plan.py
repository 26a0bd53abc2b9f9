"""Plan two years of orders: who buys what and when, how it ships, when it is paid, what comes back. Seeded, no database."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from truso.kernel.quantity import round_up_to


@dataclass(frozen=True, slots=True)
class PlanArticle:
    """An article as the plan sees it. `weight` is how often it is bought; `group` what it is bought together with."""

    variant_id: int
    group: str
    weight: int
    minimum: Decimal
    multiple: Decimal
    usual: int
    for_consumers: bool


@dataclass(frozen=True, slots=True)
class PlanCustomer:
    """A customer as the plan sees it. `key` names it alike in every database, so that the plan is the same in each.

    `per_year` is how many orders it places; `groups` what it mostly buys.
    """

    key: str
    customer_id: int
    person_ids: tuple[int, ...]
    market_code: str
    is_business: bool
    per_year: float
    groups: tuple[str, ...]
    since_days: int
    pays_late: bool = False


@dataclass(frozen=True, slots=True)
class PlannedReturn:
    """What comes back: index of the line, quantity, reason, and when it arrives."""

    line: int
    quantity: Decimal
    reason: str
    at: datetime


@dataclass(frozen=True, slots=True)
class PlannedOrder:
    """An order and everything that happens to it. `parts` are deliveries: when, and the quantity per line."""

    customer_id: int
    person_id: int
    market_code: str
    is_business: bool
    placed_at: datetime
    lines: tuple[tuple[int, Decimal], ...]
    parts: tuple[tuple[datetime, tuple[Decimal, ...]], ...]
    paid_after_days: int | None
    returned: PlannedReturn | None
    po_number: str
    reference: str
    location: int


# Trade follows the seasons of building; private buying those of summer houses and Christmas.
_SEASON_BUSINESS = (0.8, 0.9, 1.1, 1.15, 1.2, 1.1, 0.5, 1.05, 1.2, 1.15, 1.1, 0.75)
_SEASON_PRIVATE = (0.7, 0.75, 0.95, 1.2, 1.3, 1.2, 0.95, 0.9, 0.9, 0.95, 1.2, 1.3)
_REFERENCES = ("Lager", "Prosjekt Havna", "Bil 4", "Verksted", "Prosjekt Skolen", "Bygg B", "Service")


def plan_history(
    *,
    customers: Sequence[PlanCustomer],
    articles: Sequence[PlanArticle],
    until: datetime,
    days: int,
    seed: int,
    timezone: str,
) -> list[PlannedOrder]:
    """Return the orders of a period, oldest first; the same for the same arguments."""
    orders: list[PlannedOrder] = []
    shelves: dict[bool, dict[str, list[PlanArticle]]] = {False: {}, True: {}}
    for article in articles:
        shelves[False].setdefault(article.group, []).append(article)
        if article.for_consumers:
            shelves[True].setdefault(article.group, []).append(article)
    for customer in customers:
        rng = random.Random(f"{seed}:{customer.key}")
        for moment in _moments(customer, rng, until, min(days, customer.since_days), timezone):
            orders.append(_order(customer, rng, moment, shelves[not customer.is_business], until))
    return sorted(orders, key=lambda order: (order.placed_at, order.customer_id))


def _moments(customer: PlanCustomer, rng: random.Random, until: datetime, days: int, timezone: str) -> list[datetime]:
    season = _SEASON_BUSINESS if customer.is_business else _SEASON_PRIVATE
    zone = ZoneInfo(timezone)
    moments = []
    for back in range(days, 3, -1):
        day = (until - timedelta(days=back)).astimezone(zone).date()
        weekend = day.weekday() >= 5
        rhythm = (0.05 if weekend else 1.35) if customer.is_business else (1.3 if weekend else 0.88)
        growth = 0.8 + 0.4 * (days - back) / max(days, 1)
        if rng.random() < customer.per_year / 365 * season[day.month - 1] * rhythm * growth:
            hour = (
                rng.choice((7, 8, 8, 9, 9, 10, 11, 12, 13, 14, 15))
                if customer.is_business
                else rng.choice((9, 11, 13, 16, 18, 19, 20, 20, 21, 22))
            )
            moments.append(datetime.combine(day, time(hour, rng.randrange(60), rng.randrange(60)), zone))
    return moments


def _order(
    customer: PlanCustomer,
    rng: random.Random,
    placed_at: datetime,
    shelves: dict[str, list[PlanArticle]],
    until: datetime,
) -> PlannedOrder:
    lines = _lines(customer, rng, shelves)
    parts = _parts(rng, placed_at, lines, customer.is_business, until)
    return PlannedOrder(
        customer_id=customer.customer_id,
        person_id=rng.choice(customer.person_ids),
        market_code=customer.market_code,
        is_business=customer.is_business,
        placed_at=placed_at,
        lines=lines,
        parts=parts,
        paid_after_days=_paid_after(customer, rng),
        returned=_returned(rng, lines, parts, customer.is_business, until),
        po_number=f"PO-{rng.randrange(10_000, 99_999)}" if customer.is_business else "",
        reference=rng.choice(_REFERENCES) if customer.is_business and rng.random() < 0.6 else "",
        location=0 if rng.random() < 0.8 else 1,
    )


def _lines(
    customer: PlanCustomer, rng: random.Random, shelves: dict[str, list[PlanArticle]]
) -> tuple[tuple[int, Decimal], ...]:
    count = (
        min(14, 1 + int(rng.expovariate(1 / 3.2)))
        if customer.is_business
        else min(5, 1 + int(rng.expovariate(1 / 0.9)))
    )
    groups = [group for group in customer.groups if group in shelves] or sorted(shelves)
    chosen: dict[int, Decimal] = {}
    for _ in range(count):
        shelf = shelves[rng.choice(groups) if rng.random() < 0.8 else rng.choice(sorted(shelves))]
        article = rng.choices(shelf, [max(1, one.weight) for one in shelf])[0]
        times = max(1, int(rng.expovariate(1 / 2.5))) if customer.is_business else 1
        wish = Decimal(article.usual * times) if customer.is_business else Decimal(1 if rng.random() < 0.8 else 2)
        chosen[article.variant_id] = round_up_to(wish, minimum=article.minimum, multiple=article.multiple)
    return tuple(chosen.items())


def _parts(
    rng: random.Random, placed_at: datetime, lines: tuple[tuple[int, Decimal], ...], is_business: bool, until: datetime
) -> tuple[tuple[datetime, tuple[Decimal, ...]], ...]:
    first = placed_at + timedelta(hours=rng.choice((3, 5, 20, 22, 26, 44)))
    whole = tuple(quantity for _, quantity in lines)
    if not is_business or len(lines) < 2 or rng.random() > 0.14:
        return ((first, whole),) if first < until else ()
    later = {index for index in range(len(lines)) if rng.random() < 0.4} or {len(lines) - 1}
    if len(later) == len(lines):
        later.discard(0)
    now = tuple(Decimal(0) if index in later else quantity for index, quantity in enumerate(whole))
    rest = tuple(quantity if index in later else Decimal(0) for index, quantity in enumerate(whole))
    second = first + timedelta(days=rng.randrange(2, 12))
    return tuple(part for part in ((first, now), (second, rest)) if part[0] < until)


def _paid_after(customer: PlanCustomer, rng: random.Random) -> int | None:
    if not customer.is_business:
        return 0
    if customer.pays_late:
        return rng.choice((31, 36, 42, 50, 64, 75))
    return rng.choice((9, 14, 18, 22, 26, 28, 29, 30, 30, 31, 33))


def _returned(
    rng: random.Random, lines: tuple[tuple[int, Decimal], ...], parts: tuple[tuple[datetime, tuple[Decimal, ...]], ...],
    is_business: bool, until: datetime,
) -> PlannedReturn | None:  # fmt: skip
    if len(parts) != 1 or rng.random() > (0.025 if is_business else 0.08):
        return None
    index = rng.randrange(len(lines))
    at = parts[0][0] + timedelta(days=rng.randrange(4, 16))
    if at >= until - timedelta(days=1):
        return None
    reason = (
        rng.choice(("defect", "wrong_item", "damaged"))
        if is_business
        else rng.choice(("withdrawal", "withdrawal", "wrong_size", "defect"))
    )
    return PlannedReturn(index, lines[index][1], reason, at)
