"""What the API answers about callers, their hats and addresses."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from truso.api.answers.base import View
from truso.api.encoding import Amount


class AddressView(View, frozen=True):
    """A kept address of the customer."""

    uuid: UUID
    label: str
    name: str
    contact: str
    street: str
    street2: str
    postcode: str
    city: str
    country: str
    phone: str
    instructions: str
    is_default: bool


class AddressList(View, frozen=True):
    """The customer's delivery addresses, the default first."""

    items: list[AddressView]


class HatView(View, frozen=True):
    """A way this person can shop: privately or for a company. Send `customer` as `Truso-Customer` to choose it."""

    customer: UUID
    name: str
    number: str
    is_business: bool
    is_chosen: bool
    market: str
    prices_include_vat: bool
    rights: list[str]
    roles: list[str]
    order_limit: Amount | None


class HatList(View, frozen=True):
    """The person's hats, the private one first."""

    items: list[HatView]


class MeView(View, frozen=True):
    """Who calls, as whom, with which key."""

    name: str
    email: str
    language: str
    market: str
    currency: str
    customer: UUID | None
    scopes: list[str] | None
    key_expires_at: datetime | None
