"""When goods can be had, in words: a date, not a dot."""

from __future__ import annotations

from decimal import Decimal
from typing import Protocol

from django.utils.translation import gettext as _

from truso.kernel.buyer import Buyer
from truso.kernel.value import Value
from truso.modules.catalog.values import VariantCard
from truso.modules.delivery.rules import ships_on
from truso.storefront.formats import format_day, format_number
from truso.storefront.units import unit_name

FEW = Decimal(5)


class Stock(Protocol):
    """What inventory tells of an article."""

    @property
    def available(self) -> Decimal: ...
    @property
    def lead_days(self) -> int | None: ...
    @property
    def is_stocked(self) -> bool: ...


class AvailabilityView(Value, frozen=True):
    """When an article can be had, as written; `kind` is now, soon or never."""

    text: str
    kind: str


class AvailabilityWriter:
    """Writes availability for one buyer."""

    def __init__(self, buyer: Buyer) -> None:
        self.buyer = buyer
        self._words = (
            _("In stock"),
            _("Only %(number)s left"),
            _("%(number)s %(unit)s in stock"),
            _("Ships %(date)s"),
            _("Out of stock"),
        )
        self._always = _("Available")
        self._discontinued = _("Discontinued")
        self._dates: dict[int, str] = {}

    def write(self, stock: Stock | None, card: VariantCard) -> AvailabilityView | None:
        """Write when an article can be had: how many now, else from which day."""
        if not card.is_active:
            return AvailabilityView(self._discontinued, "never")
        if stock is None:
            return None
        if not stock.is_stocked:
            return AvailabilityView(self._always, "now")
        if stock.available >= card.minimum_quantity:
            return AvailabilityView(self._in_stock(stock.available, card), "now")
        if stock.lead_days is not None:
            return AvailabilityView(self._words[3] % {"date": self._day(stock.lead_days)}, "soon")
        return AvailabilityView(self._words[4], "never")

    def _in_stock(self, available: Decimal, card: VariantCard) -> str:
        number = format_number(available, self.buyer.language)
        if self.buyer.is_business:
            return self._words[2] % {"number": number, "unit": unit_name(card.unit)}
        return self._words[1] % {"number": number} if available <= FEW else self._words[0]

    def _day(self, lead_days: int) -> str:
        if lead_days not in self._dates:
            self._dates[lead_days] = format_day(ships_on(self.buyer.today, lead_days), self.buyer.language, "weekday")
        return self._dates[lead_days]
