"""Which role may do what, and which hat a person wears."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from truso.kernel.buyer import Right
from truso.kernel.identifiers import fold

ALL_BUT_APPROVE = frozenset(Right) - {Right.APPROVE, Right.MANAGE_MEMBERS}

RIGHTS: dict[str, frozenset[Right]] = {
    "admin": frozenset(Right) - {Right.APPROVE},
    "orderer": frozenset({Right.ORDER, Right.VIEW_AGREEMENT}),
    "approver": frozenset({Right.APPROVE, Right.VIEW_ALL_ORDERS, Right.VIEW_AGREEMENT}),
    "finance": frozenset({Right.VIEW_INVOICES, Right.VIEW_ALL_ORDERS}),
    "receiver": frozenset({Right.RECEIVE, Right.VIEW_ALL_ORDERS}),
    "owner": frozenset({Right.VIEW_AGREEMENT, Right.VIEW_ALL_ORDERS, Right.VIEW_INVOICES}),
    "viewer": frozenset({Right.VIEW_ALL_ORDERS}),
}


def rights_of(roles: Iterable[str]) -> frozenset[Right]:
    """Return what a member with these roles may do; unknown roles add nothing."""
    return frozenset().union(*(RIGHTS.get(role, frozenset()) for role in roles))


_PLACE = ("name", "street", "street2", "postcode", "city", "country")


def place_of(fields: Mapping[str, str]) -> tuple[str, ...]:
    """Return an address as it is compared: who and where, without case, accents, spaces and points."""
    return tuple("".join(filter(str.isalnum, fold(fields.get(name, "")))) for name in _PLACE)
