"""Which deliveries a buyer may choose, at what price."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from truso.kernel.buyer import Buyer
from truso.kernel.texts import in_language
from truso.modules.delivery.models import DeliveryMethod
from truso.modules.delivery.rules import freight, promised_on
from truso.platform.shortlived import short_lived


@dataclass(frozen=True, slots=True)
class DeliveryOption:
    """A delivery on offer: its net price, its tax class, and when the goods arrive."""

    code: str
    method_id: int
    name: str
    description: str
    amount: Decimal
    tax_class_id: int
    arrives_on: date
    is_pickup: bool


@short_lived(seconds=15)
def _methods(market_id: int) -> tuple[tuple[DeliveryMethod, tuple[tuple[Decimal, Decimal], ...]], ...]:
    found = DeliveryMethod.objects.filter(market_id=market_id, is_active=True).prefetch_related("rates")
    return tuple((method, tuple((rate.up_to_kg, rate.amount) for rate in method.rates.all())) for method in found)


def list_delivery_options(
    buyer: Buyer, *, weight_kg: Decimal, goods_net: Decimal, lead_days: int = 0, free_from: Decimal | None = None
) -> list[DeliveryOption]:
    """Return the deliveries that can carry the goods, as the merchant ordered them.

    `goods_net` is the goods' value without VAT; `lead_days` what must be waited for them; `free_from` an agreed limit of
    free freight that stands in for the method's own when it is lower.
    """
    options = []
    for method, rates in _methods(buyer.market.id):
        if not (method.for_businesses if buyer.is_business else method.for_consumers):
            continue
        limits = [limit for limit in (method.free_from, free_from) if limit is not None]
        amount = freight(rates, weight_kg=weight_kg, goods_net=goods_net, free_from=min(limits, default=None))
        if amount is not None:
            options.append(
                DeliveryOption(
                    method.code,
                    method.pk,
                    in_language(method.names, buyer.language),
                    in_language(method.descriptions, buyer.language),
                    amount,
                    method.tax_class_id,
                    promised_on(buyer.today, transit_days=method.transit_days, lead_days=lead_days),
                    method.is_pickup,
                )
            )
    return options
