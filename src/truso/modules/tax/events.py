"""What tax announces."""

from __future__ import annotations

from dataclasses import dataclass

from truso.platform.events import Event


@dataclass(frozen=True, kw_only=True)
class VatNumberChanged(Event):
    """A customer's VAT number was written, perhaps anew."""

    customer_id: int
