"""What invoicing announces."""

from __future__ import annotations

from dataclasses import dataclass

from truso.platform.events import Event


@dataclass(frozen=True, kw_only=True)
class InvoiceIssued(Event):
    """An invoice or credit note was issued: numbered, frozen, booked."""

    invoice_id: int
    kind: str
