"""What a document bills: parts of frozen order lines, so that all documents of an order add up to the order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from truso.kernel.money import ZERO
from truso.modules.pricing.rules import line_amount, total, total_last_part
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


def bill(
    lines: Sequence[BilledLine], parts: Mapping[str, Decimal], *, currency: str, prices_include_vat: bool
) -> Totals:
    """Total an invoice over a quantity per line key; the last one takes what rounding left over.

    A line's last part is the line's amount less the parts before; the last document of a category and rate takes that
    group's tax in the order less the tax before. Nothing is priced again: only frozen prices are used.
    """
    amounts = []
    for line in lines:
        quantity = parts.get(line.key, ZERO)
        if quantity <= ZERO:
            continue
        amount = _amount(line, quantity, currency, prices_include_vat)
        if line.billed_quantity + quantity >= line.quantity:
            amount = _amount(line, line.quantity, currency, prices_include_vat) - line.billed_amount
        amounts.append(AmountLine(line.key, amount, line.category, line.rate))
    open_groups = {
        (line.category, line.rate) for line in lines if line.billed_quantity + parts.get(line.key, ZERO) < line.quantity
    }
    left = _tax_left(lines, currency, prices_include_vat)
    return total_last_part(
        amounts,
        {group: tax for group, tax in left.items() if group not in open_groups},
        currency=currency,
        prices_include_vat=prices_include_vat,
    )


def _amount(line: BilledLine, quantity: Decimal, currency: str, prices_include_vat: bool) -> Decimal:
    return line_amount(
        line.unit_price, quantity, line.price_unit, line.rate, currency=currency, prices_include_vat=prices_include_vat
    )


def _tax_left(
    lines: Sequence[BilledLine], currency: str, prices_include_vat: bool
) -> dict[tuple[str, Decimal], Decimal]:
    wanted = [line for line in lines if line.quantity > ZERO]
    whole = total(
        [
            AmountLine(line.key, _amount(line, line.quantity, currency, prices_include_vat), line.category, line.rate)
            for line in wanted
        ],
        currency=currency,
        prices_include_vat=prices_include_vat,
    )
    left = {(group.category, group.rate): group.tax for group in whole.groups}
    for line in lines:
        if line.billed_tax:
            left[line.category, line.rate] = left.get((line.category, line.rate), ZERO) - line.billed_tax
    return left


def due_date(issued_on: date, days: int) -> date:
    """Return the day an invoice is due: so many calendar days after it is issued."""
    return issued_on + timedelta(days=days)


def payment_reference_body(customer_number: str, sequence: int) -> str:
    """Return the digits of a payment reference before its check digit: six of the customer, then the invoice."""
    digits = "".join(c for c in customer_number if c.isdigit())[-6:].rjust(6, "0")
    return f"{digits}{sequence:08d}"
