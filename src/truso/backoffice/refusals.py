"""Refusals in the words of staff: what they need said otherwise than the common sentences."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from truso.kernel.quantity import format_quantity
from truso.kernel.refusals import Refusal
from truso.modules.output.formats import format_number
from truso.processes.sentences import sentence_for
from truso.processes.staff_sentences import WORDS

# Whom a subject such as `seller.endpoint_id` or `buyer.country` is about.
_PARTIES = {"seller": gettext_noop("Seller"), "buyer": gettext_noop("Buyer"), "ship_to": gettext_noop("Delivery")}


def words_of(refusal: Refusal, names: Mapping[str, str] | None = None) -> str:
    """Return a refusal as a sentence; `names` say what its subject is called (an article, by line)."""
    template = WORDS.get(refusal.code)
    shown = {name: _shown(value) for name, value in refusal.params.items()}
    if template is None:
        text = sentence_for(Refusal(refusal.code, shown)) or _("It was refused: %(code)s.") % {"code": refusal.code}
    else:
        text = _(template) % shown
    party = _PARTIES.get(refusal.subject.split(".")[0])
    about = (names or {}).get(refusal.subject) or (_(party) if party else "")
    return f"{about}: {text}" if about else text


def _shown(value: Any) -> str:
    if isinstance(value, Decimal):
        return format_number(value, translation.get_language() or "en")
    return str(value)


def plain(quantity: Decimal) -> str:
    """Write a quantity as form fields hold it."""
    return format_quantity(quantity)
