"""What the API answers about a company's VAT number and its exemption certificates."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from truso.api.answers.base import View


class CertificateView(View, frozen=True):
    """An exemption certificate; without tax classes it covers everything. `valid_to` is the first day it counts no more.

    `state` is pending, accepted or rejected.
    """

    uuid: UUID
    number: str
    country: str
    reason: str
    category: str
    tax_classes: list[str]
    valid_from: date
    valid_to: date | None
    state: str
    answer: str


class CompanyTaxView(View, frozen=True):
    """A company's VAT number, what is known of it, and its certificates.

    `vat_number_state` is none, waiting, valid, invalid, unavailable (the register does not answer), malformed or local (no
    register is asked).
    """

    vat_number: str
    vat_number_state: str
    vat_number_valid_until: date | None
    checked_at: datetime | None
    registered_name: str
    certificates: list[CertificateView]
