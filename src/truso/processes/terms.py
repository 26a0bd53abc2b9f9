"""Which payment terms an order may be placed on, and what each does to its prices."""

from __future__ import annotations

from decimal import Decimal

from truso.kernel.buyer import Buyer
from truso.kernel.texts import in_language
from truso.kernel.value import Value
from truso.modules.markets.models import PaymentTerm
from truso.modules.markets.queries import get_market, get_term, list_terms
from truso.modules.pricing.queries import term_effect


class TermOption(Value, frozen=True):
    """A payment term on offer. `percent` is what it puts on the prices of goods; `cash_percent` may be kept back within days."""

    id: int
    code: str
    name: str
    days: int
    percent: Decimal
    cash_percent: Decimal | None
    cash_days: int | None
    is_own: bool


def terms_for(buyer: Buyer) -> tuple[TermOption, ...]:
    """Return the terms a buyer on invoice may choose: its own, and those every company may. Consumers have the market's."""
    own = get_term((buyer.customer.payment_term_id if buyer.customer else None) or _market_term(buyer))
    offered = [one for one in list_terms() if one.is_offered and not one.is_prepaid] if buyer.is_business else []
    found = {one.pk: one for one in (*((own,) if own else ()), *offered)}
    return tuple(_option(buyer, one, is_own=own is not None and one.pk == own.pk) for one in _by_days(found))


def prepaid_term(buyer: Buyer) -> TermOption | None:
    """Return the term of an order that is paid as it is placed, where companies have one."""
    if not buyer.is_business:
        return None
    found = next((one for one in list_terms() if one.is_prepaid and one.is_offered), None)
    return _option(buyer, found, is_own=False) if found else None


def _market_term(buyer: Buyer) -> int:
    return get_market(buyer.market.id).invoice_term_id


def _by_days(terms: dict[int, PaymentTerm]) -> list[PaymentTerm]:
    return sorted(terms.values(), key=lambda one: (one.days, one.pk))


def _option(buyer: Buyer, term: PaymentTerm, *, is_own: bool) -> TermOption:
    name = in_language(term.names, buyer.language) or term.code
    _, percent = term_effect(buyer, term.pk)
    return TermOption(term.pk, term.code, name, term.days, percent, term.cash_percent, term.cash_days, is_own)
