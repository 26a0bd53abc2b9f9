"""What an API key may be made for."""

from __future__ import annotations

from enum import StrEnum


class Scope(StrEnum):
    """A part of the API a key may be limited to."""

    CATALOG = "catalog"
    CART = "cart"
    ORDERS = "orders"
    INVOICES = "invoices"
    DATA = "data"


PREFIX = "truso_"
