"""What the staff roles are called, in the reader's language."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

ROLE_NAMES = {
    "product": _("Product"),
    "sales": _("Sales"),
    "finance": _("Finance"),
    "service": _("Customer service"),
    "warehouse": _("Warehouse"),
    "marketing": _("Marketing"),
    "admin": _("Administrator"),
}


def role_name(code: str) -> str:
    """Return a staff role's name; a group a merchant added goes by its own."""
    return str(ROLE_NAMES.get(code, code))
