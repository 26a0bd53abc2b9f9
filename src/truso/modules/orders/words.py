"""What the values of an order are called, in the reader's language."""

from __future__ import annotations

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

PAYMENT_METHODS = {
    "invoice": _("Invoice"),
    "card": _("Card"),
    "bank": _("Bank transfer"),
    "imported": _("Settled in the earlier system"),
}


def payment_method_name(code: str) -> str:
    """Return how an order is paid; a gateway without a word here goes by its code."""
    return gettext(PAYMENT_METHODS[code]) if code in PAYMENT_METHODS else code.capitalize()
