"""Which deliveries a buyer may choose, at what price."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from truso.kernel.buyer import Buyer
from truso.kernel.money import ZERO, round_amount
from truso.kernel.texts import in_language
from truso.modules.delivery.models import DeliveryMethod
from truso.modules.delivery.rules import PromisedPart, freight, promised_on
from truso.modules.tax.queries import rates_for
from truso.platform.shortlived import short_lived

Rates = tuple[tuple[Decimal, Decimal], ...]


@dataclass(frozen=True, slots=True)
class DeliveryOption:
    """A delivery on offer: its net price, its tax class, and when the goods arrive (the first of them, and all).

    `free_from` is the goods value its freight is free from, with VAT for buyers who see prices so.
    """

    code: str
    method_id: int
    name: str
    description: str
    amount: Decimal
    tax_class_id: int
    today: date
    transit_days: int
    first_on: date
    arrives_on: date
    is_pickup: bool
    pickup_place: str
    free_from: Decimal | None

    def promise(self, parts: Iterable[tuple[Decimal, int | None]]) -> tuple[PromisedPart, ...]:
        """Return when parts arrive, each given with the days it must be waited for."""
        return tuple(
            PromisedPart(
                quantity,
                None if days is None else promised_on(self.today, transit_days=self.transit_days, lead_days=days),
            )
            for quantity, days in parts
        )


@dataclass(frozen=True, slots=True)
class DeliveryTooHeavy:
    """A delivery that would be offered for less weight, and the most it carries."""

    name: str
    is_pickup: bool
    most_kg: Decimal


@short_lived(seconds=15)
def _methods(market_id: int) -> tuple[tuple[DeliveryMethod, Rates], ...]:
    found = DeliveryMethod.objects.filter(market_id=market_id, is_active=True).prefetch_related("rates")
    return tuple((method, tuple((rate.up_to_kg, rate.amount) for rate in method.rates.all())) for method in found)


def _methods_for(buyer: Buyer, ship_to: str) -> list[tuple[DeliveryMethod, Rates]]:
    taxed = rates_for(buyer, ship_to)
    return [
        (method, rates)
        for method, rates in _methods(buyer.market.id)
        if (method.for_businesses if buyer.is_business else method.for_consumers)
        and (method.is_pickup or not method.countries or (ship_to or buyer.market.country) in method.countries)
        and method.tax_class_id in taxed
    ]


def list_delivery_options(
    buyer: Buyer,
    *,
    weight_kg: Decimal,
    goods: Decimal,
    waits: Sequence[int] = (),
    free_from: Decimal | None = None,
    is_free: bool = False,
    ship_to: str = "",
) -> list[DeliveryOption]:
    """Return the deliveries that can carry the goods to a country (empty: the market's), as the merchant ordered them.

    `goods` is the goods' value after discounts, as the buyer sees prices; `waits` the days that must be waited for each
    of them; `free_from` an agreed limit of free freight (excl. VAT) that stands in for the method's own when it is lower;
    `is_free` frees the freight whatever the goods come to.
    """
    options = []
    for method, rates in _methods_for(buyer, ship_to):
        limit = None if is_free else _limit(buyer, method, free_from, ship_to)
        amount = freight(rates, weight_kg=weight_kg, goods=goods, free_from=limit)
        if amount is not None:
            first, last = (
                promised_on(buyer.today, transit_days=method.transit_days, lead_days=days)
                for days in (min(waits, default=0), max(waits, default=0))
            )
            options.append(
                DeliveryOption(
                    code=method.code,
                    method_id=method.pk,
                    name=in_language(method.names, buyer.language),
                    description=in_language(method.descriptions, buyer.language),
                    amount=ZERO if is_free else amount,
                    tax_class_id=method.tax_class_id,
                    today=buyer.today,
                    transit_days=method.transit_days,
                    first_on=first,
                    arrives_on=last,
                    is_pickup=method.is_pickup,
                    pickup_place=method.pickup_place,
                    free_from=limit,
                )
            )
    return options


def _limit(buyer: Buyer, method: DeliveryMethod, agreed: Decimal | None, ship_to: str) -> Decimal | None:
    """Return what a method's freight is free from: kept without VAT, counted with it for those who see prices so."""
    limit = min((one for one in (method.free_from, agreed) if one is not None), default=None)
    if limit is None or not buyer.display_gross:
        return limit
    percent = rates_for(buyer, ship_to)[method.tax_class_id].percent
    return round_amount(limit * (100 + percent) / 100, buyer.currency)


def list_too_heavy(buyer: Buyer, *, weight_kg: Decimal, ship_to: str = "") -> list[DeliveryTooHeavy]:
    """Return the deliveries that are not offered because the goods weigh too much for them."""
    limits = [
        (method, max((up_to for up_to, _ in rates), default=ZERO)) for method, rates in _methods_for(buyer, ship_to)
    ]
    return [
        DeliveryTooHeavy(in_language(method.names, buyer.language), method.is_pickup, most)
        for method, most in limits
        if ZERO < most < weight_kg
    ]
