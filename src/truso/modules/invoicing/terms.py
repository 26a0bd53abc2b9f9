"""What a document says of when it is to be paid, and what paying sooner is worth."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from truso.kernel.money import round_amount
from truso.kernel.texts import in_language
from truso.modules.markets.models import PaymentTerm
from truso.modules.output.formats import format_day, format_money, format_typed
from truso.modules.output.texts import label


def terms_text(
    term: PaymentTerm | None, language: str, currency: str = "", *, payable: Decimal | None = None, issued_on: date | None = None
) -> str:  # fmt: skip
    """Return a payment term in words, with its cash discount: of an invoice with the day and the amount that may be kept back."""
    if term is None:
        return ""
    name = in_language(term.names, language)
    if term.cash_percent is None or term.cash_days is None:
        return name
    percent = format_typed(term.cash_percent, language)
    if payable is None or issued_on is None:
        return f"{name}. {label('cash_discount', language) % {'percent': percent, 'days': term.cash_days}}"
    amount = format_money(cash_discount(payable, term.cash_percent, currency), currency, language, with_currency=True)
    day = format_day(issued_on + timedelta(days=term.cash_days), language)
    return f"{name}. {label('cash_discount_by', language) % {'percent': percent, 'amount': amount, 'day': day}}"


def cash_discount(payable: Decimal, percent: Decimal, currency: str) -> Decimal:
    """Return what may be kept back of an amount, rounded to the coin."""
    return round_amount(payable * percent / 100, currency)
