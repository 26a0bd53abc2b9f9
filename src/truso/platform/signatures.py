"""Signed links: an address that lets its holder see one record, without signing in."""

from __future__ import annotations

from uuid import UUID

from django.core.signing import Signer
from django.utils.crypto import constant_time_compare


def link_token(kind: str, uuid: UUID) -> str:
    """Return the signature that makes an address of a record a key to it."""
    return Signer(salt=f"link:{kind}").signature(str(uuid))


def is_link_token(kind: str, uuid: UUID, token: str) -> bool:
    """Tell whether the token was made for this record."""
    return bool(token) and constant_time_compare(token, link_token(kind, uuid))
