"""Who signs in, and with what."""

from __future__ import annotations

import hashlib
from datetime import datetime

from django.db import connection
from django.db.models import Model, QuerySet

from truso.modules.identity.models import ApiKey, Person
from truso.modules.identity.rules import PREFIX

MAX_SECRET_LENGTH = 100


def _columns(model: type[Model]) -> list[str]:
    return [field.attname for field in model._meta.concrete_fields]


_KEY_COLUMNS, _PERSON_COLUMNS = _columns(ApiKey), _columns(Person)
# Asked with every call of a program: by hand, for composing the statement anew costs more than running it.
_KEY = f"""
select {", ".join(f"k.{name}" for name in _KEY_COLUMNS)}, {", ".join(f"p.{name}" for name in _PERSON_COLUMNS)}
from identity_apikey k join identity_person p on p.id = k.person_id
where k.key_digest = %s and k.revoked_at is null and p.is_active and (k.expires_at is null or k.expires_at > %s)
"""  # noqa: S608


def digest_of(secret: str) -> str:
    """Return what is kept of a key's secret. It has 256 random bits, so a plain SHA-256 can't be guessed back."""
    return hashlib.sha256(secret.encode()).hexdigest()


def find_api_key(*, secret: str, now: datetime) -> ApiKey | None:
    """Return the key of a secret with its person; None when it is unknown, ended, expired or its person deactivated."""
    if not secret.startswith(PREFIX) or len(secret) > MAX_SECRET_LENGTH or not secret.isascii():
        return None
    with connection.cursor() as cursor:
        cursor.execute(_KEY, [digest_of(secret), now])
        row = cursor.fetchone()
    if row is None:
        return None
    found = ApiKey.from_db(connection.alias, _KEY_COLUMNS, row[: len(_KEY_COLUMNS)])
    found.person = Person.from_db(connection.alias, _PERSON_COLUMNS, row[len(_KEY_COLUMNS) :])
    return found


def list_api_keys(person_id: int) -> QuerySet[ApiKey]:
    """Return a person's keys, the latest first; ended ones too, so that their traces can be read."""
    return ApiKey.objects.filter(person_id=person_id).order_by("-created_at", "-id")
