"""Who signs in, and with what."""

from __future__ import annotations

import hashlib
from datetime import datetime

from django.db.models import Q, QuerySet

from truso.modules.identity.models import ApiKey
from truso.modules.identity.rules import PREFIX

MAX_SECRET_LENGTH = 100


def digest_of(secret: str) -> str:
    """Return what is kept of a key's secret. It has 256 random bits, so a plain SHA-256 can't be guessed back."""
    return hashlib.sha256(secret.encode()).hexdigest()


def find_api_key(*, secret: str, now: datetime) -> ApiKey | None:
    """Return the key of a secret with its person; None when it is unknown, ended, expired or its person deactivated."""
    if not secret.startswith(PREFIX) or len(secret) > MAX_SECRET_LENGTH or not secret.isascii():
        return None
    return (
        ApiKey.objects.filter(
            Q(expires_at=None) | Q(expires_at__gt=now),
            key_digest=digest_of(secret),
            revoked_at=None,
            person__is_active=True,
        )
        .select_related("person")
        .first()
    )


def list_api_keys(person_id: int) -> QuerySet[ApiKey]:
    """Return a person's keys, the latest first; ended ones too, so that their traces can be read."""
    return ApiKey.objects.filter(person_id=person_id).order_by("-created_at", "-id")
