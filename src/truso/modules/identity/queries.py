"""Who signs in, and with what."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any

from django.db import connection
from django.db.models import Model, QuerySet

from truso.modules.identity.models import ApiKey, Person
from truso.modules.identity.rules import PREFIX

MAX_SECRET_LENGTH = 100


def _columns(model: type[Model]) -> list[str]:
    return [field.attname for field in model._meta.concrete_fields]


_KEY_COLUMNS, _PERSON_COLUMNS = _columns(ApiKey), _columns(Person)
# Asked with every call of a program: by hand, for composing the statement anew costs more than running it. Whoever
# needs more about the person in the same statement puts it around this one.
KEY_WIDTH = len(_KEY_COLUMNS) + len(_PERSON_COLUMNS)
KEY_COLUMNS = ", ".join([*(f"k.{name}" for name in _KEY_COLUMNS), *(f"p.{name}" for name in _PERSON_COLUMNS)])
KEY_SOURCE = """identity_apikey k join identity_person p on p.id = k.person_id
    and k.key_digest = %(digest)s and k.revoked_at is null and p.is_active and (k.expires_at is null or k.expires_at > %(now)s)"""


def digest_of(secret: str) -> str:
    """Return what is kept of a key's secret. It has 256 random bits, so a plain SHA-256 can't be guessed back."""
    return hashlib.sha256(secret.encode()).hexdigest()


def is_api_secret(secret: str) -> bool:
    """Tell whether a text could be a key's secret at all."""
    return secret.startswith(PREFIX) and len(secret) <= MAX_SECRET_LENGTH and secret.isascii()


def read_api_key(row: Sequence[Any]) -> ApiKey:
    """Return the key, with its person, of a row that begins with `KEY_COLUMNS`."""
    found = ApiKey.from_db(connection.alias, _KEY_COLUMNS, row[: len(_KEY_COLUMNS)])
    found.person = Person.from_db(connection.alias, _PERSON_COLUMNS, row[len(_KEY_COLUMNS) : KEY_WIDTH])
    return found


def list_api_keys(person_id: int) -> QuerySet[ApiKey]:
    """Return a person's keys, the latest first; ended ones too, so that their traces can be read."""
    return ApiKey.objects.filter(person_id=person_id).order_by("-created_at", "-id")
