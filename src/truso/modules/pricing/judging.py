"""What a price list or a discount must be: said before anything is written, by screens and operations alike. No database."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from truso.kernel.money import MAX_AMOUNT, ZERO
from truso.kernel.refusals import Refusal

HUNDRED = Decimal(100)
# Ten times the cost is the most a list makes of it: what lies above is a slip of the pen.
MOST_ON_COST = Decimal(900)
_BASES = {"contract": {"", "list", "cost"}, "customer": {"", "list", "cost"}, "segment": {"", "list", "cost"}}
_OTHER_BASES = {"market": {"", "cost"}, "cost": {""}}


def judge_list(
    *, kind: str, basis: str, percent: Decimal | None, valid_from: date | None, valid_to: date | None
) -> Iterator[Refusal]:
    """Yield what is wrong with a price list's own data.

    Codes: `list_basis_unfit` (a list price can't be made from itself, a cost from nothing), `percent_invalid`,
    `list_percent_on_cost` (parameter: maximum), `list_percent_without_basis`, `period_invalid`.
    """
    if basis not in (_BASES | _OTHER_BASES).get(kind, {""}):
        yield Refusal("list_basis_unfit", subject="basis")
    elif basis == "list" and (percent is None or not ZERO < percent <= HUNDRED):
        yield Refusal("percent_invalid", subject="percent")
    elif basis == "cost" and (percent is None or not ZERO <= percent <= MOST_ON_COST):
        yield Refusal("list_percent_on_cost", {"maximum": MOST_ON_COST}, "percent")
    elif not basis and percent is not None:
        yield Refusal("list_percent_without_basis", subject="basis")
    yield from _judge_period(valid_from, valid_to)


def judge_discount(
    *,
    percent: Decimal | None,
    amount: Decimal | None,
    currency: str,
    valid_from: date | None = None,
    valid_to: date | None = None,
) -> Iterator[Refusal]:
    """Yield what is wrong with a discount.

    Codes: `discount_one_of_two` (neither or both of percent and amount), `percent_invalid`, `discount_amount_invalid`,
    `price_too_large`, `discount_currency` (an amount needs its currency, a percentage has none), `period_invalid`.
    """
    if (percent is None) == (amount is None):
        yield Refusal("discount_one_of_two", subject="percent")
    elif percent is not None and not ZERO < percent <= HUNDRED:
        yield Refusal("percent_invalid", subject="percent")
    elif amount is not None and amount <= ZERO:
        yield Refusal("discount_amount_invalid", subject="amount")
    elif amount is not None and amount > MAX_AMOUNT:
        yield Refusal("price_too_large", subject="amount")
    elif (len(currency) == 3) != (amount is not None):
        yield Refusal("discount_currency", subject="currency")
    yield from _judge_period(valid_from, valid_to)


def _judge_period(valid_from: date | None, valid_to: date | None) -> Iterator[Refusal]:
    if valid_from and valid_to and valid_to <= valid_from:
        yield Refusal("period_invalid", subject="valid_to")
