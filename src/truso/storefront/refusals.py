"""Refusals in the reader's words: one sentence per code, saying what to do. Codes never reach a page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from truso.kernel.buyer import Buyer
from truso.kernel.refusals import Refusal
from truso.modules.orders.models import OrderState
from truso.processes.sentences import is_special
from truso.storefront.formats import format_day, format_money, format_number
from truso.storefront.refusal_texts import FIELD_TEXTS, QUANTITIES, SENTENCES, SPECIAL

AMOUNTS = frozenset({"amount", "before", "now", "open", "limit"})
# Codes in which `left` and `open` count goods, not money.
COUNTED = frozenset({"credit_more_than_invoiced", "return_more_than_shipped", "more_than_open"})


def say(refusal: Refusal, buyer: Buyer) -> str:
    """Return what a refusal means, in the language of the page; a plain apology for a code without a sentence."""
    field_text = FIELD_TEXTS.get((refusal.code, refusal.subject))
    text = field_text or (SPECIAL.get(refusal.code) if is_special(refusal) else SENTENCES.get(refusal.code))
    if text is None:
        return _("That could not be done. Nothing was changed.")
    return _(text) % _written(refusal, buyer)


def say_all(refusals: Iterable[Refusal], buyer: Buyer) -> list[str]:
    """Return the sentences of several refusals, each one once."""
    return list(dict.fromkeys(say(refusal, buyer) for refusal in refusals))


def by_subject(refusals: Iterable[Refusal], buyer: Buyer) -> dict[str, str]:
    """Return the sentences by the field or line they are about; what is about the whole stands under the empty name."""
    found: dict[str, list[str]] = {}
    for refusal in refusals:
        found.setdefault(refusal.subject, []).append(say(refusal, buyer))
    return {subject: " ".join(dict.fromkeys(texts)) for subject, texts in found.items()}


def _written(refusal: Refusal, buyer: Buyer) -> Mapping[str, str]:
    return _Words({name: _word(name, value, refusal.code, buyer) for name, value in refusal.params.items()})


class _Words(dict[str, str]):
    """What a refusal did not say is left out of the sentence rather than breaking it."""

    def __missing__(self, name: str) -> str:
        return ""


def _word(name: str, value: Any, code: str, buyer: Buyer) -> str:
    if isinstance(value, Decimal):
        is_money = name in AMOUNTS or (name == "left" and code not in COUNTED)
        if is_money and code not in COUNTED:
            return format_money(value, buyer.currency, buyer.language)
        return format_number(value, buyer.language)
    if isinstance(value, date):
        return format_day(value, buyer.language)
    if name in QUANTITIES and isinstance(value, int):
        return format_number(Decimal(value), buyer.language)
    if name == "state" and value in OrderState.values:
        return str(OrderState(value).label).lower()
    return str(value)
