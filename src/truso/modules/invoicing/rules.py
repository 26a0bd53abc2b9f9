"""What a document bills: parts of frozen order lines, so that all documents of an order add up to the order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from truso.kernel.money import ZERO, round_amount
from truso.modules.pricing.rules import line_amount, total_part
from truso.modules.pricing.values import AmountLine, Totals


@dataclass(frozen=True, slots=True)
class BilledLine:
    """A frozen order line and what of it earlier invoices carry. Amounts are gross when prices include VAT, else net."""

    key: str
    quantity: Decimal  # ordered less cancelled
    unit_price: Decimal
    price_unit: int
    category: str
    rate: Decimal
    billed_quantity: Decimal = ZERO
    billed_amount: Decimal = ZERO
    billed_tax: Decimal = ZERO
    allowance: Decimal = ZERO  # what campaigns took off the amount of all that was ordered
    ordered: Decimal = ZERO

    def allowance_of(self, quantity: Decimal, currency: str) -> Decimal:
        """Return the share of the allowance a quantity bears."""
        return round_amount(self.allowance * quantity / self.ordered, currency) if self.allowance else ZERO


def bill(
    lines: Sequence[BilledLine], parts: Mapping[str, Decimal], *, currency: str, prices_include_vat: bool
) -> Totals:
    """Total an invoice over a quantity per line key, so that all invoices of an order come to the order.

    A line's amount is the rounded amount of everything billed so far less what was billed before, and so is the tax of a
    category and rate: what rounding leaves over never gathers. What campaigns took off a line is shared by its
    quantity. Nothing is priced again: only frozen prices are used.
    """
    amounts = []
    before = _sums((line.category, line.rate, line.billed_amount, line.billed_tax) for line in lines)
    for line in lines:
        quantity = parts.get(line.key, ZERO)
        if quantity > ZERO:
            so_far = line_amount(
                line.unit_price,
                line.billed_quantity + quantity,
                line.price_unit,
                line.rate,
                currency=currency,
                prices_include_vat=prices_include_vat,
            ) - line.allowance_of(line.billed_quantity + quantity, currency)
            amounts.append(
                AmountLine(line.key, round_amount(so_far - line.billed_amount, currency), line.category, line.rate)
            )
    return total_part(amounts, before, currency=currency, prices_include_vat=prices_include_vat)


@dataclass(frozen=True, slots=True)
class CreditedLine:
    """A line of an invoice and what of it is credited already. Amounts are gross when prices include VAT, else net."""

    key: str
    quantity: Decimal
    amount: Decimal
    tax: Decimal
    category: str
    rate: Decimal
    credited_quantity: Decimal = ZERO
    credited_amount: Decimal = ZERO
    credited_tax: Decimal = ZERO

    @property
    def left(self) -> Decimal:
        """How much of it can still be credited."""
        return self.quantity - self.credited_quantity


def credit(
    lines: Sequence[CreditedLine], parts: Mapping[str, Decimal], *, currency: str, prices_include_vat: bool
) -> Totals:
    """Total a credit note over a quantity per line key, so that all credit notes of an invoice come to the invoice.

    As `bill`: amounts and tax are counted over everything credited so far, as shares of the invoice's own.
    """
    amounts = []
    whole = _sums((line.category, line.rate, line.amount, line.tax) for line in lines)
    before = _sums((line.category, line.rate, line.credited_amount, line.credited_tax) for line in lines)
    for line in lines:
        quantity = parts.get(line.key, ZERO)
        if quantity > ZERO:
            so_far = round_amount(line.amount * (line.credited_quantity + quantity) / line.quantity, currency)
            amounts.append(
                AmountLine(line.key, round_amount(so_far - line.credited_amount, currency), line.category, line.rate)
            )
    return total_part(amounts, before, currency=currency, prices_include_vat=prices_include_vat, whole=whole)


def _sums(rows: Iterable[tuple[str, Decimal, Decimal, Decimal]]) -> dict[tuple[str, Decimal], tuple[Decimal, Decimal]]:
    """Add up amount and tax per category and rate, given as (category, rate, amount, tax)."""
    found: dict[tuple[str, Decimal], tuple[Decimal, Decimal]] = {}
    for category, rate, amount, tax in rows:
        amount_before, tax_before = found.get((category, rate), (ZERO, ZERO))
        found[category, rate] = (amount_before + amount, tax_before + tax)
    return found


def due_date(issued_on: date, days: int) -> date:
    """Return the day an invoice is due: so many calendar days after it is issued."""
    return issued_on + timedelta(days=days)


def payment_reference_body(customer_number: str, sequence: int) -> str:
    """Return the digits of a payment reference before its check digit: six of the customer, then the invoice."""
    digits = "".join(c for c in customer_number if c.isdigit())[-6:].rjust(6, "0")
    return f"{digits}{sequence:08d}"
